// A slightly bowed line between two circles, as a cubic curve.

const BOW = 0.06;
/** Where the name of a relation may stand: shares of the line. Its middle is three quarters as far aside as its bow. */
const SPOTS = [0.5, 0.36, 0.64, 0.25, 0.75], BULGE = 0.75;

/**
 * The line leaves one circle at its rim and ends at the rim of the other. Where they overlap, it joins their
 * centres. The control points are at thirds of what can be seen of the line, not of the distance between the
 * centres: between close circles they would pass each other, and the line would have a kink.
 *
 * @param {Position} a
 * @param {Position} b
 * @param {number} leave how far from `a` it begins
 * @param {number} stop how far from `b` it ends
 * @returns {Route}
 */
export function bowedLine(a, b, leave, stop) {
  const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const dx = (b.x - a.x) / distance, dy = (b.y - a.y) / distance;
  if (leave + stop > distance) leave = stop = 0;
  const length = distance - leave - stop, third = length / 3, bow = length * BOW;
  /** @type {Point} */
  const start = [a.x + dx * leave, a.y + dy * leave];
  /** @type {Point} */
  const end = [b.x - dx * stop, b.y - dy * stop];
  /** @type {Curve} */
  const curve = [
    start[0] + dx * third - dy * bow, start[1] + dy * third + dx * bow,
    end[0] - dx * third - dy * bow, end[1] - dy * third + dx * bow,
    ...end,
  ];
  /** @type {Point[]} */
  const spots = SPOTS.map(share => [
    start[0] + dx * length * share - dy * bow * BULGE * 4 * share * (1 - share),
    start[1] + dy * length * share + dx * bow * BULGE * 4 * share * (1 - share),
  ]);
  const tx = end[0] - curve[2], ty = end[1] - curve[3], slope = Math.hypot(tx, ty) || 1;
  return { start, curves: [curve], spots, tip: [...end, tx / slope, ty / slope] };
}
