// Which notes and links the filters leave, and what leads to a note among them.

import { isConcept, links, notes } from '../format/payload.js';
import { arriving, byWeight, isNote, isOrphan, neighbours } from './graph.js';
import { groupOf } from './groups.js';
import { state } from './state.js';

export const shown = { isNote: [], notes: [], links: [] };

export function refilter() {
  const near = state.centre >= 0 ? surroundings(state.centre, state.depth) : null;
  shown.isNote = notes.map((_, note) => (!near || near.has(note)) && !isFiltered(note));
  shown.notes = notes.map((_, note) => note).filter(note => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}

function isFiltered(note) {
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  if (isOrphan(note)) return state.hideOrphans || state.hiddenGroups.has(groupOf(note));
  return state.hiddenGroups.has(groupOf(note));
}

export function isLinkShown(link) {
  const { from, to, kind } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !state.hiddenKinds.has(kind ?? '');
}

// The notes at most `depth` links away, with their distances.
export function surroundings(centre, depth) {
  const distance = new Map([[centre, 0]]);
  for (const [note, steps] of distance) {
    if (steps === depth) continue;
    for (const near of neighbours(note)) if (!distance.has(near)) distance.set(near, steps + 1);
  }
  return distance;
}

// What leads to a note: relations with a direction, and where there is none, plain links too. Not in
// large maps, where by links all leads to all.
function leadsTo(note) {
  const ways = arriving[note].filter(link => isLinkShown(link) && !links[link].implied);
  const relations = ways.filter(link => links[link].direction);
  return (relations.length || !isConcept ? relations : ways).map(link => links[link].from);
}

const FARTHEST = 400;

export function ancestors(note) {
  const found = new Set([note]);
  for (const each of found) {
    if (found.size > FARTHEST) break;
    leadsTo(each).forEach(before => found.add(before));
  }
  return found;
}

// The way to a note from the most distant beginning, by its shortest steps.
export function trail(note) {
  const next = new Map([[note, -1]]);
  let beginning = note;
  for (const each of next.keys()) {
    const before = leadsTo(each).filter(other => !next.has(other));
    before.forEach(other => next.set(other, each));
    if (!leadsTo(each).length) beginning = each;
    if (next.size > FARTHEST) break;
  }
  const way = [];
  for (let each = beginning; each >= 0; each = next.get(each)) way.push(each);
  return way;
}
