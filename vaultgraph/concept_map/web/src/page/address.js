// Addresses of notes: in the page and in Obsidian.

import { notes, page } from '../format/payload.js';
import { foldedLabels } from '../model/graph.js';
import { state } from '../model/state.js';
import { fold } from '../model/text.js';

const nameInAddress = note => encodeURIComponent(notes[note].path || notes[note].label);

export function addressOf(note) {
  const from = state.path?.end === note ? `&from=${nameInAddress(state.path.start)}` : '';
  return `#note=${nameInAddress(note)}${from}`;
}

export const writeAddress = address => history.replaceState(null, '', address);

export const addressInObsidian = path => `obsidian://open?vault=${encodeURIComponent(page.title)}&file=${encodeURIComponent(path.replace(/\.md$/, ''))}`;

export function noteCalled(encoded) {
  let name;
  try { name = fold(decodeURIComponent(encoded)); } catch { return -1; }
  const paths = notes.map(note => fold(note.path ?? ''));
  const places = [paths.indexOf(name), paths.indexOf(`${name}.md`), foldedLabels.indexOf(name)];
  return places.find(place => place >= 0) ?? -1;
}
