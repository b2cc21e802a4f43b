// Links and the names of relations.

import { paintBackdrop } from './backdrop.js';
import { focus, isFaint, isHot, isSilent } from './focus.js';
import { Occupied } from './occupied.js';
import { newPath } from './pen.js';
import { arrowHead, routeOf } from './routes.js';
import { at } from './stage.js';
import { FONT, colour, colourOfGroup } from './theme.js';
import { isConcept, links, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { MANY_LINKS, namedKinds } from '../model/graph.js';
import { groupOf } from '../model/groups.js';
import { shorten } from '../model/text.js';

export function paintLinks(context, frame) {
  let near = shown.links.filter(number => isLinkNear(links[number], frame) && !isSilent(links[number]));
  if (near.length > MANY_LINKS) {
    paintBackdrop(context, frame);
    near = near.filter(number => isHot(links[number]));
  }
  strokeLinks(context, near, frame.scale);
}

// Links that look the same are painted together.
export function strokeLinks(context, numbers, scale) {
  const bundles = new Map();
  for (const number of numbers) {
    const link = links[number];
    const look = lookOf(link), key = JSON.stringify(look);
    if (!bundles.has(key)) bundles.set(key, { look, lines: newPath(), heads: newPath() });
    addLink(bundles.get(key), link, scale);
  }
  const inOrder = [...bundles.values()].sort((a, b) => a.look.layer - b.look.layer);
  for (const bundle of inOrder) strokeBundle(context, bundle, scale);
  context.globalAlpha = 1;
}

function isLinkNear({ from, to, via }, { left, top, right, bottom }) {
  const a = at(from), b = at(to);
  if (via) return true;
  return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
}

// Dashes tell plain links from relations; where there is nothing to tell, or too much, they only tire.
export const arePlainLinksDashed = isConcept || (namedKinds.length > 0 && links.length <= MANY_LINKS);

// How a link looks.
function lookOf(link) {
  const isTyped = Boolean(link.kind);
  if (isHot(link)) return { layer: 3, isTyped, stroke: colour.accent, ...hotLook() };
  const isDimmed = isFaint(link);
  const stroke = isTyped ? colour.relation : colour.link;
  if (isConcept) return { layer: isDimmed ? 0 : 2, isTyped, stroke, alpha: isDimmed ? 0.28 : 1, width: isTyped ? 1.7 : 1.4 };
  const group = groupOf(link.from);
  const isWithin = !isDimmed && group >= 0 && group === groupOf(link.to);
  const alpha = isDimmed ? 0.08 : Math.max(0.12, Math.min(0.55, 320 / shown.links.length)) * (isWithin ? 1.15 : 1);
  return { layer: isDimmed ? 0 : isWithin ? 2 : 1, isTyped, stroke: isWithin ? colourOfGroup(group) : stroke, alpha, width: isTyped ? 1.5 : 1.1 };
}

// The more links a note has, the finer they are.
function hotLook() {
  const many = focus.bright.size;
  return { alpha: Math.max(0.2, Math.min(0.95, 60 / many)), width: many > 40 ? 1.1 : 2.2 };
}

function addLink({ look, lines, heads }, link, scale) {
  const { start, curves, tip } = routeOf(link);
  lines.moveTo(...start);
  for (const curve of curves) lines.bezierCurveTo(...curve);
  if (look.alpha < 0.1) return;
  const [point, ...others] = arrowHead(tip, isConcept ? 8 : 5.5 * Math.max(0.6, Math.min(1.5, 0.9 / scale)));
  heads.moveTo(...point);
  for (const other of others) heads.lineTo(...other);
  heads.closePath();
}

function strokeBundle(context, { look, lines, heads }, scale) {
  const thin = isConcept ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  context.strokeStyle = context.fillStyle = look.stroke;
  context.globalAlpha = look.alpha;
  context.lineWidth = look.width * thin;
  context.setLineDash(look.isTyped || !arePlainLinksDashed ? [] : [5 * thin, 4 * thin]);
  context.stroke(lines);
  context.setLineDash([]);
  context.fill(heads);
}

// The names of relations, where they tell more than the legend does: the usual kind needs no name.
export function paintKinds(context, { scale }) {
  if (scale < 0.45) return;
  const taken = new Occupied();
  for (const number of shown.links) {
    const link = links[number];
    const isTelling = isHot(link) || (link.kind !== namedKinds[0] && !focus.bright);
    if (link.kind && isTelling) paintKind(context, link, taken);
  }
}

// A relation that is read against its arrow says so.
const nameOf = ({ kind, direction }) => (direction < 0 ? page.back : '') + shorten(kind, 28);

function paintKind(context, link, taken) {
  const { spots } = routeOf(link), name = nameOf(link);
  context.font = `500 11px ${FONT}`;
  const width = context.measureText(name).width + 14;
  const boxAt = ([x, y]) => ({ left: x - width / 2, right: x + width / 2, top: y - 9, bottom: y + 9 });
  const [x, y] = spots.find(spot => taken.isFree(boxAt(spot))) ?? spots[0];
  taken.add(boxAt([x, y]));
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fillStyle = colour.paper;
  context.fill();
  context.strokeStyle = isHot(link) ? colour.accent : colour.line;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = isHot(link) ? colour.accent : colour.soft;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, x, y + 0.5);
}
