// Drawing contexts: the browser's own, and one that writes SVG.

import { FONT, colour } from './theme.js';

let makePath = () => new Path2D();
export const newPath = () => makePath();

// While *write* runs, paths are written down instead of handed to the browser.
export function withSvgPaths(write) {
  const screenPath = makePath;
  makePath = () => new SvgPath();
  try {
    write();
  } finally {
    makePath = screenPath;
  }
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const round = value => typeof value === 'number' ? Math.round(value * 100) / 100 : value;

// A path as SVG writes it.
class SvgPath {
  text = '';

  #add(command, ...numbers) { this.text += command + numbers.map(round).join(' '); }

  moveTo(...point) { this.#add('M', ...point); }
  lineTo(...point) { this.#add('L', ...point); }
  quadraticCurveTo(...points) { this.#add('Q', ...points); }
  bezierCurveTo(...points) { this.#add('C', ...points); }
  closePath() { this.#add('Z'); }

  rect(x, y, width, height) {
    this.#add('M', x, y);
    this.#add('h', width);
    this.#add('v', height);
    this.#add('h', -width);
    this.closePath();
  }

  roundRect(x, y, width, height, radius) {
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

  // From where it begins in two halves, for SVG knows no whole circle; always with the clock.
  arc(x, y, radius, from, to) {
    const half = (from + to) / 2, on = angle => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.#add(this.text.endsWith('Z') || !this.text ? 'M' : 'L', ...on(from));
    for (const angle of [half, to]) this.#add('A', radius, radius, 0, 0, 1, ...on(angle));
  }
}

// As much of a browser's pen as the painters use; what it paints is in `drawing`.
export class SvgContext {
  globalAlpha = 1; lineWidth = 1; fillStyle = ''; strokeStyle = ''; font = ''; textAlign = 'left'; textBaseline = '';
  #dashes = []; #path = new SvgPath(); #clip = ''; #saved = []; #clips = 0;

  constructor({ left, top, right, bottom }) {
    this.drawing = makeSvgElement('svg', { viewBox: [left, top, right - left, bottom - top].map(round).join(' '), 'font-family': FONT });
  }

  #put(tag, attributes) {
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {}, clip = this.#clip ? { 'clip-path': this.#clip } : {};
    const element = makeSvgElement(tag, { ...attributes, ...opacity, ...clip });
    this.drawing.append(element);
    return element;
  }

  beginPath() { this.#path = new SvgPath(); }
  moveTo(...point) { this.#path.moveTo(...point); }
  arc(...circle) { this.#path.arc(...circle); }
  quadraticCurveTo(...points) { this.#path.quadraticCurveTo(...points); }
  roundRect(...box) { this.#path.roundRect(...box); }
  setLineDash(dashes) { this.#dashes = dashes; }

  fill(path = this.#path) {
    if (path.text) this.#put('path', { d: path.text, fill: this.fillStyle });
  }

  stroke(path = this.#path) {
    const dashes = this.#dashes.length ? { 'stroke-dasharray': this.#dashes.map(round).join(' ') } : {};
    if (path.text) this.#put('path', { d: path.text, fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, ...dashes });
  }

  fillRect(x, y, width, height) { this.#put('rect', { x, y, width, height, fill: this.fillStyle }); }

  save() { this.#saved.push(this.#clip); }
  restore() { this.#clip = this.#saved.pop(); }

  clip(path) {
    this.#clips += 1;
    this.drawing.append(makeSvgElement('clipPath', { id: `part-${this.#clips}` }, makeSvgElement('path', { d: path.text })));
    this.#clip = `url(#part-${this.#clips})`;
  }

  measureText(words) {
    ruler.font = this.font;
    return ruler.measureText(words);
  }

  fillText(words, x, y) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font);
    const anchor = this.textAlign === 'center' ? { 'text-anchor': 'middle' } : {};
    const shift = this.textBaseline === 'middle' ? 0.35 * size : 0;
    const text = this.#put('text', { x, y: y + shift, 'font-size': size, 'font-weight': weight, fill: this.fillStyle, ...anchor });
    text.textContent = String(words).replace(NOT_XML, '');
    return text;
  }

  // The words of a name's picture, with the rim that keeps them apart from what is behind.
  writeName({ lines, size, weight, fill, width, height }, left, top, scale) {
    this.font = `${weight} ${size / scale}px`;
    Object.assign(this, { fillStyle: fill, textAlign: 'center', textBaseline: 'middle' });
    lines.forEach((line, number) => {
      const text = this.fillText(line, left + width / scale / 2, top + height / scale * (number + 0.5) / lines.length);
      for (const [name, value] of Object.entries({ 'paint-order': 'stroke', stroke: colour.paper, 'stroke-width': 3.4 / scale, 'stroke-linejoin': 'round' })) {
        text.setAttribute(name, round(value));
      }
    });
  }
}

// What no XML may hold, though a name can.
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function makeSvgElement(tag, attributes, ...children) {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, round(value));
  element.append(...children);
  return element;
}

export const ruler = document.createElement('canvas').getContext('2d');
