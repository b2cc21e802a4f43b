"use strict";
(async () => {

// src/dom.js
var byId = (id) => (
  /** @type {HTMLElement} */
  document.getElementById(id)
);
var queryBox = (
  /** @type {HTMLInputElement} */
  byId("query")
);
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name2, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name2, value);
    else if (name2 in element) Object.assign(element, { [name2]: value });
    else element.setAttribute(name2, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
function icon(name2) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name2}`);
  svg.append(use);
  return svg;
}
var heading = (words) => make("h2", { textContent: words });

// src/cache.js
function lazy(make2) {
  let value;
  return () => value ??= make2();
}
function getOrAdd(map, key, make2) {
  const known = map.get(key);
  if (known !== void 0) return known;
  const made = make2();
  map.set(key, made);
  return made;
}

// src/format/columns.js
var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;.=,?@^_`{|}~";
async function unpack(packed) {
  const inflated = new Blob([decodeBase85(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(inflated).json();
}
function decodeBase85(packed) {
  const values = new Uint8Array(128), bytes = new DataView(new ArrayBuffer(4 * Math.ceil(packed.length / 5)));
  [...DIGITS].forEach((digit, value) => {
    values[digit.charCodeAt(0)] = value;
  });
  for (let group = 0; 5 * group < packed.length; group += 1) {
    let sum = 0;
    for (let at = 5 * group; at < 5 * group + 5; at += 1) sum = 85 * sum + (at < packed.length ? values[packed.charCodeAt(at)] : 84);
    bytes.setUint32(4 * group, sum);
  }
  const missing = (5 - packed.length % 5) % 5;
  return bytes.buffer.slice(0, bytes.byteLength - missing);
}
function rowsFromColumns(table) {
  const names = Object.keys(table);
  const rows = Array.from({ length: table[names[0]]?.length ?? 0 }, () => ({}));
  for (const name2 of names) {
    if (name2.startsWith("+")) fillRunningSums(rows, name2.slice(1), table[name2]);
    else rows.forEach((row, at) => {
      if (table[name2][at] !== null) row[name2] = table[name2][at];
    });
  }
  return rows;
}
function fillRunningSums(rows, name2, steps) {
  let sum = 0;
  rows.forEach((row, at) => {
    row[name2] = sum += steps[at];
  });
}

// src/format/compact.js
function expandNotes(table) {
  const last = /* @__PURE__ */ new Map();
  let newest = -1;
  return rowsFromColumns(table).map((row) => {
    const note = (
      /** @type {any} */
      row
    );
    const { x, y } = last.get(note.topic) ?? { x: 0, y: 0 };
    note.x += x;
    note.y += y;
    last.set(note.topic, note);
    if (Array.isArray(note.label)) [note.label, ...note.aliases] = note.label;
    if (note.path === true) note.path = [note.folder, `${note.label}.md`].filter(Boolean).join("/");
    if (note.images) note.images = note.images.map(
      /** @param {number} back */
      (back) => back ? newest + 1 - back : newest += 1
    );
    return note;
  });
}
var LINKS_OF_A_HUB = 12;
var TIMES_USUAL = 4;
function computeSizes(notes2, degree) {
  const linked = degree.filter(Boolean), usual = linked.reduce((a, b) => a + b, 0) / Math.max(1, linked.length);
  const most = degree.reduce((a, b) => Math.max(a, b), Math.max(LINKS_OF_A_HUB, TIMES_USUAL * usual));
  notes2.forEach((note, id) => {
    note.weight = Math.sqrt(degree[id] / most);
    note.r = 3.5 + 14 * note.weight ** 1.3;
  });
}
var expandLinks = (bundles) => bundles.flatMap(expandBundle);
function expandBundle({ counts, steps, ...look }) {
  const found = [];
  let at = 0;
  counts.forEach((count, to) => {
    for (let from = 0, left = count; left > 0; left -= 1) found.push({ from: from += steps[at++], to, ...look });
  });
  return found;
}
function expandCards(table) {
  const cards = {};
  for (const { note, ...sides } of rowsFromColumns(table)) (cards[note] ??= []).push(
    /** @type {Card} */
    Object.values(sides)
  );
  return cards;
}
function expandImages(images) {
  return images.map((image) => Array.isArray(image) ? image : [decodeURIComponent(image.split("/").pop() ?? ""), image]);
}

// src/format/payload.js
var readBlock = (name2) => JSON.parse(document.getElementById(`vg-${name2}`)?.textContent ?? "");
async function readTable(name2, fill) {
  const table = readBlock(name2);
  return typeof table === "string" ? fill(await unpack(table)) : table;
}
var FORMAT_VERSION = 2;
var page = readBlock("page");
if (page.version !== FORMAT_VERSION) throw new Error(`the data has version ${page.version}, this page reads version ${FORMAT_VERSION}`);
var notes = await readTable("notes", expandNotes);
var links = await readTable("links", expandLinks);
var isBig = page.mode === "big";
var lateData = { cards: {}, images: [] };
var allCards = isBig ? () => lateData.cards : lazy(() => readBlock("cards"));
var allImages = isBig ? () => lateData.images : lazy(() => readBlock("images"));
async function readCardsAndImages() {
  if (isBig) lateData = { cards: await readTable("cards", expandCards), images: await readTable("images", expandImages) };
}
var isLayered = page.mode === "layered";

// src/model/text.js
var fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
var shorten = (words, most) => words.length > most ? `${[...words].slice(0, most - 1).join("")}…` : words;

// src/model/graph.js
var MANY_LINKS = 1500;
var outgoing = notes.map(() => []);
var incoming = notes.map(() => []);
links.forEach((link, number) => {
  outgoing[link.from].push(number);
  incoming[link.to].push(number);
});
if (isBig) computeSizes(notes, notes.map((_, note) => outgoing[note].length + incoming[note].length));
var relationCounts = /* @__PURE__ */ new Map();
for (const { kind = "" } of links) relationCounts.set(kind, (relationCounts.get(kind) ?? 0) + 1);
var relationTypes = [...relationCounts].filter(([kind]) => kind).sort(([, a], [, b]) => b - a).map(([kind]) => kind);
var foldedLabels = notes.map((note) => fold(note.label));
var cardsOf = (note) => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
var isNote = (note) => !notes[note].kind;
var isUnresolved = (note) => notes[note].kind === "unresolved";
var isOrphan = (note) => !outgoing[note].length && !incoming[note].length && isNote(note);
var neighbours = (note) => /* @__PURE__ */ new Set([
  ...outgoing[note].map((link) => links[link].to),
  ...incoming[note].map((link) => links[link].from)
]);
var byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;

// src/model/query.js
var TOKEN = /\s*(?:(\))|(-)?(?:(path|file|tag):)?(?:"([^"]*)"?|(\()|([^\s()"]+)))/giy;
var MAX_DEPTH = 20;
var UNSUPPORTED = /(?:^|[\s(-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)])|\[[^[\]]+\])/i;
var unsupportedOperator = (words) => words.replace(/"[^"]*"?/g, '""').match(UNSUPPORTED)?.[1];
function parseQuery(words, { fieldsOf: fieldsOf2, pathOf: pathOf2, tagsOf: tagsOf2 }) {
  const tokens = [...words.slice(0, 2e3).matchAll(TOKEN)].map(([, close, not, scope, phrase, open, word]) => ({
    close,
    open,
    word,
    not: Boolean(not),
    scope: scope?.toLowerCase(),
    text: fold(phrase ?? word ?? "")
  }));
  let at = 0;
  const isOr = () => tokens[at]?.word === "OR" && !tokens[at].scope && !tokens[at].not;
  const tests = {
    field: (note, term, field) => field.includes(term),
    path: (note, term) => fold(pathOf2(note)).includes(term),
    file: (note, term) => fold(pathOf2(note).split("/").pop() ?? "").includes(term),
    tag: (note, term) => tagsOf2(note).some((tag) => `${fold(tag)}/`.startsWith(`#${term.replace(/^#/, "")}/`))
  };
  function parseAlternatives(scope, depth) {
    const options = [];
    do {
      const terms = parseTerms(scope, depth);
      if (terms.length) options.push((note, field) => terms.every((term) => term(note, field)));
    } while (isOr() && (at += 1));
    return (note, field) => options.some((option) => option(note, field));
  }
  function parseTerms(scope, depth) {
    const terms = [];
    while (at < tokens.length && !isOr() && !(tokens[at].close && depth > 0)) terms.push(parseTerm(scope, depth));
    return terms;
  }
  function parseTerm(outerScope, depth) {
    const token = tokens[at++], scope = token.scope ?? outerScope;
    if (token.close) return () => true;
    if (token.open && depth > MAX_DEPTH) return () => false;
    const matches = token.open ? parseAlternatives(scope, depth + 1) : (note, field) => tests[scope ?? "field"](note, token.text, field);
    if (token.open && tokens[at]?.close) at += 1;
    return token.not ? (note, field) => ![...fieldsOf2(note), field].some((each) => matches(note, each)) : matches;
  }
  return parseAlternatives(void 0, 0);
}
var firstTermToken = (words) => [...words.matchAll(TOKEN)].find(
  ([, close, not, scope, phrase, open, word]) => !close && !not && !scope && !open && (phrase ?? word) !== "OR"
);
function firstTerm(words) {
  const [, , , , phrase, , word] = firstTermToken(words) ?? [];
  return fold(phrase ?? word ?? "");
}

// src/model/searchable.js
var tagsOf = (note) => [...notes[note].tags ?? [], ...notes[note].marks ?? []];
var pathOf = (note) => notes[note].path ?? "";
var nameCache = [];
var namesOf = (note) => nameCache[note] ??= [foldedLabels[note], ...(notes[note].aliases ?? []).map(fold)];
var fieldsOf = (note) => [...namesOf(note), ...cardTextsOf(note).map((card) => card.question)];
var lookup = { fieldsOf, pathOf, tagsOf };
var plainTextOf = (side) => side.filter((piece) => typeof piece === "string").join(" ");
var cardTextCache = { source: null, texts: /* @__PURE__ */ new Map() };
function cardTextsOf(note) {
  if (cardTextCache.source !== allCards()) Object.assign(cardTextCache, { source: allCards(), texts: /* @__PURE__ */ new Map() });
  return getOrAdd(cardTextCache.texts, note, () => cardsOf(note).map(([question, answer]) => ({
    words: plainTextOf(question),
    question: fold(plainTextOf(question)),
    answer: fold(plainTextOf(answer))
  })));
}
var BATCH_SIZE = 500;
var notesByWeight = lazy(() => notes.map((_, note) => note).sort(byWeight));
function prepareSearch(from = 0) {
  if (from >= notesByWeight().length) return;
  for (let note = from; note < Math.min(notes.length, from + BATCH_SIZE); note += 1) fieldsOf(note);
  setTimeout(prepareSearch, 0, from + BATCH_SIZE);
}

// src/model/color-groups.js
var colorGroups = page.color_groups.map(([query, colour2]) => ({ query, colour: colour2, matches: parseQuery(query, lookup) }));
var allTextOf = (note) => [...fieldsOf(note), ...(notes[note].matched_words ?? []).map(fold)].join("\n");
var isInColorGroup = ({ matches }, note) => matches(note, allTextOf(note));
var colorGroupOf = (note) => colorGroups.find((each) => isInColorGroup(each, note))?.query;

// src/model/state.js
var state = {
  hovered: -1,
  selected: -1,
  found: null,
  centre: -1,
  depth: 1,
  colour: "topic",
  hiddenGroups: /* @__PURE__ */ new Map(),
  hiddenKinds: /* @__PURE__ */ new Set(),
  hideOrphans: false,
  showImplied: false,
  hiddenSorts: /* @__PURE__ */ new Set(),
  pathStart: -1,
  path: null,
  isFitted: true
};
var isDense = () => isBig && state.centre < 0;

// src/model/strings.js
var t = (name2, ...values) => page.strings[name2].replace(/\{(\d)\}/g, (_, at) => String(values[at]));
var countLabel = (what, number) => t(`${what}_${number === 1 ? "one" : "many"}`, number);

// src/model/groups.js
var groupNamesBy = {
  topic: (note) => page.topics[note.topic] ?? "",
  folder: (note) => note.folder ?? t("root"),
  deck: (note) => note.deck?.split("::").pop() ?? t("no_deck"),
  tag: (note) => note.tags?.[0] ?? t("no_tag"),
  obsidian: (_, number) => colorGroupOf(number) ?? t("no_group")
};
var groupings = /* @__PURE__ */ new Map();
var groupingBy = (colouring) => getOrAdd(groupings, colouring, () => groupNotes(colouring));
function groupNotes(colouring) {
  const sizes = /* @__PURE__ */ new Map();
  const names = notes.map((note, number) => isNote(number) ? groupNamesBy[colouring](note, number) : "");
  names.filter(Boolean).forEach((name2) => sizes.set(name2, (sizes.get(name2) ?? 0) + 1));
  const groups2 = [...sizes].sort(colouring === "topic" ? compareTopics : (a, b) => b[1] - a[1]);
  const numbers = new Map(groups2.map(([name2], number) => [name2, number]));
  return { groups: groups2, numbers: names.map((name2) => numbers.get(name2) ?? -1) };
}
var groups = [];
var groupNumbers = [];
function updateGroups() {
  ({ groups, numbers: groupNumbers } = groupingBy(state.colour));
}
var OTHERS = "…";
function hiddenBy(colouring, note) {
  const { groups: all2, numbers } = groupingBy(colouring), number = numbers[note];
  return number >= MAX_GROUPS ? OTHERS : all2[number]?.[0] ?? "";
}
function isInHiddenGroup(note) {
  for (const [colouring, names] of state.hiddenGroups) if (names.has(hiddenBy(colouring, note))) return true;
  return false;
}
function showGroupsOf(note) {
  for (const [colouring, names] of state.hiddenGroups) names.delete(hiddenBy(colouring, note));
}
var hiddenGroups = (colouring) => getOrAdd(state.hiddenGroups, colouring, () => /* @__PURE__ */ new Set());
var topicNumbers = new Map(page.topics.map((name2, number) => [name2, number]));
var compareTopics = ([a], [b]) => (topicNumbers.get(a) ?? -1) - (topicNumbers.get(b) ?? -1);
var groupOf = (note) => Math.min(groupNumbers[note], MAX_GROUPS);
function defaultColouring() {
  const colours = availableColourings();
  if (isBig && !colorGroups.length) return "topic";
  return colours[0] === "folder" && colours.includes("topic") && !doFoldersCoverMost() ? "topic" : colours[0] ?? "folder";
}
function doFoldersCoverMost() {
  const sizes = /* @__PURE__ */ new Map(), written = notes.filter((note) => !note.kind);
  for (const { folder } of written) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, MAX_GROUPS);
  return 2 * largest.reduce((sum, size) => sum + size, 0) > written.length;
}
function availableColourings() {
  const written = notes.filter((note) => !note.kind);
  const has = {
    obsidian: colorGroups.length > 0,
    folder: new Set(written.map((note) => note.folder)).size > 1,
    topic: page.topics.length > 0,
    deck: written.some((note) => note.deck),
    tag: written.some((note) => note.tags)
  };
  const colourings = (
    /** @type {Colouring[]} */
    Object.keys(has)
  );
  return colourings.filter((name2) => has[name2]);
}
var LIGHT_COLOURS = ["#3f66cf", "#bd7600", "#c43d3a", "#24897d", "#64932a", "#9258ad", "#ac5f36", "#cd5c9a", "#56788f", "#84771a", "#3893c4"];
var DARK_COLOURS = ["#7f9dff", "#f0b451", "#ff8b81", "#5fcfbf", "#a6d165", "#cd9df0", "#dd9d76", "#ff9ecb", "#9dbbce", "#d5c85c", "#7ccaf4"];
var MAX_GROUPS = LIGHT_COLOURS.length;

