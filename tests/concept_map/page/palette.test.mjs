import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DARK_COLOURS, DARK_MEMORY, DARK_RELATIONS, LIGHT_COLOURS, LIGHT_MEMORY, LIGHT_RELATIONS } from '../../../vaultgraph/concept_map/web/src/model/palette.js';

const style = readFileSync(new URL('../../../vaultgraph/concept_map/web/map.css', import.meta.url), 'utf8');
const [light, dark] = [/:root \{([^}]*)\}/, /\[data-theme=dark\] \{([^}]*)\}/].map(block => (
  Object.fromEntries([...block.exec(style)[1].matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
));

const linear = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const times = (matrix, vector) => matrix.map(row => row.reduce((sum, factor, at) => sum + factor * vector[at], 0));

const TO_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];
const WHITE = [0.95047, 1, 1.08883];

function lab(rgb) {
  const [x, y, z] = times(TO_XYZ, rgb).map((value, at) => value / WHITE[at]).map(t => t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const EYES = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const seen = (hex, eye) => lab(times(eye, linear(hex)).map(c => Math.min(1, Math.max(0, c))));
const distance = (a, b) => Math.hypot(...a.map((value, at) => value - b[at]));

for (const [name, colours] of Object.entries({
  'groups, light': [...LIGHT_COLOURS, light.soft], 'groups, dark': [...DARK_COLOURS, dark.soft],
  'memory, light': [...LIGHT_MEMORY, light.soft], 'memory, dark': [...DARK_MEMORY, dark.soft],
  'relations, light': [...LIGHT_RELATIONS, light.relation], 'relations, dark': [...DARK_RELATIONS, dark.relation],
})) {
  for (const [eye, matrix] of Object.entries(EYES)) {
    test(`any two colours can be distinguished: ${name}, ${eye}`, () => {
      const labs = colours.map(hex => seen(hex, matrix));
      labs.forEach((a, at) => labs.slice(at + 1).forEach((b, more) => (
        assert.ok(distance(a, b) >= 12, `${colours[at]} ${colours[at + 1 + more]} ${distance(a, b)}`)
      )));
    });
  }
}

const luminance = hex => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0];

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

for (const [theme, colours, groups, relations] of [['light', light, [...LIGHT_COLOURS, ...LIGHT_MEMORY], LIGHT_RELATIONS], ['dark', dark, [...DARK_COLOURS, ...DARK_MEMORY], DARK_RELATIONS]]) {
  test(`colours stand out from the paper: ${theme}`, () => {
    for (const hex of [...groups, colours.link]) assert.ok(contrast(hex, colours.paper) >= 3, hex);
    for (const hex of [...relations, colours.relation]) assert.ok(contrast(hex, colours.paper) >= 4.5, hex);
  });
}
