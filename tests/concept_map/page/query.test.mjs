import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTerm, parseQuery, unsupportedOperator } from '../../../vaultgraph/concept_map/web/src/model/query.js';

const NOTES = [
  { names: ['calor e luz', 'heat'], path: 'Física/Calor e luz.md', tags: ['#Termo/básica'], properties: { situacao: ['Rascunho'], nota: ['9'], lida: null, data: ['2024-03-09'] } },
  { names: ['entropia'], path: 'Física/Entropia.md', tags: [], deck: 'Estudo::Física', properties: { situacao: ['Pronta', 'Rascunho antigo'], nota: ['10'], data: ['2024-11-30'] } },
  { names: ['or'], path: 'OR.md', tags: ['#termologia'] },
  { names: ['falta'], path: '', tags: [] },
];
const lookup = {
  fieldsOf: note => NOTES[note].names,
  pathOf: note => NOTES[note].path,
  tagsOf: note => NOTES[note].tags,
  deckOf: note => NOTES[note].deck ?? '',
  propertiesOf: note => new Map(Object.entries(NOTES[note].properties ?? {})),
};

function find(query) {
  const matches = parseQuery(query, lookup);
  return [...NOTES.keys()].filter(note => NOTES[note].names.some(name => matches(note, name)));
}

const CASES = [
  ['deck:fisica', [1]],
  ['-deck:estudo', [0, 2, 3]],
  ['calor', [0]],
  ['CALÓR', [0]],
  ['luz calor', [0]],
  ['calor heat', []],
  ['"calor e"', [0]],
  ['"calor luz"', []],
  ['calor OR entropia', [0, 1]],
  ['or', [0, 2]],
  ['-calor', [1, 2, 3]],
  ['-heat', [1, 2, 3]],
  ['-(calor OR entropia)', [2, 3]],
  ['(calor OR entropia) luz', [0]],
  ['path:fisica', [0, 1]],
  ['path:"calor e"', [0]],
  ['file:fisica', []],
  ['file:(entropia OR luz)', [0, 1]],
  ['tag:#termo', [0]],
  ['tag:termo', [0]],
  ['tag:#termo/basica', [0]],
  ['tag:#term', []],
  ['-path:fisica', [2, 3]],
  ['path:fisica -tag:termo', [1]],
  ['[situação]', [0, 1]],
  ['["Situação"]', [0, 1]],
  ['[ situação :pronta]', [1]],
  ['-[situação]', [2, 3]],
  ['[lida]', [0]],
  ['[lida:null]', [0]],
  ['[nota:null]', []],
  ['[situação:rascunho]', [0, 1]],
  ['[situação:"rascunho"]', [0]],
  ['[situação: rascunho antigo ]', [1]],
  ['[situação:pronta rascunho]', []],
  ['[situação:(pronta OR rascunho)]', [0, 1]],
  ['[situação:pronta] -path:x entropia', [1]],
  ['[nota:>9]', [1]],
  ['[nota:<10]', [0]],
  ['[data:>2024-06-01]', [1]],
  ['[situação:>3]', []],
  ['[constructor]', []],
  ['[situação:]', [0, 1]],
  ['[]', []],
  ['"calor', [0]],
  ['(calor', [0]],
  ['calor)', [0]],
  ['', []],
  ['OR', []],
  ['OR calor', [0]],
];

for (const [query, found] of CASES) {
  test(`${query || 'an empty query'} finds ${found.length ? found.map(note => NOTES[note].names[0]).join(', ') : 'nothing'}`, () => {
    assert.deepEqual(find(query), found);
  });
}

test('parentheses nested deeper than twenty-one find nothing, however many there are', () => {
  assert.deepEqual(find(`${'('.repeat(21)}calor`), [0]);
  assert.deepEqual(find(`${'('.repeat(22)}calor`), []);
  assert.deepEqual(find(`${'('.repeat(1900)}calor`), []);
});

// It took three seconds each time.
test('a bracket before very many spaces finds nothing', () => {
  for (let n = 0; n < 100; n += 1) assert.deepEqual(find(`[${' '.repeat(1990)}`), []);
});

test('operators that a map cannot answer are named', () => {
  const found = ['line:(a b)', 'a -section:b', '/re gex/', '[status:/do/]', 'task-todo:x'].map(unsupportedOperator);
  assert.deepEqual(found, ['line:', 'section:', '/re gex/', '/do/', 'task-todo:']);
});

test('in quotes they are words', () => {
  assert.equal(unsupportedOperator('"line:" path:a/b/c tag:#x'), undefined);
});

test('the first term is the one that ranks', () => {
  const terms = ['-a path:b "Ção d" e', '(x', 'OR y', '[a:b] z', ''].map(firstTerm);
  assert.deepEqual(terms, ['cao d', 'x', 'y', 'z', '']);
});
