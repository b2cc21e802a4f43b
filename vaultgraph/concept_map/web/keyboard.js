// The keyboard: arrows walk to the nearest neighbour in their direction.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const KEYS = {
  '/': () => byId('query').focus(),
  'f': () => fit(),
  'l': () => state.selected >= 0 && showLocal(state.centre === state.selected ? -1 : state.selected, state.depth),
  '+': () => zoom(1.25),
  '-': () => zoom(0.8),
  'n': toggleIndex,
  'g': toggleLegend,
  'p': beginWayHere,
  't': turnTheme,
  '?': openHelp,
  'Enter': enter,
  'Escape': goBack,
};

function onKey(event) {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const isChoice = event.target.tagName === 'SELECT', isOnMap = byId('map').contains(event.target) || event.target === document.body;
  if (isChoice && event.key !== '/' && event.key !== 'Escape') return;
  if (!isOnMap && (event.key === 'Enter' || event.key in DIRECTIONS)) return;
  if (event.key in DIRECTIONS) walk(...DIRECTIONS[event.key]);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
}

// The keys walk on from here, so they are the map's again.
function beginWayHere() {
  if (state.selected < 0) return;
  beginWay(state.selected);
  byId('map').focus();
}

// The note that was walked to is where the way ends; else its panel is read on.
function enter() {
  if (state.start >= 0 && state.selected !== state.start) choose(state.selected);
  else if (state.selected >= 0) byId('panel').focus();
}

function goBack() {
  if (state.start >= 0 || state.way) endWay();
  else if (isIndexOpen()) toggleIndex();
  else if (state.selected >= 0) select(-1);
  else showLocal(-1, state.depth);
  byId('map').focus();
}

function zoom(factor) {
  stage.moveTo({ scale: stage.getScale() * factor });
  isFitted = false;
}

function walk(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearest([...neighbours(state.selected)], dx, dy) ?? nearest(shown.notes, dx, dy);
  if (next !== undefined) select(next);
}

// Where reading begins: the first box of those that hang together most, or the dot with the most links.
function firstNote() {
  if (!isConcept) return shown.notes[0];
  const along = note => page.flow === 'TB' ? at(note).y : at(note).x;
  const reach = new Map();
  for (const note of shown.notes) {
    if (reach.has(note)) continue;
    const joined = surroundings(note, Infinity);
    for (const each of joined.keys()) reach.set(each, joined.size);
  }
  return shown.notes.reduce((a, b) => (reach.get(b) - reach.get(a) || along(a) - along(b)) > 0 ? b : a);
}

function nearest(candidates, dx, dy) {
  const here = at(state.selected);
  let best, least = Infinity;
  for (const note of candidates) {
    if (note === state.selected || !shown.isNote[note]) continue;
    const { x, y } = at(note);
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 1 && cost < least) [best, least] = [note, cost];
  }
  return best;
}
