// Elements that several parts of the page have.

import { icon, make } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { colourOf } from '../drawing/theme.js';
import { notes } from '../format/payload.js';
import { isUnresolved } from '../model/graph.js';
import { state } from '../model/state.js';
import { t } from '../model/strings.js';

/** @param {number} note */
export function swatch(note) {
  if (isUnresolved(note)) return make('i', { className: 'swatch hollow' });
  const mark = make('i', { className: 'swatch' });
  mark.style.background = colourOf(note);
  return mark;
}

/** @param {number} note */
export const hoverHandlers = note => ({
  mouseenter: () => { state.hovered = note; updateFocus(); },
  mouseleave: () => { state.hovered = -1; updateFocus(); },
});

/**
 * What is drawn like a note but is none: attachment, tag, ...; empty for a note.
 *
 * @param {number} note
 */
export function kindLabel(note) {
  const { kind } = notes[note];
  return kind ? t(kind) : '';
}

/** @param {() => void} close */
export function closeButton(close) {
  return make('button', { className: 'close', ariaLabel: t('close'), title: t('close'), click: close }, icon('close'));
}
