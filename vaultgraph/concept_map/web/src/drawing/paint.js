// One picture of the map: areas or layers, links, notes and names, in this order.

import { shown } from '../model/filter.js';
import { state } from '../model/state.js';
import { paintAtlas } from './atlas.js';
import { paintBadges } from './badges.js';
import { isInView } from './bounds.js';
import { paintBoxes } from './boxes.js';
import { paintLinks, paintRelationNames } from './links.js';
import { areBoxes } from './local-layout.js';
import { paintMentions } from './mentions.js';
import { paintRings } from './rings.js';
import { paintStacks } from './stacks.js';
import { paintUnlinkedArea } from './unlinked-area.js';

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export const paint = (context, frame) => areBoxes() ? paintConceptMap(context, frame) : paintAtlas(context, frame);

/**
 * @param {Context} context
 * @param {Frame} frame
 */
function paintConceptMap(context, frame) {
  const visible = notesIn(frame);
  paintUnlinkedArea(context, frame);
  paintStacks(context);
  paintLinks(context, frame);
  paintMentions(context, frame.scale);
  paintBoxes(context, visible, frame.scale);
  paintRings(context, visible, frame.scale);
  paintRelationNames(context, frame);
  paintBadges(context, visible);
}

/**
 * The notes of a frame, the important ones last and so on top.
 *
 * @param {Frame} frame
 */
function notesIn(frame) {
  const marked = [state.selected, state.hovered].filter(note => shown.isNote[note]);
  const others = shown.notes.filter(note => !marked.includes(note)).reverse();
  return [...others, ...marked].filter(note => isInView(note, frame));
}
