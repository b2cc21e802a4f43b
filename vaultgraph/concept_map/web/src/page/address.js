// Addresses of notes: in the page and in Obsidian.

import { notes, page } from '../format/payload.js';
import { foldedLabels } from '../model/graph.js';
import { state } from '../model/state.js';
import { fold } from '../model/text.js';

/** @param {number} note */
const nameInAddress = note => encodeURIComponent(notes[note].path || notes[note].label);

/** @param {number} note */
export function addressOf(note) {
  const from = state.path?.end === note ? `&from=${nameInAddress(state.path.start)}` : '';
  return `#note=${nameInAddress(note)}${from}`;
}

/** @param {string} address */
export const writeAddress = address => history.replaceState(null, '', address);

/** @param {string} path */
export function addressInObsidian(path) {
  const vault = encodeURIComponent(page.title), file = encodeURIComponent(path.replace(/\.md$/, ''));
  return `obsidian://open?vault=${vault}&file=${file}`;
}

/** @param {string} encoded */
export function noteCalled(encoded) {
  let name;
  try { name = fold(decodeURIComponent(encoded)); } catch { return -1; }
  const paths = notes.map(note => fold(note.path ?? ''));
  const places = [paths.indexOf(name), paths.indexOf(`${name}.md`), foldedLabels.indexOf(name)];
  return places.find(place => place >= 0) ?? -1;
}
