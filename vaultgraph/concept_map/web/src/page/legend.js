// The legend: what the colours and lines mean, and what to hide.

import { byId, heading, make } from '../dom.js';
import { arePlainLinksDashed } from '../drawing/links.js';
import { colourOfGroup } from '../drawing/theme.js';
import { links, notes } from '../format/payload.js';
import { isOrphan, relationCounts, relationTypes } from '../model/graph.js';
import { availableColourings, groups, MAX_GROUPS, updateGroups } from '../model/groups.js';
import { state } from '../model/state.js';
import { t } from '../model/strings.js';
import { swatch } from './elements.js';
import { updateView } from './view.js';

export function showLegend() {
  byId('legend').replaceChildren(
    colourChoice(), ...groupRows(), ...kindRows(), ...specialRows(),
  );
}

function colourChoice() {
  const options = availableColourings().map(
    name => make('option', { value: name, textContent: t(`by_${name}`), selected: name === state.colour }),
  );
  if (options.length < 2) return heading(t(`by_${state.colour}`));
  const choice = make('select', { id: 'colour', change: () => colourBy(/** @type {Colouring} */ (choice.value)) }, ...options);
  return make('label', { className: 'by' }, t('colour'), choice);
}

/** @param {Colouring} name */
function colourBy(name) {
  state.colour = name;
  state.hiddenGroups.clear();
  updateGroups();
  showLegend();
  byId('colour').focus();
  updateView();
}

function groupRows() {
  const rows = groups.slice(0, MAX_GROUPS).map(([name, size], group) => {
    const mark = make('i', { className: 'swatch' });
    mark.style.background = colourOfGroup(group);
    return filterRow(mark, shortNameOf(name), size, hideIn(state.hiddenGroups, group), name);
  });
  const others = groups.slice(MAX_GROUPS).reduce((sum, [, size]) => sum + size, 0);
  if (others) rows.push(filterRow(make('i', { className: 'swatch lone' }), t('others'), others, hideIn(state.hiddenGroups, MAX_GROUPS)));
  return rows;
}

const plainStroke = arePlainLinksDashed ? 'stroke plain dashed' : 'stroke plain';

function kindRows() {
  if (!links.length) return [];
  const kinds = relationCounts.has('') ? [...relationTypes, ''] : relationTypes;
  const rows = kinds.map(kind => filterRow(
    make('i', { className: kind ? 'stroke' : plainStroke }),
    kind || t('plain'), relationCounts.get(kind) ?? 0, hideIn(state.hiddenKinds, kind),
  ));
  return [heading(t('relations')), ...rows];
}

function specialRows() {
  const orphans = notes.filter((_, note) => isOrphan(note)).length;
  const rows = [];
  if (orphans) rows.push(filterRow(make('i', { className: 'swatch lone' }), t('orphans'), orphans, hideAs('hideOrphans')));
  for (const sort of /** @type {NoteKind[]} */ (['unresolved', 'attachment', 'tag', 'card'])) {
    const members = notes.map((_, note) => note).filter(note => notes[note].kind === sort);
    if (members.length) rows.push(filterRow(swatch(members[0]), t(`all_${sort}`), members.length, hideIn(state.hiddenSorts, sort)));
  }
  const implied = links.filter(link => link.implied).length;
  if (implied) {
    const mark = make('i', { className: `${plainStroke} faint` });
    rows.push(filterRow(mark, t('implied'), implied, showAs('showImplied'), t('implied_why')));
  }
  return rows.length ? [heading(t('show')), ...rows] : [];
}

/**
 * @template T
 * @param {Set<T>} set
 * @param {T} member
 * @returns {Filter}
 */
const hideIn = (set, member) => ({
  isShown: !set.has(member),
  set: isShown => isShown ? set.delete(member) : set.add(member),
});

/**
 * @param {'hideOrphans'} name
 * @returns {Filter}
 */
const hideAs = name => ({ isShown: !state[name], set: isShown => { state[name] = !isShown; } });

/**
 * @param {'showImplied'} name
 * @returns {Filter}
 */
const showAs = name => ({ isShown: state[name], set: isShown => { state[name] = isShown; } });

/**
 * A folder by its last part, or by the last two where that is not unique.
 *
 * @param {string} name
 */
function shortNameOf(name) {
  if (state.colour !== 'folder') return name;
  const end = name.split('/').pop() ?? '';
  const isClear = groups.filter(([other]) => other.split('/').pop() === end).length === 1;
  return isClear ? end : name.split('/').slice(-2).join('/');
}

/**
 * @param {Element} mark
 * @param {string} name
 * @param {number} size
 * @param {Filter} filter
 * @param {string} [title]
 */
function filterRow(mark, name, size, { isShown, set }, title = name) {
  const box = make('input', { type: 'checkbox', checked: isShown, change: () => { set(box.checked); updateView(); } });
  const spans = [make('span', { className: 'name', textContent: name }), make('span', { className: 'number', textContent: size })];
  return make('label', { className: 'row', title }, box, mark, ...spans);
}
