// The frames around the stacks of a local graph, each with what its notes have in common.

import { isReturned } from '../model/graph.js';
import { t } from '../model/strings.js';
import { shorten } from '../model/text.js';
import { localLayout, linkStrength } from './local-layout.js';
import { colour, colourOfRelation, FONT, isDark } from './theme.js';

const CORNER = 13, CAPTION_TOP = 15, MAX_LETTERS = 30;

/** @param {Context} context */
export function paintStacks(context) {
  context.globalAlpha = linkStrength();
  for (const stack of localLayout?.stacks ?? []) paintStack(context, stack);
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {import('./local-layout.js').Stack} stack
 */
function paintStack(context, { box: { left, top, right, bottom }, notes, links }) {
  const [link] = links, { kind } = link, returned = links.filter(isReturned).length, isLedTo = notes.includes(link.to);
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, CORNER);
  context.fillStyle = isDark() ? '#ffffff08' : '#1c233006';
  context.fill();
  context.strokeStyle = colour.line;
  context.lineWidth = 1.2;
  context.stroke();
  context.font = `600 11.5px ${FONT}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = kind ? colourOfRelation(kind) : colour.soft;
  const name = kind ? shorten(kind, MAX_LETTERS) : t(isLedTo ? 'links' : 'backlinks');
  context.fillText([name, notes.length, returned && `⇄ ${returned}`].filter(Boolean).join(' · '), left + 15, top + CAPTION_TOP);
}
