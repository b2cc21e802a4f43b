// The layout of a local graph: what is learned before a note above it, what follows below, all else at its sides.

import { getOrAdd } from '../cache.js';
import { attach, otherEnd } from './attachment.js';
import { columnBlock, joinedBlocks, movedBlock, noteBlock, stackBlock } from './block.js';
import { placeInLayers } from './layers.js';

/** @typedef {import('./attachment.js').LocalLink} LocalLink */
/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./block.js').SizeOf} SizeOf */
/** @typedef {import('./block.js').Stack} Stack */
/** @typedef {{ points: Point[], isDown: boolean, name?: Point }} Course where a link passes; where its name stands */
/** @typedef {{ box: Box, outer: Box }} End a note or a stack, and the block that it is part of */

/**
 * @typedef {object} LocalLayout
 * @property {Map<number, Position>} places of the notes
 * @property {Stack[]} stacks
 * @property {Map<number, Course>} courses of links by number; that of a stack's first link stands for all of them
 * @property {Set<number>} extra plain links between notes that are joined otherwise
 *
 * @typedef {object} LocalGraph
 * @property {number[]} notes those nearest to the centre first
 * @property {LocalLink[]} links
 * @property {number[]} centres at least one
 * @property {SizeOf} sizeOf
 * @property {(kind: string) => number} widthOfName of a relation
 */

/** From so many notes on, those that are linked alike are put into a stack. */
const STACK_FROM = 5;
const SIDE_GAP = 64, NAME_ROOM = 40, COLUMN_GAP = 16, ARROW_ROOM = 3, WIDE = 2.4, HIGH = 0.45;

/**
 * @param {LocalGraph} local
 * @returns {LocalLayout} around the first centre
 */
export function layoutLocalGraph(local) {
  const { links, centres, sizeOf } = local, { layered, edges, sides } = attach(local.notes, links, centres);
  const stackOf = stacksInLayers(edges, sides, centres), blocks = blocksInLayers(local, layered, sides, stackOf);
  /** @param {number} note */
  const blockNameOf = note => stackOf.get(note)?.name ?? String(note);
  const drawn = edges.filter(({ number, from, to }) => [from, to].every(note => (stackOf.get(note)?.links[0] ?? number) === number));
  const { places, passes } = placeInLayers(blocks, drawn.map(edge => ({ ...edge, from: blockNameOf(edge.from), to: blockNameOf(edge.to) })), local.widthOfName);
  const origin = places.get(String(centres[0])) ?? { x: 0, y: 0 };
  const placed = new Map([...blocks].map(([name, block]) => {
    const { x, y } = places.get(name) ?? origin;
    return [name, movedBlock(block, x - origin.x, y - origin.y)];
  }));
  const whole = joinedBlocks([...placed.values()]), ends = endsOf(placed, sizeOf);
  const bundled = new Set(whole.stacks.flatMap(stack => stack.links.slice(1)));
  const inTree = new Set([...edges, ...sides.values()].map(({ number }) => number));
  const extra = new Set(links.filter(({ number, kind }) => !kind && !inTree.has(number)).map(({ number }) => number));
  const courses = new Map(links.filter(({ number }) => !bundled.has(number)).map(({ number, from, to }) => {
    const isAtSide = [from, to].some(note => sides.get(note)?.number === number), pass = passes.get(number);
    const [a, b] = [from, to].map(note => ends(note, inTree.has(number)));
    return [number, pass ? throughLayers(a, b, pass, origin) : shortCourse(a.box, b.box, isAtSide)];
  }));
  return { places: new Map(whole.places), stacks: whole.stacks, courses, extra };
}

/**
 * Notes in layers that have nothing but a relation of one type with the same note, where there are many of them.
 *
 * @param {LocalLink[]} edges
 * @param {Map<number, LocalLink>} sides
 * @param {number[]} centres
 * @returns {Map<number, { name: string, notes: number[], links: number[] }>}
 */
