"use strict";
(async () => {

// src/dom.js
var byId = (id) => document.getElementById(id);
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}
var heading = (words) => make("h2", { textContent: words });

// src/format/columns.js
var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;.=,?@^_`{|}~";
async function unpack(packed) {
  const inflated = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(inflated).json();
}
function bytesOf(packed) {
  const values = new Uint8Array(128), bytes = new DataView(new ArrayBuffer(4 * Math.ceil(packed.length / 5)));
  [...DIGITS].forEach((digit, value) => {
    values[digit.charCodeAt(0)] = value;
  });
  for (let group = 0; 5 * group < packed.length; group += 1) {
    let sum = 0;
    for (let at2 = 5 * group; at2 < 5 * group + 5; at2 += 1) sum = 85 * sum + (at2 < packed.length ? values[packed.charCodeAt(at2)] : 84);
    bytes.setUint32(4 * group, sum);
  }
  const missing = (5 - packed.length % 5) % 5;
  return bytes.buffer.slice(0, bytes.byteLength - missing);
}
function rowsOf(table) {
  const names2 = Object.keys(table);
  const rows = Array.from({ length: table[names2[0]]?.length ?? 0 }, () => ({}));
  for (const name of names2) {
    if (name.startsWith("+")) fillSums(rows, name.slice(1), table[name]);
    else rows.forEach((row, at2) => {
      if (table[name][at2] !== null) row[name] = table[name][at2];
    });
  }
  return rows;
}
function fillSums(rows, name, steps) {
  let sum = 0;
  rows.forEach((row, at2) => {
    row[name] = sum += steps[at2];
  });
}

// src/format/compact.js
function fullNotes(table) {
  const last = /* @__PURE__ */ new Map();
  let newest = -1;
  return rowsOf(table).map((note) => {
    const { x, y } = last.get(note.topic) ?? { x: 0, y: 0 };
    note.x += x;
    note.y += y;
    last.set(note.topic, note);
    if (Array.isArray(note.label)) [note.label, ...note.aliases] = note.label;
    if (note.path === true) note.path = [note.folder, `${note.label}.md`].filter(Boolean).join("/");
    if (note.images) note.images = note.images.map((back) => back ? newest + 1 - back : newest += 1);
    return note;
  });
}
function fillSizes(notes2, degree) {
  const most = degree.reduce((a, b) => Math.max(a, b), 1);
  notes2.forEach((note, id) => {
    note.weight = Math.sqrt(degree[id] / most);
    note.r = 3.5 + 14 * note.weight ** 1.3;
  });
}
var fullLinks = (bundles) => bundles.flatMap(unbundled);
function unbundled({ counts, steps, ...look2 }) {
  const found = [];
  let at2 = 0;
  counts.forEach((count2, to) => {
    for (let from = 0, left = count2; left > 0; left -= 1) found.push({ from: from += steps[at2++], to, ...look2 });
  });
  return found;
}
function fullCards(table) {
  const cards = {};
  for (const { note, ...sides } of rowsOf(table)) (cards[note] ??= []).push(Object.values(sides));
  return cards;
}
var fullImages = (images) => images.map((image) => Array.isArray(image) ? image : [decodeURIComponent(image.split("/").pop()), image]);

// src/model/text.js
var later = (make2) => {
  let value;
  return () => value ??= make2();
};
var fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
var shorten = (words, most) => words.length > most ? `${[...words].slice(0, most - 1).join("")}…` : words;

// src/format/payload.js
var parse = (name) => JSON.parse(document.getElementById(`vg-${name}`).textContent);
async function read(name, fill) {
  const table = parse(name);
  return typeof table === "string" ? fill(await unpack(table)) : table;
}
var page = parse("page");
var notes = await read("notes", fullNotes);
var links = await read("links", fullLinks);
var isBig = page.mode === "big";
var unpacked = { cards: {}, images: [] };
var allCards = isBig ? () => unpacked.cards : later(() => parse("cards"));
var allImages = isBig ? () => unpacked.images : later(() => parse("images"));
async function readLate() {
  if (isBig) unpacked = { cards: await read("cards", fullCards), images: await read("images", fullImages) };
}
var isConcept = page.mode === "layered";

// src/model/graph.js
var MANY_LINKS = 1500;
var leaving = notes.map(() => []);
var arriving = notes.map(() => []);
links.forEach((link, number) => {
  leaving[link.from].push(number);
  arriving[link.to].push(number);
});
if (isBig) fillSizes(notes, notes.map((_, note) => leaving[note].length + arriving[note].length));
var kindSizes = /* @__PURE__ */ new Map();
for (const { kind = "" } of links) kindSizes.set(kind, (kindSizes.get(kind) ?? 0) + 1);
var namedKinds = [...kindSizes.keys()].filter(Boolean).sort((a, b) => kindSizes.get(b) - kindSizes.get(a));
var keys = notes.map((note) => fold(note.label));
var cardsOf = (note) => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
var isNote = (note) => !notes[note].kind;
var isUnwritten = (note) => notes[note].kind === "unresolved";
var isOrphan = (note) => !leaving[note].length && !arriving[note].length && isNote(note);
var neighbours = (note) => /* @__PURE__ */ new Set([
  ...leaving[note].map((link) => links[link].to),
  ...arriving[note].map((link) => links[link].from)
]);
var byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;

// src/model/query.js
var TOKEN = /\s*(?:(\))|(-)?(?:(path|file|tag):)?(?:"([^"]*)"?|(\()|([^\s()"]+)))/giy;
var DEEPEST = 20;
var FOREIGN = /(?:^|[\s(-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)])|\[[^[\]]+\])/i;
var foreignIn = (words) => words.replace(/"[^"]*"?/g, '""').match(FOREIGN)?.[1];
function parseQuery(words, { fieldsOf: fieldsOf2, pathOf: pathOf2, tagsOf: tagsOf2 }) {
  const tokens = [...words.slice(0, 2e3).matchAll(TOKEN)].map(([, close, not, scope, phrase, open, word]) => ({
    close,
    open,
    word,
    not: Boolean(not),
    scope: scope?.toLowerCase(),
    text: fold(phrase ?? word ?? "")
  }));
  let at2 = 0;
  const isOr = () => tokens[at2]?.word === "OR" && !tokens[at2].scope && !tokens[at2].not;
  const places = {
    field: (note, words2, field) => field.includes(words2),
    path: (note, words2) => fold(pathOf2(note)).includes(words2),
    file: (note, words2) => fold(pathOf2(note).split("/").pop()).includes(words2),
    tag: (note, words2) => tagsOf2(note).some((tag) => `${fold(tag)}/`.startsWith(`#${words2.replace(/^#/, "")}/`))
  };
  function either(scope, depth) {
    const options = [];
    do {
      const parts2 = all(scope, depth);
      if (parts2.length) options.push((note, field) => parts2.every((part) => part(note, field)));
    } while (isOr() && (at2 += 1));
    return (note, field) => options.some((option) => option(note, field));
  }
  function all(scope, depth) {
    const parts2 = [];
    while (at2 < tokens.length && !isOr() && !(tokens[at2].close && depth > 0)) parts2.push(one(scope, depth));
    return parts2;
  }
  function one(outer, depth) {
    const token = tokens[at2++], scope = token.scope ?? outer;
    if (token.close) return () => true;
    if (token.open && depth > DEEPEST) return () => false;
    const asks = token.open ? either(scope, depth + 1) : (note, field) => places[scope ?? "field"](note, token.text, field);
    if (token.open && tokens[at2]?.close) at2 += 1;
    return token.not ? (note, field) => ![...fieldsOf2(note), field].some((each) => asks(note, each)) : asks;
  }
  return either(void 0, 0);
}
var firstWord = (words) => [...words.matchAll(TOKEN)].find(([, close, not, scope, phrase, open, word]) => !close && !not && !scope && !open && (phrase ?? word) !== "OR");
var leadOf = (words) => {
  const [, , , , phrase, , word] = firstWord(words) ?? [];
  return fold(phrase ?? word ?? "");
};

// src/model/searchable.js
var tagsOf = (note) => [...notes[note].tags ?? [], ...notes[note].marks ?? []];
var pathOf = (note) => notes[note].path ?? "";
var names = [];
var namesOf = (note) => names[note] ??= [keys[note], ...(notes[note].aliases ?? []).map(fold)];
var fieldsOf = (note) => [...namesOf(note), ...cardKeysOf(note).map((card) => card.question)];
var lookup = { fieldsOf, pathOf, tagsOf };
var wordsOf = (side2) => side2.filter((piece) => typeof piece === "string").join(" ");
var cardKeys = { source: null, of: /* @__PURE__ */ new Map() };
function cardKeysOf(note) {
  if (cardKeys.source !== allCards()) Object.assign(cardKeys, { source: allCards(), of: /* @__PURE__ */ new Map() });
  if (!cardKeys.of.has(note)) {
    cardKeys.of.set(note, cardsOf(note).map(([question, answer]) => ({
      words: wordsOf(question),
      question: fold(wordsOf(question)),
      answer: fold(wordsOf(answer))
    })));
  }
  return cardKeys.of.get(note);
}
var MADE_READY = 500;
var ranked = later(() => notes.map((_, note) => note).sort(byWeight));
function makeReady(from = 0) {
  if (from >= ranked().length) return;
  for (let note = from; note < Math.min(notes.length, from + MADE_READY); note += 1) fieldsOf(note);
  setTimeout(makeReady, 0, from + MADE_READY);
}

// src/model/color-groups.js
var tints = page.tints.map(([query, tint]) => ({ query, tint, asks: parseQuery(query, lookup) }));
var allOf = (note) => [...fieldsOf(note), ...(notes[note].said ?? []).map(fold)].join("\n");
var isWanted = ({ asks }, note) => asks(note, allOf(note));
var tintOf = (note) => tints.find((each) => isWanted(each, note))?.query;

// src/model/state.js
var state = {
  hovered: -1,
  selected: -1,
  found: null,
  centre: -1,
  depth: 1,
  colour: "topic",
  hiddenGroups: /* @__PURE__ */ new Set(),
  hiddenKinds: /* @__PURE__ */ new Set(),
  hideOrphans: false,
  showImplied: false,
  hiddenSorts: /* @__PURE__ */ new Set(),
  start: -1,
  way: null,
  isFitted: true
};
var isCrowd = () => isBig && state.centre < 0;

// src/model/strings.js
var text = (name, ...values) => page.strings[name].replace(/\{(\d)\}/g, (_, at2) => values[at2]);
var counted = (what, number) => text(`${what}_${number === 1 ? "one" : "many"}`, number);

// src/model/groups.js
var groupers = {
  topic: (note) => page.topics[note.topic] ?? "",
  folder: (note) => note.folder ?? text("root"),
  deck: (note) => note.deck?.split("::").pop() ?? text("no_deck"),
  tag: (note) => note.tags?.[0] ?? text("no_tag"),
  obsidian: (_, number) => tintOf(number) ?? text("no_group")
};
var groups = [];
var groupNumbers = [];
function regroup() {
  const sizes = /* @__PURE__ */ new Map();
  const names2 = notes.map((note, number) => isNote(number) ? groupers[state.colour](note, number) : "");
  names2.filter(Boolean).forEach((name) => sizes.set(name, (sizes.get(name) ?? 0) + 1));
  groups = [...sizes].sort(state.colour === "topic" ? byTopic : (a, b) => b[1] - a[1]);
  const numbers = new Map(groups.map(([name], number) => [name, number]));
  groupNumbers = names2.map((name) => numbers.get(name) ?? -1);
}
var topicNumbers = new Map(page.topics.map((name, number) => [name, number]));
var byTopic = ([a], [b]) => topicNumbers.get(a) - topicNumbers.get(b);
var groupOf = (note) => Math.min(groupNumbers[note], MOST_GROUPS);
function firstColour() {
  const colours = possibleColours();
  if (isBig && !tints.length) return "topic";
  return colours[0] === "folder" && colours.includes("topic") && !areFoldersTelling() ? "topic" : colours[0] ?? "folder";
}
function areFoldersTelling() {
  const sizes = /* @__PURE__ */ new Map(), written = notes.filter((note) => !note.kind);
  for (const { folder } of written) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, MOST_GROUPS);
  return 2 * largest.reduce((sum, size) => sum + size, 0) > written.length;
}
function possibleColours() {
  const written = notes.filter((note) => !note.kind);
  const has = { obsidian: tints.length, topic: page.topics.length, deck: written.some((note) => note.deck), tag: written.some((note) => note.tags) };
  has.folder = new Set(written.map((note) => note.folder)).size > 1;
  return ["obsidian", "folder", "topic", "deck", "tag"].filter((name) => has[name]);
}
var LIGHT = ["#3f66cf", "#bd7600", "#c43d3a", "#24897d", "#64932a", "#9258ad", "#ac5f36", "#cd5c9a", "#56788f", "#84771a", "#3893c4"];
var DARK = ["#7f9dff", "#f0b451", "#ff8b81", "#5fcfbf", "#a6d165", "#cd9df0", "#dd9d76", "#ff9ecb", "#9dbbce", "#d5c85c", "#7ccaf4"];
var MOST_GROUPS = LIGHT.length;

