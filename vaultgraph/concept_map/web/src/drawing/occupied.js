// Which rectangles of the screen are taken, looked up through a grid of cells.

import { getOrAdd } from '../cache.js';

const CELL = 64;

export class Occupied {
  /** @type {Map<number, Box[]>} */
  #cells = new Map();

  /** @param {Box} box */
  add(box) {
    for (const cell of this.#cellsOf(box)) getOrAdd(this.#cells, cell, () => []).push(box);
  }

  /** @param {Box} box */
  isFree(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.get(cell)?.some(other => overlaps(box, other))) return false;
    }
    return true;
  }

  /**
   * @param {Box} box
   * @returns {Generator<number, void>}
   */
  * #cellsOf({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 100_003 + y;
    }
  }
}

/**
 * @param {Box} a
 * @param {Box} b
 */
const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
