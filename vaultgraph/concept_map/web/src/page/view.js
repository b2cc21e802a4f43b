// Shows what the filters leave.

import { byId } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { updateAtlas } from '../drawing/atlas-layout.js';
import { updateFurther } from '../drawing/badges.js';
import { updateLocalLayout } from '../drawing/local-layout.js';
import { invalidateGrid } from '../drawing/note-grid.js';
import { invalidateSheets } from '../drawing/sheets.js';
import { isLayered } from '../format/payload.js';
import { applyFilters, shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { notesOnPath } from '../model/path.js';
import { isLocal, state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';
import { fit } from './camera.js';
import { updateAddressSoon } from './history.js';
import { roomForAtlas } from './layout.js';
import { updateLocalBar } from './local-graph.js';
import { listNotes } from './note-list.js';
import { updateActions } from './panel.js';
import { isSvgPossible, MAX_SVG_ELEMENTS } from './save.js';
import { closePath } from './selection.js';

// Show what the filters leave, after any of them has changed.
export function updateView() {
  applyFilters();
  updateAtlas(roomForAtlas());
  updateLocalLayout();
  updateFurther();
  invalidateSheets();
  invalidateGrid();
  updateLocalBar();
  updateCount();
  listNotes();
  if (state.path && !notesOnPath(state.path).every(note => shown.isNote[note])) closePath();
  updateFocus();
  if (!isLayered && !isLocal() && state.isFitted) fit(false);
  updateAddressSoon();
}

const svgButton = /** @type {HTMLButtonElement} */ (byId('svg'));

export function updateCount() {
  const written = shown.notes.filter(isNote).length;
  byId('count').textContent = `${countLabel('notes', written)} · ${countLabel('links', shown.links.length)}`;
  svgButton.disabled = !isSvgPossible();
  svgButton.title = svgButton.ariaLabel = t(isSvgPossible() ? 'svg' : 'svg_too_large', MAX_SVG_ELEMENTS);
}

/** Show what the state says, after more than a filter has changed. */
export function updateAll() {
  updateView();
  updateActions();
}