// src/model/filter.js
var shown = { isNote: [], notes: [], links: [] };
function refilter() {
  const near = state.centre >= 0 ? surroundings(state.centre, state.depth) : null;
  shown.isNote = notes.map((_, note) => (!near || near.has(note)) && !isFiltered(note));
  shown.notes = notes.map((_, note) => note).filter((note) => shown.isNote[note]);
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
  return shown.isNote[from] && shown.isNote[to] && !state.hiddenKinds.has(kind ?? "");
}
function surroundings(centre, depth) {
  const distance = /* @__PURE__ */ new Map([[centre, 0]]);
  for (const [note, steps] of distance) {
    if (steps === depth) continue;
    for (const near of neighbours(note)) if (!distance.has(near)) distance.set(near, steps + 1);
  }
  return distance;
}
function leadsTo(note) {
  const ways = arriving[note].filter((link) => isLinkShown(link) && !links[link].implied);
  const relations = ways.filter((link) => links[link].direction);
  return (relations.length || !isConcept ? relations : ways).map((link) => links[link].from);
}
var FARTHEST = 400;
function ancestors(note) {
  const found = /* @__PURE__ */ new Set([note]);
  for (const each of found) {
    if (found.size > FARTHEST) break;
    leadsTo(each).forEach((before) => found.add(before));
  }
  return found;
}
function trail(note) {
  const next = /* @__PURE__ */ new Map([[note, -1]]);
  let beginning = note;
  for (const each of next.keys()) {
    const before = leadsTo(each).filter((other) => !next.has(other));
    before.forEach((other) => next.set(other, each));
    if (!leadsTo(each).length) beginning = each;
    if (next.size > FARTHEST) break;
  }
  const way = [];
  for (let each = beginning; each >= 0; each = next.get(each)) way.push(each);
  return way;
}

// src/drawing/gather.js
var RING = 90;
var SEAT = 90;
var MOST_IN_ROW = 24;
var gathered = null;
function gather() {
  gathered = !isConcept && state.centre >= 0 ? ringsRound(state.centre) : null;
}
function ringsRound(centre) {
  const { x, y } = notes[centre], angles = /* @__PURE__ */ new Map([[centre, 0]]), places = /* @__PURE__ */ new Map([[centre, { x, y }]]);
  let edge = 0;
  for (const ring of ringsOf(centre)) {
    const wish = (note) => Math.min(...[...neighbours(note)].filter((near) => angles.has(near)).map((near) => angles.get(near)));
    const inOrder2 = ring.map((note) => [note, wish(note)]).sort(([a, first], [b, second]) => first - second || notes[a].topic - notes[b].topic || byWeight(a, b));
    const { inner, rows } = room(ring.length, edge + RING);
    inOrder2.forEach(([note], seat) => {
      const angle = FULL_CIRCLE * seat / ring.length, radius = inner + RING * (seat % rows);
      angles.set(note, angle);
      places.set(note, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
    });
    edge = inner + RING * (rows - 1);
  }
  return places;
}
function ringsOf(centre) {
  const rings = [];
  for (const [note, steps] of surroundings(centre, state.depth)) {
    if (steps > 0 && shown.isNote[note]) (rings[steps - 1] ??= []).push(note);
  }
  return rings.filter(Boolean);
}
function room(count2, least) {
  const rows = count2 <= MOST_IN_ROW ? 1 : Math.ceil(Math.sqrt(count2 * SEAT / RING / FULL_CIRCLE));
  return { inner: Math.max(least, count2 * SEAT / FULL_CIRCLE / rows), rows };
}
var FULL_CIRCLE = 2 * Math.PI;

// src/drawing/stage.js
var stage = null;
var setStage = (network) => {
  stage = network;
};
var at = (note) => (isBig ? gathered?.get(note) : stage?.body.nodes[note]) ?? notes[note];
var redraw = () => stage?.redraw();
function frameOfScreen() {
  const { clientWidth, clientHeight } = byId("map");
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}

// src/drawing/bounds.js
var halfSize = (note) => isConcept ? [notes[note].w / 2, notes[note].h / 2] : [notes[note].r + 4, notes[note].r + 4];
function bounds() {
  const box = boundsOf(shown.notes);
  if (isConcept) for (const link of shown.links) for (const [x, y] of links[link].via ?? []) stretch(box, x, y, x, y);
  if (isTrayShown()) {
    const [left, top, width, height] = page.tray;
    stretch(box, left, top, left + width, top + height);
  }
  return box;
}
function boundsOf(members) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const note of members) {
    const { x, y } = at(note), [halfWidth, halfHeight] = halfSize(note);
    stretch(box, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return box;
}
function stretch(box, left, top, right, bottom) {
  box.left = Math.min(box.left, left);
  box.right = Math.max(box.right, right);
  box.top = Math.min(box.top, top);
  box.bottom = Math.max(box.bottom, bottom);
}
function rectangle(note) {
  const { x, y } = at(note), [halfWidth, halfHeight] = halfSize(note), scale = stage.getScale();
  const centre = stage.canvasToDOM({ x, y });
  return {
    note,
    x: centre.x,
    y: centre.y,
    left: centre.x - halfWidth * scale,
    right: centre.x + halfWidth * scale,
    top: centre.y - halfHeight * scale,
    bottom: centre.y + halfHeight * scale
  };
}
function isNear(note, { left, top, right, bottom }) {
  const { x, y } = at(note), [halfWidth, halfHeight] = halfSize(note);
  return x + halfWidth > left && x - halfWidth < right && y + halfHeight > top && y - halfHeight < bottom;
}
var isTrayShown = () => Boolean(page.tray) && state.centre < 0 && shown.notes.some(isOrphan);

// src/drawing/theme.js
var FONT = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, "Liberation Sans", Arial, sans-serif';
var COLOURS = ["paper", "card", "ink", "soft", "line", "accent", "link", "relation", "attachment", "tag", "card-mark", "due", "new"];
var colour = {};
var root = document.documentElement;
var isDark = () => root.dataset.theme === "dark";
function readColours() {
  const style = getComputedStyle(root);
  COLOURS.forEach((name) => {
    colour[name] = style.getPropertyValue(`--${name}`).trim();
  });
}
function colourOfGroup(group) {
  const tint = state.colour === "obsidian" && tints.find(({ query }) => query === groups[group]?.[0])?.tint;
  if (tint) return tint;
  if (state.colour === "obsidian") return colour.soft;
  const palette = isDark() ? DARK : LIGHT;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}
var SORTS = { attachment: "attachment", tag: "tag", card: "card-mark" };
var colourOf = (note) => colour[SORTS[notes[note].kind]] ?? colourOfGroup(groupOf(note));

// src/model/path.js
var linksOf = (note) => [...leaving[note], ...arriving[note]].filter(isLinkShown).sort((a, b) => Boolean(links[b].kind) - Boolean(links[a].kind) || a - b);
var otherEnd = (link, note) => links[link].from === note ? links[link].to : links[link].from;
function sayWay({ start: start2, end, links: steps }) {
  const ends = [notes[start2].label, notes[end].label];
  return steps ? `${text("way_found", ...ends)} · ${counted("steps", steps.length)}` : text("way_none", ...ends);
}
var notesOnWay = ({ start: start2, links: steps }) => (steps ?? []).reduce((way, link) => [...way, otherEnd(link, way.at(-1))], [start2]);
var isWayTo = (note) => Boolean(state.way?.links) && note === state.way.end;
var isEndOfWay = (note) => note === state.way.start || note === state.way.end;

// src/drawing/focus.js
var NOTHING = { note: -1, bright: null, way: /* @__PURE__ */ new Set(), steps: null };
var focus = NOTHING;
function refocus() {
  const note = state.hovered >= 0 && !isCrowd() ? state.hovered : state.selected;
  if (state.found) focus = { ...NOTHING, bright: state.found };
  else if (state.way?.links && state.hovered < 0) focus = { ...NOTHING, bright: new Set(notesOnWay(state.way)), steps: new Set(state.way.links.map((link) => links[link])) };
  else if (note < 0 || !shown.isNote[note]) focus = NOTHING;
  else focus = { ...NOTHING, note, bright: new Set(note === state.centre ? shown.notes : [note, ...neighbours(note)]), way: ancestors(note) };
  redraw();
}
var isDim = (note) => focus.bright !== null && !focus.bright.has(note);
var isOnWay = (note) => focus.way.has(note);
var isHot = (link) => focus.steps ? focus.steps.has(link) : focus.note >= 0 && (link.from === focus.note || link.to === focus.note);
var isSilent = (link) => Boolean(link.implied) && !state.showImplied && !isHot(link);
function isFaint(link) {
  if (!focus.bright || isHot(link)) return false;
  if (focus.steps) return true;
  if (focus.note < 0) return !(focus.bright.has(link.from) && focus.bright.has(link.to));
  return !(isOnWay(link.from) && isOnWay(link.to));
}
function strength(note) {
  if (!isDim(note)) return 1;
  return isOnWay(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}

// src/drawing/pen.js
var makePath = () => new Path2D();
var newPath = () => makePath();
function withWrittenPaths(write) {
  const screenPath = makePath;
  makePath = () => new WrittenPath();
  try {
    write();
  } finally {
    makePath = screenPath;
  }
}
var SVG = "http://www.w3.org/2000/svg";
var rounded = (value) => typeof value === "number" ? Math.round(value * 100) / 100 : value;
var WrittenPath = class {
  text = "";
  #add(command, ...numbers) {
    this.text += command + numbers.map(rounded).join(" ");
  }
  moveTo(...point) {
    this.#add("M", ...point);
  }
  lineTo(...point) {
    this.#add("L", ...point);
  }
  quadraticCurveTo(...points) {
    this.#add("Q", ...points);
  }
  bezierCurveTo(...points) {
    this.#add("C", ...points);
  }
  closePath() {
    this.#add("Z");
  }
  rect(x, y, width, height) {
    this.#add("M", x, y);
    this.#add("h", width);
    this.#add("v", height);
    this.#add("h", -width);
    this.closePath();
  }
  roundRect(x, y, width, height, radius) {
    const corner = (dx, dy) => this.#add("a", radius, radius, 0, 0, 1, dx, dy);
    this.#add("M", x + radius, y);
    this.#add("h", width - 2 * radius);
    corner(radius, radius);
    this.#add("v", height - 2 * radius);
    corner(-radius, radius);
    this.#add("h", 2 * radius - width);
    corner(-radius, -radius);
    this.#add("v", 2 * radius - height);
    corner(radius, -radius);
    this.closePath();
  }
  // From where it begins in two halves, for SVG knows no whole circle; always with the clock.
  arc(x, y, radius, from, to) {
    const half = (from + to) / 2, on = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.#add(this.text.endsWith("Z") || !this.text ? "M" : "L", ...on(from));
    for (const angle of [half, to]) this.#add("A", radius, radius, 0, 0, 1, ...on(angle));
  }
};
var WritingPen = class {
  globalAlpha = 1;
  lineWidth = 1;
  fillStyle = "";
  strokeStyle = "";
  font = "";
  textAlign = "left";
  textBaseline = "";
  #dashes = [];
  #path = new WrittenPath();
  #clip = "";
  #saved = [];
  #clips = 0;
  constructor({ left, top, right, bottom }) {
    this.drawing = draw("svg", { viewBox: [left, top, right - left, bottom - top].map(rounded).join(" "), "font-family": FONT });
  }
  #put(tag, attributes) {
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {}, clip = this.#clip ? { "clip-path": this.#clip } : {};
    const element = draw(tag, { ...attributes, ...opacity, ...clip });
    this.drawing.append(element);
    return element;
  }
  beginPath() {
    this.#path = new WrittenPath();
  }
  moveTo(...point) {
    this.#path.moveTo(...point);
  }
  arc(...circle) {
    this.#path.arc(...circle);
  }
  quadraticCurveTo(...points) {
    this.#path.quadraticCurveTo(...points);
  }
  roundRect(...box) {
    this.#path.roundRect(...box);
  }
  setLineDash(dashes) {
    this.#dashes = dashes;
  }
  fill(path = this.#path) {
    if (path.text) this.#put("path", { d: path.text, fill: this.fillStyle });
  }
  stroke(path = this.#path) {
    const dashes = this.#dashes.length ? { "stroke-dasharray": this.#dashes.map(rounded).join(" ") } : {};
    if (path.text) this.#put("path", { d: path.text, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, ...dashes });
  }
  fillRect(x, y, width, height) {
    this.#put("rect", { x, y, width, height, fill: this.fillStyle });
  }
  save() {
    this.#saved.push(this.#clip);
  }
  restore() {
    this.#clip = this.#saved.pop();
  }
  clip(path) {
    this.#clips += 1;
    this.drawing.append(draw("clipPath", { id: `part-${this.#clips}` }, draw("path", { d: path.text })));
    this.#clip = `url(#part-${this.#clips})`;
  }
  measureText(words) {
    ruler.font = this.font;
    return ruler.measureText(words);
  }
  fillText(words, x, y) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font);
    const anchor = this.textAlign === "center" ? { "text-anchor": "middle" } : {};
    const shift = this.textBaseline === "middle" ? 0.35 * size : 0;
    const text2 = this.#put("text", { x, y: y + shift, "font-size": size, "font-weight": weight, fill: this.fillStyle, ...anchor });
    text2.textContent = String(words).replace(NO_XML, "");
    return text2;
  }
  // The words of a name's picture, with the rim that keeps them apart from what is behind.
  writeName({ lines, size, weight, fill, width, height }, left, top, scale) {
    this.font = `${weight} ${size / scale}px`;
    Object.assign(this, { fillStyle: fill, textAlign: "center", textBaseline: "middle" });
    lines.forEach((line, number) => {
      const text2 = this.fillText(line, left + width / scale / 2, top + height / scale * (number + 0.5) / lines.length);
      for (const [name, value] of Object.entries({ "paint-order": "stroke", stroke: colour.paper, "stroke-width": 3.4 / scale, "stroke-linejoin": "round" })) {
        text2.setAttribute(name, rounded(value));
      }
    });
  }
};
var NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, rounded(value));
  element.append(...children);
  return element;
}
var ruler = document.createElement("canvas").getContext("2d");

