// The graph of notes and links: neighbours, relation types, kinds of notes.

import { lazy } from '../cache.js';
import { computeWeights } from '../format/compact.js';
import { allCards, links, notes } from '../format/payload.js';
import { fold } from './text.js';

export const MANY_LINKS = 1500;

/** @type {number[][]} */
export const outgoing = notes.map(() => []);

/** @type {number[][]} */
export const incoming = notes.map(() => []);
links.forEach((link, number) => {
  outgoing[link.from].push(number);
  incoming[link.to].push(number);
});

computeWeights(notes, notes.map((_, note) => outgoing[note].length + incoming[note].length));

/** @type {Map<string, number>} */
export const relationCounts = new Map();
for (const { kind = '' } of links) relationCounts.set(kind, (relationCounts.get(kind) ?? 0) + 1);
/** The types of relations, the most used first. */
export const relationTypes = [...relationCounts].filter(([kind]) => kind).sort(([, a], [, b]) => b - a).map(([kind]) => kind);

export const foldedLabels = notes.map(note => fold(note.label));

/**
 * @param {number} note
 * @returns {Card[]}
 */
export const cardsOf = note => Object.hasOwn(allCards(), note) ? allCards()[note] : [];

/** @param {number} note */
export const isNote = note => !notes[note].kind;

/** @param {number} note */
export const isUnresolved = note => notes[note].kind === 'unresolved';

/** @param {number} note */
export const isOrphan = note => !outgoing[note].length && !incoming[note].length && isNote(note);

/** The notes that another one links to. A relation against the study order is written in the note it leads to. */
const targets = lazy(() => new Set(links.map(({ from, to, direction }) => direction === -1 ? from : to)));

/**
 * Whether the other note has a plain link back.
 *
 * @param {Link} link
 */
export const isReturned = ({ from, to, kind }) => !kind && outgoing[to].some(number => links[number].to === from && !links[number].kind);

/** @type {Linkage[]} */
export const LINKAGES = ['targets', 'sources', 'orphans'];

/**
 * Whether other notes link to a note, it only links to others, or neither.
 *
 * @param {number} note
 * @returns {Linkage}
 */
export const linkageOf = note => targets().has(note) ? 'targets' : isOrphan(note) ? 'orphans' : 'sources';

/**
 * @param {number} note
 * @returns {Set<number>}
 */
export const neighbours = note => new Set([
  ...outgoing[note].map(link => links[link].to),
  ...incoming[note].map(link => links[link].from),
]);

/**
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
export const byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;
