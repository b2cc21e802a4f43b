// Where notes were dragged is kept in the browser, until a new map has them elsewhere, or in a file next to the map.

import { notes, page } from '../format/payload.js';
import { state } from '../model/state.js';
import { keep, kept } from './storage.js';

const key = `vaultgraph places ${page.title} ${page.part}`;

/** @param {number} note */
const nameOf = note => notes[note].path ?? notes[note].target ?? notes[note].label;

/** @typedef {[name: string, x: number, y: number]} Place */

/** @returns {Place[]} */
export const draggedPlaces = () => [...state.dragged].map(([note, { x, y }]) => [nameOf(note), Math.round(x), Math.round(y)]);

export function keepDragged() {
  keep(key, [...state.dragged].map(([note, { x, y }]) => [nameOf(note), notes[note].x, notes[note].y, Math.round(x), Math.round(y)]));
}

export function restoreDragged() {
  const numbers = new Map(notes.map((_, note) => [nameOf(note), note])), places = kept(key);
  for (const [name, x, y] of page.kept.places) place(numbers.get(name), x, y);
  for (const row of Array.isArray(places) ? places : []) {
    const [name, fromX, fromY, x, y] = Array.isArray(row) ? row : [], note = numbers.get(name);
    if (note !== undefined && notes[note].x === fromX && notes[note].y === fromY) place(note, x, y);
  }
}

/** @type {(note: number | undefined, x: unknown, y: unknown) => void} */
function place(note, x, y) {
  if (note !== undefined && typeof x === 'number' && typeof y === 'number') state.dragged.set(note, { x, y });
}

/** All notes are where the map has them again; also those that the file next to the map has elsewhere. */
export function resetDragged() {
  state.dragged = new Map([...state.dragged.keys()].map(note => [note, { x: notes[note].x, y: notes[note].y }]));
  keepDragged();
}

export const isAnyDragged = () => [...state.dragged].some(([note, { x, y }]) => notes[note].x !== x || notes[note].y !== y);
