// Cards that are due today or before, and new ones, where the notes store when they are due.

import { lazy } from '../cache.js';
import { notes, page } from '../format/payload.js';
import { countLabel } from './strings.js';

// Anki's days begin some hours after midnight.
const currentDay = () => {
  const now = new Date();
  now.setHours(now.getHours() - page.day_begins);
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

const today = currentDay();

/** @param {number} note */
export const dueCount = note => (notes[note].due ?? []).filter(day => day <= today).length;

/** @param {number} note */
const newCount = note => notes[note].new ?? 0;

/** @param {number} note */
export const waitingCount = note => dueCount(note) + newCount(note);

/**
 * The colour of its ring.
 *
 * @param {number} note
 */
export const ringOf = note => dueCount(note) ? 'due' : 'new';
export const hasWaitingCards = lazy(() => notes.some((_, note) => waitingCount(note)));

/**
 * "2 due, 1 new", or nothing.
 *
 * @param {number} note
 */
export const dueLabel = note => [dueCount(note) && countLabel('due', dueCount(note)), newCount(note) && countLabel('new', newCount(note))]
  .filter(Boolean).join(', ');
