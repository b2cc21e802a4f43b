// Which notes a local graph shows: those around its centres, and around what was expanded.

/** How many notes it opens with; each expansion shows up to so many more, and it never has more than the most. */
export const INITIAL_NOTES = 60, EXPANSION_SIZE = 30, MAX_NOTES = 240;
/** What leads to the centre is shown as long as all can still be read at once. */
const MAX_WITH_PREREQUISITES = 30;

/**
 * @typedef {object} Around
 * @property {(note: number) => number[]} neighbours of a note that the filters leave, the most important first
 * @property {(note: number) => number[]} before what to learn directly before a note
 */

/**
 * The notes of a local graph, those nearer to a centre first, each with its distance. It has those at most `depth`
 * links away from a centre (0 for the centres alone) and what leads to a centre; the neighbours of `expanded` notes,
 * some more for each time they are listed; and nothing beyond `folded` ones.
 *
 * @param {Local} local
 * @param {Around} around
 * @returns {Map<number, number>}
 */
export function neighbourhood({ centres, depth, expanded, folded }, { neighbours, before }) {
  const found = new Map(centres.slice(0, MAX_NOTES).map(note => [note, 0])), closed = new Set(folded);
  /** @type {(note: number, next: number[], most: number) => void} */
  const add = (note, next, most) => {
    if (closed.has(note)) return;
    for (const other of next) {
      if (found.size < most && !found.has(other)) found.set(other, (found.get(note) ?? 0) + 1);
    }
  };
  for (const [note, distance] of found) if (distance < depth) add(note, neighbours(note), INITIAL_NOTES);
  const leading = new Set(depth > 0 ? centres : []);
  for (const note of leading) {
    add(note, before(note), MAX_WITH_PREREQUISITES);
    before(note).filter(other => found.has(other)).forEach(other => leading.add(other));
  }
  for (const note of expanded) {
    if (found.has(note)) add(note, neighbours(note), Math.min(MAX_NOTES, found.size + EXPANSION_SIZE));
  }
  return found;
}
