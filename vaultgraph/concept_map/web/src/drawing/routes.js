// The course of a link: from the edge of one note to the edge of the other, as cubic curves.
// A route is { start: [x, y], curves: [[x1, y1, x2, y2, x, y]...], tip: [x, y, dx, dy], spots: [[x, y]...] };
// the name of its relation may stand at its `spots`, the best first.

import { getOrAdd } from '../cache.js';
import { isLayered, links, notes, page } from '../format/payload.js';
import { curveBetween, flowLine, gentlerSlope, pointOn, slopeBetween, SPOTS } from '../layout/flow-line.js';
import { shortCourse } from '../layout/local-graph.js';
import { bowedLine } from './bowed-line.js';
import { roomOf } from './bounds.js';
import { localLayout, movedAside } from './local-layout.js';
import { positionOf } from './stage.js';

/** @typedef {import('./local-layout.js').LocalLayout} LocalLayout */

const ARROW_ROOM = 3, MAX_SHIFT = { TB: 44, LR: 24, '': 0 };

/**
 * @param {Link} link
 * @returns {Route}
 */
export function routeOf(link) {
  if (localLayout) return localRoute(localLayout, link);
  return isLayered ? layeredRoute(link) : freeRoute(link);
}

/**
 * As the layout has it; between notes that were dragged without a detour.
 *
 * @param {LocalLayout} layout
 * @param {Link} link
 * @returns {Route}
 */
function localRoute(layout, link) {
  const { from, to } = link, known = movedAside.has(from) || movedAside.has(to) ? undefined : layout.courses.get(link);
  const { points, isDown, name } = known ?? shortCourse(roomOf(from), roomOf(to));
  const route = flowLine(points, isDown);
  return name ? { ...route, spots: [name, ...route.spots] } : route;
}

/**
 * Leaves a box where its layer ends, passes the bends, enters where the next layer begins.
 *
 * @param {Link} link
 * @returns {Route}
 */
function layeredRoute({ from, to, via = [], lane = 0 }) {
  const a = positionOf(from), b = positionOf(to), isDown = page.flow === 'TB';
  const sign = (isDown ? b.y - a.y : b.x - a.x) < 0 ? -1 : 1;
  /** @type {Point} */
  const start = isDown
    ? [a.x + lane, a.y + sign * notes[from].h / 2]
    : [a.x + sign * notes[from].w / 2, a.y + lane];
  /** @type {Point} */
  const end = isDown
    ? [b.x + lane, b.y - sign * (notes[to].h / 2 + ARROW_ROOM)]
    : [b.x - sign * (notes[to].w / 2 + ARROW_ROOM), b.y + lane];
  const places = [start, ...via, end], points = places.flatMap((_, step) => pointsThroughLayer(places, step, isDown));
  const curves = points.slice(1).map((point, step) => curveBetween(points[step], point, isDown));
  const half = 2 * Math.floor((places.length - 2) / 2);
  return {
    start, curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: SPOTS.map(share => pointOn(points[half], curves[half], share)),
  };
}

/**
 * A link that passes a layer is straight there, and slants towards where it goes on, so that it does not swing
 * from layer to layer; but never so much that it would touch the boxes beside it. Points are [x, y, slant].
 *
 * @param {Point[]} places
 * @param {number} step
 * @param {boolean} isDown
 * @returns {SlopedPoint[]}
 */
function pointsThroughLayer(places, step, isDown) {
  const before = places[step - 1], here = places[step], after = places[step + 1];
  if (!before || !after) return [[...here, 0]];
  const [across, along] = isDown ? [0, 1] : [1, 0];
  const wanted = gentlerSlope(slopeBetween(before, here, isDown), slopeBetween(here, after, isDown));
  const edges = layerEdges(here[along], isDown), most = MAX_SHIFT[page.flow] / (edges[1] - edges[0]);
  const slant = Math.max(-most, Math.min(most, wanted));
  const passed = edges.map(/** @returns {SlopedPoint} */ edge => {
    const aside = here[across] + slant * (edge - here[along]);
    return isDown ? [aside, edge, slant] : [edge, aside, slant];
  });
  return after[along] > before[along] ? passed : passed.reverse();
}

// Where the layer that a link passes begins and ends: its boxes have one middle line, or one left edge.
/** @type {Map<number, Point>} */
const layerEdgeCache = new Map();

/**
 * @param {number} along
 * @param {boolean} isDown
 * @returns {Point}
 */
function layerEdges(along, isDown) {
  return getOrAdd(layerEdgeCache, along, () => isDown ? rowEdges(along) : columnEdges(along));
}

/**
 * @param {number} along
 * @returns {Point}
 */
function rowEdges(along) {
  const half = notes.filter(({ y }) => Math.abs(y - along) < 1).reduce((most, { h }) => Math.max(most, h / 2), 1);
  return [along - half, along + half];
}

/**
 * @param {number} along
 * @returns {Point}
 */
function columnEdges(along) {
  const lefts = notes.map(({ x, w }) => x - w / 2).filter(left => left < along), left = Math.max(...lefts);
  const right = notes.filter(({ x, w }) => Math.abs(x - w / 2 - left) < 1).reduce((most, { w }) => Math.max(most, left + w), along + 1);
  return [left, right];
}

/**
 * @param {Link} link
 * @returns {Route}
 */
const freeRoute = ({ from, to }) => bowedLine(positionOf(from), positionOf(to), notes[from].r, notes[to].r + ARROW_ROOM);

// Links between the same two notes run side by side.
export function spreadLanes() {
  /** @type {Map<string, Link[]>} */
  const pairs = new Map();
  for (const link of links) {
    const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
    getOrAdd(pairs, pair, () => []).push(link);
  }
  for (const pair of pairs.values()) {
    pair.forEach((link, place) => { link.lane = (place - (pair.length - 1) / 2) * 14; });
  }
}

/**
 * The corners of an arrow's head.
 *
 * @param {Tip} tip
 * @param {number} size
 * @returns {Point[]}
 */
export function arrowHead([x, y, dx, dy], size) {
  const backX = x - dx * size, backY = y - dy * size, side = size * 0.42;
  return [[x, y], [backX - dy * side, backY + dx * side], [backX + dy * side, backY - dx * side]];
}
