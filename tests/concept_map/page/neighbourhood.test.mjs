import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbourhood, INITIAL_NOTES } from '../../../vaultgraph/concept_map/web/src/model/neighbourhood.js';

/** A chain 0 - 1 - ... - 9, where 3 is learned before 1, and 7 before 3. */
const CHAIN = {
  neighbours: note => [note - 1, note + 1].filter(other => other >= 0 && other < 10),
  before: note => ({ 1: [3], 3: [7] })[note] ?? [],
};

const around = (local, graph = CHAIN) => [...neighbourhood({ depth: 1, expanded: [], folded: [], ...local }, graph).keys()];

test('it has what is next to its centre', () => {
  assert.deepEqual(around({ centres: [5] }), [5, 4, 6]);
});

test('it has what leads to its centre, however far it is', () => {
  assert.deepEqual(around({ centres: [1] }), [1, 0, 2, 3, 7]);
});

test('its depth is how many links a note may be away', () => {
  assert.deepEqual(around({ centres: [5], depth: 2 }), [5, 4, 6, 3, 7]);
  assert.deepEqual(around({ centres: [1, 8], depth: 0 }), [1, 8]);
});

test('it can have several centres', () => {
  assert.deepEqual(around({ centres: [0, 9] }), [0, 9, 1, 8]);
});

test('a note can be expanded', () => {
  assert.deepEqual(around({ centres: [5], expanded: [6, 7] }), [5, 4, 6, 7, 8]);
});

test('nothing is shown beyond a folded note, unless something else leads there', () => {
  assert.deepEqual(around({ centres: [5], depth: 3, folded: [6] }), [5, 4, 6, 3, 2]);
  assert.deepEqual(around({ centres: [5], folded: [5] }), [5]);
});

test('what is not shown cannot be expanded', () => {
  assert.deepEqual(around({ centres: [5], expanded: [9] }), [5, 4, 6]);
});

const HUB = { neighbours: note => note ? [0] : Array.from({ length: 500 }, (_, at) => at + 1), before: () => [] };

test('of very many neighbours the most important are shown, and more with each expansion', () => {
  assert.equal(around({ centres: [0] }, HUB).length, INITIAL_NOTES);
  assert.equal(around({ centres: [0], expanded: [0] }, HUB).length, INITIAL_NOTES + 30);
  assert.equal(around({ centres: [0], expanded: Array(40).fill(0) }, HUB).length, 240);
  assert.deepEqual(around({ centres: [0] }, HUB).slice(0, 3), [0, 1, 2]);
});
