// The bar that says between which notes a path is sought or shown.

import { byId } from '../dom.js';
import { notes } from '../format/payload.js';
import { linksOf, otherEnd, sayWay } from '../model/path.js';
import { shortestWay } from '../model/shortest-path.js';
import { state } from '../model/state.js';
import { text } from '../model/strings.js';
import { isNarrow } from './layout.js';

// The next note that is chosen, not only passed by, is the end of the way.
export function beginWay(note) {
  state.start = note;
  showWay();
}

// From a button the reader goes on to the search; the map needs no more than a click on a note.
export function askForWay(note) {
  beginWay(note);
  if (!isNarrow()) byId('query').focus();
}

export function leaveWay() {
  state.start = -1;
  state.way = null;
  showWay();
}

export function findWay(note) {
  state.way = { start: state.start, end: note, links: shortestWay(state.start, note, linksOf, otherEnd) };
  state.start = -1;
  showWay();
}

function showWay() {
  const { start, way } = state, bar = byId('way');
  bar.hidden = start < 0 && !way;
  if (bar.hidden) return;
  bar.firstElementChild.textContent = start >= 0 ? text('way_begun', notes[start].label) : sayWay(way);
  if (start >= 0) byId('said').textContent = text('way_begun', notes[start].label);
}
