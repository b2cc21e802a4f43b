// The map as a picture: the whole of what is shown, not just the part in the window.

import { make } from '../dom.js';
import { bounds } from '../drawing/bounds.js';
import { areBoxes, finishGrowth } from '../drawing/local-layout.js';
import { paint } from '../drawing/paint.js';
import { contextOf, SvgContext, withSvgPaths } from '../drawing/svg-context.js';
import { colour } from '../drawing/theme.js';
import { page } from '../format/payload.js';
import { shown } from '../model/filter.js';

const LONGEST_SIDE = 6000, MARGIN = 40, MARGIN_FOR_NAMES = 130;

function wholeFrame() {
  finishGrowth();
  const box = bounds(), sideMargin = areBoxes() ? MARGIN : MARGIN_FOR_NAMES;
  const frame = { left: box.left - sideMargin, top: box.top - MARGIN, right: box.right + sideMargin, bottom: box.bottom + MARGIN };
  return { ...frame, scale: Math.min(2, LONGEST_SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top)) };
}

export function drawWhole() {
  const frame = wholeFrame(), width = frame.right - frame.left, height = frame.bottom - frame.top;
  const canvas = make('canvas', { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = contextOf(canvas);
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paint(context, frame);
  return canvas;
}

// Drawings of more pieces than these take a browser too long to make, and to show.
export const MAX_SVG_ELEMENTS = 10_000;

export const isSvgPossible = () => shown.notes.length + shown.links.length <= MAX_SVG_ELEMENTS;

export const savePng = () => drawWhole().toBlob(blob => { if (blob) download(blob, 'png'); });
export const saveSvg = () => download(new Blob([svgText()], { type: 'image/svg+xml' }), 'svg');

/**
 * @param {Blob} blob
 * @param {string} extension
 */
function download(blob, extension) {
  const address = URL.createObjectURL(blob);
  const name = page.title.replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'map';
  make('a', { href: address, download: `${name}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const svgText = () => new XMLSerializer().serializeToString(svgDrawing());

export function svgDrawing() {
  const frame = wholeFrame(), pen = new SvgContext(frame);
  pen.fillStyle = colour.paper;
  pen.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  withSvgPaths(() => paint(/** @type {any} */ (pen), frame));
  return pen.drawing;
}
