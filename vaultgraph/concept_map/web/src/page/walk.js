// Where the arrow keys lead.

import { areBoxes } from '../drawing/local-layout.js';
import { positionOf } from '../drawing/stage.js';
import { page } from '../format/payload.js';
import { distancesFrom, shown } from '../model/filter.js';
import { isLocal, state } from '../model/state.js';

// Where reading begins: the first box of the largest connected part, or the dot with the most links.
export function firstNote() {
  if (isLocal()) return state.local.centres[0];
  if (!areBoxes()) return shown.notes[0];
  /** @param {number} note */
  const along = note => page.flow === 'LR' ? positionOf(note).x : positionOf(note).y;
  const reach = new Map();
  for (const note of shown.notes) {
    if (reach.has(note)) continue;
    const joined = distancesFrom(note, Infinity);
    for (const each of joined.keys()) reach.set(each, joined.size);
  }
  return shown.notes.reduce((a, b) => (reach.get(b) - reach.get(a) || along(a) - along(b)) > 0 ? b : a);
}

/**
 * @param {Iterable<number>} candidates
 * @param {number} dx
 * @param {number} dy
 * @returns {number | undefined}
 */
export function nearestInDirection(candidates, dx, dy) {
  const here = positionOf(state.selected);
  let best, lowestCost = Infinity;
  for (const note of candidates) {
    if (note === state.selected || !shown.isNote[note]) continue;
    const { x, y } = positionOf(note);
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 1 && cost < lowestCost) [best, lowestCost] = [note, cost];
  }
  return best;
}
