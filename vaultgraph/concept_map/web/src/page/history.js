// The view is in the address: Back and Forward lead through what was chosen, a reload restores it, a link shares it.

import { stage } from '../drawing/stage.js';
import { isLayered, notes } from '../format/payload.js';
import { availableAreas, availableColourings, defaultAreas, defaultColouring, isGroup, updateGroups } from '../model/groups.js';
import { LINKAGES, relationCounts } from '../model/graph.js';
import { state } from '../model/state.js';
import { decodeView, encodeView } from '../model/view-address.js';
import { nameInAddress, noteCalled } from './address.js';
import { cameraView, fit, restoreCamera, withoutMovement } from './camera.js';
import { commands } from './commands.js';
import { completePath } from './path-bar.js';

const SETTLED_MS = 350;
const SORTS = /** @type {NoteKind[]} */ (['unresolved', 'attachment', 'tag', 'card']);

let isRestoring = false, timer = 0;

export function listenToHistory() {
  addEventListener('popstate', restoreView);
  stage.on('zoom', () => updateAddressSoon());
  stage.on('dragEnd', () => updateAddressSoon());
}

/** What was chosen is a step of its own, to which Back returns. */
export function pushAddress() {
  clearTimeout(timer);
  write({ isStep: true, isMoving: true });
}

/** A filter is a step as well, after which the camera stays where it is. */
export function pushFilters() {
  clearTimeout(timer);
  write({ isStep: true });
}

/** The camera and the time change the step that one is at. Browsers allow about a hundred changes in half a minute. */
export function updateAddressSoon() {
  clearTimeout(timer);
  timer = setTimeout(write, SETTLED_MS);
}

/** The address of what is shown now. */
export function currentAddress() {
  clearTimeout(timer);
  write();
  return location.hash;
}

/**
 * A camera that is moving to what was chosen is written when the reader moves it.
 *
 * @param {{ isStep?: boolean, isMoving?: boolean }} [how]
 */
function write({ isStep = false, isMoving = false } = {}) {
  if (isRestoring) return;
  const written = encodeView({ ...viewNow(), camera: isMoving || state.isFitted ? null : cameraView() }), address = written ? `#${written}` : location.pathname + location.search;
  if (written === location.hash.slice(1)) return;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** @returns {Partial<View>} */
function viewNow() {
  const { selected, path, local, colour, areas, hiddenGroups, hiddenKinds, hiddenSorts } = state;
  return {
    note: selected >= 0 ? nameInAddress(selected) : '',
    from: path && path.end === selected ? nameInAddress(path.start) : '',
    local: local.centres.map(nameInAddress), depth: local.depth,
    expanded: local.expanded.map(nameInAddress), folded: local.folded.map(nameInAddress),
    colour: colour === defaultColouring() ? '' : colour, areas: isLayered || areas === defaultAreas() ? '' : areas, level: state.level,
    groups: Object.fromEntries([...hiddenGroups].filter(([, names]) => names.size).map(([by, names]) => [by, [...names]])),
    filter: state.filter, until: state.until, hidden: [...state.hiddenNotes].map(nameInAddress), stop: [...state.unlinked].map(nameInAddress), kinds: [...hiddenKinds],
    hide: [...state.hiddenLinkages, ...SORTS.filter(sort => hiddenSorts.has(sort))],
    implied: state.showImplied, mentions: state.showMentions,
  };
}

/**
 * Do something that is not a step of the reader.
 *
 * @param {() => void} action
 */
export function withoutStep(action) {
  isRestoring = true;
  action();
  isRestoring = false;
}

/** Show the view of the address. */
export const restoreView = () => withoutStep(() => {
  const view = decodeView(location.hash.slice(1)), note = noteCalled(view.note);
  restoreFilters(view);
  state.local = {
    centres: notesCalled(view.local), depth: view.depth, expanded: notesCalled(view.expanded), folded: notesCalled(view.folded),
  };
  commands.showLegend();
  commands.updateAll();
  state.pathStart = note >= 0 ? noteCalled(view.from) : -1;
  if (state.pathStart >= 0) completePath(note);
  state.isFitted = !view.camera;
  if (view.camera) withoutMovement(() => commands.select(note));
  else commands.select(note, true);
  if (view.camera) restoreCamera(view.camera);
  else if (note < 0) fit(false);
});

/** @param {string[]} names */
const notesCalled = names => names.map(noteCalled).filter(note => note >= 0);

/** @param {View} view */
function restoreFilters(view) {
  state.colour = availableColourings().find(by => by === view.colour) ?? defaultColouring();
  state.areas = availableAreas().find(by => by === view.areas) ?? defaultAreas();
  state.level = view.level;
  updateGroups();
  state.hiddenGroups.clear();
  for (const by of availableColourings()) {
    const names = (view.groups[by] ?? []).filter(name => isGroup(by, name));
    if (names.length) state.hiddenGroups.set(by, new Set(names));
  }
  state.hiddenKinds = new Set(view.kinds.filter(kind => relationCounts.has(kind)));
  state.hiddenSorts = new Set(SORTS.filter(sort => view.hide.includes(sort) && notes.some(({ kind }) => kind === sort)));
  state.hiddenLinkages = new Set(LINKAGES.filter(linkage => view.hide.includes(linkage)));
  state.hiddenNotes = new Set(notesCalled(view.hidden));
  state.unlinked = new Set(notesCalled(view.stop));
  state.filter = view.filter;
  state.until = view.until;
  state.showImplied = view.implied;
  state.showMentions = view.mentions;
}
