// Where the notes are in the atlas: it is laid out again when other notes are shown.

import { isLayered, notes } from '../format/payload.js';
import { areaTree } from '../layout/area-tree.js';
import { CELL_HEIGHT, CELL_WIDTH, layoutAreas } from '../layout/areas.js';
import { shown } from '../model/filter.js';
import { notesByWeight } from '../model/searchable.js';
import { state } from '../model/state.js';

/** @typedef {import('../layout/areas.js').Atlas} Atlas */

/** @type {Atlas} */
export let atlas = { areas: [], cells: [], box: { left: 0, top: 0, right: 0, bottom: 0 } };

export const DOT = 3.6;
const DOT_LEFT = 9;

/** @typedef {{ aspect: number, width: number }} Room how much wider than high the window is, and how wide in pixels */

/** @type {Room & { by: Areas | '', hasPlace: boolean[] }} */
const current = { by: '', aspect: 0, width: 0, hasPlace: [] };

/** @param {Room} room */
export function updateAtlas(room) {
  if (isLayered || shown.local || isCurrent(room)) return;
  Object.assign(current, { ...room, by: state.areas, hasPlace: shown.hasPlace });
  atlas = layoutAreas(areaTree(state.areas, notesByWeight().filter(note => shown.hasPlace[note])), room.aspect, room.width);
  for (const { notes: inColumns, left, top, rows } of atlas.cells) {
    inColumns.forEach((note, place) => {
      notes[note].x = left + Math.floor(place / rows) * CELL_WIDTH + DOT_LEFT;
      notes[note].y = top + (place % rows + 0.5) * CELL_HEIGHT;
      notes[note].r = DOT;
    });
  }
}

/** @param {Room} room */
const isCurrent = ({ aspect, width }) => current.by === state.areas && current.aspect === aspect && current.width === width
  && current.hasPlace.length > 0 && current.hasPlace.every((has, note) => has === shown.hasPlace[note]);

/**
 * The cell of a note whose dot is at a place.
 *
 * @param {Position} place
 * @returns {Box}
 */
export const cellAround = ({ x, y }) => ({
  left: x - DOT_LEFT, right: x - DOT_LEFT + CELL_WIDTH, top: y - CELL_HEIGHT / 2, bottom: y + CELL_HEIGHT / 2,
});
