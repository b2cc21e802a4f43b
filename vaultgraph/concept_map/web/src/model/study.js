// What to learn before a note. The order is that of `vaultgraph audit`, which the map brings along.

import { notes, page } from '../format/payload.js';
import { prerequisitesAmong } from './prerequisites.js';

/** The notes of the map, and those that it does not show. */
const all = [...notes, ...page.outside];

export const hasOrder = notes.some(note => note.before);

/** @param {number} note */
export const directPrerequisites = note => all[note].before ?? [];

/**
 * All that a note builds on, first things first; numbers beyond those of the notes are not on the map.
 *
 * @param {number} note
 */
export const prerequisites = note => prerequisitesAmong(all, note);

/** @param {number} note */
export const learned = note => all[note];

/** @param {number} note */
export const isOnMap = note => note < notes.length;

/**
 * The notes to learn directly after a note, in study order.
 *
 * @param {number} note
 */
export const followers = note => notes.map((_, number) => number).filter(number => notes[number].before?.includes(note))
  .sort((a, b) => (notes[a].order ?? 0) - (notes[b].order ?? 0));
