// One picture of the map: tray, links, notes and names, in this order.
// A frame says which part of the map it shows, and how large.

import { isNear } from './bounds.js';
import { paintBoxes } from './boxes.js';
import { paintCrowd } from './crowd.js';
import { paintDots } from './dots.js';
import { paintLabels } from './labels.js';
import { paintKinds, paintLinks } from './links.js';
import { paintRings } from './rings.js';
import { paintTray } from './tray.js';
import { isConcept } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isCrowd, state } from '../model/state.js';

const PAINTERS = {
  layered: { paintNotes: paintBoxes, names: paintKinds },
  dots: { paintNotes: paintDots, names: paintLabels },
};

export function paint(context, frame) {
  if (isCrowd()) return paintCrowd(context, frame);
  const { paintNotes, names } = PAINTERS[isConcept ? 'layered' : 'dots'];
  paintTray(context, frame);
  paintLinks(context, frame);
  paintNotes(context, notesIn(frame), frame.scale);
  paintRings(context, notesIn(frame), frame.scale);
  names(context, frame);
}

// The notes of a frame, the important ones last and so on top.
function notesIn(frame) {
  const marked = [state.selected, state.hovered].filter(note => shown.isNote[note]);
  const others = shown.notes.filter(note => !marked.includes(note)).reverse();
  return [...others, ...marked].filter(note => isNear(note, frame));
}
