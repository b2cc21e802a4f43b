import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Taps } from '../../../vaultgraph/concept_map/web/src/model/taps.js';

const tap = (taps, note, time, x = 100) => taps.noteOf(note, { x, y: 100 }, time);

test('the second of two taps means the note of the first, whatever has moved there', () => {
  const taps = new Taps();
  assert.deepEqual([tap(taps, 7, 0), tap(taps, -1, 200), tap(taps, 8, 300, 110)], [7, 7, 7]);
});

test('later, or elsewhere, a tap means what is there', () => {
  const taps = new Taps();
  assert.deepEqual([tap(taps, 7, 0), tap(taps, -1, 600), tap(taps, 8, 700), tap(taps, 9, 800, 200)], [7, -1, 8, 9]);
});
