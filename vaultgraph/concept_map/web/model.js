// What the map knows, and what is shown of it. Nothing here touches the page.

const later = make => { let value; return () => (value ??= make()); };

const page = parse('page');
const notes = await read('notes', fullNotes);
const links = await read('links', fullLinks);
const isBig = page.mode === 'big';

// The cards and images of huge vaults are unpacked while the map stands already.
let unpacked = { cards: {}, images: [] };
const allCards = isBig ? () => unpacked.cards : later(() => parse('cards'));
const allImages = isBig ? () => unpacked.images : later(() => parse('images'));

async function readRest() {
  if (!isBig) return;
  unpacked = { cards: await read('cards', fullCards), images: await read('images', fullImages) };
  if (state.selected >= 0) fillPanel(state.selected);
  makeReady();
}

const isConcept = page.mode === 'layered';
const MANY_LINKS = 1500;

const leaving = notes.map(() => []);
const arriving = notes.map(() => []);
links.forEach((link, number) => {
  leaving[link.from].push(number);
  arriving[link.to].push(number);
});

if (isBig) fillSizes();

const kindSizes = new Map();
for (const { kind = '' } of links) kindSizes.set(kind, (kindSizes.get(kind) ?? 0) + 1);
const namedKinds = [...kindSizes.keys()].filter(Boolean).sort((a, b) => kindSizes.get(b) - kindSizes.get(a));

const state = {
  hovered: -1, selected: -1, found: null,
  centre: -1, depth: 1,
  colour: 'topic', hiddenGroups: new Set(), hiddenKinds: new Set(),
  hideOrphans: false, showImplied: false, hiddenSorts: new Set(),
  start: -1, way: null,
};

// Without accents and case, so that "acao" finds "Ação".
const fold = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const keys = notes.map(note => fold(note.label));
const cardsOf = note => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
const isNote = note => !notes[note].kind;
const isUnwritten = note => notes[note].kind === 'unresolved';
const isOrphan = note => !leaving[note].length && !arriving[note].length && isNote(note);
const neighbours = note => new Set([
  ...leaving[note].map(link => links[link].to),
  ...arriving[note].map(link => links[link].from),
]);

const byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;
const shown = { isNote: [], notes: [], links: [] };

function refilter() {
  const near = state.centre >= 0 ? surroundings(state.centre, state.depth) : null;
  shown.isNote = notes.map((_, note) => (!near || near.has(note)) && !isFiltered(note));
  shown.notes = notes.map((_, note) => note).filter(note => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}

function isFiltered(note) {
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  if (isOrphan(note)) return state.hideOrphans || state.hiddenGroups.has(groupOf(note));
  return state.hiddenGroups.has(groupOf(note));
}

function isLinkShown(link) {
  const { from, to, kind } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !state.hiddenKinds.has(kind ?? '');
}

// The notes at most `depth` links away, with their distances.
function surroundings(centre, depth) {
  const distance = new Map([[centre, 0]]);
  for (const [note, steps] of distance) {
    if (steps === depth) continue;
    for (const near of neighbours(note)) if (!distance.has(near)) distance.set(near, steps + 1);
  }
  return distance;
}

// What leads to a note: relations with a direction, and where there is none, plain links too. Not in
// large maps, where by links all leads to all.
function leadsTo(note) {
  const ways = arriving[note].filter(link => isLinkShown(link) && !links[link].implied);
  const relations = ways.filter(link => links[link].direction);
  return (relations.length || !isConcept ? relations : ways).map(link => links[link].from);
}

const FARTHEST = 400;

function ancestors(note) {
  const found = new Set([note]);
  for (const each of found) {
    if (found.size > FARTHEST) break;
    leadsTo(each).forEach(before => found.add(before));
  }
  return found;
}

// The way to a note from the most distant beginning, by its shortest steps.
function trail(note) {
  const next = new Map([[note, -1]]);
  let beginning = note;
  for (const each of next.keys()) {
    const before = leadsTo(each).filter(other => !next.has(other));
    before.forEach(other => next.set(other, each));
    if (!leadsTo(each).length) beginning = each;
    if (next.size > FARTHEST) break;
  }
  const way = [];
  for (let each = beginning; each >= 0; each = next.get(each)) way.push(each);
  return way;
}

// Groups: the values by which notes can be coloured.
const groupers = {
  topic: note => page.topics[note.topic] ?? '',
  folder: note => note.folder ?? text('root'),
  deck: note => note.deck?.split('::').pop() ?? text('no_deck'),
  tag: note => note.tags?.[0] ?? text('no_tag'),
  obsidian: (_, number) => tintOf(number) ?? text('no_group'),
};
let groups = [];
let groupNumbers = [];

function regroup() {
  const sizes = new Map();
  const names = notes.map((note, number) => isNote(number) ? groupers[state.colour](note, number) : '');
  names.filter(Boolean).forEach(name => sizes.set(name, (sizes.get(name) ?? 0) + 1));
  groups = [...sizes].sort(state.colour === 'topic' ? byTopic : (a, b) => b[1] - a[1]);
  const numbers = new Map(groups.map(([name], number) => [name, number]));
  groupNumbers = names.map(name => numbers.get(name) ?? -1);
}

// Topics keep their numbers, and so their colours, from one map to the next.
const topicNumbers = new Map(page.topics.map((name, number) => [name, number]));
const byTopic = ([a], [b]) => topicNumbers.get(a) - topicNumbers.get(b);

const groupOf = note => Math.min(groupNumbers[note], MOST_GROUPS);

// Folders come before topics where they are few enough to colour most notes.
function firstColour() {
  const colours = possibleColours();
  if (isBig && !tints.length) return 'topic';
  return colours[0] === 'folder' && colours.includes('topic') && !areFoldersTelling() ? 'topic' : colours[0] ?? 'folder';
}

function areFoldersTelling() {
  const sizes = new Map(), written = notes.filter(note => !note.kind);
  for (const { folder } of written) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, MOST_GROUPS);
  return 2 * largest.reduce((sum, size) => sum + size, 0) > written.length;
}

function possibleColours() {
  const written = notes.filter(note => !note.kind);
  const has = { obsidian: tints.length, topic: page.topics.length, deck: written.some(note => note.deck), tag: written.some(note => note.tags) };
  has.folder = new Set(written.map(note => note.folder)).size > 1;
  return ['obsidian', 'folder', 'topic', 'deck', 'tag'].filter(name => has[name]);
}
