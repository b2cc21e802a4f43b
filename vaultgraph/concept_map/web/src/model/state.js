// What the reader has chosen: selection, filters, path and view.

/** @type {State} */
export const state = {
  hovered: -1, selected: -1, found: null,
  local: { centres: [], depth: 1, expanded: [], folded: [] },
  colour: 'topic', areas: 'folder', level: 0, hiddenGroups: new Map(), hiddenKinds: new Set(),
  hiddenNotes: new Set(), unlinked: new Set(), filter: '', until: '',
  hiddenLinkages: new Set(), showImplied: false, showMentions: false, hiddenSorts: new Set(),
  pathStart: -1, path: null,
  dragged: new Map(),
  isFitted: true,
};

/** Whether a local graph is shown instead of the whole map. */
export const isLocal = () => state.local.centres.length > 0;

/** @param {number} note */
export const isCentre = note => state.local.centres.includes(note);
