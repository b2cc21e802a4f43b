// Wheel, trackpad and pinch: vis-network zooms by the same step whatever the movement, and without limits.

import { byId } from '../dom.js';
import { redraw, stage } from '../drawing/stage.js';
import { pixels, WheelGestures, zoomFactor } from '../model/wheel.js';
import { state } from '../model/state.js';
import { scaleLimits } from './camera.js';
import { updateAddressSoon } from './history.js';

const gestures = new WheelGestures();

export function listenForGestures() {
  byId('map').addEventListener('wheel', onWheel, { capture: true, passive: false });
  stage.on('zoom', () => keepScaleWithin(scaleLimits()));
}

/** @param {WheelEvent} event */
function onWheel(event) {
  event.preventDefault();
  event.stopPropagation();
  byId('tip').hidden = true;
  if (gestures.pans(event)) panBy(pixels(event));
  else zoomAt({ x: event.clientX, y: event.clientY }, zoomFactor(event));
  state.isFitted = false;
  redraw();
  updateAddressSoon();
}

/** @param {Point} shift In pixels of the screen. */
function panBy([x, y]) {
  const centre = stage.getViewPosition(), scale = stage.getScale();
  stage.moveTo({ position: { x: centre.x + x / scale, y: centre.y + y / scale }, scale });
}

/**
 * Zoom so that what is under the pointer stays there.
 *
 * @param {Position} pointer
 * @param {number} factor
 */
function zoomAt(pointer, factor) {
  const [least, most] = scaleLimits(), before = stage.getScale();
  const scale = Math.min(Math.max(before * factor, least), Math.max(most, before));
  const fixed = stage.DOMtoCanvas(pointer), centre = stage.getViewPosition(), share = before / scale;
  const position = { x: fixed.x + (centre.x - fixed.x) * share, y: fixed.y + (centre.y - fixed.y) * share };
  stage.moveTo({ position, scale });
}

/** @param {Point} limits */
function keepScaleWithin([least, most]) {
  const scale = stage.getScale(), within = Math.min(Math.max(scale, least), most);
  if (within !== scale) stage.moveTo({ scale: within });
}
