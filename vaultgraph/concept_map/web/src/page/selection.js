// Selecting a note, and choosing one as the end of a path.

import { byId } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { stage } from '../drawing/stage.js';
import { isBig, notes } from '../format/payload.js';
import { isPathEndpoint, notesOnPath } from '../model/path.js';
import { state } from '../model/state.js';
import { fit, reveal } from './camera.js';
import { pushAddress } from './history.js';
import { isNarrow } from './layout.js';
import { fillPanel } from './panel.js';
import { clearPath, completePath } from './path-bar.js';

/**
 * @param {number} note
 * @param {boolean} [fromAfar]
 */
export function select(note, fromAfar = false) {
  state.selected = note;
  state.hovered = -1;
  state.found = null;
  if (state.path && !isPathEndpoint(note) && !notesOnPath(state.path).includes(note)) clearPath();
  if (note < 0) return closePanel();
  if (!isBig) stage.selectNodes([note], false);
  fillPanel(note);
  updateFocus();
  reveal(note, fromAfar);
  byId('status').textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(', ');
  pushAddress();
}

function closePanel() {
  if (byId('panel').contains(document.activeElement)) byId('map').focus();
  byId('panel').hidden = true;
  stage.unselectAll();
  updateFocus();
  if (state.isFitted && !isNarrow()) fit();
  pushAddress();
}

export function closePath() {
  clearPath();
  if (state.selected >= 0) fillPanel(state.selected);
  updateFocus();
  pushAddress();
}

/**
 * A note was chosen: it is selected, and if a path was started, this is its end.
 *
 * @param {number} note
 * @param {boolean} [fromAfar]
 */
export function choose(note, fromAfar = false) {
  if (note >= 0 && state.pathStart >= 0 && note !== state.pathStart) completePath(note);
  select(note, fromAfar);
}
