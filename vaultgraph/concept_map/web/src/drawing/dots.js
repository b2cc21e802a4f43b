// Notes as dots, the larger the more links they have.

import { notes } from '../format/payload.js';
import { isUnresolved } from '../model/graph.js';
import { state } from '../model/state.js';
import { focus, opacityOf } from './focus.js';
import { FULL_CIRCLE } from './geometry.js';
import { positionOf } from './stage.js';
import { newPath } from './svg-context.js';
import { colour, colourOf } from './theme.js';

const MANY_DOTS = 1200;

/**
 * Among many, dots that look the same are painted together, without a rim.
 *
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 * @returns {void}
 */
export function paintDots(context, numbers, scale) {
  if (numbers.length <= MANY_DOTS) return numbers.forEach(number => paintDot(context, number, scale));
  const batches = new Map();
  /** @param {number} number */
  const isSpecial = number => isUnresolved(number) || notes[number].r * scale > 4 || number === focus.note;
  for (const number of numbers.filter(each => !isSpecial(each))) {
    const key = `${opacityOf(number)} ${colourOf(number)}`, { x, y } = positionOf(number);
    if (!batches.has(key)) batches.set(key, { alpha: opacityOf(number), fill: colourOf(number), path: newPath() });
    const radius = Math.max(notes[number].r, 1.6 / scale), path = batches.get(key).path;
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, FULL_CIRCLE);
  }
  for (const { alpha, fill, path } of batches.values()) {
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fill(path);
  }
  context.globalAlpha = 1;
  numbers.filter(isSpecial).forEach(number => paintDot(context, number, scale));
}

/**
 * @param {Context} context
 * @param {number} number
 * @param {number} scale
 */
export function paintDot(context, number, scale) {
  const { x, y } = positionOf(number), isMarked = number === state.hovered || number === state.selected;
  const radius = Math.max(notes[number].r, 1.6 / scale) * (isMarked ? 1.12 : 1);
  const line = 1.4 / Math.max(scale, 0.5);
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
  context.globalAlpha = opacityOf(number);
  if (isUnresolved(number)) paintHollow(context, line, radius * scale > 5);
  else paintFull(context, number, isMarked, line, scale);
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {number} line
 * @param {boolean} isDashed
 */
function paintHollow(context, line, isDashed) {
  context.fillStyle = colour.paper;
  context.fill();
  context.strokeStyle = colour.soft;
  context.lineWidth = line;
  if (isDashed) context.setLineDash([2.6 * line, 1.8 * line]);
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {Context} context
 * @param {number} number
 * @param {boolean} isMarked
 * @param {number} line
 * @param {number} scale
 */
function paintFull(context, number, isMarked, line, scale) {
  context.fillStyle = colourOf(number);
  context.fill();
  if (!isMarked && notes[number].r * scale < 3) return;
  context.strokeStyle = isMarked ? colour.ink : colour.paper;
  context.lineWidth = isMarked ? 2 * line : line;
  context.stroke();
}
