// The bar above the map that names the ends of the path.

import { byId } from '../dom.js';
import { notes } from '../format/payload.js';
import { otherEnd, pathLabel, shownLinksOf } from '../model/path.js';
import { shortestPath } from '../model/shortest-path.js';
import { state } from '../model/state.js';
import { t } from '../model/strings.js';
import { isNarrow } from './layout.js';

/**
 * The next note that is chosen, not only passed by, is the end of the path.
 *
 * @param {number} note
 */
export function startPath(note) {
  state.pathStart = note;
  updatePathBar();
}

/**
 * The reader goes on to the search; the map needs no more than a click on a note.
 *
 * @param {number} note
 */
export function promptForTarget(note) {
  startPath(note);
  if (!isNarrow()) byId('query').focus();
}

export function clearPath() {
  state.pathStart = -1;
  state.path = null;
  updatePathBar();
}

/** @param {number} note */
export function completePath(note) {
  state.path = { start: state.pathStart, end: note, links: shortestPath(state.pathStart, note, shownLinksOf, otherEnd) };
  state.pathStart = -1;
  updatePathBar();
}

function updatePathBar() {
  const { pathStart, path } = state, bar = byId('path');
  bar.hidden = pathStart < 0 && !path;
  if (bar.hidden) return;
  const label = path && pathStart < 0 ? pathLabel(path) : t('path_started', notes[pathStart].label);
  bar.querySelector('span')?.replaceChildren(label);
  if (pathStart >= 0) byId('status').textContent = label;
}
