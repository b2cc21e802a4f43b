// The notes as a list: to read, to walk through without a mouse, for those who hear the page.

import { byId, make } from '../dom.js';
import { notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { counted, text } from '../model/strings.js';
import { commands } from './commands.js';
import { hovering, swatch } from './elements.js';
import { tabStop } from './layout.js';

const MOST_LISTED = 400;
let listed = [];

export function listNotes() {
  listed = [...shown.notes].sort((a, b) => isNote(b) - isNote(a) || compareNames(notes[a].label, notes[b].label));
  byId('list').replaceChildren(...items(0));
}

const { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });

function items(from) {
  const rows = listed.slice(from, from + MOST_LISTED).map(note => make('li', {}, entry(note)));
  const rest = listed.length - from - rows.length;
  if (rest <= 0) return rows;
  const more = make('button', { className: 'more', textContent: text('more', rest), tabIndex: tabStop(), click: () => more.parentNode.replaceWith(...items(from + MOST_LISTED)) });
  return [...rows, make('li', {}, more)];
}

function entry(note) {
  const { label, cards } = notes[note];
  const small = make('small', { textContent: [isNote(note) ? '' : text(notes[note].kind), cards && isNote(note) ? counted('cards', cards) : ''].filter(Boolean).join(' · ') });
  return make('button', { tabIndex: tabStop(), click: () => commands.choose(note, true), ...hovering(note) }, swatch(note), make('span', { className: 'name', textContent: label }), small);
}

export function walkIndex(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...byId('list').querySelectorAll('button')];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
}
