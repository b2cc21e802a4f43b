// Where notes were dragged is kept in the browser, until a new map has them elsewhere.

import { notes, page } from '../format/payload.js';
import { state } from '../model/state.js';

/** @typedef {[name: string, fromX: number, fromY: number, toX: number, toY: number]} KeptPlace */

const key = `vaultgraph places ${page.title} ${page.part} ${page.mode}`;

/** @param {number} note */
const nameOf = note => notes[note].path ?? notes[note].target ?? notes[note].label;

export function keepDragged() {
  const places = [...state.dragged].map(([note, { x, y }]) => [nameOf(note), notes[note].x, notes[note].y, Math.round(x), Math.round(y)]);
  try {
    if (places.length) localStorage.setItem(key, JSON.stringify(places));
    else localStorage.removeItem(key);
  } catch {
    // A browser may forbid to keep anything: then the places last as long as the page.
  }
}

export function restoreDragged() {
  const numbers = new Map(notes.map((_, note) => [nameOf(note), note]));
  for (const [name, fromX, fromY, x, y] of keptPlaces()) {
    const note = numbers.get(name) ?? -1;
    const isSame = note >= 0 && notes[note].x === fromX && notes[note].y === fromY;
    if (isSame && Number.isFinite(x) && Number.isFinite(y)) state.dragged.set(note, { x, y });
  }
}

/** @returns {KeptPlace[]} */
function keptPlaces() {
  try {
    /** @type {unknown} */
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(place => Array.isArray(place) && place.length === 5) : [];
  } catch {
    return [];
  }
}
