// The color groups of Obsidian's graph view: each a query and the colour of the notes it finds.

import { notes, page } from '../format/payload.js';
import { parseQuery } from './query.js';
import { fieldsOf, lookup } from './searchable.js';
import { fold } from './text.js';

export const tints = page.tints.map(([query, tint]) => ({ query, tint, asks: parseQuery(query, lookup) }));
// As in Obsidian the words of a query may stand anywhere in a note; `said` are those in its text.
const allOf = note => [...fieldsOf(note), ...(notes[note].said ?? []).map(fold)].join('\n');

const isWanted = ({ asks }, note) => asks(note, allOf(note));
export const tintOf = note => tints.find(each => isWanted(each, note))?.query;
