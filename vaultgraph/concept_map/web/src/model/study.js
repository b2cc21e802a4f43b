// What to learn before a note. The order is that of `vaultgraph audit`, which the map brings along.

import { notes } from '../format/payload.js';
import { prerequisitesAmong } from './prerequisites.js';

export const hasOrder = notes.some(note => note.before);

/** @param {number} note */
export const directPrerequisites = note => notes[note].before ?? [];

/**
 * All that a note builds on, first things first.
 *
 * @param {number} note
 */
export const prerequisites = note => prerequisitesAmong(notes, note);
