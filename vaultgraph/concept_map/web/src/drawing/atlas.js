// The atlas: areas with their titles, and every note as a bar, a dot with its name, or a box, the nearer the more.

import { getOrAdd, whileSame } from '../cache.js';
import { notes } from '../format/payload.js';
import { CELL_HEIGHT, CELL_WIDTH } from '../layout/areas.js';
import { shown } from '../model/filter.js';
import { isUnresolved } from '../model/graph.js';
import { state } from '../model/state.js';
import { shorten } from '../model/text.js';
import { atlas, DOT } from './atlas-layout.js';
import { metaOf } from './box-text.js';
import { focus, isDimming, opacityOf } from './focus.js';
import { paintFocusNames } from './focus-names.js';
import { FULL_CIRCLE } from './geometry.js';
import { strokeFocusLinks } from './links.js';
import { paintMentions } from './mentions.js';
import { notesWithin } from './note-grid.js';
import { paintRings } from './rings.js';
import { paintGround } from './sheets.js';
import { positionOf } from './stage.js';
import { newPath, ruler } from './svg-context.js';
import { colour, colourOf, FONT, isDark } from './theme.js';

/** How high a cell is on the screen for names, and for boxes. */
const NAMED = 13.2, BOXED = 44;
/** So many bars are painted one by one; more of them are copied from a sheet. */
const MANY_BARS = 1500;

/** @param {number} scale */
const detailAt = scale => CELL_HEIGHT * scale >= BOXED ? 'boxes' : CELL_HEIGHT * scale >= NAMED ? 'names' : 'bars';

/** @type {Record<string, (context: Context, numbers: number[], scale: number) => void>} */
const PAINTERS = { bars: paintBars, names: paintNames, boxes: paintCards };

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintAtlas(context, frame) {
  const detail = detailAt(frame.scale), isMany = detail === 'bars' && shown.notes.length > MANY_BARS && Boolean(frame.isScreen);
  if (isMany) paintGround(context, frame, paintFar);
  else paintAreas(context, frame);
  strokeFocusLinks(context, frame.scale);
  paintMentions(context, frame.scale);
  const visible = isMany ? [] : notesWithin(frame);
  if (isMany) paintHighlightedBars(context, frame.scale);
  else PAINTERS[detail](context, visible, frame.scale);
  if (detail !== 'bars') paintRings(context, visible, frame.scale);
  paintTitles(context, frame);
  if (detail === 'bars') paintFocusNames(context, frame);
}

const highlightedBars = whileSame(() => [focus, shown.isNote, atlas, isDark()], () => (
  barBatches([...focus.highlighted ?? []].filter(note => shown.isNote[note]), () => 1)
));

/**
 * On a copied sheet.
 *
 * @param {Context} context
 * @param {number} scale
 */
function paintHighlightedBars(context, scale) {
  fillBatches(context, highlightedBars());
  paintMarked(context, scale);
}

/**
 * What is the same whatever is chosen.
 *
 * @param {Context} context
 * @param {Frame} frame
 */
function paintFar(context, frame) {
  paintAreas(context, frame);
  fillBatches(context, barBatches(notesWithin(frame), () => 1));
}

/**
 * @param {Context} context
 * @param {Frame} frame
 */
function paintAreas(context, { left, top, right, bottom, scale }) {
  for (const { box, depth, header } of atlas.areas) {
    if (box.right < left || box.left > right || box.bottom < top || box.top > bottom) continue;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, Math.min(10 / Math.min(scale, 1), header / 2));
    context.fillStyle = depth % 2 ? colour.card : colour.paper;
    context.globalAlpha = isDark() ? 0.55 : 0.75;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour.line;
    context.lineWidth = (depth > 1 ? 1 : 1.4) / scale;
    context.stroke();
  }
}

const MIN_TITLE = 11, MAX_TITLE = 19, TITLE_SHARE = 0.6, TITLE_MARGIN = 9;

/**
 * The titles of the areas that are large enough on the screen.
 *
 * @param {Context} context
 * @param {Frame} frame
 */
function paintTitles(context, { left, top, right, bottom, scale }) {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.globalAlpha = isDimming() ? 0.5 : 1;
  for (const { name, count, box, header } of atlas.areas) {
    const size = Math.min(MAX_TITLE, header * scale * TITLE_SHARE), room = (box.right - box.left) * scale - 2 * TITLE_MARGIN;
    if (size < MIN_TITLE || room < 24 || box.right < left || box.left > right || box.bottom < top || box.top > bottom) continue;
    context.font = `650 ${size / scale}px ${FONT}`;
    const words = fitted(name, room / scale, context.font), x = box.left + TITLE_MARGIN / scale, y = box.top + header / 2;
    context.fillStyle = colour.ink;
    context.fillText(words, x, y);
    const wide = context.measureText(words).width;
    context.font = `400 ${0.8 * size / scale}px ${FONT}`;
    const number = String(count);
    if (wide + context.measureText(number).width + 10 / scale > room / scale) continue;
    context.fillStyle = colour.soft;
    context.fillText(number, x + wide + 8 / scale, y);
  }
  context.globalAlpha = 1;
}

/**
 * @param {string} words
 * @param {number} width
 * @param {string} font
 */
