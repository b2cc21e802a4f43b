// Positions for a note shown alone with its surroundings, which are far apart among dots: ring by ring,
// each note close to the one that it was reached from.

import { isLayered, notes } from '../format/payload.js';
import { distancesFrom, shown } from '../model/filter.js';
import { byWeight, neighbours } from '../model/graph.js';
import { state } from '../model/state.js';
import { FULL_CIRCLE } from './geometry.js';

const RING_GAP = 90, SEAT_WIDTH = 90, MAX_IN_ROW = 24;

/** @type {Map<number, Position> | null} */
export let localPositions = null;

export function updateLocalPositions() {
  localPositions = !isLayered && state.centre >= 0 ? ringPositions(state.centre) : null;
}

/**
 * @param {number} centre
 * @returns {Map<number, Position>}
 */
function ringPositions(centre) {
  const x = Math.round(notes[centre].x), y = Math.round(notes[centre].y), angles = new Map([[centre, 0]]), places = new Map([[centre, { x, y }]]);
  let edge = 0;
  for (const ring of notesByDistance(centre)) {
    /** @param {number} note */
    const preferredAngle = note => Math.min(...[...neighbours(note)].filter(other => angles.has(other)).map(other => angles.get(other) ?? 0));
    const inOrder = ring.map(note => [note, preferredAngle(note)]);
    inOrder.sort(([a, first], [b, second]) => first - second || notes[a].topic - notes[b].topic || byWeight(a, b));
    const { inner, rows } = ringSize(ring.length, edge + RING_GAP);
    inOrder.forEach(([note], place) => {
      const angle = FULL_CIRCLE * place / ring.length, radius = inner + RING_GAP * (place % rows);
      angles.set(note, angle);
      // In whole numbers: vis-network cuts off the fraction, and -94.999 would become -94.
      places.set(note, { x: Math.round(x + radius * Math.cos(angle)), y: Math.round(y + radius * Math.sin(angle)) });
    });
    edge = inner + RING_GAP * (rows - 1);
  }
  return places;
}

/**
 * The notes at each distance from the centre.
 *
 * @param {number} centre
 * @returns {number[][]}
 */
function notesByDistance(centre) {
  /** @type {number[][]} */
  const rings = [];
  for (const [note, steps] of distancesFrom(centre, state.depth)) {
    if (steps > 0 && shown.isNote[note]) (rings[steps - 1] ??= []).push(note);
  }
  return rings.filter(Boolean);
}

/**
 * The inner radius of a ring of *count* notes, and in how many rows they are: as few as fit.
 *
 * @param {number} count
 * @param {number} minRadius
 */
function ringSize(count, minRadius) {
  const rows = count <= MAX_IN_ROW ? 1 : Math.ceil(Math.sqrt(count * SEAT_WIDTH / RING_GAP / FULL_CIRCLE));
  return { inner: Math.max(minRadius, count * SEAT_WIDTH / FULL_CIRCLE / rows), rows };
}

