// The texts by which a note is found: its name, aliases and cards.

import { allCards, notes } from '../format/payload.js';
import { byWeight, cardsOf, foldedLabels } from './graph.js';
import { fold, lazy } from './text.js';

const tagsOf = note => [...(notes[note].tags ?? []), ...(notes[note].marks ?? [])];

const pathOf = note => notes[note].path ?? '';

// The words by which a note is found: what it is called, and what its cards ask.
const nameCache = [];

export const namesOf = note => nameCache[note] ??= [foldedLabels[note], ...(notes[note].aliases ?? []).map(fold)];
export const fieldsOf = note => [...namesOf(note), ...cardTextsOf(note).map(card => card.question)];
export const lookup = { fieldsOf, pathOf, tagsOf };

const plainTextOf = side => side.filter(piece => typeof piece === 'string').join(' ');

// The cards of huge vaults come late, so what is known of a note's cards may change once.
const cardTextCache = { source: null, of: new Map() };

export function cardTextsOf(note) {
  if (cardTextCache.source !== allCards()) Object.assign(cardTextCache, { source: allCards(), of: new Map() });
  if (!cardTextCache.of.has(note)) {
    cardTextCache.of.set(note, cardsOf(note).map(([question, answer]) => ({
      words: plainTextOf(question), question: fold(plainTextOf(question)), answer: fold(plainTextOf(answer)),
    })));
  }
  return cardTextCache.of.get(note);
}

// Names and questions are made ready for the search while nothing else is to do: in a huge vault the
// first search would have to wait for them.
const BATCH_SIZE = 500;

export const notesByWeight = lazy(() => notes.map((_, note) => note).sort(byWeight));

export function prepareSearch(from = 0) {
  if (from >= notesByWeight().length) return;
  for (let note = from; note < Math.min(notes.length, from + BATCH_SIZE); note += 1) fieldsOf(note);
  setTimeout(prepareSearch, 0, from + BATCH_SIZE);
}
