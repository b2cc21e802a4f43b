// Sets up vis-network and keeps its nodes in step with the notes that are shown.

import { byId } from '../dom.js';
import { forgetBackdrop } from '../drawing/backdrop.js';
import { gathered } from '../drawing/gather.js';
import { paint } from '../drawing/paint.js';
import { at, frameOfScreen, redraw, setStage, stage } from '../drawing/stage.js';
import { isBig, isConcept, notes, parse } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { state } from '../model/state.js';

export function openStage() {
  const nodes = new vis.DataSet(isBig ? [] : notes.map(actor));
  setStage(new vis.Network(byId('map'), { nodes, edges: [] }, {
    ...parse('options'),
    interaction: { ...parse('options').interaction, dragNodes: matchMedia('(pointer: fine)').matches },
  }));
  stage.actors = nodes;
  byId('map').querySelector('.vis-network').tabIndex = -1;
  stage.on('beforeDrawing', context => paint(context, frameOfScreen()));
  stage.on('zoom', () => { state.isFitted = false; });
  stage.on('dragEnd', ({ nodes: dragged }) => {
    if (dragged.length) keepPlaces(dragged);
    else state.isFitted = false;
    redraw();
  });
}

// What vis knows of a note: where it is and how large. It draws nothing; of huge vaults it knows none.
function actor(note, id) {
  const nodeDimensions = isConcept
    ? { width: note.w, height: note.h }
    : { width: 2 * note.r + 4, height: 2 * note.r + 4 };
  const ctxRenderer = () => ({ drawNode() {}, nodeDimensions });
  return { id, x: note.x, y: note.y, shape: 'custom', ctxRenderer };
}

function keepPlaces(dragged) {
  forgetBackdrop();
  if (isConcept || gathered) return;
  for (const note of dragged) Object.assign(notes[note], { x: at(note).x, y: at(note).y });
}

export function updateActors() {
  if (isBig) return;
  const placeOf = id => isConcept ? {} : { x: notes[id].x, y: notes[id].y, ...gathered?.get(id) };
  stage.actors.update(notes.map((_, id) => ({ id, hidden: !shown.isNote[id], ...placeOf(id) })));
}
