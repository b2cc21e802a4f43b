// vis-network pans and zooms. All that is visible is painted by us, and it is given no notes.

import { byId } from '../dom.js';
import { notes } from '../format/payload.js';
import { state } from '../model/state.js';
import { localPositions, movingPositions } from './local-layout.js';

/** @type {vis.Network} Null until it is opened. */
export let stage = /** @type {any} */ (null);

/** @param {vis.Network} network */
export const setStage = network => { stage = network; };

/**
 * Where a note is drawn.
 *
 * @param {number} note
 * @returns {Position}
 */
export const positionOf = note => movingPositions?.get(note) ?? restingPlaceOf(note);

/**
 * Where a note is drawn once it has arrived.
 *
 * @param {number} note
 * @returns {Position}
 */
export const restingPlaceOf = note => localPositions?.get(note) ?? state.dragged.get(note) ?? notes[note];

export const redraw = () => stage?.redraw();

export function frameOfScreen() {
  const { clientWidth, clientHeight } = byId('map');
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}
