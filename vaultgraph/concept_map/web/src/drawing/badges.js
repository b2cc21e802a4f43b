// What stands at the corners of boxes: a note's place in what to learn, and how many further neighbours it has.

import { furtherNeighbours, shown } from '../model/filter.js';
import { isLocal, state } from '../model/state.js';
import { isOnMap, prerequisites } from '../model/study.js';
import { boxSize } from './box-text.js';
import { opacityOf } from './focus.js';
import { linkStrength } from './local-layout.js';
import { positionOf } from './stage.js';
import { colour, FONT } from './theme.js';

const HEIGHT = 18, PADDING = 6, INSET = 4, REACH = 5;

/** The places in the study order of what to learn before the selected note, and its own, by note. @type {Map<number, number>} */
let steps = new Map();

/** How many neighbours of each note of the local graph it does not show. @type {Map<number, number>} */
let further = new Map();

export function updateBadges() {
  const needed = state.selected >= 0 ? prerequisites(state.selected) : [];
  const inOrder = needed.length ? [...needed, state.selected] : [];
  steps = new Map(inOrder.map((note, place) => /** @type {Point} */ ([note, place + 1])).filter(([note]) => isOnMap(note)));
}

export function updateFurther() {
  further = new Map(isLocal() ? shown.notes.map(note => [note, furtherNeighbours(note).length]) : []);
}

/** @param {number} note */
export const furtherCount = note => further.get(note) ?? 0;

/**
 * @param {Context} context
 * @param {number[]} numbers
 */
export function paintBadges(context, numbers) {
  context.font = `650 11px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const note of numbers) {
    context.globalAlpha = opacityOf(note) * linkStrength();
    const { x, y } = positionOf(note), [width, height] = boxSize(note), step = steps.get(note);
    if (step) paintBadge(context, String(step), x - width / 2 + INSET, y - height / 2, { fill: colour.accent, ink: colour.paper, line: colour.paper });
    if (furtherCount(note)) paintBadge(context, moreLabel(note), ...morePlace(note), { fill: colour.card, ink: colour.accent, line: colour.accent });
  }
  context.globalAlpha = 1;
}

/** @param {number} note */
const moreLabel = note => `+${furtherCount(note)}`;

/**
 * @param {number} note
 * @returns {Point}
 */
function morePlace(note) {
  const { x, y } = positionOf(note), [width, height] = boxSize(note);
  return [x + width / 2 + INSET, y + height / 2 - INSET];
}

/**
 * @param {Context} context
 * @param {string} label
 * @param {number} x
 * @param {number} y
 * @param {{ fill: string, ink: string, line: string }} colours
 */
function paintBadge(context, label, x, y, { fill, ink, line }) {
  const width = Math.max(HEIGHT, context.measureText(label).width + 2 * PADDING);
  context.beginPath();
  context.roundRect(x - width / 2, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = line;
  context.lineWidth = 1.3;
  context.stroke();
  context.fillStyle = ink;
  context.fillText(label, x, y + 0.5);
}

/**
 * The note whose further neighbours are offered at a point of the map, -1 if none are.
 *
 * @param {Position} position
 */
export function moreAt({ x, y }) {
  return shown.notes.find(note => {
    if (!furtherCount(note)) return false;
    const [atX, atY] = morePlace(note), half = moreLabel(note).length * 4 + PADDING;
    return Math.abs(x - atX) < half + REACH && Math.abs(y - atY) < HEIGHT / 2 + REACH;
  }) ?? -1;
}
