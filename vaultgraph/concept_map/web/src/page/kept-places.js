// Where notes were dragged is kept in the browser, until a new map has them elsewhere.

import { notes, page } from '../format/payload.js';
import { state } from '../model/state.js';
import { keep, kept } from './storage.js';

const key = `vaultgraph places ${page.title} ${page.part}`;

/** @param {number} note */
const nameOf = note => notes[note].path ?? notes[note].target ?? notes[note].label;

export function keepDragged() {
  keep(key, [...state.dragged].map(([note, { x, y }]) => [nameOf(note), notes[note].x, notes[note].y, Math.round(x), Math.round(y)]));
}

export function restoreDragged() {
  const numbers = new Map(notes.map((_, note) => [nameOf(note), note])), places = kept(key);
  for (const place of Array.isArray(places) ? places : []) {
    const [name, fromX, fromY, x, y] = Array.isArray(place) ? place : [], note = numbers.get(name) ?? -1;
    const isSame = note >= 0 && notes[note].x === fromX && notes[note].y === fromY;
    if (isSame && Number.isFinite(x) && Number.isFinite(y)) state.dragged.set(note, { x, y });
  }
}
