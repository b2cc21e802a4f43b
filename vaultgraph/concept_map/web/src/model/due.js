// Cards that are due today or before, and new ones, where the notes store when they are due.

import { notes } from '../format/payload.js';
import { countLabel } from './strings.js';
import { lazy } from './text.js';

const currentDay = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

const today = currentDay();

export const dueCount = note => (notes[note].due ?? []).filter(day => day <= today).length;
const newCount = note => notes[note].new ?? 0;
export const waitingCount = note => dueCount(note) + newCount(note);
export const hasWaitingCards = lazy(() => notes.some((_, note) => waitingCount(note)));

// "2 due, 1 new", or nothing.
export const dueLabel = note => [[dueCount(note), 'due'], [newCount(note), 'new']]
  .filter(([number]) => number).map(([number, what]) => countLabel(what, number)).join(', ');
