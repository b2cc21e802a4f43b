import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from '../../../vaultgraph/concept_map/web/src/layout/wrap.js';

/** Ten letters in a line. */
const wrapped = title => wrap(title, 10, words => [...words].length);

test('a short title is one line', () => assert.deepEqual(wrapped('Softmax'), ['Softmax']));

test('lines are about equally long', () => assert.deepEqual(wrapped('one two three'), ['one two', 'three']));

test('the third line is the last', () => assert.deepEqual(wrapped('aaaaaaaa bbbbbbbb cccccccc dddddddd'), ['aaaaaaaa', 'bbbbbbbb', 'cccccccc…']));

test('text without spaces is broken between letters', () => {
  assert.deepEqual(wrapped('概念概念概念概念概念概念'), ['概念概念概念概念概念', '概念']);
});

test('a title of white space is still something', () => {
  assert.deepEqual([wrapped(''), wrapped('  ').length], [['·'], 1]);
});
