// Notes as boxes with their text inside.

import { notes } from '../format/payload.js';
import { isUnresolved } from '../model/graph.js';
import { state } from '../model/state.js';
import { META_FONT, boxSize, TEXT_LEFT, textHeight, titleStyleOf } from './box-text.js';
import { opacityOf } from './focus.js';
import { positionOf } from './stage.js';
import { newPath } from './svg-context.js';
import { colour, colourOf, isDark } from './theme.js';

const RADIUS = 10;

/**
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
export const paintBoxes = (context, numbers, scale) => numbers.forEach(number => paintBox(context, number, scale));

/**
 * @param {Context} context
 * @param {number} number
 * @param {number} scale
 */
function paintBox(context, number, scale) {
  const { x, y } = positionOf(number), [width, height] = boxSize(number), left = x - width / 2;
  const shape = newPath();
  shape.roundRect(left, y - height / 2, width, height, RADIUS);
  if (number === state.selected) paintHalo(context, shape);
  context.fillStyle = colour.paper;
  context.fill(shape);
  context.globalAlpha = opacityOf(number);
  if (!isUnresolved(number)) fillBox(context, number, shape, scale);
  strokeBox(context, number, shape);
  writeBox(context, number, left + TEXT_LEFT, y);
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {MapPath} shape
 */
function paintHalo(context, shape) {
  context.strokeStyle = colour.accent;
  context.globalAlpha = 0.25;
  context.lineWidth = 10;
  context.stroke(shape);
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {number} number
 * @param {MapPath} shape
 * @param {number} scale
 */
function fillBox(context, number, shape, scale) {
  const note = notes[number], { x, y } = positionOf(number), alpha = context.globalAlpha;
  const isLifted = number === state.hovered || number === state.selected;
  context.save();
  if (alpha === 1) {
    context.shadowColor = isDark() ? '#0009' : '#1c23301f';
    context.shadowBlur = (isLifted ? 18 : 7) * scale;
    context.shadowOffsetY = 2 * scale;
  }
  context.fillStyle = colour.card;
  context.fill(shape);
  context.shadowColor = 'transparent';
  context.clip(shape);
  context.fillStyle = colourOf(number);
  context.globalAlpha = alpha * (isDark() ? 0.17 : 0.1);
  context.fill(shape);
  context.globalAlpha = alpha;
  context.fillRect(x - note.w / 2, y - note.h / 2, 5, note.h);
  context.restore();
}

/**
 * @param {Context} context
 * @param {number} number
 * @param {MapPath} shape
 */
function strokeBox(context, number, shape) {
  const isSelected = number === state.selected, isHovered = number === state.hovered;
  context.strokeStyle = isSelected || isHovered ? colour.accent : colourOf(number);
  context.lineWidth = isSelected ? 2.4 : isHovered ? 2 : 1.1;
  context.setLineDash(isUnresolved(number) ? [5, 4] : []);
  context.stroke(shape);
  context.setLineDash([]);
}

/**
 * @param {Context} context
 * @param {number} number
 * @param {number} left
 * @param {number} middle
 */
function writeBox(context, number, left, middle) {
  const note = notes[number], title = titleStyleOf(note);
  let baseline = middle - textHeight(note) / 2 + title.size * 0.36 + title.line / 2;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.font = title.font;
  context.fillStyle = isUnresolved(number) ? colour.soft : colour.ink;
  for (const line of note.lines) {
    context.fillText(line, left, baseline);
    baseline += title.line;
  }
  if (!note.meta) return;
  context.font = META_FONT;
  context.fillStyle = colour.soft;
  context.fillText(note.meta, left, baseline - title.line + 17.5);
}
