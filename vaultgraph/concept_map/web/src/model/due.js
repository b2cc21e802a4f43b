// Cards that are due today or before, and new ones, where the notes store when they are due.

import { notes } from '../format/payload.js';
import { counted } from './strings.js';
import { later } from './text.js';

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

const dayOfOpening = today();

export const dueOf = note => (notes[note].due ?? []).filter(day => day <= dayOfOpening).length;
const newOf = note => notes[note].new ?? 0;
export const waitingOf = note => dueOf(note) + newOf(note);
export const doWait = later(() => notes.some((_, note) => waitingOf(note)));

// "2 due, 1 new", or nothing.
export const sayWaiting = note => [[dueOf(note), 'due'], [newOf(note), 'new']]
  .filter(([number]) => number).map(([number, what]) => counted(what, number)).join(', ');
