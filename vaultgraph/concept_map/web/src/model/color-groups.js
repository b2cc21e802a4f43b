// The color groups of Obsidian's graph view: each a query and the colour of the notes it finds.

import { notes, page } from '../format/payload.js';
import { parseQuery } from './query.js';
import { fieldsOf, lookup } from './searchable.js';
import { fold } from './text.js';

export const colorGroups = page.color_groups.map(([query, colour]) => ({ query, colour, matches: parseQuery(query, lookup) }));

/**
 * As in Obsidian a query may match anywhere in a note; `matched_words` are the words of queries that are in its text.
 *
 * @param {number} note
 */
const allTextOf = note => [...fieldsOf(note), ...(notes[note].matched_words ?? []).map(fold)].join('\n');

/**
 * @param {{ matches: Predicate }} group
 * @param {number} note
 */
const isInColorGroup = ({ matches }, note) => matches(note, allTextOf(note));

/** @param {number} note */
export const colorGroupOf = note => colorGroups.find(each => isInColorGroup(each, note))?.query;
