// Colours: those of the page come from its style sheet, those of the groups from here.

import { notes } from '../format/payload.js';
import { colorGroups } from '../model/color-groups.js';
import { relationTypes } from '../model/graph.js';
import { groupOf, groups, isMemory, memoryOf } from '../model/groups.js';
import { DARK_COLOURS, DARK_MEMORY, DARK_RELATIONS, LIGHT_COLOURS, LIGHT_MEMORY, LIGHT_RELATIONS } from '../model/palette.js';
import { state } from '../model/state.js';

export const FONT = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, "Liberation Sans", Arial, sans-serif';
const COLOURS = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'link', 'relation', 'attachment', 'tag', 'card-mark', 'due', 'new'];

/** @type {Record<string, string>} */
export const colour = {};
export const root = document.documentElement;
let isThemeDark = false;
export const isDark = () => isThemeDark;

export function readColours() {
  isThemeDark = root.dataset.theme === 'dark';
  const style = getComputedStyle(root);
  COLOURS.forEach(name => { colour[name] = style.getPropertyValue(`--${name}`).trim(); });
}

/** @param {number} group */
export function colourOfGroup(group) {
  const fixed = state.colour === 'obsidian' && colorGroups.find(({ query }) => query === groups[group]?.[0])?.colour;
  if (fixed) return fixed;
  if (state.colour === 'obsidian') return colour.soft;
  if (isMemory(state.colour)) return colourOfMemory(memoryOf(groups[group]?.[0] ?? ''));
  const palette = isDark() ? DARK_COLOURS : LIGHT_COLOURS;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}

/** @param {number} memory */
const colourOfMemory = memory => (isDark() ? DARK_MEMORY : LIGHT_MEMORY)[memory - 1] ?? colour.soft;

/**
 * The colour of a type of relation: the most used one is plain, the next four have hues, the others are plain again.
 *
 * @param {string} kind
 */
export const colourOfRelation = kind => relationColours()[relationTypes.indexOf(kind) - 1] ?? colour.relation;

export const relationColours = () => isDark() ? DARK_RELATIONS : LIGHT_RELATIONS;

/** @type {Record<string, string>} */
const KIND_COLOURS = { attachment: 'attachment', tag: 'tag', card: 'card-mark' };

/** @param {number} note */
export const colourOf = note => colour[KIND_COLOURS[notes[note].kind ?? '']] ?? colourOfGroup(groupOf(note));
