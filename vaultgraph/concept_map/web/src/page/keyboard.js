// The keyboard: arrows walk to the nearest neighbour in their direction.

import { byId } from '../dom.js';
import { shown } from '../model/filter.js';
import { isNote, neighbours } from '../model/graph.js';
import { isCentre, isLocal, state } from '../model/state.js';
import { fit, zoom } from './camera.js';
import { openHelp } from './help.js';
import { isNoteListOpen } from './layout.js';
import { setFilter } from './legend.js';
import { closeLocal, showLocal, toggleNeighbours } from './local-graph.js';
import { promptForTarget } from './path-bar.js';
import { choose, closePath, hideNote, select } from './selection.js';
import { toggleLegend, toggleNoteList } from './sidebars.js';
import { toggleTheme } from './theme-switch.js';
import { firstNote, nearestInDirection } from './walk.js';

/** @type {Record<string, [dx: number, dy: number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @type {Record<string, () => void>} */
const KEYS = {
  '/': () => byId('query').focus(),
  'f': () => fit(),
  'l': toggleLocal,
  'r': chooseAny,
  'x': () => { if (state.selected >= 0) hideNote(state.selected); },
  'e': () => { if (isLocal() && shown.isNote[state.selected]) toggleNeighbours(state.selected); },
  '+': () => zoom(1.25),
  '-': () => zoom(0.8),
  'n': toggleNoteList,
  'g': toggleLegend,
  'p': startPathHere,
  't': toggleTheme,
  '?': openHelp,
  'Enter': onEnter,
  'Escape': goBack,
};

/** @param {KeyboardEvent} event */
export function onKey(event) {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isKeyOfElement(event.key, /** @type {HTMLElement} */ (event.target))) return;
  if (event.key in DIRECTIONS) walkTowards(...DIRECTIONS[event.key]);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
}

/**
 * Whether the focused element needs the key itself: a list of options most of them, a button Enter.
 *
 * @param {string} key
 * @param {HTMLElement} element
 */
function isKeyOfElement(key, element) {
  if (element.matches('input[type=text]')) return key !== 'Escape';
  if (element.tagName === 'SELECT' && key !== '/' && key !== 'Escape') return true;
  const isOnMap = byId('map').contains(element) || element === document.body;
  return !isOnMap && (key === 'Enter' || key in DIRECTIONS);
}

function startPathHere() {
  if (state.selected >= 0) promptForTarget(state.selected);
}

/** A note that one may have forgotten. */
function chooseAny() {
  const written = shown.notes.filter(isNote);
  if (written.length) choose(written[Math.floor(Math.random() * written.length)], true);
}

function toggleLocal() {
  if (state.selected < 0) return;
  if (isCentre(state.selected)) closeLocal();
  else showLocal([state.selected]);
}

// The note that was walked to is the end of the path; without one its panel gets the focus.
function onEnter() {
  if (state.pathStart >= 0 && state.selected !== state.pathStart) choose(state.selected);
  else if (state.selected >= 0) byId('panel').focus();
}

function goBack() {
  if (state.pathStart >= 0 || state.path) closePath();
  else if (isNoteListOpen()) toggleNoteList();
  else if (state.selected >= 0) select(-1);
  else if (isLocal()) closeLocal();
  else if (state.filter) setFilter('');
  byId('map').focus();
}

/**
 * @param {number} dx
 * @param {number} dy
 */
function walkTowards(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearestInDirection([...neighbours(state.selected)], dx, dy) ?? nearestInDirection(shown.notes, dx, dy);
  if (next !== undefined) select(next);
}