// src/model/prerequisites.js
function prerequisitesAmong(notes2, note) {
  const found = /* @__PURE__ */ new Set([note]);
  for (const each of found) notes2[each].before?.forEach((other) => found.add(other));
  found.delete(note);
  return [...found].sort((a, b) => (notes2[a].order ?? 0) - (notes2[b].order ?? 0));
}

// src/model/study.js
var all = [...notes, ...page.outside];
var hasOrder = notes.some((note) => note.before);
var directPrerequisites = (note) => all[note].before ?? [];
var prerequisites = (note) => prerequisitesAmong(all, note);
var learned = (note) => all[note];
var isOnMap = (note) => note < notes.length;

// src/model/filter.js
var shown = { isNote: [], notes: [], links: [] };
function applyFilters() {
  const distances = state.centre >= 0 ? distancesFrom(state.centre, state.depth) : null;
  shown.isNote = notes.map((_, note) => (!distances || distances.has(note)) && !isHidden(note));
  shown.notes = notes.map((_, note) => note).filter((note) => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}
function isHidden(note) {
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  return state.hideOrphans && isOrphan(note) || isInHiddenGroup(note);
}
function isLinkShown(link) {
  const { from, to, kind } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !state.hiddenKinds.has(kind ?? "");
}
function distancesFrom(centre, depth) {
  const distance = /* @__PURE__ */ new Map([[centre, 0]]);
  for (const [note, steps] of distance) {
    if (steps === depth) continue;
    for (const other of neighbours(note)) if (!distance.has(other)) distance.set(other, steps + 1);
  }
  return distance;
}
var MAX_ANCESTORS = 400;
function ancestors(note) {
  const before = hasOrder || !isLayered ? directPrerequisites : linkedFrom;
  const found = /* @__PURE__ */ new Set([note]);
  for (const each of found) {
    if (found.size > MAX_ANCESTORS) break;
    before(each).filter((other) => !isOnMap(other) || shown.isNote[other]).forEach((other) => found.add(other));
  }
  return new Set([...found].filter(isOnMap));
}
var linkedFrom = (note) => incoming[note].filter((link) => isLinkShown(link) && !links[link].implied).map((link) => links[link].from);

// src/drawing/geometry.js
var FULL_CIRCLE = 2 * Math.PI;

// src/drawing/local-layout.js
var RING_GAP = 90;
var SEAT_WIDTH = 90;
var MAX_IN_ROW = 24;
var localPositions = null;
function updateLocalPositions() {
  localPositions = !isLayered && state.centre >= 0 ? ringPositions(state.centre) : null;
}
function ringPositions(centre) {
  const x = Math.round(notes[centre].x), y = Math.round(notes[centre].y), angles = /* @__PURE__ */ new Map([[centre, 0]]), places = /* @__PURE__ */ new Map([[centre, { x, y }]]);
  let edge = 0;
  for (const ring of notesByDistance(centre)) {
    const preferredAngle = (note) => Math.min(...[...neighbours(note)].filter((other) => angles.has(other)).map((other) => angles.get(other) ?? 0));
    const inOrder = ring.map((note) => [note, preferredAngle(note)]);
    inOrder.sort(([a, first], [b, second]) => first - second || notes[a].topic - notes[b].topic || byWeight(a, b));
    const { inner, rows } = ringSize(ring.length, edge + RING_GAP);
    inOrder.forEach(([note], place) => {
      const angle = FULL_CIRCLE * place / ring.length, radius = inner + RING_GAP * (place % rows);
      angles.set(note, angle);
      places.set(note, { x: Math.round(x + radius * Math.cos(angle)), y: Math.round(y + radius * Math.sin(angle)) });
    });
    edge = inner + RING_GAP * (rows - 1);
  }
  return places;
}
function notesByDistance(centre) {
  const rings = [];
  for (const [note, steps] of distancesFrom(centre, state.depth)) {
    if (steps > 0 && shown.isNote[note]) (rings[steps - 1] ??= []).push(note);
  }
  return rings.filter(Boolean);
}
function ringSize(count, minRadius) {
  const rows = count <= MAX_IN_ROW ? 1 : Math.ceil(Math.sqrt(count * SEAT_WIDTH / RING_GAP / FULL_CIRCLE));
  return { inner: Math.max(minRadius, count * SEAT_WIDTH / FULL_CIRCLE / rows), rows };
}

// src/drawing/stage.js
var stage = (
  /** @type {any} */
  null
);
var setStage = (network) => {
  stage = network;
};
var positionOf = (note) => (isBig ? localPositions?.get(note) : stage?.body.nodes[note]) ?? notes[note];
var redraw = () => stage?.redraw();
function frameOfScreen() {
  const { clientWidth, clientHeight } = byId("map");
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}

// src/drawing/bounds.js
var halfSize = (note) => isLayered ? [notes[note].w / 2, notes[note].h / 2] : [notes[note].r + 4, notes[note].r + 4];
function bounds() {
  const box = boundsOf(shown.notes);
  if (isLayered) for (const link of shown.links) for (const [x, y] of links[link].via ?? []) extend(box, x, y, x, y);
  if (page.unlinked_area && isUnlinkedAreaShown()) {
    const [left, top, width, height] = page.unlinked_area;
    extend(box, left, top, left + width, top + height);
  }
  return box;
}
function boundsOf(members) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const note of members) {
    const { x, y } = positionOf(note), [halfWidth, halfHeight] = halfSize(note);
    extend(box, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return box;
}
function extend(box, left, top, right, bottom) {
  box.left = Math.min(box.left, left);
  box.right = Math.max(box.right, right);
  box.top = Math.min(box.top, top);
  box.bottom = Math.max(box.bottom, bottom);
}
function screenRectangle(note) {
  const { x, y } = positionOf(note), [halfWidth, halfHeight] = halfSize(note), scale = stage.getScale();
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
function isInView(note, { left, top, right, bottom }) {
  const { x, y } = positionOf(note), [halfWidth, halfHeight] = halfSize(note);
  return x + halfWidth > left && x - halfWidth < right && y + halfHeight > top && y - halfHeight < bottom;
}
var isUnlinkedAreaShown = () => Boolean(page.unlinked_area) && state.centre < 0 && shown.notes.some(isOrphan);

// src/model/path.js
var shownLinksOf = (note) => [...outgoing[note], ...incoming[note]].filter(isLinkShown).sort((a, b) => Number(Boolean(links[b].kind)) - Number(Boolean(links[a].kind)) || a - b);
var otherEnd = (link, note) => links[link].from === note ? links[link].to : links[link].from;
function pathLabel({ start: start2, end, links: steps }) {
  const ends = [notes[start2].label, notes[end].label];
  return steps ? `${t("path_found", ...ends)} · ${countLabel("steps", steps.length)}` : t("path_none", ...ends);
}
function notesOnPath({ start: start2, links: steps }) {
  const passed = [start2];
  for (const link of steps ?? []) passed.push(otherEnd(link, passed[passed.length - 1]));
  return passed;
}
var isPathTarget = (note) => Boolean(state.path?.links) && note === state.path?.end;
var isPathEndpoint = (note) => note === state.path?.start || note === state.path?.end;

// src/drawing/theme.js
var FONT = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, "Liberation Sans", Arial, sans-serif';
var COLOURS = ["paper", "card", "ink", "soft", "line", "accent", "link", "relation", "attachment", "tag", "card-mark", "due", "new"];
var colour = {};
var root = document.documentElement;
var isDark = () => root.dataset.theme === "dark";
function readColours() {
  const style = getComputedStyle(root);
  COLOURS.forEach((name2) => {
    colour[name2] = style.getPropertyValue(`--${name2}`).trim();
  });
}
function colourOfGroup(group) {
  const fixed = state.colour === "obsidian" && colorGroups.find(({ query }) => query === groups[group]?.[0])?.colour;
  if (fixed) return fixed;
  if (state.colour === "obsidian") return colour.soft;
  const palette = isDark() ? DARK_COLOURS : LIGHT_COLOURS;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}
var LIGHT_RELATIONS = ["#8a4fb0", "#0a7f86", "#b3541e", "#56751f"];
var DARK_RELATIONS = ["#c79bec", "#59c7cd", "#f0a070", "#a9cf6a"];
var colourOfRelation = (kind) => relationColours()[relationTypes.indexOf(kind) - 1] ?? colour.relation;
var relationColours = () => isDark() ? DARK_RELATIONS : LIGHT_RELATIONS;
var KIND_COLOURS = { attachment: "attachment", tag: "tag", card: "card-mark" };
var colourOf = (note) => colour[KIND_COLOURS[notes[note].kind ?? ""]] ?? colourOfGroup(groupOf(note));

// src/drawing/focus.js
var NO_FOCUS = { note: -1, highlighted: null, ancestors: /* @__PURE__ */ new Set(), pathLinks: null };
var focus = NO_FOCUS;
function updateFocus() {
  focus = wantedFocus();
  redraw();
}
function wantedFocus() {
  const note = state.hovered >= 0 && !isDense() ? state.hovered : state.selected;
  if (state.found) return { ...NO_FOCUS, highlighted: state.found };
  if (state.path?.links && state.hovered < 0) return focusOnPath(state.path);
  if (note < 0 || !shown.isNote[note]) return NO_FOCUS;
  const highlighted = new Set(note === state.centre ? shown.notes : [note, ...neighbours(note)]);
  return { ...NO_FOCUS, note, highlighted, ancestors: ancestors(note) };
}
function focusOnPath(path) {
  const pathLinks = new Set((path.links ?? []).map((link) => links[link]));
  return { ...NO_FOCUS, highlighted: new Set(notesOnPath(path)), pathLinks };
}
var isDimmed = (note) => focus.highlighted !== null && !focus.highlighted.has(note);
var leadsToFocus = (note) => focus.ancestors.has(note);
function isHighlighted(link) {
  if (focus.pathLinks) return focus.pathLinks.has(link);
  return focus.note >= 0 && (link.from === focus.note || link.to === focus.note);
}
var isHiddenAsImplied = (link) => Boolean(link.implied) && !state.showImplied && !isHighlighted(link);
function isLinkDimmed(link) {
  if (!focus.highlighted || isHighlighted(link)) return false;
  if (focus.pathLinks) return true;
  if (focus.note < 0) return !(focus.highlighted.has(link.from) && focus.highlighted.has(link.to));
  return !(leadsToFocus(link.from) && leadsToFocus(link.to));
}
function opacityOf(note) {
  if (!isDimmed(note)) return 1;
  return leadsToFocus(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}

// src/drawing/svg-context.js
var makePath = () => new Path2D();
var newPath = () => makePath();
function withSvgPaths(write2) {
  const screenPath = makePath;
  makePath = () => (
    /** @type {any} */
    new SvgPath()
  );
  try {
    write2();
  } finally {
    makePath = screenPath;
  }
}
var SVG_NAMESPACE = "http://www.w3.org/2000/svg";
var round = (value) => Math.round(value * 100) / 100;
var attributeText = (value) => String(typeof value === "number" ? round(value) : value);
var SvgPath = class {
  text = "";
  /** @type {(command: string, ...numbers: number[]) => void} */
  #add(command, ...numbers) {
    this.text += command + numbers.map(round).join(" ");
  }
  /** @param {...number} point */
  moveTo(...point) {
    this.#add("M", ...point);
  }
  /** @param {...number} point */
  lineTo(...point) {
    this.#add("L", ...point);
  }
  /** @param {...number} points */
  quadraticCurveTo(...points) {
    this.#add("Q", ...points);
  }
  /** @param {...number} points */
  bezierCurveTo(...points) {
    this.#add("C", ...points);
  }
  closePath() {
    this.#add("Z");
  }
  /** @type {(x: number, y: number, width: number, height: number) => void} */
  rect(x, y, width, height) {
    this.#add("M", x, y);
    this.#add("h", width);
    this.#add("v", height);
    this.#add("h", -width);
    this.closePath();
  }
  /** @type {(x: number, y: number, width: number, height: number, radius: number) => void} */
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
  /**
   * In two halves, since an arc of SVG cannot be a whole circle; always clockwise.
   *
   * @type {(x: number, y: number, radius: number, from: number, to: number) => void}
   */
  arc(x, y, radius, from, to) {
    const on = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.#add(this.text.endsWith("Z") || !this.text ? "M" : "L", ...on(from));
    for (const angle of [(from + to) / 2, to]) this.#add("A", radius, radius, 0, 0, 1, ...on(angle));
  }
};
var SvgContext = class {
  globalAlpha = 1;
  lineWidth = 1;
  fillStyle = "";
  strokeStyle = "";
  font = "";
  textAlign = "left";
  textBaseline = "";
  /** @type {number[]} */
  #dashes = [];
  /** @type {string[]} */
  #saved = [];
  #path = new SvgPath();
  #clip = "";
  #clips = 0;
  /** @param {Box} box */
  constructor({ left, top, right, bottom }) {
    this.drawing = makeSvgElement("svg", { viewBox: [left, top, right - left, bottom - top].map(round).join(" "), "font-family": FONT });
  }
  /** @type {(tag: string, attributes: Attributes) => SVGElement} */
  #put(tag, attributes) {
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {}, clip = this.#clip ? { "clip-path": this.#clip } : {};
    const element = makeSvgElement(tag, { ...attributes, ...opacity, ...clip });
    this.drawing.append(element);
    return element;
  }
  beginPath() {
    this.#path = new SvgPath();
  }
  /** @param {Point} point */
  moveTo(...point) {
    this.#path.moveTo(...point);
  }
  /** @param {[x: number, y: number, radius: number, from: number, to: number]} circle */
  arc(...circle) {
    this.#path.arc(...circle);
  }
  /** @param {...number} points */
  quadraticCurveTo(...points) {
    this.#path.quadraticCurveTo(...points);
  }
  /** @param {[x: number, y: number, width: number, height: number, radius: number]} box */
  roundRect(...box) {
    this.#path.roundRect(...box);
  }
  /** @param {number[]} dashes */
  setLineDash(dashes) {
    this.#dashes = dashes;
  }
  /** @param {SvgPath} [path] */
  fill(path = this.#path) {
    if (path.text) this.#put("path", { d: path.text, fill: this.fillStyle });
  }
  /** @param {SvgPath} [path] */
  stroke(path = this.#path) {
    const dashes = this.#dashes.length ? { "stroke-dasharray": this.#dashes.map(round).join(" ") } : {};
    if (path.text) this.#put("path", { d: path.text, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, ...dashes });
  }
  /** @type {(x: number, y: number, width: number, height: number) => void} */
  fillRect(x, y, width, height) {
    this.#put("rect", { x, y, width, height, fill: this.fillStyle });
  }
  save() {
    this.#saved.push(this.#clip);
  }
  restore() {
    this.#clip = this.#saved.pop() ?? "";
  }
  /** @param {SvgPath} path */
  clip(path) {
    this.#clips += 1;
    this.drawing.append(makeSvgElement("clipPath", { id: `part-${this.#clips}` }, makeSvgElement("path", { d: path.text })));
    this.#clip = `url(#part-${this.#clips})`;
  }
  /** @param {string} words */
  measureText(words) {
    ruler.font = this.font;
    return ruler.measureText(words);
  }
  /** @type {(words: string, x: number, y: number) => SVGElement} */
  fillText(words, x, y) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [];
    const anchor = this.textAlign === "center" ? { "text-anchor": "middle" } : {};
    const shift = this.textBaseline === "middle" ? 0.35 * Number(size) : 0;
    const text = this.#put("text", { x, y: y + shift, "font-size": size, "font-weight": weight, fill: this.fillStyle, ...anchor });
    text.textContent = words.replace(NOT_XML, "");
    return text;
  }
  /**
   * The words of a name's picture, with an outline that sets them off from what is behind.
   *
   * @type {(picture: NamePicture, left: number, top: number, scale: number) => void}
   */
  writeName({ lines, size, weight, fill, width, height }, left, top, scale) {
    this.font = `${weight} ${size / scale}px`;
    Object.assign(this, { fillStyle: fill, textAlign: "center", textBaseline: "middle" });
    lines.forEach((line, number) => {
      const text = this.fillText(line, left + width / scale / 2, top + height / scale * (number + 0.5) / lines.length);
      const outline = { "paint-order": "stroke", stroke: colour.paper, "stroke-width": 3.4 / scale, "stroke-linejoin": "round" };
      for (const [name2, value] of Object.entries(outline)) {
        text.setAttribute(name2, attributeText(value));
      }
    });
  }
};
var NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
function makeSvgElement(tag, attributes, ...children) {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name2, value] of Object.entries(attributes)) if (value !== void 0) element.setAttribute(name2, attributeText(value));
  element.append(...children);
  return element;
}
var contextOf = (canvas, settings) => (
  /** @type {CanvasRenderingContext2D} */
  canvas.getContext("2d", settings)
);
var ruler = contextOf(document.createElement("canvas"));

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
  const pen = contextOf(document.createElement("canvas"));
  for (const [id, note] of notes.entries()) {
    pen.font = titleOf(note).font;
    const inner = note.w - TEXT_LEFT - TEXT_RIGHT;
    note.lines = note.lines.map((line) => truncateToWidth(pen, line, inner));
    const widths = note.lines.map((line) => pen.measureText(line).width);
    pen.font = META_FONT;
    widths.push(pen.measureText(note.meta ?? "").width);
    const width = Math.min(note.w, Math.max(LEAST_WIDTH, Math.max(...widths) + TEXT_LEFT + TEXT_RIGHT));
    if (page.flow === "LR" || isOrphan(id)) note.x -= (note.w - width) / 2;
    note.w = width;
  }
}
function truncateToWidth(pen, line, width) {
  let result = line;
  while (result.length > 2 && pen.measureText(result).width > width) result = `${result.slice(0, -2)}…`;
  return result;
}
var paintBoxes = (context, numbers, scale) => numbers.forEach((number) => paintBox(context, number, scale));
function paintBox(context, number, scale) {
  const note = notes[number], { x, y } = positionOf(number);
  const left = x - note.w / 2, top = y - note.h / 2;
  const shape = newPath();
  shape.roundRect(left, top, note.w, note.h, RADIUS);
  if (number === state.selected) paintHalo(context, shape);
  context.fillStyle = colour.paper;
  context.fill(shape);
  context.globalAlpha = opacityOf(number);
  if (!isUnresolved(number)) fillBox(context, number, shape, scale);
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
  const note = notes[number], { x, y } = positionOf(number), alpha = context.globalAlpha;
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
  context.setLineDash(isUnresolved(number) ? [5, 4] : []);
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
  context.fillStyle = isUnresolved(number) ? colour.soft : colour.ink;
  for (const line of note.lines) {
    context.fillText(line, left, baseline);
    baseline += title.line;
  }
  if (!note.meta) return;
  context.font = META_FONT;
  context.fillStyle = colour.soft;
  context.fillText(note.meta, left, baseline - title.line + 17.5);
}

