// What the pointer is on.

import { byId, make } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { noteAt } from '../drawing/note-grid.js';
import { stage } from '../drawing/stage.js';
import { isLayered, notes } from '../format/payload.js';
import { dueLabel } from '../model/due.js';
import { state } from '../model/state.js';
import { countLabel } from '../model/strings.js';

// In huge vaults vis-network has no notes, so the one under the pointer is looked up here.
export function listenForNotes() {
  let isAsked = false;
  byId('map').addEventListener('mousemove', ({ clientX: x, clientY: y, buttons }) => {
    if (isAsked || buttons) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const node = noteAt(stage.DOMtoCanvas({ x, y }));
      if (node !== state.hovered) hover(node);
      if (node >= 0) showTip({ node, pointer: { DOM: { x, y } } });
    });
  });
}

/** @param {{ node: number, pointer: { DOM: Position } }} event */
export function showTip({ node, pointer }) {
  const { label, cards } = notes[node], details = [cards && countLabel('cards', cards), dueLabel(node)].filter(Boolean);
  const tip = byId('tip');
  tip.replaceChildren(label, make('small', { textContent: details.map(words => ` · ${words}`).join('') }));
  tip.hidden = isLayered;
  tip.style.left = `${Math.min(pointer.DOM.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.DOM.y + 16}px`;
}

/** @param {number} note */
export function hover(note) {
  state.hovered = note;
  byId('map').style.cursor = note < 0 ? '' : 'pointer';
  if (note < 0) byId('tip').hidden = true;
  updateFocus();
}
