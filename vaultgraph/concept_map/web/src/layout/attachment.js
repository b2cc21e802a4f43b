// How the notes of a local graph hang together: those that relations with a direction put in layers, and those at
// the side of one of them.

import { getOrAdd } from '../cache.js';

/**
 * @typedef {object} LocalLink
 * @property {number} number
 * @property {number} from
 * @property {number} to
 * @property {string} kind empty for a plain link
 * @property {boolean} isOrdered whether it has a direction in the study order
 *
 * @typedef {object} Attachment
 * @property {Set<number>} layered the notes in layers
 * @property {LocalLink[]} edges between notes in layers: relations with a direction, and what joins separate parts
 * @property {Map<number, LocalLink>} sides the notes at the side of another one, with the link to it
 */

/**
 * @param {number[]} notes those nearest to the centre first
 * @param {LocalLink[]} links
 * @param {number[]} centres
 * @returns {Attachment}
 */
export function attach(notes, links, centres) {
  const ordered = links.filter(({ isOrdered }) => isOrdered), linksOf = linksByNote(links);
  const layered = new Set([...centres, ...ordered.flatMap(({ from, to }) => [from, to])]), partOf = partsOf(layered, ordered);
  const edges = [...ordered];
  /** @type {Map<number, LocalLink>} */
  const sides = new Map();
  const queue = [...partOf.get(centres[0]) ?? []], attached = new Set(queue);

  /** @param {number} note */
  const moveToLayers = note => {
    layered.add(note);
    const link = sides.get(note);
    if (!link) return;
    sides.delete(note);
    edges.push(link);
    moveToLayers(otherEnd(link, note));
  };
  /** @type {(note: number, link: LocalLink) => void} */
  const follow = (note, link) => {
    const other = otherEnd(link, note), part = partOf.get(other);
    if (attached.has(other)) return;
    if (part) {
      moveToLayers(note);
      edges.push(...nearestLinks(linksOf.get(note) ?? [], note, part, ordered));
    } else {
      sides.set(other, link);
    }
    append(part ?? [other]);
  };
  /** @param {Iterable<number>} members */
  const append = members => {
    for (const note of members) {
      if (!attached.has(note)) queue.push(note);
      attached.add(note);
    }
  };
  let at = 0;
  for (const first of [centres[0], ...notes]) {
    if (!attached.has(first)) {
      layered.add(first); // nothing leads there
      append([first]);
    }
    for (; at < queue.length; at += 1) linksOf.get(queue[at])?.forEach(link => follow(queue[at], link));
  }
  return { layered, edges, sides };
}

/**
 * @param {LocalLink} link
 * @param {number} note
 */
export const otherEnd = ({ from, to }, note) => from === note ? to : from;

/**
 * @param {LocalLink[]} links
 * @returns {Map<number, LocalLink[]>}
 */
function linksByNote(links) {
  const found = new Map();
  for (const link of links) for (const end of [link.from, link.to]) getOrAdd(found, end, () => []).push(link);
  return found;
}

/**
 * For each of the *notes* all that links join with it.
 *
 * @param {Iterable<number>} notes
 * @param {LocalLink[]} links
 * @returns {Map<number, Set<number>>}
 */
function partsOf(notes, links) {
  const parts = new Map(), linksOf = linksByNote(links);
  for (const start of notes) {
    if (parts.has(start)) continue;
    const part = new Set([start]);
    for (const note of part) linksOf.get(note)?.forEach(link => part.add(otherEnd(link, note)));
    part.forEach(note => parts.set(note, part));
  }
  return parts;
}

/**
 * Of the links between a note and a part only those to where the part begins, or from where it ends: the relations
 * lead to the others.
 *
 * @param {LocalLink[]} links
 * @param {number} note
 * @param {Set<number>} part
 * @param {LocalLink[]} ordered
 * @returns {LocalLink[]}
 */
function nearestLinks(links, note, part, ordered) {
  const joining = links.filter(link => part.has(otherEnd(link, note)));
  const out = joining.filter(({ from }) => from === note), into = joining.filter(({ to }) => to === note);
  const after = reachableFrom(out.map(({ to }) => to), ordered, 'from', 'to');
  const before = reachableFrom(into.map(({ from }) => from), ordered, 'to', 'from');
  const nearest = [...out.filter(({ to }) => !after.has(to)), ...into.filter(({ from }) => !before.has(from))];
  return nearest.length ? nearest : joining.slice(0, 1);
}

/**
 * The notes to which links lead from one of the *starts*; a start only if they lead to it.
 *
 * @param {number[]} starts
 * @param {LocalLink[]} links
 * @param {'from' | 'to'} end
 * @param {'from' | 'to'} other
 * @returns {Set<number>}
 */
function reachableFrom(starts, links, end, other) {
  const linksOf = new Map();
  for (const link of links) getOrAdd(linksOf, link[end], () => []).push(link[other]);
  const found = new Set(starts.flatMap(note => linksOf.get(note) ?? []));
  for (const note of found) linksOf.get(note)?.forEach((/** @type {number} */ next) => found.add(next));
  return found;
}
