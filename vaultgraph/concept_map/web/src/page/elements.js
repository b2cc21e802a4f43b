// Elements that stand for notes.

import { make } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { colourOf } from '../drawing/theme.js';
import { isUnresolved } from '../model/graph.js';
import { state } from '../model/state.js';

export function swatch(note) {
  if (isUnresolved(note)) return make('i', { className: 'swatch hollow' });
  const mark = make('i', { className: 'swatch' });
  mark.style.background = colourOf(note);
  return mark;
}

export const hoverHandlers = note => ({
  mouseenter: () => { state.hovered = note; updateFocus(); },
  mouseleave: () => { state.hovered = -1; updateFocus(); },
});
