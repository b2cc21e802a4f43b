// Which notes lie in a part of the map, looked up through a grid of squares.

import { at, stage } from './stage.js';
import { isConcept, notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { byWeight } from '../model/graph.js';

const SQUARE = 96, MOST_SQUARES = 1500;
let squares = null;

export const forgetSquares = () => { squares = null; };

function fillSquares() {
  squares = new Map();
  for (const note of shown.notes) {
    const key = squareAt(Math.floor(at(note).x / SQUARE), Math.floor(at(note).y / SQUARE));
    if (squares.has(key)) squares.get(key).push(note);
    else squares.set(key, [note]);
  }
}

const squareAt = (column, row) => column * 100_003 + row;

// The notes of a frame, the important ones first, at most so many.
export function notesWithin(frame, most = Infinity) {
  const isInside = note => at(note).x > frame.left && at(note).x < frame.right && at(note).y > frame.top && at(note).y < frame.bottom;
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MOST_SQUARES) {
    for (const note of shown.notes) {
      if (isInside(note) && found.push(note) >= most) break;
    }
    return found;
  }
  for (const note of notesOfSquares(frame)) if (isInside(note)) found.push(note);
  return found.sort(byWeight).slice(0, most);
}

function* notesOfSquares({ left, top, right, bottom }) {
  if (!squares) fillSquares();
  for (let column = Math.floor(left / SQUARE); column <= right / SQUARE; column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= bottom / SQUARE; row += 1) {
      yield* squares.get(squareAt(column, row)) ?? [];
    }
  }
}

// Small dots are hard to hit: the nearest one within a finger's breadth will do.
export function noteNear({ x, y }) {
  const reach = isConcept ? 0 : 10 / stage.getScale();
  let best = -1, least = Infinity;
  for (const note of notesOfSquares({ left: x - reach - SQUARE, top: y - reach - SQUARE, right: x + reach + SQUARE, bottom: y + reach + SQUARE })) {
    const distance = Math.hypot(at(note).x - x, at(note).y - y) - (notes[note].r ?? 0);
    if (distance < reach && distance < least) [best, least] = [note, distance];
  }
  return best;
}
