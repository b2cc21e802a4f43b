// Groups: the values by which notes can be coloured.

import { getOrAdd, lazy } from '../cache.js';
import { notes, page } from '../format/payload.js';
import { colorGroupOf, colorGroups } from './color-groups.js';
import { isNote } from './graph.js';
import { LIGHT_COLOURS } from './palette.js';
import { state } from './state.js';
import { t } from './strings.js';

/** @type {Record<Colouring, (note: Note, number: number) => string>} */
const groupNamesBy = {
  topic: note => page.topics[note.topic] ?? '',
  folder: note => note.folder?.split('/').slice(0, folderLevel()).join('/') ?? t('root'),
  deck: note => note.deck?.split('::').pop() ?? t('no_deck'),
  tag: note => note.tags?.[0] ?? t('no_tag'),
  obsidian: (_, number) => colorGroupOf(number) ?? t('no_group'),
  memory: note => t(`memory_${note.memory ?? 0}`),
  memory_exam: note => t(`memory_${note.memory_exam ?? 0}`),
};

/** How well the cards of notes are remembered, from best to worst, those that are not learned, and notes without cards. */
const MEMORIES = [5, 4, 3, 2, 1, 0];
const memoryNames = lazy(() => MEMORIES.map(memory => t(`memory_${memory}`)));

/** @param {Colouring} colouring */
export const isMemory = colouring => colouring === 'memory' || colouring === 'memory_exam';

/**
 * How well a group is remembered, by its name; see `Note`.
 *
 * @param {string} name
 */
export const memoryOf = name => MEMORIES[memoryNames().indexOf(name)] ?? 0;

const folders = lazy(() => [...new Set(notes.flatMap(({ folder }) => folder ? [folder] : []))].map(path => path.split('/')));

/** How many levels of folders there are. */
export const deepestLevel = lazy(() => folders().reduce((most, parts) => Math.max(most, parts.length), 1));

/** As many levels as there are colours for their folders, and at least one. */
const usualLevel = lazy(() => {
  let level = deepestLevel();
  while (level > 1 && new Set(folders().map(parts => parts.slice(0, level).join('/'))).size > MAX_GROUPS) level -= 1;
  return level;
});

/** How many levels of folders are distinguished. */
export const folderLevel = () => Math.min(state.level || usualLevel(), deepestLevel());

/**
 * The groups of a colouring with their sizes, in the order of their colours, and the number of each note's group.
 *
 * @typedef {{ groups: [name: string, size: number][], numbers: number[] }} Grouping
 */

/** @type {Map<string, Grouping>} */
const groupings = new Map();

/**
 * @param {Colouring} colouring
 * @returns {Grouping}
 */
export const groupingBy = colouring => getOrAdd(groupings, `${colouring} ${folderLevel()}`, () => groupNotes(colouring));

/**
 * @param {Colouring} colouring
 * @returns {Grouping}
 */
function groupNotes(colouring) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  const names = notes.map((note, number) => isNote(number) ? groupNamesBy[colouring](note, number) : '');
  names.filter(Boolean).forEach(name => sizes.set(name, (sizes.get(name) ?? 0) + 1));
  const groups = [...sizes].sort(comparing(colouring));
  const numbers = new Map(groups.map(([name], number) => [name, number]));
  return { groups, numbers: names.map(name => numbers.get(name) ?? -1) };
}

/**
 * The order of groups: of their colours, and in the legend.
 *
 * @param {Colouring} colouring
 * @returns {(a: [string, number], b: [string, number]) => number}
 */
function comparing(colouring) {
  if (isMemory(colouring)) return ([a], [b]) => memoryOf(b) - memoryOf(a);
  return colouring === 'topic' ? compareTopics : (a, b) => b[1] - a[1];
}

/** @type {[name: string, size: number][]} */
export let groups = [];

/** @type {number[]} */
let groupNumbers = [];

export function updateGroups() {
  ({ groups, numbers: groupNumbers } = groupingBy(state.colour));
}

/** Stands for all groups that have no colour of their own. */
export const OTHERS = '…';

/**
 * By what name a note's group is hidden, under a colouring.
 *
 * @param {Colouring} colouring
 * @param {number} note
 */
function hiddenBy(colouring, note) {
  const { groups: all, numbers } = groupingBy(colouring), number = numbers[note];
  return number >= MAX_GROUPS ? OTHERS : all[number]?.[0] ?? '';
}

