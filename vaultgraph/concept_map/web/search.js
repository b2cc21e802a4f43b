// The search box: finds notes by their names and aliases, without accents and case, then by the
// questions of their cards; by the answers only if nothing else fits, for they name what other notes
// are about.

const MOST_HITS = 30;
let hits = [];
let chosen = -1;

const wordsOf = side => side.filter(piece => typeof piece === 'string').join(' ');

// The cards of huge vaults come late, so what is known of a note's cards may change once.
const cardKeys = { source: null, of: new Map() };

function cardKeysOf(note) {
  if (cardKeys.source !== allCards()) Object.assign(cardKeys, { source: allCards(), of: new Map() });
  if (!cardKeys.of.has(note)) {
    cardKeys.of.set(note, cardsOf(note).map(([question, answer]) => ({
      words: wordsOf(question), question: fold(wordsOf(question)), answer: fold(wordsOf(answer)),
    })));
  }
  return cardKeys.of.get(note);
}

// Names and questions are made ready for the search while nothing else is to do: in a huge vault the
// first search would have to wait for them.
const MADE_READY = 500;

const ranked = later(() => notes.map((_, note) => note).sort(byWeight));

function makeReady(from = 0) {
  if (from >= ranked().length) return;
  for (let note = from; note < Math.min(notes.length, from + MADE_READY); note += 1) fieldsOf(note);
  setTimeout(makeReady, 0, from + MADE_READY);
}

function search() {
  const words = byId('query').value.trim(), wanted = foreignIn(words) ? '' : words;
  const asks = parseQuery(wanted), lead = leadOf(wanted);
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

function onSearchKey(event) {
  event.stopPropagation();
  if (event.key === 'Escape') {
    leaveSearch();
    byId('map').focus();
  } else if (event.key in SEARCH_KEYS && hits.length) {
    event.preventDefault();
    SEARCH_KEYS[event.key]();
  }
}
