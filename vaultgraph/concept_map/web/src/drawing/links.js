// Links and the names of relations.

import { whileSame } from '../cache.js';
import { isLayered, links } from '../format/payload.js';
import { isLinkShown, shown } from '../model/filter.js';
import { incoming, isReturned, MANY_LINKS, outgoing, relationTypes } from '../model/graph.js';
import { isCentre, state } from '../model/state.js';
import { atlas } from './atlas-layout.js';
import { focus, isLinkHidden, isHighlighted, isLinkDimmed, leadsToFocus } from './focus.js';
import { areBoxes, linkStrength, localLayout } from './local-layout.js';
import { Occupied } from './occupied.js';
import { NAME_FONT, NAME_PADDING, relationLabel } from './relation-names.js';
import { arrowHead, routeOf } from './routes.js';
import { positionOf } from './stage.js';
import { newPath, SvgContext } from './svg-context.js';
import { colour, colourOfRelation, FONT, isDark } from './theme.js';

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintLinks(context, frame) {
  const visible = shown.links.filter(number => isLinkInFrame(links[number], frame) && !isLinkHidden(links[number]));
  strokeLinks(context, visible, frame.scale);
}

const MAX_FOCUS_LINKS = 1200;

/** Of very many links, those of the note that is highlighted, and those that lead to it. */
const focusLinks = whileSame(() => [focus, shown.links], () => {
  if (focus.pathLinks) return state.path?.links ?? [];
  if (focus.note < 0) return [];
  /** @param {number} link */
  const isStep = link => leadsToFocus(links[link].from) && links[link].direction;
  const steps = [...focus.ancestors].flatMap(note => incoming[note].filter(isStep));
  return [...new Set([...steps, ...outgoing[focus.note], ...incoming[focus.note]])].filter(isLinkShown).slice(0, MAX_FOCUS_LINKS);
});

/**
 * Links that look the same are painted together.
 *
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
function strokeLinks(context, numbers, scale) {
  strokeBatches(context, batchesOf(numbers, scale), scale);
}

/**
 * The links of the focus, which stay the same while the camera moves.
 *
 * @param {Context} context
 * @param {number} scale
 */
export function strokeFocusLinks(context, scale) {
  if (context instanceof SvgContext) return strokeLinks(context, focusLinks(), scale);
  drawnScale = scale;
  strokeBatches(context, focusBatches(), scale);
}

let drawnScale = 1;
const focusBatches = whileSame(() => [focusLinks(), drawnScale, isDark(), atlas], () => batchesOf(focusLinks(), drawnScale));

/**
 * @param {number[]} numbers
 * @param {number} scale
 * @returns {LinkBatch[]}
 */
function batchesOf(numbers, scale) {
  const bundles = new Map();
  for (const number of numbers) {
    const link = links[number];
    const style = styleOf(link), key = JSON.stringify(style);
    if (!bundles.has(key)) bundles.set(key, { style, lines: newPath(), heads: newPath() });
    addLink(bundles.get(key), link, scale);
  }
  return [...bundles.values()].sort((a, b) => a.style.layer - b.style.layer);
}

/**
 * @param {Context} context
 * @param {LinkBatch[]} batches
 * @param {number} scale
 */
function strokeBatches(context, batches, scale) {
  for (const batch of batches) strokeBundle(context, batch, scale);
  context.globalAlpha = 1;
}

/**
 * @param {Link} link
 * @param {Frame} frame
 */
function isLinkInFrame({ from, to, via }, { left, top, right, bottom }) {
  if (via || localLayout) return true;
  const a = positionOf(from), b = positionOf(to);
  return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
}

// Dashes distinguish plain links from relations; without relations, or with very many links, they only distract.
export const arePlainLinksDashed = isLayered || (relationTypes.length > 0 && links.length <= MANY_LINKS);

/**
 * How a link looks.
 *
 * @param {Link} link
 * @returns {LineStyle}
 */
function styleOf(link) {
  const isTyped = Boolean(link.kind);
  const stroke = isTyped ? colourOfRelation(link.kind ?? '') : colour.link;
  if (isHighlighted(link) && !isOfCentre(link)) return { layer: 3, isTyped, stroke: colour.accent, ...highlightStyle() };
  if (areBoxes()) {
    const [layer, alpha] = isLinkDimmed(link) ? [0, 0.28] : [2, 1];
    return { layer, isTyped, stroke, alpha, width: isTyped ? 1.7 : 1.4 };
  }
  return { layer: 1, isTyped, stroke, alpha: 0.55, width: isTyped ? 1.5 : 1.1 };
}

/**
 * All around the centre of a local graph is highlighted, so nothing is: its links keep their colours.
 *
 * @param {Link} link
 */
const isOfCentre = ({ from, to }) => !focus.pathLinks && isCentre(focus.note) && (focus.note === from || focus.note === to);

