// Which notes and links the filters leave, and what leads to a note among them.

import { whileSame } from '../cache.js';
import { isLayered, links, notes } from '../format/payload.js';
import { isLater } from './dates.js';
import { byWeight, incoming, isNote, linkageOf, neighbours, outgoing } from './graph.js';
import { isInHiddenGroup } from './groups.js';
import { isLinkFilteredOut, linkedNotes, localNotes } from './local-graph.js';
import { parseQuery } from './query.js';
import { fieldsOf, lookup } from './searchable.js';
import { isLocal, state } from './state.js';
import { directPrerequisites, hasOrder, isOnMap } from './study.js';

/**
 * `local` has the distances of the notes of a local graph, those nearest to the centre first. Notes of a later day have a
 * place in the atlas, though they are not shown.
 *
 * @type {{ isNote: boolean[], hasPlace: boolean[], notes: number[], links: number[], local: Map<number, number> | null }}
 */
export const shown = { isNote: [], hasPlace: [], notes: [], links: [], local: null };

export function applyFilters() {
  const local = shown.local = isLocal() ? localNotes(isHidden) : null;
  shown.hasPlace = notes.map((_, note) => !isFilteredOut(note));
  // What only hidden notes name or hold is hidden with them.
  notes.forEach(({ kind }, note) => { if (kind && shown.hasPlace[note]) shown.hasPlace[note] = hasShownNeighbour(note); });
  shown.isNote = notes.map((_, note) => local ? local.has(note) : shown.hasPlace[note] && !isLater(note));
  shown.notes = notes.map((_, note) => note).filter(note => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}

const filterPredicate = whileSame(() => [state.filter], () => parseQuery(state.filter, lookup));

/** @param {number} note */
const isMatched = note => fieldsOf(note).some(field => filterPredicate()(note, field));

/** @param {number} note */
export const isHidden = note => isLater(note) || isFilteredOut(note);

/** @param {number} note */
function hasShownNeighbour(note) {
  const linked = [...incoming[note].map(link => links[link].from), ...outgoing[note].map(link => links[link].to)];
  return !linked.length || linked.some(other => !notes[other].kind && shown.hasPlace[other]);
}

/** @param {number} note */
function isFilteredOut(note) {
  if (state.hiddenNotes.has(note) || (state.filter && !isMatched(note))) return true;
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  return state.hiddenLinkages.has(linkageOf(note)) || isInHiddenGroup(note);
}

/**
 * The neighbours of a note that its local graph does not show.
 *
 * @param {number} note
 */
export const furtherNeighbours = note => linkedNotes(note).filter(other => !shown.isNote[other] && !isHidden(other));

/** @param {number} link */
export function isLinkShown(link) {
  const { from, to } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !isLinkFilteredOut(link);
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

const MAX_ANCESTORS = 400;

/**
 * What leads to a note, and the note itself: what to learn before it. Where nothing in the map is learned before
 * anything else, as there are no relations with a direction, the plain links of a layered map lead to it.
 *
 * @param {number} note
 * @returns {Set<number>}
 */
export function ancestors(note) {
  const before = hasOrder || !isLayered ? directPrerequisites : linkedFrom;
  const found = new Set([note]);
  for (const each of found) {
    if (found.size > MAX_ANCESTORS) break;
    before(each).filter(other => !isOnMap(other) || shown.isNote[other]).forEach(other => found.add(other));
  }
  return new Set([...found].filter(isOnMap));
}

/** @param {number} note */
const linkedFrom = note => incoming[note].filter(link => isLinkShown(link) && !links[link].implied).map(link => links[link].from);
