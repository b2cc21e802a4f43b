// The names of the dots: as large at every zoom, the most linked first, never one over another.

import { lazy } from '../cache.js';
import { byId } from '../dom.js';
import { notes, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { byWeight, isOrphan, isUnresolved } from '../model/graph.js';
import { isDense } from '../model/state.js';
import { shorten } from '../model/text.js';
import { focus } from './focus.js';
import { paintFocusRelations } from './links.js';
import { boxAtDistance, boxToTheRight, boxesAround, chooseBox } from './label-placing.js';
import { copyPicture, drawPicture, pictures } from './name-pictures.js';
import { notesWithin } from './note-grid.js';
import { Occupied } from './occupied.js';
import { paintRegionNames } from './regions.js';
import { positionOf } from './stage.js';
import { ruler } from './svg-context.js';
import { colour, FONT } from './theme.js';

const MAX_LETTERS = 36;
const MIN_LETTERS = 6;
const MAX_LABELS = 320;

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintLabels(context, frame) {
  const names = new Occupied();
  if (frame.isScreen) for (const id of ['bar', 'legend', 'panel']) names.add(byId(id).getBoundingClientRect());
  const order = isDense() ? denseLabelOrder(frame) : labelOrder();
  if (!focus.highlighted) paintRegionNames(context, frame, names);
  if (focus.note >= 0) names.add(screenBox(focus.note, frame, notes[focus.note].r * frame.scale));
  paintNoteNames(context, frame, order, names);
  if (focus.highlighted) paintRegionNames(context, frame, names);
  paintFocusRelations(context, frame, names);
}

/**
 * @param {Context} context
 * @param {Frame} frame
 * @param {number[]} order
 * @param {Occupied} names
 */
function paintNoteNames(context, frame, order, names) {
  const dots = occupiedByDots(frame, isDense() ? order : shown.notes);
  let count = 0;
  for (const note of order) {
    if (!isInFrame(note, frame)) continue;
    if (paintLabel(context, note, frame, names, dots)) count += 1;
    if (count >= MAX_LABELS && frame.isScreen) break;
  }
}

/**
 * @param {Frame} frame
 * @param {Iterable<number>} candidates
 */
function occupiedByDots(frame, candidates) {
  const dots = new Occupied();
  for (const note of candidates) {
    const radius = notes[note].r * frame.scale;
    if (radius > 1.5 && isInFrame(note, frame)) dots.add(screenBox(note, frame, radius * 0.8));
  }
  return dots;
}

function labelOrder() {
  if (!focus.highlighted) return shown.notes;
  const { highlighted: wanted } = focus, highlighted = shown.notes.filter(note => wanted.has(note));
  if (focus.note >= 0) highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note));
  return highlighted;
}

/**
 * @param {number} note
 * @param {Frame} frame
 */
const isInFrame = (note, { left, top, right, bottom }) => {
  const { x, y } = positionOf(note);
  return x > left && x < right && y > top && y < bottom;
};

/**
 * @param {number} note
 * @param {Frame} frame
 * @param {number} half
 */
const screenBox = (note, { left, top, scale }, half) => {
  const x = (positionOf(note).x - left) * scale, y = (positionOf(note).y - top) * scale;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
};

// In the area of unlinked notes a name may extend to the next column; where that is too narrow, there is none.
const unlinkedColumns = lazy(() => [...new Set(notes.filter((_, note) => isOrphan(note)).map(({ x }) => x))].sort((a, b) => a - b));

const endOfUnlinkedArea = () => page.unlinked_area ? page.unlinked_area[0] + page.unlinked_area[2] : Infinity;

/**
 * @param {number} note
 * @param {number} scale
 */
function widthInUnlinkedArea(note, scale) {
  const { x, r } = notes[note], next = unlinkedColumns().find(column => column > x) ?? endOfUnlinkedArea();
  return (next - x - 2 * r) * scale - 18;
}

/**
 * @param {Context} context
 * @param {number} note
 * @param {Frame} frame
 * @param {Occupied} names
 * @param {Occupied} dots
 */
