// vis-network is the stage: it pans, zooms, drags and tells what is under the pointer.
// All that is seen on it is painted by us.

const byId = id => document.getElementById(id);

let stage = null;

function openStage() {
  const nodes = new vis.DataSet(isBig ? [] : notes.map(actor));
  stage = new vis.Network(byId('map'), { nodes, edges: [] }, {
    ...parse('options'),
    interaction: { ...parse('options').interaction, dragNodes: matchMedia('(pointer: fine)').matches },
  });
  stage.actors = nodes;
  byId('map').querySelector('.vis-network').tabIndex = -1;
  stage.on('beforeDrawing', context => paint(context, frameOfScreen()));
  stage.on('zoom', () => { isFitted = false; });
  stage.on('dragEnd', ({ nodes: dragged }) => {
    if (dragged.length) keepPlaces(dragged);
    else isFitted = false;
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

// The one place that looks inside vis: notes may have been dragged.
const at = note => (isBig ? gathered?.get(note) : stage?.body.nodes[note]) ?? notes[note];

function keepPlaces(dragged) {
  forgetBackdrop();
  if (isConcept || gathered) return;
  for (const note of dragged) Object.assign(notes[note], { x: at(note).x, y: at(note).y });
}

const redraw = () => stage?.redraw();

function updateActors() {
  if (isBig) return;
  const placeOf = id => isConcept ? {} : { x: notes[id].x, y: notes[id].y, ...gathered?.get(id) };
  stage.actors.update(notes.map((_, id) => ({ id, hidden: !shown.isNote[id], ...placeOf(id) })));
}

function frameOfScreen() {
  const { clientWidth, clientHeight } = byId('map');
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}
