// How the names of relations are written.

import { page } from '../format/payload.js';
import { isLocal } from '../model/state.js';
import { shorten } from '../model/text.js';
import { ruler } from './svg-context.js';
import { FONT } from './theme.js';

export const NAME_FONT = `500 11px ${FONT}`, NAME_PADDING = 14;
const MAX_LETTERS = 28;

const backMark = () => isLocal() ? '↑ ' : page.back;

/**
 * A relation that is read against its arrow is marked.
 *
 * @param {Pick<Link, 'kind' | 'direction'>} link
 */
export const relationLabel = ({ kind, direction }) => ((direction ?? 0) < 0 ? backMark() : '') + shorten(kind ?? '', MAX_LETTERS);

/** @param {string} kind */
export function relationNameWidth(kind) {
  ruler.font = NAME_FONT;
  return ruler.measureText(relationLabel({ kind, direction: -1 })).width + NAME_PADDING;
}
