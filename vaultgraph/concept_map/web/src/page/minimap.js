// The whole map in a corner, with the part that the window shows; only while that is not all.

import { whileSame } from '../cache.js';
import { byId, make } from '../dom.js';
import { atlas } from '../drawing/atlas-layout.js';
import { bounds, roomOf } from '../drawing/bounds.js';
import { localLayout } from '../drawing/local-layout.js';
import { frameOfScreen, restingPlaceOf, stage } from '../drawing/stage.js';
import { contextOf } from '../drawing/svg-context.js';
import { colour, colourOf, isDark } from '../drawing/theme.js';
import { shown } from '../model/filter.js';
import { state } from '../model/state.js';
import { freeArea, isNarrow } from './layout.js';

const WIDTH = 170, HEIGHT = 120, MARGIN = 6, LEAST_DOT = 1.2;

const canvas = /** @type {HTMLCanvasElement} */ (byId('minimap'));

/** The picture of all notes, and how the map is scaled and moved in it. */
const overview = whileSame(() => [shown.notes, atlas, localLayout, isDark(), state.colour], () => {
  const box = bounds(), ratio = devicePixelRatio || 1;
  const scale = Math.min((WIDTH - 2 * MARGIN) / (box.right - box.left), (HEIGHT - 2 * MARGIN) / (box.bottom - box.top));
  const left = (box.left + box.right) / 2 - WIDTH / scale / 2, top = (box.top + box.bottom) / 2 - HEIGHT / scale / 2;
  const sheet = make('canvas', { width: WIDTH * ratio, height: HEIGHT * ratio }), context = contextOf(sheet);
  context.scale(ratio, ratio);
  for (const note of shown.notes) {
    const room = roomOf(note, restingPlaceOf(note));
    context.fillStyle = colourOf(note);
    context.fillRect((room.left - left) * scale, (room.top - top) * scale, Math.max(LEAST_DOT, (room.right - room.left) * scale - 0.6), Math.max(LEAST_DOT, (room.bottom - room.top) * scale - 0.6));
  }
  return { sheet, left, top, scale, box };
});

export function updateMinimap() {
  const isNeeded = !isNarrow() && shown.notes.length > 0 && isPartSeen();
  canvas.hidden = !isNeeded;
  if (!isNeeded) return;
  const { sheet, left, top, scale } = overview(), frame = frameOfScreen(), ratio = devicePixelRatio || 1;
  if (canvas.width !== sheet.width) Object.assign(canvas, { width: sheet.width, height: sheet.height });
  const context = contextOf(canvas);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.globalAlpha = 0.7;
  context.drawImage(sheet, 0, 0);
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.strokeStyle = colour.accent;
  context.lineWidth = 1.5;
  context.strokeRect((frame.left - left) * scale, (frame.top - top) * scale, (frame.right - frame.left) * scale, (frame.bottom - frame.top) * scale);
}

/** Whether a part of the map is outside of what can be seen. */
function isPartSeen() {
  const { box } = overview(), area = freeArea();
  const start = stage.canvasToDOM({ x: box.left, y: box.top }), end = stage.canvasToDOM({ x: box.right, y: box.bottom });
  return start.x < area.left - 2 || start.y < area.top - 2 || end.x > area.right + 2 || end.y > area.bottom + 2;
}

/** A click, or a movement with the button held, brings that part of the map to the window. */
export function listenToMinimap() {
  /** @param {PointerEvent} event */
  const moveTo = event => {
    const { left, top, scale } = overview();
    stage.moveTo({ position: { x: left + event.offsetX / scale, y: top + event.offsetY / scale }, scale: stage.getScale() });
    state.isFitted = false;
  };
  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  canvas.addEventListener('pointermove', event => { if (event.buttons) moveTo(event); });
}
