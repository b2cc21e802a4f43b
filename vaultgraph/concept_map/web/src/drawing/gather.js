// Positions for a note shown alone with its surroundings, which lie far apart among dots: ring by ring,
// each note near the one that it was reached from.

import { isConcept, notes } from '../format/payload.js';
import { shown, surroundings } from '../model/filter.js';
import { byWeight, neighbours } from '../model/graph.js';
import { state } from '../model/state.js';

const RING = 90, SEAT = 90, MOST_IN_ROW = 24;
export let gathered = null;

export function gather() {
  gathered = !isConcept && state.centre >= 0 ? ringsRound(state.centre) : null;
}

function ringsRound(centre) {
  const { x, y } = notes[centre], angles = new Map([[centre, 0]]), places = new Map([[centre, { x, y }]]);
  let edge = 0;
  for (const ring of ringsOf(centre)) {
    const wish = note => Math.min(...[...neighbours(note)].filter(near => angles.has(near)).map(near => angles.get(near)));
    const inOrder = ring.map(note => [note, wish(note)]).sort(([a, first], [b, second]) => first - second || notes[a].topic - notes[b].topic || byWeight(a, b));
    const { inner, rows } = room(ring.length, edge + RING);
    inOrder.forEach(([note], seat) => {
      const angle = FULL_CIRCLE * seat / ring.length, radius = inner + RING * (seat % rows);
      angles.set(note, angle);
      places.set(note, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
    });
    edge = inner + RING * (rows - 1);
  }
  return places;
}

// The notes at each distance from the centre.
function ringsOf(centre) {
  const rings = [];
  for (const [note, steps] of surroundings(centre, state.depth)) {
    if (steps > 0 && shown.isNote[note]) (rings[steps - 1] ??= []).push(note);
  }
  return rings.filter(Boolean);
}

// Where a ring of so many notes begins, at least, and in how many rows it stands: as flat as it may be.
function room(count, least) {
  const rows = count <= MOST_IN_ROW ? 1 : Math.ceil(Math.sqrt(count * SEAT / RING / FULL_CIRCLE));
  return { inner: Math.max(least, count * SEAT / FULL_CIRCLE / rows), rows };
}

export const FULL_CIRCLE = 2 * Math.PI;
