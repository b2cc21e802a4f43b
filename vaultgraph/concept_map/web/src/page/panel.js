// The panel: everything about the selected note.

import { byId, heading, make } from '../dom.js';
import { furtherCount } from '../drawing/badges.js';
import { links, notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { dueLabel, waitingCount } from '../model/due.js';
import { cardsOf, incoming, isNote, isOrphan, isUnresolved, outgoing, relationTypes } from '../model/graph.js';
import { isPathEndpoint, notesOnPath, pathLabel } from '../model/path.js';
import { isCentre, isLocal, state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';
import { followers, isOnMap, learned, prerequisites } from '../model/study.js';
import { addressInObsidian } from './address.js';
import { nodeOf } from './card-text.js';
import { commands } from './commands.js';
import { closeButton, hoverHandlers, kindLabel, swatch } from './elements.js';
import { picture } from './images.js';
import { isNarrow } from './layout.js';
import { mentionSections } from './mention-sections.js';
import { promptForTarget } from './path-bar.js';

const MAX_CHIPS = 60, MAX_PREREQUISITES = 12;

/** @param {number} note */
export function fillPanel(note) {
  const { label, target, path, deck, tags = [] } = notes[note];
  const where = isUnresolved(note) ? [t('unwritten_note'), target].filter(Boolean).join(' · ') : [kindLabel(note), path, deck].filter(Boolean).join(' · ');
  byId('panel').replaceChildren(
    closeButton(() => commands.select(-1)),
    make('h1', { textContent: label }),
    make('div', { className: 'where', textContent: where }),
    make('div', { className: 'waiting', textContent: dueLabel(note), hidden: !waitingCount(note) }),
    actions(note),
    ...pathSection(note),
    ...prerequisiteSection(note),
    ...followerSection(note),
    ...relationSections(note),
    ...section(t('links'), plainChips(outgoing, 'to', note)),
    ...section(t('backlinks'), plainChips(incoming, 'from', note)),
    ...mentionSections(note),
    ...isOrphan(note) ? [make('p', { className: 'where', textContent: t('no_links') })] : [],
    ...cardSection(note),
    ...imageSection(note),
    ...section(t('tags'), tags.map(tag => filterChip(tag, `tag:${tag}`))),
    ...section(t('properties'), propertyChips(note)),
  );
  byId('panel').ariaLabel = label;
  if (byId('panel').hidden && isNarrow()) letTapsThrough();
  byId('panel').hidden = false;
  byId('panel').scrollTop = 0;
}

// On a phone the panel opens under the finger: the second tap of two is meant for the map, not for a link in it.
function letTapsThrough() {
  byId('panel').classList.add('opening');
  setTimeout(() => byId('panel').classList.remove('opening'), 500);
}

// After the neighbourhood has been opened or closed from elsewhere.
export function updateActions() {
  if (state.selected >= 0) byId('panel').querySelector('.actions')?.replaceWith(actions(state.selected));
}

/** @param {number} note */
function actions(note) {
  const { path } = notes[note];
  const local = isCentre(note)
    ? make('button', { textContent: t('show_all'), click: commands.closeLocal })
    : make('button', { textContent: t('local'), click: () => commands.showLocal([note]) });
  const toPath = make('button', { textContent: t('path_to'), click: () => promptForTarget(note) });
  const open = !path ? null : make('a', { href: addressInObsidian(path), textContent: t('open') });
  const hide = make('button', { textContent: t('hide'), click: () => commands.hideNote(note) });
  const areHidden = state.unlinked.has(note), isLinked = !isOrphan(note) || !isNote(note);
  const toggleLinks = make('button', { textContent: t(areHidden ? 'show_links' : 'hide_links'), title: t('hide_links_why'), hidden: !isLinked, click: () => commands.toggleLinks(note) });
  return make('div', { className: 'actions' }, open, local, toPath, ...localActions(note), hide, toggleLinks);
}

/**
 * Within a local graph: more of it, or less.
 *
 * @param {number} note
 */
function localActions(note) {
  if (!isLocal() || !shown.isNote[note]) return [];
  const further = furtherCount(note), { centres } = state.local;
  const toggle = () => commands.toggleNeighbours(note);
  if (isCentre(note)) return further ? [make('button', { textContent: t('more', further), click: toggle })] : [];
  return [
    make('button', { textContent: further ? t('more', further) : t('fold'), click: toggle }),
    make('button', { textContent: t('add_centre'), click: () => commands.showLocal([...centres, note]) }),
  ];
}

/**
 * What to learn before the note, numbered as the audit numbers it; the last steps, if there are many.
 *
 * @param {number} note
 */
function prerequisiteSection(note) {
  const needed = prerequisites(note);
  if (!needed.length) return [];
  /** @type {(step: number, place: number) => Element} */
  const item = (step, place) => make('li', { value: place + 1 }, noteButton(step), cardNumber(step));
  const items = needed.map(item), hidden = Math.max(0, items.length - MAX_PREREQUISITES);
  const list = make('ol', { className: 'prerequisites' }, ...items.slice(hidden));
  if (hidden) {
    const more = make('button', { className: 'chip', textContent: t('more', hidden), click: () => {
      more.remove();
      list.prepend(...items.slice(0, hidden));
    } });
    return [heading(`${t('prerequisites')} · ${needed.length}`), more, list];
  }
  return [heading(`${t('prerequisites')} · ${needed.length}`), list];
}

/**
 * What to learn directly after the note.
 *
 * @param {number} note
 */
function followerSection(note) {
  const items = followers(note).map(next => make('li', {}, noteButton(next), cardNumber(next)));
  if (!items.length) return [];
  return [heading(`${t('next')} · ${items.length}`), make('ul', { className: 'followers' }, ...items.slice(0, MAX_CHIPS))];
}

/** @param {number} note */
const noteButton = note => isOnMap(note)
  ? make('button', { textContent: notes[note].label, click: () => commands.choose(note, true), ...hoverHandlers(note) })
  : make('span', { textContent: learned(note).label, title: t('not_on_map') });

/** @param {number} note */
function cardNumber(note) {
  const { cards } = learned(note);
  return cards ? make('span', { className: 'where', textContent: countLabel('cards', cards) }) : null;
}

/** @param {number} note */
function relationSections(note) {
  return relationTypes.flatMap(kind => {
    /** @param {number} number */
    const ofKind = number => links[number].kind === kind;
    const out = outgoing[note].filter(ofKind).map(number => chip(links[number].to, '→', t('after', kind)));
    const into = incoming[note].filter(ofKind).map(number => chip(links[number].from, '←', t('before', kind)));
    return section(kind, [...into, ...out]);
  });
}

/**
 * @param {number[][]} lists
 * @param {'from' | 'to'} end
 * @param {number} note
 */
function plainChips(lists, end, note) {
  return lists[note].filter(number => !links[number].kind).map(number => chip(links[number][end]));
}

/**
 * @param {string} title
 * @param {Node[]} chips
 * @returns {Node[]}
 */
function section(title, chips) {
  if (!chips.length) return [];
  const rest = chips.length - MAX_CHIPS;
  const list = make('div', { className: 'chips' }, ...chips.slice(0, MAX_CHIPS));
  if (rest > 0) {
    const showRest = () => more.replaceWith(...chips.slice(MAX_CHIPS));
    const more = make('button', { className: 'chip', textContent: t('more', rest), click: showRest });
    list.append(more);
  }
  return [heading(`${title} · ${chips.length}`), list];
}

/**
 * @param {number} note
 * @param {string} [arrow]
 * @param {string} [meaning]
 */
function chip(note, arrow = '', meaning = '') {
  const mark = arrow ? make('span', { className: 'arrow', ariaLabel: meaning, role: 'img', textContent: arrow }) : null;
  const listeners = { click: () => commands.choose(note, true), ...hoverHandlers(note) };
  return make('button', { className: 'chip', ...listeners }, mark, swatch(note), notes[note].label);
}

/**
 * Shows only what a query finds.
 *
 * @param {string} text
 * @param {string} query
 */
const filterChip = (text, query) => make('button', {
  className: 'chip', textContent: text, title: t('only_this', query), click: () => commands.filter(query),
});

const MAX_VALUE = 60, BRACKETS = /["[\]]/;

/** @param {number} note */
function propertyChips(note) {
  return Object.entries(notes[note].properties ?? {}).flatMap(([name, values]) => (values ?? []).filter(value => value && value.length <= MAX_VALUE).map(value => {
    const text = `${name}: ${value}`;
    return BRACKETS.test(text) ? make('span', { className: 'chip', textContent: text }) : filterChip(text, `["${name}":"${value}"]`);
  }));
}

/** @param {number} note */
function cardSection(note) {
  const cards = cardsOf(note);
  if (!cards.length) return [];
  return [heading(`${t('cards')} · ${cards.length}`), ...cards.map(([question, answer]) => (
    make('details', { className: 'card' },
      make('summary', {}, cardSide(question, 'question')),
      cardSide(answer, 'answer'))
  ))];
}

/**
 * @param {Piece[]} pieces
 * @param {string} name
 */
const cardSide = (pieces, name) => make('div', { className: `side ${name}` }, ...(pieces.length ? pieces : [t('empty_side')]).map(nodeOf));

/** @param {number} note */
function imageSection(note) {
  const { images = [] } = notes[note];
  if (!images.length) return [];
  return [heading(`${t('images')} · ${images.length}`), make('div', { className: 'pictures' }, ...images.map(picture))];
}

/**
 * In the panel: every note on the path, and between two how they are linked.
 *
 * @param {number} note
 */
function pathSection(note) {
  const { path } = state;
  if (!path || !isPathEndpoint(note)) return [];
  const { links: passedLinks } = path;
  if (!passedLinks) return [heading(t('path')), make('p', { className: 'where', textContent: pathLabel(path) })];
  const passed = notesOnPath(path);
  const steps = passed.map((step, place) => make('li', {}, ...place ? [pathStep(passedLinks[place - 1], step)] : [], chip(step)));
  return [heading(`${t('path')} · ${countLabel('steps', passedLinks.length)}`), make('ol', { className: 'steps' }, ...steps)];
}

/**
 * @param {number} link
 * @param {number} to
 */
function pathStep(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make('span', { className: 'where', textContent: `${isForward ? '↓' : '↑'} ${kind ?? t('plain')} ` });
}
