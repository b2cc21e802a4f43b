// The search box: finds notes by name, without accents and case, then by the questions of their
// cards; by the answers only if nothing else fits, for they name what other notes are about.

const MOST_HITS = 30;
let hits = [];
let chosen = -1;

const wordsOf = side => side.filter(piece => typeof piece === 'string').join(' ');

const cardKeys = later(() => notes.map((_, note) => cardsOf(note).map(([question, answer]) => ({
  words: wordsOf(question), question: fold(wordsOf(question)), answer: fold(wordsOf(answer)),
}))));

function search() {
  const wanted = fold(byId('query').value.trim());
  const all = find => notes.map((_, note) => find(note, wanted)).filter(Boolean);
  hits = wanted ? all(hit) : [];
  if (wanted && !hits.length) hits = all((note, words) => inCards(note, words, 'answer'));
  hits.sort((a, b) => a.rank - b.rank || (notes[b.note].weight ?? 0) - (notes[a.note].weight ?? 0) || a.note - b.note);
  chosen = hits.length ? 0 : -1;
  state.found = wanted ? new Set(hits.map(({ note }) => note)) : null;
  showHits(Boolean(wanted));
  refocus();
}

// How well a note fits: its name begins with the words, has them, or a card asks for them.
function hit(note, wanted) {
  const place = keys[note].indexOf(wanted);
  if (place === 0) return { note, rank: 0, hint: notes[note].folder ?? '' };
  if (place > 0) return { note, rank: /\P{L}/u.test(keys[note][place - 1]) ? 1 : 2, hint: notes[note].folder ?? '' };
  return inCards(note, wanted, 'question');
}

function inCards(note, wanted, side) {
  const card = cardKeys()[note].find(key => key[side].includes(wanted));
  return card ? { note, rank: 3, hint: text('in_cards', shorten(card.words, 90)) } : null;
}

function showHits(isOpen) {
  const list = byId('hits');
  list.hidden = !isOpen;
  byId('query').ariaExpanded = String(isOpen);
  list.replaceChildren(...hits.slice(0, MOST_HITS).map(({ note, hint }, place) => make('li', {
    id: `hit-${place}`, role: 'option',
    mousedown: event => { event.preventDefault(); pick(note); },
  }, notes[note].label, make('small', { textContent: hint }))));
  if (!hits.length) list.append(make('li', { textContent: text('nothing') }));
  choose(chosen);
}

function choose(place) {
  chosen = place;
  [...byId('hits').children].forEach((item, number) => { item.ariaSelected = String(number === place); });
  byId('query').setAttribute('aria-activedescendant', place < 0 ? '' : `hit-${place}`);
  byId(`hit-${place}`)?.scrollIntoView({ block: 'nearest' });
}

function pick(note) {
  leaveSearch();
  if (!shown.isNote[note]) unhide(note);
  select(note, true);
  byId('map').focus();
}

function leaveSearch() {
  byId('query').value = '';
  search();
}

const SEARCH_KEYS = {
  ArrowDown: () => choose((chosen + 1) % Math.min(hits.length, MOST_HITS)),
  ArrowUp: () => choose((chosen - 1 + Math.min(hits.length, MOST_HITS)) % Math.min(hits.length, MOST_HITS)),
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
