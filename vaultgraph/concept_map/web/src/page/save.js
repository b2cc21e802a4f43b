// The map as a picture: the whole of what is shown, not just the part in the window.

import { make } from '../dom.js';
import { bounds } from '../drawing/bounds.js';
import { withoutSelection } from '../drawing/focus.js';
import { finishGrowth } from '../drawing/local-layout.js';
import { paint } from '../drawing/paint.js';
import { layoutLegend, paintLegend } from '../drawing/picture-legend.js';
import { contextOf, SvgContext, withSvgPaths } from '../drawing/svg-context.js';
import { colour } from '../drawing/theme.js';
import { page } from '../format/payload.js';
import { shown } from '../model/filter.js';

const LONGEST_SIDE = 6000, MARGIN = 40;
/** The letters of the legend, as a share of the width of the picture. */
const LEGEND_SIZE = 1 / 90, MIN_LEGEND_SIZE = 12;

/** The part of the map that a picture shows, with room for the legend below it. */
function wholePicture() {
  finishGrowth();
  const box = bounds(), left = box.left - MARGIN, right = box.right + MARGIN, size = Math.max(MIN_LEGEND_SIZE, (right - left) * LEGEND_SIZE);
  const legend = layoutLegend((right - left - 2 * MARGIN) / size), bottom = box.bottom + MARGIN;
  const frame = { left, top: box.top - MARGIN, right, bottom: bottom + (legend.height + 1) * size };
  return {
    frame: { ...frame, scale: Math.min(2, LONGEST_SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top)) },
    corner: { x: left + MARGIN, y: bottom + size / 2 }, size, legend,
  };
}

/**
 * @param {Context} context
 * @param {ReturnType<typeof wholePicture>} picture
 */
function paintPicture(context, { frame, legend, corner, size }) {
  withoutSelection(() => paint(context, frame));
  paintLegend(context, legend.placed, corner, size);
}

export function drawWhole() {
  const picture = wholePicture(), { frame } = picture, width = frame.right - frame.left, height = frame.bottom - frame.top;
  const canvas = make('canvas', { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = contextOf(canvas);
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paintPicture(context, picture);
  return canvas;
}

// Drawings of more pieces than these take a browser too long to make, and to show.
export const MAX_SVG_ELEMENTS = 10_000;

export const isSvgPossible = () => shown.notes.length + shown.links.length <= MAX_SVG_ELEMENTS;

export const savePng = () => drawWhole().toBlob(blob => { if (blob) download(blob, `${pictureName()}.png`); });
export const saveSvg = () => download(new Blob([svgText()], { type: 'image/svg+xml' }), `${pictureName()}.svg`);

const pictureName = () => page.title.replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'map';

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const svgText = () => new XMLSerializer().serializeToString(svgDrawing());

export function svgDrawing() {
  const picture = wholePicture(), { frame } = picture, pen = new SvgContext(frame);
  pen.fillStyle = colour.paper;
  pen.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  withSvgPaths(() => paintPicture(/** @type {any} */ (pen), picture));
  return pen.drawing;
}
