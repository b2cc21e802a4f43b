// A line through points that follow each other downwards or to the right, as cubic curves.

/** Where the name of a relation may stand: shares of the middle curve. */
export const SPOTS = [0.5, 0.3, 0.7, 0.15, 0.85];

/**
 * @param {Point[]} points at least two, none of them level with the next one
 * @param {boolean} isDown whether they follow each other downwards or upwards, or else to the right or left
 * @returns {Route}
 */
export function flowLine(points, isDown) {
  const sloped = points.map((_, place) => slopedPoint(points, place, isDown));
  const curves = sloped.slice(1).map((point, step) => curveBetween(sloped[step], point, isDown));
  const middle = Math.floor((curves.length - 1) / 2), [end, before] = [points[points.length - 1], points[points.length - 2]];
  const sign = (isDown ? end[1] < before[1] : end[0] < before[0]) ? -1 : 1;
  return {
    start: points[0], curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: SPOTS.map(share => pointOn(points[middle], curves[middle], share)),
  };
}

/**
 * At both ends the line runs straight on; between them it slants towards where it goes on, so that it does not
 * swing from point to point.
 *
 * @param {Point[]} points
 * @param {number} place
 * @param {boolean} isDown
 * @returns {SlopedPoint}
 */
function slopedPoint(points, place, isDown) {
  const before = points[place - 1], here = points[place], after = points[place + 1];
  return [...here, before && after ? gentlerSlope(slopeBetween(before, here, isDown), slopeBetween(here, after, isDown)) : 0];
}

/**
 * How far aside a line leads for each step along.
 *
 * @param {Point} a
 * @param {Point} b
 * @param {boolean} isDown
 */
export function slopeBetween(a, b, isDown) {
  const [across, along] = isDown ? [0, 1] : [1, 0];
  return (b[across] - a[across]) / (b[along] - a[along] || 1);
}

/**
 * The smaller one of two slopes; none between slopes that lead to different sides.
 *
 * @param {number} before
 * @param {number} after
 */
export function gentlerSlope(before, after) {
  if (before * after <= 0) return 0;
  return Math.abs(before) < Math.abs(after) ? before : after;
}

/**
 * @param {SlopedPoint} from
 * @param {SlopedPoint} to
 * @param {boolean} isDown
 * @returns {Curve}
 */
export function curveBetween([x1, y1, slant1], [x2, y2, slant2], isDown) {
  const half = isDown ? (y2 - y1) / 2 : (x2 - x1) / 2;
  return isDown
    ? [x1 + slant1 * half, y1 + half, x2 - slant2 * half, y2 - half, x2, y2]
    : [x1 + half, y1 + slant1 * half, x2 - half, y2 - slant2 * half, x2, y2];
}

/**
 * @param {number[]} start
 * @param {Curve} curve
 * @param {number} share
 * @returns {Point}
 */
export function pointOn([x, y], [x1, y1, x2, y2, x3, y3], share) {
  const rest = 1 - share, parts = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  /** @param {...number} values */
  const mix = (...values) => values.reduce((sum, value, place) => sum + parts[place] * value, 0);
  return [mix(x, x1, x2, x3), mix(y, y1, y2, y3)];
}