// src/drawing/boxes.js
var TITLE = { size: 14, line: 18, font: `600 14px ${FONT}` };
var HUB = { size: 16, line: 21, font: `650 16px ${FONT}` };
var META_FONT = `400 11.5px ${FONT}`;
var TEXT_LEFT = 16;
var TEXT_RIGHT = 14;
var LEAST_WIDTH = 84;
var RADIUS = 10;
var titleOf = (note) => note.hub ? HUB : TITLE;
function shrinkBoxes() {
  const pen = document.createElement("canvas").getContext("2d");
  for (const [id, note] of notes.entries()) {
    pen.font = titleOf(note).font;
    const inner = note.w - TEXT_LEFT - TEXT_RIGHT;
    note.lines = note.lines.map((line) => squeezed(pen, line, inner));
    const widths = note.lines.map((line) => pen.measureText(line).width);
    pen.font = META_FONT;
    widths.push(pen.measureText(note.meta ?? "").width);
    const width = Math.min(note.w, Math.max(LEAST_WIDTH, Math.max(...widths) + TEXT_LEFT + TEXT_RIGHT));
    if (page.flow === "LR" || isOrphan(id)) note.x -= (note.w - width) / 2;
    note.w = width;
  }
}
function squeezed(pen, line, width) {
  let result = line;
  while (result.length > 2 && pen.measureText(result).width > width) result = `${result.slice(0, -2)}…`;
  return result;
}
var paintBoxes = (context, numbers, scale) => numbers.forEach((number) => paintBox(context, number, scale));
function paintBox(context, number, scale) {
  const note = notes[number], { x, y } = at(number);
  const left = x - note.w / 2, top = y - note.h / 2;
  const shape = newPath();
  shape.roundRect(left, top, note.w, note.h, RADIUS);
  if (number === state.selected) paintHalo(context, shape);
  context.fillStyle = colour.paper;
  context.fill(shape);
  context.globalAlpha = strength(number);
  if (!isUnwritten(number)) fillBox(context, number, shape, scale);
  strokeBox(context, number, shape);
  writeBox(context, number, left + TEXT_LEFT, y);
  context.globalAlpha = 1;
}
function paintHalo(context, shape) {
  context.strokeStyle = colour.accent;
  context.globalAlpha = 0.25;
  context.lineWidth = 10;
  context.stroke(shape);
  context.globalAlpha = 1;
}
function fillBox(context, number, shape, scale) {
  const note = notes[number], { x, y } = at(number), alpha = context.globalAlpha;
  const isLifted = number === state.hovered || number === state.selected;
  context.save();
  if (alpha === 1) {
    context.shadowColor = isDark() ? "#0009" : "#1c23301f";
    context.shadowBlur = (isLifted ? 18 : 7) * scale;
    context.shadowOffsetY = 2 * scale;
  }
  context.fillStyle = colour.card;
  context.fill(shape);
  context.shadowColor = "transparent";
  context.clip(shape);
  context.fillStyle = colourOf(number);
  context.globalAlpha = alpha * (isDark() ? 0.17 : 0.1);
  context.fill(shape);
  context.globalAlpha = alpha;
  context.fillRect(x - note.w / 2, y - note.h / 2, 5, note.h);
  context.restore();
}
function strokeBox(context, number, shape) {
  const isSelected = number === state.selected, isHovered = number === state.hovered;
  context.strokeStyle = isSelected || isHovered ? colour.accent : colourOf(number);
  context.lineWidth = isSelected ? 2.4 : isHovered ? 2 : 1.1;
  context.setLineDash(isUnwritten(number) ? [5, 4] : []);
  context.stroke(shape);
  context.setLineDash([]);
}
function writeBox(context, number, left, middle) {
  const note = notes[number], title = titleOf(note);
  const height = note.lines.length * title.line + (note.meta ? 17 : 0);
  let baseline = middle - height / 2 + title.size * 0.36 + title.line / 2;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.font = title.font;
  context.fillStyle = isUnwritten(number) ? colour.soft : colour.ink;
  for (const line of note.lines) {
    context.fillText(line, left, baseline);
    baseline += title.line;
  }
  if (!note.meta) return;
  context.font = META_FONT;
  context.fillStyle = colour.soft;
  context.fillText(note.meta, left, baseline - title.line + 17.5);
}

// src/drawing/near.js
var SQUARE = 96;
var MOST_SQUARES = 1500;
var squares = null;
var forgetSquares = () => {
  squares = null;
};
function fillSquares() {
  squares = /* @__PURE__ */ new Map();
  for (const note of shown.notes) {
    const key = squareAt(Math.floor(at(note).x / SQUARE), Math.floor(at(note).y / SQUARE));
    if (squares.has(key)) squares.get(key).push(note);
    else squares.set(key, [note]);
  }
}
var squareAt = (column, row) => column * 100003 + row;
function notesWithin(frame, most = Infinity) {
  const isInside2 = (note) => at(note).x > frame.left && at(note).x < frame.right && at(note).y > frame.top && at(note).y < frame.bottom;
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MOST_SQUARES) {
    for (const note of shown.notes) {
      if (isInside2(note) && found.push(note) >= most) break;
    }
    return found;
  }
  for (const note of notesOfSquares(frame)) if (isInside2(note)) found.push(note);
  return found.sort(byWeight).slice(0, most);
}
function* notesOfSquares({ left, top, right, bottom }) {
  if (!squares) fillSquares();
  for (let column = Math.floor(left / SQUARE); column <= right / SQUARE; column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= bottom / SQUARE; row += 1) {
      yield* squares.get(squareAt(column, row)) ?? [];
    }
  }
}
function noteNear({ x, y }) {
  const reach = isConcept ? 0 : 10 / stage.getScale();
  let best = -1, least = Infinity;
  for (const note of notesOfSquares({ left: x - reach - SQUARE, top: y - reach - SQUARE, right: x + reach + SQUARE, bottom: y + reach + SQUARE })) {
    const distance = Math.hypot(at(note).x - x, at(note).y - y) - (notes[note].r ?? 0);
    if (distance < reach && distance < least) [best, least] = [note, distance];
  }
  return best;
}

// src/drawing/name-pictures.js
var pictures = /* @__PURE__ */ new Map();
var forgetLabels = () => {
  pictures = /* @__PURE__ */ new Map();
};
function copyPicture(context, picture2, box, frame) {
  if (context instanceof WritingPen) return context.writeName(picture2, frame.left + box.left / frame.scale, frame.top + box.top / frame.scale, frame.scale);
  const transform = context.getTransform();
  const x = transform.a * (frame.left + box.left / frame.scale) + transform.e;
  const y = transform.d * (frame.top + box.top / frame.scale) + transform.f;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(picture2.canvas(), Math.round(x), Math.round(y));
  context.setTransform(transform);
}
function drawPicture(lines, size, isStrong, isSoft) {
  const ratio = devicePixelRatio || 1, weight = isStrong ? 650 : 500, font = `${weight} ${size * ratio}px ${FONT}`;
  const fill = isSoft ? colour.soft : colour.ink;
  const height = size * ratio * (lines.length > 1 ? 1.2 : 1.45);
  ruler.font = font;
  const extent = {
    width: Math.ceil(Math.max(...lines.map((line) => ruler.measureText(line).width)) + 8 * ratio),
    height: Math.ceil(height * lines.length)
  };
  const canvas = later(() => {
    const sheet = make("canvas", extent), pen = sheet.getContext("2d");
    Object.assign(pen, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.4 * ratio });
    pen.strokeStyle = colour.paper;
    pen.fillStyle = fill;
    for (const write of ["strokeText", "fillText"]) {
      lines.forEach((line, number) => pen[write](line, extent.width / 2, height * (number + 0.5)));
    }
    return sheet;
  });
  return { canvas, lines, size, weight, fill, width: extent.width / ratio, height: extent.height / ratio };
}

// src/drawing/regions.js
var { roads = [] } = page;
var regions = regionsOf(page.regions);
var parts = regionsOf(page.parts);
var NAME_FROM = 30;
var NAME_UNTIL = 420;
var PARTS_FROM = 330;
var RIM = 24;
var outlineOf = new Map(regions.map(({ topic, radius }) => [topic, radius]));
function regionsOf(circles = []) {
  return circles.map(([note, x, y, radius]) => ({ name: notes[note].label, topic: notes[note].topic, x, y, radius }));
}
var outlines = null;
var forgetOutlines = () => {
  outlines = null;
};
var isInhabited = ({ radius }) => radius > 0;
function shownOutlines() {
  const isWhole = shown.notes.length === notes.length;
  return outlines ??= { wholes: isWhole ? regions : closed(regions), insides: isWhole ? parts : closed(parts) };
}
function closed(circles) {
  const ofTopic = /* @__PURE__ */ new Map(), reach = circles.map(() => 0);
  circles.forEach(({ topic }, number) => ofTopic.set(topic, [...ofTopic.get(topic) ?? [], number]));
  for (const note of shown.notes) {
    for (const number of ofTopic.get(notes[note].topic) ?? []) {
      const { x, y, radius } = circles[number], away = Math.hypot(notes[note].x - x, notes[note].y - y);
      if (away < radius) reach[number] = Math.max(reach[number], Math.min(radius, away + RIM));
    }
  }
  return circles.map((circle, number) => ({ ...circle, radius: reach[number] }));
}
var areRegionsShown = () => regions.length > 0 && state.centre < 0;
function paintRegions(context, scale) {
  const isByTopic = state.colour === "topic", { wholes, insides } = shownOutlines();
  const hue = (topic) => isByTopic ? colourOfGroup(Math.min(groupOfTopic(topic), MOST_GROUPS)) : colour.soft;
  roads.forEach((road) => paintRoad(context, road, scale));
  for (const { x, y, radius, topic } of wholes.filter(isInhabited)) {
    paintDisc(context, x, y, radius, colour.paper, 1, 1);
    paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.1 : 0.075, 1.2 / scale);
  }
  for (const { x, y, radius, topic } of insides.filter(isInhabited)) paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.09 : 0.07, 0);
  context.globalAlpha = 1;
}
var groupOfTopic = (topic) => groups.findIndex(([name]) => name === page.topics[topic]);
function paintDisc(context, x, y, radius, hue, alpha, line) {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
  context.globalAlpha = alpha;
  context.fillStyle = context.strokeStyle = hue;
  context.fill();
  if (!line) return;
  context.globalAlpha = Math.min(1, 3.6 * alpha);
  context.lineWidth = line;
  context.stroke();
}
function paintRoad(context, [from, to, count2], scale) {
  const a = shownOutlines().wholes[from], b = shownOutlines().wholes[to];
  if (!isInhabited(a) || !isInhabited(b)) return;
  const share = Math.sqrt(count2 / roads[0][2]);
  const bow = 0.12, dx = b.x - a.x, dy = b.y - a.y;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.quadraticCurveTo(a.x + dx / 2 - dy * bow, a.y + dy / 2 + dx * bow, b.x, b.y);
  context.strokeStyle = colour.link;
  context.globalAlpha = 0.15 + 0.3 * share;
  context.lineWidth = (1 + 6 * share) / scale;
  context.stroke();
}
function paintRegionNames(context, frame, taken) {
  if (!areRegionsShown()) return;
  const { wholes, insides } = shownOutlines();
  const entered = insides.filter(({ topic }) => outlineOf.get(topic) * frame.scale > PARTS_FROM);
  for (const { name, x, y, radius } of [...wholes, ...entered].filter(isInhabited)) {
    const size = radius * frame.scale;
    if (size < NAME_FROM || size > NAME_UNTIL) continue;
    const picture2 = regionPicture(name, size);
    const left = (x - frame.left) * frame.scale - picture2.width / 2, top = (y - frame.top) * frame.scale - picture2.height / 2;
    const box = { left, top, right: left + picture2.width, bottom: top + picture2.height };
    if (!taken.isFree(box)) continue;
    taken.add(box);
    context.globalAlpha = Math.min(1, (NAME_UNTIL - size) / 120) * (focus.bright ? 0.35 : 1);
    copyPicture(context, picture2, box, frame);
  }
  context.globalAlpha = 1;
}
function regionPicture(name, radius) {
  const size = Math.max(11, Math.min(24, 2 * Math.round(radius / 9)));
  const most = Math.max(9, Math.floor(2 * radius / (0.62 * size)));
  const key = `region ${most} ${size} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture(brokenName(name, most), size, true, false));
  return pictures.get(key);
}
function brokenName(name, most) {
  const lines = [];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, Math.max(most, 12)));
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}

// src/model/due.js
var today = () => {
  const now = /* @__PURE__ */ new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
var dayOfOpening = today();
var dueOf = (note) => (notes[note].due ?? []).filter((day) => day <= dayOfOpening).length;
var newOf = (note) => notes[note].new ?? 0;
var waitingOf = (note) => dueOf(note) + newOf(note);
var doWait = later(() => notes.some((_, note) => waitingOf(note)));
var sayWaiting = (note) => [[dueOf(note), "due"], [newOf(note), "new"]].filter(([number]) => number).map(([number, what]) => counted(what, number)).join(", ");

// src/drawing/rings.js
function paintRings(context, numbers, scale) {
  if (!doWait()) return;
  for (const note of numbers) if (waitingOf(note)) (isConcept ? paintBadge : paintRing)(context, note, scale);
  context.globalAlpha = 1;
}
function paintRing(context, note, scale) {
  const { x, y } = at(note), share = Math.min(1, waitingOf(note) / notes[note].cards);
  const width = Math.max(2.2, 1.8 / scale);
  context.globalAlpha = strength(note);
  context.lineWidth = width;
  context.strokeStyle = dueOf(note) ? colour.due : colour.new;
  context.beginPath();
  context.arc(x, y, notes[note].r + 1.1 * width, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.stroke();
}
function paintBadge(context, note) {
  const { x, y } = at(note), { w, h, cards } = notes[note], radius = 10;
  const centre = [x + w / 2 - 3, y - h / 2 + 1], share = Math.min(1, waitingOf(note) / cards);
  const ring = dueOf(note) ? colour.due : colour.new;
  context.globalAlpha = strength(note);
  context.beginPath();
  context.arc(...centre, radius, 0, FULL_CIRCLE);
  context.fillStyle = colour.card;
  context.fill();
  context.strokeStyle = colour.line;
  context.lineWidth = 2.5;
  context.stroke();
  context.beginPath();
  context.arc(...centre, radius, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.strokeStyle = ring;
  context.stroke();
  context.font = `650 10.5px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour.ink;
  context.fillText(waitingOf(note), centre[0], centre[1] + 0.5);
}
function ringAt(note) {
  const { x, y } = at(note), { w, h, r } = notes[note];
  return isConcept ? [x + w / 2 - 3 + 7, y - h / 2 + 1 - 7] : [x + 0.71 * (r + 2.5), y - 0.71 * (r + 2.5)];
}

