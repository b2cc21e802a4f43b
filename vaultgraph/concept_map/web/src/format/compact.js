// Expands the tables of large maps, which leave out what the page can compute. See docs/map-format.md.

import { rowsFromColumns } from './columns.js';

/**
 * @param {ColumnTable} table
 * @returns {Note[]}
 */
export function expandNotes(table) {
  let newest = -1;
  return rowsFromColumns(table).map(row => {
    const note = /** @type {any} */ (row);
    if (Array.isArray(note.label)) [note.label, ...note.aliases] = note.label;
    if (note.path === true) note.path = [note.folder, `${note.label}.md`].filter(Boolean).join('/');
    if (note.images) note.images = note.images.map(/** @param {number} back */ back => back ? newest + 1 - back : newest += 1);
    return note;
  });
}

const LINKS_OF_A_HUB = 12, TIMES_USUAL = 4;

/**
 * How important a note is goes by the number of its links; where no note has more than others, none is.
 *
 * @param {Note[]} notes
 * @param {number[]} degree
 */
export function computeWeights(notes, degree) {
  const linked = degree.filter(Boolean), usual = linked.reduce((a, b) => a + b, 0) / Math.max(1, linked.length);
  const most = degree.reduce((a, b) => Math.max(a, b), Math.max(LINKS_OF_A_HUB, TIMES_USUAL * usual));
  notes.forEach((note, id) => {
    note.weight = Math.sqrt(degree[id] / most);
  });
}

/**
 * @param {LinkBundle[]} bundles
 * @returns {Link[]}
 */
export const expandLinks = bundles => bundles.flatMap(expandBundle);

/**
 * @param {LinkBundle} bundle
 * @returns {Link[]}
 */
function expandBundle({ counts, steps, ...look }) {
  /** @type {Link[]} */
  const found = [];
  let at = 0;
  counts.forEach((count, to) => {
    for (let from = 0, left = count; left > 0; left -= 1) found.push({ from: from += steps[at++], to, ...look });
  });
  return found;
}

/**
 * @param {ColumnTable} table
 * @returns {Cards}
 */
export function expandCards(table) {
  /** @type {Cards} */
  const cards = {};
  for (const { note, ...sides } of rowsFromColumns(table)) (cards[note] ??= []).push(/** @type {Card} */ (Object.values(sides)));
  return cards;
}

/**
 * @param {(ImageEntry | string)[]} images
 * @returns {ImageEntry[]}
 */
export function expandImages(images) {
  return images.map(image => Array.isArray(image) ? image : [decodeURIComponent(image.split('/').pop() ?? ''), image]);
}
