// The notes as a list: to read, to walk through without a mouse, for screen readers.

import { byId, make } from '../dom.js';
import { notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { countLabel, t } from '../model/strings.js';
import { commands } from './commands.js';
import { hoverHandlers, kindLabel, swatch } from './elements.js';
import { listTabIndex } from './layout.js';

const MAX_LISTED = 400;

/** @type {number[]} */
let listedNotes = [];

export function listNotes() {
  listedNotes = [...shown.notes].sort((a, b) => Number(isNote(b)) - Number(isNote(a)) || compareNames(notes[a].label, notes[b].label));
  byId('list').replaceChildren(...listItems(0));
}

const { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });

/**
 * @param {number} from
 * @returns {HTMLElement[]}
 */
function listItems(from) {
  const rows = listedNotes.slice(from, from + MAX_LISTED).map(note => make('li', {}, listItem(note)));
  const rest = listedNotes.length - from - rows.length;
  if (rest <= 0) return rows;
  const showMore = () => item.replaceWith(...listItems(from + MAX_LISTED));
  const more = make('button', { className: 'more', textContent: t('more', rest), tabIndex: listTabIndex(), click: showMore });
  const item = make('li', {}, more);
  return [...rows, item];
}

/** @param {number} note */
function listItem(note) {
  const { label, cards } = notes[note];
  const details = [kindLabel(note), cards && isNote(note) ? countLabel('cards', cards) : ''].filter(Boolean);
  const small = make('small', { textContent: details.join(' · ') });
  const listeners = { click: () => commands.choose(note, true), ...hoverHandlers(note) };
  const name = make('span', { className: 'name', textContent: label });
  return make('button', { tabIndex: listTabIndex(), ...listeners }, swatch(note), name, small);
}

/** @param {KeyboardEvent} event */
export function onListKey(event) {
  const step = Number(event.key === 'ArrowDown') - Number(event.key === 'ArrowUp');
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...byId('list').querySelectorAll('button')];
  buttons[buttons.findIndex(button => button === document.activeElement) + step]?.focus();
}
