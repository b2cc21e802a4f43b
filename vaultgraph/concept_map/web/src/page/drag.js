// Dragging notes with the mouse; with a finger they would be moved by accident.

import { byId } from '../dom.js';
import { areBoxes, localPositions, movedAside } from '../drawing/local-layout.js';
import { invalidateGrid, noteAt } from '../drawing/note-grid.js';
import { invalidateSheets } from '../drawing/sheets.js';
import { positionOf, redraw, stage } from '../drawing/stage.js';
import { state } from '../model/state.js';
import { commands } from './commands.js';
import { keepDragged } from './kept-places.js';

const STILL = 4;

/**
 * @param {(canvas: Position, screen: Position) => void} onClick what to do if the note was not moved
 */
export function listenForDrags(onClick) {
  byId('map').addEventListener('pointerdown', event => {
    if (event.pointerType !== 'mouse' || event.button || event.shiftKey || !areBoxes()) return;
    const grip = stage.DOMtoCanvas({ x: event.clientX, y: event.clientY }), note = noteAt(grip);
    if (note < 0) return;
    event.stopPropagation(); // vis-network would pan
    dragNote(note, event, onClick);
  }, { capture: true });
}

/**
 * @param {number} note
 * @param {PointerEvent} start
 * @param {(canvas: Position, screen: Position) => void} onClick
 */
function dragNote(note, start, onClick) {
  const { x, y } = positionOf(note), places = localPositions ?? state.dragged;
  let isMoved = false;
  /** @param {PointerEvent} event */
  const move = event => {
    const dx = event.clientX - start.clientX, dy = event.clientY - start.clientY, scale = stage.getScale();
    isMoved ||= Math.hypot(dx, dy) > STILL;
    if (!isMoved) return;
    byId('tip').hidden = true;
    if (localPositions) movedAside.add(note);
    places.set(note, { x: x + dx / scale, y: y + dy / scale });
    redraw();
  };
  const finish = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', finish);
    if (!isMoved) return onClick(stage.DOMtoCanvas({ x: start.clientX, y: start.clientY }), { x: start.clientX, y: start.clientY });
    invalidateSheets();
    invalidateGrid();
    if (!localPositions) keepDragged();
    commands.showLegend();
    redraw();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', finish);
}
