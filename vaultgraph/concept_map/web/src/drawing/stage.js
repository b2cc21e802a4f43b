// vis-network pans, zooms, drags and finds the note under the pointer. All that is visible is painted by us.

import { byId } from '../dom.js';
import { isBig, notes } from '../format/payload.js';
import { localPositions } from './local-layout.js';

/** @type {vis.Network} Null until it is opened. */
export let stage = /** @type {any} */ (null);

/** @param {vis.Network} network */
export const setStage = network => { stage = network; };

/**
 * The one place that looks inside vis: notes may have been dragged.
 *
 * @param {number} note
 * @returns {Position}
 */
export const positionOf = note => (isBig ? localPositions?.get(note) : stage?.body.nodes[note]) ?? notes[note];

export const redraw = () => stage?.redraw();

export function frameOfScreen() {
  const { clientWidth, clientHeight } = byId('map');
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}