// src/drawing/note-grid.js
var SQUARE = 96;
var MAX_SQUARES = 1500;
var grid = null;
var invalidateGrid = () => {
  grid = null;
};
function buildGrid() {
  const squares = /* @__PURE__ */ new Map();
  for (const note of shown.notes) {
    const { x, y } = positionOf(note);
    getOrAdd(squares, squareKey(Math.floor(x / SQUARE), Math.floor(y / SQUARE)), () => []).push(note);
  }
  return squares;
}
var squareKey = (column, row) => column * 100003 + row;
function notesWithin(frame, most = Infinity) {
  const isInside = (note) => {
    const { x, y } = positionOf(note);
    return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
  };
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MAX_SQUARES) {
    for (const note of shown.notes) {
      if (isInside(note) && found.push(note) >= most) break;
    }
    return found;
  }
  for (const note of notesOfSquares(frame)) if (isInside(note)) found.push(note);
  return found.sort(byWeight).slice(0, most);
}
function* notesOfSquares({ left, top, right, bottom }) {
  grid ??= buildGrid();
  for (let column = Math.floor(left / SQUARE); column <= right / SQUARE; column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= bottom / SQUARE; row += 1) {
      yield* grid.get(squareKey(column, row)) ?? [];
    }
  }
}
function noteAt({ x, y }) {
  const reach = isLayered ? 0 : 10 / stage.getScale();
  let best = -1, lowest = Infinity;
  const around = { left: x - reach - SQUARE, top: y - reach - SQUARE, right: x + reach + SQUARE, bottom: y + reach + SQUARE };
  for (const note of notesOfSquares(around)) {
    const distance = Math.hypot(positionOf(note).x - x, positionOf(note).y - y) - (notes[note].r ?? 0);
    if (distance < reach && distance < lowest) [best, lowest] = [note, distance];
  }
  return best;
}

// src/drawing/name-pictures.js
var pictures = /* @__PURE__ */ new Map();
var clearPictures = () => {
  pictures = /* @__PURE__ */ new Map();
};
function copyPicture(context, picture2, box, frame) {
  const left = frame.left + box.left / frame.scale, top = frame.top + box.top / frame.scale;
  if (context instanceof SvgContext) return context.writeName(picture2, left, top, frame.scale);
  const transform = context.getTransform();
  const x = transform.a * left + transform.e;
  const y = transform.d * top + transform.f;
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
  const canvas = lazy(() => {
    const sheet = make("canvas", extent), pen = contextOf(sheet);
    Object.assign(pen, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.4 * ratio });
    pen.strokeStyle = colour.paper;
    pen.fillStyle = fill;
    for (
      const write2 of
      /** @type {const} */
      ["strokeText", "fillText"]
    ) {
      lines.forEach((line, number) => pen[write2](line, extent.width / 2, height * (number + 0.5)));
    }
    return sheet;
  });
  return { canvas, lines, size, weight, fill, width: extent.width / ratio, height: extent.height / ratio };
}

