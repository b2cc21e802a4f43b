// Too many notes to paint one by one: the ground is copied, and only what is highlighted is painted on it.

import { links } from '../format/payload.js';
import { isLinkShown, shown } from '../model/filter.js';
import { incoming, outgoing } from '../model/graph.js';
import { state } from '../model/state.js';
import { isInView } from './bounds.js';
import { paintDot } from './dots.js';
import { focus, leadsToFocus } from './focus.js';
import { MAX_HIGHLIGHTED_NOTES, paintLabels, READABLE_SCALE } from './labels.js';
import { strokeLinks } from './links.js';
import { notesWithin } from './note-grid.js';
import { paintRings } from './rings.js';
import { paintGround } from './sheets.js';
import { paintUnlinkedArea } from './unlinked-area.js';

const MAX_HIGHLIGHTED_LINKS = 1200;

/**
 * @param {Context} context
 * @param {Frame} frame
 */
export function paintDense(context, frame) {
  paintGround(context, frame);
  paintUnlinkedArea(context, frame);
  strokeLinks(context, highlightedLinks(), frame.scale);
  for (const note of highlightedNotes(frame)) paintDot(context, note, frame.scale);
  if (frame.scale > READABLE_SCALE) paintRings(context, notesWithin(frame, MAX_HIGHLIGHTED_NOTES), frame.scale);
  paintLabels(context, frame);
}

// The links of the selected note, and those that lead to it.
function highlightedLinks() {
  if (focus.pathLinks) return state.path?.links ?? [];
  if (focus.note < 0) return [];
  /** @param {number} link */
  const isStep = link => leadsToFocus(links[link].from) && links[link].direction;
  const steps = [...focus.ancestors].flatMap(note => incoming[note].filter(isStep));
  return [...new Set([...steps, ...outgoing[focus.note], ...incoming[focus.note]])].filter(isLinkShown).slice(0, MAX_HIGHLIGHTED_LINKS);
}

/** @param {Frame} frame */
function highlightedNotes(frame) {
  const marked = [state.selected, state.hovered].filter(note => note >= 0 && shown.isNote[note]);
  const highlighted = focus.highlighted ? [...focus.ancestors, ...focus.highlighted] : [];
  return [...highlighted.slice(0, MAX_HIGHLIGHTED_NOTES), ...marked].filter(note => shown.isNote[note] && isInView(note, frame));
}
