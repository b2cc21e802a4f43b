// What is highlighted: a note with its neighbours, and what leads to it.

import { links } from '../format/payload.js';
import { ancestors, shown } from '../model/filter.js';
import { neighbours } from '../model/graph.js';
import { notesOnPath } from '../model/path.js';
import { isCentre, state } from '../model/state.js';
import { areBoxes, localLayout } from './local-layout.js';
import { redraw } from './stage.js';
import { isDark } from './theme.js';

/** @type {Focus} */
const NO_FOCUS = { note: -1, highlighted: null, ancestors: new Set(), pathLinks: null };
export let focus = NO_FOCUS;

export function updateFocus() {
  focus = wantedFocus();
  redraw();
}

/**
 * A picture is of the whole map, not of what is selected; a path or a search is what it is about.
 *
 * @param {() => void} action
 */
export function withoutSelection(action) {
  const before = focus;
  if (!focus.pathLinks && !state.found) focus = NO_FOCUS;
  action();
  focus = before;
}

function wantedFocus() {
  // The pointer may rest on the selected note, which was moved below it.
  const hovered = state.hovered === state.selected ? -1 : state.hovered, note = hovered >= 0 ? hovered : state.selected;
  if (state.found) return { ...NO_FOCUS, highlighted: state.found };
  if (state.path?.links && hovered < 0) return focusOnPath(state.path);
  if (note < 0 || !shown.isNote[note]) return NO_FOCUS;
  const highlighted = new Set(isCentre(note) ? shown.notes : [note, ...neighbours(note)]);
  return { ...NO_FOCUS, note, highlighted, ancestors: ancestors(note) };
}

/** @param {Path} path */
function focusOnPath(path) {
  const pathLinks = new Set((path.links ?? []).map(link => links[link]));
  return { ...NO_FOCUS, highlighted: new Set(notesOnPath(path)), pathLinks };
}

/**
 * Whether all that is not highlighted is dimmed. In the atlas, what the pointer is on is only looked at.
 */
export const isDimming = () => focus.highlighted !== null && (areBoxes() || state.selected >= 0 || Boolean(state.found ?? state.path));

/** @param {number} note */
const isDimmed = note => isDimming() && !focus.highlighted?.has(note);

/** @param {number} note */
export const leadsToFocus = note => focus.ancestors.has(note);

/** @param {Link} link */
export function isHighlighted(link) {
  if (focus.pathLinks) return focus.pathLinks.has(link);
  return focus.note >= 0 && (link.from === focus.note || link.to === focus.note);
}

/**
 * A plain link that relations imply is drawn only with its notes, unless the reader wants to see all; in a local graph
 * also one between notes that are joined otherwise. In a stack one line stands for all links.
 *
 * @param {Link} link
 */
export function isLinkHidden(link) {
  if (localLayout?.bundled.has(link)) return true;
  if (!link.implied && !localLayout?.extra.has(link)) return false;
  return !state.showImplied && (!isHighlighted(link) || isCentre(focus.note));
}

/** @param {Link} link */
export function isLinkDimmed(link) {
  if (!focus.highlighted || !isDimming() || isHighlighted(link) || isCentre(focus.note)) return false;
  if (focus.pathLinks) return true;
  if (focus.note < 0) return !(focus.highlighted.has(link.from) && focus.highlighted.has(link.to));
  return !(leadsToFocus(link.from) && leadsToFocus(link.to));
}

/**
 * Highlighted, leading to the note, or dimmed: how strongly a note is painted.
 *
 * @param {number} note
 */
export function opacityOf(note) {
  if (!isDimmed(note)) return 1;
  return leadsToFocus(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}