// src/drawing/regions.js
var { topic_links: topicLinks = [] } = page;
var regions = regionsOf(page.regions);
var subregions = regionsOf(page.subtopics);
var MIN_NAMED_RADIUS = 30;
var MAX_NAMED_RADIUS = 420;
var MIN_RADIUS_FOR_SUBREGIONS = 330;
var RIM = 24;
var radiusOfTopic = new Map(regions.map(({ topic, radius }) => [topic, radius]));
function regionsOf(circles = []) {
  return circles.map(([note, x, y, radius]) => ({ name: notes[note].label, topic: notes[note].topic, x, y, radius }));
}
var outlines = null;
var invalidateOutlines = () => {
  outlines = null;
};
var hasNotes = ({ radius }) => radius > 0;
function shownOutlines() {
  const isWhole = shown.notes.length === notes.length;
  return outlines ??= { topics: isWhole ? regions : shrinkToShown(regions), subtopics: isWhole ? subregions : shrinkToShown(subregions) };
}
function shrinkToShown(circles) {
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
  const isByTopic = state.colour === "topic", { topics, subtopics } = shownOutlines();
  const hue = (topic) => isByTopic ? colourOfGroup(Math.min(groupOfTopic(topic), MAX_GROUPS)) : colour.soft;
  topicLinks.forEach((topicLink) => paintTopicLink(context, topicLink, scale));
  for (const { x, y, radius, topic } of topics.filter(hasNotes)) {
    paintDisc(context, x, y, radius, colour.paper, 1, 1);
    paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.1 : 0.075, 1.2 / scale);
  }
  for (const { x, y, radius, topic } of subtopics.filter(hasNotes)) paintDisc(context, x, y, radius, hue(topic), isDark() ? 0.09 : 0.07, 0);
  context.globalAlpha = 1;
}
var groupOfTopic = (topic) => groups.findIndex(([name2]) => name2 === page.topics[topic]);
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
function paintTopicLink(context, [from, to, count], scale) {
  const a = shownOutlines().topics[from], b = shownOutlines().topics[to];
  if (!hasNotes(a) || !hasNotes(b)) return;
  const share = Math.sqrt(count / topicLinks[0][2]);
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
  const { topics, subtopics } = shownOutlines();
  const namedSubtopics = subtopics.filter(({ topic }) => (radiusOfTopic.get(topic) ?? 0) * frame.scale > MIN_RADIUS_FOR_SUBREGIONS);
  for (const { name: name2, x, y, radius } of [...topics, ...namedSubtopics].filter(hasNotes)) {
    const size = radius * frame.scale;
    if (size < MIN_NAMED_RADIUS || size > MAX_NAMED_RADIUS) continue;
    const picture2 = regionPicture(name2, size);
    const left = (x - frame.left) * frame.scale - picture2.width / 2, top = (y - frame.top) * frame.scale - picture2.height / 2;
    const box = { left, top, right: left + picture2.width, bottom: top + picture2.height };
    if (!taken.isFree(box)) continue;
    taken.add(box);
    context.globalAlpha = Math.min(1, (MAX_NAMED_RADIUS - size) / 120) * (focus.highlighted ? 0.35 : 1);
    copyPicture(context, picture2, box, frame);
  }
  context.globalAlpha = 1;
}
function regionPicture(name2, radius) {
  const size = Math.max(11, Math.min(24, 2 * Math.round(radius / 9)));
  const most = Math.max(9, Math.floor(2 * radius / (0.62 * size)));
  const key = `region ${most} ${size} ${name2}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture(wrapName(name2, most), size, true, false));
  return pictures.get(key);
}
function wrapName(name2, most) {
  const lines = [];
  for (const word of name2.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, Math.max(most, 12)));
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}

// src/model/due.js
var currentDay = () => {
  const now = /* @__PURE__ */ new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
var today = currentDay();
var dueCount = (note) => (notes[note].due ?? []).filter((day) => day <= today).length;
var newCount = (note) => notes[note].new ?? 0;
var waitingCount = (note) => dueCount(note) + newCount(note);
var hasWaitingCards = lazy(() => notes.some((_, note) => waitingCount(note)));
var dueLabel = (note) => [dueCount(note) && countLabel("due", dueCount(note)), newCount(note) && countLabel("new", newCount(note))].filter(Boolean).join(", ");

// src/drawing/rings.js
function paintRings(context, numbers, scale) {
  if (!hasWaitingCards()) return;
  for (const note of numbers) if (waitingCount(note)) (isLayered ? paintBadge : paintRing)(context, note, scale);
  context.globalAlpha = 1;
}
var waitingShare = (note) => Math.min(1, waitingCount(note) / (notes[note].cards ?? 1));
function paintRing(context, note, scale) {
  const { x, y } = positionOf(note), share = waitingShare(note);
  const width = Math.max(2.2, 1.8 / scale);
  context.globalAlpha = opacityOf(note);
  context.lineWidth = width;
  context.strokeStyle = dueCount(note) ? colour.due : colour.new;
  context.beginPath();
  context.arc(x, y, notes[note].r + 1.1 * width, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.stroke();
}
function paintBadge(context, note) {
  const { x, y } = positionOf(note), { w, h } = notes[note], radius = 10;
  const centre = [x + w / 2 - 3, y - h / 2 + 1];
  const share = waitingShare(note);
  const ring = dueCount(note) ? colour.due : colour.new;
  context.globalAlpha = opacityOf(note);
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
  context.fillText(String(waitingCount(note)), centre[0], centre[1] + 0.5);
}
function ringAt(note) {
  const { x, y } = positionOf(note), { w, h, r } = notes[note];
  return isLayered ? [x + w / 2 - 3 + 7, y - h / 2 + 1 - 7] : [x + 0.71 * (r + 2.5), y - 0.71 * (r + 2.5)];
}

// src/drawing/bowed-line.js
var BOW = 0.06;
var SPOTS = [0.5, 0.36, 0.64, 0.25, 0.75];
var BULGE = 0.75;
function bowedLine(a, b, leave, stop) {
  const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const dx = (b.x - a.x) / distance, dy = (b.y - a.y) / distance;
  if (leave + stop > distance) leave = stop = 0;
  const length = distance - leave - stop, third = length / 3, bow = length * BOW;
  const start2 = [a.x + dx * leave, a.y + dy * leave];
  const end = [b.x - dx * stop, b.y - dy * stop];
  const curve = [
    start2[0] + dx * third - dy * bow,
    start2[1] + dy * third + dx * bow,
    end[0] - dx * third - dy * bow,
    end[1] - dy * third + dx * bow,
    ...end
  ];
  const spots = SPOTS.map((share) => [
    start2[0] + dx * length * share - dy * bow * BULGE * 4 * share * (1 - share),
    start2[1] + dy * length * share + dx * bow * BULGE * 4 * share * (1 - share)
  ]);
  const tx = end[0] - curve[2], ty = end[1] - curve[3], slope = Math.hypot(tx, ty) || 1;
  return { start: start2, curves: [curve], spots, tip: [...end, tx / slope, ty / slope] };
}

// src/drawing/routes.js
var ARROW_ROOM = 3;
var MAX_SHIFT = { TB: 44, LR: 24, "": 0 };
function routeOf(link) {
  return isLayered ? layeredRoute(link) : freeRoute(link);
}
function layeredRoute({ from, to, via = [], lane = 0 }) {
  const a = positionOf(from), b = positionOf(to), isDown = page.flow === "TB";
  const sign = (isDown ? b.y - a.y : b.x - a.x) < 0 ? -1 : 1;
  const start2 = isDown ? [a.x + lane, a.y + sign * notes[from].h / 2] : [a.x + sign * notes[from].w / 2, a.y + lane];
  const end = isDown ? [b.x + lane, b.y - sign * (notes[to].h / 2 + ARROW_ROOM)] : [b.x - sign * (notes[to].w / 2 + ARROW_ROOM), b.y + lane];
  const places = [start2, ...via, end], points = places.flatMap((_, step) => pointsThroughLayer(places, step, isDown));
  const curves = points.slice(1).map((point, step) => curveBetween(points[step], point, isDown));
  const half = 2 * Math.floor((places.length - 2) / 2);
  return {
    start: start2,
    curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: LABEL_SHARES.map((share) => pointOn(points[half], curves[half], share))
  };
}
function pointsThroughLayer(places, step, isDown) {
  const before = places[step - 1], here = places[step], after = places[step + 1];
  if (!before || !after) return [[...here, 0]];
  const [across, along] = isDown ? [0, 1] : [1, 0];
  const slope = (a, b) => (b[across] - a[across]) / (b[along] - a[along]);
  const slopes = [slope(before, here), slope(here, after)];
  const wanted = slopes[0] * slopes[1] <= 0 ? 0 : slopes.reduce((a, b) => Math.abs(a) < Math.abs(b) ? a : b);
  const edges = layerEdges(here[along], isDown), most = MAX_SHIFT[page.flow] / (edges[1] - edges[0]);
  const slant = Math.max(-most, Math.min(most, wanted));
  const passed = edges.map(
    /** @returns {SlopedPoint} */
    (edge) => {
      const aside = here[across] + slant * (edge - here[along]);
      return isDown ? [aside, edge, slant] : [edge, aside, slant];
    }
  );
  return after[along] > before[along] ? passed : passed.reverse();
}
var layerEdgeCache = /* @__PURE__ */ new Map();
function layerEdges(along, isDown) {
  return getOrAdd(layerEdgeCache, along, () => isDown ? rowEdges(along) : columnEdges(along));
}
function rowEdges(along) {
  const half = notes.filter(({ y }) => Math.abs(y - along) < 1).reduce((most, { h }) => Math.max(most, h / 2), 1);
  return [along - half, along + half];
}
function columnEdges(along) {
  const lefts = notes.map(({ x, w }) => x - w / 2).filter((left2) => left2 < along), left = Math.max(...lefts);
  const right = notes.filter(({ x, w }) => Math.abs(x - w / 2 - left) < 1).reduce((most, { w }) => Math.max(most, left + w), along + 1);
  return [left, right];
}
function curveBetween([x1, y1, slant1], [x2, y2, slant2], isDown) {
  const half = isDown ? (y2 - y1) / 2 : (x2 - x1) / 2;
  return isDown ? [x1 + slant1 * half, y1 + half, x2 - slant2 * half, y2 - half, x2, y2] : [x1 + half, y1 + slant1 * half, x2 - half, y2 - slant2 * half, x2, y2];
}
var LABEL_SHARES = [0.5, 0.3, 0.7, 0.15, 0.85];
function pointOn([x, y], [x1, y1, x2, y2, x3, y3], share) {
  const rest = 1 - share, parts = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  const mix = (...values) => values.reduce((sum, value, place) => sum + parts[place] * value, 0);
  return [mix(x, x1, x2, x3), mix(y, y1, y2, y3)];
}
var freeRoute = ({ from, to }) => bowedLine(positionOf(from), positionOf(to), notes[from].r, notes[to].r + ARROW_ROOM);
function spreadLanes() {
  const pairs = /* @__PURE__ */ new Map();
  for (const link of links) {
    const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
    getOrAdd(pairs, pair, () => []).push(link);
  }
  for (const pair of pairs.values()) {
    pair.forEach((link, place) => {
      link.lane = (place - (pair.length - 1) / 2) * 14;
    });
  }
}
function arrowHead([x, y, dx, dy], size) {
  const backX = x - dx * size, backY = y - dy * size, side = size * 0.42;
  return [[x, y], [backX - dy * side, backY + dx * side], [backX + dy * side, backY - dx * side]];
}

// src/drawing/sheets.js
var WHOLE_SHEET_SIDE = 2400;
var MARGIN_AROUND_WINDOW = 0.35;
var REST_MS = 140;
var MAX_THIN_LINKS = 24e3;
var MAX_THIN_LINKS_SHARP = 5e3;
var sheets = { whole: null, sharp: null, waiting: 0 };
function invalidateSheets() {
  sheets.whole = sheets.sharp = null;
}
function paintGround(context, frame) {
  if (!frame.isScreen) return drawGround(context, frame);
  sheets.whole ??= drawSheet(wholeOfMap(), 1);
  const { sharp } = sheets, isSharp = sharp && sharp.scale === frame.scale;
  if (!isSharp || !covers(sharp, frame)) {
    copySheet(context, sheets.whole);
    scheduleSharpSheet();
  }
  if (isSharp) copySheet(context, sharp);
}
function wholeOfMap() {
  const { left, top, right, bottom } = bounds();
  return { left, top, right, bottom, scale: Math.min(2, WHOLE_SHEET_SIDE / Math.max(right - left, bottom - top)), most: MAX_THIN_LINKS };
}
function covers(sheet, { left, top, right, bottom }) {
  return sheet.left <= left && sheet.top <= top && sheet.right >= right && sheet.bottom >= bottom;
}
function scheduleSharpSheet() {
  clearTimeout(sheets.waiting);
  sheets.waiting = setTimeout(() => {
    const frame = frameOfScreen(), { left, top, right, bottom } = frame;
    const dx = (right - left) * MARGIN_AROUND_WINDOW, dy = (bottom - top) * MARGIN_AROUND_WINDOW;
    const around = { left: left - dx, right: right + dx, top: top - dy, bottom: bottom + dy };
    sheets.sharp = drawSheet({ ...frame, ...around, most: MAX_THIN_LINKS_SHARP });
    redraw();
  }, REST_MS);
}
function drawSheet(frame, ratio = devicePixelRatio || 1) {
  const { left, top, right, bottom, scale } = frame;
  const canvas = make("canvas", { width: Math.ceil((right - left) * scale * ratio), height: Math.ceil((bottom - top) * scale * ratio) });
  const context = contextOf(canvas, { alpha: false });
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  drawGround(context, frame);
  return { ...frame, canvas };
}
function copySheet(context, { canvas, left, top, right, bottom }) {
  context.globalAlpha = focus.highlighted ? 0.28 : 1;
  context.drawImage(canvas, left, top, right - left, bottom - top);
  context.globalAlpha = 1;
}
function drawGround(context, frame) {
  if (areRegionsShown()) paintRegions(context, frame.scale);
  const inside = notesWithin(frame);
  drawThinLinks(context, frame, inside);
  drawTinyDots(context, inside, frame.scale);
}
function drawThinLinks(context, { scale, most = MAX_THIN_LINKS }, inside) {
  const lines = thinLinkPaths(inside, most);
  const count = [...lines.values()].reduce((sum, { size }) => sum + size, 0);
  const alpha = Math.max(0.1, Math.min(0.5, 900 / count));
  context.lineWidth = 0.8 / scale;
  for (const [group, { path }] of lines) {
    context.strokeStyle = group < 0 ? colour.link : colourOfGroup(group);
    context.globalAlpha = group < 0 ? alpha * 0.6 : alpha;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}
function thinLinkPaths(inside, most) {
  const lines = /* @__PURE__ */ new Map(), linksAcross = [];
  let count = 0;
  const add = (group, from, to) => {
    if (!lines.has(group)) lines.set(group, { path: newPath(), size: 0 });
    const line = lines.get(group);
    line.path.moveTo(positionOf(from).x, positionOf(from).y);
    line.path.lineTo(positionOf(to).x, positionOf(to).y);
    line.size += 1;
    count += 1;
  };
  for (const note of inside) {
    for (const number of outgoing[note]) {
      const { to } = links[number];
      if (count >= most) return lines;
      if (!isLinkShown(number)) continue;
      if (notes[note].topic === notes[to].topic) add(groupOf(note) === groupOf(to) ? groupOf(note) : -1, note, to);
      else if (linksAcross.length < most) linksAcross.push([note, to]);
    }
  }
  for (const [from, to] of linksAcross.slice(0, most - count)) add(-1, from, to);
  return lines;
}
function drawTinyDots(context, inside, scale) {
  const paths = /* @__PURE__ */ new Map();
  for (const note of inside.toReversed()) {
    const { x, y } = positionOf(note), radius = Math.max(notes[note].r, 0.55 / scale);
    const key = isUnresolved(note) ? "hollow" : colourOf(note);
    if (!paths.has(key)) paths.set(key, newPath());
    const path = paths.get(key);
    if (radius * scale < 1.6) path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, FULL_CIRCLE);
    }
  }
  const inOrder = [...paths].sort(([a], [b]) => Number(b === "hollow") - Number(a === "hollow"));
  for (const [key, path] of inOrder) fillTinyDots(context, path, key, scale);
}
function fillTinyDots(context, path, key, scale) {
  const isHollow = key === "hollow", isTiny = scale < 0.45;
  context.fillStyle = !isHollow ? key : isTiny ? colour.line : colour.paper;
  context.fill(path);
  if (isTiny) return;
  context.strokeStyle = isHollow ? colour.soft : colour.paper;
  context.lineWidth = 1 / scale;
  context.stroke(path);
}

// src/model/shortest-path.js
function shortestPath(start2, end, linksOf, otherEnd2) {
  const cameBy = /* @__PURE__ */ new Map([[start2, -1]]);
  for (const note of cameBy.keys()) {
    if (note === end) break;
    for (const link of linksOf(note)) {
      const next = otherEnd2(link, note);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  if (!cameBy.has(end)) return null;
  const path = [];
  for (let note = end; note !== start2; note = otherEnd2(path[0], note)) path.unshift(cameBy.get(note) ?? -1);
  return path;
}

// src/model/taps.js
var TWICE_MS = 500;
var MAX_DISTANCE = 30;
var Taps = class {
  note = -1;
  time = -Infinity;
  /** @type {Position} */
  place = { x: 0, y: 0 };
  /**
   * @param {number} note what is under the pointer, or -1
   * @param {Position} place on the screen
   * @param {number} time in milliseconds
   */
  noteOf(note, place, time) {
    const isAgain = time - this.time < TWICE_MS && Math.hypot(place.x - this.place.x, place.y - this.place.y) < MAX_DISTANCE;
    if (isAgain && this.note >= 0) return this.note;
    Object.assign(this, { note, place, time });
    return note;
  }
};

// src/page/layout.js
var prefersReducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
var isNarrow = () => innerWidth <= 760;
function freeArea() {
  const area = { left: 18, top: byId("bar").getBoundingClientRect().bottom + 16, right: innerWidth - 18, bottom: innerHeight - 18 };
  const legend = byId(isNoteListOpen() ? "index" : "legend").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  if (legend.width && isNarrow()) area.bottom = Math.min(area.bottom, legend.top - 12);
  else if (legend.width) area.left = legend.right + 18;
  if (panel.width && isNarrow()) area.bottom = Math.min(area.bottom, panel.top - 12);
  else if (panel.width) area.right = panel.left - 18;
  return area;
}
var isNoteListOpen = () => !byId("index").classList.contains("visually-hidden");
var listTabIndex = () => isNoteListOpen() ? 0 : -1;
function setNoteListOpen(isOpen) {
  byId("index").classList.toggle("visually-hidden", !isOpen);
  byId("index-button").ariaExpanded = String(isOpen);
  for (const button of byId("list").querySelectorAll("button")) button.tabIndex = listTabIndex();
}
function setLegendOpen(isOpen) {
  if (isOpen) setNoteListOpen(false);
  byId("legend").hidden = !isOpen;
  byId("legend-button").ariaExpanded = String(isOpen);
}

// src/page/walk.js
function firstNote() {
  if (!isLayered) return shown.notes[0];
  const along = (note) => page.flow === "TB" ? positionOf(note).y : positionOf(note).x;
  const reach = /* @__PURE__ */ new Map();
  for (const note of shown.notes) {
    if (reach.has(note)) continue;
    const joined = distancesFrom(note, Infinity);
    for (const each of joined.keys()) reach.set(each, joined.size);
  }
  return shown.notes.reduce((a, b) => (reach.get(b) - reach.get(a) || along(a) - along(b)) > 0 ? b : a);
}
function nearestInDirection(candidates, dx, dy) {
  const here = positionOf(state.selected);
  let best, lowestCost = Infinity;
  for (const note of candidates) {
    if (note === state.selected || !shown.isNote[note]) continue;
    const { x, y } = positionOf(note);
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 1 && cost < lowestCost) [best, lowestCost] = [note, cost];
  }
  return best;
}

// src/page/camera.js
var MIN_READABLE_SCALE = 0.55;
var READING_SCALE = 0.8;
function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  moveCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  state.isFitted = true;
}
function fittedScale(box, area) {
  const across = isLayered || isNarrow() ? 0 : 120, down = isLayered ? 0 : 44;
  return Math.min(
    (area.right - area.left - across) / (box.right - box.left),
    (area.bottom - area.top - down) / (box.bottom - box.top),
    isLayered ? 1.25 : 2
  );
}
function placeUnlinkedArea() {
  if (!page.unlinked_area || innerWidth > innerHeight) return;
  const area = page.unlinked_area, [left, top] = area, before = fittedScale(bounds(), freeArea());
  const orphans = notes.filter((_, note) => isOrphan(note));
  const others = notes.filter((_, note) => !isOrphan(note)).map((note) => note.y + (note.h ?? 0) / 2);
  const shift = (dx, dy) => {
    area[0] += dx;
    area[1] += dy;
    for (const note of orphans) {
      note.x += dx;
      note.y += dy;
    }
  };
  shift(-left, others.reduce((most, y) => Math.max(most, y), 0) + 60 - top);
  if (fittedScale(bounds(), freeArea()) <= before) shift(left - area[0], top - area[1]);
}
function setInitialView() {
  if (!isLayered || !isNarrow() || !shown.notes.length || fittedScale(bounds(), freeArea()) >= MIN_READABLE_SCALE) return fit(false);
  const { x, y } = positionOf(firstNote()), area = freeArea();
  moveCamera(x, y + (area.bottom - area.top) * 0.4 / READING_SCALE, READING_SCALE, false);
  state.isFitted = false;
}
var isStill = false;
function withoutMovement(action) {
  isStill = true;
  action();
  isStill = false;
}
function moveCamera(x, y, scale, animated = true) {
  const area = freeArea();
  const shiftX = (area.left + area.right - innerWidth) / 2 / scale;
  const shiftY = (area.top + area.bottom - innerHeight) / 2 / scale;
  const animation = animated && !isStill && !prefersReducedMotion && { duration: 320, easingFunction: "easeInOutQuad" };
  stage.moveTo({ position: { x: x - shiftX, y: y - shiftY }, scale, animation });
}
function reveal(note, fromAfar) {
  const readable = readableScale();
  if (wholeScale() >= readable) return fit();
  const scale = stage.getScale();
  if (state.path && isPathTarget(note)) fitTo(notesOnPath(state.path), Math.max(scale, readable));
  else if ((fromAfar || isNarrow()) && scale < readable) centreOn(note, readable);
  else if (!isInFreeArea(note)) centreOn(note, scale);
}
function readableScale() {
  if (isNarrow()) return 0.85;
  return isLayered ? 0.6 : 0.9;
}
var wholeScale = () => state.isFitted && isLayered && !isNarrow() ? fittedScale(bounds(), freeArea()) : 0;
function centreOn(note, scale) {
  const { x, y } = positionOf(note);
  moveCamera(x, y, scale);
  state.isFitted = false;
}
function fitTo(members, largest) {
  const box = boundsOf(members);
  moveCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, Math.min(largest, fittedScale(box, freeArea())));
  state.isFitted = false;
}
function isInFreeArea(note) {
  const area = freeArea(), box = screenRectangle(note);
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}
function zoom(factor) {
  const [least, most] = scaleLimits();
  stage.moveTo({ scale: Math.min(Math.max(stage.getScale() * factor, least), most) });
  state.isFitted = false;
}
function cameraView() {
  const { x, y } = stage.getViewPosition();
  return [x, y, stage.getScale()];
}
function restoreCamera([x, y, scale]) {
  const [least, most] = scaleLimits();
  stage.moveTo({ position: { x, y }, scale: Math.min(Math.max(scale, least), most) });
  state.isFitted = false;
}
var CLOSEST = 6;
var measured = { notes: null, box: null };
function scaleLimits() {
  if (!shown.notes.length) return [1, CLOSEST];
  if (measured.notes !== shown.notes || !measured.box) Object.assign(measured, { notes: shown.notes, box: bounds() });
  const fitted = fittedScale(
    /** @type {Box} */
    measured.box,
    freeArea()
  );
  return [fitted / 2, Math.max(CLOSEST, fitted)];
}

// src/page/commands.js
var commands = (
  /** @type {any} */
  {}
);
var bindCommands = (bound) => Object.assign(commands, bound);

// src/model/wheel.js
var LINE_PIXELS = 20;
var PAGE_PIXELS = 400;
var PER_PIXEL = 3e-3;
var PER_PIXEL_OF_PINCH = 0.015;
var SMALLEST_NOTCH = 50;
var GESTURE_MS = 250;
function pixels({ deltaX, deltaY, deltaMode }) {
  const unit = [1, LINE_PIXELS, PAGE_PIXELS][deltaMode] ?? 1;
  return [deltaX * unit, deltaY * unit];
}
function zoomFactor(event) {
  return 2 ** (-pixels(event)[1] * (event.ctrlKey ? PER_PIXEL_OF_PINCH : PER_PIXEL));
}
var WheelGestures = class {
  isPan = false;
  lastTime = -Infinity;
  /** @param {Wheel} event */
  pans(event) {
    const isNew = event.timeStamp - this.lastTime > GESTURE_MS;
    this.lastTime = event.timeStamp;
    if (event.ctrlKey) return this.isPan = false;
    const isNotch = event.deltaMode > 0 || !event.deltaX && Math.abs(event.deltaY) >= SMALLEST_NOTCH;
    if (isNew) this.isPan = !isNotch;
    return this.isPan;
  }
};

// src/model/view-address.js
var MAX_LENGTH = 6e3;
var LISTS = (
  /** @type {const} */
  ["kinds", "hide"]
);
var COLOURINGS = (
  /** @type {const} */
  ["topic", "folder", "deck", "tag", "obsidian"]
);
var EMPTY = {
  note: "",
  from: "",
  local: "",
  depth: 1,
  colour: "",
  groups: {},
  kinds: [],
  hide: [],
  implied: false,
  camera: null
};
function encodeView(view) {
  const { note, from, local, depth, colour: colour2, groups: groups2, implied, camera, ...lists } = { ...EMPTY, ...view };
  const fields = [
    ["note", name(note)],
    ["from", name(from)],
    ["local", name(local)],
    ["depth", local && depth > 1 ? String(depth) : ""],
    ["colour", colour2],
    ...COLOURINGS.map((by) => (
      /** @type {[string, string]} */
      [`no-${by}`, (groups2[by] ?? []).map(member).join(",")]
    )),
    ...LISTS.map((list) => (
      /** @type {[string, string]} */
      [list, lists[list].map(member).join(",")]
    )),
    ["implied", implied ? "1" : ""],
    ["at", camera ? camera.map((value) => Number(value.toPrecision(5))).join(",") : ""]
  ];
  const written = fields.filter(([, value]) => value).map(([field, value]) => `${field}=${value}`).join("&");
  return written.length > MAX_LENGTH ? `note=${name(note)}` : written;
}
var name = (text) => encodeURIComponent(text).replaceAll("'", "%27");
var member = (text) => name(text || " ");
function decodeView(written) {
  const fields = new Map(written.slice(0, 2 * MAX_LENGTH).split("&").map((field) => {
    const [key, ...value] = field.split("=");
    return [key, value.join("=")];
  }));
  const text = (field) => decoded(fields.get(field) ?? "");
  const list = (field) => fields.has(field) ? (fields.get(field) ?? "").split(",").map(decoded).map((each) => each === " " ? "" : each) : [];
  const depth = Number(fields.get("depth")), camera = (fields.get("at") ?? "").split(",").map(Number);
  const groups2 = {};
  for (const by of COLOURINGS) if (fields.has(`no-${by}`)) groups2[by] = list(`no-${by}`);
  return {
    ...EMPTY,
    groups: groups2,
    note: text("note"),
    from: text("from"),
    local: text("local"),
    kinds: list("kinds"),
    hide: list("hide"),
    depth: Number.isInteger(depth) && depth > 0 && depth < 7 ? depth : 1,
    colour: COLOURINGS.find((by) => by === fields.get("colour")) ?? "",
    implied: fields.get("implied") === "1",
    camera: camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0 ? (
      /** @type {Camera} */
      camera
    ) : null
  };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

// src/page/address.js
var nameInAddress = (note) => notes[note].path || notes[note].label;
function addressInObsidian(path) {
  const vault = encodeURIComponent(page.title), file = encodeURIComponent(path.replace(/\.md$/, ""));
  return `obsidian://open?vault=${vault}&file=${file}`;
}
function noteCalled(written) {
  if (!written) return -1;
  const name2 = fold(written), paths = notes.map((note) => fold(note.path ?? ""));
  const places = [paths.indexOf(name2), paths.indexOf(`${name2}.md`), foldedLabels.indexOf(name2)];
  return places.find((place) => place >= 0) ?? -1;
}