function stacksInLayers(edges, sides, centres) {
  /** @type {Map<number, LocalLink[]>} */
  const edgesOf = new Map();
  /** @type {Map<string, [note: number, link: number][]>} */
  const single = new Map();
  for (const edge of edges) for (const end of [edge.from, edge.to]) getOrAdd(edgesOf, end, () => []).push(edge);
  const hosts = new Set([...centres, ...[...sides].map(([note, link]) => otherEnd(link, note))]);
  for (const [note, [edge, ...others]] of edgesOf) {
    if (others.length || hosts.has(note)) continue;
    getOrAdd(single, `${otherEnd(edge, note)} ${edge.to === note} ${edge.kind}`, () => []).push([note, edge.number]);
  }
  const found = new Map();
  for (const [key, members] of single) {
    if (members.length < STACK_FROM) continue;
    const stack = { name: `stack ${key}`, notes: members.map(([note]) => note), links: members.map(([, link]) => link) };
    stack.notes.forEach((/** @type {number} */ note) => found.set(note, stack));
  }
  return found;
}

/**
 * @param {LocalGraph} local
 * @param {Set<number>} layered
 * @param {Map<number, LocalLink>} sides
 * @param {ReturnType<typeof stacksInLayers>} stackOf
 * @returns {Map<string, Block>} by the names of the stacks, and the numbers of other notes
 */
function blocksInLayers({ sizeOf, widthOfName }, layered, sides, stackOf) {
  const withSides = sideBlocks(sides, sizeOf, widthOfName), blocks = new Map();
  for (const note of layered) {
    const stack = stackOf.get(note);
    if (!stack) blocks.set(String(note), withSides(note, 0));
    else if (!blocks.has(stack.name)) blocks.set(stack.name, stackBlock(stack.notes, stack.links, sizeOf, WIDE));
  }
  return blocks;
}

/**
 * What makes a block of a note and of all that is at its sides: what leads to it on the left, the rest on the right;
 * what is at the side of one of these notes is on the same side.
 *
 * @param {Map<number, LocalLink>} sides
 * @param {SizeOf} sizeOf
 * @param {(kind: string) => number} widthOfName
 * @returns {(note: number, side: 0 | 1 | -1) => Block}
 */
function sideBlocks(sides, sizeOf, widthOfName) {
  /** @type {Map<number, [note: number, link: LocalLink][]>} */
  const guests = new Map();
  for (const [note, link] of sides) getOrAdd(guests, otherEnd(link, note), () => []).push([note, link]);

  /** @type {(note: number, side: 0 | 1 | -1) => Block} */
  const blockOf = (note, side) => {
    const own = noteBlock(note, sizeOf(note)), columns = /** @type {const} */ ([1, -1]).map(each => {
      const members = (guests.get(note) ?? []).filter(([, link]) => each === (side || (link.to === note ? -1 : 1)));
      const groups = groupsOf(members), room = Math.max(0, ...groups.map(({ kind }) => kind ? widthOfName(kind) + NAME_ROOM : 0));
      if (!groups.length) return [];
      const column = columnBlock(groups.flatMap(group => blocksOf(group, each)), each, COLUMN_GAP);
      return [movedBlock(column, each * (sizeOf(note)[0] / 2 + Math.max(SIDE_GAP, room)), 0)];
    });
    return joinedBlocks([own, ...columns.flat()]);
  };

  /** @type {(group: { members: [number, LocalLink][] }, side: 1 | -1) => Block[]} */
  const blocksOf = ({ members }, side) => {
    const ends = members.filter(([note]) => !guests.has(note)), others = members.filter(([note]) => guests.has(note));
    const stack = ends.length < STACK_FROM ? ends.map(([note]) => blockOf(note, side))
      : [stackBlock(ends.map(([note]) => note), ends.map(([, { number }]) => number), sizeOf, HIGH)];
    return [...stack, ...others.map(([note]) => blockOf(note, side))];
  };
  return blockOf;
}

