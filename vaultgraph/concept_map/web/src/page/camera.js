// The camera: what part of the map the window shows.

import { bounds, boundsOf, screenRectangle } from '../drawing/bounds.js';
import { areBoxes } from '../drawing/local-layout.js';
import { restingPlaceOf, stage } from '../drawing/stage.js';
import { isLayered, notes, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isOrphan } from '../model/graph.js';
import { isPathTarget, notesOnPath } from '../model/path.js';
import { isCentre, isLocal, state } from '../model/state.js';
import { prefersReducedMotion } from '../dom.js';
import { freeArea, isNarrow } from './layout.js';
import { firstNote } from './walk.js';

/** At the least scale a title of 14 pixels is 11 pixels high. */
const MIN_READABLE_SCALE = 0.785, READING_SCALE = 0.8;

/** @param {boolean} [animated] */
export function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  moveCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  state.isFitted = true;
}

/**
 * @param {Box} box
 * @param {Box} area
 */
function fittedScale(box, area) {
  return Math.min((area.right - area.left) / (box.right - box.left), (area.bottom - area.top) / (box.bottom - box.top), 1.25);
}

// On a portrait screen the unlinked notes fit better below the rest than beside it.
export function placeUnlinkedArea() {
  if (!page.unlinked_area || innerWidth > innerHeight) return;
  const area = page.unlinked_area, [left, top] = area, before = fittedScale(bounds(), freeArea());
  const orphans = notes.filter((_, note) => isOrphan(note));
  const others = notes.filter((_, note) => !isOrphan(note)).map(note => note.y + (note.h ?? 0) / 2);
  /** @type {(dx: number, dy: number) => void} */
  const shift = (dx, dy) => {
    area[0] += dx; area[1] += dy;
    for (const note of orphans) { note.x += dx; note.y += dy; }
  };
  shift(-left, others.reduce((most, y) => Math.max(most, y), 0) + 60 - top);
  if (fittedScale(bounds(), freeArea()) <= before) shift(left - area[0], top - area[1]);
}

// Where the screen would show boxes too small to be read, reading begins at the first of them.
export function setInitialView() {
  if (!isLayered || !shown.notes.length || fittedScale(bounds(), freeArea()) >= MIN_READABLE_SCALE) return fit(false);
  showAround(firstNote(), READING_SCALE, false);
  state.isFitted = false;
}

let isStill = false;

/**
 * Let the camera jump while *action* runs: a movement would go on after the view has been restored.
 *
 * @param {() => void} action
 */
export function withoutMovement(action) {
  isStill = true;
  action();
  isStill = false;
}

/**
 * Bring a point of the map to the middle of the free area.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} scale
 * @param {boolean} [animated]
 */
function moveCamera(x, y, scale, animated = true) {
  const area = freeArea();
  const shiftX = (area.left + area.right - innerWidth) / 2 / scale;
  const shiftY = (area.top + area.bottom - innerHeight) / 2 / scale;
  const animation = animated && !isStill && !prefersReducedMotion && { duration: 320, easingFunction: 'easeInOutQuad' };
  goal = { position: { x: x - shiftX, y: y - shiftY }, scale };
  stage.moveTo({ ...goal, animation });
}

/** @type {{ position: Position, scale: number } | null} */
let goal = null;

/** A movement of vis-network ends a thousandth away from where it leads. */
export function completeMovement() {
  if (goal) stage.moveTo(goal);
  goal = null;
}

/**
 * Make sure that a note can be seen and, if it was called from afar, read. The whole map stays in view
 * beside the panel, unless it could not be read then.
 *
 * @param {number} note
 * @param {boolean} fromAfar
 */
export function reveal(note, fromAfar) {
  const readable = readableScale();
  if (wholeScale() >= readable) return fit();
  if (isLocal() && state.isFitted && isCentre(note)) return showAround(note, readable);
  const scale = stage.getScale();
  if (state.path && isPathTarget(note)) fitTo(notesOnPath(state.path), Math.max(scale, readable));
  else if ((fromAfar || isNarrow()) && scale < readable) centreOn(note, readable);
  else if (!isInFreeArea(note)) centreOn(note, scale);
}

function readableScale() {
  if (isNarrow()) return 0.85;
  return areBoxes() ? READING_SCALE : 0.9;
}

// The scale at which the whole map stays in view, 0 if it does not have to.
const wholeScale = () => state.isFitted && areBoxes() && (isLocal() || !isNarrow()) ? fittedScale(bounds(), freeArea()) : 0;

/**
 * As much as can be seen at a scale, the note among it.
 *
 * @param {number} note
 * @param {number} scale
 * @param {boolean} [animated]
 */
function showAround(note, scale, animated = true) {
  const box = bounds(), area = freeArea(), { x, y } = restingPlaceOf(note);
  const middle = within(x, box.left, box.right, (area.right - area.left) / scale);
  moveCamera(middle, within(y, box.top, box.bottom, (area.bottom - area.top) / scale), scale, animated);
}

/**
 * The middle of a part as long as *length* that does not extend beyond the whole: as near to a place as can be.
 *
 * @param {number} place
 * @param {number} start
 * @param {number} end
 * @param {number} length
 */
function within(place, start, end, length) {
  if (end - start <= length) return (start + end) / 2;
  return Math.min(Math.max(place, start + length / 2), end - length / 2);
}

/**
 * @param {number} note
 * @param {number} scale
 */
function centreOn(note, scale) {
  const { x, y } = restingPlaceOf(note);
  moveCamera(x, y, scale);
  state.isFitted = false;
}

/**
 * @param {number[]} members
 * @param {number} largest
 */
function fitTo(members, largest) {
  const box = boundsOf(members);
  moveCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, Math.min(largest, fittedScale(box, freeArea())));
  state.isFitted = false;
}

/** @param {number} note */
function isInFreeArea(note) {
  const area = freeArea(), box = screenRectangle(note);
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

/** @param {number} factor */
export function zoom(factor) {
  const [least, most] = scaleLimits();
  stage.moveTo({ scale: Math.min(Math.max(stage.getScale() * factor, least), most) });
  state.isFitted = false;
}

/**
 * What part of the map is shown: the middle, and how large.
 *
 * @returns {Camera}
 */
export function cameraView() {
  const { x, y } = stage.getViewPosition();
  return [x, y, stage.getScale()];
}

/**
 * Move the camera so that a point of the map is at a place of the screen.
 *
 * @param {Position} point
 * @param {Position} place
 */
export function keepOnScreen(point, place) {
  const scale = stage.getScale(), now = stage.canvasToDOM(point), { x, y } = stage.getViewPosition();
  stage.moveTo({ position: { x: x + (now.x - place.x) / scale, y: y + (now.y - place.y) / scale }, scale });
}

/** @param {Camera} view */
export function restoreCamera([x, y, scale]) {
  const [least, most] = scaleLimits();
  stage.moveTo({ position: { x, y }, scale: Math.min(Math.max(scale, least), most) });
  state.isFitted = false;
}

const CLOSEST = 6;

/** @type {{ notes: number[] | null, box: Box | null }} */
const measured = { notes: null, box: null };

/**
 * The least and the most scale: outside of them there would be nothing to see. The notes are measured once, because
 * a wheel asks at every step.
 *
 * @returns {Point}
 */
export function scaleLimits() {
  if (!shown.notes.length) return [1, CLOSEST];
  if (measured.notes !== shown.notes || !measured.box) Object.assign(measured, { notes: shown.notes, box: bounds() });
  const fitted = fittedScale(/** @type {Box} */ (measured.box), freeArea());
  return [fitted / 2, Math.max(CLOSEST, fitted)];
}