// src/drawing/routes.js
var ARROW_ROOM = 3;
var MOST_ASIDE = { TB: 44, LR: 24 };
function routeOf(link) {
  return isConcept ? layeredRoute(link) : freeRoute(link);
}
function layeredRoute({ from, to, via = [], lane = 0 }) {
  const a = at(from), b = at(to), isDown = page.flow === "TB";
  const sign = (isDown ? b.y - a.y : b.x - a.x) < 0 ? -1 : 1;
  const start2 = isDown ? [a.x + lane, a.y + sign * notes[from].h / 2] : [a.x + sign * notes[from].w / 2, a.y + lane];
  const end = isDown ? [b.x + lane, b.y - sign * (notes[to].h / 2 + ARROW_ROOM)] : [b.x - sign * (notes[to].w / 2 + ARROW_ROOM), b.y + lane];
  const places = [start2, ...via, end], points = places.flatMap((_, step) => wayThrough(places, step, isDown));
  const curves = points.slice(1).map((point, step) => bend(points[step], point, isDown));
  const half = 2 * Math.floor((places.length - 2) / 2);
  return {
    start: start2,
    curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: SPOTS.map((share) => pointOn(points[half], curves[half], share))
  };
}
function wayThrough(places, step, isDown) {
  const before = places[step - 1], here = places[step], after = places[step + 1];
  if (!before || !after) return [[...here, 0]];
  const [across, along] = isDown ? [0, 1] : [1, 0];
  const slope = (a, b) => (b[across] - a[across]) / (b[along] - a[along]), slopes = [slope(before, here), slope(here, after)];
  const wish = slopes[0] * slopes[1] <= 0 ? 0 : slopes.reduce((a, b) => Math.abs(a) < Math.abs(b) ? a : b);
  const edges = edgesOf(here[along], isDown), most = MOST_ASIDE[page.flow] / (edges[1] - edges[0]);
  const lean = Math.max(-most, Math.min(most, wish));
  const passed = edges.map((edge) => {
    const aside = here[across] + lean * (edge - here[along]);
    return isDown ? [aside, edge, lean] : [edge, aside, lean];
  });
  return after[along] > before[along] ? passed : passed.reverse();
}
var layers = /* @__PURE__ */ new Map();
function edgesOf(along, isDown) {
  if (!layers.has(along)) layers.set(along, isDown ? edgesAround(along) : edgesFrom(along));
  return layers.get(along);
}
function edgesAround(along) {
  const half = notes.filter(({ y }) => Math.abs(y - along) < 1).reduce((most, { h }) => Math.max(most, h / 2), 1);
  return [along - half, along + half];
}
function edgesFrom(along) {
  const lefts = notes.map(({ x, w }) => x - w / 2).filter((left2) => left2 < along), left = Math.max(...lefts);
  const right = notes.filter(({ x, w }) => Math.abs(x - w / 2 - left) < 1).reduce((most, { w }) => Math.max(most, left + w), along + 1);
  return [left, right];
}
function bend([x1, y1, lean1], [x2, y2, lean2], isDown) {
  const half = isDown ? (y2 - y1) / 2 : (x2 - x1) / 2;
  return isDown ? [x1 + lean1 * half, y1 + half, x2 - lean2 * half, y2 - half, x2, y2] : [x1 + half, y1 + lean1 * half, x2 - half, y2 - lean2 * half, x2, y2];
}
var SPOTS = [0.5, 0.3, 0.7, 0.15, 0.85];
function pointOn([x, y], [x1, y1, x2, y2, x3, y3], share) {
  const rest = 1 - share, parts2 = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  const mix = (...values) => values.reduce((sum, value, place) => sum + parts2[place] * value, 0);
  return [mix(x, x1, x2, x3), mix(y, y1, y2, y3)];
}
function freeRoute({ from, to }) {
  const a = at(from), b = at(to);
  const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const dx = (b.x - a.x) / distance, dy = (b.y - a.y) / distance, bow = distance * 0.06;
  const isTight = notes[from].r + notes[to].r + ARROW_ROOM > distance;
  const leave = isTight ? 0 : notes[from].r, stop = isTight ? 0 : notes[to].r + ARROW_ROOM;
  const start2 = [a.x + dx * leave, a.y + dy * leave], end = [b.x - dx * stop, b.y - dy * stop];
  const curve = [
    start2[0] + dx * distance / 3 - dy * bow,
    start2[1] + dy * distance / 3 + dx * bow,
    end[0] - dx * distance / 3 - dy * bow,
    end[1] - dy * distance / 3 + dx * bow,
    ...end
  ];
  const tx = end[0] - curve[2], ty = end[1] - curve[3], length = Math.hypot(tx, ty) || 1;
  return { start: start2, curves: [curve], tip: [...end, tx / length, ty / length] };
}
function spreadLanes() {
  const pairs = /* @__PURE__ */ new Map();
  for (const link of links) {
    const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
    pairs.set(pair, [...pairs.get(pair) ?? [], link]);
  }
  for (const pair of pairs.values()) {
    pair.forEach((link, place) => {
      link.lane = (place - (pair.length - 1) / 2) * 14;
    });
  }
}
function arrowHead([x, y, dx, dy], size) {
  const backX = x - dx * size, backY = y - dy * size, side2 = size * 0.42;
  return [[x, y], [backX - dy * side2, backY + dx * side2], [backX + dy * side2, backY - dx * side2]];
}

// src/drawing/sheets.js
var WHOLE_SIDE = 2400;
var ROUND_WINDOW = 0.35;
var REST = 140;
var MOST_THREADS = 24e3;
var MOST_THREADS_NEAR = 5e3;
var sheets = { whole: null, near: null, waiting: 0 };
function forgetSheets() {
  sheets.whole = sheets.near = null;
}
function paintGround(context, frame) {
  if (!frame.isScreen) return drawGround(context, frame);
  sheets.whole ??= drawSheet(wholeOfMap(), 1);
  const { near } = sheets, isSharp = near && near.scale === frame.scale;
  if (!isSharp || !covers(near, frame)) {
    copySheet(context, sheets.whole);
    refresh();
  }
  if (isSharp) copySheet(context, near);
}
function wholeOfMap() {
  const { left, top, right, bottom } = bounds();
  return { left, top, right, bottom, scale: Math.min(2, WHOLE_SIDE / Math.max(right - left, bottom - top)), most: MOST_THREADS };
}
var covers = (sheet, { left, top, right, bottom }) => sheet.left <= left && sheet.top <= top && sheet.right >= right && sheet.bottom >= bottom;
function refresh() {
  clearTimeout(sheets.waiting);
  sheets.waiting = setTimeout(() => {
    const frame = frameOfScreen(), dx = (frame.right - frame.left) * ROUND_WINDOW, dy = (frame.bottom - frame.top) * ROUND_WINDOW;
    sheets.near = drawSheet({ ...frame, left: frame.left - dx, right: frame.right + dx, top: frame.top - dy, bottom: frame.bottom + dy, most: MOST_THREADS_NEAR });
    redraw();
  }, REST);
}
function drawSheet(frame, ratio = devicePixelRatio || 1) {
  const { left, top, right, bottom, scale } = frame;
  const canvas = make("canvas", { width: Math.ceil((right - left) * scale * ratio), height: Math.ceil((bottom - top) * scale * ratio) });
  const context = canvas.getContext("2d", { alpha: false });
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  drawGround(context, frame);
  return { ...frame, canvas };
}
function copySheet(context, { canvas, left, top, right, bottom }) {
  context.globalAlpha = focus.bright ? 0.28 : 1;
  context.drawImage(canvas, left, top, right - left, bottom - top);
  context.globalAlpha = 1;
}
function drawGround(context, frame) {
  if (areRegionsShown()) paintRegions(context, frame.scale);
  const inside = notesWithin(frame);
  drawThreads(context, frame, inside);
  drawSeeds(context, inside, frame.scale);
}
function drawThreads(context, { scale, most = MOST_THREADS }, inside) {
  const lines = threadsOf(inside, most);
  const count2 = [...lines.values()].reduce((sum, { size }) => sum + size, 0);
  const alpha = Math.max(0.1, Math.min(0.5, 900 / count2));
  context.lineWidth = 0.8 / scale;
  for (const [group, { path }] of lines) {
    context.strokeStyle = group < 0 ? colour.link : colourOfGroup(group);
    context.globalAlpha = group < 0 ? alpha * 0.6 : alpha;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}
function threadsOf(inside, most) {
  const lines = /* @__PURE__ */ new Map(), rest = [];
  let count2 = 0;
  const add = (group, from, to) => {
    if (!lines.has(group)) lines.set(group, { path: newPath(), size: 0 });
    const line = lines.get(group);
    line.path.moveTo(at(from).x, at(from).y);
    line.path.lineTo(at(to).x, at(to).y);
    line.size += 1;
    count2 += 1;
  };
  for (const note of inside) {
    for (const number of leaving[note]) {
      const { to } = links[number];
      if (count2 >= most) return lines;
      if (!isLinkShown(number)) continue;
      if (notes[note].topic === notes[to].topic) add(groupOf(note) === groupOf(to) ? groupOf(note) : -1, note, to);
      else if (rest.length < most) rest.push([note, to]);
    }
  }
  for (const [from, to] of rest.slice(0, most - count2)) add(-1, from, to);
  return lines;
}
function drawSeeds(context, inside, scale) {
  const paths = /* @__PURE__ */ new Map();
  for (const note of inside.toReversed()) {
    const { x, y } = at(note), radius = Math.max(notes[note].r, 0.55 / scale);
    const key = isUnwritten(note) ? "hollow" : colourOf(note);
    if (!paths.has(key)) paths.set(key, newPath());
    const path = paths.get(key);
    if (radius * scale < 1.6) path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, FULL_CIRCLE);
    }
  }
  const inOrder2 = [...paths].sort(([a], [b]) => (b === "hollow") - (a === "hollow"));
  for (const [key, path] of inOrder2) fillSeeds(context, path, key, scale);
}
function fillSeeds(context, path, key, scale) {
  const isHollow = key === "hollow", isTiny = scale < 0.45;
  context.fillStyle = !isHollow ? key : isTiny ? colour.line : colour.paper;
  context.fill(path);
  if (isTiny) return;
  context.strokeStyle = isHollow ? colour.soft : colour.paper;
  context.lineWidth = 1 / scale;
  context.stroke(path);
}

