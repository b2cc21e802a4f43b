// Which notes lie in a part of the map, looked up through a grid of squares.

import { positionOf, stage } from './stage.js';
import { isLayered, notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { byWeight } from '../model/graph.js';

const SQUARE = 96, MAX_SQUARES = 1500;
let grid = null;

export const invalidateGrid = () => { grid = null; };

function fillGrid() {
  grid = new Map();
  for (const note of shown.notes) {
    const key = squareKey(Math.floor(positionOf(note).x / SQUARE), Math.floor(positionOf(note).y / SQUARE));
    if (grid.has(key)) grid.get(key).push(note);
    else grid.set(key, [note]);
  }
}

const squareKey = (column, row) => column * 100_003 + row;

// The notes of a frame, the important ones first, at most so many.
export function notesWithin(frame, most = Infinity) {
  const isInside = note => positionOf(note).x > frame.left && positionOf(note).x < frame.right && positionOf(note).y > frame.top && positionOf(note).y < frame.bottom;
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MAX_SQUARES) {
    for (const note of shown.notes) {
      if (isInside(note) && found.push(note) >= most) break;
    }
    return found;
  }
  for (const note of notesOfSquares(frame)) if (isInside(note)) found.push(note);
  return found.sort(byWeight).slice(0, most);
}

function* notesOfSquares({ left, top, right, bottom }) {
  if (!grid) fillGrid();
  for (let column = Math.floor(left / SQUARE); column <= right / SQUARE; column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= bottom / SQUARE; row += 1) {
      yield* grid.get(squareKey(column, row)) ?? [];
    }
  }
}

// Small dots are hard to hit: the nearest one within a finger's breadth will do.
export function noteAt({ x, y }) {
  const reach = isLayered ? 0 : 10 / stage.getScale();
  let best = -1, lowest = Infinity;
  for (const note of notesOfSquares({ left: x - reach - SQUARE, top: y - reach - SQUARE, right: x + reach + SQUARE, bottom: y + reach + SQUARE })) {
    const distance = Math.hypot(positionOf(note).x - x, positionOf(note).y - y) - (notes[note].r ?? 0);
    if (distance < reach && distance < lowest) [best, lowest] = [note, distance];
  }
  return best;
}
