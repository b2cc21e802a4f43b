import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prerequisitesAmong } from '../../../vaultgraph/concept_map/web/src/model/prerequisites.js';

const NOTES = [{ order: 4, before: [1, 2] }, { order: 3, before: [3] }, { order: 1 }, { order: 2, before: [2] }, {}];

test('all that a note builds on, first things first', () => {
  assert.deepEqual(prerequisitesAmong(NOTES, 0), [2, 3, 1]);
});

test('a note that builds on nothing, or has no place, has no prerequisites', () => {
  assert.deepEqual([prerequisitesAmong(NOTES, 2), prerequisitesAmong(NOTES, 4)], [[], []]);
});
