// Rings around notes with cards that are due or new.

import { notes } from '../format/payload.js';
import { hasWaitingCards, ringOf, waitingCount } from '../model/due.js';
import { opacityOf } from './focus.js';
import { FULL_CIRCLE } from './geometry.js';
import { areBoxes } from './local-layout.js';
import { positionOf } from './stage.js';
import { colour, FONT } from './theme.js';

/**
 * @param {Context} context
 * @param {number[]} numbers
 * @param {number} scale
 */
export function paintRings(context, numbers, scale) {
  if (!hasWaitingCards()) return;
  for (const note of numbers) if (waitingCount(note)) (areBoxes() ? paintBadge : paintRing)(context, note, scale);
  context.globalAlpha = 1;
}

/** @param {number} note */
const waitingShare = note => Math.min(1, waitingCount(note) / (notes[note].cards ?? 1));

/**
 * Around a dot: as much of the circle as of its cards are due or new.
 *
 * @param {Context} context
 * @param {number} note
 * @param {number} scale
 */
function paintRing(context, note, scale) {
  const { x, y } = positionOf(note), share = waitingShare(note);
  const width = Math.max(2.2, 1.8 / scale);
  context.globalAlpha = opacityOf(note);
  context.lineWidth = width;
  context.strokeStyle = colour[ringOf(note)];
  context.beginPath();
  context.arc(x, y, notes[note].r + 1.1 * width, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.stroke();
}

/**
 * At the corner of a box: how many cards wait, in the ring of the same share.
 *
 * @param {Context} context
 * @param {number} note
 */
function paintBadge(context, note) {
  const { x, y } = positionOf(note), { w, h } = notes[note], radius = 10;
  /** @type {Point} */
  const centre = [x + w / 2 - 3, y - h / 2 + 1];
  const share = waitingShare(note);
  context.globalAlpha = opacityOf(note);
  context.beginPath();
  context.arc(...centre, radius, 0, FULL_CIRCLE);
  context.fillStyle = colour.card;
  context.fill();
  context.strokeStyle = colour.line;
  context.lineWidth = 2.5;
  context.stroke();
  context.beginPath();
  context.arc(...centre, radius, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.strokeStyle = colour[ringOf(note)];
  context.stroke();
  context.font = `650 10.5px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour.ink;
  context.fillText(String(waitingCount(note)), centre[0], centre[1] + 0.5);
}

/**
 * A point of the map on the first stretch of a ring.
 *
 * @param {number} note
 * @returns {Point}
 */
export function ringAt(note) {
  const { x, y } = positionOf(note), { w, h, r } = notes[note];
  return areBoxes() ? [x + w / 2 - 3 + 7, y - h / 2 + 1 - 7] : [x + 0.71 * (r + 2.5), y - 0.71 * (r + 2.5)];
}
