// Pictures of names: a name is drawn once, into a small canvas of its own, and copied from there.

import { lazy } from '../cache.js';
import { make } from '../dom.js';
import { contextOf, ruler, SvgContext } from './svg-context.js';
import { colour, FONT } from './theme.js';

export let pictures = new Map();

export const clearPictures = () => { pictures = new Map(); };

/**
 * At whole pixels of the screen, so that the letters stay sharp.
 *
 * @param {Context} context
 * @param {NamePicture} picture
 * @param {Box} box
 * @param {Frame} frame
 */
export function copyPicture(context, picture, box, frame) {
  const left = frame.left + box.left / frame.scale, top = frame.top + box.top / frame.scale;
  if (context instanceof SvgContext) return context.writeName(picture, left, top, frame.scale);
  const transform = context.getTransform();
  const x = transform.a * left + transform.e;
  const y = transform.d * top + transform.f;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(picture.canvas(), Math.round(x), Math.round(y));
  context.setTransform(transform);
}

/**
 * A picture of lines of words, one below the other: measured at once, drawn when it has found a place.
 *
 * @param {string[]} lines
 * @param {number} size
 * @param {boolean} isStrong
 * @param {boolean} isSoft
 * @returns {NamePicture}
 */
export function drawPicture(lines, size, isStrong, isSoft) {
  const ratio = devicePixelRatio || 1, weight = isStrong ? 650 : 500, font = `${weight} ${size * ratio}px ${FONT}`;
  const fill = isSoft ? colour.soft : colour.ink;
  const height = size * ratio * (lines.length > 1 ? 1.2 : 1.45);
  ruler.font = font;
  const extent = {
    width: Math.ceil(Math.max(...lines.map(line => ruler.measureText(line).width)) + 8 * ratio),
    height: Math.ceil(height * lines.length),
  };
  const canvas = lazy(() => {
    const sheet = make('canvas', extent), pen = contextOf(sheet);
    Object.assign(pen, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3.4 * ratio });
    pen.strokeStyle = colour.paper;
    pen.fillStyle = fill;
    for (const write of /** @type {const} */ (['strokeText', 'fillText'])) {
      lines.forEach((line, number) => pen[write](line, extent.width / 2, height * (number + 0.5)));
    }
    return sheet;
  });
  return { canvas, lines, size, weight, fill, width: extent.width / ratio, height: extent.height / ratio };
}
