// Names of notes in addresses: of the page and in Obsidian.

import { notes, page } from '../format/payload.js';
import { foldedLabels } from '../model/graph.js';
import { fold } from '../model/text.js';

/** @param {number} note */
export const nameInAddress = note => notes[note].path || notes[note].label;

/** @param {string} path */
export function addressInObsidian(path) {
  const vault = encodeURIComponent(page.title), file = encodeURIComponent(path.replace(/\.md$/, ''));
  return `obsidian://open?vault=${vault}&file=${file}`;
}

/**
 * The note of this path or name, -1 if there is none.
 *
 * @param {string} written
 */
export function noteCalled(written) {
  if (!written) return -1;
  const name = fold(written), paths = notes.map(note => fold(note.path ?? ''));
  const places = [paths.indexOf(name), paths.indexOf(`${name}.md`), foldedLabels.indexOf(name)];
  return places.find(place => place >= 0) ?? -1;
}