// src/page/history.js
var SETTLED_MS = 350;
var SORTS = (
  /** @type {NoteKind[]} */
  ["unresolved", "attachment", "tag", "card"]
);
var isRestoring = false;
var timer = 0;
function listenToHistory() {
  addEventListener("popstate", restoreView);
  stage.on("zoom", () => updateAddressSoon());
  stage.on("dragEnd", () => updateAddressSoon());
}
function pushAddress() {
  clearTimeout(timer);
  write(true);
}
function updateAddressSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => write(false), SETTLED_MS);
}
function write(isStep) {
  if (isRestoring) return;
  const written = encodeView({ ...viewNow(), camera: isStep || state.isFitted ? null : cameraView() }), address = written ? `#${written}` : location.pathname + location.search;
  if (written === location.hash.slice(1)) return;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
function viewNow() {
  const { selected, path, centre, depth, colour: colour2, hiddenGroups: hiddenGroups2, hiddenKinds, hiddenSorts } = state;
  return {
    note: selected >= 0 ? nameInAddress(selected) : "",
    from: path && path.end === selected ? nameInAddress(path.start) : "",
    local: centre >= 0 ? nameInAddress(centre) : "",
    depth,
    colour: colour2 === defaultColouring() ? "" : colour2,
    groups: Object.fromEntries([...hiddenGroups2].filter(([, names]) => names.size).map(([by, names]) => [by, [...names]])),
    kinds: [...hiddenKinds],
    hide: [...state.hideOrphans ? ["orphans"] : [], ...SORTS.filter((sort) => hiddenSorts.has(sort))],
    implied: state.showImplied
  };
}
function withoutStep(action) {
  isRestoring = true;
  action();
  isRestoring = false;
}
var restoreView = () => withoutStep(() => {
  const view = decodeView(location.hash.slice(1)), note = noteCalled(view.note);
  restoreFilters(view);
  state.centre = noteCalled(view.local);
  state.depth = view.depth;
  commands.showLegend();
  commands.updateAll();
  state.pathStart = note >= 0 && view.from ? noteCalled(view.from) : -1;
  if (view.camera) withoutMovement(() => choose(note, false));
  else choose(note, true);
  if (view.camera) restoreCamera(view.camera);
  else if (note < 0) fit(false);
});
function choose(note, isFromAfar) {
  if (note >= 0) commands.choose(note, isFromAfar);
  else commands.select(-1);
}
function restoreFilters(view) {
  state.colour = availableColourings().find((by) => by === view.colour) ?? defaultColouring();
  updateGroups();
  state.hiddenGroups.clear();
  for (const by of availableColourings()) {
    const known = /* @__PURE__ */ new Set([OTHERS, ...groupingBy(by).groups.map(([group]) => group)]);
    const names = (view.groups[by] ?? []).filter((name2) => known.has(name2));
    if (names.length) state.hiddenGroups.set(by, new Set(names));
  }
  state.hiddenKinds = new Set(view.kinds.filter((kind) => relationCounts.has(kind)));
  state.hiddenSorts = new Set(SORTS.filter((sort) => view.hide.includes(sort) && notes.some(({ kind }) => kind === sort)));
  state.hideOrphans = view.hide.includes("orphans");
  state.showImplied = view.implied;
}

// src/page/gestures.js
var gestures = new WheelGestures();
function listenForGestures() {
  byId("map").addEventListener("wheel", onWheel, { capture: true, passive: false });
  stage.on("zoom", () => keepScaleWithin(scaleLimits()));
}
function onWheel(event) {
  event.preventDefault();
  event.stopPropagation();
  byId("tip").hidden = true;
  if (gestures.pans(event)) panBy(pixels(event));
  else zoomAt({ x: event.clientX, y: event.clientY }, zoomFactor(event));
  state.isFitted = false;
  redraw();
  updateAddressSoon();
}
function panBy([x, y]) {
  const centre = stage.getViewPosition(), scale = stage.getScale();
  stage.moveTo({ position: { x: centre.x + x / scale, y: centre.y + y / scale }, scale });
}
function zoomAt(pointer, factor) {
  const [least, most] = scaleLimits(), before = stage.getScale();
  const scale = Math.min(Math.max(before * factor, least), Math.max(most, before));
  const fixed = stage.DOMtoCanvas(pointer), centre = stage.getViewPosition(), share = before / scale;
  const position = { x: fixed.x + (centre.x - fixed.x) * share, y: fixed.y + (centre.y - fixed.y) * share };
  stage.moveTo({ position, scale });
}
function keepScaleWithin([least, most]) {
  const scale = stage.getScale(), within = Math.min(Math.max(scale, least), most);
  if (within !== scale) stage.moveTo({ scale: within });
}

// src/page/elements.js
function swatch(note) {
  if (isUnresolved(note)) return make("i", { className: "swatch hollow" });
  const mark = make("i", { className: "swatch" });
  mark.style.background = colourOf(note);
  return mark;
}
var hoverHandlers = (note) => ({
  mouseenter: () => {
    state.hovered = note;
    updateFocus();
  },
  mouseleave: () => {
    state.hovered = -1;
    updateFocus();
  }
});
function kindLabel(note) {
  const { kind } = notes[note];
  return kind ? t(kind) : "";
}
function closeButton(close) {
  return make("button", { className: "close", ariaLabel: t("close"), title: t("close"), click: close }, icon("close"));
}

// src/page/help.js
var SHORTCUTS = [
  ["/", "key_search"],
  ["← ↑ → ↓", "key_walk"],
  ["Enter", "key_panel"],
  ["n", "key_index"],
  ["g", "key_legend"],
  ["l", "key_local"],
  ["p", "key_path"],
  ["f", "key_fit"],
  ["+ −", "key_zoom"],
  ["t", "key_theme"],
  ["Esc", "key_back"],
  ["?", "key_help"]
];
var helpDialog = (
  /** @type {HTMLDialogElement} */
  byId("help")
);
function openHelp() {
  const rows = SHORTCUTS.map(([keys, what]) => {
    const key = make("th", { scope: "row" }, make("kbd", { textContent: keys }));
    return make("tr", {}, key, make("td", { textContent: t(what) }));
  });
  const operators = make("p", { className: "where", textContent: t("operators") });
  helpDialog.replaceChildren(closeButton(() => helpDialog.close()), heading(t("help")), make("table", {}, ...rows), operators);
  helpDialog.showModal();
}

// src/page/hover.js
function listenForNotes() {
  let isAsked = false;
  byId("map").addEventListener("mousemove", ({ clientX: x, clientY: y, buttons }) => {
    if (isAsked || buttons) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const node = noteAt(stage.DOMtoCanvas({ x, y }));
      if (node !== state.hovered) hover(node);
      if (node >= 0) showTip({ node, pointer: { DOM: { x, y } } });
    });
  });
}
function showTip({ node, pointer }) {
  const { label, cards } = notes[node], details = [cards && countLabel("cards", cards), dueLabel(node)].filter(Boolean);
  const tip = byId("tip");
  tip.replaceChildren(label, make("small", { textContent: details.map((words) => ` · ${words}`).join("") }));
  tip.hidden = isLayered;
  tip.style.left = `${Math.min(pointer.DOM.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.DOM.y + 16}px`;
}
function hover(note) {
  state.hovered = note;
  byId("map").style.cursor = note < 0 ? "" : "pointer";
  if (note < 0) byId("tip").hidden = true;
  updateFocus();
}

// src/page/images.js
var pictureDialog = (
  /** @type {HTMLDialogElement} */
  byId("picture")
);
function picture(number) {
  const [name2, source] = allImages()[number];
  const missing = () => make("div", { className: "unreadable", textContent: t("no_image", name2) });
  if (!source) return missing();
  const image = make("img", { src: source, alt: name2, loading: "lazy" });
  const button = make("button", { className: "picture", ariaLabel: t("enlarge", name2), click: () => enlarge(source, name2) }, image);
  image.addEventListener("error", () => button.replaceWith(missing()));
  return button;
}
function enlarge(source, name2) {
  const [image, link] = pictureDialog.children;
  Object.assign(image, { src: source, alt: name2 });
  Object.assign(link, { href: addressInObsidian(name2), textContent: t("open") });
  pictureDialog.showModal();
}

// src/page/path-bar.js
function startPath(note) {
  state.pathStart = note;
  updatePathBar();
}
function promptForTarget(note) {
  startPath(note);
  if (!isNarrow()) byId("query").focus();
}
function clearPath() {
  state.pathStart = -1;
  state.path = null;
  updatePathBar();
}
function completePath(note) {
  state.path = { start: state.pathStart, end: note, links: shortestPath(state.pathStart, note, shownLinksOf, otherEnd) };
  state.pathStart = -1;
  updatePathBar();
}
function updatePathBar() {
  const { pathStart, path } = state, bar = byId("path");
  bar.hidden = pathStart < 0 && !path;
  if (bar.hidden) return;
  const label = path && pathStart < 0 ? pathLabel(path) : t("path_started", notes[pathStart].label);
  bar.querySelector("span")?.replaceChildren(label);
  if (pathStart >= 0) byId("status").textContent = label;
}

