// Which notes are in a part of the map, looked up through a grid of squares.

import { getOrAdd } from '../cache.js';
import { notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { byWeight } from '../model/graph.js';
import { boxSize } from './box-text.js';
import { areBoxes } from './local-layout.js';
import { positionOf, stage } from './stage.js';

const SQUARE = 96, MAX_SQUARES = 1500;

/** @type {Map<number, number[]> | null} */
let grid = null;

export const invalidateGrid = () => { grid = null; };

function buildGrid() {
  /** @type {Map<number, number[]>} */
  const squares = new Map();
  for (const note of shown.notes) {
    const { x, y } = positionOf(note);
    getOrAdd(squares, squareKey(Math.floor(x / SQUARE), Math.floor(y / SQUARE)), () => []).push(note);
  }
  return squares;
}

/**
 * @param {number} column
 * @param {number} row
 */
const squareKey = (column, row) => column * 100_003 + row;

/**
 * The notes of a frame, the important ones first, at most so many.
 *
 * @param {Frame} frame
 * @param {number} [most]
 * @returns {number[]}
 */
export function notesWithin(frame, most = Infinity) {
  /** @param {number} note */
  const isInside = note => {
    const { x, y } = positionOf(note);
    return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
  };
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

/**
 * @param {Box} box
 * @returns {Generator<number, void>}
 */
function* notesOfSquares({ left, top, right, bottom }) {
  grid ??= buildGrid();
  for (let column = Math.floor(left / SQUARE); column <= right / SQUARE; column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= bottom / SQUARE; row += 1) {
      yield* grid.get(squareKey(column, row)) ?? [];
    }
  }
}

/**
 * The note at a point of the map, -1 if there is none.
 *
 * @param {Position} position
 */
export const noteAt = position => areBoxes() ? boxAt(position) : dotAt(position);

/**
 * @param {Position} position
 * @returns {number}
 */
function boxAt({ x, y }) {
  return shown.notes.find(note => {
    const place = positionOf(note), [width, height] = boxSize(note);
    return Math.abs(place.x - x) <= width / 2 && Math.abs(place.y - y) <= height / 2;
  }) ?? -1;
}

/**
 * Small dots are hard to hit: the nearest one within a finger's breadth will do.
 *
 * @param {Position} position
 */
function dotAt({ x, y }) {
  const reach = 10 / stage.getScale();
  let best = -1, lowest = Infinity;
  const around = { left: x - reach - SQUARE, top: y - reach - SQUARE, right: x + reach + SQUARE, bottom: y + reach + SQUARE };
  for (const note of notesOfSquares(around)) {
    const distance = Math.hypot(positionOf(note).x - x, positionOf(note).y - y) - (notes[note].r ?? 0);
    if (distance < reach && distance < lowest) [best, lowest] = [note, distance];
  }
  return best;
}
