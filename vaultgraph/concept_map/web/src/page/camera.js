// The camera: what part of the map the window shows.

import { bounds, boundsOf, rectangle } from '../drawing/bounds.js';
import { at, stage } from '../drawing/stage.js';
import { isConcept, notes, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isOrphan } from '../model/graph.js';
import { isWayTo, notesOnWay } from '../model/path.js';
import { state } from '../model/state.js';
import { freeArea, isNarrow, isStill } from './layout.js';
import { firstNote } from './walk.js';

const LEGIBLE = 0.55, OPENED = 0.8;

export function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  state.isFitted = true;
}

// The names beside the dots need room, too.
function fittedScale(box, area) {
  const across = isConcept || isNarrow() ? 0 : 120, down = isConcept ? 0 : 44;
  return Math.min(
    (area.right - area.left - across) / (box.right - box.left),
    (area.bottom - area.top - down) / (box.bottom - box.top),
    isConcept ? 1.25 : 2,
  );
}

// On an upright screen the tray stands better below the rest than beside it.
export function moveTray() {
  if (!page.tray || innerWidth > innerHeight) return;
  const [left, top] = page.tray, before = fittedScale(bounds(), freeArea());
  const orphans = notes.filter((_, note) => isOrphan(note));
  const others = notes.filter((_, note) => !isOrphan(note)).map(note => note.y + (note.h ?? 0) / 2);
  const shift = (dx, dy) => {
    page.tray[0] += dx; page.tray[1] += dy;
    for (const note of orphans) { note.x += dx; note.y += dy; }
  };
  shift(-left, others.reduce((most, y) => Math.max(most, y), 0) + 60 - top);
  if (fittedScale(bounds(), freeArea()) <= before) shift(left - page.tray[0], top - page.tray[1]);
}

// Where a small screen would show boxes too small to be read, reading begins at the first of them.
export function openView() {
  if (!isConcept || !isNarrow() || !shown.notes.length || fittedScale(bounds(), freeArea()) >= LEGIBLE) return fit(false);
  const { x, y } = at(firstNote()), area = freeArea();
  look(x, y + (area.bottom - area.top) * 0.4 / OPENED, OPENED, false);
  state.isFitted = false;
}

// Bring a point of the map to the middle of the free area.
function look(x, y, scale, animated = true) {
  const area = freeArea();
  const shiftX = (area.left + area.right - innerWidth) / 2 / scale;
  const shiftY = (area.top + area.bottom - innerHeight) / 2 / scale;
  const animation = animated && !isStill && { duration: 320, easingFunction: 'easeInOutQuad' };
  stage.moveTo({ position: { x: x - shiftX, y: y - shiftY }, scale, animation });
}

// Make sure that a note can be seen and, if it was called from afar, read. The whole map stays in view
// beside the panel, unless it could not be read then.
export function reveal(note, fromAfar) {
  const readable = isNarrow() ? 0.85 : isConcept ? 0.6 : 0.9;
  const whole = state.isFitted && isConcept && !isNarrow() ? fittedScale(bounds(), freeArea()) : 0;
  const isWholeKept = whole >= readable;
  const scale = isWholeKept ? whole : stage.getScale();
  if (isWayTo(note) && !isWholeKept) lookAtAll(notesOnWay(state.way), Math.max(scale, readable));
  else if ((fromAfar || isNarrow()) && scale < readable) lookAt(note, readable);
  else if (isWholeKept) fit();
  else if (!isInside(note)) lookAt(note, scale);
}

function lookAt(note, scale) {
  const { x, y } = at(note);
  look(x, y, scale);
  state.isFitted = false;
}

function lookAtAll(members, largest) {
  const box = boundsOf(members);
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, Math.min(largest, fittedScale(box, freeArea())));
  state.isFitted = false;
}

function isInside(note) {
  const area = freeArea(), box = rectangle(note);
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

export function zoom(factor) {
  stage.moveTo({ scale: stage.getScale() * factor });
  state.isFitted = false;
}
