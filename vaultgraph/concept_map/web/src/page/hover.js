// What the pointer is on.

import { byId, make } from '../dom.js';
import { furtherCount, moreAt } from '../drawing/badges.js';
import { updateFocus } from '../drawing/focus.js';
import { areBoxes } from '../drawing/local-layout.js';
import { noteAt } from '../drawing/note-grid.js';
import { stage } from '../drawing/stage.js';
import { notes } from '../format/payload.js';
import { dueLabel } from '../model/due.js';
import { state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';

export function listenForHover() {
  let isAsked = false;
  byId('map').addEventListener('mousemove', ({ clientX: x, clientY: y, buttons }) => {
    if (isAsked || buttons) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const place = stage.DOMtoCanvas({ x, y }), further = moreAt(place), note = further < 0 ? noteAt(place) : -1;
      if (note !== state.hovered) hover(note);
      if (further >= 0) showTip([t('more', furtherCount(further))], { x, y });
      else if (note >= 0 && !areBoxes()) showTip([notes[note].label, ...details(note)], { x, y });
      else byId('tip').hidden = true;
      if (further >= 0) byId('map').style.cursor = 'pointer';
    });
  });
}

/** @param {number} note */
function details(note) {
  const { cards } = notes[note];
  return [cards ? countLabel('cards', cards) : '', dueLabel(note)].filter(Boolean);
}

/**
 * @param {string[]} words
 * @param {Position} pointer
 */
function showTip([first, ...others], pointer) {
  const tip = byId('tip');
  tip.replaceChildren(first, make('small', { textContent: others.map(words => ` · ${words}`).join('') }));
  tip.hidden = false;
  tip.style.left = `${Math.min(pointer.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.y + 16}px`;
}

/** @param {number} note */
export function hover(note) {
  state.hovered = note;
  byId('map').style.cursor = note < 0 ? '' : 'pointer';
  if (note < 0) byId('tip').hidden = true;
  updateFocus();
}
