// Regions: each topic a disc with its name; bands where many links join two topics.

import { notes, page } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { groups, MAX_GROUPS } from '../model/groups.js';
import { isLocal, state } from '../model/state.js';
import { shorten } from '../model/text.js';
import { focus } from './focus.js';
import { FULL_CIRCLE } from './geometry.js';
import { copyPicture, drawPicture, pictures } from './name-pictures.js';
import { colour, colourOfGroup, isDark } from './theme.js';

const { topic_links: topicLinks = [] } = page;
const regions = regionsOf(page.regions), subregions = regionsOf(page.subtopics);
const MIN_NAMED_RADIUS = 30, MAX_NAMED_RADIUS = 420, MIN_RADIUS_FOR_SUBREGIONS = 330, RIM = 24;
const radiusOfTopic = new Map(regions.map(({ topic, radius }) => [topic, radius]));

/**
 * @param {RegionRow[]} [circles]
 * @returns {Region[]}
 */
function regionsOf(circles = []) {
  return circles.map(([note, x, y, radius]) => ({ name: notes[note].label, topic: notes[note].topic, x, y, radius }));
}

// When notes are hidden, the circles close round those that are left.
/** @type {{ topics: Region[], subtopics: Region[] } | null} */
let outlines = null;

export const invalidateOutlines = () => { outlines = null; };

/** @param {Region} region */
const hasNotes = ({ radius }) => radius > 0;

export function shownOutlines() {
  const isWhole = shown.notes.length === notes.length;
  return outlines ??= { topics: isWhole ? regions : shrinkToShown(regions), subtopics: isWhole ? subregions : shrinkToShown(subregions) };
}

/** @param {Region[]} circles */
function shrinkToShown(circles) {
  const ofTopic = new Map(), reach = circles.map(() => 0);
  circles.forEach(({ topic }, number) => ofTopic.set(topic, [...ofTopic.get(topic) ?? [], number]));
  for (const note of shown.notes) {
    for (const number of ofTopic.get(notes[note].topic) ?? []) {
      const { x, y, radius } = circles[number], away = Math.hypot(notes[note].x - x, notes[note].y - y);
      if (away < radius) reach[number] = Math.max(reach[number], Math.min(radius, away + RIM));
    }
  }
  return circles.map((circle, number) => ({ ...circle, radius: reach[number] }));
}

export const areRegionsShown = () => regions.length > 0 && !isLocal();

/**
 * @param {Context} context
 * @param {number} scale
 */
export function paintRegions(context, scale) {
  const isByTopic = state.colour === 'topic', { topics, subtopics } = shownOutlines();
  /** @param {number} topic */
  const hue = topic => isByTopic ? colourOfGroup(Math.min(groupOfTopic(topic), MAX_GROUPS)) : colour.soft;
  topicLinks.forEach(topicLink => paintTopicLink(context, topicLink, scale));
  for (const { x, y, radius, topic } of topics.filter(hasNotes)) {
    paintDisc(context, x, y, radius, colour.paper, 1, 1);
    paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.1 : 0.075, 1.2 / scale);
  }
  for (const { x, y, radius, topic } of subtopics.filter(hasNotes)) paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.09 : 0.07, 0);
  context.globalAlpha = 1;
}

/** @param {number} topic */
const groupOfTopic = topic => groups.findIndex(([name]) => name === page.topics[topic]);

/**
 * @param {Context} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} hue
 * @param {number} alpha
 * @param {number} line
 */
function paintDisc(context, x, y, radius, hue, alpha, line) {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
  context.globalAlpha = alpha;
  context.fillStyle = context.strokeStyle = hue;
  context.fill();
  if (!line) return;
  context.globalAlpha = Math.min(1, 3.6 * alpha);
  context.lineWidth = line;
  context.stroke();
}

/**
 * @param {Context} context
 * @param {TopicLink} topicLink
 * @param {number} scale
 */
function paintTopicLink(context, [from, to, count], scale) {
  const a = shownOutlines().topics[from], b = shownOutlines().topics[to];
  if (!hasNotes(a) || !hasNotes(b)) return;
  const share = Math.sqrt(count / topicLinks[0][2]);
  const bow = 0.12, dx = b.x - a.x, dy = b.y - a.y;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.quadraticCurveTo(a.x + dx / 2 - dy * bow, a.y + dy / 2 + dx * bow, b.x, b.y);
  context.strokeStyle = colour.link;
  context.globalAlpha = 0.15 + 0.3 * share;
  context.lineWidth = (1 + 6 * share) / scale;
  context.stroke();
}

/**
 * The names of regions, while they are neither too small to be named nor so large that one is in them.
 *
 * @param {Context} context
 * @param {Frame} frame
 * @param {import('./occupied.js').Occupied} taken
 */
export function paintRegionNames(context, frame, taken) {
  if (!areRegionsShown()) return;
  const { topics, subtopics } = shownOutlines();
  const namedSubtopics = subtopics.filter(({ topic }) => (radiusOfTopic.get(topic) ?? 0) * frame.scale > MIN_RADIUS_FOR_SUBREGIONS);
  for (const { name, x, y, radius } of [...topics, ...namedSubtopics].filter(hasNotes)) {
    const size = radius * frame.scale;
    if (size < MIN_NAMED_RADIUS || size > MAX_NAMED_RADIUS) continue;
    const picture = regionPicture(name, size);
    const left = (x - frame.left) * frame.scale - picture.width / 2, top = (y - frame.top) * frame.scale - picture.height / 2;
    const box = { left, top, right: left + picture.width, bottom: top + picture.height };
    if (!taken.isFree(box)) continue;
    taken.add(box);
    context.globalAlpha = Math.min(1, (MAX_NAMED_RADIUS - size) / 120) * (focus.highlighted ? 0.35 : 1);
    copyPicture(context, picture, box, frame);
  }
  context.globalAlpha = 1;
}

/**
 * The larger the region, the larger its name, in steps, so that few pictures are needed.
 *
 * @param {string} name
 * @param {number} radius
 * @returns {NamePicture}
 */
function regionPicture(name, radius) {
  const size = Math.max(11, Math.min(24, 2 * Math.round(radius / 9)));
  const most = Math.max(9, Math.floor(2 * radius / (0.62 * size)));
  const key = `region ${most} ${size} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture(wrapName(name, most), size, true, false));
  return pictures.get(key);
}

/**
 * A name in at most three lines, broken between words.
 *
 * @param {string} name
 * @param {number} most
 * @returns {string[]}
 */
function wrapName(name, most) {
  const lines = [];
  for (const word of name.split(/\s+/)) {
    /** @type {string} */
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, Math.max(most, 12)));
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}
