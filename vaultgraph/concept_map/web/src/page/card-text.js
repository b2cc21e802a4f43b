// A card's side as elements of the page: text, images, what formats text, and formulas.

import { make } from '../dom.js';
import { contentOf } from '../model/card-text.js';
import { picture } from './images.js';

const MATH = 'http://www.w3.org/1998/Math/MathML';
const HTML_TAGS = new Set(`
  b blockquote code del em h3 hr i ins kbd li mark ol p pre s strong sub sup table td th tr u ul`.trim().split(/\s+/));
const MATH_TAGS = new Set(`
  math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle
  msub msubsup msup mtable mtd mtext mtr munder munderover none`.trim().split(/\s+/));

/**
 * @param {Piece} piece
 * @returns {Node}
 */
export function nodeOf(piece) {
  if (typeof piece === 'number') return picture(piece);
  if (typeof piece === 'string') return document.createTextNode(piece);
  const [tag] = piece, content = contentOf(piece).map(nodeOf);
  if (tag === 'math') return mathElement(piece);
  return HTML_TAGS.has(tag) ? make(/** @type {any} */ (tag), attributesOf(piece), ...content) : make('span', {}, ...content);
}

/**
 * @param {MarkedUp} element
 * @returns {Record<string, string>}
 */
const attributesOf = ([, second]) => typeof second === 'object' && !Array.isArray(second) ? second : {};

/**
 * @param {MarkedUp} element
 * @returns {Element}
 */
function mathElement(element) {
  const [tag] = element, found = document.createElementNS(MATH, MATH_TAGS.has(tag) ? tag : 'mrow');
  for (const [name, value] of Object.entries(attributesOf(element))) found.setAttribute(name, value);
  for (const part of contentOf(element)) found.append(Array.isArray(part) ? mathElement(part) : String(part));
  return found;
}
