// Shows what the filters leave.

import { byId } from '../dom.js';
import { forgetBackdrop } from '../drawing/backdrop.js';
import { refocus } from '../drawing/focus.js';
import { gather } from '../drawing/gather.js';
import { forgetSquares } from '../drawing/near.js';
import { forgetOutlines } from '../drawing/regions.js';
import { refilter, shown } from '../model/filter.js';
import { isNote } from '../model/graph.js';
import { notesOnWay } from '../model/path.js';
import { state } from '../model/state.js';
import { counted, text } from '../model/strings.js';
import { fit } from './camera.js';
import { listNotes } from './note-list.js';
import { renewActions } from './panel.js';
import { MOST_PIECES, isDrawable } from './save.js';
import { endWay } from './selection.js';
import { updateActors } from './stage.js';

// Show what the filters leave, after any of them has changed.
export function show() {
  refilter();
  gather();
  forgetBackdrop();
  forgetSquares();
  forgetOutlines();
  updateActors();
  count();
  listNotes();
  if (state.way && !notesOnWay(state.way).every(note => shown.isNote[note])) endWay();
  refocus();
}

export function count() {
  const written = shown.notes.filter(isNote).length;
  byId('count').textContent = `${counted('notes', written)} · ${counted('links', shown.links.length)}`;
  byId('svg').disabled = !isDrawable();
  byId('svg').title = byId('svg').ariaLabel = text(isDrawable() ? 'svg' : 'svg_too_large', MOST_PIECES);
}

// Only the surroundings of a note, up to a distance; -1 shows all notes.
export function showLocal(note, depth) {
  state.centre = note;
  state.depth = Math.max(1, Math.min(6, depth));
  byId('local').hidden = note < 0;
  byId('depth').textContent = text('depth', state.depth);
  show();
  renewActions();
  fit();
}
