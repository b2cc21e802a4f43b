// Opens, changes and closes the local graph.

import { byId, prefersReducedMotion } from '../dom.js';
import { furtherCount } from '../drawing/badges.js';
import { growFrom, localPositions } from '../drawing/local-layout.js';
import { positionOf, redraw, restingPlaceOf, stage } from '../drawing/stage.js';
import { links } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { neighbours } from '../model/graph.js';
import { isLocal, state } from '../model/state.js';
import { t } from '../model/strings.js';
import { cameraView, fit, keepOnScreen, restoreCamera, reveal } from './camera.js';
import { commands } from './commands.js';
import { pushAddress } from './history.js';

const MAX_DEPTH = 6;

/** What part of the whole map was shown before, null if all of it was. @type {Camera | null} */
let cameraBefore = null;

/**
 * The local graph of notes, as it opens. The camera and the address follow when one of them is selected.
 *
 * @param {number[]} centres
 * @param {number} [depth]
 */
export function openLocal(centres, depth = 1) {
  if (!isLocal()) cameraBefore = state.isFitted ? null : cameraView();
  change({ centres, depth, expanded: [], folded: [] }, centres[0]);
  state.isFitted = true;
}

/**
 * The local graph of notes around one that is selected.
 *
 * @param {number[]} centres
 */
export function showLocal(centres) {
  openLocal(centres);
  commands.select(centres[centres.length - 1], true);
}

/**
 * A local graph around one more note, in addition to the others or the selected one.
 *
 * @param {number} note
 */
export function addCentre(note) {
  const { centres } = state.local, others = centres.length ? centres : [state.selected].filter(selected => selected >= 0);
  showLocal([...new Set([...others, note])]);
}

/** Back to the whole map, where it was left. */
export function closeLocal() {
  if (!isLocal()) return;
  state.local = { ...state.local, centres: [], expanded: [], folded: [] };
  commands.updateAll();
  if (cameraBefore) restoreCamera(cameraBefore);
  else fit();
  pushAddress();
}

/** @param {number} step */
export function changeDepth(step) {
  const depth = Math.max(1, Math.min(MAX_DEPTH, state.local.depth + step));
  change({ ...state.local, depth }, state.local.centres[0]);
  fitOrReveal();
}

/**
 * Show further neighbours of a note; once all are shown, hide those again that only it leads to.
 *
 * @param {number} note
 */
export function toggleNeighbours(note) {
  const { expanded, folded } = state.local;
  if (folded.includes(note)) change({ ...state.local, folded: folded.filter(other => other !== note) }, note);
  else if (furtherCount(note)) change({ ...state.local, expanded: [...expanded, note] }, note);
  else if (expanded.includes(note)) change({ ...state.local, expanded: expanded.filter(other => other !== note) }, note);
  else change({ ...state.local, folded: [...folded, note] }, note);
  if (state.isFitted) reveal(note, false);
  pushAddress();
}

/**
 * The note from which the change comes stays where it is on the screen.
 *
 * @param {Local} local
 * @param {number} source
 */
function change(local, source) {
  const before = new Map(localPositions), at = stage.canvasToDOM(positionOf(source)), start = before.get(source);
  state.local = local;
  commands.updateAll();
  if (!localPositions) return;
  keepOnScreen(restingPlaceOf(source), at);
  const shift = start ? { x: restingPlaceOf(source).x - start.x, y: restingPlaceOf(source).y - start.y } : { x: 0, y: 0 };
  const moved = new Map([...before].map(([note, { x, y }]) => [note, { x: x + shift.x, y: y + shift.y }]));
  if (!prefersReducedMotion) growFrom(moved, restingPlaceOf(source), redraw);
}

function fitOrReveal() {
  state.isFitted = true;
  reveal(state.local.centres[0], true);
  pushAddress();
}

/** Only relations with a direction put notes above and below each other. */
export const directionsLabel = () => t(shown.links.some(link => links[link].direction) ? 'directions' : 'directions_of_links');

/** The buttons of the bar that change it. */
export function updateLocalBar() {
  const { centres: [centre], depth } = state.local;
  byId('local').hidden = byId('directions').hidden = !isLocal();
  byId('directions').textContent = directionsLabel();
  if (!isLocal()) return;
  const further = furtherCount(centre), shownOf = [...neighbours(centre)].filter(note => shown.isNote[note]).length;
  const label = t('depth', depth);
  byId('depth').textContent = further && depth ? `${label} · ${t('local_part', shownOf, shownOf + further)}` : label;
}
