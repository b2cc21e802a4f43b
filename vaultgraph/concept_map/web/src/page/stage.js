// Opens vis-network, which pans and zooms.

import { byId } from '../dom.js';
import { paint } from '../drawing/paint.js';
import { frameOfScreen, setStage, stage } from '../drawing/stage.js';
import { readBlock } from '../format/payload.js';
import { state } from '../model/state.js';
import { completeMovement } from './camera.js';
import { updateMinimap } from './minimap.js';

export function openStage() {
  setStage(new vis.Network(byId('map'), { nodes: new vis.DataSet([]), edges: [] }, readBlock('options')));
  byId('map').querySelector('.vis-network')?.setAttribute('tabindex', '-1');
  stage.on('beforeDrawing', context => {
    paint(context, frameOfScreen());
    updateMinimap();
  });
  stage.on('animationFinished', completeMovement);
  stage.on('zoom', () => { state.isFitted = false; });
  stage.on('dragEnd', () => { state.isFitted = false; });
}
