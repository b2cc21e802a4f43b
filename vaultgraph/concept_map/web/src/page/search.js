// The search box: finds notes by their names and aliases, without accents and case, then by the
// questions of their cards; by the answers only if nothing else fits, for they name what other notes
// are about.

import { byId, make, queryBox } from '../dom.js';
import { updateFocus } from '../drawing/focus.js';
import { notes } from '../format/payload.js';
import { isHidden } from '../model/filter.js';
import { foldedLabels, linkageOf } from '../model/graph.js';
import { showGroupsOf } from '../model/groups.js';
import { firstTerm, parseQuery, unsupportedOperator } from '../model/query.js';
import { cardTextsOf, lookup, namesOf, notesByWeight } from '../model/searchable.js';
import { state } from '../model/state.js';
import { countLabel, t } from '../model/strings.js';
import { shorten } from '../model/text.js';
import { setFilter, showLegend } from './legend.js';
import { choose } from './selection.js';
import { updateView } from './view.js';

const MAX_HITS = 30;

/** @type {Hit[]} */
let hits = [];
let activeHit = -1;

export function search() {
  const words = queryBox.value.trim(), wanted = unsupportedOperator(words) ? '' : words;
  const matches = parseQuery(wanted, lookup), term = firstTerm(wanted);
  /** @param {(note: number) => Hit | null} match */
  const findAll = match => sortByRank(notesByWeight().map(match).filter(hit => hit !== null));
  hits = wanted ? findAll(note => matchInNames(note, matches, term) ?? matchInCards(note, matches, 'question')) : [];
  if (wanted && !hits.length) hits = findAll(note => matchInCards(note, matches, 'answer'));
  activeHit = hits.length ? 0 : -1;
  state.found = wanted ? new Set(hits.map(({ note }) => note)) : null;
  showHits(words);
  updateFocus();
}

/** @param {Hit[]} found */
const sortByRank = found => [0, 1, 2, 3].flatMap(rank => found.filter(hit => hit.rank === rank));

/**
 * How well a name matches: it begins with the term, has it as a word, or within a word.
 *
 * @param {number} note
 * @param {Predicate} matches
 * @param {string} term
 * @returns {Hit | null}
 */
function matchInNames(note, matches, term) {
  const place = namesOf(note).findIndex(name => matches(note, name));
  if (place < 0) return null;
  if (place > 0) return { note, rank: 2, hint: () => notes[note].aliases?.[place - 1] ?? '' };
  const start = foldedLabels[note].indexOf(term), isWord = start > 0 && /\P{L}/u.test(foldedLabels[note][start - 1]);
  return { note, rank: start === 0 ? 0 : isWord ? 1 : 2, hint: () => notes[note].folder ?? '' };
}

/**
 * @param {number} note
 * @param {Predicate} matches
 * @param {'question' | 'answer'} side
 * @returns {Hit | null}
 */
function matchInCards(note, matches, side) {
  const card = cardTextsOf(note).find(texts => matches(note, texts[side]));
  return card ? { note, rank: 3, hint: () => t('in_cards', shorten(card.words, 90)) } : null;
}

/** @param {string} words */
function showHits(words) {
  const list = byId('hits'), unsupported = unsupportedOperator(words);
  list.hidden = !words;
  queryBox.ariaExpanded = String(Boolean(words));
  list.replaceChildren(...hits.slice(0, MAX_HITS).map(({ note, hint }, place) => make('li', {
    id: `hit-${place}`, role: 'option',
    mousedown: (/** @type {Event} */ event) => { event.preventDefault(); pickHit(note); },
  }, notes[note].label, make('small', { textContent: hint() }))));
  if (!hits.length) list.append(emptyHit(unsupported));
  byId('status').textContent = unsupported ? t('unsupported', unsupported) : words ? countLabel('hits', hits.length) : '';
  byId('keep').hidden = !hits.length;
  markHit(activeHit);
}

/** @param {string | undefined} unsupported */
function emptyHit(unsupported) {
  if (!unsupported) return make('li', { textContent: t('nothing') });
  return make('li', {}, t('unsupported', unsupported), make('small', { textContent: t('operators') }));
}

/** @param {number} place */
function markHit(place) {
  activeHit = place;
  [...byId('hits').children].forEach((item, number) => { item.ariaSelected = String(number === place); });
  queryBox.setAttribute('aria-activedescendant', place < 0 ? '' : `hit-${place}`);
  document.getElementById(`hit-${place}`)?.scrollIntoView({ block: 'nearest' });
}

/** The search stays: only what it finds is shown. */
export function keepSearch() {
  const words = queryBox.value.trim();
  leaveSearch();
  state.isFitted = true;
  setFilter(words);
  byId('map').focus();
}

/** @param {number} note */
function pickHit(note) {
  leaveSearch();
  if (isHidden(note)) unhide(note);
  choose(note, true);
  byId('map').focus();
}

function leaveSearch() {
  queryBox.value = '';
  search();
}

/** @type {Record<string, () => void>} */
const SEARCH_KEYS = {
  ArrowDown: () => markHit((activeHit + 1) % Math.min(hits.length, MAX_HITS)),
  ArrowUp: () => markHit((activeHit - 1 + Math.min(hits.length, MAX_HITS)) % Math.min(hits.length, MAX_HITS)),
  Enter: () => pickHit(hits[activeHit].note),
};

/**
 * With nothing searched for, the arrows are the map's.
 *
 * @param {KeyboardEvent} event
 */
function walkOnMap(event) {
  event.preventDefault();
  byId('map').focus();
  byId('map').dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true }));
}

/** @param {KeyboardEvent} event */
export function onSearchKey(event) {
  event.stopPropagation();
  if (!queryBox.value && event.key.startsWith('Arrow')) return walkOnMap(event);
  if (event.key === 'Escape') {
    leaveSearch();
    byId('map').focus();
  } else if (event.key === 'Enter' && event.shiftKey && hits.length) {
    event.preventDefault();
    keepSearch();
  } else if (event.key in SEARCH_KEYS && hits.length) {
    event.preventDefault();
    SEARCH_KEYS[event.key]();
  }
}

/** @param {number} note */
function unhide(note) {
  showGroupsOf(note);
  state.hiddenLinkages.delete(linkageOf(note));
  state.hiddenSorts.delete(notes[note].kind);
  state.hiddenNotes.delete(note);
  if (isHidden(note)) Object.assign(state, { filter: '', until: '' });
  showLegend();
  updateView();
}
