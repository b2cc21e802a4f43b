// The graph of notes and links: neighbours, relation types, kinds of notes.

import { computeSizes } from '../format/compact.js';
import { allCards, isBig, links, notes } from '../format/payload.js';
import { fold } from './text.js';

export const MANY_LINKS = 1500;

export const outgoing = notes.map(() => []);
export const incoming = notes.map(() => []);
links.forEach((link, number) => {
  outgoing[link.from].push(number);
  incoming[link.to].push(number);
});

if (isBig) computeSizes(notes, notes.map((_, note) => outgoing[note].length + incoming[note].length));

export const relationCounts = new Map();
for (const { kind = '' } of links) relationCounts.set(kind, (relationCounts.get(kind) ?? 0) + 1);
export const relationTypes = [...relationCounts.keys()].filter(Boolean).sort((a, b) => relationCounts.get(b) - relationCounts.get(a));

export const foldedLabels = notes.map(note => fold(note.label));
export const cardsOf = note => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
export const isNote = note => !notes[note].kind;
export const isUnresolved = note => notes[note].kind === 'unresolved';
export const isOrphan = note => !outgoing[note].length && !incoming[note].length && isNote(note);
export const neighbours = note => new Set([
  ...outgoing[note].map(link => links[link].to),
  ...incoming[note].map(link => links[link].from),
]);

export const byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;