function paintLabel(context, note, frame, names, dots) {
  const picture = pictureOf(note, frame.scale);
  if (!picture) return false;
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const boxes = isOrphan(note) ? [boxToTheRight(screenBox(note, frame, half), picture)] : boxesAround(screenBox(note, frame, half), picture);
  const box = chooseBox(boxes, names, dots, {
    width: (frame.right - frame.left) * frame.scale,
    mayHideDots: (notes[note].weight ?? 0) > 0.4 || Boolean(focus.highlighted),
    isRequired: note === focus.note,
  });
  if (box) {
    names.add(box);
    copyPicture(context, picture, box, frame);
    return true;
  }
  return areNeighboursFew() && paintAtDistance(context, note, frame, names, picture);
}

const MAX_NAMED_NEIGHBOURS = 80;

// Next to more of them no space is left anyway, and to look for it takes longer than a frame.
const areNeighboursFew = () => focus.note >= 0 && (focus.highlighted?.size ?? 0) <= MAX_NAMED_NEIGHBOURS;

/**
 * Without space next to a dot, the name stands apart from it, at the end of a thin line.
 *
 * @param {Context} context
 * @param {number} note
 * @param {Frame} frame
 * @param {Occupied} names
 * @param {NamePicture} picture
 */
function paintAtDistance(context, note, frame, names, picture) {
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const box = boxAtDistance(screenBox(note, frame, half), picture, names, (frame.right - frame.left) * frame.scale);
  if (!box) return false;
  const { x, y } = positionOf(note), atX = (x - frame.left) * frame.scale, atY = (y - frame.top) * frame.scale;
  const end = [Math.min(Math.max(atX, box.left), box.right), Math.min(Math.max(atY, box.top), box.bottom)];
  context.strokeStyle = colour.soft;
  context.lineWidth = 0.8 / frame.scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(frame.left + end[0] / frame.scale, frame.top + end[1] / frame.scale);
  context.stroke();
  names.add(box);
  copyPicture(context, picture, box, frame);
  return true;
}

/**
 * How many letters of a name fit.
 *
 * @param {number} width
 * @param {string} name
 * @param {number} size
 */
function lettersThatFit(width, name, size) {
  ruler.font = `500 ${size}px ${FONT}`;
  /** @param {string} words */
  const widthOf = words => ruler.measureText(words).width;
  if (widthOf(name) <= width) return Infinity;
  let most = Math.floor(name.length * width / widthOf(name));
  while (most >= MIN_LETTERS && widthOf(shorten(name, most)) > width) most -= 1;
  return most;
}

/**
 * @param {number} note
 * @param {number} scale
 * @returns {NamePicture | null}
 */
function pictureOf(note, scale) {
  const isStrong = note === focus.note || (notes[note].weight ?? 0) > 0.6;
  const size = note === focus.note ? 14 : Math.round(11.5 + 5 * (notes[note].weight ?? 0));
  const isConfined = isOrphan(note) && note !== focus.note;
  const most = isConfined ? lettersThatFit(widthInUnlinkedArea(note, scale), notes[note].label, size) : MAX_LETTERS;
  if (most < MIN_LETTERS) return null;
  const name = shorten(notes[note].label, Math.min(most, MAX_LETTERS)), key = `${note} ${size} ${isStrong} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture([name], size, isStrong, isUnresolved(note)));
  return pictures.get(key);
}

export const MAX_HIGHLIGHTED_NOTES = 3000;
const READABLE_DOT = 3;
export const READABLE_SCALE = 0.8;

/**
 * Names only where their dots can be distinguished.
 *
 * @param {Frame} frame
 */
function denseLabelOrder(frame) {
  const most = 2 * MAX_LABELS;
  if (focus.highlighted) {
    const highlighted = [...focus.highlighted].slice(0, MAX_HIGHLIGHTED_NOTES);
    return highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note) || byWeight(a, b));
  }
  /** @param {number} note */
  const isReadable = note => frame.scale > READABLE_SCALE || notes[note].r * frame.scale > READABLE_DOT;
  return notesWithin(frame, most).filter(isReadable);
}
