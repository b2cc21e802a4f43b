// The local graph: the notes around one or several others.

import { links, notes } from '../format/payload.js';
import { incoming, outgoing } from './graph.js';
import { neighbourhood } from './neighbourhood.js';
import { state } from './state.js';
import { directPrerequisites, isOnMap } from './study.js';

/**
 * The notes of the local graph with their distances.
 *
 * @param {(note: number) => boolean} isHidden
 * @returns {Map<number, number>}
 */
export function localNotes(isHidden) {
  /** @param {number} note */
  const isLeft = note => isOnMap(note) && !isHidden(note);
  return neighbourhood({ ...state.local, centres: state.local.centres.filter(isLeft) }, {
    neighbours: note => linkedNotes(note).filter(isLeft),
    before: note => directPrerequisites(note).filter(isLeft),
  });
}

/**
 * Whether a filter leaves a link out, even if both of its notes are shown.
 *
 * @param {number} link
 */
export function isLinkFilteredOut(link) {
  const { from, to, kind } = links[link];
  return state.hiddenKinds.has(kind ?? '') || state.unlinked.has(from) || state.unlinked.has(to);
}

/**
 * The neighbours of a note by the relations that are not hidden: those by a relation first, then those with the most
 * links.
 *
 * @param {number} note
 * @returns {number[]}
 */
export function linkedNotes(note) {
  /** @type {Map<number, boolean>} */
  const isRelated = new Map();
  /** @type {(other: number, link: number) => void} */
  const add = (other, link) => {
    if (!isLinkFilteredOut(link)) isRelated.set(other, isRelated.get(other) || Boolean(links[link].kind));
  };
  outgoing[note].forEach(link => add(links[link].to, link));
  incoming[note].forEach(link => add(links[link].from, link));
  /** @param {number} other */
  const importance = other => Number(isRelated.get(other)) + (notes[other].weight ?? 0) / 2;
  return [...isRelated.keys()].sort((a, b) => importance(b) - importance(a) || a - b);
}
