// The texts by which a note is found: its name, aliases and cards.

import { allCards, notes } from '../format/payload.js';
import { byWeight, cardsOf, keys } from './graph.js';
import { fold, later } from './text.js';

const tagsOf = note => [...(notes[note].tags ?? []), ...(notes[note].marks ?? [])];

const pathOf = note => notes[note].path ?? '';

// The words by which a note is found: what it is called, and what its cards ask.
const names = [];

export const namesOf = note => names[note] ??= [keys[note], ...(notes[note].aliases ?? []).map(fold)];
export const fieldsOf = note => [...namesOf(note), ...cardKeysOf(note).map(card => card.question)];
export const lookup = { fieldsOf, pathOf, tagsOf };

const wordsOf = side => side.filter(piece => typeof piece === 'string').join(' ');

// The cards of huge vaults come late, so what is known of a note's cards may change once.
const cardKeys = { source: null, of: new Map() };

export function cardKeysOf(note) {
  if (cardKeys.source !== allCards()) Object.assign(cardKeys, { source: allCards(), of: new Map() });
  if (!cardKeys.of.has(note)) {
    cardKeys.of.set(note, cardsOf(note).map(([question, answer]) => ({
      words: wordsOf(question), question: fold(wordsOf(question)), answer: fold(wordsOf(answer)),
    })));
  }
  return cardKeys.of.get(note);
}

// Names and questions are made ready for the search while nothing else is to do: in a huge vault the
// first search would have to wait for them.
const MADE_READY = 500;

export const ranked = later(() => notes.map((_, note) => note).sort(byWeight));

export function makeReady(from = 0) {
  if (from >= ranked().length) return;
  for (let note = from; note < Math.min(notes.length, from + MADE_READY); note += 1) fieldsOf(note);
  setTimeout(makeReady, 0, from + MADE_READY);
}
