// Thousands of links, painted once into a picture of the whole map and copied from there.

import { getOrAdd } from '../cache.js';
import { make } from '../dom.js';
import { links } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { groupOf } from '../model/groups.js';
import { bounds } from './bounds.js';
import { focus } from './focus.js';
import { invalidateSheets } from './sheets.js';
import { positionOf } from './stage.js';
import { contextOf, newPath } from './svg-context.js';
import { colour, colourOfGroup } from './theme.js';

const BACKDROP_SIDE = 4096;
let backdrop = null;

export function invalidateBackdrop() {
  backdrop = null;
  invalidateSheets();
}

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintBackdrop(context, frame) {
  const share = focus.highlighted ? 0.3 : 1;
  if (!frame.isScreen) return strokeBackdrop(context, frame.scale, share);
  backdrop ??= drawBackdrop();
  const { canvas, left, top, width, height } = backdrop;
  context.globalAlpha = share;
  context.drawImage(canvas, left, top, width, height);
  context.globalAlpha = 1;
}

function drawBackdrop() {
  const { left, top, right, bottom } = bounds(), width = right - left, height = bottom - top;
  const scale = Math.min(2, BACKDROP_SIDE / Math.max(width, height));
  const canvas = make('canvas', { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  const context = contextOf(canvas);
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  strokeBackdrop(context, scale);
  return { canvas, left, top, width, height };
}

/**
 * @param {Context} context
 * @param {number} scale
 * @param {number} [share]
 */
function strokeBackdrop(context, scale, share = 1) {
  context.lineWidth = 1 / scale;
  const alpha = Math.max(0.035, Math.min(0.3, 1500 / shown.links.length));
  for (const [group, lines] of linesByGroup()) {
    context.strokeStyle = group < 0 ? colour.link : colourOfGroup(group);
    context.globalAlpha = share * (group < 0 ? alpha : alpha * 1.8);
    context.stroke(lines);
  }
  context.globalAlpha = 1;
}

// Straight lines: those within a group by its number, all others as -1.
function linesByGroup() {
  const paths = new Map([[-1, newPath()]]);
  for (const number of shown.links) {
    const { from, to } = links[number];
    const group = groupOf(from) === groupOf(to) ? groupOf(from) : -1;
    const path = getOrAdd(paths, group, newPath);
    path.moveTo(positionOf(from).x, positionOf(from).y);
    path.lineTo(positionOf(to).x, positionOf(to).y);
  }
  return paths;
}
