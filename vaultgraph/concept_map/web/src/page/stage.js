// Sets up vis-network and keeps its nodes in step with the notes that are shown.

import { byId } from '../dom.js';
import { invalidateBackdrop } from '../drawing/backdrop.js';
import { localPositions } from '../drawing/local-layout.js';
import { paint } from '../drawing/paint.js';
import { frameOfScreen, positionOf, redraw, setStage, stage } from '../drawing/stage.js';
import { isBig, isLayered, notes, readBlock } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { state } from '../model/state.js';

/** @type {vis.DataSet} */
let visNodes;

export function openStage() {
  visNodes = new vis.DataSet(isBig ? [] : notes.map(visNode));
  setStage(new vis.Network(byId('map'), { nodes: visNodes, edges: [] }, {
    ...readBlock('options'),
    interaction: { ...readBlock('options').interaction, dragNodes: matchMedia('(pointer: fine)').matches },
  }));
  byId('map').querySelector('.vis-network')?.setAttribute('tabindex', '-1');
  stage.on('beforeDrawing', context => paint(context, frameOfScreen()));
  stage.on('zoom', () => { state.isFitted = false; });
  stage.on('dragEnd', ({ nodes: dragged }) => {
    if (dragged.length) saveDraggedPositions(dragged);
    else state.isFitted = false;
    redraw();
  });
}

/**
 * What vis-network needs of a note: where it is and how large. It draws nothing, and gets no notes of huge vaults.
 *
 * @param {Note} note
 * @param {number} id
 * @returns {vis.NodeData}
 */
function visNode(note, id) {
  const nodeDimensions = isLayered
    ? { width: note.w, height: note.h }
    : { width: 2 * note.r + 4, height: 2 * note.r + 4 };
  const ctxRenderer = () => ({ drawNode() {}, nodeDimensions });
  return { id, x: note.x, y: note.y, shape: 'custom', ctxRenderer };
}

/** @param {number[]} dragged */
function saveDraggedPositions(dragged) {
  invalidateBackdrop();
  if (isLayered || localPositions) return;
  for (const note of dragged) Object.assign(notes[note], { x: positionOf(note).x, y: positionOf(note).y });
}

export function updateVisNodes() {
  if (isBig) return;
  /** @param {number} id */
  const placeOf = id => isLayered ? {} : { x: notes[id].x, y: notes[id].y, ...localPositions?.get(id) };
  visNodes.update(notes.map((_, id) => ({ id, hidden: !shown.isNote[id], ...placeOf(id) })));
}