// src/model/shortest-path.js
function shortestWay(start2, end, linksOf2, otherEnd2) {
  const cameBy = /* @__PURE__ */ new Map([[start2, -1]]);
  for (const note of cameBy.keys()) {
    if (note === end) break;
    for (const link of linksOf2(note)) {
      const next = otherEnd2(link, note);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  if (!cameBy.has(end)) return null;
  const way = [];
  for (let note = end; note !== start2; note = otherEnd2(way[0], note)) way.unshift(cameBy.get(note));
  return way;
}

// src/page/address.js
var nameInAddress = (note) => encodeURIComponent(notes[note].path || notes[note].label);
function addressOf(note) {
  const from = state.way?.end === note ? `&from=${nameInAddress(state.way.start)}` : "";
  return `#note=${nameInAddress(note)}${from}`;
}
var writeAddress = (address) => history.replaceState(null, "", address);
var addressInObsidian = (path) => `obsidian://open?vault=${encodeURIComponent(page.title)}&file=${encodeURIComponent(path.replace(/\.md$/, ""))}`;
function noteCalled(encoded) {
  let name;
  try {
    name = fold(decodeURIComponent(encoded));
  } catch {
    return -1;
  }
  const paths = notes.map((note) => fold(note.path ?? ""));
  const places = [paths.indexOf(name), paths.indexOf(`${name}.md`), keys.indexOf(name)];
  return places.find((place) => place >= 0) ?? -1;
}

// src/page/layout.js
var isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
var isNarrow = () => innerWidth <= 760;
function freeArea() {
  const area = { left: 18, top: byId("bar").getBoundingClientRect().bottom + 16, right: innerWidth - 18, bottom: innerHeight - 18 };
  const legend = byId(isIndexOpen() ? "index" : "legend").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  if (legend.width && isNarrow()) area.bottom = Math.min(area.bottom, legend.top - 12);
  else if (legend.width) area.left = legend.right + 18;
  if (panel.width && isNarrow()) area.bottom = Math.min(area.bottom, panel.top - 12);
  else if (panel.width) area.right = panel.left - 18;
  return area;
}
var isIndexOpen = () => !byId("index").classList.contains("unseen");
var tabStop = () => isIndexOpen() ? 0 : -1;
function openIndex(isOpen) {
  byId("index").classList.toggle("unseen", !isOpen);
  byId("index-button").ariaExpanded = String(isOpen);
  for (const button of byId("list").querySelectorAll("button")) button.tabIndex = tabStop();
}
function openLegend(isOpen) {
  if (isOpen) openIndex(false);
  byId("legend").hidden = !isOpen;
  byId("legend-button").ariaExpanded = String(isOpen);
}

// src/page/walk.js
function firstNote() {
  if (!isConcept) return shown.notes[0];
  const along = (note) => page.flow === "TB" ? at(note).y : at(note).x;
  const reach = /* @__PURE__ */ new Map();
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

// src/page/camera.js
var LEGIBLE = 0.55;
var OPENED = 0.8;
function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  state.isFitted = true;
}
function fittedScale(box, area) {
  const across = isConcept || isNarrow() ? 0 : 120, down = isConcept ? 0 : 44;
  return Math.min(
    (area.right - area.left - across) / (box.right - box.left),
    (area.bottom - area.top - down) / (box.bottom - box.top),
    isConcept ? 1.25 : 2
  );
}
function moveTray() {
  if (!page.tray || innerWidth > innerHeight) return;
  const [left, top] = page.tray, before = fittedScale(bounds(), freeArea());
  const orphans = notes.filter((_, note) => isOrphan(note));
  const others = notes.filter((_, note) => !isOrphan(note)).map((note) => note.y + (note.h ?? 0) / 2);
  const shift = (dx, dy) => {
    page.tray[0] += dx;
    page.tray[1] += dy;
    for (const note of orphans) {
      note.x += dx;
      note.y += dy;
    }
  };
  shift(-left, others.reduce((most, y) => Math.max(most, y), 0) + 60 - top);
  if (fittedScale(bounds(), freeArea()) <= before) shift(left - page.tray[0], top - page.tray[1]);
}
function openView() {
  if (!isConcept || !isNarrow() || !shown.notes.length || fittedScale(bounds(), freeArea()) >= LEGIBLE) return fit(false);
  const { x, y } = at(firstNote()), area = freeArea();
  look(x, y + (area.bottom - area.top) * 0.4 / OPENED, OPENED, false);
  state.isFitted = false;
}
function look(x, y, scale, animated = true) {
  const area = freeArea();
  const shiftX = (area.left + area.right - innerWidth) / 2 / scale;
  const shiftY = (area.top + area.bottom - innerHeight) / 2 / scale;
  const animation = animated && !isStill && { duration: 320, easingFunction: "easeInOutQuad" };
  stage.moveTo({ position: { x: x - shiftX, y: y - shiftY }, scale, animation });
}
function reveal(note, fromAfar) {
  const readable = isNarrow() ? 0.85 : isConcept ? 0.6 : 0.9;
  const whole = state.isFitted && isConcept && !isNarrow() ? fittedScale(bounds(), freeArea()) : 0;
  const isWholeKept = whole >= readable;
  const scale = isWholeKept ? whole : stage.getScale();
  if (isWayTo(note) && !isWholeKept) lookAtAll(notesOnWay(state.way), Math.max(scale, readable));
  else if ((fromAfar || isNarrow()) && scale < readable) lookAt(note, readable);
  else if (isWholeKept) fit();
  else if (!isInside(note)) lookAt(note, scale);
}
function lookAt(note, scale) {
  const { x, y } = at(note);
  look(x, y, scale);
  state.isFitted = false;
}
function lookAtAll(members, largest) {
  const box = boundsOf(members);
  look((box.left + box.right) / 2, (box.top + box.bottom) / 2, Math.min(largest, fittedScale(box, freeArea())));
  state.isFitted = false;
}
function isInside(note) {
  const area = freeArea(), box = rectangle(note);
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}
function zoom(factor) {
  stage.moveTo({ scale: stage.getScale() * factor });
  state.isFitted = false;
}

// src/page/commands.js
var commands = {};
var bindCommands = (bound) => Object.assign(commands, bound);

// src/page/help.js
var TOLD_KEYS = [
  ["/", "key_search"],
  ["← ↑ → ↓", "key_walk"],
  ["Enter", "key_panel"],
  ["n", "key_index"],
  ["g", "key_legend"],
  ["l", "key_local"],
  ["p", "key_way"],
  ["f", "key_fit"],
  ["+ −", "key_zoom"],
  ["t", "key_theme"],
  ["Esc", "key_back"],
  ["?", "key_help"]
];
function openHelp() {
  const rows = TOLD_KEYS.map(([keys2, what]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", { textContent: keys2 })), make("td", { textContent: text(what) })));
  const close = make("button", { className: "close", ariaLabel: text("close"), title: text("close"), click: () => byId("help").close() }, icon("close"));
  byId("help").replaceChildren(close, heading(text("help")), make("table", {}, ...rows), make("p", { className: "where", textContent: text("operators") }));
  byId("help").showModal();
}

// src/page/hover.js
function listenForNotes() {
  let isAsked = false;
  byId("map").addEventListener("mousemove", ({ clientX: x, clientY: y, buttons }) => {
    if (isAsked || buttons) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const node = noteNear(stage.DOMtoCanvas({ x, y }));
      if (node !== state.hovered) hover(node);
      if (node >= 0) showTip({ node, pointer: { DOM: { x, y } } });
    });
  });
}
function showTip({ node, pointer }) {
  const { label, cards } = notes[node], said = [cards && counted("cards", cards), sayWaiting(node)].filter(Boolean);
  const tip = byId("tip");
  tip.replaceChildren(label, make("small", { textContent: said.map((words) => ` · ${words}`).join("") }));
  tip.hidden = isConcept;
  tip.style.left = `${Math.min(pointer.DOM.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.DOM.y + 16}px`;
}
function hover(note) {
  state.hovered = note;
  byId("map").style.cursor = note < 0 ? "" : "pointer";
  if (note < 0) byId("tip").hidden = true;
  refocus();
}

// src/page/path-bar.js
function beginWay(note) {
  state.start = note;
  showWay();
}
function askForWay(note) {
  beginWay(note);
  if (!isNarrow()) byId("query").focus();
}
function leaveWay() {
  state.start = -1;
  state.way = null;
  showWay();
}
function findWay(note) {
  state.way = { start: state.start, end: note, links: shortestWay(state.start, note, linksOf, otherEnd) };
  state.start = -1;
  showWay();
}
function showWay() {
  const { start: start2, way } = state, bar = byId("way");
  bar.hidden = start2 < 0 && !way;
  if (bar.hidden) return;
  bar.firstElementChild.textContent = start2 >= 0 ? text("way_begun", notes[start2].label) : sayWay(way);
  if (start2 >= 0) byId("said").textContent = text("way_begun", notes[start2].label);
}

// src/page/elements.js
function swatch(note) {
  if (isUnwritten(note)) return make("i", { className: "swatch hollow" });
  const mark = make("i", { className: "swatch" });
  mark.style.background = colourOf(note);
  return mark;
}
var hovering = (note) => ({
  mouseenter: () => {
    state.hovered = note;
    refocus();
  },
  mouseleave: () => {
    state.hovered = -1;
    refocus();
  }
});

// src/page/images.js
function picture(number) {
  const [name, source] = allImages()[number];
  const missing = () => make("div", { className: "unreadable", textContent: text("no_image", name) });
  if (!source) return missing();
  const image = make("img", { src: source, alt: name, loading: "lazy" });
  const button = make("button", { className: "picture", ariaLabel: text("enlarge", name), click: () => enlarge(source, name) }, image);
  image.addEventListener("error", () => button.replaceWith(missing()));
  return button;
}
function enlarge(source, name) {
  const [image, link] = byId("picture").children;
  Object.assign(image, { src: source, alt: name });
  Object.assign(link, { href: addressInObsidian(name), textContent: text("open") });
  byId("picture").showModal();
}

// src/page/panel.js
var MOST_CHIPS = 60;
var LONGEST_TRAIL = 8;
function fillPanel(note) {
  const { label, path, deck, tags = [] } = notes[note];
  const where = isUnwritten(note) ? text("unwritten_note") : [isNote(note) ? "" : text(notes[note].kind), path, deck].filter(Boolean).join(" · ");
  byId("panel").replaceChildren(
    make("button", { className: "close", ariaLabel: text("close"), title: text("close"), click: () => commands.select(-1) }, icon("close")),
    make("h1", { textContent: label }),
    make("div", { className: "where", textContent: where }),
    make("div", { className: "waiting", textContent: sayWaiting(note), hidden: !waitingOf(note) }),
    actions(note),
    ...waySection(note),
    ...trailSection(note),
    ...relationSections(note),
    ...section(text("links"), plainChips(leaving, "to", note)),
    ...section(text("backlinks"), plainChips(arriving, "from", note)),
    ...cardSection(note),
    ...imageSection(note),
    ...section(text("tags"), tags.map((tag) => make("span", { className: "chip", textContent: tag })))
  );
  byId("panel").ariaLabel = label;
  byId("panel").hidden = false;
  byId("panel").scrollTop = 0;
}
function renewActions() {
  if (state.selected >= 0) byId("panel").querySelector(".actions").replaceWith(actions(state.selected));
}
function actions(note) {
  const { path } = notes[note];
  const isLocal = state.centre === note;
  const local = make("button", {
    textContent: text(isLocal ? "show_all" : "local"),
    click: () => commands.showLocal(isLocal ? -1 : note, state.depth)
  });
  const way = make("button", { textContent: text("way_to"), click: () => askForWay(note) });
  const open = !path ? null : make("a", { href: addressInObsidian(path), textContent: text("open") });
  return make("div", { className: "actions" }, open, local, way);
}
function trailSection(note) {
  const way = trail(note);
  if (way.length < 3) return [];
  const steps = way.slice(0, -1).slice(-LONGEST_TRAIL).flatMap((step) => [
    make("button", { textContent: notes[step].label, click: () => commands.choose(step, true), ...hovering(step) }),
    "  ›  "
  ]);
  if (way.length > LONGEST_TRAIL + 1) steps.unshift("…  ›  ");
  return [heading(text("trail")), make("div", { className: "trail" }, ...steps, make("b", { textContent: notes[note].label }))];
}
function relationSections(note) {
  return namedKinds.flatMap((kind) => {
    const ofKind = (number) => links[number].kind === kind;
    const out = leaving[note].filter(ofKind).map((number) => chip(links[number].to, "→", text("after", kind)));
    const into = arriving[note].filter(ofKind).map((number) => chip(links[number].from, "←", text("before", kind)));
    return section(kind, [...into, ...out]);
  });
}
function plainChips(lists, end, note) {
  return lists[note].filter((number) => !links[number].kind).map((number) => chip(links[number][end]));
}
function section(title, chips) {
  if (!chips.length) return [];
  const rest = chips.length - MOST_CHIPS;
  const list = make("div", { className: "chips" }, ...chips.slice(0, MOST_CHIPS));
  if (rest > 0) {
    const more = make("button", { className: "chip", textContent: text("more", rest), click: () => more.replaceWith(...chips.slice(MOST_CHIPS)) });
    list.append(more);
  }
  return [heading(`${title} · ${chips.length}`), list];
}
function chip(note, arrow = "", meaning = "") {
  const mark = arrow ? make("span", { className: "arrow", ariaLabel: meaning, role: "img", textContent: arrow }) : null;
  return make("button", { className: "chip", click: () => commands.choose(note, true), ...hovering(note) }, mark, swatch(note), notes[note].label);
}
function cardSection(note) {
  const cards = cardsOf(note);
  if (!cards.length) return [];
  return [heading(`${text("cards")} · ${cards.length}`), ...cards.map(([question, answer]) => make(
    "details",
    { className: "card" },
    make("summary", {}, side(question, "question")),
    side(answer, "answer")
  ))];
}
var side = (pieces, name) => make("div", { className: `side ${name}` }, ...(pieces.length ? pieces : [text("blank")]).map(
  (piece) => typeof piece === "number" ? picture(piece) : make("div", { textContent: piece })
));
function imageSection(note) {
  const { images = [] } = notes[note];
  if (!images.length) return [];
  return [heading(`${text("images")} · ${images.length}`), make("div", { className: "pictures" }, ...images.map(picture))];
}
function waySection(note) {
  const { way } = state;
  if (!way || !isEndOfWay(note)) return [];
  if (!way.links) return [heading(text("way")), make("p", { className: "where", textContent: sayWay(way) })];
  const passed = notesOnWay(way);
  const steps = passed.map((step, place) => make("li", {}, ...place ? [connection(way.links[place - 1], step)] : [], chip(step)));
  return [heading(`${text("way")} · ${counted("steps", way.links.length)}`), make("ol", { className: "steps" }, ...steps)];
}
function connection(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make("span", { className: "where", textContent: `${isForward ? "↓" : "↑"} ${kind ?? text("plain")} ` });
}

// src/page/selection.js
function select(note, fromAfar = false) {
  state.selected = note;
  state.hovered = -1;
  state.found = null;
  if (state.way && !isEndOfWay(note) && !notesOnWay(state.way).includes(note)) leaveWay();
  if (note < 0) return closePanel();
  writeAddress(addressOf(note));
  if (!isBig) stage.selectNodes([note], false);
  fillPanel(note);
  refocus();
  reveal(note, fromAfar);
  byId("said").textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(", ");
}
function closePanel() {
  if (byId("panel").contains(document.activeElement)) byId("map").focus();
  byId("panel").hidden = true;
  stage.unselectAll();
  writeAddress(location.pathname + location.search);
  refocus();
  if (state.isFitted && !isNarrow()) fit();
}
function endWay() {
  leaveWay();
  if (state.selected >= 0) {
    writeAddress(addressOf(state.selected));
    fillPanel(state.selected);
  }
  refocus();
}
function choose(note, fromAfar = false) {
  if (note >= 0 && state.start >= 0 && note !== state.start) findWay(note);
  select(note, fromAfar);
}

// src/page/sidebars.js
function toggleIndex() {
  const isOpen = !isIndexOpen();
  if (isOpen) openLegend(false);
  openIndex(isOpen);
  if (state.isFitted) fit();
  (isOpen && byId("list").querySelector("button") || byId("map")).focus();
}
function toggleLegend() {
  if (byId("legend").contains(document.activeElement)) byId("map").focus();
  openLegend(byId("legend").hidden);
  if (state.isFitted) fit();
}

// src/drawing/backdrop.js
var BACKDROP_SIDE = 4096;
var backdrop = null;
function forgetBackdrop() {
  backdrop = null;
  forgetSheets();
}
function paintBackdrop(context, frame) {
  const share = focus.bright ? 0.3 : 1;
  if (!frame.isScreen) return strokeBackdrop(context, frame.scale, share);
  backdrop ??= drawBackdrop();
  const { canvas, left, top, width, height } = backdrop;
  context.globalAlpha = share;
  context.drawImage(canvas, left, top, width, height);
  context.globalAlpha = 1;
}
function drawBackdrop() {
  const { left, top, right, bottom } = bounds(), width = right - left, height = bottom - top;
  const scale = Math.min(2, BACKDROP_SIDE / Math.max(width, height));
  const canvas = make("canvas", { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  strokeBackdrop(context, scale);
  return { canvas, left, top, width, height };
}
function strokeBackdrop(context, scale, share = 1) {
  context.lineWidth = 1 / scale;
  const alpha = Math.max(0.035, Math.min(0.3, 1500 / shown.links.length));
  for (const [group, lines] of linesByGroup()) {
    context.strokeStyle = group < 0 ? colour.link : colourOfGroup(group);
    context.globalAlpha = share * (group < 0 ? alpha : alpha * 1.8);
    context.stroke(lines);
  }
  context.globalAlpha = 1;
}
function linesByGroup() {
  const paths = /* @__PURE__ */ new Map([[-1, newPath()]]);
  for (const number of shown.links) {
    const { from, to } = links[number];
    const group = groupOf(from) === groupOf(to) ? groupOf(from) : -1;
    if (!paths.has(group)) paths.set(group, newPath());
    paths.get(group).moveTo(at(from).x, at(from).y);
    paths.get(group).lineTo(at(to).x, at(to).y);
  }
  return paths;
}

// src/drawing/occupied.js
var CELL = 64;
var Occupied = class {
  #cells = /* @__PURE__ */ new Map();
  add(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.has(cell)) this.#cells.get(cell).push(box);
      else this.#cells.set(cell, [box]);
    }
  }
  isFree(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.get(cell)?.some((other) => touches(box, other))) return false;
    }
    return true;
  }
  count(box) {
    const found = /* @__PURE__ */ new Set();
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (touches(box, other)) found.add(other);
    }
    return found.size;
  }
  *#cellsOf({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 100003 + y;
    }
  }
};
var touches = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// src/drawing/links.js
function paintLinks(context, frame) {
  let near = shown.links.filter((number) => isLinkNear(links[number], frame) && !isSilent(links[number]));
  if (near.length > MANY_LINKS) {
    paintBackdrop(context, frame);
    near = near.filter((number) => isHot(links[number]));
  }
  strokeLinks(context, near, frame.scale);
}
function strokeLinks(context, numbers, scale) {
  const bundles = /* @__PURE__ */ new Map();
  for (const number of numbers) {
    const link = links[number];
    const look2 = lookOf(link), key = JSON.stringify(look2);
    if (!bundles.has(key)) bundles.set(key, { look: look2, lines: newPath(), heads: newPath() });
    addLink(bundles.get(key), link, scale);
  }
  const inOrder2 = [...bundles.values()].sort((a, b) => a.look.layer - b.look.layer);
  for (const bundle of inOrder2) strokeBundle(context, bundle, scale);
  context.globalAlpha = 1;
}
function isLinkNear({ from, to, via }, { left, top, right, bottom }) {
  const a = at(from), b = at(to);
  if (via) return true;
  return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
}
var arePlainLinksDashed = isConcept || namedKinds.length > 0 && links.length <= MANY_LINKS;
function lookOf(link) {
  const isTyped = Boolean(link.kind);
  if (isHot(link)) return { layer: 3, isTyped, stroke: colour.accent, ...hotLook() };
  const isDimmed = isFaint(link);
  const stroke = isTyped ? colour.relation : colour.link;
  if (isConcept) return { layer: isDimmed ? 0 : 2, isTyped, stroke, alpha: isDimmed ? 0.28 : 1, width: isTyped ? 1.7 : 1.4 };
  const group = groupOf(link.from);
  const isWithin = !isDimmed && group >= 0 && group === groupOf(link.to);
  const alpha = isDimmed ? 0.08 : Math.max(0.12, Math.min(0.55, 320 / shown.links.length)) * (isWithin ? 1.15 : 1);
  return { layer: isDimmed ? 0 : isWithin ? 2 : 1, isTyped, stroke: isWithin ? colourOfGroup(group) : stroke, alpha, width: isTyped ? 1.5 : 1.1 };
}
function hotLook() {
  const many = focus.bright.size;
  return { alpha: Math.max(0.2, Math.min(0.95, 60 / many)), width: many > 40 ? 1.1 : 2.2 };
}
function addLink({ look: look2, lines, heads }, link, scale) {
  const { start: start2, curves, tip } = routeOf(link);
  lines.moveTo(...start2);
  for (const curve of curves) lines.bezierCurveTo(...curve);
  if (look2.alpha < 0.1) return;
  const [point, ...others] = arrowHead(tip, isConcept ? 8 : 5.5 * Math.max(0.6, Math.min(1.5, 0.9 / scale)));
  heads.moveTo(...point);
  for (const other of others) heads.lineTo(...other);
  heads.closePath();
}
function strokeBundle(context, { look: look2, lines, heads }, scale) {
  const thin = isConcept ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  context.strokeStyle = context.fillStyle = look2.stroke;
  context.globalAlpha = look2.alpha;
  context.lineWidth = look2.width * thin;
  context.setLineDash(look2.isTyped || !arePlainLinksDashed ? [] : [5 * thin, 4 * thin]);
  context.stroke(lines);
  context.setLineDash([]);
  context.fill(heads);
}
function paintKinds(context, { scale }) {
  if (scale < 0.45) return;
  const taken = new Occupied();
  for (const number of shown.links) {
    const link = links[number];
    const isTelling = isHot(link) || link.kind !== namedKinds[0] && !focus.bright;
    if (link.kind && isTelling) paintKind(context, link, taken);
  }
}
var nameOf = ({ kind, direction }) => (direction < 0 ? page.back : "") + shorten(kind, 28);
function paintKind(context, link, taken) {
  const { spots } = routeOf(link), name = nameOf(link);
  context.font = `500 11px ${FONT}`;
  const width = context.measureText(name).width + 14;
  const boxAt = ([x2, y2]) => ({ left: x2 - width / 2, right: x2 + width / 2, top: y2 - 9, bottom: y2 + 9 });
  const [x, y] = spots.find((spot) => taken.isFree(boxAt(spot))) ?? spots[0];
  taken.add(boxAt([x, y]));
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fillStyle = colour.paper;
  context.fill();
  context.strokeStyle = isHot(link) ? colour.accent : colour.line;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = isHot(link) ? colour.accent : colour.soft;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(name, x, y + 0.5);
}

