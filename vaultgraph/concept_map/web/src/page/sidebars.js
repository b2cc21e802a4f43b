// Opens and closes the list of notes and the legend.

import { byId } from '../dom.js';
import { state } from '../model/state.js';
import { fit } from './camera.js';
import { isIndexOpen, openIndex, openLegend } from './layout.js';

export function toggleIndex() {
  const isOpen = !isIndexOpen();
  if (isOpen) openLegend(false);
  openIndex(isOpen);
  if (state.isFitted) fit();
  (isOpen && byId('list').querySelector('button') || byId('map')).focus();
}

export function toggleLegend() {
  if (byId('legend').contains(document.activeElement)) byId('map').focus();
  openLegend(byId('legend').hidden);
  if (state.isFitted) fit();
}