// src/page/panel.js
var MAX_CHIPS = 60;
var MAX_PREREQUISITES = 12;
function fillPanel(note) {
  const { label, target, path, deck, tags = [] } = notes[note];
  const where = isUnresolved(note) ? [t("unwritten_note"), target].filter(Boolean).join(" · ") : [kindLabel(note), path, deck].filter(Boolean).join(" · ");
  byId("panel").replaceChildren(
    closeButton(() => commands.select(-1)),
    make("h1", { textContent: label }),
    make("div", { className: "where", textContent: where }),
    make("div", { className: "waiting", textContent: dueLabel(note), hidden: !waitingCount(note) }),
    actions(note),
    ...pathSection(note),
    ...prerequisiteSection(note),
    ...relationSections(note),
    ...section(t("links"), plainChips(outgoing, "to", note)),
    ...section(t("backlinks"), plainChips(incoming, "from", note)),
    ...cardSection(note),
    ...imageSection(note),
    ...section(t("tags"), tags.map((tag) => make("span", { className: "chip", textContent: tag })))
  );
  byId("panel").ariaLabel = label;
  if (byId("panel").hidden && isNarrow()) letTapsThrough();
  byId("panel").hidden = false;
  byId("panel").scrollTop = 0;
}
function letTapsThrough() {
  byId("panel").classList.add("opening");
  setTimeout(() => byId("panel").classList.remove("opening"), 500);
}
function updateActions() {
  if (state.selected >= 0) byId("panel").querySelector(".actions")?.replaceWith(actions(state.selected));
}
function actions(note) {
  const { path } = notes[note];
  const isLocal = state.centre === note;
  const local = make("button", {
    textContent: t(isLocal ? "show_all" : "local"),
    click: () => commands.showLocal(isLocal ? -1 : note, state.depth)
  });
  const toPath = make("button", { textContent: t("path_to"), click: () => promptForTarget(note) });
  const open = !path ? null : make("a", { href: addressInObsidian(path), textContent: t("open") });
  return make("div", { className: "actions" }, open, local, toPath);
}
function prerequisiteSection(note) {
  const needed = prerequisites(note);
  if (!needed.length) return [];
  const item = (step, place) => make("li", { value: place + 1 }, noteButton(step), cardNumber(step));
  const items = needed.map(item), hidden = Math.max(0, items.length - MAX_PREREQUISITES);
  const list = make("ol", { className: "prerequisites" }, ...items.slice(hidden));
  if (hidden) {
    const more = make("button", { className: "chip", textContent: t("more", hidden), click: () => {
      more.remove();
      list.prepend(...items.slice(0, hidden));
    } });
    return [heading(`${t("prerequisites")} · ${needed.length}`), more, list];
  }
  return [heading(`${t("prerequisites")} · ${needed.length}`), list];
}
var noteButton = (note) => isOnMap(note) ? make("button", { textContent: notes[note].label, click: () => commands.choose(note, true), ...hoverHandlers(note) }) : make("span", { textContent: learned(note).label, title: t("not_on_map") });
function cardNumber(note) {
  const { cards } = learned(note);
  return cards ? make("span", { className: "where", textContent: countLabel("cards", cards) }) : null;
}
function relationSections(note) {
  return relationTypes.flatMap((kind) => {
    const ofKind = (number) => links[number].kind === kind;
    const out = outgoing[note].filter(ofKind).map((number) => chip(links[number].to, "→", t("after", kind)));
    const into = incoming[note].filter(ofKind).map((number) => chip(links[number].from, "←", t("before", kind)));
    return section(kind, [...into, ...out]);
  });
}
function plainChips(lists, end, note) {
  return lists[note].filter((number) => !links[number].kind).map((number) => chip(links[number][end]));
}
function section(title, chips) {
  if (!chips.length) return [];
  const rest = chips.length - MAX_CHIPS;
  const list = make("div", { className: "chips" }, ...chips.slice(0, MAX_CHIPS));
  if (rest > 0) {
    const showRest = () => more.replaceWith(...chips.slice(MAX_CHIPS));
    const more = make("button", { className: "chip", textContent: t("more", rest), click: showRest });
    list.append(more);
  }
  return [heading(`${title} · ${chips.length}`), list];
}
function chip(note, arrow = "", meaning = "") {
  const mark = arrow ? make("span", { className: "arrow", ariaLabel: meaning, role: "img", textContent: arrow }) : null;
  const listeners = { click: () => commands.choose(note, true), ...hoverHandlers(note) };
  return make("button", { className: "chip", ...listeners }, mark, swatch(note), notes[note].label);
}
function cardSection(note) {
  const cards = cardsOf(note);
  if (!cards.length) return [];
  return [heading(`${t("cards")} · ${cards.length}`), ...cards.map(([question, answer]) => make(
    "details",
    { className: "card" },
    make("summary", {}, cardSide(question, "question")),
    cardSide(answer, "answer")
  ))];
}
var cardSide = (pieces, name2) => make("div", { className: `side ${name2}` }, ...(pieces.length ? pieces : [t("empty_side")]).map(
  (piece) => typeof piece === "number" ? picture(piece) : make("div", { textContent: piece })
));
function imageSection(note) {
  const { images = [] } = notes[note];
  if (!images.length) return [];
  return [heading(`${t("images")} · ${images.length}`), make("div", { className: "pictures" }, ...images.map(picture))];
}
function pathSection(note) {
  const { path } = state;
  if (!path || !isPathEndpoint(note)) return [];
  const { links: passedLinks } = path;
  if (!passedLinks) return [heading(t("path")), make("p", { className: "where", textContent: pathLabel(path) })];
  const passed = notesOnPath(path);
  const steps = passed.map((step, place) => make("li", {}, ...place ? [pathStep(passedLinks[place - 1], step)] : [], chip(step)));
  return [heading(`${t("path")} · ${countLabel("steps", passedLinks.length)}`), make("ol", { className: "steps" }, ...steps)];
}
function pathStep(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make("span", { className: "where", textContent: `${isForward ? "↓" : "↑"} ${kind ?? t("plain")} ` });
}

// src/page/selection.js
function select(note, fromAfar = false) {
  state.selected = note;
  state.hovered = -1;
  state.found = null;
  if (state.path && !isPathEndpoint(note) && !notesOnPath(state.path).includes(note)) clearPath();
  if (note < 0) return closePanel();
  if (!isBig) stage.selectNodes([note], false);
  fillPanel(note);
  updateFocus();
  reveal(note, fromAfar);
  byId("status").textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(", ");
  pushAddress();
}
function closePanel() {
  if (byId("panel").contains(document.activeElement)) byId("map").focus();
  byId("panel").hidden = true;
  stage.unselectAll();
  updateFocus();
  if (state.isFitted && !isNarrow()) fit();
  pushAddress();
}
function closePath() {
  clearPath();
  if (state.selected >= 0) fillPanel(state.selected);
  updateFocus();
  pushAddress();
}
function choose2(note, fromAfar = false) {
  if (note >= 0 && state.pathStart >= 0 && note !== state.pathStart) completePath(note);
  select(note, fromAfar);
}

// src/page/sidebars.js
function toggleNoteList() {
  const isOpen = !isNoteListOpen();
  if (isOpen) setLegendOpen(false);
  setNoteListOpen(isOpen);
  if (state.isFitted) fit();
  const first = isOpen ? byId("list").querySelector("button") : null;
  (first ?? byId("map")).focus();
}
function toggleLegend() {
  if (byId("legend").contains(document.activeElement)) byId("map").focus();
  setLegendOpen(Boolean(byId("legend").hidden));
  if (state.isFitted) fit();
}

// src/drawing/backdrop.js
var BACKDROP_SIDE = 4096;
var backdrop = null;
function invalidateBackdrop() {
  backdrop = null;
  invalidateSheets();
}
function paintBackdrop(context, frame) {
  const share = focus.highlighted ? 0.3 : 1;
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
  const context = contextOf(canvas);
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
    const path = getOrAdd(paths, group, newPath);
    path.moveTo(positionOf(from).x, positionOf(from).y);
    path.lineTo(positionOf(to).x, positionOf(to).y);
  }
  return paths;
}

