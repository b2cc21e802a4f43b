import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeView, encodeView } from '../../../vaultgraph/concept_map/web/src/model/view-address.js';

const FULL = {
  note: 'Física/Calor, 2.md', from: 'a&b=c#d.md', local: ['x.md', 'y, z.md'], depth: 3, expanded: ['x.md', 'x.md'], folded: ['w.md'], colour: 'folder', areas: 'tag',
  groups: { folder: ['a, b', '…'], tag: ['#x'] }, filter: 'tag:#x -"a, b"', until: '2023-09-22', hidden: ['z.md'], stop: ['i.md'], level: 3, kinds: ['', 'Relações'], hide: ['orphans', 'unresolved'],
  implied: true, mentions: true, camera: [-120.5, 40, 0.75],
};

test('an address has all of a view', () => {
  assert.deepEqual(decodeView(encodeView(FULL)), FULL);
});

test('the map as it opens has no address', () => {
  assert.equal(encodeView({}), '');
  assert.equal(encodeView(decodeView('')), '');
});

test('an address is short and can be read', () => {
  assert.equal(encodeView({ note: 'Calor.md', from: 'Medidas.md' }), 'note=Calor.md&from=Medidas.md');
});

test('plain links alone can be hidden', () => {
  for (const kinds of [['Relações', ''], ['']]) assert.deepEqual(decodeView(encodeView({ kinds })).kinds, kinds);
});

for (const written of ['%E0%A4%A', 'note=%E0%A4%A', '&&==&', 'depth=-3&at=1,2', 'depth=1e9', 'at=1,2,NaN', 'at=1,2,-1', 'colour=__proto__', '__proto__=1', 'x'.repeat(100_000)]) {
  test(`what makes no sense is left out: ${written.slice(0, 30)}`, () => assert.equal(encodeView(decodeView(written)), ''));
}

test('a view too long for an address is the address of its note', () => {
  const many = Array.from({ length: 2000 }, (_, n) => `folder ${n}`);
  assert.equal(encodeView({ note: 'A.md', groups: { folder: many } }), 'note=A.md');
});
