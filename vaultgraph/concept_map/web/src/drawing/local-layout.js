// The layout of the local graph while one is shown; its notes grow out of the centre.

import { isLayered, links } from '../format/payload.js';
import { layoutLocalGraph } from '../layout/local-graph.js';
import { shown } from '../model/filter.js';
import { isLocal, state } from '../model/state.js';
import { boxSize } from './box-text.js';
import { relationNameWidth } from './relation-names.js';

/** @typedef {import('../layout/local-graph.js').Course} Course */
/** @typedef {{ box: Box, notes: number[], links: Link[] }} Stack */

/**
 * @typedef {object} LocalLayout see `layoutLocalGraph`
 * @property {Map<number, Position>} places
 * @property {Stack[]} stacks
 * @property {Map<Link, Course>} courses
 * @property {Map<Link, Stack>} bundled the links of stacks, but for the one whose line stands for all of them
 * @property {Set<Link>} extra
 */

/** @type {LocalLayout | null} Around its first centre. */
export let localLayout = null;

/** @type {Map<number, Position> | null} Where its notes are, if need be dragged. */
export let localPositions = null;

/** @type {Map<number, Position> | null} Where its notes are as long as they are on their way there. */
export let movingPositions = null;

/** The notes that were dragged away from where the layout has them. @type {Set<number>} */
export const movedAside = new Set();

/** Whether notes are drawn as boxes. */
export const areBoxes = () => isLayered || localLayout !== null;

export function updateLocalLayout() {
  localLayout = isLocal() && shown.notes.length ? layoutShown() : null;
  localPositions = localLayout && new Map(localLayout.places);
  movedAside.clear();
  finishGrowth();
}

/** @returns {LocalLayout} */
function layoutShown() {
  const notes = [...shown.local?.keys() ?? []], centres = state.local.centres.filter(note => shown.isNote[note]);
  const layout = layoutLocalGraph({
    notes, centres: centres.length ? centres : notes.slice(0, 1), sizeOf: boxSize, widthOfName: relationNameWidth,
    links: shown.links.map(number => {
      const { from, to, kind = '', direction } = links[number];
      return { number, from, to, kind, isOrdered: Boolean(direction) };
    }),
  });
  const stacks = layout.stacks.map(stack => ({ ...stack, links: stack.links.map(number => links[number]) }));
  return {
    places: layout.places, stacks,
    courses: new Map([...layout.courses].map(([number, course]) => [links[number], course])),
    bundled: new Map(stacks.flatMap(stack => stack.links.slice(1).map(link => [link, stack]))),
    extra: new Set([...layout.extra].map(number => links[number])),
  };
}

/** A picture shows the notes where they will be. */
export function finishGrowth() {
  growth = 1;
  movingPositions = null;
}

const GROWTH_MS = 320;
/** How far the notes are on their way, from 0 to 1. */
let growth = 1;

/** How strongly links are drawn: they appear when the notes have nearly arrived. */
export const linkStrength = () => Math.max(0, 2 * growth - 1);

/**
 * Let the notes move from where they were to where the layout has them.
 *
 * @param {Map<number, Position>} before those that were shown
 * @param {Position} source where the others come from
 * @param {() => void} redraw
 */
export function growFrom(before, source, redraw) {
  const positions = localPositions, begin = performance.now();
  /** @param {number} now */
  const step = now => {
    if (!positions || positions !== localPositions || (growth === 1 && now > begin)) return;
    growth = Math.min(1, Math.max(0, (now - begin) / GROWTH_MS));
    movingPositions = growth < 1 ? interpolate(before, source, positions) : null;
    redraw();
    if (growth < 1) requestAnimationFrame(step);
  };
  step(begin);
}

/**
 * @param {Map<number, Position>} before
 * @param {Position} source
 * @param {Map<number, Position>} after
 * @returns {Map<number, Position>}
 */
function interpolate(before, source, after) {
  const share = 1 - (1 - growth) ** 3;
  return new Map([...after].map(([note, { x, y }]) => {
    const start = before.get(note) ?? source;
    return [note, { x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share }];
  }));
}
