// The keyboard: arrows walk to the nearest neighbour in their direction.

import { byId } from '../dom.js';
import { shown } from '../model/filter.js';
import { neighbours } from '../model/graph.js';
import { state } from '../model/state.js';
import { fit, zoom } from './camera.js';
import { openHelp } from './help.js';
import { isIndexOpen } from './layout.js';
import { beginWay } from './path-bar.js';
import { choose, endWay, select } from './selection.js';
import { toggleIndex, toggleLegend } from './sidebars.js';
import { turnTheme } from './theme-switch.js';
import { showLocal } from './view.js';
import { firstNote, nearest } from './walk.js';

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const KEYS = {
  '/': () => byId('query').focus(),
  'f': () => fit(),
  'l': () => state.selected >= 0 && showLocal(state.centre === state.selected ? -1 : state.selected, state.depth),
  '+': () => zoom(1.25),
  '-': () => zoom(0.8),
  'n': toggleIndex,
  'g': toggleLegend,
  'p': beginWayHere,
  't': turnTheme,
  '?': openHelp,
  'Enter': enter,
  'Escape': goBack,
};

export function onKey(event) {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const isChoice = event.target.tagName === 'SELECT', isOnMap = byId('map').contains(event.target) || event.target === document.body;
  if (isChoice && event.key !== '/' && event.key !== 'Escape') return;
  if (!isOnMap && (event.key === 'Enter' || event.key in DIRECTIONS)) return;
  if (event.key in DIRECTIONS) walk(...DIRECTIONS[event.key]);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
}

// The keys walk on from here, so they are the map's again.
function beginWayHere() {
  if (state.selected < 0) return;
  beginWay(state.selected);
  byId('map').focus();
}

// The note that was walked to is where the way ends; else its panel is read on.
function enter() {
  if (state.start >= 0 && state.selected !== state.start) choose(state.selected);
  else if (state.selected >= 0) byId('panel').focus();
}

function goBack() {
  if (state.start >= 0 || state.way) endWay();
  else if (isIndexOpen()) toggleIndex();
  else if (state.selected >= 0) select(-1);
  else showLocal(-1, state.depth);
  byId('map').focus();
}

function walk(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearest([...neighbours(state.selected)], dx, dy) ?? nearest(shown.notes, dx, dy);
  if (next !== undefined) select(next);
}
