// Which notes are in a part of the map, looked up through a grid of squares.

import { getOrAdd } from '../cache.js';
import { shown } from '../model/filter.js';
import { byWeight } from '../model/graph.js';
import { CELL_HEIGHT, CELL_WIDTH } from '../layout/areas.js';
import { isInView, roomOf } from './bounds.js';
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
  const isInside = note => isInView(note, frame);
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MAX_SQUARES) {
    for (const note of shown.notes) {
      if (isInside(note) && found.push(note) >= most) break;
    }
    return found;
  }
  const { left, top, right, bottom } = frame;
  for (const note of notesOfSquares({ left: left - CELL_WIDTH, top, right, bottom })) if (isInside(note)) found.push(note);
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
export const noteAt = position => areBoxes() ? boxAt(position) : cellAt(position);

/**
 * @param {Position} position
 * @returns {number}
 */
const boxAt = position => shown.notes.find(note => isWithin(position, roomOf(note))) ?? -1;

/**
 * Of an atlas seen from afar, the nearest note within a finger's breadth.
 *
 * @param {Position} position
 */
function cellAt(position) {
  const reach = 5 / stage.getScale(), { x, y } = position;
  const around = notesOfSquares({ left: x - CELL_WIDTH - reach, right: x + reach, top: y - CELL_HEIGHT - reach, bottom: y + CELL_HEIGHT + reach });
  let best = -1, lowest = Infinity;
  for (const note of around) {
    const { left, right, top, bottom } = roomOf(note);
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    if (distance <= reach && distance < lowest) [best, lowest] = [note, distance];
  }
  return best;
}

/**
 * @param {Position} position
 * @param {Box} box
 */
const isWithin = ({ x, y }, { left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
