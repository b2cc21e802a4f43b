// The path between two notes that the reader chose.

import { links, notes } from '../format/payload.js';
import { isLinkShown } from './filter.js';
import { incoming, outgoing } from './graph.js';
import { state } from './state.js';
import { countLabel, t } from './strings.js';

/**
 * The links of a note that are shown, relations first, for they carry more meaning.
 *
 * @param {number} note
 */
export const shownLinksOf = note => [...outgoing[note], ...incoming[note]].filter(isLinkShown)
  .sort((a, b) => Number(Boolean(links[b].kind)) - Number(Boolean(links[a].kind)) || a - b);

/**
 * @param {number} link
 * @param {number} note
 */
export const otherEnd = (link, note) => links[link].from === note ? links[link].to : links[link].from;

/** @param {Path} path */
export function pathLabel({ start, end, links: steps }) {
  const ends = [notes[start].label, notes[end].label];
  return steps ? `${t('path_found', ...ends)} · ${countLabel('steps', steps.length)}` : t('path_none', ...ends);
}

/**
 * @param {Path} path
 * @returns {number[]}
 */
export function notesOnPath({ start, links: steps }) {
  const passed = [start];
  for (const link of steps ?? []) passed.push(otherEnd(link, passed[passed.length - 1]));
  return passed;
}

/** @param {number} note */
export const isPathTarget = note => Boolean(state.path?.links) && note === state.path?.end;

/** @param {number} note */
export const isPathEndpoint = note => note === state.path?.start || note === state.path?.end;
