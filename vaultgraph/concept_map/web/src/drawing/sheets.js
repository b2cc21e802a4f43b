// Huge vaults: the ground of the map (regions, links, dots) is painted onto sheets and copied from
// there. One sheet has the whole map; another the part in the window and some room around it, as sharp
// as the screen, repainted whenever the camera has come to rest.

import { make } from '../dom.js';
import { links, notes } from '../format/payload.js';
import { isLinkShown } from '../model/filter.js';
import { isUnresolved, outgoing } from '../model/graph.js';
import { groupOf } from '../model/groups.js';
import { bounds } from './bounds.js';
import { focus } from './focus.js';
import { FULL_CIRCLE } from './geometry.js';
import { notesWithin } from './note-grid.js';
import { areRegionsShown, paintRegions } from './regions.js';
import { frameOfScreen, positionOf, redraw } from './stage.js';
import { contextOf, newPath } from './svg-context.js';
import { colour, colourOf, colourOfGroup } from './theme.js';

const WHOLE_SHEET_SIDE = 2400, MARGIN_AROUND_WINDOW = 0.35, REST_MS = 140;
const MAX_THIN_LINKS = 24_000, MAX_THIN_LINKS_SHARP = 5000;

/** @type {{ whole: Sheet | null, sharp: Sheet | null, waiting: number }} */
export const sheets = { whole: null, sharp: null, waiting: 0 };

export function invalidateSheets() {
  sheets.whole = sheets.sharp = null;
}

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintGround(context, frame) {
  if (!frame.isScreen) return drawGround(context, frame);
  sheets.whole ??= drawSheet(wholeOfMap(), 1);
  const { sharp } = sheets, isSharp = sharp && sharp.scale === frame.scale;
  if (!isSharp || !covers(sharp, frame)) {
    copySheet(context, sheets.whole);
    scheduleSharpSheet();
  }
  if (isSharp) copySheet(context, sharp);
}

function wholeOfMap() {
  const { left, top, right, bottom } = bounds();
  return { left, top, right, bottom, scale: Math.min(2, WHOLE_SHEET_SIDE / Math.max(right - left, bottom - top)), most: MAX_THIN_LINKS };
}

/**
 * @param {Sheet} sheet
 * @param {Frame} frame
 */
function covers(sheet, { left, top, right, bottom }) {
  return sheet.left <= left && sheet.top <= top && sheet.right >= right && sheet.bottom >= bottom;
}

function scheduleSharpSheet() {
  clearTimeout(sheets.waiting);
  sheets.waiting = setTimeout(() => {
    const frame = frameOfScreen(), { left, top, right, bottom } = frame;
    const dx = (right - left) * MARGIN_AROUND_WINDOW, dy = (bottom - top) * MARGIN_AROUND_WINDOW;
    const around = { left: left - dx, right: right + dx, top: top - dy, bottom: bottom + dy };
    sheets.sharp = drawSheet({ ...frame, ...around, most: MAX_THIN_LINKS_SHARP });
    redraw();
  }, REST_MS);
}

/**
 * @param {Frame} frame
 * @param {number} [ratio]
 * @returns {Sheet}
 */
function drawSheet(frame, ratio = devicePixelRatio || 1) {
  const { left, top, right, bottom, scale } = frame;
  const canvas = make('canvas', { width: Math.ceil((right - left) * scale * ratio), height: Math.ceil((bottom - top) * scale * ratio) });
  const context = contextOf(canvas, { alpha: false });
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  drawGround(context, frame);
  return { ...frame, canvas };
}

/**
 * @param {Context} context
 * @param {Sheet} sheet
 */
function copySheet(context, { canvas, left, top, right, bottom }) {
  context.globalAlpha = focus.highlighted ? 0.28 : 1;
  context.drawImage(canvas, left, top, right - left, bottom - top);
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {Frame} frame
 */
function drawGround(context, frame) {
  if (areRegionsShown()) paintRegions(context, frame.scale);
  const inside = notesWithin(frame);
  drawThinLinks(context, frame, inside);
  drawTinyDots(context, inside, frame.scale);
}

/**
 * Links as thin lines: those within a group before those across, those of important notes first.
 *
 * @param {Context} context
 * @param {Frame} frame
 * @param {number[]} inside
 */
function drawThinLinks(context, { scale, most = MAX_THIN_LINKS }, inside) {
  const lines = thinLinkPaths(inside, most);
  const count = [...lines.values()].reduce((sum, { size }) => sum + size, 0);
  const alpha = Math.max(0.1, Math.min(0.5, 900 / count));
  context.lineWidth = 0.8 / scale;
  for (const [group, { path }] of lines) {
    context.strokeStyle = group < 0 ? colour.link : colourOfGroup(group);
    context.globalAlpha = group < 0 ? alpha * 0.6 : alpha;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

/**
 * @param {number[]} inside
 * @param {number} most
 * @returns {Map<number, { path: MapPath, size: number }>}
 */
function thinLinkPaths(inside, most) {
  const lines = new Map(), linksAcross = [];
  let count = 0;
  /** @type {(group: number, from: number, to: number) => void} */
  const add = (group, from, to) => {
    if (!lines.has(group)) lines.set(group, { path: newPath(), size: 0 });
    const line = lines.get(group);
    line.path.moveTo(positionOf(from).x, positionOf(from).y);
    line.path.lineTo(positionOf(to).x, positionOf(to).y);
    line.size += 1;
    count += 1;
  };
  for (const note of inside) {
    for (const number of outgoing[note]) {
      const { to } = links[number];
      if (count >= most) return lines;
      if (!isLinkShown(number)) continue;
      if (notes[note].topic === notes[to].topic) add(groupOf(note) === groupOf(to) ? groupOf(note) : -1, note, to);
      else if (linksAcross.length < most) linksAcross.push([note, to]);
    }
  }
  for (const [from, to] of linksAcross.slice(0, most - count)) add(-1, from, to);
  return lines;
}

/**
 * Dots too small to be round are squares, which are painted much faster.
 *
 * @param {Context} context
 * @param {number[]} inside
 * @param {number} scale
 */
function drawTinyDots(context, inside, scale) {
  const paths = new Map();
  for (const note of inside.toReversed()) {
    const { x, y } = positionOf(note), radius = Math.max(notes[note].r, 0.55 / scale);
    const key = isUnresolved(note) ? 'hollow' : colourOf(note);
    if (!paths.has(key)) paths.set(key, newPath());
    const path = paths.get(key);
    if (radius * scale < 1.6) path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, FULL_CIRCLE);
    }
  }
  const inOrder = [...paths].sort(([a], [b]) => Number(b === 'hollow') - Number(a === 'hollow'));
  for (const [key, path] of inOrder) fillTinyDots(context, path, key, scale);
}

/**
 * @param {Context} context
 * @param {MapPath} path
 * @param {string} key
 * @param {number} scale
 */
function fillTinyDots(context, path, key, scale) {
  const isHollow = key === 'hollow', isTiny = scale < 0.45;
  context.fillStyle = !isHollow ? key : isTiny ? colour.line : colour.paper;
  context.fill(path);
  if (isTiny) return;
  context.strokeStyle = isHollow ? colour.soft : colour.paper;
  context.lineWidth = 1 / scale;
  context.stroke(path);
}
