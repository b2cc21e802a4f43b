// Elements that stand for notes.

import { make } from '../dom.js';
import { refocus } from '../drawing/focus.js';
import { colourOf } from '../drawing/theme.js';
import { isUnwritten } from '../model/graph.js';
import { state } from '../model/state.js';

export function swatch(note) {
  if (isUnwritten(note)) return make('i', { className: 'swatch hollow' });
  const mark = make('i', { className: 'swatch' });
  mark.style.background = colourOf(note);
  return mark;
}

export const hovering = note => ({
  mouseenter: () => { state.hovered = note; refocus(); },
  mouseleave: () => { state.hovered = -1; refocus(); },
});
