// The notes as a list: to read, to walk through without a mouse, for screen readers.

import { byId, heading, make } from '../dom.js';
import { notes } from '../format/payload.js';
import { isLater } from '../model/dates.js';
import { shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { countLabel, t } from '../model/strings.js';
import { commands } from './commands.js';
import { hoverHandlers, kindLabel, swatch } from './elements.js';
import { listTabIndex } from './layout.js';

const MAX_LISTED = 400;

/** @type {number[]} */
let listedNotes = [];

/** An outline of what the filters leave, also during a local graph: the notes by folder, those of the root last, then what is not a note. */
export function listNotes() {
  const listed = notes.map((_, note) => note).filter(note => shown.hasPlace[note] && !isLater(note));
  const places = placesOf(listed.map(sectionOf)), placeOf = new Map(listed.map(note => [note, places.get(sectionOf(note)) ?? 0]));
  /** @type {(a: number, b: number) => number} */
  const compareNotes = (a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0) || compareNames(notes[a].label, notes[b].label);
  listedNotes = listed.sort(compareNotes);
  hasSections = places.size > 1;
  byId('list').replaceChildren(...listItems(0));
}

let hasSections = false;

const { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });

/**
 * The section of a note: a digit to sort by, and its title.
 *
 * @param {number} note
 */
function sectionOf(note) {
  if (!isNote(note)) return `2${t(`all_${notes[note].kind}`)}`;
  return notes[note].folder ? `0${notes[note].folder}` : `1${t('root')}`;
}

/** @param {string[]} sections */
function placesOf(sections) {
  const sorted = [...new Set(sections)].sort((a, b) => Number(a[0]) - Number(b[0]) || compareNames(a.slice(1), b.slice(1)));
  return new Map(sorted.map((section, place) => [section, place]));
}

/**
 * @param {number} from
 * @returns {HTMLElement[]}
 */
function listItems(from) {
  const part = listedNotes.slice(from, from + MAX_LISTED), rest = listedNotes.length - from - part.length;
  const rows = part.flatMap((note, at) => [...headingBefore(note, listedNotes[from + at - 1]), make('li', {}, listItem(note))]);
  if (rest <= 0) return rows;
  const showMore = () => item.replaceWith(...listItems(from + MAX_LISTED));
  const more = make('button', { className: 'more', textContent: t('more', rest), tabIndex: listTabIndex(), click: showMore });
  const item = make('li', {}, more);
  return [...rows, item];
}

/**
 * @param {number} note
 * @param {number | undefined} previous
 */
function headingBefore(note, previous) {
  const section = sectionOf(note);
  if (!hasSections || (previous !== undefined && section === sectionOf(previous))) return [];
  return [make('li', { className: 'section' }, heading(section.slice(1)))];
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
