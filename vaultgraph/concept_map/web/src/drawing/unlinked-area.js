// The frame around the notes without links.

import { isLayered, page } from '../format/payload.js';
import { t } from '../model/strings.js';
import { isUnlinkedAreaShown } from './bounds.js';
import { focus } from './focus.js';
import { colour, FONT } from './theme.js';

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintUnlinkedArea(context, { scale }) {
  if (!page.unlinked_area || !isUnlinkedAreaShown()) return;
  const [left, top, width, height] = page.unlinked_area;
  const size = isLayered ? 11 : Math.min(11 / scale, 22);
  context.globalAlpha = focus.highlighted ? 0.4 : 1;
  context.beginPath();
  context.roundRect(left, top, width, height, 14);
  context.strokeStyle = colour.line;
  context.lineWidth = 1.3 / Math.min(scale, 1);
  context.setLineDash([6 / Math.min(scale, 1), 5 / Math.min(scale, 1)]);
  context.stroke();
  context.setLineDash([]);
  context.font = `600 ${size}px ${FONT}`;
  context.fillStyle = colour.soft;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(t('unlinked_area').toUpperCase(), left + 18, top + 16);
  context.globalAlpha = 1;
}
