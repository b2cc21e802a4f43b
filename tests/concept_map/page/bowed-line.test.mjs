import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bowedLine } from '../../../vaultgraph/concept_map/web/src/drawing/bowed-line.js';

const at = (x, y = 0) => ({ x, y });

test('the line goes from rim to rim', () => {
  const { start, curves: [curve] } = bowedLine(at(0), at(100), 10, 20);
  assert.deepEqual([start, curve.slice(4)], [[10, 0], [80, 0]]);
});

test('it never turns back, however close the circles are', () => {
  for (const distance of [31, 35, 45, 60, 100, 1000]) {
    const { start, curves: [curve] } = bowedLine(at(0), at(distance), 10, 20);
    const along = [start[0], curve[0], curve[2], curve[4]];
    assert.deepEqual(along, along.toSorted((a, b) => a - b), `at a distance of ${distance}`);
  }
});

test('it is bowed to one side, by as much as it is long', () => {
  const { curves: [[, y1, , y2]] } = bowedLine(at(0), at(130), 10, 20);
  assert.deepEqual([y1, y2], [6, 6]);
});

test('the way back is bowed to the other side', () => {
  const { curves: [[, y]] } = bowedLine(at(130), at(0), 20, 10);
  assert.equal(Math.round(y), -6);
});

test('circles that overlap are joined by their centres', () => {
  const { start, curves: [curve] } = bowedLine(at(0), at(20), 15, 15);
  assert.deepEqual([start, curve.slice(4)], [[0, 0], [20, 0]]);
});

test('two notes at one place have a line without length', () => {
  const { start, tip } = bowedLine(at(5, 5), at(5, 5), 3, 3);
  assert.deepEqual([start, tip.slice(0, 2)], [[5, 5], [5, 5]]);
  assert.ok(tip.every(Number.isFinite));
});

test('the first place for a name is in the middle of the line', () => {
  const { curves: [[, y1]], spots: [[x, y]] } = bowedLine(at(0), at(130), 10, 20);
  assert.deepEqual([x, y], [60, 0.75 * y1]);
});
