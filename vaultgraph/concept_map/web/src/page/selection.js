// Selecting a note, and choosing one as the end of a path.

import { byId } from '../dom.js';
import { updateBadges } from '../drawing/badges.js';
import { updateFocus } from '../drawing/focus.js';
import { isLayered, notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isPathEndpoint, notesOnPath } from '../model/path.js';
import { isCentre, isLocal, state } from '../model/state.js';
import { fit, reveal } from './camera.js';
import { commands } from './commands.js';
import { pushAddress, pushFilters } from './history.js';
import { isNarrow } from './layout.js';
import { closeLocal, openLocal } from './local-graph.js';
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
  fillPanel(note);
  updateBadges();
  updateFocus();
  reveal(note, fromAfar);
  byId('status').textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(', ');
  pushAddress();
}

function closePanel() {
  if (byId('panel').contains(document.activeElement)) byId('map').focus();
  byId('panel').hidden = true;
  updateBadges();
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
  if (note >= 0 && state.pathStart >= 0 && note !== state.pathStart) showPathTo(note);
  else if (note >= 0 && isLocalWanted(note)) openLocal([note]);
  select(note, fromAfar);
}

/**
 * Boxes show the whole map and what is around a note alike; of dots only a local graph can be read.
 *
 * @param {number} note
 */
const isLocalWanted = note => isLocal() ? !shown.isNote[note] : !isLayered;

/**
 * Leave a note out; the legend brings it back.
 *
 * @param {number} note
 */
export function hideNote(note) {
  state.hiddenNotes.add(note);
  if (isCentre(note)) closeLocal();
  select(-1);
  commands.showLegend();
  commands.updateAll();
}

/**
 * Show the links of a note or leave them out, as those of an index to everything.
 *
 * @param {number} note
 */
export function toggleLinks(note) {
  if (!state.unlinked.delete(note)) state.unlinked.add(note);
  commands.showLegend();
  commands.updateAll();
  pushFilters();
}

/** @param {number} note */
function showPathTo(note) {
  closeLocal();
  completePath(note);
  if (state.path?.links && !isLayered) openLocal(notesOnPath(state.path), 0);
}
