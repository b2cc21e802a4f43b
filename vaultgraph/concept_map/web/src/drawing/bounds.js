// How large notes are, and the rectangle around all that is shown.

import { isLayered, links, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isOrphan } from '../model/graph.js';
import { isLocal } from '../model/state.js';
import { atlas, cellAround } from './atlas-layout.js';
import { boxSize } from './box-text.js';
import { areBoxes, localLayout } from './local-layout.js';
import { positionOf, restingPlaceOf, stage } from './stage.js';

/**
 * How much room a note takes on the map.
 *
 * @param {number} note
 * @param {Position} [place]
 * @returns {Box}
 */
export function roomOf(note, place = positionOf(note)) {
  if (!areBoxes()) return cellAround(place);
  const [width, height] = boxSize(note);
  return { left: place.x - width / 2, right: place.x + width / 2, top: place.y - height / 2, bottom: place.y + height / 2 };
}

// The rectangle round all that is shown, in the map's own measure.
export function bounds() {
  if (!areBoxes()) return { ...atlas.box };
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
    const { left, top, right, bottom } = roomOf(note, restingPlaceOf(note));
    extend(box, left, top, right, bottom);
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
  const room = roomOf(note), { x, y } = stage.canvasToDOM(positionOf(note));
  const start = stage.canvasToDOM({ x: room.left, y: room.top }), end = stage.canvasToDOM({ x: room.right, y: room.bottom });
  return { note, x, y, left: start.x, right: end.x, top: start.y, bottom: end.y };
}

/**
 * @param {number} note
 * @param {Frame} frame
 */
export function isInView(note, { left, top, right, bottom }) {
  const room = roomOf(note);
  return room.right > left && room.left < right && room.bottom > top && room.top < bottom;
}

export const isUnlinkedAreaShown = () => Boolean(page.unlinked_area) && !isLocal() && shown.notes.some(isOrphan);
