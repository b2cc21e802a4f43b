// The legend: what the colours and lines mean, and what to hide.

import { byId, heading, make } from '../dom.js';
import { arePlainLinksDashed } from '../drawing/links.js';
import { colourOfGroup, colourOfRelation } from '../drawing/theme.js';
import { isLayered, links, mentions, notes } from '../format/payload.js';
import { ringOf, waitingCount } from '../model/due.js';
import { isNote, LINKAGES, linkageOf, relationCounts, relationTypes } from '../model/graph.js';
import { availableAreas, availableColourings, deepestLevel, folderLevel, groupingBy, groups, hiddenGroups, MAX_GROUPS, OTHERS, updateGroups } from '../model/groups.js';
import { isLocal, state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';
import { commands } from './commands.js';
import { swatch } from './elements.js';
import { allOrNone, applyChange, filterRow, hideIn, showAs } from './filter-rows.js';
import { keptFileSection } from './kept-file.js';
import { directionsLabel } from './local-graph.js';
import { presetSection } from './presets.js';
import { timeSection } from './time.js';

export function showLegend() {
  byId('legend').replaceChildren(
    ...filterSection(), directions(), ...areaChoice(), colourChoice(), ...levelChoice(), ...groupRows(), ...hiddenRows(), ...kindRows(), ...specialRows(), ...timeSection(), ...presetSection(), ...keptFileSection(),
  );
}

/** What the sides of a local graph mean. */
const directions = () => make('p', { id: 'directions', textContent: directionsLabel(), hidden: !isLocal() });

// The search that was kept.
function filterSection() {
  if (!state.filter) return [];
  const clear = make('button', { className: 'only', textContent: t('clear'), ariaLabel: t('clear_filter'), click: () => setFilter('') });
  const words = make('span', { className: 'name', textContent: state.filter, title: state.filter });
  return [heading(t('filter')), make('div', { className: 'line kept' }, words, clear)];
}

/**
 * Show all notes that a query finds, not only those of a local graph.
 *
 * @param {string} query
 */
export function showMatches(query) {
  commands.closeLocal();
  state.isFitted = true;
  setFilter(query);
}

/** @param {string} query */
export function setFilter(query) {
  state.filter = query;
  showLegend();
  applyChange({ isAllFitted: state.isFitted });
}

function colourChoice() {
  const options = availableColourings().map(
    name => make('option', { value: name, textContent: t(`by_${name}`), selected: name === state.colour }),
  );
  if (options.length < 2) return heading(t(`by_${state.colour}`));
  const choice = make('select', { id: 'colour', change: () => colourBy(/** @type {Colouring} */ (choice.value)) }, ...options);
  return make('label', { className: 'by' }, t('colour'), choice);
}

/** How far folders are rolled up. */
function levelChoice() {
  if (state.colour !== 'folder' || deepestLevel() < 2) return [];
  /** @type {(text: string, step: number, title: string) => Element} */
  const button = (text, step, title) => {
    const level = folderLevel() + step;
    return make('button', { textContent: text, title: t(title), ariaLabel: t(title), disabled: level < 1 || level > deepestLevel(), click: () => showLevel(level) });
  };
  const label = make('span', { className: 'name', textContent: countLabel('levels', folderLevel()) });
  return [make('div', { className: 'by levels' }, label, button('−', -1, 'level_less'), button('+', 1, 'level_more'))];
}

/** @param {number} level */
function showLevel(level) {
  state.level = level;
  updateGroups();
  showLegend();
  applyChange();
}

// In the atlas.
function areaChoice() {
  const areas = availableAreas();
  if (isLayered || areas.length < 2) return [];
  const options = areas.map(name => make('option', { value: name, textContent: t(`by_${name}`), selected: name === state.areas }));
  const choice = make('select', { id: 'areas', change: () => showAreas(/** @type {Areas} */ (choice.value)) }, ...options);
  return [make('label', { className: 'by' }, t('areas'), choice)];
}

/** @param {Areas} areas */
function showAreas(areas) {
  state.areas = areas;
  applyChange({ isAllFitted: true });
}

/** @param {Colouring} name */
function colourBy(name) {
  state.colour = name;
  updateGroups();
  showLegend();
  byId('colour').focus();
  applyChange();
}

function groupRows() {
  const hidden = hiddenGroups(state.colour), named = groups.slice(0, MAX_GROUPS);
  const others = groups.slice(MAX_GROUPS).reduce((sum, [, size]) => sum + size, 0);
  const all = [...named.map(([name]) => name), ...others ? [OTHERS] : []];
  const rows = named.map(([name, size], group) => {
    const mark = make('i', { className: 'swatch' });
    mark.style.background = colourOfGroup(group);
    return filterRow(mark, shortNameOf(name), size, hideIn(hidden, name, all), name);
  });
  if (others) rows.push(filterRow(make('i', { className: 'swatch lone' }), t('others'), others, hideIn(hidden, OTHERS, all)));
  return all.length > 2 ? [allOrNone(hidden, all), ...rows] : rows;
}

// What was hidden under another colouring stays hidden, and can be shown again.
function hiddenRows() {
  const listed = new Set([OTHERS, ...groups.slice(0, MAX_GROUPS).map(([name]) => name)]);
  const rows = availableColourings().flatMap(colouring => [...hiddenGroups(colouring)].filter(name => colouring !== state.colour || !listed.has(name)).map(name => {
    const size = groupingBy(colouring).groups.find(([other]) => other === name)?.[1] ?? 0;
    const label = name === OTHERS ? t('others') : name;
    return filterRow(make('i', { className: 'swatch hollow' }), `${t(`by_${colouring}`)}: ${label}`, size, hideIn(hiddenGroups(colouring), name));
  }));
  const single = [...state.hiddenNotes].map(note => filterRow(swatch(note), notes[note].label, '', hideIn(state.hiddenNotes, note)));
  const linksOf = [...state.unlinked].map(note => filterRow(make('i', { className: plainStroke }), t('links_of', notes[note].label), '', hideIn(state.unlinked, note)));
  const all = [...rows, ...single, ...linksOf];
  return all.length ? [heading(t('hidden')), ...all] : [];
}

const plainStroke = arePlainLinksDashed ? 'stroke plain dashed' : 'stroke plain';

function kindRows() {
  if (!links.length) return [];
  const kinds = relationCounts.has('') ? [...relationTypes, ''] : relationTypes;
  const rows = kinds.map(kind => filterRow(
    kind ? strokeOf(kind) : make('i', { className: plainStroke }),
    kind || t('plain'), relationCounts.get(kind) ?? 0, hideIn(state.hiddenKinds, kind, kinds),
  ));
  return [heading(t('relations')), ...kinds.length > 2 ? [allOrNone(state.hiddenKinds, kinds)] : [], ...rows];
}

/** @param {string} kind */
function strokeOf(kind) {
  const mark = make('i', { className: 'stroke' });
  mark.style.borderColor = colourOfRelation(kind);
  return mark;
}

function specialRows() {
  const rows = linkageRows();
  for (const sort of /** @type {NoteKind[]} */ (['unresolved', 'attachment', 'tag', 'card'])) {
    const members = notes.map((_, note) => note).filter(note => notes[note].kind === sort);
    if (members.length) rows.push(filterRow(swatch(members[0]), t(`all_${sort}`), members.length, hideIn(state.hiddenSorts, sort)));
  }
  const implied = links.filter(link => link.implied).length;
  if (implied) {
    const mark = make('i', { className: `${plainStroke} faint` });
    rows.push(filterRow(mark, t('implied'), implied, showAs('showImplied'), t('implied_why')));
  }
  if (mentions.length) rows.push(filterRow(make('i', { className: 'stroke dotted' }), t('mentions'), mentions.length, showAs('showMentions'), t('mentions_why')));
  return rows.length ? [heading(t('show')), ...rows, ...ringRows()] : ringRows();
}

/** Notes by whether other notes link to them. */
function linkageRows() {
  const members = notes.map((_, note) => note).filter(isNote), sizes = LINKAGES.map(linkage => members.filter(note => linkageOf(note) === linkage).length);
  const present = LINKAGES.filter((_, place) => sizes[place]);
  if (present.length < 2) return [];
  return present.map(linkage => filterRow(
    make('i', { className: `linkage ${linkage}` }), t(linkage), sizes[LINKAGES.indexOf(linkage)], hideIn(state.hiddenLinkages, linkage, present),
  ));
}

/** Cards that wait: rings of notes with cards that are due, and of those with new ones only. */
function ringRows() {
  const waiting = notes.map((_, note) => note).filter(waitingCount);
  return ['due', 'new'].filter(ring => waiting.some(note => ringOf(note) === ring)).map(ring => {
    const name = make('span', { className: 'name', textContent: t(`ring_${ring}`) });
    return make('div', { className: 'row' }, make('i', { className: `swatch ring ${ring}` }), name);
  });
}

/**
 * A folder or a query by its last part, or by the last two where that is not unique.
 *
 * @param {string} name
 */
function shortNameOf(name) {
  if (state.colour !== 'folder' && state.colour !== 'obsidian') return name;
  const end = name.split('/').pop() ?? '';
  const isClear = groups.filter(([other]) => other.split('/').pop() === end).length === 1;
  return isClear ? end : name.split('/').slice(-2).join('/');
}