// src/page/note-list.js
var MOST_LISTED = 400;
var listed = [];
function listNotes() {
  listed = [...shown.notes].sort((a, b) => isNote(b) - isNote(a) || compareNames(notes[a].label, notes[b].label));
  byId("list").replaceChildren(...items(0));
}
var { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });
function items(from) {
  const rows = listed.slice(from, from + MOST_LISTED).map((note) => make("li", {}, entry(note)));
  const rest = listed.length - from - rows.length;
  if (rest <= 0) return rows;
  const more = make("button", { className: "more", textContent: text("more", rest), tabIndex: tabStop(), click: () => more.parentNode.replaceWith(...items(from + MOST_LISTED)) });
  return [...rows, make("li", {}, more)];
}
function entry(note) {
  const { label, cards } = notes[note];
  const small = make("small", { textContent: [isNote(note) ? "" : text(notes[note].kind), cards && isNote(note) ? counted("cards", cards) : ""].filter(Boolean).join(" · ") });
  return make("button", { tabIndex: tabStop(), click: () => commands.choose(note, true), ...hovering(note) }, swatch(note), make("span", { className: "name", textContent: label }), small);
}
function walkIndex(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...byId("list").querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
}

// src/drawing/dots.js
var MANY_DOTS = 1200;
function paintDots(context, numbers, scale) {
  if (numbers.length <= MANY_DOTS) return numbers.forEach((number) => paintDot(context, number, scale));
  const crowds = /* @__PURE__ */ new Map();
  const isSpecial = (number) => isUnwritten(number) || notes[number].r * scale > 4 || number === focus.note;
  for (const number of numbers.filter((each) => !isSpecial(each))) {
    const key = `${strength(number)} ${colourOf(number)}`, { x, y } = at(number);
    if (!crowds.has(key)) crowds.set(key, { alpha: strength(number), fill: colourOf(number), path: newPath() });
    const radius = Math.max(notes[number].r, 1.6 / scale), path = crowds.get(key).path;
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, FULL_CIRCLE);
  }
  for (const { alpha, fill, path } of crowds.values()) {
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fill(path);
  }
  context.globalAlpha = 1;
  numbers.filter(isSpecial).forEach((number) => paintDot(context, number, scale));
}
function paintDot(context, number, scale) {
  const { x, y } = at(number), isMarked = number === state.hovered || number === state.selected;
  const radius = Math.max(notes[number].r, 1.6 / scale) * (isMarked ? 1.12 : 1);
  const line = 1.4 / Math.max(scale, 0.5);
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
  context.globalAlpha = strength(number);
  if (isUnwritten(number)) paintHollow(context, line, radius * scale > 5);
  else paintFull(context, number, isMarked, line, scale);
  context.globalAlpha = 1;
}
function paintHollow(context, line, isDashed) {
  context.fillStyle = colour.paper;
  context.fill();
  context.strokeStyle = colour.soft;
  context.lineWidth = line;
  if (isDashed) context.setLineDash([2.6 * line, 1.8 * line]);
  context.stroke();
  context.setLineDash([]);
}
function paintFull(context, number, isMarked, line, scale) {
  context.fillStyle = colourOf(number);
  context.fill();
  if (!isMarked && notes[number].r * scale < 3) return;
  context.strokeStyle = isMarked ? colour.ink : colour.paper;
  context.lineWidth = isMarked ? 2 * line : line;
  context.stroke();
}

