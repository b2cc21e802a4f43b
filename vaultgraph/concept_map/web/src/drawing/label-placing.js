// Candidate positions for the name of a dot, and the choice among them.

/** @typedef {import('./occupied.js').Occupied} Occupied */
/** @typedef {{ width: number, height: number }} Size */

/**
 * @param {number} left
 * @param {number} top
 * @param {Size} size
 * @returns {Box}
 */
const boxAt = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });

/**
 * To the right of the square around a dot.
 *
 * @param {Box} dot
 * @param {Size} size
 */
const boxToTheRight = (dot, size) => boxAt(dot.right + 2, (dot.top + dot.bottom) / 2 - size.height / 2, size);

/**
 * Around the square around a dot, the best place first: below it, above it, to its right, to its left, at
 * its corners.
 *
 * @param {Box} dot
 * @param {Size} size
 * @returns {Box[]}
 */
export function boxesAround(dot, size) {
  const { width, height } = size;
  const x = (dot.left + dot.right) / 2, y = (dot.top + dot.bottom) / 2, corner = 0.75 * (dot.right - dot.left) / 2;
  const tops = [y + corner - height / 4, y - corner - 3 * height / 4];
  return [
    boxAt(x - width / 2, dot.bottom + 1, size),
    boxAt(x - width / 2, dot.top - height, size),
    boxToTheRight(dot, size),
    boxAt(dot.left - width - 2, y - height / 2, size),
    ...tops.flatMap(top => [boxAt(x + corner, top, size), boxAt(x - corner - width, top, size)]),
  ];
}

const DISTANCES = [14, 28, 46, 68, 94];

/**
 * The nearest free place at some distance from the square around a dot, for a name that must be shown. It may hide
 * dots, but no name.
 *
 * @param {Box} dot
 * @param {Size} size
 * @param {Occupied} names
 * @param {number} width of the picture
 * @returns {Box | undefined}
 */
export function boxAtDistance({ left, top, right, bottom }, size, names, width) {
  for (const gap of DISTANCES) {
    const boxes = boxesAround({ left: left - gap, top: top - gap, right: right + gap, bottom: bottom + gap }, size);
    const free = boxes.find(box => box.left > 0 && box.right < width && names.isFree(box));
    if (free) return free;
  }
  return undefined;
}

/**
 * The first of *boxes* that neither hides a name nor leaves the picture, which is *width* wide; undefined if there is none.
 *
 * @param {Box[]} boxes
 * @param {Occupied} names
 * @param {number} width
 */
export const chooseBox = (boxes, names, width) => boxes.find(box => box.left > 0 && box.right < width && names.isFree(box));