// src/drawing/occupied.js
var CELL = 64;
var Occupied = class {
  /** @type {Map<number, Box[]>} */
  #cells = /* @__PURE__ */ new Map();
  /** @param {Box} box */
  add(box) {
    for (const cell of this.#cellsOf(box)) getOrAdd(this.#cells, cell, () => []).push(box);
  }
  /** @param {Box} box */
  isFree(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.get(cell)?.some((other) => overlaps(box, other))) return false;
    }
    return true;
  }
  /** @param {Box} box */
  count(box) {
    const found = /* @__PURE__ */ new Set();
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (overlaps(box, other)) found.add(other);
    }
    return found.size;
  }
  /**
   * @param {Box} box
   * @returns {Generator<number, void>}
   */
  *#cellsOf({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 100003 + y;
    }
  }
};
var overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// src/drawing/links.js
function paintLinks(context, frame) {
  let visible = shown.links.filter((number) => isLinkInFrame(links[number], frame) && !isHiddenAsImplied(links[number]));
  if (visible.length > MANY_LINKS) {
    paintBackdrop(context, frame);
    visible = visible.filter((number) => isHighlighted(links[number]));
  }
  strokeLinks(context, visible, frame.scale);
}
function strokeLinks(context, numbers, scale) {
  const bundles = /* @__PURE__ */ new Map();
  for (const number of numbers) {
    const link = links[number];
    const style = styleOf(link), key = JSON.stringify(style);
    if (!bundles.has(key)) bundles.set(key, { style, lines: newPath(), heads: newPath() });
    addLink(bundles.get(key), link, scale);
  }
  const inOrder = [...bundles.values()].sort((a, b) => a.style.layer - b.style.layer);
  for (const bundle of inOrder) strokeBundle(context, bundle, scale);
  context.globalAlpha = 1;
}
function isLinkInFrame({ from, to, via }, { left, top, right, bottom }) {
  const a = positionOf(from), b = positionOf(to);
  if (via) return true;
  return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
}
var arePlainLinksDashed = isLayered || relationTypes.length > 0 && links.length <= MANY_LINKS;
function styleOf(link) {
  const isTyped = Boolean(link.kind);
  if (isHighlighted(link)) return { layer: 3, isTyped, stroke: colour.accent, ...highlightStyle() };
  const stroke = isTyped ? colourOfRelation(link.kind ?? "") : colour.link;
  if (isLayered) {
    const [layer, alpha] = isLinkDimmed(link) ? [0, 0.28] : [2, 1];
    return { layer, isTyped, stroke, alpha, width: isTyped ? 1.7 : 1.4 };
  }
  return { isTyped, stroke, width: isTyped ? 1.5 : 1.1, ...dotLineStyle(link) };
}
function dotLineStyle(link) {
  if (isLinkDimmed(link)) return { layer: 0, alpha: 0.08 };
  const group = groupOf(link.from), alpha = Math.max(0.12, Math.min(0.55, 320 / shown.links.length));
  if (link.kind && relationTypes.length > 1) return { layer: 2, alpha: Math.max(0.4, alpha) };
  if (group < 0 || group !== groupOf(link.to)) return { layer: 1, alpha };
  return { layer: 2, stroke: colourOfGroup(group), alpha: 1.15 * alpha };
}
function highlightStyle() {
  const many = focus.highlighted?.size ?? 0;
  return { alpha: Math.max(0.2, Math.min(0.95, 60 / many)), width: many > 40 ? 1.1 : 2.2 };
}
function addLink({ style, lines, heads }, link, scale) {
  const { start: start2, curves, tip } = routeOf(link);
  lines.moveTo(...start2);
  for (const curve of curves) lines.bezierCurveTo(...curve);
  if (style.alpha < 0.1) return;
  const [point, ...others] = arrowHead(tip, isLayered ? 8 : 5.5 * Math.max(0.6, Math.min(1.5, 0.9 / scale)));
  heads.moveTo(...point);
  for (const other of others) heads.lineTo(...other);
  heads.closePath();
}
function strokeBundle(context, { style, lines, heads }, scale) {
  const thin = isLayered ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  context.strokeStyle = context.fillStyle = style.stroke;
  context.globalAlpha = style.alpha;
  context.lineWidth = style.width * thin;
  context.setLineDash(style.isTyped || !arePlainLinksDashed ? [] : [5 * thin, 4 * thin]);
  context.stroke(lines);
  context.setLineDash([]);
  context.fill(heads);
}
function paintRelationNames(context, { scale }) {
  if (scale < 0.45) return;
  const taken = new Occupied();
  for (const number of shown.links) {
    const link = links[number];
    const isTelling = isHighlighted(link) || link.kind !== relationTypes[0] && !focus.highlighted;
    if (link.kind && isTelling) paintRelationName(context, link, taken);
  }
}
var MAX_NAMED_RELATIONS = 40;
function paintFocusRelations(context, { left, top, scale }, names) {
  if (focus.note < 0 && !focus.pathLinks) return;
  const named = shown.links.filter((number) => links[number].kind && isHighlighted(links[number]));
  if (named.length > MAX_NAMED_RELATIONS) return;
  context.font = `500 ${10.5 / scale}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const number of named) {
    const link = links[number], name2 = relationLabel(link), half = context.measureText(name2).width * scale / 2;
    const boxAt2 = ([x, y]) => ({
      left: (x - left) * scale - half,
      right: (x - left) * scale + half,
      top: (y - top) * scale - 7,
      bottom: (y - top) * scale + 7
    });
    const spot = routeOf(link).spots.find((each) => names.isFree(boxAt2(each)));
    if (!spot) continue;
    names.add(boxAt2(spot));
    context.strokeStyle = colour.paper;
    context.lineWidth = 4 / scale;
    if (!(context instanceof SvgContext)) context.strokeText(name2, ...spot);
    context.fillStyle = colourOfRelation(link.kind ?? "");
    context.fillText(name2, ...spot);
  }
}
var relationLabel = ({ kind, direction }) => ((direction ?? 0) < 0 ? page.back : "") + shorten(kind ?? "", 28);
function paintRelationName(context, link, taken) {
  const { spots } = routeOf(link), name2 = relationLabel(link);
  context.font = `500 11px ${FONT}`;
  const width = context.measureText(name2).width + 14;
  const boxAt2 = ([x2, y2]) => ({ left: x2 - width / 2, right: x2 + width / 2, top: y2 - 9, bottom: y2 + 9 });
  const [x, y] = spots.find((spot) => taken.isFree(boxAt2(spot))) ?? spots[0];
  taken.add(boxAt2([x, y]));
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fillStyle = colour.paper;
  context.fill();
  context.strokeStyle = isHighlighted(link) ? colour.accent : colour.line;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = isHighlighted(link) ? colour.accent : colour.soft;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(name2, x, y + 0.5);
}

// src/page/note-list.js
var MAX_LISTED = 400;
var listedNotes = [];
function listNotes() {
  listedNotes = [...shown.notes].sort((a, b) => Number(isNote(b)) - Number(isNote(a)) || compareNames(notes[a].label, notes[b].label));
  byId("list").replaceChildren(...listItems(0));
}
var { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });
function listItems(from) {
  const rows = listedNotes.slice(from, from + MAX_LISTED).map((note) => make("li", {}, listItem(note)));
  const rest = listedNotes.length - from - rows.length;
  if (rest <= 0) return rows;
  const showMore = () => item.replaceWith(...listItems(from + MAX_LISTED));
  const more = make("button", { className: "more", textContent: t("more", rest), tabIndex: listTabIndex(), click: showMore });
  const item = make("li", {}, more);
  return [...rows, item];
}
function listItem(note) {
  const { label, cards } = notes[note];
  const details = [kindLabel(note), cards && isNote(note) ? countLabel("cards", cards) : ""].filter(Boolean);
  const small = make("small", { textContent: details.join(" · ") });
  const listeners = { click: () => commands.choose(note, true), ...hoverHandlers(note) };
  const name2 = make("span", { className: "name", textContent: label });
  return make("button", { tabIndex: listTabIndex(), ...listeners }, swatch(note), name2, small);
}
function onListKey(event) {
  const step = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp");
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...byId("list").querySelectorAll("button")];
  buttons[buttons.findIndex((button) => button === document.activeElement) + step]?.focus();
}

// src/drawing/dots.js
var MANY_DOTS = 1200;
function paintDots(context, numbers, scale) {
  if (numbers.length <= MANY_DOTS) return numbers.forEach((number) => paintDot(context, number, scale));
  const batches = /* @__PURE__ */ new Map();
  const isSpecial = (number) => isUnresolved(number) || notes[number].r * scale > 4 || number === focus.note;
  for (const number of numbers.filter((each) => !isSpecial(each))) {
    const key = `${opacityOf(number)} ${colourOf(number)}`, { x, y } = positionOf(number);
    if (!batches.has(key)) batches.set(key, { alpha: opacityOf(number), fill: colourOf(number), path: newPath() });
    const radius = Math.max(notes[number].r, 1.6 / scale), path = batches.get(key).path;
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, FULL_CIRCLE);
  }
  for (const { alpha, fill, path } of batches.values()) {
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fill(path);
  }
  context.globalAlpha = 1;
  numbers.filter(isSpecial).forEach((number) => paintDot(context, number, scale));
}
function paintDot(context, number, scale) {
  const { x, y } = positionOf(number), isMarked = number === state.hovered || number === state.selected;
  const radius = Math.max(notes[number].r, 1.6 / scale) * (isMarked ? 1.12 : 1);
  const line = 1.4 / Math.max(scale, 0.5);
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
  context.globalAlpha = opacityOf(number);
  if (isUnresolved(number)) paintHollow(context, line, radius * scale > 5);
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

// src/drawing/label-placing.js
var boxAt = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });
var boxToTheRight = (dot, size) => boxAt(dot.right + 2, (dot.top + dot.bottom) / 2 - size.height / 2, size);
function boxesAround(dot, size) {
  const { width, height } = size;
  const x = (dot.left + dot.right) / 2, y = (dot.top + dot.bottom) / 2, corner = 0.75 * (dot.right - dot.left) / 2;
  const tops = [y + corner - height / 4, y - corner - 3 * height / 4];
  return [
    boxAt(x - width / 2, dot.bottom + 1, size),
    boxAt(x - width / 2, dot.top - height, size),
    boxToTheRight(dot, size),
    boxAt(dot.left - width - 2, y - height / 2, size),
    ...tops.flatMap((top) => [boxAt(x + corner, top, size), boxAt(x - corner - width, top, size)])
  ];
}
var DISTANCES = [14, 28, 46, 68, 94];
function boxAtDistance({ left, top, right, bottom }, size, names, width) {
  for (const gap of DISTANCES) {
    const boxes = boxesAround({ left: left - gap, top: top - gap, right: right + gap, bottom: bottom + gap }, size);
    const free = boxes.find((box) => box.left > 0 && box.right < width && names.isFree(box));
    if (free) return free;
  }
  return void 0;
}
function chooseBox(boxes, names, dots, { width, mayHideDots, isRequired }) {
  const clear = boxes.filter((box) => box.left > 0 && box.right < width && names.isFree(box));
  return clear.find((box) => dots.isFree(box)) ?? (mayHideDots ? clear.sort((a, b) => dots.count(a) - dots.count(b))[0] : void 0) ?? (isRequired ? boxes[0] : void 0);
}

// src/drawing/labels.js
var MAX_LETTERS = 36;
var MIN_LETTERS = 6;
var MAX_LABELS = 320;
function paintLabels(context, frame) {
  const names = new Occupied();
  if (frame.isScreen) for (const id of ["bar", "legend", "panel"]) names.add(byId(id).getBoundingClientRect());
  const order = isDense() ? denseLabelOrder(frame) : labelOrder();
  if (!focus.highlighted) paintRegionNames(context, frame, names);
  if (focus.note >= 0) names.add(screenBox(focus.note, frame, notes[focus.note].r * frame.scale));
  paintNoteNames(context, frame, order, names);
  if (focus.highlighted) paintRegionNames(context, frame, names);
  paintFocusRelations(context, frame, names);
}
function paintNoteNames(context, frame, order, names) {
  const dots = occupiedByDots(frame, isDense() ? order : shown.notes);
  let count = 0;
  for (const note of order) {
    if (!isInFrame(note, frame)) continue;
    if (paintLabel(context, note, frame, names, dots)) count += 1;
    if (count >= MAX_LABELS && frame.isScreen) break;
  }
}
function occupiedByDots(frame, candidates) {
  const dots = new Occupied();
  for (const note of candidates) {
    const radius = notes[note].r * frame.scale;
    if (radius > 1.5 && isInFrame(note, frame)) dots.add(screenBox(note, frame, radius * 0.8));
  }
  return dots;
}
function labelOrder() {
  if (!focus.highlighted) return shown.notes;
  const { highlighted: wanted } = focus, highlighted = shown.notes.filter((note) => wanted.has(note));
  if (focus.note >= 0) highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note));
  return highlighted;
}
var isInFrame = (note, { left, top, right, bottom }) => {
  const { x, y } = positionOf(note);
  return x > left && x < right && y > top && y < bottom;
};
var screenBox = (note, { left, top, scale }, half) => {
  const x = (positionOf(note).x - left) * scale, y = (positionOf(note).y - top) * scale;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
};
var unlinkedColumns = lazy(() => [...new Set(notes.filter((_, note) => isOrphan(note)).map(({ x }) => x))].sort((a, b) => a - b));
var endOfUnlinkedArea = () => page.unlinked_area ? page.unlinked_area[0] + page.unlinked_area[2] : Infinity;
function widthInUnlinkedArea(note, scale) {
  const { x, r } = notes[note], next = unlinkedColumns().find((column) => column > x) ?? endOfUnlinkedArea();
  return (next - x - 2 * r) * scale - 18;
}
function paintLabel(context, note, frame, names, dots) {
  const picture2 = pictureOf(note, frame.scale);
  if (!picture2) return false;
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const boxes = isOrphan(note) ? [boxToTheRight(screenBox(note, frame, half), picture2)] : boxesAround(screenBox(note, frame, half), picture2);
  const box = chooseBox(boxes, names, dots, {
    width: (frame.right - frame.left) * frame.scale,
    mayHideDots: (notes[note].weight ?? 0) > 0.4 || Boolean(focus.highlighted),
    isRequired: note === focus.note
  });
  if (box) {
    names.add(box);
    copyPicture(context, picture2, box, frame);
    return true;
  }
  return areNeighboursFew() && paintAtDistance(context, note, frame, names, picture2);
}
var MAX_NAMED_NEIGHBOURS = 80;
var areNeighboursFew = () => focus.note >= 0 && (focus.highlighted?.size ?? 0) <= MAX_NAMED_NEIGHBOURS;
function paintAtDistance(context, note, frame, names, picture2) {
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const box = boxAtDistance(screenBox(note, frame, half), picture2, names, (frame.right - frame.left) * frame.scale);
  if (!box) return false;
  const { x, y } = positionOf(note), atX = (x - frame.left) * frame.scale, atY = (y - frame.top) * frame.scale;
  const end = [Math.min(Math.max(atX, box.left), box.right), Math.min(Math.max(atY, box.top), box.bottom)];
  context.strokeStyle = colour.soft;
  context.lineWidth = 0.8 / frame.scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(frame.left + end[0] / frame.scale, frame.top + end[1] / frame.scale);
  context.stroke();
  names.add(box);
  copyPicture(context, picture2, box, frame);
  return true;
}
function lettersThatFit(width, name2, size) {
  ruler.font = `500 ${size}px ${FONT}`;
  const widthOf = (words) => ruler.measureText(words).width;
  if (widthOf(name2) <= width) return Infinity;
  let most = Math.floor(name2.length * width / widthOf(name2));
  while (most >= MIN_LETTERS && widthOf(shorten(name2, most)) > width) most -= 1;
  return most;
}
function pictureOf(note, scale) {
  const isStrong = note === focus.note || (notes[note].weight ?? 0) > 0.6;
  const size = note === focus.note ? 14 : Math.round(11.5 + 5 * (notes[note].weight ?? 0));
  const isConfined = isOrphan(note) && note !== focus.note;
  const most = isConfined ? lettersThatFit(widthInUnlinkedArea(note, scale), notes[note].label, size) : MAX_LETTERS;
  if (most < MIN_LETTERS) return null;
  const name2 = shorten(notes[note].label, Math.min(most, MAX_LETTERS)), key = `${note} ${size} ${isStrong} ${name2}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture([name2], size, isStrong, isUnresolved(note)));
  return pictures.get(key);
}
var MAX_HIGHLIGHTED_NOTES = 3e3;
var READABLE_DOT = 3;
var READABLE_SCALE = 0.8;
function denseLabelOrder(frame) {
  const most = 2 * MAX_LABELS;
  if (focus.highlighted) {
    const highlighted = [...focus.highlighted].slice(0, MAX_HIGHLIGHTED_NOTES);
    return highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note) || byWeight(a, b));
  }
  const isReadable = (note) => frame.scale > READABLE_SCALE || notes[note].r * frame.scale > READABLE_DOT;
  return notesWithin(frame, most).filter(isReadable);
}

// src/drawing/unlinked-area.js
function paintUnlinkedArea(context, { scale }) {
  if (!page.unlinked_area || !isUnlinkedAreaShown()) return;
  const [left, top, width, height] = page.unlinked_area;
  const size = isLayered ? 11 : Math.min(11 / scale, 22);
  context.globalAlpha = focus.highlighted ? 0.4 : 1;
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
  context.fillText(t("unlinked_area").toUpperCase(), left + 18, top + 16);
  context.globalAlpha = 1;
}

// src/drawing/dense.js
var MAX_HIGHLIGHTED_LINKS = 1200;
function paintDense(context, frame) {
  paintGround(context, frame);
  paintUnlinkedArea(context, frame);
  strokeLinks(context, highlightedLinks(), frame.scale);
  for (const note of highlightedNotes(frame)) paintDot(context, note, frame.scale);
  if (frame.scale > READABLE_SCALE) paintRings(context, notesWithin(frame, MAX_HIGHLIGHTED_NOTES), frame.scale);
  paintLabels(context, frame);
}
function highlightedLinks() {
  if (focus.pathLinks) return state.path?.links ?? [];
  if (focus.note < 0) return [];
  const isStep = (link) => leadsToFocus(links[link].from) && links[link].direction;
  const steps = [...focus.ancestors].flatMap((note) => incoming[note].filter(isStep));
  return [.../* @__PURE__ */ new Set([...steps, ...outgoing[focus.note], ...incoming[focus.note]])].filter(isLinkShown).slice(0, MAX_HIGHLIGHTED_LINKS);
}
function highlightedNotes(frame) {
  const marked = [state.selected, state.hovered].filter((note) => note >= 0 && shown.isNote[note]);
  const highlighted = focus.highlighted ? [...focus.ancestors, ...focus.highlighted] : [];
  return [...highlighted.slice(0, MAX_HIGHLIGHTED_NOTES), ...marked].filter((note) => shown.isNote[note] && isInView(note, frame));
}

// src/drawing/paint.js
var PAINTERS = {
  layered: { paintNotes: paintBoxes, names: paintRelationNames },
  dots: { paintNotes: paintDots, names: paintLabels }
};
function paint(context, frame) {
  if (isDense()) return paintDense(context, frame);
  const { paintNotes, names } = PAINTERS[isLayered ? "layered" : "dots"];
  paintUnlinkedArea(context, frame);
  paintLinks(context, frame);
  paintNotes(context, notesIn(frame), frame.scale);
  paintRings(context, notesIn(frame), frame.scale);
  names(context, frame);
}
function notesIn(frame) {
  const marked = [state.selected, state.hovered].filter((note) => shown.isNote[note]);
  const others = shown.notes.filter((note) => !marked.includes(note)).reverse();
  return [...others, ...marked].filter((note) => isInView(note, frame));
}

