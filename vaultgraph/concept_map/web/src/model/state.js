// What the reader has chosen: selection, filters, path and view.

import { isBig } from '../format/payload.js';

/** @type {State} */
export const state = {
  hovered: -1, selected: -1, found: null,
  centre: -1, depth: 1,
  colour: 'topic', hiddenGroups: new Map(), hiddenKinds: new Set(),
  hideOrphans: false, showImplied: false, hiddenSorts: new Set(),
  pathStart: -1, path: null,
  isFitted: true,
};

export const isDense = () => isBig && state.centre < 0;
