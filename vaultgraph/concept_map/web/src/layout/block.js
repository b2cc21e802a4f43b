// A block: notes laid out around one point, which can be moved as a whole.

/**
 * @typedef {object} Stack many notes that are linked alike, in a frame, with one line for all their links
 * @property {Box} box
 * @property {number[]} notes
 * @property {number[]} links from or to the same note
 *
 * @typedef {object} Block its coordinates are relative to the point around which it is laid out
 * @property {Box} box
 * @property {[note: number, place: Position][]} places
 * @property {Stack[]} stacks
 */

/** @typedef {(note: number) => Point} SizeOf the width and height of a note */

/**
 * @param {Box} box
 * @param {number} dx
 * @param {number} dy
 * @returns {Box}
 */
const movedBox = ({ left, top, right, bottom }, dx, dy) => ({ left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy });

/**
 * @param {Block} block
 * @param {number} dx
 * @param {number} dy
 * @returns {Block}
 */
export const movedBlock = ({ box, places, stacks }, dx, dy) => ({
  box: movedBox(box, dx, dy),
  places: places.map(([note, { x, y }]) => [note, { x: x + dx, y: y + dy }]),
  stacks: stacks.map(stack => ({ ...stack, box: movedBox(stack.box, dx, dy) })),
});

/**
 * @param {Block[]} blocks at least one
 * @returns {Block}
 */
export const joinedBlocks = blocks => ({
  box: {
    left: Math.min(...blocks.map(({ box }) => box.left)), right: Math.max(...blocks.map(({ box }) => box.right)),
    top: Math.min(...blocks.map(({ box }) => box.top)), bottom: Math.max(...blocks.map(({ box }) => box.bottom)),
  },
  places: blocks.flatMap(({ places }) => places),
  stacks: blocks.flatMap(({ stacks }) => stacks),
});

/**
 * @param {number} note
 * @param {Point} size
 * @returns {Block}
 */
export const noteBlock = (note, [width, height]) => ({
  box: { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 },
  places: [[note, { x: 0, y: 0 }]], stacks: [],
});

const GAP = 12, MARGIN = 14, CAPTION = 26;

/**
 * Notes in columns within a frame, around its middle.
 *
 * @param {number[]} notes at least one
 * @param {number[]} links
 * @param {SizeOf} sizeOf
 * @param {number} aspect how much wider than high it should be
 * @returns {Block}
 */
export function stackBlock(notes, links, sizeOf, aspect) {
  const sizes = notes.map(sizeOf), area = sizes.reduce((sum, [w, h]) => sum + (w + GAP) * (h + GAP), 0);
  const usual = sizes.reduce((sum, [w]) => sum + w + GAP, 0) / notes.length;
  const columns = Math.max(1, Math.min(notes.length, Math.round(Math.sqrt(area * aspect) / usual))), rows = Math.ceil(notes.length / columns);
  const lefts = starts(Array.from({ length: columns }, (_, column) => sizes.slice(column * rows, (column + 1) * rows).map(([w]) => w)));
  const tops = starts(Array.from({ length: rows }, (_, row) => sizes.filter((__, place) => place % rows === row).map(([, h]) => h)));
  const width = lefts[columns] - GAP + 2 * MARGIN, height = tops[rows] - GAP + CAPTION + MARGIN;
  const box = { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 };
  /** @type {[number, Position][]} */
  const places = notes.map((note, place) => [note, {
    x: box.left + MARGIN + lefts[Math.floor(place / rows)] + sizes[place][0] / 2,
    y: box.top + CAPTION + (tops[place % rows] + tops[place % rows + 1] - GAP) / 2,
  }]);
  return { box, places, stacks: [{ box, notes, links }] };
}

/**
 * Where rows or columns begin, each as thick as its thickest note, and where the next one would.
 *
 * @param {number[][]} thicknesses
 */
function starts(thicknesses) {
  const found = [0];
  for (const inRow of thicknesses) found.push(found[found.length - 1] + Math.max(0, ...inRow) + GAP);
  return found;
}

/**
 * Blocks below each other, beginning at x = 0 and extending to the right or, with side -1, to the left.
 *
 * @param {Block[]} blocks at least one
 * @param {1 | -1} side
 * @param {number} gap
 * @returns {Block} around the middle of its edge at 0
 */
export function columnBlock(blocks, side, gap) {
  const height = blocks.reduce((sum, { box }) => sum + box.bottom - box.top, (blocks.length - 1) * gap);
  let top = -height / 2;
  return joinedBlocks(blocks.map(block => {
    const moved = movedBlock(block, side > 0 ? -block.box.left : -block.box.right, top - block.box.top);
    top += block.box.bottom - block.box.top + gap;
    return moved;
  }));
}
