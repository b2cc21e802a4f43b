// The text in the box of a note, and how large the box is.

import { notes, page } from '../format/payload.js';
import { wrap } from '../layout/wrap.js';
import { incoming, isNote, isOrphan, outgoing } from '../model/graph.js';
import { countLabel } from '../model/strings.js';
import { ruler } from './svg-context.js';
import { FONT } from './theme.js';

const TITLE = { size: 14, line: 18, font: `600 14px ${FONT}` };
const HUB = { size: 16, line: 21, font: `650 16px ${FONT}` };
export const META_FONT = `400 11.5px ${FONT}`;
export const TEXT_LEFT = 16;
const TEXT_RIGHT = 14, LEAST_WIDTH = 84, META_LINE = 17, MARGIN = 20, LINE_WIDTH = 190, HUB_LINKS = 4;

/** @param {Note} note */
export const titleStyleOf = note => note.hub ? HUB : TITLE;

/** @param {Note} note */
export const textHeight = note => note.lines.length * titleStyleOf(note).line + (note.meta ? META_LINE : 0);

/**
 * The width and height of a note's box; in maps of dots it is measured when it is first needed.
 *
 * @param {number} number
 * @returns {Point}
 */
export function boxSize(number) {
  const note = notes[number];
  if (!note.lines) measureBox(note, number);
  return [note.w, note.h];
}

/**
 * @param {Note} note
 * @param {number} number
 */
function measureBox(note, number) {
  note.hub = outgoing[number].length + incoming[number].length >= HUB_LINKS;
  note.meta = isNote(number) ? metaOf(note) : '';
  ruler.font = titleStyleOf(note).font;
  note.lines = wrap(note.label, LINE_WIDTH, words => ruler.measureText(words).width);
  note.w = widthOfText(note) + TEXT_LEFT + TEXT_RIGHT;
  note.h = textHeight(note) + MARGIN;
}

/**
 * How many cards and images it has.
 *
 * @param {Note} note
 */
export function metaOf({ cards, images }) {
  return [cards && countLabel('cards', cards), images?.length && countLabel('images', images.length)].filter(Boolean).join(' · ');
}

/** @param {Note} note */
function widthOfText(note) {
  ruler.font = titleStyleOf(note).font;
  const widths = note.lines.map(line => ruler.measureText(line).width);
  ruler.font = META_FONT;
  return Math.max(LEAST_WIDTH - TEXT_LEFT - TEXT_RIGHT, ruler.measureText(note.meta ?? '').width, ...widths);
}

// Boxes are laid out wide enough for any font; shrink them to what this one measures.
export function shrinkBoxes() {
  for (const [number, note] of notes.entries()) {
    ruler.font = titleStyleOf(note).font;
    const inner = note.w - TEXT_LEFT - TEXT_RIGHT;
    note.lines = note.lines.map(line => truncateToWidth(line, inner));
    const width = Math.min(note.w, widthOfText(note) + TEXT_LEFT + TEXT_RIGHT);
    if (page.flow === 'LR' || isOrphan(number)) note.x -= (note.w - width) / 2;
    note.w = width;
  }
}

/**
 * @param {string} line
 * @param {number} width
 */
function truncateToWidth(line, width) {
  let result = line;
  while (result.length > 2 && ruler.measureText(result).width > width) result = `${result.slice(0, -2)}…`;
  return result;
}