/**
 * Whether a group of the note is hidden, under whatever colouring it was.
 *
 * @param {number} note
 */
export function isInHiddenGroup(note) {
  for (const [colouring, names] of state.hiddenGroups) {
    if (names.size && hidingNames(colouring, note).some(name => names.has(name))) return true;
  }
  return false;
}

/**
 * The names that hide a note, if they are hidden: of folders those of all levels.
 *
 * @param {Colouring} colouring
 * @param {number} note
 */
function hidingNames(colouring, note) {
  const { folder } = notes[note], own = hiddenBy(colouring, note);
  if (colouring !== 'folder' || !folder || notes[note].kind) return [own];
  const parts = folder.split('/');
  return [own, ...parts.map((_, level) => parts.slice(0, level + 1).join('/'))];
}

/**
 * Whether a colouring has a group of this name; a folder may be one of any level.
 *
 * @param {Colouring} colouring
 * @param {string} name
 */
export function isGroup(colouring, name) {
  if (name === OTHERS || groupingBy(colouring).groups.some(([group]) => group === name)) return true;
  return colouring === 'folder' && folders().some(parts => `${parts.join('/')}/`.startsWith(`${name}/`));
}

/** @param {number} note */
export function showGroupsOf(note) {
  for (const [colouring, names] of state.hiddenGroups) hidingNames(colouring, note).forEach(name => names.delete(name));
}

/**
 * The names of the groups that are hidden under a colouring.
 *
 * @param {Colouring} colouring
 * @returns {Set<string>}
 */
export const hiddenGroups = colouring => getOrAdd(state.hiddenGroups, colouring, () => new Set());

// Topics keep their numbers, and so their colours, from one map to the next.
const topicNumbers = new Map(page.topics.map((name, number) => [name, number]));

/**
 * @param {[string, number]} first
 * @param {[string, number]} second
 */
const compareTopics = ([a], [b]) => (topicNumbers.get(a) ?? -1) - (topicNumbers.get(b) ?? -1);

/** @param {number} note */
export const groupOf = note => Math.min(groupNumbers[note], MAX_GROUPS);

/**
 * Folders come before topics where they are few enough to colour most notes.
 *
 * @returns {Colouring}
 */
export function defaultColouring() {
  const colours = availableColourings();
  if (colours.includes('memory')) return 'memory';
  return colours[0] === 'folder' && colours.includes('topic') && !doFoldersCoverMost() ? 'topic' : colours[0] ?? 'folder';
}

function doFoldersCoverMost() {
  const sizes = new Map(), written = notes.filter(note => !note.kind);
  written.forEach((note, number) => sizes.set(groupNamesBy.folder(note, number), (sizes.get(groupNamesBy.folder(note, number)) ?? 0) + 1));
  const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, MAX_GROUPS);
  return 2 * largest.reduce((sum, size) => sum + size, 0) > written.length;
}

/** What the areas of the atlas can be. */
export const availableAreas = () => /** @type {Areas[]} */ (availableColourings().filter(name => name !== 'obsidian' && !isMemory(name)));

const MAX_IN_ONE = 0.7;

/**
 * Folders, unless nearly all notes are in one of them.
 *
 * @returns {Areas}
 */
export function defaultAreas() {
  const areas = availableAreas(), sizes = new Map(), written = notes.filter(note => !note.kind);
  for (const { folder = '' } of written) sizes.set(folder.split('/')[0], (sizes.get(folder.split('/')[0]) ?? 0) + 1);
  const isOneLarge = [...sizes.values()].some(size => size > MAX_IN_ONE * written.length);
  return areas.includes('folder') && !(isOneLarge && areas.includes('topic')) ? 'folder' : areas.includes('topic') ? 'topic' : areas[0] ?? 'folder';
}

export function availableColourings() {
  const written = notes.filter(note => !note.kind);
  const has = {
    obsidian: colorGroups.length > 0,
    folder: new Set(written.map(note => note.folder)).size > 1,
    topic: page.topics.length > 0,
    deck: written.some(note => note.deck),
    tag: written.some(note => note.tags),
    memory: written.some(note => note.memory),
    memory_exam: written.some(note => note.memory_exam),
  };
  const colourings = /** @type {Colouring[]} */ (Object.keys(has));
  return colourings.filter(name => has[name]);
}

export const MAX_GROUPS = LIGHT_COLOURS.length;
