// The shortest path between two notes, along links in either direction.

/**
 * The links of the path, from one note to the other; null if there is none.
 *
 * @param {number} start
 * @param {number} end
 * @param {(note: number) => number[]} linksOf
 * @param {(link: number, note: number) => number} otherEnd
 * @returns {number[] | null}
 */
export function shortestPath(start, end, linksOf, otherEnd) {
  const cameBy = new Map([[start, -1]]);
  for (const note of cameBy.keys()) {
    if (note === end) break;
    for (const link of linksOf(note)) {
      const next = otherEnd(link, note);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  if (!cameBy.has(end)) return null;
  const path = [];
  for (let note = end; note !== start; note = otherEnd(path[0], note)) path.unshift(cameBy.get(note) ?? -1);
  return path;
}
