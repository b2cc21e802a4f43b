// Where the arrow keys lead.

import { at } from '../drawing/stage.js';
import { isConcept, page } from '../format/payload.js';
import { shown, surroundings } from '../model/filter.js';
import { state } from '../model/state.js';

// Where reading begins: the first box of those that hang together most, or the dot with the most links.
export function firstNote() {
  if (!isConcept) return shown.notes[0];
  const along = note => page.flow === 'TB' ? at(note).y : at(note).x;
  const reach = new Map();
  for (const note of shown.notes) {
    if (reach.has(note)) continue;
    const joined = surroundings(note, Infinity);
    for (const each of joined.keys()) reach.set(each, joined.size);
  }
  return shown.notes.reduce((a, b) => (reach.get(b) - reach.get(a) || along(a) - along(b)) > 0 ? b : a);
}

export function nearest(candidates, dx, dy) {
  const here = at(state.selected);
  let best, least = Infinity;
  for (const note of candidates) {
    if (note === state.selected || !shown.isNote[note]) continue;
    const { x, y } = at(note);
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 1 && cost < least) [best, least] = [note, cost];
  }
  return best;
}