// src/drawing/labels.js
var LONGEST_NAME = 36;
var SHORTEST_NAME = 6;
var MOST_LABELS = 320;
function paintLabels(context, frame) {
  const names2 = new Occupied(), dots = new Occupied();
  if (frame.isScreen) for (const id of ["bar", "legend", "panel"]) names2.add(byId(id).getBoundingClientRect());
  const order = isCrowd() ? crowdToName(frame) : labelOrder();
  if (!focus.bright) paintRegionNames(context, frame, names2);
  if (focus.note >= 0) names2.add(screenBox(focus.note, frame, notes[focus.note].r * frame.scale));
  for (const note of isCrowd() ? order : shown.notes) {
    const radius = notes[note].r * frame.scale;
    if (radius > 1.5 && isInFrame(note, frame)) dots.add(screenBox(note, frame, radius * 0.8));
  }
  let count2 = 0;
  for (const note of order) {
    if (!isInFrame(note, frame)) continue;
    if (paintLabel(context, note, frame, names2, dots)) count2 += 1;
    if (count2 >= MOST_LABELS && frame.isScreen) break;
  }
  if (focus.bright) paintRegionNames(context, frame, names2);
}
function labelOrder() {
  if (!focus.bright) return shown.notes;
  const bright = shown.notes.filter((note) => focus.bright.has(note));
  if (focus.note >= 0) bright.sort((a, b) => (b === focus.note) - (a === focus.note));
  return bright;
}
var isInFrame = (note, { left, top, right, bottom }) => {
  const { x, y } = at(note);
  return x > left && x < right && y > top && y < bottom;
};
var screenBox = (note, { left, top, scale }, half) => {
  const x = (at(note).x - left) * scale, y = (at(note).y - top) * scale;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
};
var columns = later(() => [...new Set(notes.filter((_, note) => isOrphan(note)).map(({ x }) => x))].sort((a, b) => a - b));
function roomInTray(note, scale) {
  const { x, r } = notes[note], next = columns().find((column) => column > x) ?? page.tray[0] + page.tray[2];
  return (next - x - 2 * r) * scale - 18;
}
function paintLabel(context, note, frame, names2, dots) {
  const picture2 = pictureOf(note, frame.scale);
  if (!picture2) return false;
  const mayHideDots = (notes[note].weight ?? 0) > 0.4 || Boolean(focus.bright);
  const boxes = [...labelBoxes(note, frame, picture2)];
  const isClear = (box2) => box2.left > 0 && box2.right < (frame.right - frame.left) * frame.scale && names2.isFree(box2);
  const box = boxes.find((each) => isClear(each) && dots.isFree(each)) ?? (mayHideDots ? boxes.filter(isClear).sort((a, b) => dots.count(a) - dots.count(b))[0] : void 0) ?? (note === focus.note ? boxes[0] : void 0);
  if (!box) return false;
  names2.add(box);
  copyPicture(context, picture2, box, frame);
  return true;
}
function* labelBoxes(note, frame, { width, height }) {
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const dot = screenBox(note, frame, half);
  const x = (dot.left + dot.right) / 2, y = (dot.top + dot.bottom) / 2;
  const boxAt = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  if (isOrphan(note)) return yield boxAt(dot.right + 2, y - height / 2);
  yield boxAt(x - width / 2, dot.bottom + 1);
  yield boxAt(x - width / 2, dot.top - height);
  yield boxAt(dot.right + 2, y - height / 2);
  yield boxAt(dot.left - width - 2, y - height / 2);
  const beside = 0.75 * half;
  for (const top of [y + beside - height / 4, y - beside - 3 * height / 4]) {
    yield boxAt(x + beside, top);
    yield boxAt(x - beside - width, top);
  }
}
function lettersIn(room2, name, size) {
  ruler.font = `500 ${size}px ${FONT}`;
  const widthOf = (words) => ruler.measureText(words).width;
  if (widthOf(name) <= room2) return Infinity;
  let most = Math.floor(name.length * room2 / widthOf(name));
  while (most >= SHORTEST_NAME && widthOf(shorten(name, most)) > room2) most -= 1;
  return most;
}
function pictureOf(note, scale) {
  const isStrong = note === focus.note || (notes[note].weight ?? 0) > 0.6;
  const size = note === focus.note ? 14 : Math.round(11.5 + 5 * (notes[note].weight ?? 0));
  const most = isOrphan(note) && note !== focus.note ? lettersIn(roomInTray(note, scale), notes[note].label, size) : LONGEST_NAME;
  if (most < SHORTEST_NAME) return null;
  const name = shorten(notes[note].label, Math.min(most, LONGEST_NAME)), key = `${note} ${size} ${isStrong} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture([name], size, isStrong, isUnwritten(note)));
  return pictures.get(key);
}
var MOST_BRIGHT = 3e3;
var READABLE_DOT = 3;
var READABLE_SCALE = 0.8;
function crowdToName(frame) {
  const most = 2 * MOST_LABELS;
  if (focus.bright) return [...focus.bright].slice(0, MOST_BRIGHT).sort((a, b) => (b === focus.note) - (a === focus.note) || byWeight(a, b));
  const isReadable = (note) => frame.scale > READABLE_SCALE || notes[note].r * frame.scale > READABLE_DOT;
  return notesWithin(frame, most).filter(isReadable);
}

// src/drawing/tray.js
function paintTray(context, { scale }) {
  if (!isTrayShown()) return;
  const [left, top, width, height] = page.tray;
  const size = isConcept ? 11 : Math.min(11 / scale, 22);
  context.globalAlpha = focus.bright ? 0.4 : 1;
  context.beginPath();
  context.roundRect(left, top, width, height, 14);
  context.strokeStyle = colour.line;
  context.lineWidth = 1.3 / Math.min(scale, 1);
  context.setLineDash([6 / Math.min(scale, 1), 5 / Math.min(scale, 1)]);
  context.stroke();
  context.setLineDash([]);
  context.font = `600 ${size}px ${FONT}`;
  context.fillStyle = colour.soft;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(text("tray").toUpperCase(), left + 18, top + 16);
  context.globalAlpha = 1;
}

// src/drawing/crowd.js
var MOST_HOT = 1200;
function paintCrowd(context, frame) {
  paintGround(context, frame);
  paintTray(context, frame);
  strokeLinks(context, hotLinks(), frame.scale);
  for (const note of standingOut(frame)) paintDot(context, note, frame.scale);
  if (frame.scale > READABLE_SCALE) paintRings(context, notesWithin(frame, MOST_BRIGHT), frame.scale);
  paintLabels(context, frame);
}
function hotLinks() {
  if (focus.steps) return state.way.links;
  if (focus.note < 0) return [];
  const steps = [...focus.way].flatMap((note) => arriving[note].filter((link) => isOnWay(links[link].from) && links[link].direction));
  return [.../* @__PURE__ */ new Set([...steps, ...leaving[focus.note], ...arriving[focus.note]])].filter(isLinkShown).slice(0, MOST_HOT);
}
function standingOut(frame) {
  const marked = [state.selected, state.hovered].filter((note) => note >= 0 && shown.isNote[note]);
  const bright = focus.bright ? [...focus.way, ...focus.bright] : [];
  return [...bright.slice(0, MOST_BRIGHT), ...marked].filter((note) => shown.isNote[note] && isNear(note, frame));
}

// src/drawing/paint.js
var PAINTERS = {
  layered: { paintNotes: paintBoxes, names: paintKinds },
  dots: { paintNotes: paintDots, names: paintLabels }
};
function paint(context, frame) {
  if (isCrowd()) return paintCrowd(context, frame);
  const { paintNotes, names: names2 } = PAINTERS[isConcept ? "layered" : "dots"];
  paintTray(context, frame);
  paintLinks(context, frame);
  paintNotes(context, notesIn(frame), frame.scale);
  paintRings(context, notesIn(frame), frame.scale);
  names2(context, frame);
}
function notesIn(frame) {
  const marked = [state.selected, state.hovered].filter((note) => shown.isNote[note]);
  const others = shown.notes.filter((note) => !marked.includes(note)).reverse();
  return [...others, ...marked].filter((note) => isNear(note, frame));
}

// src/page/save.js
var LONGEST_SIDE = 6e3;
var MARGIN = 40;
var MARGIN_FOR_NAMES = 130;
function wholeFrame() {
  const box = bounds(), beside = isConcept ? MARGIN : MARGIN_FOR_NAMES;
  const frame = { left: box.left - beside, top: box.top - MARGIN, right: box.right + beside, bottom: box.bottom + MARGIN };
  return { ...frame, scale: Math.min(2, LONGEST_SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top)) };
}
function drawWhole() {
  const frame = wholeFrame(), width = frame.right - frame.left, height = frame.bottom - frame.top;
  const canvas = make("canvas", { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = canvas.getContext("2d");
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paint(context, frame);
  return canvas;
}
var MOST_PIECES = 1e4;
var isDrawable = () => shown.notes.length + shown.links.length <= MOST_PIECES;
var savePng = () => drawWhole().toBlob((blob) => download(blob, "png"));
var saveSvg = () => download(new Blob([svgText()], { type: "image/svg+xml" }), "svg");
function download(blob, extension) {
  const address = URL.createObjectURL(blob);
  const name = page.title.replace(/[^\p{L}\p{N} ._-]/gu, "_") || "map";
  make("a", { href: address, download: `${name}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1e4);
}
var svgText = () => new XMLSerializer().serializeToString(svgDrawing());
function svgDrawing() {
  const frame = wholeFrame(), pen = new WritingPen(frame);
  pen.fillStyle = colour.paper;
  pen.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  withWrittenPaths(() => paint(pen, frame));
  return pen.drawing;
}

// src/page/stage.js
function openStage() {
  const nodes = new vis.DataSet(isBig ? [] : notes.map(actor));
  setStage(new vis.Network(byId("map"), { nodes, edges: [] }, {
    ...parse("options"),
    interaction: { ...parse("options").interaction, dragNodes: matchMedia("(pointer: fine)").matches }
  }));
  stage.actors = nodes;
  byId("map").querySelector(".vis-network").tabIndex = -1;
  stage.on("beforeDrawing", (context) => paint(context, frameOfScreen()));
  stage.on("zoom", () => {
    state.isFitted = false;
  });
  stage.on("dragEnd", ({ nodes: dragged }) => {
    if (dragged.length) keepPlaces(dragged);
    else state.isFitted = false;
    redraw();
  });
}
function actor(note, id) {
  const nodeDimensions = isConcept ? { width: note.w, height: note.h } : { width: 2 * note.r + 4, height: 2 * note.r + 4 };
  const ctxRenderer = () => ({ drawNode() {
  }, nodeDimensions });
  return { id, x: note.x, y: note.y, shape: "custom", ctxRenderer };
}
function keepPlaces(dragged) {
  forgetBackdrop();
  if (isConcept || gathered) return;
  for (const note of dragged) Object.assign(notes[note], { x: at(note).x, y: at(note).y });
}
function updateActors() {
  if (isBig) return;
  const placeOf = (id) => isConcept ? {} : { x: notes[id].x, y: notes[id].y, ...gathered?.get(id) };
  stage.actors.update(notes.map((_, id) => ({ id, hidden: !shown.isNote[id], ...placeOf(id) })));
}

// src/page/view.js
function show() {
  refilter();
  gather();
  forgetBackdrop();
  forgetSquares();
  forgetOutlines();
  updateActors();
  count();
  listNotes();
  if (state.way && !notesOnWay(state.way).every((note) => shown.isNote[note])) endWay();
  refocus();
}
function count() {
  const written = shown.notes.filter(isNote).length;
  byId("count").textContent = `${counted("notes", written)} · ${counted("links", shown.links.length)}`;
  byId("svg").disabled = !isDrawable();
  byId("svg").title = byId("svg").ariaLabel = text(isDrawable() ? "svg" : "svg_too_large", MOST_PIECES);
}
function showLocal(note, depth) {
  state.centre = note;
  state.depth = Math.max(1, Math.min(6, depth));
  byId("local").hidden = note < 0;
  byId("depth").textContent = text("depth", state.depth);
  show();
  renewActions();
  fit();
}

