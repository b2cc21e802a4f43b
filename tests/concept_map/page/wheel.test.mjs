import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixels, WheelGestures, zoomFactor } from '../../../vaultgraph/concept_map/web/src/model/wheel.js';

const wheel = values => ({ deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, timeStamp: 0, ...values });
const NOTCH = wheel({ deltaY: 120 }), LINES = wheel({ deltaY: 3, deltaMode: 1 });

test('lines and pages count as pixels', () => {
  assert.deepEqual([pixels(LINES), pixels(wheel({ deltaY: -1, deltaMode: 2 }))], [[0, 60], [0, -400]]);
});

test('zooming is in proportion to the movement', () => {
  const small = zoomFactor(wheel({ deltaY: -10 })), large = zoomFactor(wheel({ deltaY: -100 }));
  assert.ok(small > 1 && large > small);
  assert.ok(Math.abs(small ** 10 - large) < 1e-9);
});

test('there and back again is where one was', () => {
  assert.ok(Math.abs(zoomFactor(NOTCH) * zoomFactor(wheel({ deltaY: -120 })) - 1) < 1e-9);
});

test('seven notches lead from the fit of a large map to readable names', () => {
  const notches = Math.log(0.9 / 0.154) / Math.log(zoomFactor(wheel({ deltaY: -120 })));
  assert.ok(notches < 8, `${notches} notches`);
});

test('a pinch zooms more, for its movements are small', () => {
  assert.ok(zoomFactor(wheel({ deltaY: -10, ctrlKey: true })) > zoomFactor(wheel({ deltaY: -10 })));
});

for (const [name, event, pans] of [
  ['a notch of a wheel', NOTCH, false],
  ['lines', LINES, false],
  ['two fingers, slowly', wheel({ deltaY: 3 }), true],
  ['two fingers, aside', wheel({ deltaX: 60, deltaY: 80 }), true],
  ['a pinch', wheel({ deltaY: 3, ctrlKey: true }), false],
]) test(`${name}: ${pans ? 'pans' : 'zooms'}`, () => assert.equal(new WheelGestures().pans(event), pans));

test('a gesture stays what it has begun as', () => {
  const gestures = new WheelGestures();
  const kinds = [3, 20, 90, 12].map((deltaY, step) => gestures.pans(wheel({ deltaY, timeStamp: step * 16 })));
  assert.deepEqual(kinds, [true, true, true, true]);
  assert.equal(gestures.pans({ ...NOTCH, timeStamp: 1000 }), false);
  assert.equal(gestures.pans(wheel({ deltaY: 4, timeStamp: 1100 })), false);
});
