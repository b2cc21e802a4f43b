// The camera: what part of the map the window shows.

const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
const isNarrow = () => innerWidth <= 760;

const LEGIBLE = 0.55, OPENED = 0.8;

let isFitted = true;

const halfSize = note => isConcept
  ? [notes[note].w / 2, notes[note].h / 2]
  : [notes[note].r + 4, notes[note].r + 4];

// The rectangle round all that is shown, in the map's own measure.
function bounds() {
  const box = boundsOf(shown.notes);
  if (isConcept) for (const link of shown.links) for (const [x, y] of links[link].via ?? []) stretch(box, x, y, x, y);
  if (isTrayShown()) {
    const [left, top, width, height] = page.tray;
    stretch(box, left, top, left + width, top + height);
  }
  return box;
}

function boundsOf(members) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const note of members) {
    const { x, y } = at(note), [halfWidth, halfHeight] = halfSize(note);
    stretch(box, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return box;
}

function stretch(box, left, top, right, bottom) {
  box.left = Math.min(box.left, left); box.right = Math.max(box.right, right);
  box.top = Math.min(box.top, top); box.bottom = Math.max(box.bottom, bottom);
}

// The part of the window that neither bar, legend nor panel covers.
function freeArea() {
  const area = { left: 18, top: byId('bar').getBoundingClientRect().bottom + 16, right: innerWidth - 18, bottom: innerHeight - 18 };
  const legend = byId(isIndexOpen() ? 'index' : 'legend').getBoundingClientRect();
  const panel = byId('panel').getBoundingClientRect();
  if (legend.width && isNarrow()) area.bottom = Math.min(area.bottom, legend.top - 12);
  else if (legend.width) area.left = legend.right + 18;
  if (panel.width && isNarrow()) area.bottom = Math.min(area.bottom, panel.top - 12);
  else if (panel.width) area.right = panel.left - 18;
  return area;
}

function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  isFitted = true;
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
function moveTray() {
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
function openView() {
  if (!isConcept || !isNarrow() || !shown.notes.length || fittedScale(bounds(), freeArea()) >= LEGIBLE) return fit(false);
  const { x, y } = at(firstNote()), area = freeArea();
  look(x, y + (area.bottom - area.top) * 0.4 / OPENED, OPENED, false);
  isFitted = false;
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
function reveal(note, fromAfar) {
  const readable = isNarrow() ? 0.85 : isConcept ? 0.6 : 0.9;
  const whole = isFitted && isConcept && !isNarrow() ? fittedScale(bounds(), freeArea()) : 0;
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
  isFitted = false;
}

function lookAtAll(members, largest) {
  const box = boundsOf(members);
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, Math.min(largest, fittedScale(box, freeArea())));
  isFitted = false;
}

function isInside(note) {
  const area = freeArea(), box = rectangle(note);
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

// Where a note is in the window.
function rectangle(note) {
  const { x, y } = at(note), [halfWidth, halfHeight] = halfSize(note), scale = stage.getScale();
  const centre = stage.canvasToDOM({ x, y });
  return {
    note, x: centre.x, y: centre.y,
    left: centre.x - halfWidth * scale, right: centre.x + halfWidth * scale,
    top: centre.y - halfHeight * scale, bottom: centre.y + halfHeight * scale,
  };
}