// src/page/legend.js
function showLegend() {
  byId("legend").replaceChildren(
    colourChoice(),
    ...groupRows(),
    ...kindRows(),
    ...specialRows()
  );
}
function colourChoice() {
  const options = possibleColours().map((name) => make("option", { value: name, textContent: text(`by_${name}`), selected: name === state.colour }));
  if (options.length < 2) return heading(text(`by_${state.colour}`));
  const choice = make("select", { id: "colour", change: () => colourBy(choice.value) }, ...options);
  return make("label", { className: "by" }, text("colour"), choice);
}
function colourBy(name) {
  state.colour = name;
  state.hiddenGroups.clear();
  regroup();
  showLegend();
  byId("colour").focus();
  show();
}
function groupRows() {
  const rows = groups.slice(0, MOST_GROUPS).map(([name, size], group) => {
    const mark = make("i", { className: "swatch" });
    mark.style.background = colourOfGroup(group);
    return filterRow(mark, shortNameOf(name), size, hideIn(state.hiddenGroups, group), name);
  });
  const others = groups.slice(MOST_GROUPS).reduce((sum, [, size]) => sum + size, 0);
  if (others) rows.push(filterRow(make("i", { className: "swatch lone" }), text("others"), others, hideIn(state.hiddenGroups, MOST_GROUPS)));
  return rows;
}
var plainStroke = arePlainLinksDashed ? "stroke plain dashed" : "stroke plain";
function kindRows() {
  if (!links.length) return [];
  const kinds = kindSizes.has("") ? [...namedKinds, ""] : namedKinds;
  const rows = kinds.map((kind) => filterRow(
    make("i", { className: kind ? "stroke" : plainStroke }),
    kind || text("plain"),
    kindSizes.get(kind),
    hideIn(state.hiddenKinds, kind)
  ));
  return [heading(text("relations")), ...rows];
}
function specialRows() {
  const orphans = notes.filter((_, note) => isOrphan(note)).length;
  const rows = [];
  if (orphans) rows.push(filterRow(make("i", { className: "swatch lone" }), text("orphans"), orphans, hideAs("hideOrphans")));
  for (const sort of ["unresolved", "attachment", "tag", "card"]) {
    const members = notes.map((_, note) => note).filter((note) => notes[note].kind === sort);
    if (members.length) rows.push(filterRow(swatch(members[0]), text(`all_${sort}`), members.length, hideIn(state.hiddenSorts, sort)));
  }
  const implied = links.filter((link) => link.implied).length;
  if (implied) rows.push(filterRow(make("i", { className: `${plainStroke} faint` }), text("implied"), implied, showAs("showImplied"), text("implied_why")));
  return rows.length ? [heading(text("show")), ...rows] : [];
}
var hideIn = (set, member) => ({
  isShown: !set.has(member),
  set: (isShown) => isShown ? set.delete(member) : set.add(member)
});
var hideAs = (name) => ({ isShown: !state[name], set: (isShown) => {
  state[name] = !isShown;
} });
var showAs = (name) => ({ isShown: state[name], set: (isShown) => {
  state[name] = isShown;
} });
function shortNameOf(name) {
  if (state.colour !== "folder") return name;
  const end = name.split("/").pop();
  const isClear = groups.filter(([other]) => other.split("/").pop() === end).length === 1;
  return isClear ? end : name.split("/").slice(-2).join("/");
}
function filterRow(mark, name, size, { isShown, set }, title = name) {
  const box = make("input", { type: "checkbox", checked: isShown, change: () => {
    set(box.checked);
    show();
  } });
  return make("label", { className: "row", title }, box, mark, make("span", { className: "name", textContent: name }), make("span", { className: "number", textContent: size }));
}

// src/page/theme-switch.js
var turnTheme = () => setTheme(isDark() ? "light" : "dark");
function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  forgetLabels();
  forgetBackdrop();
  redraw();
  showLegend();
}

// src/page/keyboard.js
var DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
var KEYS = {
  "/": () => byId("query").focus(),
  "f": () => fit(),
  "l": () => state.selected >= 0 && showLocal(state.centre === state.selected ? -1 : state.selected, state.depth),
  "+": () => zoom(1.25),
  "-": () => zoom(0.8),
  "n": toggleIndex,
  "g": toggleLegend,
  "p": beginWayHere,
  "t": turnTheme,
  "?": openHelp,
  "Enter": enter,
  "Escape": goBack
};
function onKey(event) {
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const isChoice = event.target.tagName === "SELECT", isOnMap = byId("map").contains(event.target) || event.target === document.body;
  if (isChoice && event.key !== "/" && event.key !== "Escape") return;
  if (!isOnMap && (event.key === "Enter" || event.key in DIRECTIONS)) return;
  if (event.key in DIRECTIONS) walk(...DIRECTIONS[event.key]);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
}
function beginWayHere() {
  if (state.selected < 0) return;
  beginWay(state.selected);
  byId("map").focus();
}
function enter() {
  if (state.start >= 0 && state.selected !== state.start) choose(state.selected);
  else if (state.selected >= 0) byId("panel").focus();
}
function goBack() {
  if (state.start >= 0 || state.way) endWay();
  else if (isIndexOpen()) toggleIndex();
  else if (state.selected >= 0) select(-1);
  else showLocal(-1, state.depth);
  byId("map").focus();
}
function walk(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearest([...neighbours(state.selected)], dx, dy) ?? nearest(shown.notes, dx, dy);
  if (next !== void 0) select(next);
}

// src/page/print.js
var themeOnScreen = "";
function beforePrint() {
  themeOnScreen = root.dataset.theme;
  if (isDark()) setTheme("light");
  colour.paper = "#fff";
  const title = make("h1", { textContent: [page.title, page.part].filter(Boolean).join(" · ") });
  byId("paper").replaceChildren(title, isDrawable() ? svgDrawing() : make("img", { src: drawWhole().toDataURL(), alt: page.title }));
}
function afterPrint() {
  byId("paper").replaceChildren();
  setTheme(themeOnScreen);
}

// src/page/search.js
var MOST_HITS = 30;
var hits = [];
var chosen = -1;
function search() {
  const words = byId("query").value.trim(), wanted = foreignIn(words) ? "" : words;
  const asks = parseQuery(wanted, lookup), lead = leadOf(wanted);
  const all = (find) => inOrder(ranked().map(find).filter(Boolean));
  hits = wanted ? all((note) => inNames(note, asks, lead) ?? inCards(note, asks, "question")) : [];
  if (wanted && !hits.length) hits = all((note) => inCards(note, asks, "answer"));
  chosen = hits.length ? 0 : -1;
  state.found = wanted ? new Set(hits.map(({ note }) => note)) : null;
  showHits(words);
  refocus();
}
var inOrder = (found) => [0, 1, 2, 3].flatMap((rank) => found.filter((hit) => hit.rank === rank));
function inNames(note, asks, lead) {
  const place = namesOf(note).findIndex((name) => asks(note, name));
  if (place < 0) return null;
  if (place > 0) return { note, rank: 2, hint: () => notes[note].aliases[place - 1] };
  const start2 = keys[note].indexOf(lead), isWord = start2 > 0 && /\P{L}/u.test(keys[note][start2 - 1]);
  return { note, rank: start2 === 0 ? 0 : isWord ? 1 : 2, hint: () => notes[note].folder ?? "" };
}
function inCards(note, asks, side2) {
  const card = cardKeysOf(note).find((key) => asks(note, key[side2]));
  return card ? { note, rank: 3, hint: () => text("in_cards", shorten(card.words, 90)) } : null;
}
function showHits(words) {
  const list = byId("hits"), foreign = foreignIn(words);
  list.hidden = !words;
  byId("query").ariaExpanded = String(Boolean(words));
  list.replaceChildren(...hits.slice(0, MOST_HITS).map(({ note, hint }, place) => make("li", {
    id: `hit-${place}`,
    role: "option",
    mousedown: (event) => {
      event.preventDefault();
      pick(note);
    }
  }, notes[note].label, make("small", { textContent: hint() }))));
  if (!hits.length) list.append(foreign ? make("li", {}, text("foreign", foreign), make("small", { textContent: text("operators") })) : make("li", { textContent: text("nothing") }));
  byId("said").textContent = foreign ? text("foreign", foreign) : words ? counted("hits", hits.length) : "";
  markHit(chosen);
}
function markHit(place) {
  chosen = place;
  [...byId("hits").children].forEach((item, number) => {
    item.ariaSelected = String(number === place);
  });
  byId("query").setAttribute("aria-activedescendant", place < 0 ? "" : `hit-${place}`);
  byId(`hit-${place}`)?.scrollIntoView({ block: "nearest" });
}
function pick(note) {
  leaveSearch();
  if (!shown.isNote[note]) unhide(note);
  choose(note, true);
  byId("map").focus();
}
function leaveSearch() {
  byId("query").value = "";
  search();
}
var SEARCH_KEYS = {
  ArrowDown: () => markHit((chosen + 1) % Math.min(hits.length, MOST_HITS)),
  ArrowUp: () => markHit((chosen - 1 + Math.min(hits.length, MOST_HITS)) % Math.min(hits.length, MOST_HITS)),
  Enter: () => pick(hits[chosen].note)
};
function onSearchKey(event) {
  event.stopPropagation();
  if (event.key === "Escape") {
    leaveSearch();
    byId("map").focus();
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
  byId("local").hidden = true;
  showLegend();
  show();
}

// src/main.js
async function readRest() {
  if (!isBig) return;
  await readLate();
  if (state.selected >= 0) fillPanel(state.selected);
  makeReady();
}
function openAddress() {
  const [, wanted, start2] = /^#note=([^&]+)(?:&from=(.+))?$/.exec(location.hash) ?? [];
  const note = wanted ? noteCalled(wanted) : -1;
  if (note < 0 || note === state.selected) return;
  state.start = start2 ? noteCalled(start2) : -1;
  choose(note, true);
}
function translatePage() {
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll("[data-title]")) element.title = element.ariaLabel = text(element.dataset.title);
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = text(element.dataset.label);
  byId("query").placeholder = byId("query").ariaLabel = text("search");
  byId("map").ariaLabel = text("map", page.title);
}
function listenToStage() {
  stage.on("hoverNode", (event) => {
    hover(event.node);
    showTip(event);
  });
  stage.on("blurNode", () => hover(-1));
  stage.on("dragStart", () => {
    byId("tip").hidden = true;
  });
  stage.on("click", ({ nodes: [note], pointer }) => {
    byId("map").focus({ preventScroll: true });
    choose(note ?? noteNear(pointer.canvas));
  });
  stage.on("doubleClick", ({ nodes: [note], pointer }) => {
    const centre = note ?? noteNear(pointer.canvas);
    if (centre >= 0) showLocal(centre, state.depth);
  });
  if (isBig) listenForNotes();
}
function listenToPage() {
  const onClick = {
    "fit": () => fit(),
    "png": savePng,
    "svg": saveSvg,
    "legend-button": toggleLegend,
    "theme": turnTheme,
    "help-button": openHelp,
    "index-button": toggleIndex,
    "end-way": endWay,
    "nearer": () => showLocal(state.centre, state.depth - 1),
    "farther": () => showLocal(state.centre, state.depth + 1),
    "all": () => showLocal(-1, state.depth),
    "picture": () => byId("picture").close()
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener("click", action);
  byId("panel").addEventListener("mouseenter", () => hover(-1));
  byId("query").addEventListener("input", search);
  byId("query").addEventListener("keydown", onSearchKey);
  byId("query").addEventListener("blur", () => {
    byId("hits").hidden = true;
  });
  byId("index").addEventListener("keydown", walkIndex);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  addEventListener("hashchange", openAddress);
  addEventListener("resize", () => {
    if (state.isFitted) requestAnimationFrame(() => fit(false));
  });
}
function start() {
  bindCommands({ select, choose, showLocal });
  translatePage();
  readColours();
  if (isConcept) shrinkBoxes();
  if (isConcept) spreadLanes();
  state.colour = firstColour();
  regroup();
  refilter();
  openLegend(!isNarrow());
  showLegend();
  moveTray();
  openStage();
  listenToStage();
  listenToPage();
  count();
  listNotes();
  openView();
  openAddress();
  if (state.selected < 0 && page.focus >= 0) select(page.focus);
  setTimeout(readRest, 50);
}
start();
window.VG = {
  ready: true,
  notes,
  links,
  state,
  shown,
  stage,
  page,
  sheets,
  select,
  choose,
  beginWay,
  strength,
  shortestWay: (from, to) => shortestWay(from, to, linksOf, otherEnd),
  colourOf,
  colourOfGroup,
  colour,
  doWait,
  ringAt,
  showLocal,
  fit,
  search,
  svgText,
  drawWhole,
  ancestors,
  trail,
  freeArea,
  outlines: () => shownOutlines().wholes,
  rectangles: () => shown.notes.map(rectangle),
  routes: () => shown.links.map((number) => links[number]).filter((link) => !isSilent(link)).map(routeOf)
};
})();
