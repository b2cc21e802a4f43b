import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortestPath } from '../../../vaultgraph/concept_map/web/src/model/shortest-path.js';

// The path between two notes of a graph of links [from, to], as links.
const between = (start, end, links) => shortestPath(
  start, end,
  note => [...links.keys()].filter(link => links[link].includes(note)),
  (link, note) => links[link][0] === note ? links[link][1] : links[link][0],
);

test('the path takes the fewest links', () => {
  assert.deepEqual(between(0, 3, [[0, 1], [1, 2], [2, 3], [1, 3]]), [0, 3]);
});

test('links lead in either direction', () => {
  assert.deepEqual(between(0, 2, [[1, 0], [2, 1]]), [0, 1]);
});

test('of two equally short paths the one by the first link is taken', () => {
  assert.deepEqual(between(0, 3, [[0, 2], [0, 1], [1, 3], [2, 3]]), [0, 3]);
});

test('of two links between the same notes the first is taken', () => {
  assert.deepEqual(between(0, 1, [[1, 0], [0, 1]]), [0]);
});

test('from a note to itself there is no link to take', () => {
  assert.deepEqual(between(1, 1, [[0, 1]]), []);
});

test('between unconnected notes there is no path', () => {
  assert.equal(between(0, 2, [[0, 1], [2, 3]]), null);
});

test('a cycle does not trap it', () => {
  assert.deepEqual(between(0, 4, [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4]]), [2, 3, 4]);
});
