// Too many notes to paint one by one: the ground is copied, and only what is highlighted is painted on it.

import { isNear } from './bounds.js';
import { paintDot } from './dots.js';
import { focus, isOnWay } from './focus.js';
import { MOST_BRIGHT, READABLE_SCALE, paintLabels } from './labels.js';
import { strokeLinks } from './links.js';
import { notesWithin } from './near.js';
import { paintRings } from './rings.js';
import { paintGround } from './sheets.js';
import { paintTray } from './tray.js';
import { links } from '../format/payload.js';
import { isLinkShown, shown } from '../model/filter.js';
import { arriving, leaving } from '../model/graph.js';
import { state } from '../model/state.js';

const MOST_HOT = 1200;

export function paintCrowd(context, frame) {
  paintGround(context, frame);
  paintTray(context, frame);
  strokeLinks(context, hotLinks(), frame.scale);
  for (const note of standingOut(frame)) paintDot(context, note, frame.scale);
  if (frame.scale > READABLE_SCALE) paintRings(context, notesWithin(frame, MOST_BRIGHT), frame.scale);
  paintLabels(context, frame);
}

// The links of the selected note, and those on the way to it.
function hotLinks() {
  if (focus.steps) return state.way.links;
  if (focus.note < 0) return [];
  const steps = [...focus.way].flatMap(note => arriving[note].filter(link => isOnWay(links[link].from) && links[link].direction));
  return [...new Set([...steps, ...leaving[focus.note], ...arriving[focus.note]])].filter(isLinkShown).slice(0, MOST_HOT);
}

function standingOut(frame) {
  const marked = [state.selected, state.hovered].filter(note => note >= 0 && shown.isNote[note]);
  const bright = focus.bright ? [...focus.way, ...focus.bright] : [];
  return [...bright.slice(0, MOST_BRIGHT), ...marked].filter(note => shown.isNote[note] && isNear(note, frame));
}
