// What the colours and lines of a saved or printed picture mean, in lines below the map.

import { relationCounts, relationTypes } from '../model/graph.js';
import { groups, hiddenGroups, MAX_GROUPS, OTHERS } from '../model/groups.js';
import { state } from '../model/state.js';
import { shorten } from '../model/text.js';
import { t } from '../model/strings.js';
import { areBoxes } from './local-layout.js';
import { ruler } from './svg-context.js';
import { colour, colourOfGroup, colourOfRelation, FONT } from './theme.js';

const MARK = 1.1, GAP = 0.55, APART = 1.8, LINE = 1.9, MAX_LETTERS = 40, MAX_RELATIONS = 8;

/** @typedef {{ name: string, colour: string, isLine: boolean, isDashed?: boolean }} Entry */
/** @typedef {Entry & { x: number, y: number }} PlacedEntry */

/** @returns {Entry[]} */
function entries() {
  const hidden = hiddenGroups(state.colour), named = groups.slice(0, MAX_GROUPS).map(([name], number) => ({ name, colour: colourOfGroup(number), isLine: false }));
  const others = groups.length > MAX_GROUPS && !hidden.has(OTHERS) ? [{ name: t('others'), colour: colour.soft, isLine: false }] : [];
  return [...named.filter(({ name }) => !hidden.has(name)), ...others, ...areBoxes() ? lines() : []];
}

/** Those of relations, where links are drawn. */
function lines() {
  const typed = relationTypes.filter(kind => !state.hiddenKinds.has(kind)).slice(0, MAX_RELATIONS)
    .map(kind => ({ name: kind, colour: colourOfRelation(kind), isLine: true }));
  const isPlainShown = relationCounts.has('') && !state.hiddenKinds.has('');
  return isPlainShown ? [...typed, { name: t('plain'), colour: colour.link, isLine: true, isDashed: true }] : typed;
}

/**
 * The legend in lines of a width, with the height that it takes; in sizes of its letters.
 *
 * @param {number} width
 * @returns {{ placed: PlacedEntry[], height: number }}
 */
export function layoutLegend(width) {
  ruler.font = `500 100px ${FONT}`;
  let x = 0, y = LINE / 2;
  const placed = entries().map(entry => {
    const name = shorten(entry.name, MAX_LETTERS), long = MARK + GAP + ruler.measureText(name).width / 100;
    if (x && x + long > width) [x, y] = [0, y + LINE];
    const found = { ...entry, name, x, y };
    x += long + APART;
    return found;
  });
  return { placed, height: placed.length ? y + LINE / 2 : 0 };
}

/**
 * @param {Context} context
 * @param {PlacedEntry[]} placed
 * @param {Position} corner
 * @param {number} size of the letters
 */
export function paintLegend(context, placed, corner, size) {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = `500 ${size}px ${FONT}`;
  for (const { name, colour: fill, isLine, isDashed, x, y } of placed) {
    const left = corner.x + x * size, middle = corner.y + y * size;
    context.fillStyle = context.strokeStyle = fill;
    context.beginPath();
    if (isLine) {
      context.lineWidth = 0.16 * size;
      context.setLineDash(isDashed ? [0.35 * size, 0.25 * size] : []);
      context.moveTo(left, middle);
      context.quadraticCurveTo(left + MARK * size / 2, middle, left + MARK * size, middle);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.roundRect(left, middle - 0.4 * size, 0.8 * size, 0.8 * size, 0.2 * size);
      context.fill();
    }
    context.fillStyle = colour.ink;
    context.fillText(name, left + (MARK + GAP) * size, middle);
  }
}
