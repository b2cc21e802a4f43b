// Which notes and links the filters leave, and what leads to a note among them.

import { isLayered, links, notes } from '../format/payload.js';
import { byWeight, incoming, isNote, isOrphan, neighbours } from './graph.js';
import { groupOf } from './groups.js';
import { state } from './state.js';

/** @type {{ isNote: boolean[], notes: number[], links: number[] }} */
export const shown = { isNote: [], notes: [], links: [] };

export function applyFilters() {
  const distances = state.centre >= 0 ? distancesFrom(state.centre, state.depth) : null;
  shown.isNote = notes.map((_, note) => (!distances || distances.has(note)) && !isHidden(note));
  shown.notes = notes.map((_, note) => note).filter(note => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}

/** @param {number} note */
function isHidden(note) {
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  if (isOrphan(note)) return state.hideOrphans || state.hiddenGroups.has(groupOf(note));
  return state.hiddenGroups.has(groupOf(note));
}

/** @param {number} link */
export function isLinkShown(link) {
  const { from, to, kind } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !state.hiddenKinds.has(kind ?? '');
}

/**
 * The notes at most `depth` links away, with their distances.
 *
 * @param {number} centre
 * @param {number} depth
 * @returns {Map<number, number>}
 */
export function distancesFrom(centre, depth) {
  const distance = new Map([[centre, 0]]);
  for (const [note, steps] of distance) {
    if (steps === depth) continue;
    for (const other of neighbours(note)) if (!distance.has(other)) distance.set(other, steps + 1);
  }
  return distance;
}

/**
 * What leads to a note: relations with a direction, and where there is none, plain links too. Not in
 * large maps, where by links all leads to all.
 *
 * @param {number} note
 */
function predecessors(note) {
  const candidates = incoming[note].filter(link => isLinkShown(link) && !links[link].implied);
  const relations = candidates.filter(link => links[link].direction);
  return (relations.length || !isLayered ? relations : candidates).map(link => links[link].from);
}

const MAX_ANCESTORS = 400;

/**
 * @param {number} note
 * @returns {Set<number>}
 */
export function ancestors(note) {
  const found = new Set([note]);
  for (const each of found) {
    if (found.size > MAX_ANCESTORS) break;
    predecessors(each).forEach(before => found.add(before));
  }
  return found;
}

/**
 * The path to a note from the most distant beginning, by its shortest steps.
 *
 * @param {number} note
 * @returns {number[]}
 */
export function trail(note) {
  const next = new Map([[note, -1]]);
  let beginning = note;
  for (const each of next.keys()) {
    const before = predecessors(each).filter(other => !next.has(other));
    before.forEach(other => next.set(other, each));
    if (!predecessors(each).length) beginning = each;
    if (next.size > MAX_ANCESTORS) break;
  }
  const path = [];
  for (let each = beginning; each >= 0; each = next.get(each) ?? -1) path.push(each);
  return path;
}
