// The search box: finds notes by their names and aliases, without accents and case, then by the
// questions of their cards; by the answers only if nothing else fits, for they name what other notes
// are about.

import { byId, make } from '../dom.js';
import { refocus } from '../drawing/focus.js';
import { notes } from '../format/payload.js';
import { shown } from '../model/filter.js';
import { isOrphan, keys } from '../model/graph.js';
import { groupOf } from '../model/groups.js';
import { foreignIn, leadOf, parseQuery } from '../model/query.js';
import { cardKeysOf, lookup, namesOf, ranked } from '../model/searchable.js';
import { state } from '../model/state.js';
import { counted, text } from '../model/strings.js';
import { shorten } from '../model/text.js';
import { showLegend } from './legend.js';
import { choose } from './selection.js';
import { show } from './view.js';

const MOST_HITS = 30;
let hits = [];
let chosen = -1;

export function search() {
  const words = byId('query').value.trim(), wanted = foreignIn(words) ? '' : words;
  const asks = parseQuery(wanted, lookup), lead = leadOf(wanted);
  const all = find => inOrder(ranked().map(find).filter(Boolean));
  hits = wanted ? all(note => inNames(note, asks, lead) ?? inCards(note, asks, 'question')) : [];
  if (wanted && !hits.length) hits = all(note => inCards(note, asks, 'answer'));
  chosen = hits.length ? 0 : -1;
  state.found = wanted ? new Set(hits.map(({ note }) => note)) : null;
  showHits(words);
  refocus();
}

const inOrder = found => [0, 1, 2, 3].flatMap(rank => found.filter(hit => hit.rank === rank));

// How well a name fits: it begins with what is asked for, has it as a word, or in a word.
function inNames(note, asks, lead) {
  const place = namesOf(note).findIndex(name => asks(note, name));
  if (place < 0) return null;
  if (place > 0) return { note, rank: 2, hint: () => notes[note].aliases[place - 1] };
  const start = keys[note].indexOf(lead), isWord = start > 0 && /\P{L}/u.test(keys[note][start - 1]);
  return { note, rank: start === 0 ? 0 : isWord ? 1 : 2, hint: () => notes[note].folder ?? '' };
}

function inCards(note, asks, side) {
  const card = cardKeysOf(note).find(key => asks(note, key[side]));
  return card ? { note, rank: 3, hint: () => text('in_cards', shorten(card.words, 90)) } : null;
}

function showHits(words) {
  const list = byId('hits'), foreign = foreignIn(words);
  list.hidden = !words;
  byId('query').ariaExpanded = String(Boolean(words));
  list.replaceChildren(...hits.slice(0, MOST_HITS).map(({ note, hint }, place) => make('li', {
    id: `hit-${place}`, role: 'option',
    mousedown: event => { event.preventDefault(); pick(note); },
  }, notes[note].label, make('small', { textContent: hint() }))));
  if (!hits.length) list.append(foreign ? make('li', {}, text('foreign', foreign), make('small', { textContent: text('operators') })) : make('li', { textContent: text('nothing') }));
  byId('said').textContent = foreign ? text('foreign', foreign) : words ? counted('hits', hits.length) : '';
  markHit(chosen);
}

function markHit(place) {
  chosen = place;
  [...byId('hits').children].forEach((item, number) => { item.ariaSelected = String(number === place); });
  byId('query').setAttribute('aria-activedescendant', place < 0 ? '' : `hit-${place}`);
  byId(`hit-${place}`)?.scrollIntoView({ block: 'nearest' });
}

function pick(note) {
  leaveSearch();
  if (!shown.isNote[note]) unhide(note);
  choose(note, true);
  byId('map').focus();
}

function leaveSearch() {
  byId('query').value = '';
  search();
}

const SEARCH_KEYS = {
  ArrowDown: () => markHit((chosen + 1) % Math.min(hits.length, MOST_HITS)),
  ArrowUp: () => markHit((chosen - 1 + Math.min(hits.length, MOST_HITS)) % Math.min(hits.length, MOST_HITS)),
  Enter: () => pick(hits[chosen].note),
};

export function onSearchKey(event) {
  event.stopPropagation();
  if (event.key === 'Escape') {
    leaveSearch();
    byId('map').focus();
  } else if (event.key in SEARCH_KEYS && hits.length) {
    event.preventDefault();
    SEARCH_KEYS[event.key]();
  }
}

function unhide(note) {
  state.hiddenGroups.delete(groupOf(note));
  state.hideOrphans &&= !isOrphan(note);
  state.hiddenSorts.delete(notes[note].kind);
  state.centre = -1;
  byId('local').hidden = true;
  showLegend();
  show();
}