// src/page/save.js
var LONGEST_SIDE = 6e3;
var MARGIN = 40;
var MARGIN_FOR_NAMES = 130;
function wholeFrame() {
  const box = bounds(), sideMargin = isLayered ? MARGIN : MARGIN_FOR_NAMES;
  const frame = { left: box.left - sideMargin, top: box.top - MARGIN, right: box.right + sideMargin, bottom: box.bottom + MARGIN };
  return { ...frame, scale: Math.min(2, LONGEST_SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top)) };
}
function drawWhole() {
  const frame = wholeFrame(), width = frame.right - frame.left, height = frame.bottom - frame.top;
  const canvas = make("canvas", { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = contextOf(canvas);
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paint(context, frame);
  return canvas;
}
var MAX_SVG_ELEMENTS = 1e4;
var isSvgPossible = () => shown.notes.length + shown.links.length <= MAX_SVG_ELEMENTS;
var savePng = () => drawWhole().toBlob((blob) => {
  if (blob) download(blob, "png");
});
var saveSvg = () => download(new Blob([svgText()], { type: "image/svg+xml" }), "svg");
function download(blob, extension) {
  const address = URL.createObjectURL(blob);
  const name2 = page.title.replace(/[^\p{L}\p{N} ._-]/gu, "_") || "map";
  make("a", { href: address, download: `${name2}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1e4);
}
var svgText = () => new XMLSerializer().serializeToString(svgDrawing());
function svgDrawing() {
  const frame = wholeFrame(), pen = new SvgContext(frame);
  pen.fillStyle = colour.paper;
  pen.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  withSvgPaths(() => paint(
    /** @type {any} */
    pen,
    frame
  ));
  return pen.drawing;
}

// src/page/stage.js
var visNodes;
function openStage() {
  visNodes = new vis.DataSet(isBig ? [] : notes.map(visNode));
  setStage(new vis.Network(byId("map"), { nodes: visNodes, edges: [] }, {
    ...readBlock("options"),
    interaction: { ...readBlock("options").interaction, dragNodes: matchMedia("(pointer: fine)").matches }
  }));
  byId("map").querySelector(".vis-network")?.setAttribute("tabindex", "-1");
  stage.on("beforeDrawing", (context) => paint(context, frameOfScreen()));
  stage.on("zoom", () => {
    state.isFitted = false;
  });
  stage.on("dragEnd", ({ nodes: dragged }) => {
    if (dragged.length) saveDraggedPositions(dragged);
    else state.isFitted = false;
    redraw();
  });
}
function visNode(note, id) {
  const nodeDimensions = isLayered ? { width: note.w, height: note.h } : { width: 2 * note.r + 4, height: 2 * note.r + 4 };
  const ctxRenderer = () => ({ drawNode() {
  }, nodeDimensions });
  return { id, x: note.x, y: note.y, shape: "custom", ctxRenderer };
}
function saveDraggedPositions(dragged) {
  invalidateBackdrop();
  if (isLayered || localPositions) return;
  for (const note of dragged) Object.assign(notes[note], { x: positionOf(note).x, y: positionOf(note).y });
}
function updateVisNodes() {
  if (isBig) return;
  const placeOf = (id) => isLayered ? {} : { x: notes[id].x, y: notes[id].y, ...localPositions?.get(id) };
  visNodes.update(notes.map((_, id) => ({ id, hidden: !shown.isNote[id], ...placeOf(id) })));
}

// src/page/view.js
function updateView() {
  applyFilters();
  updateLocalPositions();
  invalidateBackdrop();
  invalidateGrid();
  invalidateOutlines();
  updateVisNodes();
  updateCount();
  listNotes();
  if (state.path && !notesOnPath(state.path).every((note) => shown.isNote[note])) closePath();
  updateFocus();
  updateAddressSoon();
}
var svgButton = (
  /** @type {HTMLButtonElement} */
  byId("svg")
);
function updateCount() {
  const written = shown.notes.filter(isNote).length;
  byId("count").textContent = `${countLabel("notes", written)} · ${countLabel("links", shown.links.length)}`;
  svgButton.disabled = !isSvgPossible();
  svgButton.title = svgButton.ariaLabel = t(isSvgPossible() ? "svg" : "svg_too_large", MAX_SVG_ELEMENTS);
}
function showLocal(note, depth) {
  state.centre = note;
  state.depth = Math.max(1, Math.min(6, depth));
  updateAll();
  fit();
  pushAddress();
}
function updateAll() {
  byId("local").hidden = state.centre < 0;
  byId("depth").textContent = t("depth", state.depth);
  updateView();
  updateActions();
}

// src/page/legend.js
function showLegend() {
  byId("legend").replaceChildren(
    colourChoice(),
    ...groupRows(),
    ...otherHiddenRows(),
    ...kindRows(),
    ...specialRows()
  );
}
function colourChoice() {
  const options = availableColourings().map(
    (name2) => make("option", { value: name2, textContent: t(`by_${name2}`), selected: name2 === state.colour })
  );
  if (options.length < 2) return heading(t(`by_${state.colour}`));
  const choice = make("select", { id: "colour", change: () => colourBy(
    /** @type {Colouring} */
    choice.value
  ) }, ...options);
  return make("label", { className: "by" }, t("colour"), choice);
}
function colourBy(name2) {
  state.colour = name2;
  updateGroups();
  showLegend();
  byId("colour").focus();
  updateView();
}
function groupRows() {
  const hidden = hiddenGroups(state.colour), named = groups.slice(0, MAX_GROUPS);
  const others = groups.slice(MAX_GROUPS).reduce((sum, [, size]) => sum + size, 0);
  const all2 = [...named.map(([name2]) => name2), ...others ? [OTHERS] : []];
  const rows = named.map(([name2, size], group) => {
    const mark = make("i", { className: "swatch" });
    mark.style.background = colourOfGroup(group);
    return filterRow(mark, shortNameOf(name2), size, hideIn(hidden, name2, all2), name2);
  });
  if (others) rows.push(filterRow(make("i", { className: "swatch lone" }), t("others"), others, hideIn(hidden, OTHERS, all2)));
  return rows;
}
function otherHiddenRows() {
  const colourings = availableColourings().filter((name2) => name2 !== state.colour);
  const rows = colourings.flatMap((colouring) => [...hiddenGroups(colouring)].map((name2) => {
    const size = groupingBy(colouring).groups.find(([other]) => other === name2)?.[1] ?? 0;
    const label = name2 === OTHERS ? t("others") : name2;
    return filterRow(make("i", { className: "swatch hollow" }), `${t(`by_${colouring}`)}: ${label}`, size, hideIn(hiddenGroups(colouring), name2));
  }));
  return rows.length ? [heading(t("hidden")), ...rows] : [];
}
var plainStroke = arePlainLinksDashed ? "stroke plain dashed" : "stroke plain";
function kindRows() {
  if (!links.length) return [];
  const kinds = relationCounts.has("") ? [...relationTypes, ""] : relationTypes;
  const rows = kinds.map((kind) => filterRow(
    kind ? strokeOf(kind) : make("i", { className: plainStroke }),
    kind || t("plain"),
    relationCounts.get(kind) ?? 0,
    hideIn(state.hiddenKinds, kind, kinds)
  ));
  return [heading(t("relations")), ...rows];
}
function strokeOf(kind) {
  const mark = make("i", { className: "stroke" });
  mark.style.borderColor = colourOfRelation(kind);
  return mark;
}
function specialRows() {
  const orphans = notes.filter((_, note) => isOrphan(note)).length;
  const rows = [];
  if (orphans) rows.push(filterRow(make("i", { className: "swatch lone" }), t("orphans"), orphans, hideAs("hideOrphans")));
  for (
    const sort of
    /** @type {NoteKind[]} */
    ["unresolved", "attachment", "tag", "card"]
  ) {
    const members = notes.map((_, note) => note).filter((note) => notes[note].kind === sort);
    if (members.length) rows.push(filterRow(swatch(members[0]), t(`all_${sort}`), members.length, hideIn(state.hiddenSorts, sort)));
  }
  const implied = links.filter((link) => link.implied).length;
  if (implied) {
    const mark = make("i", { className: `${plainStroke} faint` });
    rows.push(filterRow(mark, t("implied"), implied, showAs("showImplied"), t("implied_why")));
  }
  return rows.length ? [heading(t("show")), ...rows] : [];
}
var hideIn = (set, member2, all2 = []) => ({
  isShown: !set.has(member2),
  set: (isShown) => isShown ? set.delete(member2) : set.add(member2),
  showOnly: all2.length < 2 ? void 0 : () => {
    const isOnly = !set.has(member2) && all2.every((other) => other === member2 || set.has(other));
    set.clear();
    if (!isOnly) all2.filter((other) => other !== member2).forEach((other) => set.add(other));
  }
});
var hideAs = (name2) => ({ isShown: !state[name2], set: (isShown) => {
  state[name2] = !isShown;
} });
var showAs = (name2) => ({ isShown: state[name2], set: (isShown) => {
  state[name2] = isShown;
} });
function shortNameOf(name2) {
  if (state.colour !== "folder") return name2;
  const end = name2.split("/").pop() ?? "";
  const isClear = groups.filter(([other]) => other.split("/").pop() === end).length === 1;
  return isClear ? end : name2.split("/").slice(-2).join("/");
}
function filterRow(mark, name2, size, { isShown, set, showOnly }, title = name2) {
  const box = make("input", { type: "checkbox", checked: isShown, change: () => {
    set(box.checked);
    updateView();
  } });
  const spans = [make("span", { className: "name", textContent: name2 }), make("span", { className: "number", textContent: size })];
  const only = showOnly ? [onlyButton(showOnly, name2)] : [];
  return make("div", { className: "line" }, make("label", { className: "row", title }, box, mark, ...spans), ...only);
}
function onlyButton(showOnly, name2) {
  const show = () => {
    showOnly();
    showLegend();
    updateView();
  };
  return make("button", { className: "only", textContent: t("only"), ariaLabel: t("only_this", name2), click: show });
}

// src/page/theme-switch.js
var toggleTheme = () => setTheme(isDark() ? "light" : "dark");
function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  clearPictures();
  invalidateBackdrop();
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
  "n": toggleNoteList,
  "g": toggleLegend,
  "p": startPathHere,
  "t": toggleTheme,
  "?": openHelp,
  "Enter": onEnter,
  "Escape": goBack
};
function onKey(event) {
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isKeyOfElement(
    event.key,
    /** @type {HTMLElement} */
    event.target
  )) return;
  if (event.key in DIRECTIONS) walkTowards(...DIRECTIONS[event.key]);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
}
function isKeyOfElement(key, element) {
  if (element.tagName === "SELECT" && key !== "/" && key !== "Escape") return true;
  const isOnMap2 = byId("map").contains(element) || element === document.body;
  return !isOnMap2 && (key === "Enter" || key in DIRECTIONS);
}
function startPathHere() {
  if (state.selected < 0) return;
  startPath(state.selected);
  byId("map").focus();
}
function onEnter() {
  if (state.pathStart >= 0 && state.selected !== state.pathStart) choose2(state.selected);
  else if (state.selected >= 0) byId("panel").focus();
}
function goBack() {
  if (state.pathStart >= 0 || state.path) closePath();
  else if (isNoteListOpen()) toggleNoteList();
  else if (state.selected >= 0) select(-1);
  else showLocal(-1, state.depth);
  byId("map").focus();
}
function walkTowards(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearestInDirection([...neighbours(state.selected)], dx, dy) ?? nearestInDirection(shown.notes, dx, dy);
  if (next !== void 0) select(next);
}

// src/page/print.js
var themeOnScreen = "";
function beforePrint() {
  themeOnScreen = root.dataset.theme ?? "";
  if (isDark()) setTheme("light");
  colour.paper = "#fff";
  const title = make("h1", { textContent: [page.title, page.part].filter(Boolean).join(" · ") });
  byId("paper").replaceChildren(title, isSvgPossible() ? svgDrawing() : make("img", { src: drawWhole().toDataURL(), alt: page.title }));
}
function afterPrint() {
  byId("paper").replaceChildren();
  setTheme(themeOnScreen);
}

// src/page/search.js
var MAX_HITS = 30;
var hits = [];
var activeHit = -1;
function search() {
  const words = queryBox.value.trim(), wanted = unsupportedOperator(words) ? "" : words;
  const matches = parseQuery(wanted, lookup), term = firstTerm(wanted);
  const findAll = (match) => sortByRank(notesByWeight().map(match).filter((hit) => hit !== null));
  hits = wanted ? findAll((note) => matchInNames(note, matches, term) ?? matchInCards(note, matches, "question")) : [];
  if (wanted && !hits.length) hits = findAll((note) => matchInCards(note, matches, "answer"));
  activeHit = hits.length ? 0 : -1;
  state.found = wanted ? new Set(hits.map(({ note }) => note)) : null;
  showHits(words);
  updateFocus();
}
var sortByRank = (found) => [0, 1, 2, 3].flatMap((rank) => found.filter((hit) => hit.rank === rank));
function matchInNames(note, matches, term) {
  const place = namesOf(note).findIndex((name2) => matches(note, name2));
  if (place < 0) return null;
  if (place > 0) return { note, rank: 2, hint: () => notes[note].aliases?.[place - 1] ?? "" };
  const start2 = foldedLabels[note].indexOf(term), isWord = start2 > 0 && /\P{L}/u.test(foldedLabels[note][start2 - 1]);
  return { note, rank: start2 === 0 ? 0 : isWord ? 1 : 2, hint: () => notes[note].folder ?? "" };
}
function matchInCards(note, matches, side) {
  const card = cardTextsOf(note).find((texts) => matches(note, texts[side]));
  return card ? { note, rank: 3, hint: () => t("in_cards", shorten(card.words, 90)) } : null;
}
function showHits(words) {
  const list = byId("hits"), unsupported = unsupportedOperator(words);
  list.hidden = !words;
  queryBox.ariaExpanded = String(Boolean(words));
  list.replaceChildren(...hits.slice(0, MAX_HITS).map(({ note, hint }, place) => make("li", {
    id: `hit-${place}`,
    role: "option",
    mousedown: (event) => {
      event.preventDefault();
      pickHit(note);
    }
  }, notes[note].label, make("small", { textContent: hint() }))));
  if (!hits.length) list.append(emptyHit(unsupported));
  byId("status").textContent = unsupported ? t("unsupported", unsupported) : words ? countLabel("hits", hits.length) : "";
  markHit(activeHit);
}
function emptyHit(unsupported) {
  if (!unsupported) return make("li", { textContent: t("nothing") });
  return make("li", {}, t("unsupported", unsupported), make("small", { textContent: t("operators") }));
}
function markHit(place) {
  activeHit = place;
  [...byId("hits").children].forEach((item, number) => {
    item.ariaSelected = String(number === place);
  });
  queryBox.setAttribute("aria-activedescendant", place < 0 ? "" : `hit-${place}`);
  document.getElementById(`hit-${place}`)?.scrollIntoView({ block: "nearest" });
}
function pickHit(note) {
  leaveSearch();
  if (!shown.isNote[note]) unhide(note);
  choose2(note, true);
  byId("map").focus();
}
function leaveSearch() {
  queryBox.value = "";
  search();
}
var SEARCH_KEYS = {
  ArrowDown: () => markHit((activeHit + 1) % Math.min(hits.length, MAX_HITS)),
  ArrowUp: () => markHit((activeHit - 1 + Math.min(hits.length, MAX_HITS)) % Math.min(hits.length, MAX_HITS)),
  Enter: () => pickHit(hits[activeHit].note)
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
  showGroupsOf(note);
  state.hideOrphans &&= !isOrphan(note);
  state.hiddenSorts.delete(notes[note].kind);
  state.centre = -1;
  byId("local").hidden = true;
  showLegend();
  updateView();
}

// src/main.js
async function readRest() {
  if (!isBig) return;
  await readCardsAndImages();
  if (state.selected >= 0) fillPanel(state.selected);
  prepareSearch();
}
function translatePage() {
  const elements = (
    /** @type {NodeListOf<HTMLElement>} */
    document.querySelectorAll("[data-text], [data-title], [data-label]")
  );
  for (const element of elements) {
    const { text, title, label } = element.dataset;
    if (text) element.textContent = t(text);
    if (title) element.title = element.ariaLabel = t(title);
    if (label) element.ariaLabel = t(label);
  }
  queryBox.placeholder = queryBox.ariaLabel = t("search");
  byId("map").ariaLabel = t("map", page.title);
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
  const taps = new Taps();
  const tapped = ({ nodes: [note], pointer }) => taps.noteOf(note ?? noteAt(pointer.canvas), pointer.DOM, Date.now());
  stage.on("click", (event) => {
    byId("map").focus({ preventScroll: true });
    choose2(tapped(event));
  });
  stage.on("doubleClick", (event) => {
    const centre = tapped(event);
    if (centre >= 0) showLocal(centre, state.depth);
  });
  listenForGestures();
  if (isBig) listenForNotes();
}
function listenToPage() {
  const onClick = {
    "fit": () => fit(),
    "png": savePng,
    "svg": saveSvg,
    "legend-button": toggleLegend,
    "theme": toggleTheme,
    "help-button": openHelp,
    "index-button": toggleNoteList,
    "close-path": closePath,
    "less-depth": () => showLocal(state.centre, state.depth - 1),
    "more-depth": () => showLocal(state.centre, state.depth + 1),
    "all": () => showLocal(-1, state.depth),
    "picture": () => pictureDialog.close()
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener("click", action);
  byId("panel").addEventListener("mouseenter", () => hover(-1));
  byId("query").addEventListener("input", search);
  byId("query").addEventListener("keydown", onSearchKey);
  byId("query").addEventListener("blur", () => {
    byId("hits").hidden = true;
  });
  byId("index").addEventListener("keydown", onListKey);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  addEventListener("resize", () => {
    if (state.isFitted) requestAnimationFrame(() => fit(false));
  });
}
function start() {
  bindCommands({ select, choose: choose2, showLocal, showLegend, updateAll });
  translatePage();
  readColours();
  if (isLayered) shrinkBoxes();
  if (isLayered) spreadLanes();
  state.colour = defaultColouring();
  updateGroups();
  applyFilters();
  setLegendOpen(!isNarrow());
  showLegend();
  placeUnlinkedArea();
  openStage();
  listenToStage();
  listenToPage();
  updateCount();
  listNotes();
  setInitialView();
  if (location.hash) restoreView();
  if (state.selected < 0 && page.focus >= 0) withoutStep(() => select(page.focus));
  listenToHistory();
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
  colour,
  select,
  choose: choose2,
  startPath,
  showLocal,
  fit,
  search,
  svgText,
  drawWhole,
  freeArea,
  ancestors,
  prerequisites,
  opacityOf,
  colourOf,
  colourOfGroup,
  relationColours,
  hasWaitingCards,
  ringAt,
  /** @type {(from: number, to: number) => number[] | null} */
  shortestPath: (from, to) => shortestPath(from, to, shownLinksOf, otherEnd),
  outlines: () => shownOutlines().topics,
  rectangles: () => shown.notes.map(screenRectangle),
  routes: () => shown.links.map((number) => links[number]).filter((link) => !isHiddenAsImplied(link)).map(routeOf)
};
})();
