// The names of what is highlighted, where the notes of the atlas are too small for their own: as large at every zoom,
// never one over another.

import { whileSame } from '../cache.js';
import { byId } from '../dom.js';
import { notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { byWeight, isUnresolved } from '../model/graph.js';
import { shorten } from '../model/text.js';
import { focus } from './focus.js';
import { boxAtDistance, boxesAround, chooseBox } from './label-placing.js';
import { paintFocusRelations } from './links.js';
import { copyPicture, drawPicture, pictures } from './name-pictures.js';
import { Occupied } from './occupied.js';
import { positionOf } from './stage.js';
import { colour } from './theme.js';

/** Of very many neighbours, so many are tried: there is space for fewer. */
const MAX_LETTERS = 36, MAX_TRIED = 240;

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintFocusNames(context, frame) {
  if (!focus.highlighted) return;
  const names = new Occupied();
  if (frame.isScreen) for (const id of ['bar', 'legend', 'panel']) names.add(byId(id).getBoundingClientRect());
  for (const note of namedNotes()) if (isInFrame(note, frame)) paintName(context, note, frame, names);
  paintFocusRelations(context, frame, names);
}

/** The note itself before its neighbours, those with the most links first. */
const namedNotes = whileSame(() => [focus, shown.isNote], () => {
  const highlighted = [...focus.highlighted ?? []].filter(note => shown.isNote[note]);
  return highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note) || byWeight(a, b)).slice(0, MAX_TRIED);
});

/**
 * @param {number} note
 * @param {Frame} frame
 */
function isInFrame(note, { left, top, right, bottom }) {
  const { x, y } = positionOf(note);
  return x > left && x < right && y > top && y < bottom;
}

/**
 * Next to the note, or apart from it at the end of a thin line.
 *
 * @param {Context} context
 * @param {number} note
 * @param {Frame} frame
 * @param {Occupied} names
 */
function paintName(context, note, frame, names) {
  const picture = pictureOf(note), around = screenBox(note, frame), width = (frame.right - frame.left) * frame.scale;
  const boxes = boxesAround(around, picture), box = chooseBox(boxes, names, width) ?? (note === focus.note ? boxes[0] : undefined);
  const found = box ?? (areNeighboursFew() ? boxAtDistance(around, picture, names, width) : undefined);
  if (!found) return;
  if (!box) paintLeader(context, note, found, frame);
  names.add(found);
  copyPicture(context, picture, found, frame);
}

const MAX_NAMED_NEIGHBOURS = 80, HALF_DOT = 3;

// Next to more of them no space is left anyway, and to look for it takes longer than a frame.
const areNeighboursFew = () => focus.note >= 0 && (focus.highlighted?.size ?? 0) <= MAX_NAMED_NEIGHBOURS;

/**
 * @param {number} note
 * @param {Frame} frame
 */
function screenBox(note, { left, top, scale }) {
  const x = (positionOf(note).x - left) * scale, y = (positionOf(note).y - top) * scale;
  return { left: x - HALF_DOT, top: y - HALF_DOT, right: x + HALF_DOT, bottom: y + HALF_DOT };
}

/**
 * The line from a note to its name.
 *
 * @param {Context} context
 * @param {number} note
 * @param {Box} box
 * @param {Frame} frame
 */
function paintLeader(context, note, box, frame) {
  const { x, y } = positionOf(note), atX = (x - frame.left) * frame.scale, atY = (y - frame.top) * frame.scale;
  const end = [Math.min(Math.max(atX, box.left), box.right), Math.min(Math.max(atY, box.top), box.bottom)];
  context.strokeStyle = colour.soft;
  context.lineWidth = 0.8 / frame.scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(frame.left + end[0] / frame.scale, frame.top + end[1] / frame.scale);
  context.stroke();
}

/**
 * @param {number} note
 * @returns {NamePicture}
 */
function pictureOf(note) {
  const isStrong = note === focus.note, size = isStrong ? 14 : 12, name = shorten(notes[note].label, MAX_LETTERS), key = `${note} ${size} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture([name], size, isStrong, isUnresolved(note)));
  return pictures.get(key);
}
