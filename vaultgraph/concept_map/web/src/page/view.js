// Shows what the filters leave.

import { byId } from '../dom.js';
import { invalidateBackdrop } from '../drawing/backdrop.js';
import { updateFocus } from '../drawing/focus.js';
import { updateLocalPositions } from '../drawing/local-layout.js';
import { invalidateGrid } from '../drawing/note-grid.js';
import { invalidateOutlines } from '../drawing/regions.js';
import { applyFilters, shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { notesOnPath } from '../model/path.js';
import { state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';
import { fit } from './camera.js';
import { updateAddressSoon, pushAddress } from './history.js';
import { listNotes } from './note-list.js';
import { updateActions } from './panel.js';
import { isSvgPossible, MAX_SVG_ELEMENTS } from './save.js';
import { closePath } from './selection.js';
import { updateVisNodes } from './stage.js';

// Show what the filters leave, after any of them has changed.
export function updateView() {
  applyFilters();
  updateLocalPositions();
  invalidateBackdrop();
  invalidateGrid();
  invalidateOutlines();
  updateVisNodes();
  updateCount();
  listNotes();
  if (state.path && !notesOnPath(state.path).every(note => shown.isNote[note])) closePath();
  updateFocus();
  updateAddressSoon();
}

const svgButton = /** @type {HTMLButtonElement} */ (byId('svg'));

export function updateCount() {
  const written = shown.notes.filter(isNote).length;
  byId('count').textContent = `${countLabel('notes', written)} · ${countLabel('links', shown.links.length)}`;
  svgButton.disabled = !isSvgPossible();
  svgButton.title = svgButton.ariaLabel = t(isSvgPossible() ? 'svg' : 'svg_too_large', MAX_SVG_ELEMENTS);
}

/**
 * Only the surroundings of a note, up to a distance; -1 shows all notes.
 *
 * @param {number} note
 * @param {number} depth
 */
export function showLocal(note, depth) {
  state.centre = note;
  state.depth = Math.max(1, Math.min(6, depth));
  updateAll();
  fit();
  pushAddress();
}

/** Show what the state says, after more than a filter has changed. */
export function updateAll() {
  byId('local').hidden = state.centre < 0;
  byId('depth').textContent = t('depth', state.depth);
  updateView();
  updateActions();
}
