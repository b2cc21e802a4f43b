// Huge vaults: the ground of the atlas is painted onto sheets and copied from there. One sheet has the whole
// map; another the part in the window and some room around it, as sharp as the screen, repainted whenever the
// camera has come to rest.

import { make } from '../dom.js';
import { bounds } from './bounds.js';
import { isDimming } from './focus.js';
import { frameOfScreen, redraw } from './stage.js';
import { contextOf } from './svg-context.js';
import { colour } from './theme.js';

/** @typedef {(context: Context, frame: Frame) => void} Paint */

const WHOLE_SHEET_SIDE = 2400, MARGIN_AROUND_WINDOW = 0.35, REST_MS = 140;

/** @type {{ whole: Sheet | null, sharp: Sheet | null, waiting: number }} */
export const sheets = { whole: null, sharp: null, waiting: 0 };

export function invalidateSheets() {
  sheets.whole = sheets.sharp = null;
}

/**
 * @param {Context} context
 * @param {Frame} frame
 * @param {Paint} paint
 */
export function paintGround(context, frame, paint) {
  sheets.whole ??= drawSheet(wholeOfMap(), paint, 1);
  const { sharp } = sheets, isSharp = sharp && sharp.scale === frame.scale;
  if (!isSharp || !covers(sharp, frame)) {
    copySheet(context, sheets.whole);
    scheduleSharpSheet(paint);
  }
  if (isSharp) copySheet(context, sharp);
}

function wholeOfMap() {
  const { left, top, right, bottom } = bounds();
  return { left, top, right, bottom, scale: Math.min(2, WHOLE_SHEET_SIDE / Math.max(right - left, bottom - top)) };
}

/**
 * @param {Sheet} sheet
 * @param {Frame} frame
 */
function covers(sheet, { left, top, right, bottom }) {
  return sheet.left <= left && sheet.top <= top && sheet.right >= right && sheet.bottom >= bottom;
}

/** @param {Paint} paint */
function scheduleSharpSheet(paint) {
  clearTimeout(sheets.waiting);
  sheets.waiting = setTimeout(() => {
    const frame = frameOfScreen(), { left, top, right, bottom } = frame;
    const dx = (right - left) * MARGIN_AROUND_WINDOW, dy = (bottom - top) * MARGIN_AROUND_WINDOW;
    const around = { left: left - dx, right: right + dx, top: top - dy, bottom: bottom + dy };
    sheets.sharp = drawSheet({ ...frame, ...around }, paint);
    redraw();
  }, REST_MS);
}

/**
 * @param {Frame} frame
 * @param {Paint} paint
 * @param {number} [ratio]
 * @returns {Sheet}
 */
function drawSheet(frame, paint, ratio = devicePixelRatio || 1) {
  const { left, top, right, bottom, scale } = frame;
  const canvas = make('canvas', { width: Math.ceil((right - left) * scale * ratio), height: Math.ceil((bottom - top) * scale * ratio) });
  const context = contextOf(canvas, { alpha: false });
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  paint(context, frame);
  return { ...frame, canvas };
}

/**
 * @param {Context} context
 * @param {Sheet} sheet
 */
function copySheet(context, { canvas, left, top, right, bottom }) {
  context.globalAlpha = isDimming() ? 0.28 : 1;
  context.drawImage(canvas, left, top, right - left, bottom - top);
  context.globalAlpha = 1;
}
