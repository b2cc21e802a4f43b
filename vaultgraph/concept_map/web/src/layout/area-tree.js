// What the areas of the atlas are: folders, topics, decks or tags, nested as their names are.

import { getOrAdd } from '../cache.js';
import { notes, page } from '../format/payload.js';
import { foldedLabels } from '../model/graph.js';
import { t } from '../model/strings.js';
import { countNotes } from './areas.js';

/** @typedef {import('./areas.js').AreaTree} AreaTree */

/**
 * The names of the areas around a note, the outermost first; none for a note of the root.
 *
 * @type {Record<Areas, (note: Note) => string[]>}
 */
const areasOf = {
  folder: ({ folder }) => folder ? folder.split('/') : [],
  topic: ({ topic }) => [page.topics[topic] ?? t('unlinked_area')],
  deck: ({ deck }) => deck ? deck.split('::') : [t('no_deck')],
  tag: ({ tags }) => tags?.[0] ? tags[0].split('/') : [t('no_tag')],
};

/** Deeper areas are one with that around them: they could not be seen. */
const MAX_DEPTH = 20;

/**
 * @param {Areas} by
 * @param {number[]} shown
 * @returns {AreaTree}
 */
export function areaTree(by, shown) {
  /** @typedef {{ notes: number[], areas: Map<string, Branch> }} Branch */
  /** @type {() => Branch} */
  const empty = () => ({ notes: [], areas: new Map() });
  const root = empty(), others = empty();
  for (const note of shown) {
    const { kind, topic } = notes[note], isPlaced = !kind || (by === 'topic' && topic >= 0);
    let branch = isPlaced ? root : others;
    const names = isPlaced ? areasOf[by](notes[note]) : [t(`all_${kind}`)];
    for (const name of names.slice(0, MAX_DEPTH)) branch = getOrAdd(branch.areas, name, empty);
    branch.notes.push(note);
  }
  const { areas, notes: own } = treeOf('', withoutShell(root)), rest = treeOf('', others).areas;
  if (!own.length || !(areas.length + rest.length)) return { name: '', notes: own, areas: [...areas, ...rest] };
  return { name: '', notes: [], areas: [...[...areas, { name: page.title, notes: own, areas: [] }].sort(bySize), ...rest] };

  /** @type {(branch: Branch) => Branch} */
  function withoutShell(branch) {
    const [only, ...more] = branch.areas.values();
    return only && !more.length && !branch.notes.length && !only.notes.length ? withoutShell(only) : branch;
  }

  /** @type {(name: string, branch: Branch) => AreaTree} */
  function treeOf(name, branch) {
    const inner = [...branch.areas];
    // A folder that has nothing but one other folder shares its area.
    if (inner.length === 1 && !branch.notes.length && name) return treeOf(`${name}/${inner[0][0]}`, inner[0][1]);
    return {
      name, notes: branch.notes.sort(by === 'topic' ? undefined : byName),
      areas: inner.map(([each, area]) => treeOf(each, area)).sort(bySize),
    };
  }
}

const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
/** So many names are compared in a moment; more are sorted by their characters. */
const MAX_COLLATED = 20_000;

/**
 * @param {number} a
 * @param {number} b
 */
const byName = (a, b) => notes.length < MAX_COLLATED ? compare(notes[a].label, notes[b].label) : foldedLabels[a] < foldedLabels[b] ? -1 : 1;

/**
 * The largest first: areas next to each other are about as high then.
 *
 * @param {AreaTree} a
 * @param {AreaTree} b
 */
const bySize = (a, b) => countNotes(b) - countNotes(a) || compare(a.name, b.name);