/**
 * Those with the same relation together, plain links last.
 *
 * @param {[note: number, link: LocalLink][]} members
 */
function groupsOf(members) {
  /** @type {Map<string, { kind: string, members: [number, LocalLink][] }>} */
  const groups = new Map();
  for (const [note, link] of members) {
    const { kind } = link;
    getOrAdd(groups, `${kind} ${link.to === note}`, () => ({ kind, members: [] })).members.push([note, link]);
  }
  return [...groups.values()].sort((a, b) => Number(!a.kind) - Number(!b.kind));
}

/**
 * Where the links of a note end: at its stack, if it is in one and the link is that of the stack.
 *
 * @param {Map<string, Block>} placed
 * @param {SizeOf} sizeOf
 * @returns {(note: number, isInTree: boolean) => End}
 */
function endsOf(placed, sizeOf) {
  /** @type {Map<number, { own: Box, stack?: Box, outer: Box }>} */
  const boxes = new Map();
  for (const { box: outer, places, stacks } of placed.values()) {
    for (const [note, { x, y }] of places) {
      const [width, height] = sizeOf(note);
      boxes.set(note, { outer, own: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } });
    }
    for (const { box, notes } of stacks) for (const note of notes) boxes.set(note, { .../** @type {any} */ (boxes.get(note)), stack: box });
  }
  return (note, isInTree) => {
    const { own, stack, outer } = /** @type {{ own: Box, stack?: Box, outer: Box }} */ (boxes.get(note));
    return { box: isInTree && stack ? stack : own, outer };
  };
}

/** @param {Box} box */
const middle = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/**
 * @param {End} a
 * @param {End} b
 * @param {{ points: Point[], name?: Point }} pass
 * @param {Position} origin
 * @returns {Course}
 */
function throughLayers(a, b, { points, name }, origin) {
  /** @type {(point: Point) => Point} */
  const moved = ([x, y]) => [x - origin.x, y - origin.y];
  const isUp = middle(b.box).y < middle(a.box).y, [leave, enter] = isUp ? /** @type {const} */ (['top', 'bottom']) : /** @type {const} */ (['bottom', 'top']);
  const sign = isUp ? -1 : 1, { x: startX } = middle(a.box), { x: endX } = middle(b.box);
  /** @type {Point[]} */
  const leaving = [];
  if (Math.abs(a.outer[leave] - a.box[leave]) > 1) leaving.push([startX, a.outer[leave]]);
  /** @type {Point[]} */
  const entering = Math.abs(b.outer[enter] - b.box[enter]) > 1 ? [[endX, b.outer[enter]]] : [];
  return {
    points: [[startX, a.box[leave]], ...leaving, ...points.map(moved), ...entering, [endX, b.box[enter] - sign * ARROW_ROOM]],
    isDown: true, name: name && moved(name),
  };
}

/**
 * From one box to another, without heed of others.
 *
 * @param {Box} a
 * @param {Box} b
 * @param {boolean} [isAtSide] whether one is at the side of the other
 * @returns {Course}
 */
export function shortCourse(a, b, isAtSide = false) {
  const from = middle(a), to = middle(b), isBelow = to.y > from.y, isRight = to.x > from.x;
  const isApart = isRight ? b.left > a.right : a.left > b.right;
  if (isAtSide || isApart && (b.top < a.bottom && a.top < b.bottom)) {
    return {
      points: [[isRight ? a.right : a.left, from.y], [isRight ? b.left - ARROW_ROOM : b.right + ARROW_ROOM, to.y]],
      isDown: false,
    };
  }
  return {
    points: [[from.x, isBelow ? a.bottom : a.top], [to.x, isBelow ? b.top - ARROW_ROOM : b.bottom + ARROW_ROOM]],
    isDown: true,
  };
}
