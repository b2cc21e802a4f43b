// One picture of the map: unlinked area, links, notes and names, in this order.

import { shown } from '../model/filter.js';
import { isDense, state } from '../model/state.js';
import { isInView } from './bounds.js';
import { paintBadges } from './badges.js';
import { paintBoxes } from './boxes.js';
import { paintDense } from './dense.js';
import { paintDots } from './dots.js';
import { areBoxes } from './local-layout.js';
import { paintLabels } from './labels.js';
import { paintLinks, paintRelationNames } from './links.js';
import { paintRings } from './rings.js';
import { paintStacks } from './stacks.js';
import { paintUnlinkedArea } from './unlinked-area.js';

const PAINTERS = {
  layered: { paintNotes: paintBoxes, names: paintRelationNames },
  dots: { paintNotes: paintDots, names: paintLabels },
};

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paint(context, frame) {
  if (isDense()) return paintDense(context, frame);
  const { paintNotes, names } = PAINTERS[areBoxes() ? 'layered' : 'dots'];
  paintUnlinkedArea(context, frame);
  paintStacks(context);
  paintLinks(context, frame);
  paintNotes(context, notesIn(frame), frame.scale);
  paintRings(context, notesIn(frame), frame.scale);
  names(context, frame);
  if (areBoxes()) paintBadges(context, notesIn(frame));
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
