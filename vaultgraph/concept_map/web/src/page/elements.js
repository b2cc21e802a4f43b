// Elements that stand for notes.

import { make } from '../dom.js';
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
 * What a note stands for that is not a note itself (an attachment, a tag, ...), or nothing.
 *
 * @param {number} note
 */
export function kindLabel(note) {
  const { kind } = notes[note];
  return kind ? t(kind) : '';
}
