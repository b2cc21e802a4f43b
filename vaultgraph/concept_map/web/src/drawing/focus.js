// What is highlighted: a note with its neighbours, and what leads to it.

import { redraw } from './stage.js';
import { isDark } from './theme.js';
import { links } from '../format/payload.js';
import { ancestors, shown } from '../model/filter.js';
import { neighbours } from '../model/graph.js';
import { notesOnWay } from '../model/path.js';
import { isCrowd, state } from '../model/state.js';

const NOTHING = { note: -1, bright: null, way: new Set(), steps: null };
export let focus = NOTHING;

export function refocus() {
  const note = state.hovered >= 0 && !isCrowd() ? state.hovered : state.selected;
  if (state.found) focus = { ...NOTHING, bright: state.found };
  else if (state.way?.links && state.hovered < 0) focus = { ...NOTHING, bright: new Set(notesOnWay(state.way)), steps: new Set(state.way.links.map(link => links[link])) };
  else if (note < 0 || !shown.isNote[note]) focus = NOTHING;
  else focus = { ...NOTHING, note, bright: new Set(note === state.centre ? shown.notes : [note, ...neighbours(note)]), way: ancestors(note) };
  redraw();
}

const isDim = note => focus.bright !== null && !focus.bright.has(note);
export const isOnWay = note => focus.way.has(note);
export const isHot = link => focus.steps ? focus.steps.has(link) : focus.note >= 0 && (link.from === focus.note || link.to === focus.note);

// A plain link that relations imply is drawn only with its notes, unless the reader wants to see all.
export const isSilent = link => Boolean(link.implied) && !state.showImplied && !isHot(link);

export function isFaint(link) {
  if (!focus.bright || isHot(link)) return false;
  if (focus.steps) return true;
  if (focus.note < 0) return !(focus.bright.has(link.from) && focus.bright.has(link.to));
  return !(isOnWay(link.from) && isOnWay(link.to));
}

// Bright, on the way, or dimmed: how strongly a note is painted.
export function strength(note) {
  if (!isDim(note)) return 1;
  return isOnWay(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}
