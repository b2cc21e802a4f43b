// Dotted lines between notes of which one names the other, and no link joins them.

import { mentions } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { state } from '../model/state.js';
import { focus, isDimming } from './focus.js';
import { areBoxes } from './local-layout.js';
import { routeOf } from './routes.js';
import { newPath } from './svg-context.js';
import { colour } from './theme.js';

const MAX_LINES = 1500;
/** How strongly a line is painted, and one that does not belong to the note that is highlighted. */
const PLAIN = 1, DIMMED = 0.15;

/**
 * @param {Context} context
 * @param {number} scale
 */
export function paintMentions(context, scale) {
  if (!state.showMentions) return;
  const visible = mentions.filter(({ from, to }) => shown.isNote[from] && shown.isNote[to]).slice(0, MAX_LINES);
  /** @param {Mention} mention */
  const isPlain = ({ from, to }) => !isDimming() || from === focus.note || to === focus.note;
  strokeDotted(context, visible.filter(mention => !isPlain(mention)), DIMMED, scale);
  strokeDotted(context, visible.filter(isPlain), PLAIN, scale);
}

/**
 * @param {Context} context
 * @param {Mention[]} lines
 * @param {number} alpha
 * @param {number} scale
 */
function strokeDotted(context, lines, alpha, scale) {
  if (!lines.length) return;
  const path = newPath(), unit = areBoxes() ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  for (const { from, to } of lines) {
    const { start, curves } = routeOf({ from, to });
    path.moveTo(...start);
    for (const curve of curves) path.bezierCurveTo(...curve);
  }
  context.globalAlpha = alpha;
  context.strokeStyle = colour.accent;
  context.lineWidth = 2.2 * unit;
  context.setLineDash([2.2 * unit, 4.4 * unit]);
  context.stroke(path);
  context.setLineDash([]);
  context.globalAlpha = 1;
}
