// How large notes are, and the rectangle around all that is shown.

import { isLayered, links, notes, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isOrphan } from '../model/graph.js';
import { isLocal } from '../model/state.js';
import { boxSize } from './box-text.js';
import { areBoxes, localLayout } from './local-layout.js';
import { positionOf, restingPlaceOf, stage } from './stage.js';

/**
 * @param {number} note
 * @returns {Point}
 */
function halfSize(note) {
  if (!areBoxes()) return [notes[note].r + 4, notes[note].r + 4];
  const [width, height] = boxSize(note);
  return [width / 2, height / 2];
}

// The rectangle round all that is shown, in the map's own measure.
export function bounds() {
  const box = boundsOf(shown.notes);
  localLayout?.stacks.forEach(stack => extend(box, stack.box.left, stack.box.top, stack.box.right, stack.box.bottom));
  if (isLayered && !isLocal()) for (const link of shown.links) for (const [x, y] of links[link].via ?? []) extend(box, x, y, x, y);
  if (page.unlinked_area && isUnlinkedAreaShown()) {
    const [left, top, width, height] = page.unlinked_area;
    extend(box, left, top, left + width, top + height);
  }
  return box;
}

/** @param {number[]} members */
export function boundsOf(members) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const note of members) {
    const { x, y } = restingPlaceOf(note), [halfWidth, halfHeight] = halfSize(note);
    extend(box, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return box;
}

/**
 * @param {Box} box
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 */
function extend(box, left, top, right, bottom) {
  box.left = Math.min(box.left, left); box.right = Math.max(box.right, right);
  box.top = Math.min(box.top, top); box.bottom = Math.max(box.bottom, bottom);
}

/**
 * Where a note is in the window.
 *
 * @param {number} note
 */
export function screenRectangle(note) {
  const { x, y } = positionOf(note), [halfWidth, halfHeight] = halfSize(note), scale = stage.getScale();
  const centre = stage.canvasToDOM({ x, y });
  return {
    note, x: centre.x, y: centre.y,
    left: centre.x - halfWidth * scale, right: centre.x + halfWidth * scale,
    top: centre.y - halfHeight * scale, bottom: centre.y + halfHeight * scale,
  };
}

/**
 * @param {number} note
 * @param {Frame} frame
 */
export function isInView(note, { left, top, right, bottom }) {
  const { x, y } = positionOf(note), [halfWidth, halfHeight] = halfSize(note);
  return x + halfWidth > left && x - halfWidth < right && y + halfHeight > top && y - halfHeight < bottom;
}

export const isUnlinkedAreaShown = () => Boolean(page.unlinked_area) && !isLocal() && shown.notes.some(isOrphan);
