// Opens and closes the list of notes and the legend.

import { byId } from '../dom.js';
import { state } from '../model/state.js';
import { fit } from './camera.js';
import { isNarrow, isNoteListOpen, setLegendOpen, setNoteListOpen } from './layout.js';

/** Whether the legend comes back after the list. */
let wasLegendOpen = false;

export function toggleNoteList() {
  const isOpen = !isNoteListOpen();
  makeRoom();
  if (isOpen) wasLegendOpen = !byId('legend').hidden;
  setNoteListOpen(isOpen);
  setLegendOpen(!isOpen && wasLegendOpen);
  if (state.isFitted) fit();
  const first = isOpen ? byId('list').querySelector('button') : null;
  (first ?? byId('map')).focus();
}

/** On a phone the panel is where they open. */
function makeRoom() {
  if (isNarrow()) byId('panel').hidden = true;
}

export function toggleLegend() {
  makeRoom();
  if (byId('legend').contains(document.activeElement)) byId('map').focus();
  setLegendOpen(Boolean(byId('legend').hidden));
  if (state.isFitted) fit();
}
