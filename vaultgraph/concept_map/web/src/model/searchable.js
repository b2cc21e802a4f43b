// The texts by which a note is found: its name, aliases and cards.

import { getOrAdd, lazy } from '../cache.js';
import { allCards, notes } from '../format/payload.js';
import { plainText } from './card-text.js';
import { byWeight, cardsOf, foldedLabels } from './graph.js';
import { fold } from './text.js';

/** @param {number} note */
const tagsOf = note => [...(notes[note].tags ?? []), ...(notes[note].marks ?? [])];

/** @param {number} note */
const pathOf = note => notes[note].path ?? '';

// Folded labels and aliases by note.
/** @type {string[][]} */
const nameCache = [];

/** @param {number} note */
export const namesOf = note => nameCache[note] ??= [foldedLabels[note], ...(notes[note].aliases ?? []).map(fold)];

/** @param {number} note */
export const fieldsOf = note => [...namesOf(note), ...cardTextsOf(note).map(card => card.question)];

/** @type {Map<string, string[] | null>[]} */
const propertyCache = [];

/** @param {number} note */
const propertiesOf = note => propertyCache[note] ??= new Map(
  Object.entries({ ...namedFields(notes[note]), ...notes[note].properties }).map(([name, values]) => [fold(name), values]),
);

/**
 * The properties that are fields of their own.
 *
 * @param {Note} note
 */
const namedFields = ({ aliases, tags }) => ({ ...aliases && { aliases }, ...tags && { tags } });

/** @type {Lookup} */
export const lookup = { fieldsOf, pathOf, tagsOf, deckOf: note => notes[note].deck ?? '', propertiesOf };

// The cards of huge vaults come late, so what is known about the cards of a note may change once.
/** @type {{ source: Cards | null, texts: Map<number, CardTexts[]> }} */
const cardTextCache = { source: null, texts: new Map() };

/**
 * @param {number} note
 * @returns {CardTexts[]}
 */
export function cardTextsOf(note) {
  if (cardTextCache.source !== allCards()) Object.assign(cardTextCache, { source: allCards(), texts: new Map() });
  return getOrAdd(cardTextCache.texts, note, () => cardsOf(note).map(([question, answer]) => ({
    words: plainText(question), question: fold(plainText(question)), answer: fold(plainText(answer)),
  })));
}

// Names and questions are folded in idle time: in a huge vault the first search would have to wait for it.
const BATCH_SIZE = 500;

export const notesByWeight = lazy(() => notes.map((_, note) => note).sort(byWeight));

/** @param {number} [from] */
export function prepareSearch(from = 0) {
  if (from >= notesByWeight().length) return;
  for (let note = from; note < Math.min(notes.length, from + BATCH_SIZE); note += 1) fieldsOf(note);
  setTimeout(prepareSearch, 0, from + BATCH_SIZE);
}
