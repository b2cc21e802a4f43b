// When notes were written: up to a day, the map shows how the vault grew.

import { lazy } from '../cache.js';
import { links, notes } from '../format/payload.js';
import { incoming, outgoing } from './graph.js';
import { state } from './state.js';

/** The days on which notes were written, the first one first. */
export const days = lazy(() => [...new Set(notes.flatMap(({ date }) => date ? [date] : []))].sort());

/** What is not a note, such as one not written yet, is as old as the first note that is linked with it. */
const dateOf = lazy(() => notes.map(({ kind, date = '' }, note) => {
  if (!kind) return date;
  const linked = [...incoming[note].map(link => links[link].from), ...outgoing[note].map(link => links[link].to)];
  return linked.map(other => notes[other].date ?? '').sort()[0] ?? '';
}));

/**
 * Whether a note came after the day that is shown; one without a date did not.
 *
 * @param {number} note
 */
export const isLater = note => state.until !== '' && dateOf()[note] > state.until;
