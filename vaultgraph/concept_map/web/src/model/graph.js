// The graph of notes and links: neighbours, relation types, kinds of notes.

import { fillSizes } from '../format/compact.js';
import { allCards, isBig, links, notes } from '../format/payload.js';
import { fold } from './text.js';

export const MANY_LINKS = 1500;

export const leaving = notes.map(() => []);
export const arriving = notes.map(() => []);
links.forEach((link, number) => {
  leaving[link.from].push(number);
  arriving[link.to].push(number);
});

if (isBig) fillSizes(notes, notes.map((_, note) => leaving[note].length + arriving[note].length));

export const kindSizes = new Map();
for (const { kind = '' } of links) kindSizes.set(kind, (kindSizes.get(kind) ?? 0) + 1);
export const namedKinds = [...kindSizes.keys()].filter(Boolean).sort((a, b) => kindSizes.get(b) - kindSizes.get(a));

export const keys = notes.map(note => fold(note.label));
export const cardsOf = note => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
export const isNote = note => !notes[note].kind;
export const isUnwritten = note => notes[note].kind === 'unresolved';
export const isOrphan = note => !leaving[note].length && !arriving[note].length && isNote(note);
export const neighbours = note => new Set([
  ...leaving[note].map(link => links[link].to),
  ...arriving[note].map(link => links[link].from),
]);

export const byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;
