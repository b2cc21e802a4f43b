// The shortest way between two notes that the reader chose, along links in either direction.

// The links of the way, from one note to the other; null if there is none.
function shortestWay(start, end) {
  const cameBy = new Map([[start, -1]]);
  for (const note of cameBy.keys()) {
    if (note === end) break;
    for (const link of linksOf(note)) {
      const next = otherEnd(link, note);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  if (!cameBy.has(end)) return null;
  const way = [];
  for (let note = end; note !== start; note = otherEnd(way[0], note)) way.unshift(cameBy.get(note));
  return way;
}

// Those of a note that are shown, relations first, for they say more.
const linksOf = note => [...leaving[note], ...arriving[note]].filter(isLinkShown)
  .sort((a, b) => Boolean(links[b].kind) - Boolean(links[a].kind) || a - b);

const otherEnd = (link, note) => links[link].from === note ? links[link].to : links[link].from;

// The next note that is chosen, not only passed by, is the end of the way.
function beginWay(note) {
  state.start = note;
  showWay();
}

// From a button the reader goes on to the search; the map needs no more than a click on a note.
function askForWay(note) {
  beginWay(note);
  if (!isNarrow()) byId('query').focus();
}

function endWay() {
  leaveWay();
  if (state.selected >= 0) {
    writeAddress(addressOf(state.selected));
    fillPanel(state.selected);
  }
  refocus();
}

function leaveWay() {
  state.start = -1;
  state.way = null;
  showWay();
}

// A note was chosen: it is selected, and if a way was begun, this is its end.
function choose(note, fromAfar = false) {
  if (note >= 0 && state.start >= 0 && note !== state.start) findWay(note);
  select(note, fromAfar);
}

function findWay(note) {
  state.way = { start: state.start, end: note, links: shortestWay(state.start, note) };
  state.start = -1;
  showWay();
}

function showWay() {
  const { start, way } = state, bar = byId('way');
  bar.hidden = start < 0 && !way;
  if (bar.hidden) return;
  bar.firstElementChild.textContent = start >= 0 ? text('way_begun', notes[start].label) : sayWay(way);
  if (start >= 0) byId('said').textContent = text('way_begun', notes[start].label);
}

function sayWay({ start, end, links: steps }) {
  const ends = [notes[start].label, notes[end].label];
  return steps ? `${text('way_found', ...ends)} · ${counted('steps', steps.length)}` : text('way_none', ...ends);
}

const notesOnWay = ({ start, links: steps }) => (steps ?? []).reduce((way, link) => [...way, otherEnd(link, way.at(-1))], [start]);

const isWayTo = note => Boolean(state.way?.links) && note === state.way.end;

const isEndOfWay = note => note === state.way.start || note === state.way.end;

// In the panel: every note of the way, and between two how they are linked.
function waySection(note) {
  const { way } = state;
  if (!way || !isEndOfWay(note)) return [];
  if (!way.links) return [heading(text('way')), make('p', { className: 'where', textContent: sayWay(way) })];
  const passed = notesOnWay(way);
  const steps = passed.map((step, place) => make('li', {}, ...place ? [connection(way.links[place - 1], step)] : [], chip(step)));
  return [heading(`${text('way')} · ${counted('steps', way.links.length)}`), make('ol', { className: 'steps' }, ...steps)];
}

function connection(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make('span', { className: 'where', textContent: `${isForward ? '↓' : '↑'} ${kind ?? text('plain')} ` });
}