function fitted(words, width, font) {
  ruler.font = font;
  const needed = ruler.measureText(words).width;
  return needed <= width ? words : shorten(words, Math.max(2, Math.floor(words.length * width / needed) - 1));
}

const LETTER = 6, BAR = 9;

/**
 * Names so small that only their lengths can be seen.
 *
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
function paintBars(context, numbers, scale) {
  fillBatches(context, barBatches(numbers, opacityOf));
  paintMarked(context, scale);
}

/** @typedef {{ alpha: number, fill: string, path: MapPath }} BarBatch bars that look the same */

/**
 * @param {number[]} numbers
 * @param {(note: number) => number} opacity
 * @returns {BarBatch[]}
 */
function barBatches(numbers, opacity) {
  /** @type {Map<string, BarBatch>} */
  const batches = new Map();
  for (const note of numbers) {
    const isHollow = isUnresolved(note), fill = isHollow ? colour.soft : colourOf(note), alpha = opacity(note) * (isHollow ? 0.35 : 0.85);
    const batch = getOrAdd(batches, `${alpha} ${fill}`, () => ({ alpha, fill, path: newPath() }));
    const { x, y } = positionOf(note), width = Math.min(CELL_WIDTH - 22, Math.max(24, LETTER * notes[note].label.length));
    batch.path.rect(x - DOT, y - BAR / 2, width, BAR);
  }
  return [...batches.values()];
}

/**
 * @param {Context} context
 * @param {BarBatch[]} batches
 */
function fillBatches(context, batches) {
  for (const { alpha, fill, path } of batches) {
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fill(path);
  }
  context.globalAlpha = 1;
}

/**
 * A rim around what is selected, or under the pointer.
 *
 * @param {Context} context
 * @param {number} scale
 */
function paintMarked(context, scale) {
  for (const note of [state.hovered, state.selected]) {
    if (note < 0 || !shown.isNote[note]) continue;
    const { x, y } = positionOf(note);
    context.beginPath();
    context.roundRect(x - DOT - 3, y - CELL_HEIGHT / 2 + 1, CELL_WIDTH - 12, CELL_HEIGHT - 2, 5);
    context.strokeStyle = colour.accent;
    context.lineWidth = (note === state.selected ? 2.4 : 1.4) / scale;
    context.stroke();
  }
}

/**
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
function paintNames(context, numbers, scale) {
  const size = Math.max(11, Math.min(14, CELL_HEIGHT * scale * 0.62)), font = `500 ${size / scale}px ${FONT}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const note of numbers) {
    const { x, y } = positionOf(note);
    context.globalAlpha = opacityOf(note);
    paintDot(context, note, x, y);
    context.font = font;
    context.fillStyle = isUnresolved(note) ? colour.soft : colour.ink;
    context.fillText(nameFor(note, CELL_WIDTH - 26, size / scale), x + 2.6 * DOT, y + 0.5);
  }
  context.globalAlpha = 1;
  paintMarked(context, scale);
}

/**
 * @param {Context} context
 * @param {number} note
 * @param {number} x
 * @param {number} y
 */
function paintDot(context, note, x, y) {
  context.beginPath();
  context.arc(x, y, isUnresolved(note) ? DOT - 0.6 : DOT, 0, FULL_CIRCLE);
  context.fillStyle = context.strokeStyle = isUnresolved(note) ? colour.soft : colourOf(note);
  context.lineWidth = 1.2;
  if (isUnresolved(note)) context.stroke();
  else context.fill();
}

/** How wide each name is, in pixels of this size. @type {number[]} */
const nameWidths = [];
const MEASURED_SIZE = 12;

/**
 * As much of a note's name as fits.
 *
 * @param {number} note
 * @param {number} width
 * @param {number} size
 */
function nameFor(note, width, size) {
  const { label } = notes[note];
  if (nameWidths[note] === undefined) {
    ruler.font = `500 ${MEASURED_SIZE}px ${FONT}`;
    nameWidths[note] = ruler.measureText(label).width;
  }
  const needed = nameWidths[note] * size / MEASURED_SIZE;
  return needed <= width ? label : shorten(label, Math.max(2, Math.floor(label.length * width / needed) - 1));
}

/**
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
function paintCards(context, numbers, scale) {
  const height = CELL_HEIGHT - 3, width = CELL_WIDTH - 6;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const note of numbers) {
    const { x, y } = positionOf(note), left = x - 2 * DOT, meta = notes[note].kind ? '' : metaOf(notes[note]);
    context.globalAlpha = opacityOf(note);
    context.beginPath();
    context.roundRect(left, y - height / 2, width, height, 8 / scale);
    context.fillStyle = colour.card;
    context.fill();
    context.strokeStyle = isUnresolved(note) ? colour.soft : colourOf(note);
    context.lineWidth = 1.2 / scale;
    context.setLineDash(isUnresolved(note) ? [5 / scale, 4 / scale] : []);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colour.ink;
    context.font = `600 ${14 / scale}px ${FONT}`;
    context.fillText(nameFor(note, width - 24 / scale, 14 / scale), left + 12 / scale, y - (meta ? 8 / scale : 0));
    if (!meta) continue;
    context.font = `400 ${11.5 / scale}px ${FONT}`;
    context.fillStyle = colour.soft;
    context.fillText(meta, left + 12 / scale, y + 10 / scale);
  }
  context.globalAlpha = 1;
  paintMarked(context, scale);
}
