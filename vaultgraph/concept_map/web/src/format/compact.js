// Expands the tables of large maps, which leave out what the page can compute. See docs/map-format.md.

import { rowsFromColumns } from './columns.js';

const DAY_MS = 86_400_000;

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
    if (note.date !== undefined) note.date = new Date(note.date * DAY_MS).toISOString().slice(0, 10);
    expandProperties(note);
    if (note.images) note.images = note.images.map(/** @param {number} back */ back => back ? newest + 1 - back : newest += 1);
    return note;
  });
}

/** @param {any} note */
function expandProperties(note) {
  for (const field of Object.keys(note).filter(name => name.startsWith('='))) {
    const value = note[field];
    note.properties = { ...note.properties, [field.slice(1)]: value === 0 ? null : value === true ? [note.date] : [value].flat() };
    delete note[field];
  }
}

/**
 * What to learn directly before a note, where the table leaves it out: the notes from which a relation leads to it, as far
 * as they are earlier in the study order.
 *
 * @param {Note[]} notes
 * @param {Link[]} links
 */
export function derivePrerequisites(notes, links) {
  /** @param {number} note */
  const orderOf = note => notes[note].order ?? 0, given = new Set(notes.flatMap(({ before }, note) => before ? [note] : []));
  for (const { from, to, direction } of links) {
    if (!direction || given.has(to) || orderOf(from) < 1 || orderOf(from) >= orderOf(to)) continue;
    const before = notes[to].before ??= [];
    if (!before.includes(from)) before.push(from);
  }
  for (const { before } of notes) before?.sort((a, b) => orderOf(a) - orderOf(b));
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
