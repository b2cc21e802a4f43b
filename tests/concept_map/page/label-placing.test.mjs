import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxAtDistance, boxesAround, chooseBox } from '../../../vaultgraph/concept_map/web/src/drawing/label-placing.js';
import { Occupied } from '../../../vaultgraph/concept_map/web/src/drawing/occupied.js';

const DOT = { left: 96, top: 96, right: 104, bottom: 104 };
const SIZE = { width: 40, height: 10 };
const [BELOW, ABOVE, RIGHT, LEFT] = boxesAround(DOT, SIZE);

const occupied = (...boxes) => {
  const found = new Occupied();
  boxes.forEach(box => found.add(box));
  return found;
};
const choose = (names, width = 1000) => chooseBox(boxesAround(DOT, SIZE), occupied(...names), width);

test('the places around a dot: below, above, right, left, then the corners', () => {
  assert.deepEqual(BELOW, { left: 80, top: 105, right: 120, bottom: 115 });
  assert.deepEqual(ABOVE, { left: 80, top: 86, right: 120, bottom: 96 });
  assert.deepEqual(RIGHT, { left: 106, top: 95, right: 146, bottom: 105 });
  assert.deepEqual(LEFT, { left: 54, top: 95, right: 94, bottom: 105 });
  assert.equal(boxesAround(DOT, SIZE).length, 8);
});

test('every place has the size of the name and leaves the centre of the dot free', () => {
  for (const { left, top, right, bottom } of boxesAround(DOT, SIZE)) {
    assert.deepEqual([right - left, bottom - top], [40, 10]);
    assert.ok(!(left < 100 && right > 100 && top < 100 && bottom > 100));
  }
});

test('where all is free the name stands below', () => {
  assert.deepEqual(choose([]), BELOW);
});

test('a name that stands below already sends it above', () => {
  assert.deepEqual(choose([BELOW]), ABOVE);
});

test('where nothing is free there is no name', () => {
  assert.equal(choose([{ left: 0, top: 0, right: 500, bottom: 500 }]), undefined);
});

test('a name never leaves the picture', () => {
  assert.deepEqual(choose([], 121), BELOW);
  assert.deepEqual(choose([], 120), LEFT);
});

test('boxes that touch at an edge do not overlap', () => {
  assert.ok(occupied(BELOW).isFree({ left: 80, top: 115, right: 120, bottom: 125 }));
  assert.ok(occupied(BELOW).isFree({ left: 120, top: 105, right: 130, bottom: 115 }));
  assert.ok(occupied(BELOW).isFree({ left: 70, top: 105, right: 80, bottom: 115 }));
  assert.ok(!occupied(BELOW).isFree({ left: 80, top: 114, right: 120, bottom: 124 }));
});

test('a name that must be shown finds a place at a distance, over no other name', () => {
  const taken = boxesAround(DOT, SIZE);
  const found = boxAtDistance(DOT, SIZE, occupied(...taken), 1000);
  assert.ok(found && occupied(...taken).isFree(found));
  assert.equal(boxAtDistance(DOT, SIZE, occupied({ left: 0, top: 0, right: 900, bottom: 900 }), 1000), undefined);
});
