// The page's half of the golden file; Python's is ../test_packed_map.py.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rowsFromColumns, unpack } from '../../../vaultgraph/concept_map/web/src/format/columns.js';
import { computeWeights, derivePrerequisites, expandCards, expandImages, expandLinks, expandNotes } from '../../../vaultgraph/concept_map/web/src/format/compact.js';

const { tables, values, version } = JSON.parse(readFileSync(new URL('../packed_map.json', import.meta.url), 'utf8'));

test('the golden file has the version that the page reads', () => {
  const source = readFileSync(new URL('../../../vaultgraph/concept_map/web/src/format/payload.js', import.meta.url), 'utf8');
  assert.equal(Number(/FORMAT_VERSION = (\d+);/.exec(source)[1]), version);
});

for (const [name, expand] of Object.entries({ notes: expandNotes, links: expandLinks, cards: expandCards, images: expandImages })) {
  test(`packed ${name} expand to the values they were packed from`, async () => {
    assert.deepEqual(expand(await unpack(tables[name])), values[name]);
  });
}

test('rows leave out the fields that are null in their column', () => {
  assert.deepEqual(rowsFromColumns({ label: ['A', 'B'], deck: [null, 'Physics'] }), [{ label: 'A' }, { label: 'B', deck: 'Physics' }]);
});

test('a column with a plus holds differences', () => {
  assert.deepEqual(rowsFromColumns({ '+x': [10, -3, 0] }), [{ x: 10 }, { x: 7 }, { x: 7 }]);
});

test('a table without fields has no rows', () => {
  assert.deepEqual(rowsFromColumns({}), []);
});

test('what to learn before a note follows from relations and the study order, unless it is given', () => {
  const notes = [{ order: 1 }, { order: 3 }, { order: 2 }, { before: [] , order: 4 }, {}];
  const links = [
    { from: 2, to: 1, direction: 1 }, { from: 0, to: 1, direction: -1 }, { from: 0, to: 1, direction: 1 },
    { from: 1, to: 2, direction: 1 }, { from: 0, to: 3, direction: 1 }, { from: 0, to: 2 }, { from: 4, to: 1, direction: 1 },
  ];
  derivePrerequisites(notes, links);
  assert.deepEqual(notes.map(({ before }) => before), [undefined, [0, 2], undefined, [], undefined]);
});

test('the note with the most links has the most weight', () => {
  const notes = Array.from({ length: 18 }, () => ({}));
  computeWeights(notes, [0, 4, 16, ...Array(15).fill(1)]);
  notes.length = 3;
  assert.deepEqual(notes.map(({ weight }) => weight), [0, 0.5, 1]);
});

test('where no note has more links than others, none is large', () => {
  for (const links of [2, 58]) {
    const notes = Array.from({ length: 30 }, () => ({}));
    computeWeights(notes, Array(30).fill(links));
    assert.ok(notes.every(({ weight }) => weight <= 0.5), `each with ${links} links`);
  }
});

test('notes without any link have a weight', () => {
  const notes = [{}];
  computeWeights(notes, [0]);
  assert.deepEqual(notes, [{ weight: 0 }]);
});

test('a text that is not packed is refused', async () => {
  await assert.rejects(unpack('hello'));
});
