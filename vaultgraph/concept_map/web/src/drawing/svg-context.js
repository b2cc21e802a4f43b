// Drawing contexts: the browser's own, and one that writes SVG.

import { colour, FONT } from './theme.js';

/** @type {() => MapPath} */
let makePath = () => new Path2D();
export const newPath = () => makePath();

/**
 * While *write* runs, paths are written down instead of handed to the browser.
 *
 * @param {() => void} write
 */
export function withSvgPaths(write) {
  const screenPath = makePath;
  makePath = () => /** @type {any} */ (new SvgPath());
  try {
    write();
  } finally {
    makePath = screenPath;
  }
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** @param {number} value */
const round = value => Math.round(value * 100) / 100;

/** @param {string | number} value */
const attributeText = value => String(typeof value === 'number' ? round(value) : value);

/** As much of Path2D as the painters use; `text` is the path as SVG writes it. */
class SvgPath {
  text = '';

  /** @type {(command: string, ...numbers: number[]) => void} */
  #add(command, ...numbers) { this.text += command + numbers.map(round).join(' '); }

  /** @param {...number} point */
  moveTo(...point) { this.#add('M', ...point); }
  /** @param {...number} point */
  lineTo(...point) { this.#add('L', ...point); }
  /** @param {...number} points */
  quadraticCurveTo(...points) { this.#add('Q', ...points); }
  /** @param {...number} points */
  bezierCurveTo(...points) { this.#add('C', ...points); }
  closePath() { this.#add('Z'); }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  rect(x, y, width, height) {
    this.#add('M', x, y);
    this.#add('h', width);
    this.#add('v', height);
    this.#add('h', -width);
    this.closePath();
  }

  /** @type {(x: number, y: number, width: number, height: number, radius: number) => void} */
  roundRect(x, y, width, height, radius) {
    /** @type {(dx: number, dy: number) => void} */
    const corner = (dx, dy) => this.#add('a', radius, radius, 0, 0, 1, dx, dy);
    this.#add('M', x + radius, y);
    this.#add('h', width - 2 * radius);
    corner(radius, radius);
    this.#add('v', height - 2 * radius);
    corner(-radius, radius);
    this.#add('h', 2 * radius - width);
    corner(-radius, -radius);
    this.#add('v', 2 * radius - height);
    corner(radius, -radius);
    this.closePath();
  }

  /**
   * In two halves, since an arc of SVG cannot be a whole circle; always clockwise.
   *
   * @type {(x: number, y: number, radius: number, from: number, to: number) => void}
   */
  arc(x, y, radius, from, to) {
    /** @type {(angle: number) => Point} */
    const on = angle => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.#add(this.text.endsWith('Z') || !this.text ? 'M' : 'L', ...on(from));
    for (const angle of [(from + to) / 2, to]) this.#add('A', radius, radius, 0, 0, 1, ...on(angle));
  }
}

/** As much of a browser's context as the painters use; what it paints is in `drawing`. */
export class SvgContext {
  globalAlpha = 1; lineWidth = 1; fillStyle = ''; strokeStyle = ''; font = ''; textAlign = 'left'; textBaseline = '';
  /** @type {number[]} */
  #dashes = [];
  /** @type {string[]} */
  #saved = [];
  #path = new SvgPath(); #clip = ''; #clips = 0;

  /** @param {Box} box */
  constructor({ left, top, right, bottom }) {
    this.drawing = makeSvgElement('svg', { viewBox: [left, top, right - left, bottom - top].map(round).join(' '), 'font-family': FONT });
  }

  /** @type {(tag: string, attributes: Attributes) => SVGElement} */
  #put(tag, attributes) {
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {}, clip = this.#clip ? { 'clip-path': this.#clip } : {};
    const element = makeSvgElement(tag, { ...attributes, ...opacity, ...clip });
    this.drawing.append(element);
    return element;
  }

  beginPath() { this.#path = new SvgPath(); }
  /** @param {Point} point */
  moveTo(...point) { this.#path.moveTo(...point); }
  /** @param {[x: number, y: number, radius: number, from: number, to: number]} circle */
  arc(...circle) { this.#path.arc(...circle); }
  /** @param {...number} points */
  quadraticCurveTo(...points) { this.#path.quadraticCurveTo(...points); }
  /** @param {[x: number, y: number, width: number, height: number, radius: number]} box */
  roundRect(...box) { this.#path.roundRect(...box); }
  /** @param {number[]} dashes */
  setLineDash(dashes) { this.#dashes = dashes; }

  /** @param {SvgPath} [path] */
  fill(path = this.#path) {
    if (path.text) this.#put('path', { d: path.text, fill: this.fillStyle });
  }

  /** @param {SvgPath} [path] */
  stroke(path = this.#path) {
    const dashes = this.#dashes.length ? { 'stroke-dasharray': this.#dashes.map(round).join(' ') } : {};
    if (path.text) this.#put('path', { d: path.text, fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, ...dashes });
  }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  fillRect(x, y, width, height) { this.#put('rect', { x, y, width, height, fill: this.fillStyle }); }

  save() { this.#saved.push(this.#clip); }
  restore() { this.#clip = this.#saved.pop() ?? ''; }

  /** @param {SvgPath} path */
  clip(path) {
    this.#clips += 1;
    this.drawing.append(makeSvgElement('clipPath', { id: `part-${this.#clips}` }, makeSvgElement('path', { d: path.text })));
    this.#clip = `url(#part-${this.#clips})`;
  }

  /** @param {string} words */
  measureText(words) {
    ruler.font = this.font;
    return ruler.measureText(words);
  }

  /** @type {(words: string, x: number, y: number) => SVGElement} */
  fillText(words, x, y) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [];
    const anchor = this.textAlign === 'center' ? { 'text-anchor': 'middle' } : {};
    const shift = this.textBaseline === 'middle' ? 0.35 * Number(size) : 0;
    const text = this.#put('text', { x, y: y + shift, 'font-size': size, 'font-weight': weight, fill: this.fillStyle, ...anchor });
    text.textContent = words.replace(NOT_XML, '');
    return text;
  }

  /**
   * The words of a name's picture, with an outline that sets them off from what is behind.
   *
   * @type {(picture: NamePicture, left: number, top: number, scale: number) => void}
   */
  writeName({ lines, size, weight, fill, width, height }, left, top, scale) {
    this.font = `${weight} ${size / scale}px`;
    Object.assign(this, { fillStyle: fill, textAlign: 'center', textBaseline: 'middle' });
    lines.forEach((line, number) => {
      const text = this.fillText(line, left + width / scale / 2, top + height / scale * (number + 0.5) / lines.length);
      const outline = { 'paint-order': 'stroke', stroke: colour.paper, 'stroke-width': 3.4 / scale, 'stroke-linejoin': 'round' };
      for (const [name, value] of Object.entries(outline)) {
        text.setAttribute(name, attributeText(value));
      }
    });
  }
}

// What XML does not allow, though a name can have it.
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * @param {string} tag
 * @param {Attributes} attributes
 * @param {...Node} children
 */
function makeSvgElement(tag, attributes, ...children) {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, attributeText(value));
  element.append(...children);
  return element;
}

/** @type {(canvas: HTMLCanvasElement, settings?: CanvasRenderingContext2DSettings) => CanvasRenderingContext2D} */
export const contextOf = (canvas, settings) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', settings));

/** Measures text. */
export const ruler = contextOf(document.createElement('canvas'));
