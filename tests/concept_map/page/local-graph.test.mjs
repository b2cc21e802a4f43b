import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutLocalGraph } from '../../../vaultgraph/concept_map/web/src/layout/local-graph.js';

const SIZE = [120, 50];

/** A link is written `a>b` if it has a direction, `a-b` if it is plain, `a~b` if it is a relation without one. */
function layout(written, centres = [0]) {
  const links = written.split(' ').filter(Boolean).map((each, number) => {
    const [, from, sign, to] = /(\d+)(.)(\d+)/.exec(each);
    return { number, from: Number(from), to: Number(to), kind: { '>': 'Leads to', '~': 'Related', '-': '' }[sign], isOrdered: sign === '>' };
  });
  const notes = [...new Set([...centres, ...links.flatMap(({ from, to }) => [from, to])])];
  return { notes, links, ...layoutLocalGraph({ notes, links, centres, sizeOf: () => SIZE, widthOfName: kind => 8 * kind.length }) };
}

const boxOf = ({ x, y }) => ({ left: x - SIZE[0] / 2, right: x + SIZE[0] / 2, top: y - SIZE[1] / 2, bottom: y + SIZE[1] / 2 });

function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('what is learned before a note is above it, what follows is below', () => {
  const { places } = layout('1>0 0>2 3>1');
  assert.ok(places.get(3).y < places.get(1).y && places.get(1).y < places.get(0).y && places.get(0).y < places.get(2).y);
  assert.deepEqual(places.get(0), { x: 0, y: 0 });
});

test('what links to it is on the left, what it links to and is related to on the right', () => {
  const { places } = layout('1-0 0-2 3~0 0~4 5>0');
  assert.ok(places.get(1).x < 0 && places.get(3).x < 0);
  assert.ok(places.get(2).x > 0 && places.get(4).x > 0);
  assert.equal(places.get(5).x, 0);
});

test('what is at the side of a note at the side is farther out', () => {
  const { places } = layout('0-1 1-2 3-1');
  assert.ok(places.get(2).x > places.get(1).x && places.get(3).x > places.get(1).x);
});

test('many notes that are linked alike are a stack, with one line for all', () => {
  const { stacks, courses } = layout('0-1 0-2 0-3 0-4 0-5 6-0');
  assert.deepEqual(stacks.map(({ notes }) => notes), [[1, 2, 3, 4, 5]]);
  assert.deepEqual([...courses.keys()], [0, 5]);
  assert.equal(courses.get(0).points.at(-1)[0], stacks[0].box.left - 3);
});

test('many notes that follow from one are a stack below it', () => {
  const { stacks, places } = layout('0>1 0>2 0>3 0>4 0>5 0>6 6>7');
  assert.deepEqual(stacks.map(({ notes }) => notes), [[1, 2, 3, 4, 5]]);
  assert.ok(stacks[0].box.top > places.get(0).y);
});

test('an index is above a part of which it links to every note, joined with its beginning only', () => {
  const { places, extra } = layout('1>2 2>3 0-3 0-1 0-2');
  assert.ok(places.get(0).y < places.get(1).y && places.get(1).y < places.get(2).y);
  assert.deepEqual([...extra].sort(), [2, 4]);
});

test('relations that go round in a circle are laid out', () => {
  const { places } = layout('0>1 1>2 2>0');
  assert.equal(places.size, 3);
});

test('centres are joined by the links between them, as those of a path are', () => {
  const { extra, places } = layout('1-0 1-2 3-2', [0, 1, 2, 3]);
  assert.equal(extra.size, 0);
  assert.ok(places.get(1).y < places.get(0).y && places.get(1).y < places.get(2).y && places.get(3).y < places.get(2).y);
});

test('several centres that nothing joins are all there', () => {
  const { places } = layout('0-2 1-3', [0, 1]);
  assert.equal(places.size, 4);
});

/** The same numbers for the same seed. */
function* chance(seed) {
  for (let state = seed; ; state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) yield state / 2_147_483_648;
}

test('no note lies over another one, whatever the graph, and every note has its place', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = chance(seed), next = most => Math.floor(random.next().value * most);
    random.next();
    const count = 2 + next(40), signs = ['>', '-', '~'];
    const written = Array.from({ length: count * 2 }, () => `${next(count)}${signs[next(3)]}${next(count)}`).filter(link => !/^(\d+).\1$/.test(link));
    const { notes, places, links, courses, stacks } = layout(written.join(' '));
    assert.equal(places.size, notes.length, `seed ${seed}`);
    const boxes = [...places.values()].map(boxOf);
    boxes.forEach((box, at) => assert.ok(boxes.slice(at + 1).every(other => !overlaps(box, other)), `seed ${seed}`));
    const bundled = new Set(stacks.flatMap(stack => stack.links.slice(1)));
    for (const { number } of links) assert.equal(courses.has(number), !bundled.has(number), `seed ${seed}`);
    for (const { points } of courses.values()) assert.ok(points.flat().every(Number.isFinite), `seed ${seed}`);
  }
});
