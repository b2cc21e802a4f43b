import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CELL_HEIGHT, CELL_WIDTH, countNotes, layoutAreas } from '../../../vaultgraph/concept_map/web/src/layout/areas.js';

let next = 0;
const someNotes = count => Array.from({ length: count }, () => next++);
const area = (name, count, ...areas) => ({ name, notes: someNotes(count), areas });

/** The cell of each note. */
function cellsOf({ cells }) {
  return new Map(cells.flatMap(({ notes, left, top, rows }) => notes.map((note, place) => {
    const x = left + Math.floor(place / rows) * CELL_WIDTH, y = top + (place % rows) * CELL_HEIGHT;
    return [note, { left: x, top: y, right: x + CELL_WIDTH, bottom: y + CELL_HEIGHT }];
  })));
}

const isInside = (a, b) => a.left >= b.left - 0.01 && a.right <= b.right + 0.01 && a.top >= b.top - 0.01 && a.bottom <= b.bottom + 0.01;
const overlaps = (a, b) => a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

/** Every note has a cell in its area, below its title; no cell and no area lies over another one of its kind. */
function check(tree, atlas) {
  const cells = cellsOf(atlas), waiting = [...atlas.areas];
  assert.equal(cells.size, countNotes(tree));
  const boxes = [...cells.values()];
  boxes.forEach((box, at) => {
    assert.ok(isInside(box, atlas.box));
    assert.ok(boxes.slice(at + 1).every(other => !overlaps(box, other)));
  });
  const visit = (branch, around, depth) => branch.areas.forEach(inner => {
    const at = waiting.findIndex(({ name, count }) => name === inner.name && count === countNotes(inner)), placed = waiting.splice(at, 1)[0];
    assert.ok(at >= 0 && isInside(placed.box, around) && placed.depth === depth);
    const below = { ...placed.box, top: placed.box.top + placed.header };
    inner.notes.forEach(note => assert.ok(isInside(cells.get(note), below)));
    visit(inner, placed.box, depth + 1);
  });
  visit(tree, atlas.box, 1);
  const outer = atlas.areas.filter(({ depth }) => depth === 1).map(({ box }) => box);
  outer.forEach((box, at) => assert.ok(outer.slice(at + 1).every(other => !overlaps(box, other))));
}

test('notes are in their areas, and these in one another', () => {
  const tree = area('', 0, area('A', 30, area('A1', 3), area('A2', 12)), area('B', 8), area('C', 1));
  check(tree, layoutAreas(tree, 1.5, 1100));
});

test('notes that are in no area are laid out as well', () => {
  const tree = area('', 25);
  check(tree, layoutAreas(tree, 1.5, 1100));
});

test('nothing is an atlas of nothing', () => {
  assert.deepEqual(layoutAreas({ name: '', notes: [], areas: [] }, 1.5, 1100), { areas: [], cells: [], box: { left: 0, top: 0, right: 0, bottom: 0 } });
});

test('the whole is about as much wider than high as the window', () => {
  for (const aspect of [0.5, 1, 1.5, 2.5]) {
    const { box } = layoutAreas(area('', 0, ...Array.from({ length: 20 }, (_, at) => area(`${at}`, 3 + 2 * at))), aspect, 1100);
    assert.ok(Math.abs(Math.log(box.right / box.bottom / aspect)) < 0.6, `${box.right} × ${box.bottom} for ${aspect}`);
  }
});

test('most of it is filled', () => {
  const tree = area('', 0, ...Array.from({ length: 30 }, (_, at) => area(`${at}`, 1 + at))), { box } = layoutAreas(tree, 1.5, 1100);
  assert.ok(countNotes(tree) * CELL_WIDTH * CELL_HEIGHT > 0.45 * box.right * box.bottom);
});

test('the title of an outer area can be read when the whole is in the window', () => {
  const { box, areas } = layoutAreas(area('', 0, ...Array.from({ length: 12 }, (_, at) => area(`${at}`, 900))), 1.5, 1100);
  const scale = Math.min(1100 / box.right, 730 / box.bottom);
  for (const { header } of areas) assert.ok(header * scale * 0.6 >= 11, `${header * scale}`);
});

test('whatever the areas are, they are laid out', () => {
  let state = 5;
  const random = most => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const grow = (name, depth) => area(name, random(4) ? random(30) + 1 : random(300) + 1, ...Array.from({ length: depth ? random(5) : 0 }, (_, at) => grow(`${name}/${at}`, depth - 1)));
  for (let round = 0; round < 30; round += 1) {
    const tree = { name: '', notes: random(2) ? someNotes(random(9)) : [], areas: Array.from({ length: 1 + random(7) }, (_, at) => grow(`${at}`, 3)) };
    check(tree, layoutAreas(tree, 1.5, 1100));
  }
});