// The more links a note has, the finer they are.
function highlightStyle() {
  const many = focus.highlighted?.size ?? 0;
  return { alpha: Math.max(0.2, Math.min(0.95, 60 / many)), width: many > 40 ? 1.1 : 2.2 };
}

/**
 * @param {LinkBatch} batch
 * @param {Link} link
 * @param {number} scale
 */
function addLink({ style, lines, heads }, link, scale) {
  const { start, curves, tip } = routeOf(link);
  lines.moveTo(...start);
  for (const curve of curves) lines.bezierCurveTo(...curve);
  if (style.alpha < 0.1) return;
  const size = areBoxes() ? 8 : 5.5 * Math.max(0.6, Math.min(1.5, 0.9 / scale));
  addHead(heads, tip, size);
  if (hasTwoHeads(link)) addHead(heads, [...start, -tip[2], -tip[3]], size);
}

/**
 * In a local graph the link back is not drawn; the line of a stack stands for several links.
 *
 * @param {Link} link
 */
const hasTwoHeads = link => localLayout !== null && isReturned(link) && !localLayout.stacks.some(stack => stack.links[0] === link);

/**
 * @param {MapPath} heads
 * @param {Tip} tip
 * @param {number} size
 */
function addHead(heads, tip, size) {
  const [point, ...others] = arrowHead(tip, size);
  heads.moveTo(...point);
  for (const other of others) heads.lineTo(...other);
  heads.closePath();
}

/**
 * @param {Context} context
 * @param {LinkBatch} batch
 * @param {number} scale
 */
function strokeBundle(context, { style, lines, heads }, scale) {
  const thin = areBoxes() ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  context.strokeStyle = context.fillStyle = style.stroke;
  context.globalAlpha = style.alpha * linkStrength();
  context.lineWidth = style.width * thin;
  context.setLineDash(style.isTyped || !arePlainLinksDashed ? [] : [5 * thin, 4 * thin]);
  context.stroke(lines);
  context.setLineDash([]);
  context.fill(heads);
}

/**
 * The names of relations, where they add to the legend: the most common type needs no name.
 *
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintRelationNames(context, { scale }) {
  if (scale < 0.45 || linkStrength() < 1) return;
  const taken = new Occupied(), inStacks = new Set(localLayout?.stacks.flatMap(stack => stack.links));
  for (const number of shown.links) {
    const link = links[number], isTelling = isHighlighted(link) || (!focus.highlighted && link.kind !== relationTypes[0]);
    if (link.kind && (isTelling || localLayout) && !inStacks.has(link)) paintRelationName(context, link, taken);
  }
}

const MAX_NAMED_RELATIONS = 40;

/**
 * Among dots, the names of the relations of the selected note, or on a path, where they hide no name of a note.
 *
 * @param {Context} context
 * @param {Frame} frame
 * @param {Occupied} names of notes, on the screen
 */
export function paintFocusRelations(context, { left, top, scale }, names) {
  if (focus.note < 0 && !focus.pathLinks) return;
  const named = focusLinks().filter(number => links[number].kind && isHighlighted(links[number]));
  if (named.length > MAX_NAMED_RELATIONS) return;
  context.font = `500 ${10.5 / scale}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const number of named) {
    const link = links[number], name = relationLabel(link), half = context.measureText(name).width * scale / 2;
    /** @param {Point} spot */
    const boxAt = ([x, y]) => ({
      left: (x - left) * scale - half, right: (x - left) * scale + half, top: (y - top) * scale - 7, bottom: (y - top) * scale + 7,
    });
    const spot = routeOf(link).spots.find(each => names.isFree(boxAt(each)));
    if (!spot) continue;
    names.add(boxAt(spot));
    context.strokeStyle = colour.paper;
    context.lineWidth = 4 / scale;
    if (!(context instanceof SvgContext)) context.strokeText(name, ...spot);
    context.fillStyle = colourOfRelation(link.kind ?? '');
    context.fillText(name, ...spot);
  }
}

/**
 * @param {Context} context
 * @param {Link} link
 * @param {Occupied} taken
 */
function paintRelationName(context, link, taken) {
  const { spots } = routeOf(link), name = relationLabel(link), isPlain = !isHighlighted(link) || isOfCentre(link);
  context.font = NAME_FONT;
  const width = context.measureText(name).width + NAME_PADDING;
  /** @param {Point} spot */
  const boxAt = ([x, y]) => ({ left: x - width / 2, right: x + width / 2, top: y - 9, bottom: y + 9 });
  const [x, y] = spots.find(spot => taken.isFree(boxAt(spot))) ?? spots[0];
  taken.add(boxAt([x, y]));
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fillStyle = colour.paper;
  context.fill();
  context.globalAlpha = isLinkDimmed(link) ? 0.4 : 1;
  context.strokeStyle = isPlain ? colour.line : colour.accent;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = isPlain ? colourOfRelation(link.kind ?? '') : colour.accent;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, x, y + 0.5);
  context.globalAlpha = 1;
}
