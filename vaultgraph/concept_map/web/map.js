/*! contains dagre, (c) 2012-2014 Chris Pettitt, MIT license: dagre.LICENSE.txt */
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
var prefersReducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
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
function getOrAdd(map, key3, make2) {
  const known = map.get(key3);
  if (known !== void 0) return known;
  const made = make2();
  map.set(key3, made);
  return made;
}
function whileSame(keys, make2) {
  let known = [];
  let value;
  return () => {
    const now = keys();
    if (now.length !== known.length || now.some((key3, at2) => key3 !== known[at2])) [known, value] = [now, make2()];
    return value;
  };
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
    for (let at2 = 5 * group; at2 < 5 * group + 5; at2 += 1) sum = 85 * sum + (at2 < packed.length ? values[packed.charCodeAt(at2)] : 84);
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
    else rows.forEach((row, at2) => {
      if (table[name2][at2] !== null) row[name2] = table[name2][at2];
    });
  }
  return rows;
}
function fillRunningSums(rows, name2, steps2) {
  let sum = 0;
  rows.forEach((row, at2) => {
    row[name2] = sum += steps2[at2];
  });
}

// src/format/compact.js
var DAY_MS = 864e5;
function expandNotes(table) {
  let newest = -1;
  return rowsFromColumns(table).map((row) => {
    const note = (
      /** @type {any} */
      row
    );
    if (Array.isArray(note.label)) [note.label, ...note.aliases] = note.label;
    if (note.path === true) note.path = [note.folder, `${note.label}.md`].filter(Boolean).join("/");
    if (note.date !== void 0) note.date = new Date(note.date * DAY_MS).toISOString().slice(0, 10);
    expandProperties(note);
    if (note.images) note.images = note.images.map(
      /** @param {number} back */
      (back) => back ? newest + 1 - back : newest += 1
    );
    return note;
  });
}
function expandProperties(note) {
  for (const field of Object.keys(note).filter((name2) => name2.startsWith("="))) {
    const value = note[field];
    note.properties = { ...note.properties, [field.slice(1)]: value === 0 ? null : value === true ? [note.date] : [value].flat() };
    delete note[field];
  }
}
function derivePrerequisites(notes2, links2) {
  const orderOf = (note) => notes2[note].order ?? 0, given = new Set(notes2.flatMap(({ before }, note) => before ? [note] : []));
  for (const { from, to, direction } of links2) {
    if (!direction || given.has(to) || orderOf(from) < 1 || orderOf(from) >= orderOf(to)) continue;
    const before = notes2[to].before ??= [];
    if (!before.includes(from)) before.push(from);
  }
  for (const { before } of notes2) before?.sort((a, b) => orderOf(a) - orderOf(b));
}
var LINKS_OF_A_HUB = 12;
var TIMES_USUAL = 4;
function computeWeights(notes2, degree) {
  const linked = degree.filter(Boolean), usual = linked.reduce((a, b) => a + b, 0) / Math.max(1, linked.length);
  const most = degree.reduce((a, b) => Math.max(a, b), Math.max(LINKS_OF_A_HUB, TIMES_USUAL * usual));
  notes2.forEach((note, id) => {
    note.weight = Math.sqrt(degree[id] / most);
  });
}
var expandLinks = (bundles) => bundles.flatMap(expandBundle);
function expandBundle({ counts, steps: steps2, ...look }) {
  const found = [];
  let at2 = 0;
  counts.forEach((count, to) => {
    for (let from = 0, left = count; left > 0; left -= 1) found.push({ from: from += steps2[at2++], to, ...look });
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
async function readTable(name2, fill2) {
  const table = readBlock(name2);
  return typeof table === "string" ? fill2(await unpack(table)) : table;
}
var FORMAT_VERSION = 3;
var page = readBlock("page");
if (page.version !== FORMAT_VERSION) throw new Error(`the data has version ${page.version}, this page reads version ${FORMAT_VERSION}`);
var notes = await readTable("notes", expandNotes);
var links = await readTable("links", expandLinks);
var mentions = await readTable("mentions", (table) => (
  /** @type {any} */
  rowsFromColumns(table)
));
var isPacked = typeof readBlock("cards") === "string";
if (isPacked) derivePrerequisites(notes, links);
var lateData = { cards: {}, images: [] };
var allCards = isPacked ? () => lateData.cards : lazy(() => readBlock("cards"));
var allImages = isPacked ? () => lateData.images : lazy(() => readBlock("images"));
async function readCardsAndImages() {
  if (isPacked) lateData = { cards: await readTable("cards", expandCards), images: await readTable("images", expandImages) };
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
computeWeights(notes, notes.map((_, note) => outgoing[note].length + incoming[note].length));
var relationCounts = /* @__PURE__ */ new Map();
for (const { kind = "" } of links) relationCounts.set(kind, (relationCounts.get(kind) ?? 0) + 1);
var relationTypes = [...relationCounts].filter(([kind]) => kind).sort(([, a], [, b]) => b - a).map(([kind]) => kind);
var foldedLabels = notes.map((note) => fold(note.label));
var cardsOf = (note) => Object.hasOwn(allCards(), note) ? allCards()[note] : [];
var isNote = (note) => !notes[note].kind;
var isUnresolved = (note) => notes[note].kind === "unresolved";
var isOrphan = (note) => !outgoing[note].length && !incoming[note].length && isNote(note);
var targets = lazy(() => new Set(links.map(({ from, to, direction }) => direction === -1 ? from : to)));
var isReturned = ({ from, to, kind }) => !kind && outgoing[to].some((number) => links[number].to === from && !links[number].kind);
var LINKAGES = ["targets", "sources", "orphans"];
var linkageOf = (note) => targets().has(note) ? "targets" : isOrphan(note) ? "orphans" : "sources";
var neighbours = (note) => /* @__PURE__ */ new Set([
  ...outgoing[note].map((link) => links[link].to),
  ...incoming[note].map((link) => links[link].from)
]);
var byWeight = (a, b) => (notes[b].weight ?? 0) - (notes[a].weight ?? 0) || a - b;

// src/model/strings.js
var t = (name2, ...values) => page.strings[name2].replace(/\{(\d)\}/g, (_, at2) => String(values[at2]));
var countLabel = (what, number) => t(`${what}_${number === 1 ? "one" : "many"}`, number);

// src/layout/areas.js
var CELL_WIDTH = 156;
var CELL_HEIGHT = 20;
var GAP = 8;
var INNER_ASPECT = 1.3;
var TITLES = [0, 22, 19, 12];
var MIN_TITLE = 22;
var MAX_OF_CONTENT = 0.3;
function layoutAreas(tree, aspect, width) {
  if (!countNotes(tree)) return { areas: [], cells: [], box: { left: 0, top: 0, right: 0, bottom: 0 } };
  const first = layOut(partsOf(tree, 0, 0), aspect), extent = Math.max(first.width, first.height * aspect);
  const whole = layOut(partsOf(tree, 0, extent / width), aspect);
  const atlas2 = { areas: [], cells: [], box: { left: 0, top: 0, right: whole.width, bottom: whole.height } };
  whole.place(0, 0, atlas2);
  return atlas2;
}
var countNotes = ({ notes: notes2, areas }) => areas.reduce((sum, area) => sum + countNotes(area), notes2.length);
function partsOf({ notes: notes2, areas }, depth, perPixel) {
  const own = notes2.length ? [cellBlock(notes2)] : [];
  return [...own, ...areas.map((area) => areaPart(area, depth + 1, perPixel))];
}
function cellBlock(notes2, rows = defaultRows(notes2.length)) {
  const columns = Math.ceil(notes2.length / rows);
  return {
    width: columns * CELL_WIDTH,
    height: Math.min(rows, notes2.length) * CELL_HEIGHT,
    fit: (height) => cellBlock(notes2, Math.max(1, Math.floor(height / CELL_HEIGHT))),
    place: (left, top, atlas2) => atlas2.cells.push({ notes: notes2, left, top, rows })
  };
}
function defaultRows(count) {
  const columns = Math.max(1, Math.round(Math.sqrt(count * INNER_ASPECT * CELL_HEIGHT / CELL_WIDTH)));
  return Math.ceil(count / columns);
}
function areaPart(area, depth, perPixel) {
  const { name: name2, notes: notes2, areas } = area, count = countNotes(area), extent = Math.sqrt(count * CELL_WIDTH * CELL_HEIGHT);
  const wanted = TITLES[Math.min(depth, TITLES.length - 1)] * perPixel;
  const header = Math.max(MIN_TITLE, depth === 1 ? wanted : Math.min(wanted, MAX_OF_CONTENT * extent)), margin = Math.max(6, Math.min(0.25 * header, 0.05 * extent));
  const framed = (content) => {
    const frame = {
      width: Math.max(content.width + 2 * margin, CELL_WIDTH + 2 * margin),
      height: content.height + header + margin,
      /** @type {Part['place']} */
      place: (left, top, atlas2) => {
        atlas2.areas.push({ name: name2, depth, count, header, box: { left, top, right: left + frame.width, bottom: top + frame.height } });
        content.place(left + margin, top + header, atlas2);
      },
      /** @type {Part['stretch']} */
      stretch: (width, height) => Object.assign(frame, { width, height })
    };
    return frame;
  };
  if (areas.length) return framed(layOut(partsOf(area, depth, perPixel), INNER_ASPECT));
  const fit2 = (height) => ({ ...framed(cellBlock(notes2, Math.max(1, Math.floor((height - header - margin) / CELL_HEIGHT)))), fit: fit2 });
  const natural = framed(cellBlock(notes2));
  return Object.assign(natural, { fit: fit2 });
}
var TRIED = [0.8, 0.9, 1, 1.1, 1.22, 1.36, 1.5, 1.7];
function layOut(parts, aspect) {
  const area = parts.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const least = Math.max(CELL_WIDTH, ...parts.filter(({ fit: fit2 }) => !fit2).map(({ width }) => width));
  const tried = TRIED.map((factor) => inLines(parts, Math.max(least, factor * Math.sqrt(area * aspect))));
  const extent = ({ width, height }) => Math.max(width / aspect, height);
  return tried.reduce((best, each) => extent(each) < extent(best) - 1 ? each : best);
}
function inLines(parts, length) {
  const found = [];
  for (let next = 0; next < parts.length; ) {
    const line = fillLine(parts, next, length);
    found.push(line);
    next += line.count;
  }
  const width = Math.max(...found.map((line) => line.width));
  return {
    width,
    height: found.reduce((sum, { height }) => sum + height, (found.length - 1) * GAP),
    place: (left, top, atlas2) => {
      for (const { columns, height } of found) {
        let x = left;
        columns.forEach((column, at2) => {
          const wide = at2 === columns.length - 1 ? left + width - x : column.width;
          placeColumn(column, x, top, wide, height, atlas2);
          x += column.width + GAP;
        });
        top += height + GAP;
      }
    }
  };
}
function placeColumn({ parts }, left, top, width, height, atlas2) {
  const bottom = top + height;
  parts.forEach((part, at2) => {
    const high = at2 === parts.length - 1 ? bottom - top : part.height;
    part.stretch?.(width, high);
    part.place(left, top, atlas2);
    top += high + GAP;
  });
}
function fillLine(parts, first, length) {
  const height = heightOfLine(parts, first, length);
  const columns = [];
  let x = 0, next = first;
  for (; next < parts.length; next += 1) {
    const part = parts[next], column = columns[columns.length - 1];
    if (column && part.width <= column.width && column.height + GAP + part.height <= height) {
      column.parts.push(part);
      column.height += GAP + part.height;
      continue;
    }
    const fitted2 = part.fit && part.height > 0.5 * height ? part.fit(height) : part;
    if (column && (x + fitted2.width > length || fitted2.height > height)) break;
    columns.push({ parts: [fitted2], width: fitted2.width, height: fitted2.height });
    x += fitted2.width + GAP;
  }
  return { columns, count: next - first, width: x - GAP, height: Math.max(...columns.map((column) => column.height)) };
}
function heightOfLine(parts, first, length) {
  let x = 0, height = 0;
  for (let next = first; next < parts.length; next += 1) {
    if (next > first && x + parts[next].width > length) break;
    x += parts[next].width + GAP;
    height = Math.max(height, parts[next].height);
  }
  return height;
}

// src/layout/area-tree.js
var areasOf = {
  folder: ({ folder }) => folder ? folder.split("/") : [],
  topic: ({ topic }) => [page.topics[topic] ?? t("unlinked_area")],
  deck: ({ deck }) => deck ? deck.split("::") : [t("no_deck")],
  tag: ({ tags }) => tags?.[0] ? tags[0].split("/") : [t("no_tag")]
};
var MAX_DEPTH = 20;
function areaTree(by, shown2) {
  const empty = () => ({ notes: [], areas: /* @__PURE__ */ new Map() });
  const root2 = empty(), others = empty();
  for (const note of shown2) {
    const { kind, topic } = notes[note], isPlaced = !kind || by === "topic" && topic >= 0;
    let branch = isPlaced ? root2 : others;
    const names = isPlaced ? areasOf[by](notes[note]) : [t(`all_${kind}`)];
    for (const name2 of names.slice(0, MAX_DEPTH)) branch = getOrAdd(branch.areas, name2, empty);
    branch.notes.push(note);
  }
  const { areas, notes: own } = treeOf("", withoutShell(root2)), rest = treeOf("", others).areas;
  if (!own.length || !(areas.length + rest.length)) return { name: "", notes: own, areas: [...areas, ...rest] };
  return { name: "", notes: [], areas: [...[...areas, { name: page.title, notes: own, areas: [] }].sort(bySize), ...rest] };
  function withoutShell(branch) {
    const [only, ...more] = branch.areas.values();
    return only && !more.length && !branch.notes.length && !only.notes.length ? withoutShell(only) : branch;
  }
  function treeOf(name2, branch) {
    const inner = [...branch.areas];
    if (inner.length === 1 && !branch.notes.length && name2) return treeOf(`${name2}/${inner[0][0]}`, inner[0][1]);
    return {
      name: name2,
      notes: branch.notes.sort(by === "topic" ? void 0 : byName),
      areas: inner.map(([each, area]) => treeOf(each, area)).sort(bySize)
    };
  }
}
var { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
var MAX_COLLATED = 2e4;
var byName = (a, b) => notes.length < MAX_COLLATED ? compare(notes[a].label, notes[b].label) : foldedLabels[a] < foldedLabels[b] ? -1 : 1;
var bySize = (a, b) => countNotes(b) - countNotes(a) || compare(a.name, b.name);

// src/model/state.js
var state = {
  hovered: -1,
  selected: -1,
  found: null,
  local: { centres: [], depth: 1, expanded: [], folded: [] },
  colour: "topic",
  areas: "folder",
  level: 0,
  hiddenGroups: /* @__PURE__ */ new Map(),
  hiddenKinds: /* @__PURE__ */ new Set(),
  hiddenNotes: /* @__PURE__ */ new Set(),
  unlinked: /* @__PURE__ */ new Set(),
  filter: "",
  until: "",
  hiddenLinkages: /* @__PURE__ */ new Set(),
  showImplied: false,
  showMentions: false,
  hiddenSorts: /* @__PURE__ */ new Set(),
  pathStart: -1,
  path: null,
  dragged: /* @__PURE__ */ new Map(),
  isFitted: true
};
var isLocal = () => state.local.centres.length > 0;
var isCentre = (note) => state.local.centres.includes(note);

// src/model/dates.js
var days = lazy(() => [...new Set(notes.flatMap(({ date }) => date ? [date] : []))].sort());
var dateOf = lazy(() => notes.map(({ kind, date = "" }, note) => {
  if (!kind) return date;
  const linked = [...incoming[note].map((link) => links[link].from), ...outgoing[note].map((link) => links[link].to)];
  return linked.map((other) => notes[other].date ?? "").sort()[0] ?? "";
}));
var isLater = (note) => state.until !== "" && dateOf()[note] > state.until;

// src/model/property-query.js
var TERM = /\s*(?:"(?<exact>[^"]*)"|(?<comparison>[<>])\s*(?<than>[^\s()]+)|(?<word>[^\s()"]+)|[()"])/gy;
function parseProperty(name2, wanted = "") {
  const isNull = wanted.trim().toLowerCase() === "null", options = isNull ? [] : parseOptions(wanted);
  return (properties) => {
    const values = properties.get(name2);
    if (values === void 0) return false;
    if (isNull) return values === null;
    return !options.length || (values ?? []).some((value) => options.some((terms) => terms.every((term) => term(value))));
  };
}
function parseOptions(wanted) {
  const options = [[]];
  for (const { groups: groups2 = {} } of wanted.matchAll(TERM)) {
    const term = parseTerm(groups2);
    if (groups2.word === "OR") options.push([]);
    else if (term) options[options.length - 1].push(term);
  }
  return options.filter((terms) => terms.length);
}
function parseTerm({ exact, comparison, than, word }) {
  if (exact !== void 0) return (value) => fold(value) === fold(exact);
  if (comparison && than !== void 0) return (value) => compare2(value, than) * (comparison === "<" ? -1 : 1) > 0;
  return word === void 0 ? void 0 : (value) => fold(value).includes(fold(word));
}
function compare2(value, than) {
  const difference = Number(value) - Number(than);
  if (!Number.isNaN(difference)) return difference;
  return Number.isNaN(Number(value)) && Number.isNaN(Number(than)) ? Number(value > than) - Number(value < than) : 0;
}

// src/model/query.js
var PROPERTY = /\[(?:"(?<quoted>[^"[\]]+)"|(?<plain>[^"[\]:]+))(?::(?<value>[^[\]]*))?\]/;
var WORDS = /(?:(?<scope>path|file|tag|deck):)?(?:"(?<phrase>[^"]*)"?|(?<open>\()|(?<word>[^\s()"]+))/;
var TOKEN = new RegExp(String.raw`\s*(?:(?<close>\))|(?<not>-)?(?:${PROPERTY.source}|${WORDS.source}))`, "giy");
var MAX_LENGTH = 2e3;
var MAX_DEPTH2 = 20;
var UNSUPPORTED = /(?:^|[\s([:-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)\]]))/i;
var tokensOf = (words) => [...words.slice(0, MAX_LENGTH).matchAll(TOKEN)].map(({ groups: groups2 }) => (
  /** @type {Token} */
  groups2
));
var unsupportedOperator = (words) => words.replace(/"[^"]*"?/g, '""').match(UNSUPPORTED)?.[1];
function parseQuery(words, { fieldsOf: fieldsOf2, pathOf: pathOf2, tagsOf: tagsOf2, deckOf, propertiesOf: propertiesOf2 }) {
  const tokens = tokensOf(words);
  let at2 = 0;
  const isOr = () => tokens[at2]?.word === "OR" && !tokens[at2].scope && !tokens[at2].not;
  const tests = {
    field: (note, term, field) => field.includes(term),
    path: (note, term) => fold(pathOf2(note)).includes(term),
    file: (note, term) => fold(pathOf2(note).split("/").pop() ?? "").includes(term),
    deck: (note, term) => fold(deckOf(note)).includes(term),
    tag: (note, term) => tagsOf2(note).some((tag) => `${fold(tag)}/`.startsWith(`#${term.replace(/^#/, "")}/`))
  };
  function parseAlternatives(scope, depth) {
    const options = [];
    do {
      const terms = parseTerms(scope, depth);
      if (terms.length) options.push((note, field) => terms.every((term) => term(note, field)));
    } while (isOr() && (at2 += 1));
    return (note, field) => options.some((option) => option(note, field));
  }
  function parseTerms(scope, depth) {
    const terms = [];
    while (at2 < tokens.length && !isOr() && !(tokens[at2].close && depth > 0)) terms.push(parseTerm2(scope, depth));
    return terms;
  }
  function parseTerm2(outerScope, depth) {
    const token = tokens[at2++], scope = token.scope?.toLowerCase() ?? outerScope;
    if (token.close) return () => true;
    if (token.open && depth > MAX_DEPTH2) return () => false;
    const matches = token.open ? parseAlternatives(scope, depth + 1) : parseWord(token, scope);
    if (token.open && tokens[at2]?.close) at2 += 1;
    return token.not ? (note, field) => ![...fieldsOf2(note), field].some((each) => matches(note, each)) : matches;
  }
  function parseWord(token, scope) {
    const name2 = token.quoted ?? token.plain;
    if (name2 !== void 0) {
      const matches = parseProperty(fold(name2.trim()), token.value);
      return (note) => matches(propertiesOf2(note));
    }
    const term = fold(token.phrase ?? token.word ?? "");
    return (note, field) => tests[scope ?? "field"](note, term, field);
  }
  return parseAlternatives(void 0, 0);
}
function firstTerm(words) {
  const token = tokensOf(words).find(
    ({ close, not, scope, open, phrase, word }) => !close && !not && !scope && !open && (phrase ?? word ?? "OR") !== "OR"
  );
  return fold(token?.phrase ?? token?.word ?? "");
}

// src/model/card-text.js
var plainText = (pieces) => pieces.flatMap((piece) => {
  if (typeof piece === "string") return [piece];
  return Array.isArray(piece) ? [plainText(contentOf(piece))] : [];
}).join(" ");
var contentOf = ([, ...rest]) => (
  /** @type {Piece[]} */
  rest.filter((part) => typeof part !== "object" || Array.isArray(part))
);

// src/model/searchable.js
var tagsOf = (note) => [...notes[note].tags ?? [], ...notes[note].marks ?? []];
var pathOf = (note) => notes[note].path ?? "";
var nameCache = [];
var namesOf = (note) => nameCache[note] ??= [foldedLabels[note], ...(notes[note].aliases ?? []).map(fold)];
var fieldsOf = (note) => [...namesOf(note), ...cardTextsOf(note).map((card) => card.question)];
var propertyCache = [];
var propertiesOf = (note) => propertyCache[note] ??= new Map(
  Object.entries({ ...namedFields(notes[note]), ...notes[note].properties }).map(([name2, values]) => [fold(name2), values])
);
var namedFields = ({ aliases, tags }) => ({ ...aliases && { aliases }, ...tags && { tags } });
var lookup = { fieldsOf, pathOf, tagsOf, deckOf: (note) => notes[note].deck ?? "", propertiesOf };
var cardTextCache = { source: null, texts: /* @__PURE__ */ new Map() };
function cardTextsOf(note) {
  if (cardTextCache.source !== allCards()) Object.assign(cardTextCache, { source: allCards(), texts: /* @__PURE__ */ new Map() });
  return getOrAdd(cardTextCache.texts, note, () => cardsOf(note).map(([question, answer]) => ({
    words: plainText(question),
    question: fold(plainText(question)),
    answer: fold(plainText(answer))
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

// src/model/palette.js
var LIGHT_COLOURS = ["#187df1", "#c57b0a", "#b33336", "#0f9ea8", "#85923e", "#7d57b5", "#9d5718", "#c46fce", "#235874", "#679257", "#5677a4"];
var DARK_COLOURS = ["#7c96ff", "#eab241", "#fd8c8e", "#62d9c4", "#99d279", "#c180d1", "#c78b63", "#d2a6de", "#5eb5fa", "#d4d96c", "#b7e5ff"];
var LIGHT_RELATIONS = ["#8d4fb1", "#357a74", "#af5a11", "#6a7736"];
var DARK_RELATIONS = ["#c79cec", "#5ec9cf", "#ed9f75", "#b5ce60"];
var LIGHT_MEMORY = ["#9959a6", "#b32f0f", "#bb811b", "#3394cc", "#1c429c"];
var DARK_MEMORY = ["#ad7ab8", "#f06542", "#e9c163", "#99c9e6", "#517fec"];

// src/model/groups.js
var groupNamesBy = {
  topic: (note) => page.topics[note.topic] ?? "",
  folder: (note) => note.folder?.split("/").slice(0, folderLevel()).join("/") ?? t("root"),
  deck: (note) => note.deck?.split("::").pop() ?? t("no_deck"),
  tag: (note) => note.tags?.[0] ?? t("no_tag"),
  obsidian: (_, number) => colorGroupOf(number) ?? t("no_group"),
  memory: (note) => t(`memory_${note.memory ?? 0}`),
  memory_exam: (note) => t(`memory_${note.memory_exam ?? 0}`)
};
var MEMORIES = [5, 4, 3, 2, 1, 0];
var memoryNames = lazy(() => MEMORIES.map((memory) => t(`memory_${memory}`)));
var isMemory = (colouring) => colouring === "memory" || colouring === "memory_exam";
var memoryOf = (name2) => MEMORIES[memoryNames().indexOf(name2)] ?? 0;
var folders = lazy(() => [...new Set(notes.flatMap(({ folder }) => folder ? [folder] : []))].map((path) => path.split("/")));
var deepestLevel = lazy(() => folders().reduce((most, parts) => Math.max(most, parts.length), 1));
var usualLevel = lazy(() => {
  let level = deepestLevel();
  while (level > 1 && new Set(folders().map((parts) => parts.slice(0, level).join("/"))).size > MAX_GROUPS) level -= 1;
  return level;
});
var folderLevel = () => Math.min(state.level || usualLevel(), deepestLevel());
var groupings = /* @__PURE__ */ new Map();
var groupingBy = (colouring) => getOrAdd(groupings, `${colouring} ${folderLevel()}`, () => groupNotes(colouring));
function groupNotes(colouring) {
  const sizes = /* @__PURE__ */ new Map();
  const names = notes.map((note, number) => isNote(number) ? groupNamesBy[colouring](note, number) : "");
  names.filter(Boolean).forEach((name2) => sizes.set(name2, (sizes.get(name2) ?? 0) + 1));
  const groups2 = [...sizes].sort(comparing(colouring));
  const numbers = new Map(groups2.map(([name2], number) => [name2, number]));
  return { groups: groups2, numbers: names.map((name2) => numbers.get(name2) ?? -1) };
}
function comparing(colouring) {
  if (isMemory(colouring)) return ([a], [b]) => memoryOf(b) - memoryOf(a);
  return colouring === "topic" ? compareTopics : (a, b) => b[1] - a[1];
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
  for (const [colouring, names] of state.hiddenGroups) {
    if (names.size && hidingNames(colouring, note).some((name2) => names.has(name2))) return true;
  }
  return false;
}
function hidingNames(colouring, note) {
  const { folder } = notes[note], own = hiddenBy(colouring, note);
  if (colouring !== "folder" || !folder || notes[note].kind) return [own];
  const parts = folder.split("/");
  return [own, ...parts.map((_, level) => parts.slice(0, level + 1).join("/"))];
}
function isGroup(colouring, name2) {
  if (name2 === OTHERS || groupingBy(colouring).groups.some(([group]) => group === name2)) return true;
  return colouring === "folder" && folders().some((parts) => `${parts.join("/")}/`.startsWith(`${name2}/`));
}
function showGroupsOf(note) {
  for (const [colouring, names] of state.hiddenGroups) hidingNames(colouring, note).forEach((name2) => names.delete(name2));
}
var hiddenGroups = (colouring) => getOrAdd(state.hiddenGroups, colouring, () => /* @__PURE__ */ new Set());
var topicNumbers = new Map(page.topics.map((name2, number) => [name2, number]));
var compareTopics = ([a], [b]) => (topicNumbers.get(a) ?? -1) - (topicNumbers.get(b) ?? -1);
var groupOf = (note) => Math.min(groupNumbers[note], MAX_GROUPS);
function defaultColouring() {
  const colours = availableColourings();
  if (colours.includes("memory")) return "memory";
  return colours[0] === "folder" && colours.includes("topic") && !doFoldersCoverMost() ? "topic" : colours[0] ?? "folder";
}
function doFoldersCoverMost() {
  const sizes = /* @__PURE__ */ new Map(), written = notes.filter((note) => !note.kind);
  written.forEach((note, number) => sizes.set(groupNamesBy.folder(note, number), (sizes.get(groupNamesBy.folder(note, number)) ?? 0) + 1));
  const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, MAX_GROUPS);
  return 2 * largest.reduce((sum, size) => sum + size, 0) > written.length;
}
var availableAreas = () => (
  /** @type {Areas[]} */
  availableColourings().filter((name2) => name2 !== "obsidian" && !isMemory(name2))
);
var MAX_IN_ONE = 0.7;
function defaultAreas() {
  const areas = availableAreas(), sizes = /* @__PURE__ */ new Map(), written = notes.filter((note) => !note.kind);
  for (const { folder = "" } of written) sizes.set(folder.split("/")[0], (sizes.get(folder.split("/")[0]) ?? 0) + 1);
  const isOneLarge = [...sizes.values()].some((size) => size > MAX_IN_ONE * written.length);
  return areas.includes("folder") && !(isOneLarge && areas.includes("topic")) ? "folder" : areas.includes("topic") ? "topic" : areas[0] ?? "folder";
}
function availableColourings() {
  const written = notes.filter((note) => !note.kind);
  const has = {
    obsidian: colorGroups.length > 0,
    folder: new Set(written.map((note) => note.folder)).size > 1,
    topic: page.topics.length > 0,
    deck: written.some((note) => note.deck),
    tag: written.some((note) => note.tags),
    memory: written.some((note) => note.memory),
    memory_exam: written.some((note) => note.memory_exam)
  };
  const colourings = (
    /** @type {Colouring[]} */
    Object.keys(has)
  );
  return colourings.filter((name2) => has[name2]);
}
var MAX_GROUPS = LIGHT_COLOURS.length;

// src/model/neighbourhood.js
var INITIAL_NOTES = 60;
var EXPANSION_SIZE = 30;
var MAX_NOTES = 240;
var MAX_WITH_PREREQUISITES = 30;
function neighbourhood({ centres, depth, expanded, folded }, { neighbours: neighbours2, before }) {
  const found = new Map(centres.slice(0, MAX_NOTES).map((note) => [note, 0])), closed = new Set(folded);
  const add = (note, next, most) => {
    if (closed.has(note)) return;
    for (const other of next) {
      if (found.size < most && !found.has(other)) found.set(other, (found.get(note) ?? 0) + 1);
    }
  };
  for (const [note, distance] of found) if (distance < depth) add(note, neighbours2(note), INITIAL_NOTES);
  const leading = new Set(depth > 0 ? centres : []);
  for (const note of leading) {
    add(note, before(note), MAX_WITH_PREREQUISITES);
    before(note).filter((other) => found.has(other)).forEach((other) => leading.add(other));
  }
  for (const note of expanded) {
    if (found.has(note)) add(note, neighbours2(note), Math.min(MAX_NOTES, found.size + EXPANSION_SIZE));
  }
  return found;
}

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
var followers = (note) => notes.map((_, number) => number).filter((number) => notes[number].before?.includes(note)).sort((a, b) => (notes[a].order ?? 0) - (notes[b].order ?? 0));

// src/model/local-graph.js
function localNotes(isHidden2) {
  const isLeft = (note) => isOnMap(note) && !isHidden2(note);
  return neighbourhood({ ...state.local, centres: state.local.centres.filter(isLeft) }, {
    neighbours: (note) => linkedNotes(note).filter(isLeft),
    before: (note) => directPrerequisites(note).filter(isLeft)
  });
}
function isLinkFilteredOut(link) {
  const { from, to, kind } = links[link];
  return state.hiddenKinds.has(kind ?? "") || state.unlinked.has(from) || state.unlinked.has(to);
}
function linkedNotes(note) {
  const isRelated = /* @__PURE__ */ new Map();
  const add = (other, link) => {
    if (!isLinkFilteredOut(link)) isRelated.set(other, isRelated.get(other) || Boolean(links[link].kind));
  };
  outgoing[note].forEach((link) => add(links[link].to, link));
  incoming[note].forEach((link) => add(links[link].from, link));
  const importance = (other) => Number(isRelated.get(other)) + (notes[other].weight ?? 0) / 2;
  return [...isRelated.keys()].sort((a, b) => importance(b) - importance(a) || a - b);
}

// src/model/filter.js
var shown = { isNote: [], hasPlace: [], notes: [], links: [], local: null };
function applyFilters() {
  const local = shown.local = isLocal() ? localNotes(isHidden) : null;
  shown.hasPlace = notes.map((_, note) => !isFilteredOut(note));
  notes.forEach(({ kind }, note) => {
    if (kind && shown.hasPlace[note]) shown.hasPlace[note] = hasShownNeighbour(note);
  });
  shown.isNote = notes.map((_, note) => local ? local.has(note) : shown.hasPlace[note] && !isLater(note));
  shown.notes = notes.map((_, note) => note).filter((note) => shown.isNote[note]);
  shown.notes.sort(byWeight);
  shown.links = links.map((_, link) => link).filter(isLinkShown);
}
var filterPredicate = whileSame(() => [state.filter], () => parseQuery(state.filter, lookup));
var isMatched = (note) => fieldsOf(note).some((field) => filterPredicate()(note, field));
var isHidden = (note) => isLater(note) || isFilteredOut(note);
function hasShownNeighbour(note) {
  const linked = [...incoming[note].map((link) => links[link].from), ...outgoing[note].map((link) => links[link].to)];
  return !linked.length || linked.some((other) => !notes[other].kind && shown.hasPlace[other]);
}
function isFilteredOut(note) {
  if (state.hiddenNotes.has(note) || state.filter && !isMatched(note)) return true;
  if (!isNote(note)) return state.hiddenSorts.has(notes[note].kind);
  return state.hiddenLinkages.has(linkageOf(note)) || isInHiddenGroup(note);
}
var furtherNeighbours = (note) => linkedNotes(note).filter((other) => !shown.isNote[other] && !isHidden(other));
function isLinkShown(link) {
  const { from, to } = links[link];
  return shown.isNote[from] && shown.isNote[to] && !isLinkFilteredOut(link);
}
function distancesFrom(centre, depth) {
  const distance = /* @__PURE__ */ new Map([[centre, 0]]);
  for (const [note, steps2] of distance) {
    if (steps2 === depth) continue;
    for (const other of neighbours(note)) if (!distance.has(other)) distance.set(other, steps2 + 1);
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

// src/drawing/atlas-layout.js
var atlas = { areas: [], cells: [], box: { left: 0, top: 0, right: 0, bottom: 0 } };
var DOT = 3.6;
var DOT_LEFT = 9;
var current = { by: "", aspect: 0, width: 0, hasPlace: [] };
function updateAtlas(room) {
  if (isLayered || shown.local || isCurrent(room)) return;
  Object.assign(current, { ...room, by: state.areas, hasPlace: shown.hasPlace });
  atlas = layoutAreas(areaTree(state.areas, notesByWeight().filter((note) => shown.hasPlace[note])), room.aspect, room.width);
  for (const { notes: inColumns, left, top, rows } of atlas.cells) {
    inColumns.forEach((note, place2) => {
      notes[note].x = left + Math.floor(place2 / rows) * CELL_WIDTH + DOT_LEFT;
      notes[note].y = top + (place2 % rows + 0.5) * CELL_HEIGHT;
      notes[note].r = DOT;
    });
  }
}
var isCurrent = ({ aspect, width }) => current.by === state.areas && current.aspect === aspect && current.width === width && current.hasPlace.length > 0 && current.hasPlace.every((has, note) => has === shown.hasPlace[note]);
var cellAround = ({ x, y }) => ({
  left: x - DOT_LEFT,
  right: x - DOT_LEFT + CELL_WIDTH,
  top: y - CELL_HEIGHT / 2,
  bottom: y + CELL_HEIGHT / 2
});

// src/layout/wrap.js
var MAX_LINES = 3;
var STEP = 4;
function wrap(title, width, widthOf) {
  const words = title.split(/\s+/).filter(Boolean).flatMap((word) => partsOf2(word, width, widthOf));
  if (!words.length) return [title || "·"];
  const fewest = fill(words, width, widthOf).length;
  let limit = Math.min(width, widthOf(words.join(" ")) / fewest), lines2 = fill(words, limit, widthOf);
  for (; lines2.length > fewest; lines2 = fill(words, limit, widthOf)) limit += STEP;
  const shown2 = lines2.slice(0, MAX_LINES);
  if (lines2.length > MAX_LINES) shown2[MAX_LINES - 1] += "…";
  return shown2;
}
function fill(words, width, widthOf) {
  const lines2 = [words[0]];
  for (const word of words.slice(1)) {
    const longer = `${lines2[lines2.length - 1]} ${word}`;
    if (widthOf(longer) <= width) lines2[lines2.length - 1] = longer;
    else lines2.push(word);
  }
  return lines2;
}
function partsOf2(word, width, widthOf) {
  if (widthOf(word) <= width) return [word];
  const parts = [""];
  for (const letter of word) {
    if (widthOf(parts[parts.length - 1] + letter) > width && parts[parts.length - 1]) parts.push("");
    parts[parts.length - 1] += letter;
  }
  return parts;
}

// src/drawing/theme.js
var FONT = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, "Liberation Sans", Arial, sans-serif';
var COLOURS = ["paper", "card", "ink", "soft", "line", "accent", "link", "relation", "attachment", "tag", "card-mark", "due", "new"];
var colour = {};
var root = document.documentElement;
var isThemeDark = false;
var isDark = () => isThemeDark;
function readColours() {
  isThemeDark = root.dataset.theme === "dark";
  const style = getComputedStyle(root);
  COLOURS.forEach((name2) => {
    colour[name2] = style.getPropertyValue(`--${name2}`).trim();
  });
}
function colourOfGroup(group) {
  const fixed = state.colour === "obsidian" && colorGroups.find(({ query }) => query === groups[group]?.[0])?.colour;
  if (fixed) return fixed;
  if (state.colour === "obsidian") return colour.soft;
  if (isMemory(state.colour)) return colourOfMemory(memoryOf(groups[group]?.[0] ?? ""));
  const palette = isDark() ? DARK_COLOURS : LIGHT_COLOURS;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}
var colourOfMemory = (memory) => (isDark() ? DARK_MEMORY : LIGHT_MEMORY)[memory - 1] ?? colour.soft;
var colourOfRelation = (kind) => relationColours()[relationTypes.indexOf(kind) - 1] ?? colour.relation;
var relationColours = () => isDark() ? DARK_RELATIONS : LIGHT_RELATIONS;
var KIND_COLOURS = { attachment: "attachment", tag: "tag", card: "card-mark" };
var colourOf = (note) => colour[KIND_COLOURS[notes[note].kind ?? ""]] ?? colourOfGroup(groupOf(note));

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
    const on2 = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.#add(this.text.endsWith("Z") || !this.text ? "M" : "L", ...on2(from));
    for (const angle of [(from + to) / 2, to]) this.#add("A", radius, radius, 0, 0, 1, ...on2(angle));
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
  writeName({ lines: lines2, size, weight, fill: fill2, width, height }, left, top, scale) {
    this.font = `${weight} ${size / scale}px`;
    Object.assign(this, { fillStyle: fill2, textAlign: "center", textBaseline: "middle" });
    lines2.forEach((line, number) => {
      const text = this.fillText(line, left + width / scale / 2, top + height / scale * (number + 0.5) / lines2.length);
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
var contextOf = (canvas2, settings) => (
  /** @type {CanvasRenderingContext2D} */
  canvas2.getContext("2d", settings)
);
var ruler = contextOf(document.createElement("canvas"));

// src/drawing/box-text.js
var TITLE = { size: 14, line: 18, font: `600 14px ${FONT}` };
var HUB = { size: 16, line: 21, font: `650 16px ${FONT}` };
var META_FONT = `400 11.5px ${FONT}`;
var TEXT_LEFT = 16;
var TEXT_RIGHT = 14;
var LEAST_WIDTH = 84;
var META_LINE = 17;
var MARGIN = 20;
var LINE_WIDTH = 190;
var HUB_LINKS = 4;
var titleStyleOf = (note) => note.hub ? HUB : TITLE;
var textHeight = (note) => note.lines.length * titleStyleOf(note).line + (note.meta ? META_LINE : 0);
function boxSize(number) {
  const note = notes[number];
  if (!note.lines) measureBox(note, number);
  return [note.w, note.h];
}
function measureBox(note, number) {
  note.hub = outgoing[number].length + incoming[number].length >= HUB_LINKS;
  note.meta = isNote(number) ? metaOf(note) : "";
  ruler.font = titleStyleOf(note).font;
  note.lines = wrap(note.label, LINE_WIDTH, (words) => ruler.measureText(words).width);
  note.w = widthOfText(note) + TEXT_LEFT + TEXT_RIGHT;
  note.h = textHeight(note) + MARGIN;
}
function metaOf({ cards, images }) {
  return [cards && countLabel("cards", cards), images?.length && countLabel("images", images.length)].filter(Boolean).join(" · ");
}
function widthOfText(note) {
  ruler.font = titleStyleOf(note).font;
  const widths = note.lines.map((line) => ruler.measureText(line).width);
  ruler.font = META_FONT;
  return Math.max(LEAST_WIDTH - TEXT_LEFT - TEXT_RIGHT, ruler.measureText(note.meta ?? "").width, ...widths);
}
function shrinkBoxes() {
  for (const [number, note] of notes.entries()) {
    ruler.font = titleStyleOf(note).font;
    const inner = note.w - TEXT_LEFT - TEXT_RIGHT;
    note.lines = note.lines.map((line) => truncateToWidth(line, inner));
    const width = Math.min(note.w, widthOfText(note) + TEXT_LEFT + TEXT_RIGHT);
    if (page.flow === "LR" || isOrphan(number)) note.x -= (note.w - width) / 2;
    note.w = width;
  }
}
function truncateToWidth(line, width) {
  let result = line;
  while (result.length > 2 && ruler.measureText(result).width > width) result = `${result.slice(0, -2)}…`;
  return result;
}

// src/layout/attachment.js
function attach(notes2, links2, centres) {
  const ordered = links2.filter(({ isOrdered }) => isOrdered), linksOf = linksByNote(links2);
  const layered = /* @__PURE__ */ new Set([...centres, ...ordered.flatMap(({ from, to }) => [from, to])]), partOf = partsOf3(layered, ordered);
  const edges = [...ordered];
  const sides = /* @__PURE__ */ new Map();
  const queue = [...partOf.get(centres[0]) ?? []], attached = new Set(queue);
  const moveToLayers = (note) => {
    layered.add(note);
    const link = sides.get(note);
    if (!link) return;
    sides.delete(note);
    edges.push(link);
    moveToLayers(otherEnd(link, note));
  };
  const follow = (note, link) => {
    const other = otherEnd(link, note), part = partOf.get(other);
    if (attached.has(other)) return;
    if (part) {
      moveToLayers(note);
      edges.push(...nearestLinks(linksOf.get(note) ?? [], note, part, ordered));
    } else {
      sides.set(other, link);
    }
    append(part ?? [other]);
  };
  const append = (members) => {
    for (const note of members) {
      if (!attached.has(note)) queue.push(note);
      attached.add(note);
    }
  };
  let at2 = 0;
  for (const first of [centres[0], ...notes2]) {
    if (!attached.has(first)) {
      layered.add(first);
      append([first]);
    }
    for (; at2 < queue.length; at2 += 1) linksOf.get(queue[at2])?.forEach((link) => follow(queue[at2], link));
  }
  return { layered, edges, sides };
}
var otherEnd = ({ from, to }, note) => from === note ? to : from;
function linksByNote(links2) {
  const found = /* @__PURE__ */ new Map();
  for (const link of links2) for (const end of [link.from, link.to]) getOrAdd(found, end, () => []).push(link);
  return found;
}
function partsOf3(notes2, links2) {
  const parts = /* @__PURE__ */ new Map(), linksOf = linksByNote(links2);
  for (const start2 of notes2) {
    if (parts.has(start2)) continue;
    const part = /* @__PURE__ */ new Set([start2]);
    for (const note of part) linksOf.get(note)?.forEach((link) => part.add(otherEnd(link, note)));
    part.forEach((note) => parts.set(note, part));
  }
  return parts;
}
function nearestLinks(links2, note, part, ordered) {
  const joining = links2.filter((link) => part.has(otherEnd(link, note)));
  const out = joining.filter(({ from }) => from === note), into = joining.filter(({ to }) => to === note);
  const after = reachableFrom(out.map(({ to }) => to), ordered, "from", "to");
  const before = reachableFrom(into.map(({ from }) => from), ordered, "to", "from");
  const nearest = [...out.filter(({ to }) => !after.has(to)), ...into.filter(({ from }) => !before.has(from))];
  return nearest.length ? nearest : joining.slice(0, 1);
}
function reachableFrom(starts2, links2, end, other) {
  const linksOf = /* @__PURE__ */ new Map();
  for (const link of links2) getOrAdd(linksOf, link[end], () => []).push(link[other]);
  const found = new Set(starts2.flatMap((note) => linksOf.get(note) ?? []));
  for (const note of found) linksOf.get(note)?.forEach((next) => found.add(next));
  return found;
}

// src/layout/block.js
var movedBox = ({ left, top, right, bottom }, dx, dy) => ({ left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy });
var movedBlock = ({ box, places, stacks }, dx, dy) => ({
  box: movedBox(box, dx, dy),
  places: places.map(([note, { x, y }]) => [note, { x: x + dx, y: y + dy }]),
  stacks: stacks.map((stack) => ({ ...stack, box: movedBox(stack.box, dx, dy) }))
});
var joinedBlocks = (blocks) => ({
  box: {
    left: Math.min(...blocks.map(({ box }) => box.left)),
    right: Math.max(...blocks.map(({ box }) => box.right)),
    top: Math.min(...blocks.map(({ box }) => box.top)),
    bottom: Math.max(...blocks.map(({ box }) => box.bottom))
  },
  places: blocks.flatMap(({ places }) => places),
  stacks: blocks.flatMap(({ stacks }) => stacks)
});
var noteBlock = (note, [width, height]) => ({
  box: { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 },
  places: [[note, { x: 0, y: 0 }]],
  stacks: []
});
var GAP2 = 12;
var MARGIN2 = 14;
var CAPTION = 26;
function stackBlock(notes2, links2, sizeOf, aspect) {
  const sizes = notes2.map(sizeOf), area = sizes.reduce((sum, [w, h]) => sum + (w + GAP2) * (h + GAP2), 0);
  const usual = sizes.reduce((sum, [w]) => sum + w + GAP2, 0) / notes2.length;
  const columns = Math.max(1, Math.min(notes2.length, Math.round(Math.sqrt(area * aspect) / usual))), rows = Math.ceil(notes2.length / columns);
  const lefts = starts(Array.from({ length: columns }, (_, column) => sizes.slice(column * rows, (column + 1) * rows).map(([w]) => w)));
  const tops = starts(Array.from({ length: rows }, (_, row) => sizes.filter((__, place2) => place2 % rows === row).map(([, h]) => h)));
  const width = lefts[columns] - GAP2 + 2 * MARGIN2, height = tops[rows] - GAP2 + CAPTION + MARGIN2;
  const box = { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 };
  const places = notes2.map((note, place2) => [note, {
    x: box.left + MARGIN2 + lefts[Math.floor(place2 / rows)] + sizes[place2][0] / 2,
    y: box.top + CAPTION + (tops[place2 % rows] + tops[place2 % rows + 1] - GAP2) / 2
  }]);
  return { box, places, stacks: [{ box, notes: notes2, links: links2 }] };
}
function starts(thicknesses) {
  const found = [0];
  for (const inRow of thicknesses) found.push(found[found.length - 1] + Math.max(0, ...inRow) + GAP2);
  return found;
}
function columnBlock(blocks, side, gap) {
  const height = blocks.reduce((sum, { box }) => sum + box.bottom - box.top, (blocks.length - 1) * gap);
  let top = -height / 2;
  return joinedBlocks(blocks.map((block) => {
    const moved = movedBlock(block, side > 0 ? -block.box.left : -block.box.right, top - block.box.top);
    top += block.box.bottom - block.box.top + gap;
    return moved;
  }));
}

// ../../../.page/node_modules/@dagrejs/dagre/dist/dagre.esm.js
var Te = Object.defineProperty;
var Sn = (e, n, t2) => n in e ? Te(e, n, { enumerable: true, configurable: true, writable: true, value: t2 }) : e[n] = t2;
var Mn = (e, n) => {
  for (var t2 in n) Te(e, t2, { get: n[t2], enumerable: true });
};
var je = (e, n, t2) => Sn(e, typeof n != "symbol" ? n + "" : n, t2);
var ie = {};
Mn(ie, { Graph: () => T, alg: () => H });
var Pn = Object.defineProperty;
var Se = (e, n) => {
  for (var t2 in n) Pn(e, t2, { get: n[t2], enumerable: true });
};
var Q = class {
  constructor(e) {
    this._isDirected = true, this._isMultigraph = false, this._isCompound = false, this._nodes = {}, this._in = {}, this._preds = {}, this._out = {}, this._sucs = {}, this._edgeObjs = {}, this._edgeLabels = {}, this._nodeCount = 0, this._edgeCount = 0, this._defaultNodeLabelFn = () => {
    }, this._defaultEdgeLabelFn = () => {
    }, e && (this._isDirected = "directed" in e ? e.directed : true, this._isMultigraph = "multigraph" in e ? e.multigraph : false, this._isCompound = "compound" in e ? e.compound : false), this._isCompound && (this._parent = {}, this._children = {}, this._children["\0"] = {});
  }
  isDirected() {
    return this._isDirected;
  }
  isMultigraph() {
    return this._isMultigraph;
  }
  isCompound() {
    return this._isCompound;
  }
  setGraph(e) {
    return this._label = e, this;
  }
  graph() {
    return this._label;
  }
  setDefaultNodeLabel(e) {
    return typeof e != "function" ? this._defaultNodeLabelFn = () => e : this._defaultNodeLabelFn = e, this;
  }
  nodeCount() {
    return this._nodeCount;
  }
  nodes() {
    return Object.keys(this._nodes);
  }
  sources() {
    return this.nodes().filter((e) => Object.keys(this._in[e]).length === 0);
  }
  sinks() {
    return this.nodes().filter((e) => Object.keys(this._out[e]).length === 0);
  }
  setNodes(e, n) {
    return e.forEach((t2) => {
      n !== void 0 ? this.setNode(t2, n) : this.setNode(t2);
    }), this;
  }
  setNode(e, n) {
    return e in this._nodes ? (arguments.length > 1 && (this._nodes[e] = n), this) : (this._nodes[e] = arguments.length > 1 ? n : this._defaultNodeLabelFn(e), this._isCompound && (this._parent[e] = "\0", this._children[e] = {}, this._children["\0"][e] = true), this._in[e] = {}, this._preds[e] = {}, this._out[e] = {}, this._sucs[e] = {}, ++this._nodeCount, this);
  }
  node(e) {
    return this._nodes[e];
  }
  hasNode(e) {
    return e in this._nodes;
  }
  removeNode(e) {
    if (e in this._nodes) {
      let n = (t2) => this.removeEdge(this._edgeObjs[t2]);
      delete this._nodes[e], this._isCompound && (this._removeFromParentsChildList(e), delete this._parent[e], this.children(e).forEach((t2) => {
        this.setParent(t2);
      }), delete this._children[e]), Object.keys(this._in[e]).forEach(n), delete this._in[e], delete this._preds[e], Object.keys(this._out[e]).forEach(n), delete this._out[e], delete this._sucs[e], --this._nodeCount;
    }
    return this;
  }
  setParent(e, n) {
    if (!this._isCompound) throw new Error("Cannot set parent in a non-compound graph");
    if (n === void 0) n = "\0";
    else {
      n += "";
      for (let t2 = n; t2 !== void 0; t2 = this.parent(t2)) if (t2 === e) throw new Error("Setting " + n + " as parent of " + e + " would create a cycle");
      this.setNode(n);
    }
    return this.setNode(e), this._removeFromParentsChildList(e), this._parent[e] = n, this._children[n][e] = true, this;
  }
  parent(e) {
    if (this._isCompound) {
      let n = this._parent[e];
      if (n !== "\0") return n;
    }
  }
  children(e = "\0") {
    if (this._isCompound) {
      let n = this._children[e];
      if (n) return Object.keys(n);
    } else {
      if (e === "\0") return this.nodes();
      if (this.hasNode(e)) return [];
    }
    return [];
  }
  predecessors(e) {
    let n = this._preds[e];
    if (n) return Object.keys(n);
  }
  successors(e) {
    let n = this._sucs[e];
    if (n) return Object.keys(n);
  }
  neighbors(e) {
    let n = this.predecessors(e);
    if (n) {
      let t2 = new Set(n), r = this.successors(e);
      if (r) for (let o of r) t2.add(o);
      return Array.from(t2.values());
    }
  }
  isLeaf(e) {
    var n;
    let t2;
    return this.isDirected() ? t2 = this.successors(e) : t2 = this.neighbors(e), ((n = t2 == null ? void 0 : t2.length) != null ? n : 0) === 0;
  }
  filterNodes(e) {
    let n = new this.constructor({ directed: this._isDirected, multigraph: this._isMultigraph, compound: this._isCompound });
    n.setGraph(this.graph()), Object.entries(this._nodes).forEach(([o, i]) => {
      e(o) && n.setNode(o, i);
    }), Object.values(this._edgeObjs).forEach((o) => {
      n.hasNode(o.v) && n.hasNode(o.w) && n.setEdge(o, this.edge(o));
    });
    let t2 = {}, r = (o) => {
      let i = this.parent(o);
      return !i || n.hasNode(i) ? (t2[o] = i, i) : i in t2 ? t2[i] : r(i);
    };
    return this._isCompound && n.nodes().forEach((o) => n.setParent(o, r(o))), n;
  }
  setDefaultEdgeLabel(e) {
    return typeof e != "function" ? this._defaultEdgeLabelFn = () => e : this._defaultEdgeLabelFn = e, this;
  }
  edgeCount() {
    return this._edgeCount;
  }
  edges() {
    return Object.values(this._edgeObjs);
  }
  setPath(e, n) {
    return e.reduce((t2, r) => (n !== void 0 ? this.setEdge(t2, r, n) : this.setEdge(t2, r), r)), this;
  }
  setEdge(e, n, t2, r) {
    let o, i, s, a, l = false;
    typeof e == "object" && e !== null && "v" in e ? (o = e.v, i = e.w, s = e.name, arguments.length === 2 && (a = n, l = true)) : (o = e, i = n, s = r, arguments.length > 2 && (a = t2, l = true)), o = "" + o, i = "" + i, s !== void 0 && (s = "" + s);
    let u = z(this._isDirected, o, i, s);
    if (u in this._edgeLabels) return l && (this._edgeLabels[u] = a), this;
    if (s !== void 0 && !this._isMultigraph) throw new Error("Cannot set a named edge when isMultigraph = false");
    this.setNode(o), this.setNode(i), this._edgeLabels[u] = l ? a : this._defaultEdgeLabelFn(o, i, s);
    let d = Fn(this._isDirected, o, i, s);
    return o = d.v, i = d.w, Object.freeze(d), this._edgeObjs[u] = d, Re(this._preds[i], o), Re(this._sucs[o], i), this._in[i][u] = d, this._out[o][u] = d, this._edgeCount++, this;
  }
  edge(e, n, t2) {
    let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t2);
    return this._edgeLabels[r];
  }
  edgeAsObj(e, n, t2) {
    let r = arguments.length === 1 ? this.edge(e) : this.edge(e, n, t2);
    return typeof r != "object" || r === null ? { label: r } : r;
  }
  hasEdge(e, n, t2) {
    return (arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t2)) in this._edgeLabels;
  }
  removeEdge(e, n, t2) {
    let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t2), o = this._edgeObjs[r];
    if (o) {
      let i = o.v, s = o.w;
      delete this._edgeLabels[r], delete this._edgeObjs[r], Ie(this._preds[s], i), Ie(this._sucs[i], s), delete this._in[s][r], delete this._out[i][r], this._edgeCount--;
    }
    return this;
  }
  inEdges(e, n) {
    return this.isDirected() ? this.filterEdges(this._in[e], e, n) : this.nodeEdges(e, n);
  }
  outEdges(e, n) {
    return this.isDirected() ? this.filterEdges(this._out[e], e, n) : this.nodeEdges(e, n);
  }
  nodeEdges(e, n) {
    if (e in this._nodes) return this.filterEdges({ ...this._in[e], ...this._out[e] }, e, n);
  }
  _removeFromParentsChildList(e) {
    delete this._children[this._parent[e]][e];
  }
  filterEdges(e, n, t2) {
    if (!e) return;
    let r = Object.values(e);
    return t2 ? r.filter((o) => o.v === n && o.w === t2 || o.v === t2 && o.w === n) : r;
  }
};
function Re(e, n) {
  e[n] ? e[n]++ : e[n] = 1;
}
function Ie(e, n) {
  e[n] !== void 0 && !--e[n] && delete e[n];
}
function z(e, n, t2, r) {
  let o = "" + n, i = "" + t2;
  if (!e && o > i) {
    let s = o;
    o = i, i = s;
  }
  return o + "" + i + "" + (r === void 0 ? "\0" : r);
}
function Fn(e, n, t2, r) {
  let o = "" + n, i = "" + t2;
  if (!e && o > i) {
    let a = o;
    o = i, i = a;
  }
  let s = { v: o, w: i };
  return r && (s.name = r), s;
}
function oe(e, n) {
  return z(e, n.v, n.w, n.name);
}
var Dn = {};
Se(Dn, { read: () => Bn, write: () => An });
function An(e) {
  let n = { options: { directed: e.isDirected(), multigraph: e.isMultigraph(), compound: e.isCompound() }, nodes: Vn(e), edges: Yn(e) }, t2 = e.graph();
  return t2 !== void 0 && (n.value = structuredClone(t2)), n;
}
function Vn(e) {
  return e.nodes().map((n) => {
    let t2 = e.node(n), r = e.parent(n), o = { v: n };
    return t2 !== void 0 && (o.value = t2), r !== void 0 && (o.parent = r), o;
  });
}
function Yn(e) {
  return e.edges().map((n) => {
    let t2 = e.edge(n), r = { v: n.v, w: n.w };
    return n.name !== void 0 && (r.name = n.name), t2 !== void 0 && (r.value = t2), r;
  });
}
function Bn(e) {
  let n = new Q(e.options);
  return e.value !== void 0 && n.setGraph(e.value), e.nodes.forEach((t2) => {
    n.setNode(t2.v, t2.value), t2.parent && n.setParent(t2.v, t2.parent);
  }), e.edges.forEach((t2) => {
    n.setEdge({ v: t2.v, w: t2.w, name: t2.name }, t2.value);
  }), n;
}
var H = {};
Se(H, { CycleException: () => K, bellmanFord: () => Me, components: () => zn, dijkstra: () => J, dijkstraAll: () => $n, findCycles: () => Un, floydWarshall: () => Kn, isAcyclic: () => Zn, postorder: () => nt, preorder: () => tt, prim: () => rt, shortestPaths: () => ot, tarjan: () => Fe, topsort: () => De });
var Wn = () => 1;
function Me(e, n, t2, r) {
  return Xn(e, String(n), t2 || Wn, r || function(o) {
    var i;
    return (i = e.outEdges(o)) != null ? i : [];
  });
}
function Xn(e, n, t2, r) {
  let o = {}, i, s = 0, a = e.nodes(), l = function(c) {
    let f = o[c.v], h = o[c.w];
    if (!f || !h) return;
    let g = t2(c);
    f.distance + g < h.distance && (o[c.w] = { distance: f.distance + g, predecessor: c.v }, i = true);
  }, u = function() {
    a.forEach(function(c) {
      r(c).forEach(function(f) {
        let h = f.v === c ? f.v : f.w, g = h === f.v ? f.w : f.v;
        l({ v: h, w: g });
      });
    });
  };
  a.forEach(function(c) {
    let f = c === n ? 0 : Number.POSITIVE_INFINITY;
    o[c] = { distance: f, predecessor: "" };
  });
  let d = a.length;
  for (let c = 1; c < d && (i = false, s++, u(), !!i); c++) ;
  if (s === d - 1 && (i = false, u(), i)) throw new Error("The graph contains a negative weight cycle");
  return o;
}
function zn(e) {
  let n = {}, t2 = [], r;
  function o(i) {
    var s, a;
    i in n || (n[i] = true, r.push(i), (s = e.successors(i)) == null || s.forEach(o), (a = e.predecessors(i)) == null || a.forEach(o));
  }
  return e.nodes().forEach(function(i) {
    r = [], o(i), r.length && t2.push(r);
  }), t2;
}
var Pe = class {
  constructor() {
    this._arr = [], this._keyIndices = {};
  }
  size() {
    return this._arr.length;
  }
  keys() {
    return this._arr.map((e) => e.key);
  }
  has(e) {
    return e in this._keyIndices;
  }
  priority(e) {
    let n = this._keyIndices[e];
    if (n !== void 0) return this._arr[n].priority;
  }
  min() {
    if (this.size() === 0) throw new Error("Queue underflow");
    return this._arr[0].key;
  }
  add(e, n) {
    let t2 = this._keyIndices, r = String(e);
    if (!(r in t2)) {
      let o = this._arr, i = o.length;
      return t2[r] = i, o.push({ key: r, priority: n }), this._decrease(i), true;
    }
    return false;
  }
  removeMin() {
    if (this.size() === 0) throw new Error("Queue underflow");
    this._swap(0, this._arr.length - 1);
    let e = this._arr.pop();
    return delete this._keyIndices[e.key], this._heapify(0), e.key;
  }
  decrease(e, n) {
    let t2 = this._keyIndices[e];
    if (t2 === void 0) throw new Error(`Key not found: ${e}`);
    let r = this._arr[t2].priority;
    if (n > r) throw new Error(`New priority is greater than current priority. Key: ${e} Old: ${r} New: ${n}`);
    this._arr[t2].priority = n, this._decrease(t2);
  }
  _heapify(e) {
    let n = this._arr, t2 = 2 * e, r = t2 + 1, o = e;
    t2 < n.length && (o = n[t2].priority < n[o].priority ? t2 : o, r < n.length && (o = n[r].priority < n[o].priority ? r : o), o !== e && (this._swap(e, o), this._heapify(o)));
  }
  _decrease(e) {
    let n = this._arr, t2 = n[e].priority, r;
    for (; e !== 0 && (r = e >> 1, !(n[r].priority < t2)); ) this._swap(e, r), e = r;
  }
  _swap(e, n) {
    let t2 = this._arr, r = this._keyIndices, o = t2[e], i = t2[n];
    t2[e] = i, t2[n] = o, r[i.key] = e, r[o.key] = n;
  }
};
var Hn = () => 1;
function J(e, n, t2, r) {
  let o = function(i) {
    var s;
    return (s = e.outEdges(i)) != null ? s : [];
  };
  return qn(e, String(n), t2 || Hn, r || o);
}
function qn(e, n, t2, r) {
  let o = {}, i = new Pe(), s, a, l = function(u) {
    let d = u.v !== s ? u.v : u.w, c = o[d];
    if (!c) return;
    let f = t2(u), h = a.distance + f;
    if (f < 0) throw new Error("dijkstra does not allow negative edge weights. Bad edge: " + u + " Weight: " + f);
    h < c.distance && (c.distance = h, c.predecessor = s, i.decrease(d, h));
  };
  for (e.nodes().forEach(function(u) {
    let d = u === n ? 0 : Number.POSITIVE_INFINITY;
    o[u] = { distance: d, predecessor: "" }, i.add(u, d);
  }); i.size() > 0; ) {
    s = i.removeMin();
    let u = o[s];
    if (!u || u.distance === Number.POSITIVE_INFINITY) break;
    a = u, r(s).forEach(l);
  }
  return o;
}
function $n(e, n, t2) {
  return e.nodes().reduce(function(r, o) {
    return r[o] = J(e, o, n, t2), r;
  }, {});
}
function Fe(e) {
  let n = 0, t2 = [], r = {}, o = [];
  function i(s) {
    var a;
    let l = r[s] = { onStack: true, lowlink: n, index: n++ };
    if (t2.push(s), (a = e.successors(s)) == null || a.forEach(function(u) {
      if (u in r) {
        let d = r[u];
        d != null && d.onStack && (l.lowlink = Math.min(l.lowlink, d.index));
      } else {
        i(u);
        let d = r[u];
        d && (l.lowlink = Math.min(l.lowlink, d.lowlink));
      }
    }), l.lowlink === l.index) {
      let u = [], d;
      do {
        d = t2.pop();
        let c = r[d];
        c && (c.onStack = false), u.push(d);
      } while (s !== d);
      o.push(u);
    }
  }
  return e.nodes().forEach(function(s) {
    s in r || i(s);
  }), o;
}
function Un(e) {
  return Fe(e).filter(function(n) {
    var t2;
    let r = n[0];
    return r ? n.length > 1 || n.length === 1 && ((t2 = e.outEdges(r, r)) != null ? t2 : []).length > 0 : false;
  });
}
var Jn = () => 1;
function Kn(e, n, t2) {
  return Qn(e, n || Jn, t2 || function(r) {
    var o;
    return (o = e.outEdges(r)) != null ? o : [];
  });
}
function Qn(e, n, t2) {
  let r = {}, o = e.nodes();
  return o.forEach(function(i) {
    let s = {};
    r[i] = s, s[i] = { distance: 0, predecessor: "" }, o.forEach(function(a) {
      i !== a && (s[a] = { distance: Number.POSITIVE_INFINITY, predecessor: "" });
    }), t2(i).forEach(function(a) {
      let l = a.v === i ? a.w : a.v, u = n(a);
      s[l] = { distance: u, predecessor: i };
    });
  }), o.forEach(function(i) {
    let s = r[i];
    s && o.forEach(function(a) {
      let l = r[a];
      l && o.forEach(function(u) {
        let d = l[i], c = s[u], f = l[u];
        if (d && c && f) {
          let h = d.distance + c.distance;
          h < f.distance && (f.distance = h, f.predecessor = c.predecessor);
        }
      });
    });
  }), r;
}
var K = class extends Error {
  constructor(e) {
    super(e), this.name = "CycleException";
  }
};
function De(e) {
  let n = {}, t2 = {}, r = [];
  function o(i) {
    var s;
    if (i in t2) throw new K();
    i in n || (t2[i] = true, n[i] = true, (s = e.predecessors(i)) == null || s.forEach(o), delete t2[i], r.push(i));
  }
  if (e.sinks().forEach(o), Object.keys(n).length !== e.nodeCount()) throw new K();
  return r;
}
function Zn(e) {
  try {
    De(e);
  } catch (n) {
    if (n instanceof K) return false;
    throw n;
  }
  return true;
}
function et(e, n, t2, r, o) {
  Array.isArray(n) || (n = [n]);
  let i = ((a) => {
    var l;
    return (l = e.isDirected() ? e.successors(a) : e.neighbors(a)) != null ? l : [];
  }), s = {};
  return n.forEach(function(a) {
    if (!e.hasNode(a)) throw new Error("Graph does not have node: " + a);
    o = Ae(e, a, t2 === "post", s, i, r, o);
  }), o;
}
function Ae(e, n, t2, r, o, i, s) {
  return n in r || (r[n] = true, t2 || (s = i(s, n)), o(n).forEach(function(a) {
    s = Ae(e, a, t2, r, o, i, s);
  }), t2 && (s = i(s, n))), s;
}
function Ve(e, n, t2) {
  return et(e, n, t2, function(r, o) {
    return r.push(o), r;
  }, []);
}
function nt(e, n) {
  return Ve(e, n, "post");
}
function tt(e, n) {
  return Ve(e, n, "pre");
}
function rt(e, n) {
  var t2;
  let r = new Q(), o = {}, i = new Pe(), s;
  function a(d) {
    let c = d.v === s ? d.w : d.v, f = i.priority(c);
    if (f !== void 0) {
      let h = n(d);
      h < f && (o[c] = s, i.decrease(c, h));
    }
  }
  if (e.nodeCount() === 0) return r;
  e.nodes().forEach(function(d) {
    i.add(d, Number.POSITIVE_INFINITY), r.setNode(d);
  });
  let l = e.nodes()[0];
  l !== void 0 && i.decrease(l, 0);
  let u = false;
  for (; i.size() > 0; ) {
    if (s = i.removeMin(), s in o) r.setEdge(s, o[s]);
    else {
      if (u) throw new Error("Input graph is not connected: " + e);
      u = true;
    }
    (t2 = e.nodeEdges(s)) == null || t2.forEach(a);
  }
  return r;
}
function ot(e, n, t2, r) {
  return it(e, n, t2, r != null ? r : ((o) => {
    var i;
    return (i = e.outEdges(o)) != null ? i : [];
  }));
}
function it(e, n, t2, r) {
  if (t2 === void 0) return J(e, n, t2, r);
  let o = false, i = e.nodes();
  for (let s = 0; s < i.length; s++) {
    let a = i[s];
    if (a === void 0) continue;
    let l = r(a);
    for (let u = 0; u < l.length; u++) {
      let d = l[u];
      if (!d) continue;
      let c = d.v === a ? d.v : d.w, f = c === d.v ? d.w : d.v;
      t2({ v: c, w: f }) < 0 && (o = true);
    }
    if (o) return Me(e, n, t2, r);
  }
  return J(e, n, t2, r);
}
var T = Q;
function M(e, n, t2, r) {
  let o = r;
  for (; e.hasNode(o); ) o = $(r);
  return t2.dummy = n, e.setNode(o, t2), o;
}
function Ye(e) {
  let n = new T().setGraph(e.graph());
  return e.nodes().forEach((t2) => n.setNode(t2, e.node(t2))), e.edges().forEach((t2) => {
    let r = n.edge(t2.v, t2.w) || { weight: 0, minlen: 1 }, o = e.edge(t2);
    n.setEdge(t2.v, t2.w, { weight: r.weight + o.weight, minlen: Math.max(r.minlen, o.minlen) });
  }), n;
}
function Z(e) {
  let n = new T({ multigraph: e.isMultigraph() }).setGraph(e.graph());
  return e.nodes().forEach((t2) => {
    e.children(t2).length || n.setNode(t2, e.node(t2));
  }), e.edges().forEach((t2) => {
    n.setEdge(t2, e.edge(t2));
  }), n;
}
function se(e, n) {
  let t2 = e.x, r = e.y, o = n.x - t2, i = n.y - r, s = e.width / 2, a = e.height / 2;
  if (!o && !i) throw new Error("Not possible to find intersection inside of the rectangle");
  let l, u;
  return o === 0 || Math.abs(i) * s > Math.abs(o) * a ? (i < 0 && (a = -a), l = a * o / i, u = a) : (o < 0 && (s = -s), l = s, u = s * i / o), { x: t2 + l, y: r + u };
}
function P(e) {
  let n = D(de(e) + 1).map(() => []);
  return e.nodes().forEach((t2) => {
    let r = e.node(t2), o = r.rank;
    o !== void 0 && (n[o] || (n[o] = []), n[o][r.order] = t2);
  }), n;
}
function Be(e) {
  let n = e.nodes().map((r) => {
    let o = e.node(r).rank;
    return o === void 0 ? Number.MAX_VALUE : o;
  }), t2 = S(Math.min, n);
  e.nodes().forEach((r) => {
    let o = e.node(r);
    Object.hasOwn(o, "rank") && (o.rank -= t2);
  });
}
function We(e) {
  let n = e.nodes().map((s) => e.node(s).rank).filter((s) => s !== void 0), t2 = S(Math.min, n), r = [];
  e.nodes().forEach((s) => {
    let a = e.node(s).rank - t2;
    r[a] || (r[a] = []), r[a].push(s);
  });
  let o = 0, i = e.graph().nodeRankFactor;
  Array.from(r).forEach((s, a) => {
    s === void 0 && a % i !== 0 ? --o : s !== void 0 && o && s.forEach((l) => e.node(l).rank += o);
  });
}
function ae(e, n, t2, r) {
  let o = { width: 0, height: 0 };
  return arguments.length >= 4 && (o.rank = t2, o.order = r), M(e, "border", o, n);
}
function st(e, n = Xe) {
  let t2 = [];
  for (let r = 0; r < e.length; r += n) {
    let o = e.slice(r, r + n);
    t2.push(o);
  }
  return t2;
}
var Xe = 65535;
function S(e, n) {
  if (n.length > Xe) {
    let t2 = st(n);
    return e(...t2.map((r) => e(...r)));
  } else return e(...n);
}
function de(e) {
  let t2 = e.nodes().map((r) => {
    let o = e.node(r).rank;
    return o === void 0 ? Number.MIN_VALUE : o;
  });
  return S(Math.max, t2);
}
function ze(e, n) {
  let t2 = { lhs: [], rhs: [] };
  return e.forEach((r) => {
    n(r) ? t2.lhs.push(r) : t2.rhs.push(r);
  }), t2;
}
function q(e, n) {
  return n();
}
var at = 0;
function $(e) {
  let n = ++at;
  return e + ("" + n);
}
function D(e, n, t2 = 1) {
  n == null && (n = e, e = 0);
  let r = (i) => i < n;
  t2 < 0 && (r = (i) => n < i);
  let o = [];
  for (let i = e; r(i); i += t2) o.push(i);
  return o;
}
function W(e, n) {
  let t2 = {};
  for (let r of n) e[r] !== void 0 && (t2[r] = e[r]);
  return t2;
}
function X(e, n) {
  let t2;
  return typeof n == "string" ? t2 = (r) => r[n] : t2 = n, Object.entries(e).reduce((r, [o, i]) => (r[o] = t2(i, o), r), {});
}
function He(e, n) {
  return e.reduce((t2, r, o) => (t2[r] = n[o], t2), {});
}
var V = "\0";
function ee(e, n, t2) {
  var u, d, c, f, h, g;
  if (!(e && n && t2 && n.dummy === "edge" && t2.dummy === "edge" && n.edgeObj && t2.edgeObj && e[n.edgeObj.v] && e[t2.edgeObj.v] && e[n.edgeObj.w] && e[t2.edgeObj.w])) return 0;
  let r = true;
  n.edgeObj.w === t2.edgeObj.w && (r = false);
  let o = r ? (d = (u = e[n.edgeObj.v]) == null ? void 0 : u.rank) != null ? d : NaN + 1 : (f = (c = e[n.edgeObj.w]) == null ? void 0 : c.rank) != null ? f : NaN - 1, i = Object.entries(e).find((m) => {
    var L, y;
    return ((L = m[1].edgeObj) == null ? void 0 : L.v) === n.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === n.edgeObj.w && m[1].rank === o;
  }), s = Object.entries(e).find((m) => {
    var L, y;
    return ((L = m[1].edgeObj) == null ? void 0 : L.v) === t2.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === t2.edgeObj.w && m[1].rank === o;
  });
  if (!i || !s) return 0;
  let a = (h = i[1].order) != null ? h : NaN, l = (g = s[1].order) != null ? g : NaN;
  return isNaN(a - l) ? 0 : a - l;
}
var ce = class {
  constructor() {
    je(this, "_sentinel");
    let n = {};
    n._next = n._prev = n, this._sentinel = n;
  }
  dequeue() {
    let n = this._sentinel, t2 = n._prev;
    if (t2 !== n) return qe(t2), t2;
  }
  enqueue(n) {
    let t2 = this._sentinel;
    n._prev && n._next && qe(n), n._next = t2._next, t2._next._prev = n, t2._next = n, n._prev = t2;
  }
  toString() {
    let n = [], t2 = this._sentinel, r = t2._prev;
    for (; r !== t2; ) n.push(JSON.stringify(r, dt)), r = r._prev;
    return "[" + n.join(", ") + "]";
  }
};
function qe(e) {
  e._prev._next = e._next, e._next._prev = e._prev, delete e._next, delete e._prev;
}
function dt(e, n) {
  if (e !== "_next" && e !== "_prev") return n;
}
var $e = ce;
var lt = () => 1;
function be(e, n) {
  if (e.nodeCount() <= 1) return [];
  let t2 = ct(e, n || lt);
  return ut(t2.graph, t2.buckets, t2.zeroIdx).flatMap((o) => e.outEdges(o.v, o.w) || []);
}
function ut(e, n, t2) {
  var a;
  let r = [], o = n[n.length - 1], i = n[0], s;
  for (; e.nodeCount(); ) {
    for (; s = i.dequeue(); ) fe(e, n, t2, s);
    for (; s = o.dequeue(); ) fe(e, n, t2, s);
    if (e.nodeCount()) {
      for (let l = n.length - 2; l > 0; --l) if (s = (a = n[l]) == null ? void 0 : a.dequeue(), s) {
        r = r.concat(fe(e, n, t2, s, true) || []);
        break;
      }
    }
  }
  return r;
}
function fe(e, n, t2, r, o) {
  let i = [], s = o ? i : void 0;
  return (e.inEdges(r.v) || []).forEach((a) => {
    let l = e.edge(a), u = e.node(a.v);
    o && i.push({ v: a.v, w: a.w }), u.out -= l, he(n, t2, u);
  }), (e.outEdges(r.v) || []).forEach((a) => {
    let l = e.edge(a), u = a.w, d = e.node(u);
    d.in -= l, he(n, t2, d);
  }), e.removeNode(r.v), s;
}
function ct(e, n) {
  let t2 = new T(), r = 0, o = 0;
  e.nodes().forEach((a) => {
    t2.setNode(a, { v: a, in: 0, out: 0 });
  }), e.edges().forEach((a) => {
    let l = t2.edge(a.v, a.w) || 0, u = n(a), d = l + u;
    t2.setEdge(a.v, a.w, d);
    let c = t2.node(a.v), f = t2.node(a.w);
    o = Math.max(o, c.out += u), r = Math.max(r, f.in += u);
  });
  let i = ft(o + r + 3).map(() => new $e()), s = r + 1;
  return t2.nodes().forEach((a) => {
    he(i, s, t2.node(a));
  }), { graph: t2, buckets: i, zeroIdx: s };
}
function he(e, n, t2) {
  var r, o, i;
  t2.out ? t2.in ? (i = e[t2.out - t2.in + n]) == null || i.enqueue(t2) : (o = e[e.length - 1]) == null || o.enqueue(t2) : (r = e[0]) == null || r.enqueue(t2);
}
function ft(e) {
  let n = [];
  for (let t2 = 0; t2 < e; t2++) n.push(t2);
  return n;
}
function Ue(e, n) {
  (e.graph().acyclicer === "greedy" ? be(e, r(e)) : ht(e, n != null ? n : null)).forEach((o) => {
    let i = e.edge(o);
    e.removeEdge(o), i.forwardName = o.name, i.reversed = true, e.setEdge(o.w, o.v, i, $("rev"));
  });
  function r(o) {
    return (i) => o.edge(i).weight;
  }
}
function ht(e, n) {
  let t2 = [], r = {}, o = {};
  function i(l) {
    Object.hasOwn(o, l) || (o[l] = true, r[l] = true, e.outEdges(l).forEach((u) => {
      Object.hasOwn(r, u.w) ? t2.push(u) : i(u.w);
    }), delete r[l]);
  }
  function s(l) {
    var u;
    Object.hasOwn(o, l) || (o[l] = true, r[l] = true, (u = e.outEdges(l)) == null || u.forEach((d) => {
      var c, f;
      Object.hasOwn(r, d.w) || ((c = n.node(l)) == null ? void 0 : c.rank) > ((f = n.node(d.w)) == null ? void 0 : f.rank) && bt(e, d.w, d) ? t2.push(d) : s(d.w);
    }), delete r[l]);
  }
  let a = i;
  return n && typeof n.node == "function" && (a = s), e.sources().forEach(a), e.nodes().forEach(a), t2;
}
function Je(e) {
  e.edges().forEach((n) => {
    let t2 = e.edge(n);
    if (t2.reversed) {
      e.removeEdge(n);
      let r = t2.forwardName;
      delete t2.reversed, delete t2.forwardName, e.setEdge(n.w, n.v, t2, r);
    }
  });
}
function bt(e, n, t2) {
  let r = /* @__PURE__ */ new Set();
  function o(i) {
    var s;
    if (e.sources().includes(i)) return true;
    r.add(i);
    for (let a of (s = e.inEdges(i)) != null ? s : []) if (!(a.v === t2.v && a.w === t2.w) && !r.has(a.v) && o(a.v)) return true;
    return false;
  }
  return o(n);
}
function Ke(e) {
  e.graph().dummyChains = [], e.edges().forEach((n) => pt(e, n));
}
function pt(e, n) {
  let t2 = n.v, r = e.node(t2).rank, o = n.w, i = e.node(o).rank, s = n.name, a = e.edge(n), l = a.labelRank;
  if (i === r + 1) return;
  e.removeEdge(n);
  let u, d, c;
  for (c = 0, ++r; r < i; ++c, ++r) a.points = [], d = { width: 0, height: 0, edgeLabel: a, edgeObj: n, rank: r }, u = M(e, "edge", d, "_d"), r === l && (d.width = a.width, d.height = a.height, d.dummy = "edge-label", d.labelpos = a.labelpos), e.setEdge(t2, u, { weight: a.weight }, s), c === 0 && e.graph().dummyChains.push(u), t2 = u;
  e.setEdge(t2, o, { weight: a.weight }, s);
}
function Qe(e) {
  e.graph().dummyChains.forEach((n) => {
    let t2 = e.node(n), r = t2.edgeLabel, o;
    for (e.setEdge(t2.edgeObj, r); t2.dummy; ) o = e.successors(n)[0], e.removeNode(n), r.points.push({ x: t2.x, y: t2.y }), t2.dummy === "edge-label" && (r.x = t2.x, r.y = t2.y, r.width = t2.width, r.height = t2.height), n = o, t2 = e.node(n);
  });
}
function U(e) {
  let n = {};
  function t2(r) {
    let o = e.node(r);
    if (Object.hasOwn(n, r)) return o.rank;
    n[r] = true;
    let i = e.outEdges(r), s = i ? i.map((l) => l == null ? Number.POSITIVE_INFINITY : t2(l.w) - e.edge(l).minlen) : [], a = S(Math.min, s);
    return a === Number.POSITIVE_INFINITY && (a = 0), o.rank = a;
  }
  e.sources().forEach(t2);
}
function A(e, n) {
  return e.node(n.w).rank - e.node(n.v).rank - e.edge(n).minlen;
}
var ne = Et;
function Et(e) {
  let n = new T({ directed: false }), t2 = e.nodes();
  if (t2.length === 0) throw new Error("Graph must have at least one node");
  let r = t2[0], o = e.nodeCount();
  n.setNode(r, {});
  let i, s;
  for (; Lt(n, e) < o && (i = yt(n, e), !!i); ) s = n.hasNode(i.v) ? A(e, i) : -A(e, i), wt(n, e, s);
  return n;
}
function Lt(e, n) {
  function t2(r) {
    let o = n.nodeEdges(r);
    o && o.forEach((i) => {
      let s = i.v, a = r === s ? i.w : s;
      !e.hasNode(a) && !A(n, i) && (e.setNode(a, {}), e.setEdge(r, a, {}), t2(a));
    });
  }
  return e.nodes().forEach(t2), e.nodeCount();
}
function yt(e, n) {
  return n.edges().reduce((r, o) => {
    let i = Number.POSITIVE_INFINITY;
    return e.hasNode(o.v) !== e.hasNode(o.w) && (i = A(n, o)), i < r[0] ? [i, o] : r;
  }, [Number.POSITIVE_INFINITY, null])[1];
}
function wt(e, n, t2) {
  e.nodes().forEach((r) => n.node(r).rank += t2);
}
var { preorder: Nt, postorder: Gt } = H;
var en = Y;
Y.initLowLimValues = pe;
Y.initCutValues = ge;
Y.calcCutValue = nn;
Y.leaveEdge = rn;
Y.enterEdge = on;
Y.exchangeEdges = sn;
function Y(e) {
  e = Ye(e), U(e);
  let n = ne(e);
  pe(n), ge(n, e);
  let t2, r;
  for (; t2 = rn(n); ) r = on(n, e, t2), sn(n, e, t2, r);
}
function ge(e, n) {
  let t2 = Gt(e, e.nodes());
  t2 = t2.slice(0, t2.length - 1), t2.forEach((r) => vt(e, n, r));
}
function vt(e, n, t2) {
  let o = e.node(t2).parent, i = e.edge(t2, o);
  i.cutvalue = nn(e, n, t2);
}
function nn(e, n, t2) {
  let o = e.node(t2).parent, i = true, s = n.edge(t2, o), a = 0;
  s || (i = false, s = n.edge(o, t2)), a = s.weight;
  let l = n.nodeEdges(t2);
  return l && l.forEach((u) => {
    let d = u.v === t2, c = d ? u.w : u.v;
    if (c !== o) {
      let f = d === i, h = n.edge(u).weight;
      if (a += f ? h : -h, xt(e, t2, c)) {
        let m = e.edge(t2, c).cutvalue;
        a += f ? -m : m;
      }
    }
  }), a;
}
function pe(e, n) {
  arguments.length < 2 && (n = e.nodes()[0]), tn(e, {}, 1, n);
}
function tn(e, n, t2, r, o) {
  let i = t2, s = e.node(r);
  n[r] = true;
  let a = e.neighbors(r);
  return a && a.forEach((l) => {
    Object.hasOwn(n, l) || (t2 = tn(e, n, t2, l, r));
  }), s.low = i, s.lim = t2++, o ? s.parent = o : delete s.parent, t2;
}
function rn(e) {
  return e.edges().find((n) => e.edge(n).cutvalue < 0);
}
function on(e, n, t2) {
  let r = t2.v, o = t2.w;
  n.hasEdge(r, o) || (r = t2.w, o = t2.v);
  let i = e.node(r), s = e.node(o), a = i, l = false;
  return i.lim > s.lim && (a = s, l = true), n.edges().filter((d) => l === Ze(e, e.node(d.v), a) && l !== Ze(e, e.node(d.w), a)).reduce((d, c) => A(n, c) < A(n, d) ? c : d);
}
function sn(e, n, t2, r) {
  let o = t2.v, i = t2.w;
  e.removeEdge(o, i), e.setEdge(r.v, r.w, {}), pe(e), ge(e, n), kt(e, n);
}
function kt(e, n) {
  let t2 = e.nodes().find((o) => !e.node(o).parent);
  if (!t2) return;
  let r = Nt(e, [t2]);
  r = r.slice(1), r.forEach((o) => {
    let s = e.node(o).parent, a = n.edge(o, s), l = false;
    a || (a = n.edge(s, o), l = true), n.node(o).rank = n.node(s).rank + (l ? a.minlen : -a.minlen);
  });
}
function xt(e, n, t2) {
  return e.hasEdge(n, t2);
}
function Ze(e, n, t2) {
  return t2.low <= n.lim && n.lim <= t2.lim;
}
var dn = _t;
function _t(e) {
  let n = e.graph().ranker;
  if (typeof n == "function") return n(e);
  switch (n) {
    case "network-simplex":
      an(e);
      break;
    case "tight-tree":
      Ct(e);
      break;
    case "longest-path":
      Ot(e);
      break;
    case "none":
      break;
    default:
      an(e);
  }
}
var Ot = U;
function Ct(e) {
  U(e), ne(e);
}
function an(e) {
  en(e);
}
var ln = Tt;
function Tt(e) {
  let n = Rt(e), t2 = e.graph();
  if (!Array.isArray(t2.dummyChains)) return;
  t2.dummyChains.forEach((o) => {
    let i = e.node(o), s = i.edgeObj, a = jt(e, n, s.v, s.w), l = a.path, u = a.lca, d = 0, c = l[d], f = true;
    for (; o !== s.w; ) {
      if (i = e.node(o), f) {
        for (; (c = l[d]) !== u && e.node(c).maxRank < i.rank; ) d++;
        c === u && (f = false);
      }
      if (!f) {
        for (; d < l.length - 1 && e.node(l[d + 1]).minRank <= i.rank; ) d++;
        c = l[d];
      }
      c !== void 0 && e.setParent(o, c), o = e.successors(o)[0];
    }
  });
}
function jt(e, n, t2, r) {
  let o = [], i = [], s = Math.min(n[t2].low, n[r].low), a = Math.max(n[t2].lim, n[r].lim), l;
  l = t2;
  do
    l = e.parent(l), o.push(l);
  while (l && (n[l].low > s || a > n[l].lim));
  let u = l, d = r;
  for (; (d = e.parent(d)) !== u; ) i.push(d);
  return { path: o.concat(i.reverse()), lca: u };
}
function Rt(e) {
  let n = {}, t2 = 0;
  function r(o) {
    let i = t2;
    e.children(o).forEach(r), n[o] = { low: i, lim: t2++ };
  }
  return e.children(V).forEach(r), n;
}
function un(e) {
  let n = M(e, "root", {}, "_root"), t2 = It(e), r = Object.values(t2), o = S(Math.max, r) - 1, i = 2 * o + 1;
  e.graph().nestingRoot = n, e.edges().forEach((a) => e.edge(a).minlen *= i);
  let s = St(e) + 1;
  e.children(V).forEach((a) => {
    cn(e, n, i, s, o, t2, a);
  }), e.graph().nodeRankFactor = i;
}
function cn(e, n, t2, r, o, i, s) {
  var c;
  let a = e.children(s);
  if (!a.length) {
    s !== n && e.setEdge(n, s, { weight: 0, minlen: t2 });
    return;
  }
  let l = ae(e, "_bt"), u = ae(e, "_bb"), d = e.node(s);
  e.setParent(l, s), d.borderTop = l, e.setParent(u, s), d.borderBottom = u, a.forEach((f) => {
    var b;
    cn(e, n, t2, r, o, i, f);
    let h = e.node(f), g = h.borderTop ? h.borderTop : f, m = h.borderBottom ? h.borderBottom : f, L = h.borderTop ? r : 2 * r, y = g !== m ? 1 : o - ((b = i[s]) != null ? b : 0) + 1;
    e.setEdge(l, g, { weight: L, minlen: y, nestingEdge: true }), e.setEdge(m, u, { weight: L, minlen: y, nestingEdge: true });
  }), e.parent(s) || e.setEdge(n, l, { weight: 0, minlen: o + ((c = i[s]) != null ? c : 0) });
}
function It(e) {
  let n = {};
  function t2(r, o) {
    let i = e.children(r);
    i && i.length && i.forEach((s) => t2(s, o + 1)), n[r] = o;
  }
  return e.children(V).forEach((r) => t2(r, 1)), n;
}
function St(e) {
  return e.edges().reduce((n, t2) => n + e.edge(t2).weight, 0);
}
function fn(e) {
  let n = e.graph();
  e.removeNode(n.nestingRoot), delete n.nestingRoot, e.edges().forEach((t2) => {
    e.edge(t2).nestingEdge && e.removeEdge(t2);
  });
}
var bn = Pt;
function Pt(e) {
  function n(t2) {
    let r = e.children(t2), o = e.node(t2);
    if (r.length && r.forEach(n), o && Object.hasOwn(o, "minRank")) {
      o.borderLeft = [], o.borderRight = [];
      for (let i = o.minRank, s = o.maxRank + 1; i < s; ++i) hn(e, "borderLeft", "_bl", t2, o, i), hn(e, "borderRight", "_br", t2, o, i);
    }
  }
  e.children(V).forEach(n);
}
function hn(e, n, t2, r, o, i) {
  let s = { width: 0, height: 0, rank: i, borderType: n }, a = o[n][i - 1], l = M(e, "border", s, t2);
  o[n][i] = l, e.setParent(l, r), a && e.setEdge(a, l, { weight: 1 });
}
function pn(e) {
  var t2;
  let n = (t2 = e.graph().rankdir) == null ? void 0 : t2.toLowerCase();
  (n === "lr" || n === "rl") && En(e);
}
function mn(e) {
  var t2;
  let n = (t2 = e.graph().rankdir) == null ? void 0 : t2.toLowerCase();
  (n === "bt" || n === "rl") && Ft(e), (n === "lr" || n === "rl") && (Dt(e), En(e));
}
function En(e) {
  e.nodes().forEach((n) => gn(e.node(n))), e.edges().forEach((n) => gn(e.edge(n)));
}
function gn(e) {
  let n = e.width;
  e.width = e.height, e.height = n;
}
function Ft(e) {
  e.nodes().forEach((n) => me(e.node(n))), e.edges().forEach((n) => {
    var r;
    let t2 = e.edge(n);
    (r = t2.points) == null || r.forEach(me), Object.hasOwn(t2, "y") && me(t2);
  });
}
function me(e) {
  e.y = -e.y;
}
function Dt(e) {
  e.nodes().forEach((n) => Ee(e.node(n))), e.edges().forEach((n) => {
    var r;
    let t2 = e.edge(n);
    (r = t2.points) == null || r.forEach(Ee), Object.hasOwn(t2, "x") && Ee(t2);
  });
}
function Ee(e) {
  let n = e.x;
  e.x = e.y, e.y = n;
}
function Le(e, n = null) {
  let t2 = {}, r = e.nodes().filter((d) => !e.children(d).length), o = r.map((d) => e.node(d).rank), i = S(Math.max, o), s = D(i + 1).map(() => []);
  function a(d) {
    if (t2[d]) return;
    t2[d] = true;
    let c = e.node(d);
    s[c.rank].push(d);
    let f = e.successors(d);
    f && [...f].sort((g, m) => u(g, m)).forEach(a);
  }
  r.sort((d, c) => e.node(d).rank - e.node(c).rank).forEach(a);
  function u(d, c) {
    let f = e.node(d), h = e.node(c);
    return ee(n, f, h);
  }
  return s;
}
function ye(e, n) {
  let t2 = 0;
  for (let r = 1; r < n.length; ++r) t2 += Vt(e, n[r - 1], n[r]);
  return t2;
}
function Vt(e, n, t2) {
  let r = He(t2, t2.map((u, d) => d)), o = n.flatMap((u) => {
    let d = e.outEdges(u);
    return d ? d.map((c) => ({ pos: r[c.w], weight: e.edge(c).weight })).sort((c, f) => c.pos - f.pos) : [];
  }), i = 1;
  for (; i < t2.length; ) i <<= 1;
  let s = 2 * i - 1;
  i -= 1;
  let a = new Array(s).fill(0), l = 0;
  return o.forEach((u) => {
    let d = u.pos + i;
    a[d] += u.weight;
    let c = 0;
    for (; d > 0; ) d % 2 && (c += a[d + 1]), d = d - 1 >> 1, a[d] += u.weight;
    l += u.weight * c;
  }), l;
}
function we(e, n = []) {
  return n.map((t2) => {
    let r = e.inEdges(t2);
    if (!r || !r.length) return { v: t2 };
    {
      let o = r.reduce((i, s) => {
        let a = e.edge(s), l = e.node(s.v);
        return { sum: i.sum + a.weight * l.order, weight: i.weight + a.weight };
      }, { sum: 0, weight: 0 });
      return { v: t2, barycenter: o.sum / o.weight, weight: o.weight };
    }
  });
}
function Ne(e, n) {
  let t2 = {};
  e.forEach((o, i) => {
    let s = { indegree: 0, in: [], out: [], vs: [o.v], i };
    o.barycenter !== void 0 && (s.barycenter = o.barycenter, s.weight = o.weight), t2[o.v] = s;
  }), n.edges().forEach((o) => {
    let i = t2[o.v], s = t2[o.w];
    i !== void 0 && s !== void 0 && (s.indegree++, i.out.push(s));
  });
  let r = Object.values(t2).filter((o) => !o.indegree);
  return Yt(r);
}
function Yt(e) {
  let n = [];
  function t2(o) {
    return (i) => {
      i.merged || (i.barycenter === void 0 || o.barycenter === void 0 || i.barycenter >= o.barycenter) && Bt(o, i);
    };
  }
  function r(o) {
    return (i) => {
      i.in.push(o), --i.indegree === 0 && e.push(i);
    };
  }
  for (; e.length; ) {
    let o = e.pop();
    n.push(o), o.in.reverse().forEach(t2(o)), o.out.forEach(r(o));
  }
  return n.filter((o) => !o.merged).map((o) => W(o, ["vs", "i", "barycenter", "weight"]));
}
function Bt(e, n) {
  let t2 = 0, r = 0;
  e.weight && (t2 += e.barycenter * e.weight, r += e.weight), n.weight && (t2 += n.barycenter * n.weight, r += n.weight), e.vs = n.vs.concat(e.vs), e.barycenter = t2 / r, e.weight = r, e.i = Math.min(n.i, e.i), n.merged = true;
}
function Ge(e, n, t2, r, o) {
  let i = {}, s = null, a = null, l = o;
  typeof n == "boolean" ? (l = n, i = {}) : n && (i = n, s = t2 != null ? t2 : null, a = r != null ? r : null);
  let u = ze(e, (y) => Object.hasOwn(y, "barycenter")), d = u.lhs, c = u.rhs.sort((y, b) => b.i - y.i), f = [], h = 0, g = 0, m = 0;
  d.sort(Wt(a, s, !!l));
  for (let [y, b] of Object.entries(i)) {
    let p = d.findIndex((E) => E.vs[0] === y);
    d.splice(p + 1, 0, b);
  }
  m = Ln(f, c, m), d.forEach((y) => {
    m += y.vs.length, f.push(y.vs), h += y.barycenter * y.weight, g += y.weight, m = Ln(f, c, m);
  });
  let L = { vs: f.flat(1) };
  return g && (L.barycenter = h / g, L.weight = g), L;
}
function Ln(e, n, t2) {
  let r;
  for (; n.length && (r = n[n.length - 1]).i <= t2; ) n.pop(), e.push(r.vs), t2++;
  return t2;
}
function Wt(e, n, t2) {
  return (r, o) => {
    if (r.barycenter < o.barycenter) return -1;
    if (r.barycenter > o.barycenter) return 1;
    if (e && (typeof r.vs[0] == "string" || typeof o.vs[0] == "string")) {
      let i = e.node(r.vs[0]), s = e.node(o.vs[0]), a = ee(n, i, s);
      if (a !== 0) return a;
    }
    return t2 ? o.i - r.i : r.i - o.i;
  };
}
function te(e, n, t2, r, o) {
  var y, b, p, E, w, k, _, O, j, R, I;
  let i = null, s = o;
  typeof r == "boolean" ? (s = r, i = null) : r !== void 0 && (i = r);
  let a = e.children(n), l = e.node(n), u = l ? l.borderLeft : void 0, d = l ? l.borderRight : void 0, c = {};
  u && (a = a.filter((v) => v !== u && v !== d));
  let f = we(e, a);
  f.forEach((v) => {
    if (e.children(v.v).length) {
      let { result: x } = te(e, v.v, t2, i, s);
      c[v.v] = x, Object.hasOwn(x, "barycenter") && zt(v, x);
    }
  });
  let h = Ne(f, t2);
  Xt(h, c);
  let g = {}, m = false;
  for (let v = 0; v < h.length; v++) for (let x = v + 1; x < h.length; x++) if (!(!h[v] || !h[x] || !((y = h[v]) != null && y.barycenter) || !((b = h[x]) != null && b.barycenter)) && ((p = h[v]) == null ? void 0 : p.barycenter) === h[x].barycenter) {
    let G = (w = (E = h[v]) == null ? void 0 : E.vs[0]) != null ? w : "", N = (_ = (k = h[x]) == null ? void 0 : k.vs[0]) != null ? _ : "", C = e.node(G), B = e.node(N);
    if (C.dummy === "edge" && B.dummy === "edge" && ((O = C.edgeObj) == null ? void 0 : O.v) === ((j = B.edgeObj) == null ? void 0 : j.v) && ((R = C.edgeObj) == null ? void 0 : R.w) === ((I = B.edgeObj) == null ? void 0 : I.w)) if (C.edgeLabel.reversed) {
      g[N] = h[v], h.splice(v, 1), v--;
      break;
    } else g[G] || (g[G] = h[x], h.splice(x, 1), x--);
    else m = true;
  }
  let L = Ge(h, g, i, e, s);
  if (u && d) {
    L.vs = [u, L.vs, d].flat(1);
    let v = e.predecessors(u);
    if (v && v.length) {
      let x = e.node(v[0]), G = e.predecessors(d), N = e.node(G[0]);
      Object.hasOwn(L, "barycenter") || (L.barycenter = 0, L.weight = 0), L.barycenter = (L.barycenter * L.weight + x.order + N.order) / (L.weight + 2), L.weight += 2;
    }
  }
  return Object.defineProperty(L, "result", { value: L, enumerable: false, configurable: true, writable: true }), Object.defineProperty(L, "usedBias", { value: m, enumerable: false, configurable: true, writable: true }), L;
}
function Xt(e, n) {
  e.forEach((t2) => {
    t2.vs = t2.vs.flatMap((r) => n[r] ? n[r].vs : r);
  });
}
function zt(e, n) {
  e.barycenter !== void 0 ? (e.barycenter = (e.barycenter * e.weight + n.barycenter * n.weight) / (e.weight + n.weight), e.weight += n.weight) : (e.barycenter = n.barycenter, e.weight = n.weight);
}
function ve(e, n, t2, r) {
  r || (r = e.nodes());
  let o = Ht(e), i = new T({ compound: true }).setGraph({ root: o }).setDefaultNodeLabel((s) => e.node(s));
  return r.forEach((s) => {
    let a = e.node(s), l = e.parent(s);
    if (a.rank === n || a.minRank <= n && n <= a.maxRank) {
      i.setNode(s), i.setParent(s, l || o);
      let u = e[t2](s);
      u && u.forEach((d) => {
        let c = d.v === s ? d.w : d.v, f = i.edge(c, s), h = f !== void 0 ? f.weight : 0;
        i.setEdge(c, s, { weight: e.edge(d).weight + h });
      }), Object.hasOwn(a, "minRank") && i.setNode(s, { borderLeft: a.borderLeft[n], borderRight: a.borderRight[n] });
    }
  }), i;
}
function Ht(e) {
  let n;
  for (; e.hasNode(n = $("_root")); ) ;
  return n;
}
function ke(e, n, t2) {
  let r = {}, o;
  t2.forEach((i) => {
    let s = e.parent(i), a, l;
    for (; s; ) {
      if (a = e.parent(s), a ? (l = r[a], r[a] = s) : (l = o, o = s), l && l !== s) {
        n.setEdge(l, s);
        return;
      }
      s = a;
    }
  });
}
function re(e, n = {}, t2 = null) {
  if (typeof n.customOrder == "function") {
    n.customOrder(e, re);
    return;
  }
  let r = de(e), o = yn(e, D(1, r + 1), "inEdges"), i = yn(e, D(r - 1, -1, -1), "outEdges"), s = Le(e, t2);
  if (wn(e, s), n.disableOptimalOrderHeuristic) return;
  let a = Number.POSITIVE_INFINITY, l, u = n.constraints || [];
  for (let d = 0, c = 0; c < 4; ++d, ++c) {
    qt(d % 2 ? o : i, d % 4 >= 2, u, t2), s = P(e);
    let f = ye(e, s);
    f < a ? (c = 0, l = Object.assign({}, s), a = f) : f === a && (l = structuredClone(s));
  }
  wn(e, l);
}
function yn(e, n, t2) {
  let r = /* @__PURE__ */ new Map(), o = (i, s) => {
    r.has(i) || r.set(i, []), r.get(i).push(s);
  };
  for (let i of e.nodes()) {
    let s = e.node(i);
    if (typeof s.rank == "number" && o(s.rank, i), typeof s.minRank == "number" && typeof s.maxRank == "number") for (let a = s.minRank; a <= s.maxRank; a++) a !== s.rank && o(a, i);
  }
  return n.map(function(i) {
    return ve(e, i, t2, r.get(i) || []);
  });
}
function qt(e, n, t2, r) {
  let o = true, i = new T();
  e.forEach(function(s) {
    t2.forEach((d) => i.setEdge(d.left, d.right));
    let a = s.graph().root, { result: l, usedBias: u } = te(s, a, i, r, o);
    n && u && (o = !o), l.vs.forEach((d, c) => s.node(d).order = c), ke(s, i, l.vs);
  });
}
function wn(e, n) {
  Object.values(n).forEach((t2) => t2.forEach((r, o) => e.node(r).order = o));
}
function $t(e, n) {
  let t2 = {};
  function r(o, i) {
    let s = 0, a = 0, l = o.length, u = i[i.length - 1];
    return i.forEach((d, c) => {
      let f = Jt(e, d), h = f ? e.node(f).order : l;
      (f || d === u) && (i.slice(a, c + 1).forEach((g) => {
        let m = e.predecessors(g);
        m && m.forEach((L) => {
          let y = e.node(L), b = y.order;
          (b < s || h < b) && !(y.dummy && e.node(g).dummy) && Gn(t2, L, g);
        });
      }), a = c + 1, s = h);
    }), i;
  }
  return n.length && n.reduce(r), t2;
}
function Ut(e, n) {
  let t2 = {};
  function r(a) {
    var l;
    return ((l = e.node(a)) == null ? void 0 : l.dummy) === "border";
  }
  if (!e.nodes().some(r)) return t2;
  function i(a, l, u, d, c) {
    D(l, u).forEach((f) => {
      let h = a[f];
      if (h !== void 0 && e.node(h).dummy) {
        let g = e.predecessors(h);
        g && g.forEach((m) => {
          if (m === void 0) return;
          let L = e.node(m);
          L.dummy && (L.order < d || L.order > c) && Gn(t2, m, h);
        });
      }
    });
  }
  function s(a, l) {
    let u = -1, d = -1, c = 0;
    return l.forEach((f, h) => {
      if (r(f)) {
        let g = e.predecessors(f);
        if (g && g.length) {
          let m = g[0];
          if (m === void 0) return;
          d = e.node(m).order, i(l, c, h, u, d), c = h, u = d;
        }
      }
      i(l, c, l.length, d, a.length);
    }), l;
  }
  return n.length && n.reduce(s), t2;
}
function Jt(e, n) {
  if (e.node(n).dummy) {
    let t2 = e.predecessors(n);
    if (t2) return t2.find((r) => e.node(r).dummy);
  }
}
function Gn(e, n, t2) {
  if (n > t2) {
    let o = n;
    n = t2, t2 = o;
  }
  let r = e[n];
  r || (e[n] = r = {}), r[t2] = true;
}
function Kt(e, n, t2) {
  if (n > t2) {
    let o = n;
    n = t2, t2 = o;
  }
  let r = e[n];
  return r !== void 0 && Object.hasOwn(r, t2);
}
function Qt(e, n, t2, r, o) {
  let i = {}, s = {}, a = {};
  return n.forEach((l) => {
    l.forEach((u, d) => {
      i[u] = u, s[u] = u, a[u] = d;
    });
  }), n.forEach((l) => {
    let u = -1, d = -1, c = false, f = l, h = l.findIndex((g) => (o == null ? void 0 : o.includes(g)) || Nn(g, e, o));
    h > 0 && (f = [l[h], ...l.slice(0, h), ...l.slice(h + 1)], c = true), f.forEach((g) => {
      var L;
      let m = r(g);
      if (m && m.length) {
        o != null && o.includes(g) && (m = m.filter((p) => Nn(p, e, o)));
        let y = m.sort((p, E) => {
          let w = a[p], k = a[E];
          return (w !== void 0 ? w : 0) - (k !== void 0 ? k : 0);
        }), b = (y.length - 1) / 2;
        for (let p = Math.floor(b), E = Math.ceil(b); p <= E; ++p) {
          let w = y[p];
          if (w === void 0) continue;
          let k = a[w];
          if (k !== void 0 && s[g] === g && u < k && a[w] !== d && !Kt(t2, g, w)) {
            let _ = i[w];
            _ !== void 0 && (s[w] = g, s[g] = i[g] = _, u = k, c && (u = -1, d = (L = a[w]) != null ? L : -1, c = false));
          }
        }
      }
    });
  }), { root: i, align: s };
}
function Zt(e, n, t2, r, o = false) {
  let i = {}, s = er(e, n, t2, o), a = o ? "borderLeft" : "borderRight";
  function l(h, g) {
    let m = s.nodes().slice(), L = {}, y = m.pop();
    for (; y; ) {
      if (L[y]) h(y);
      else {
        L[y] = true, m.push(y);
        for (let b of g(y)) m.push(b);
      }
      y = m.pop();
    }
  }
  function u(h) {
    let g = s.inEdges(h);
    g ? i[h] = g.reduce((m, L) => {
      var p;
      let y = (p = i[L.v]) != null ? p : 0, b = s.edge(L);
      return Math.max(m, y + (b !== void 0 ? b : 0));
    }, 0) : i[h] = 0;
  }
  function d(h) {
    let g = s.outEdges(h), m = Number.POSITIVE_INFINITY;
    g && (m = g.reduce((y, b) => {
      let p = i[b.w], E = s.edge(b);
      return Math.min(y, (p !== void 0 ? p : 0) - (E !== void 0 ? E : 0));
    }, Number.POSITIVE_INFINITY));
    let L = e.node(h);
    m !== Number.POSITIVE_INFINITY && L.borderType !== a && (i[h] = Math.max(i[h] !== void 0 ? i[h] : 0, m));
  }
  function c(h) {
    return s.predecessors(h) || [];
  }
  function f(h) {
    return s.successors(h) || [];
  }
  return l(u, c), l(d, f), Object.keys(r).forEach((h) => {
    var m;
    let g = t2[h];
    g !== void 0 && (i[h] = (m = i[g]) != null ? m : 0);
  }), i;
}
function er(e, n, t2, r) {
  let o = new T(), i = e.graph(), s = or(i.nodesep, i.edgesep, r);
  return n.forEach((a) => {
    let l;
    a.forEach((u) => {
      let d = t2[u];
      if (d !== void 0) {
        if (o.setNode(d), l !== void 0) {
          let c = t2[l];
          if (c !== void 0) {
            let f = o.edge(c, d);
            o.setEdge(c, d, Math.max(s(e, u, l), f || 0));
          }
        }
        l = u;
      }
    });
  }), o;
}
function nr(e, n) {
  return Object.values(n).reduce((t2, r) => {
    let o = Number.NEGATIVE_INFINITY, i = Number.POSITIVE_INFINITY;
    Object.entries(r).forEach(([a, l]) => {
      let u = ir(e, a) / 2;
      o = Math.max(l + u, o), i = Math.min(l - u, i);
    });
    let s = o - i;
    return s < t2[0] && (t2 = [s, r]), t2;
  }, [Number.POSITIVE_INFINITY, null])[1];
}
function tr(e, n) {
  let t2 = Object.values(n), r = S(Math.min, t2), o = S(Math.max, t2);
  ["u", "d"].forEach((i) => {
    ["l", "r"].forEach((s) => {
      let a = i + s, l = e[a];
      if (!l || l === n) return;
      let u = Object.values(l), d = r - S(Math.min, u);
      s !== "l" && (d = o - S(Math.max, u)), d && (e[a] = X(l, (c) => c + d));
    });
  });
}
function rr(e, n = void 0) {
  let t2 = e.ul;
  return t2 ? X(t2, (r, o) => {
    var s, a;
    if (n) {
      let l = n.toLowerCase(), u = e[l];
      if (u && u[o] !== void 0) return u[o];
    }
    let i = Object.values(e).map((l) => {
      let u = l[o];
      return u !== void 0 ? u : 0;
    }).sort((l, u) => l - u);
    return (((s = i[1]) != null ? s : 0) + ((a = i[2]) != null ? a : 0)) / 2;
  }) : {};
}
function vn(e, n) {
  let t2 = P(e), r = Object.assign($t(e, t2), Ut(e, t2)), o = {}, i;
  ["u", "d"].forEach((a) => {
    i = a === "u" ? t2 : Object.values(t2).reverse(), ["l", "r"].forEach((l) => {
      l === "r" && (i = i.map((f) => Object.values(f).reverse()));
      let d = Qt(e, i, r, (f) => (a === "u" ? e.predecessors(f) : e.successors(f)) || [], n), c = Zt(e, i, d.root, d.align, l === "r");
      l === "r" && (c = X(c, (f) => -f)), o[a + l] = c;
    });
  });
  let s = nr(e, o);
  return tr(o, s), rr(o, e.graph().align);
}
function or(e, n, t2) {
  return (r, o, i) => {
    let s = r.node(o), a = r.node(i), l = 0, u;
    if (l += s.width / 2, Object.hasOwn(s, "labelpos")) switch (s.labelpos.toLowerCase()) {
      case "l":
        u = -s.width / 2;
        break;
      case "r":
        u = s.width / 2;
        break;
    }
    if (u && (l += t2 ? u : -u), u = void 0, l += (s.dummy ? n : e) / 2, l += (a.dummy ? n : e) / 2, l += a.width / 2, Object.hasOwn(a, "labelpos")) switch (a.labelpos.toLowerCase()) {
      case "l":
        u = a.width / 2;
        break;
      case "r":
        u = -a.width / 2;
        break;
    }
    return u && (l += t2 ? u : -u), l;
  };
}
function ir(e, n) {
  return e.node(n).width;
}
function Nn(e, n, t2) {
  var s;
  if (!t2) return false;
  let r = (s = n.node(e)) == null ? void 0 : s.edgeObj;
  if (!r || n.node(e).edgeLabel.reversed) return false;
  let o = t2.indexOf(r == null ? void 0 : r.v), i = t2.indexOf(r == null ? void 0 : r.w);
  return o !== -1 && i !== -1 && o === (i + 1) % t2.length || o === (i - 1) % t2.length;
}
function kn(e, n) {
  e = Z(e), sr(e), Object.entries(vn(e, n)).forEach(([t2, r]) => e.node(t2).x = r);
}
function sr(e) {
  let n = P(e), t2 = e.graph(), r = t2.ranksep, o = t2.rankalign, i = 0;
  n.forEach((s) => {
    let a = s.reduce((l, u) => {
      var c;
      let d = (c = e.node(u).height) != null ? c : 0;
      return l > d ? l : d;
    }, 0);
    s.forEach((l) => {
      let u = e.node(l);
      o === "top" ? u.y = i + u.height / 2 : o === "bottom" ? u.y = i + a - u.height / 2 : u.y = i + a / 2;
    }), i += a + r;
  });
}
var xn = /* @__PURE__ */ new WeakMap();
function Oe(e, n = {}) {
  return In(e, q, n), e;
}
function _n(e, n, t2) {
  let r = n;
  for (; r !== void 0; ) {
    let o = e.parent(r);
    if (o === t2) return r;
    r = o;
  }
}
function In(e, n, t2) {
  var y;
  let r = e.nodes().filter((b) => e.children(b).length), o = {};
  r.forEach((b) => {
    let p = e.node(b);
    if (p && p.rankdir) {
      let E = new T({ multigraph: true, compound: true });
      E.setGraph({ rankdir: p.rankdir });
      let w = e.children(b);
      w.forEach((G) => {
        let N = { ...e.node(G) };
        E.setNode(G, N);
        let C = e.parent(G);
        C && C !== b && w.includes(C) && E.setParent(G, C);
      });
      let k = /* @__PURE__ */ new Set();
      e.edges().forEach((G) => {
        let N = _n(e, G.v, b), C = _n(e, G.w, b);
        if (N === G.v && C === G.w) E.setEdge(G, { ...e.edge(G) });
        else if (N && C && N !== C) {
          let B = `${N}\0${C}`;
          k.has(B) || (k.add(B), E.setEdge(N, C, { ...e.edge(G) }));
        }
      }), In(E, n, t2);
      let _ = Rn(E);
      Cn(_, n, t2, null), Tn(E, _);
      let O = 1 / 0, j = 1 / 0, R = -1 / 0, I = -1 / 0;
      E.nodes().forEach((G) => {
        if (G === b) return;
        let N = E.node(G);
        N && typeof N.x == "number" && typeof N.y == "number" && typeof N.width == "number" && typeof N.height == "number" && (O = Math.min(O, N.x - N.width / 2), R = Math.max(R, N.x + N.width / 2), j = Math.min(j, N.y - N.height / 2), I = Math.max(I, N.y + N.height / 2));
      }), (!isFinite(O) || !isFinite(j) || !isFinite(R) || !isFinite(I)) && (O = j = 0, R = I = 0);
      let v = R - O, x = I - j;
      o[b] = { minX: O, minY: j, maxX: R, maxY: I, width: v, height: x, offsetX: O, offsetY: j }, p._dagreClusterSubgraph = E;
    }
  });
  let i = [], s = (b) => {
    let p = [], E = (e.children(b) || []).filter((w) => w !== b);
    for (; E.length > 0; ) {
      let w = E.shift();
      p.push(w), (e.children(w) || []).filter((k) => k !== w).forEach((k) => E.push(k));
    }
    return p;
  }, a = /* @__PURE__ */ new Map();
  r.forEach((b) => {
    let p = e.node(b);
    p && p.rankdir && o[b] && a.set(b, (e.children(b) || []).filter((E) => E !== b));
  });
  let l = new Set([...a.values()].flat()), u = /* @__PURE__ */ new Map();
  a.forEach((b, p) => {
    l.has(p) || u.set(p, s(p));
  });
  let d = new Set([...u.values()].flat()), c = (b) => {
    for (let [p, E] of u) if (E.includes(b)) return p;
    return b;
  }, f = [];
  e.edges().forEach((b) => {
    (d.has(b.v) || d.has(b.w)) && f.push({ edge: b, label: e.edge(b) });
  });
  let h = /* @__PURE__ */ new Map();
  d.forEach((b) => {
    let p = e.parent(b);
    h.set(b, typeof p == "string" ? p : void 0);
  }), u.forEach((b, p) => {
    let E = e.node(p), w = [];
    b.forEach((O) => {
      let j = e.node(O);
      j && (w.push({ id: O, node: j, parent: h.get(O) }), e.removeNode(O));
    });
    let k = f.filter(({ edge: O }) => b.includes(O.v) || b.includes(O.w)), _ = o[p];
    E && (i.push({ clusterId: p, subgraph: E._dagreClusterSubgraph, bounds: _, children: b, removedNodes: w, removedEdges: k }), E.width = _.width, E.height = _.height);
  });
  let g = /* @__PURE__ */ new Set();
  f.forEach(({ edge: b, label: p }) => {
    let E = c(b.v), w = c(b.w);
    if (E !== w && e.hasNode(E) && e.hasNode(w)) {
      let k = `${E}\0${w}`;
      g.has(k) || (g.add(k), e.setEdge(E, w, { ...p, width: 0, height: 0 }));
    }
  });
  let m = Rn(e), L = Cn(m, n, t2, (y = xn.get(e)) != null ? y : null);
  xn.set(e, L), Tn(e, m), g.forEach((b) => {
    let p = b.indexOf("\0"), E = b.slice(0, p), w = b.slice(p + 1);
    e.hasEdge(E, w) && e.removeEdge(E, w);
  }), i.forEach(({ clusterId: b, subgraph: p, bounds: E, removedNodes: w, removedEdges: k }) => {
    var v, x;
    let _ = e.node(b), O = (v = _ == null ? void 0 : _.x) != null ? v : 0, j = (x = _ == null ? void 0 : _.y) != null ? x : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
    w.forEach(({ id: G, node: N, parent: C }) => {
      e.setNode(G, N), C !== void 0 && e.setParent(G, C);
    }), k.forEach(({ edge: G, label: N }) => {
      e.setEdge(G, N);
    }), p.nodes().forEach((G) => {
      if (G === b) return;
      let N = p.node(G), C = e.node(G);
      C && N && typeof N.x == "number" && typeof N.y == "number" && (C.x = O + (N.x - R), C.y = j + (N.y - I));
    }), On(e, p, O - R, j - I), delete _._dagreClusterSubgraph;
  }), r.forEach((b) => {
    var w, k;
    let p = e.node(b), E = o[b];
    if (p && p.rankdir && p._dagreClusterSubgraph && E) {
      let _ = p._dagreClusterSubgraph, O = (w = p.x) != null ? w : 0, j = (k = p.y) != null ? k : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
      _.nodes().forEach((v) => {
        if (v === b) return;
        let x = _.node(v), G = e.node(v);
        if (G && x && typeof x.x == "number" && typeof x.y == "number") {
          let N = x.x - R, C = x.y - I;
          G.x = O + N, G.y = j + C;
        }
      }), On(e, _, O - R, j - I), delete p._dagreClusterSubgraph;
    }
  });
}
function On(e, n, t2, r) {
  n.edges().forEach((o) => {
    if (!e.hasEdge(o)) return;
    let i = n.edge(o), s = e.edge(o);
    s.points = i.points.map((a) => ({ x: a.x + t2, y: a.y + r })), Object.hasOwn(i, "x") && (s.x = i.x + t2, s.y = i.y + r);
  });
}
function Cn(e, n, t2, r = null) {
  var l, u;
  let o = (t2 == null ? void 0 : t2.useDynamic) !== false, i = o && (l = r == null ? void 0 : r.graph) != null ? l : null, s = o && (u = r == null ? void 0 : r.rawNodes) != null ? u : null;
  n("    makeSpaceForEdgeLabels", () => br(e)), n("    removeSelfEdges", () => Gr(e)), n("    acyclic", () => Ue(e, i)), n("    nestingGraph.run", () => un(e)), n("    rank", () => dn(Z(e))), n("    injectEdgeLabelProxies", () => gr(e)), n("    removeEmptyRanks", () => We(e)), n("    nestingGraph.cleanup", () => fn(e)), n("    normalizeRanks", () => Be(e)), n("    assignRankMinMax", () => pr(e)), n("    removeEdgeLabelProxies", () => mr(e)), n("    normalize.run", () => Ke(e)), n("    parentDummyChains", () => ln(e)), n("    addBorderSegments", () => bn(e)), n("    order", () => re(e, t2, s)), n("    insertSelfEdges", () => vr(e)), n("    adjustCoordinateSystem", () => pn(e)), n("    position", () => kn(e, t2.corePath)), n("    positionSelfEdges", () => kr(e));
  let a = JSON.parse(JSON.stringify(e._nodes));
  return n("    removeBorderNodes", () => Nr(e)), n("    normalize.undo", () => Qe(e)), n("    fixupEdgeLabelCoords", () => yr(e)), n("    undoCoordinateSystem", () => mn(e)), n("    translateGraph", () => Er(e)), n("    assignNodeIntersects", () => Lr(e)), n("    reversePoints", () => wr(e)), n("    acyclic.undo", () => Je(e)), { graph: e, rawNodes: a };
}
function Tn(e, n) {
  e.nodes().forEach((t2) => {
    let r = e.node(t2), o = n.node(t2);
    r && (r.x = o.x, r.y = o.y, r.order = o.order, r.rank = o.rank, n.children(t2).length && (r.width = o.width, r.height = o.height));
  }), e.edges().forEach((t2) => {
    let r = e.edge(t2), o = n.edge(t2);
    r.points = o.points, Object.hasOwn(o, "x") && (r.x = o.x, r.y = o.y);
  }), e.graph().width = n.graph().width, e.graph().height = n.graph().height;
}
var ar = ["nodesep", "edgesep", "ranksep", "marginx", "marginy"];
var dr = { ranksep: 50, edgesep: 20, nodesep: 50, rankdir: "TB", rankalign: "center" };
var lr = ["acyclicer", "ranker", "rankdir", "align", "rankalign"];
var ur = ["width", "height", "rank"];
var jn = { width: 0, height: 0 };
var cr = ["minlen", "weight", "width", "height", "labeloffset"];
var fr = { minlen: 1, weight: 1, width: 0, height: 0, labeloffset: 10, labelpos: "r" };
var hr = ["labelpos"];
function Rn(e) {
  let n = new T({ multigraph: true, compound: true }), t2 = _e(e.graph());
  return n.setGraph(Object.assign({}, dr, xe(t2, ar), W(t2, lr))), e.nodes().forEach((r) => {
    let o = _e(e.node(r)), i = xe(o, ur);
    Object.keys(jn).forEach((a) => {
      i[a] === void 0 && (i[a] = jn[a]);
    }), n.setNode(r, i);
    let s = e.parent(r);
    s !== void 0 && n.setParent(r, s);
  }), e.edges().forEach((r) => {
    let o = _e(e.edge(r));
    n.setEdge(r, Object.assign({}, fr, xe(o, cr), W(o, hr)));
  }), n;
}
function br(e) {
  let n = e.graph();
  n.ranksep /= 2, e.edges().forEach((t2) => {
    var o;
    let r = e.edge(t2);
    r.minlen *= 2, ((o = r.labelpos) != null ? o : "r").toLowerCase() !== "c" && (n.rankdir === "TB" || n.rankdir === "BT" ? r.width += r.labeloffset : r.height += r.labeloffset);
  });
}
function gr(e) {
  e.edges().forEach((n) => {
    let t2 = e.edge(n);
    if (t2.width && t2.height) {
      let r = e.node(n.v), i = { rank: (e.node(n.w).rank - r.rank) / 2 + r.rank, e: n };
      M(e, "edge-proxy", i, "_ep");
    }
  });
}
function pr(e) {
  let n = 0;
  e.nodes().forEach((t2) => {
    let r = e.node(t2);
    r.borderTop && (r.minRank = e.node(r.borderTop).rank, r.maxRank = e.node(r.borderBottom).rank, n = Math.max(n, r.maxRank));
  }), e.graph().maxRank = n;
}
function mr(e) {
  e.nodes().forEach((n) => {
    let t2 = e.node(n);
    if (t2.dummy === "edge-proxy") {
      let r = t2;
      e.edge(r.e).labelRank = t2.rank, e.removeNode(n);
    }
  });
}
function Er(e) {
  let n = Number.POSITIVE_INFINITY, t2 = 0, r = Number.POSITIVE_INFINITY, o = 0, i = e.graph(), s = i.marginx || 0, a = i.marginy || 0;
  function l(u) {
    let d = u.x, c = u.y, f = u.width, h = u.height;
    n = Math.min(n, d - f / 2), t2 = Math.max(t2, d + f / 2), r = Math.min(r, c - h / 2), o = Math.max(o, c + h / 2);
  }
  e.nodes().forEach((u) => l(e.node(u))), e.edges().forEach((u) => {
    let d = e.edge(u);
    Object.hasOwn(d, "x") && l(d);
  }), n -= s, r -= a, e.nodes().forEach((u) => {
    let d = e.node(u);
    d.x -= n, d.y -= r;
  }), e.edges().forEach((u) => {
    let d = e.edge(u);
    d.points.forEach((c) => {
      c.x -= n, c.y -= r;
    }), Object.hasOwn(d, "x") && (d.x -= n), Object.hasOwn(d, "y") && (d.y -= r);
  }), i.width = t2 - n + s, i.height = o - r + a;
}
function Lr(e) {
  e.edges().forEach((n) => {
    if (n.v === n.w) return;
    let t2 = e.edge(n), r = e.node(n.v), o = e.node(n.w), i, s;
    t2.points ? (i = t2.points[0], s = t2.points[t2.points.length - 1]) : (t2.points = [], i = o, s = r), t2.points.unshift(se(r, i)), t2.points.push(se(o, s));
  });
}
function yr(e) {
  e.edges().forEach((n) => {
    let t2 = e.edge(n);
    if (Object.hasOwn(t2, "x")) switch ((t2.labelpos === "l" || t2.labelpos === "r") && (t2.width -= t2.labeloffset), t2.labelpos) {
      case "l":
        t2.x -= t2.width / 2 + t2.labeloffset;
        break;
      case "r":
        t2.x += t2.width / 2 + t2.labeloffset;
        break;
    }
  });
}
function wr(e) {
  e.edges().forEach((n) => {
    let t2 = e.edge(n);
    t2.reversed && t2.points.reverse();
  });
}
function Nr(e) {
  e.nodes().forEach((n) => {
    if (e.children(n).length) {
      let t2 = e.node(n), r = e.node(t2.borderTop), o = e.node(t2.borderBottom), i = e.node(t2.borderLeft[t2.borderLeft.length - 1]), s = e.node(t2.borderRight[t2.borderRight.length - 1]);
      t2.width = Math.abs(s.x - i.x), t2.height = Math.abs(o.y - r.y), t2.x = i.x + t2.width / 2, t2.y = r.y + t2.height / 2;
    }
  }), e.nodes().forEach((n) => {
    e.node(n).dummy === "border" && e.removeNode(n);
  });
}
function Gr(e) {
  e.edges().forEach((n) => {
    if (n.v === n.w) {
      let t2 = e.node(n.v);
      t2.selfEdges || (t2.selfEdges = []), t2.selfEdges.push({ e: n, label: e.edge(n) }), e.removeEdge(n);
    }
  });
}
function vr(e) {
  P(e).forEach((t2) => {
    let r = 0;
    t2.forEach((o, i) => {
      let s = e.node(o);
      typeof s.rank != "number" && (s.rank = 0), s.order = i + r, (s.selfEdges || []).forEach((a) => {
        M(e, "selfedge", { width: a.label.width, height: a.label.height, rank: s.rank, order: i + ++r, e: a.e, edgeLabel: a.label }, "_se"), (!Array.isArray(a.label.points) || a.label.points.length !== 7) && (a.label.points = [{ x: 0, y: -10 }, { x: 0, y: -10 }, { x: 0, y: 0 }, { x: 0, y: 10 }, { x: 0, y: 10 }, { x: 0, y: 0 }, { x: 0, y: 0 }]);
      }), delete s.selfEdges;
    });
  });
}
function kr(e) {
  e.nodes().forEach((n) => {
    let t2 = e.node(n), r = (o) => typeof o == "number" && isFinite(o);
    if (t2.dummy === "selfedge") {
      let o = t2, i = e.node(o.e.v), s = r(i == null ? void 0 : i.x) ? i.x : 0, a = r(i == null ? void 0 : i.y) ? i.y : 0, l = r(i == null ? void 0 : i.width) ? i.width : 0, u = r(i == null ? void 0 : i.height) ? i.height : 0, d = r(t2.x) ? t2.x : s, c = r(t2.y) ? t2.y : a, f = l / 2, h = u / 2;
      o.edgeLabel.points = [{ x: d + f, y: c - h }, { x: d + f, y: c - h }, { x: d, y: c }, { x: d - f, y: c + h }, { x: d - f, y: c + h }, { x: d, y: c }, { x: d, y: c }], o.edgeLabel.x = d, o.edgeLabel.y = c, e.setEdge(o.e, o.edgeLabel), e.removeNode(n);
    } else t2 && Array.isArray(t2.selfEdges) && t2.selfEdges.forEach((o) => {
      if (!Array.isArray(o.label.points) || o.label.points.length !== 7) {
        let i = r(t2.x) ? t2.x : 0, s = r(t2.y) ? t2.y : 0, a = r(t2.width) ? t2.width : 0, l = r(t2.height) ? t2.height : 0, u = a / 2, d = l / 2;
        o.label.points = [{ x: i + u, y: s - d }, { x: i + u, y: s - d }, { x: i, y: s }, { x: i - u, y: s + d }, { x: i - u, y: s + d }, { x: i, y: s }, { x: i, y: s }];
      }
    });
  });
}
function xe(e, n) {
  return X(W(e, n), Number);
}
function _e(e) {
  let n = {};
  return e && Object.entries(e).forEach(([t2, r]) => {
    typeof t2 == "string" && (t2 = t2.toLowerCase()), n[t2] = r;
  }), n;
}

// src/layout/layers.js
var LAYERS = { rankdir: "TB", nodesep: 30, edgesep: 18, ranksep: 44 };
var LABEL_HEIGHT = 20;
var NAME_MARGIN = 18;
function placeInLayers(blocks, edges, widthOfName) {
  const graph = new T({ multigraph: true });
  graph.setGraph(LAYERS);
  for (const [name2, { box: { left, top, right, bottom } }] of blocks) {
    graph.setNode(name2, { width: 2 * Math.max(-left, right), height: 2 * Math.max(-top, bottom) });
  }
  for (const { number, from, to, kind, isOrdered } of edges) {
    const name2 = kind ? { width: widthOfName(kind) + NAME_MARGIN, height: LABEL_HEIGHT, labelpos: "c" } : {};
    graph.setEdge(from, to, { ...name2, weight: isOrdered ? 2 : 1 }, String(number));
  }
  Oe(graph);
  const places = new Map([...blocks.keys()].map((name2) => [
    name2,
    /** @type {Position} */
    graph.node(name2)
  ]));
  const passes = /* @__PURE__ */ new Map();
  for (const edge of graph.edges()) {
    const { points = [], x, y } = graph.edge(edge);
    const inner = points.slice(1, -1).map((point) => (
      /** @type {Point} */
      [point.x, point.y]
    ));
    passes.set(Number(edge.name), { points: inner, name: x === void 0 || y === void 0 ? void 0 : [x, y] });
  }
  return { places, passes };
}

// src/layout/local-graph.js
var STACK_FROM = 5;
var SIDE_GAP = 64;
var NAME_ROOM = 40;
var COLUMN_GAP = 16;
var ARROW_ROOM = 3;
var WIDE = 2.4;
var HIGH = 0.45;
function layoutLocalGraph(local) {
  const { links: links2, centres, sizeOf } = local, { layered, edges, sides } = attach(local.notes, links2, centres);
  const stackOf = stacksInLayers(edges, sides, centres), blocks = blocksInLayers(local, layered, sides, stackOf);
  const blockNameOf = (note) => stackOf.get(note)?.name ?? String(note);
  const drawn = edges.filter(({ number, from, to }) => [from, to].every((note) => (stackOf.get(note)?.links[0] ?? number) === number));
  const { places, passes } = placeInLayers(blocks, drawn.map((edge) => ({ ...edge, from: blockNameOf(edge.from), to: blockNameOf(edge.to) })), local.widthOfName);
  const origin = places.get(String(centres[0])) ?? { x: 0, y: 0 };
  const placed = new Map([...blocks].map(([name2, block]) => {
    const { x, y } = places.get(name2) ?? origin;
    return [name2, movedBlock(block, x - origin.x, y - origin.y)];
  }));
  const whole = joinedBlocks([...placed.values()]), ends = endsOf(placed, sizeOf);
  const bundled = new Set(whole.stacks.flatMap((stack) => stack.links.slice(1)));
  const inTree = new Set([...edges, ...sides.values()].map(({ number }) => number));
  const extra = new Set(links2.filter(({ number, kind }) => !kind && !inTree.has(number)).map(({ number }) => number));
  const courses = new Map(links2.filter(({ number }) => !bundled.has(number)).map(({ number, from, to }) => {
    const isAtSide = [from, to].some((note) => sides.get(note)?.number === number), pass = passes.get(number);
    const [a, b] = [from, to].map((note) => ends(note, inTree.has(number)));
    return [number, pass ? throughLayers(a, b, pass, origin) : shortCourse(a.box, b.box, isAtSide)];
  }));
  return { places: new Map(whole.places), stacks: whole.stacks, courses, extra };
}
function stacksInLayers(edges, sides, centres) {
  const edgesOf = /* @__PURE__ */ new Map();
  const single = /* @__PURE__ */ new Map();
  for (const edge of edges) for (const end of [edge.from, edge.to]) getOrAdd(edgesOf, end, () => []).push(edge);
  const hosts = /* @__PURE__ */ new Set([...centres, ...[...sides].map(([note, link]) => otherEnd(link, note))]);
  for (const [note, [edge, ...others]] of edgesOf) {
    if (others.length || hosts.has(note)) continue;
    getOrAdd(single, `${otherEnd(edge, note)} ${edge.to === note} ${edge.kind}`, () => []).push([note, edge.number]);
  }
  const found = /* @__PURE__ */ new Map();
  for (const [key3, members] of single) {
    if (members.length < STACK_FROM) continue;
    const stack = { name: `stack ${key3}`, notes: members.map(([note]) => note), links: members.map(([, link]) => link) };
    stack.notes.forEach((note) => found.set(note, stack));
  }
  return found;
}
function blocksInLayers({ sizeOf, widthOfName }, layered, sides, stackOf) {
  const withSides = sideBlocks(sides, sizeOf, widthOfName), blocks = /* @__PURE__ */ new Map();
  for (const note of layered) {
    const stack = stackOf.get(note);
    if (!stack) blocks.set(String(note), withSides(note, 0));
    else if (!blocks.has(stack.name)) blocks.set(stack.name, stackBlock(stack.notes, stack.links, sizeOf, WIDE));
  }
  return blocks;
}
function sideBlocks(sides, sizeOf, widthOfName) {
  const guests = /* @__PURE__ */ new Map();
  for (const [note, link] of sides) getOrAdd(guests, otherEnd(link, note), () => []).push([note, link]);
  const blockOf = (note, side) => {
    const own = noteBlock(note, sizeOf(note)), columns = (
      /** @type {const} */
      [1, -1].map((each) => {
        const members = (guests.get(note) ?? []).filter(([, link]) => each === (side || (link.to === note ? -1 : 1)));
        const groups2 = groupsOf(members), room = Math.max(0, ...groups2.map(({ kind }) => kind ? widthOfName(kind) + NAME_ROOM : 0));
        if (!groups2.length) return [];
        const column = columnBlock(groups2.flatMap((group) => blocksOf(group, each)), each, COLUMN_GAP);
        return [movedBlock(column, each * (sizeOf(note)[0] / 2 + Math.max(SIDE_GAP, room)), 0)];
      })
    );
    return joinedBlocks([own, ...columns.flat()]);
  };
  const blocksOf = ({ members }, side) => {
    const ends = members.filter(([note]) => !guests.has(note)), others = members.filter(([note]) => guests.has(note));
    const stack = ends.length < STACK_FROM ? ends.map(([note]) => blockOf(note, side)) : [stackBlock(ends.map(([note]) => note), ends.map(([, { number }]) => number), sizeOf, HIGH)];
    return [...stack, ...others.map(([note]) => blockOf(note, side))];
  };
  return blockOf;
}
function groupsOf(members) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const [note, link] of members) {
    const { kind } = link;
    getOrAdd(groups2, `${kind} ${link.to === note}`, () => ({ kind, members: [] })).members.push([note, link]);
  }
  return [...groups2.values()].sort((a, b) => Number(!a.kind) - Number(!b.kind));
}
function endsOf(placed, sizeOf) {
  const boxes = /* @__PURE__ */ new Map();
  for (const { box: outer, places, stacks } of placed.values()) {
    for (const [note, { x, y }] of places) {
      const [width, height] = sizeOf(note);
      boxes.set(note, { outer, own: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } });
    }
    for (const { box, notes: notes2 } of stacks) for (const note of notes2) boxes.set(note, { .../** @type {any} */
    boxes.get(note), stack: box });
  }
  return (note, isInTree) => {
    const { own, stack, outer } = (
      /** @type {{ own: Box, stack?: Box, outer: Box }} */
      boxes.get(note)
    );
    return { box: isInTree && stack ? stack : own, outer };
  };
}
var middle = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
function throughLayers(a, b, { points, name: name2 }, origin) {
  const moved = ([x, y]) => [x - origin.x, y - origin.y];
  const isUp = middle(b.box).y < middle(a.box).y, [leave, enter] = isUp ? (
    /** @type {const} */
    ["top", "bottom"]
  ) : (
    /** @type {const} */
    ["bottom", "top"]
  );
  const sign = isUp ? -1 : 1, { x: startX } = middle(a.box), { x: endX } = middle(b.box);
  const leaving = [];
  if (Math.abs(a.outer[leave] - a.box[leave]) > 1) leaving.push([startX, a.outer[leave]]);
  const entering = Math.abs(b.outer[enter] - b.box[enter]) > 1 ? [[endX, b.outer[enter]]] : [];
  return {
    points: [[startX, a.box[leave]], ...leaving, ...points.map(moved), ...entering, [endX, b.box[enter] - sign * ARROW_ROOM]],
    isDown: true,
    name: name2 && moved(name2)
  };
}
function shortCourse(a, b, isAtSide = false) {
  const from = middle(a), to = middle(b), isBelow = to.y > from.y, isRight = to.x > from.x;
  const isApart = isRight ? b.left > a.right : a.left > b.right;
  if (isAtSide || isApart && (b.top < a.bottom && a.top < b.bottom)) {
    return {
      points: [[isRight ? a.right : a.left, from.y], [isRight ? b.left - ARROW_ROOM : b.right + ARROW_ROOM, to.y]],
      isDown: false
    };
  }
  return {
    points: [[from.x, isBelow ? a.bottom : a.top], [to.x, isBelow ? b.top - ARROW_ROOM : b.bottom + ARROW_ROOM]],
    isDown: true
  };
}

// src/drawing/relation-names.js
var NAME_FONT = `500 11px ${FONT}`;
var NAME_PADDING = 14;
var MAX_LETTERS = 28;
var backMark = () => isLocal() ? "↑ " : page.back;
var relationLabel = ({ kind, direction }) => ((direction ?? 0) < 0 ? backMark() : "") + shorten(kind ?? "", MAX_LETTERS);
function relationNameWidth(kind) {
  ruler.font = NAME_FONT;
  return ruler.measureText(relationLabel({ kind, direction: -1 })).width + NAME_PADDING;
}

// src/drawing/local-layout.js
var localLayout = null;
var localPositions = null;
var movingPositions = null;
var movedAside = /* @__PURE__ */ new Set();
var areBoxes = () => isLayered || localLayout !== null;
function updateLocalLayout() {
  localLayout = isLocal() && shown.notes.length ? layoutShown() : null;
  localPositions = localLayout && new Map(localLayout.places);
  movedAside.clear();
  finishGrowth();
}
function layoutShown() {
  const notes2 = [...shown.local?.keys() ?? []], centres = state.local.centres.filter((note) => shown.isNote[note]);
  const layout = layoutLocalGraph({
    notes: notes2,
    centres: centres.length ? centres : notes2.slice(0, 1),
    sizeOf: boxSize,
    widthOfName: relationNameWidth,
    links: shown.links.map((number) => {
      const { from, to, kind = "", direction } = links[number];
      return { number, from, to, kind, isOrdered: Boolean(direction) };
    })
  });
  const stacks = layout.stacks.map((stack) => ({ ...stack, links: stack.links.map((number) => links[number]) }));
  return {
    places: layout.places,
    stacks,
    courses: new Map([...layout.courses].map(([number, course]) => [links[number], course])),
    bundled: new Map(stacks.flatMap((stack) => stack.links.slice(1).map((link) => [link, stack]))),
    extra: new Set([...layout.extra].map((number) => links[number]))
  };
}
function finishGrowth() {
  growth = 1;
  movingPositions = null;
}
var GROWTH_MS = 320;
var growth = 1;
var linkStrength = () => Math.max(0, 2 * growth - 1);
function growFrom(before, source, redraw2) {
  const positions = localPositions, begin = performance.now();
  const step = (now) => {
    if (!positions || positions !== localPositions || growth === 1 && now > begin) return;
    growth = Math.min(1, Math.max(0, (now - begin) / GROWTH_MS));
    movingPositions = growth < 1 ? interpolate(before, source, positions) : null;
    redraw2();
    if (growth < 1) requestAnimationFrame(step);
  };
  step(begin);
}
function interpolate(before, source, after) {
  const share = 1 - (1 - growth) ** 3;
  return new Map([...after].map(([note, { x, y }]) => {
    const start2 = before.get(note) ?? source;
    return [note, { x: start2.x + (x - start2.x) * share, y: start2.y + (y - start2.y) * share }];
  }));
}

// src/drawing/stage.js
var stage = (
  /** @type {any} */
  null
);
var setStage = (network) => {
  stage = network;
};
var positionOf = (note) => movingPositions?.get(note) ?? restingPlaceOf(note);
var restingPlaceOf = (note) => localPositions?.get(note) ?? state.dragged.get(note) ?? notes[note];
var redraw = () => stage?.redraw();
function frameOfScreen() {
  const { clientWidth, clientHeight } = byId("map");
  const { x: left, y: top } = stage.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = stage.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { scale: stage.getScale(), left, top, right, bottom, isScreen: true };
}

// src/drawing/bounds.js
function roomOf(note, place2 = positionOf(note)) {
  if (!areBoxes()) return cellAround(place2);
  const [width, height] = boxSize(note);
  return { left: place2.x - width / 2, right: place2.x + width / 2, top: place2.y - height / 2, bottom: place2.y + height / 2 };
}
function bounds() {
  if (!areBoxes()) return { ...atlas.box };
  const box = boundsOf(shown.notes);
  localLayout?.stacks.forEach((stack) => extend(box, stack.box.left, stack.box.top, stack.box.right, stack.box.bottom));
  if (isLayered && !isLocal()) for (const link of shown.links) for (const [x, y] of links[link].via ?? []) extend(box, x, y, x, y);
  if (page.unlinked_area && isUnlinkedAreaShown()) {
    const [left, top, width, height] = page.unlinked_area;
    extend(box, left, top, left + width, top + height);
  }
  return box;
}
function boundsOf(members) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const note of members) {
    const { left, top, right, bottom } = roomOf(note, restingPlaceOf(note));
    extend(box, left, top, right, bottom);
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
  const room = roomOf(note), { x, y } = stage.canvasToDOM(positionOf(note));
  const start2 = stage.canvasToDOM({ x: room.left, y: room.top }), end = stage.canvasToDOM({ x: room.right, y: room.bottom });
  return { note, x, y, left: start2.x, right: end.x, top: start2.y, bottom: end.y };
}
function isInView(note, { left, top, right, bottom }) {
  const room = roomOf(note);
  return room.right > left && room.left < right && room.bottom > top && room.top < bottom;
}
var isUnlinkedAreaShown = () => Boolean(page.unlinked_area) && !isLocal() && shown.notes.some(isOrphan);

// src/model/path.js
var shownLinksOf = (note) => [...outgoing[note], ...incoming[note]].filter(isLinkShown).sort((a, b) => Number(Boolean(links[b].kind)) - Number(Boolean(links[a].kind)) || a - b);
var otherEnd2 = (link, note) => links[link].from === note ? links[link].to : links[link].from;
function pathLabel({ start: start2, end, links: steps2 }) {
  const ends = [notes[start2].label, notes[end].label];
  return steps2 ? `${t("path_found", ...ends)} · ${countLabel("steps", steps2.length)}` : t("path_none", ...ends);
}
function notesOnPath({ start: start2, links: steps2 }) {
  const passed = [start2];
  for (const link of steps2 ?? []) passed.push(otherEnd2(link, passed[passed.length - 1]));
  return passed;
}
var isPathTarget = (note) => Boolean(state.path?.links) && note === state.path?.end;
var isPathEndpoint = (note) => note === state.path?.start || note === state.path?.end;

// src/drawing/focus.js
var NO_FOCUS = { note: -1, highlighted: null, ancestors: /* @__PURE__ */ new Set(), pathLinks: null };
var focus = NO_FOCUS;
function updateFocus() {
  focus = wantedFocus();
  redraw();
}
function withoutSelection(action) {
  const before = focus;
  if (!focus.pathLinks && !state.found) focus = NO_FOCUS;
  action();
  focus = before;
}
function wantedFocus() {
  const hovered = state.hovered === state.selected ? -1 : state.hovered, note = hovered >= 0 ? hovered : state.selected;
  if (state.found) return { ...NO_FOCUS, highlighted: state.found };
  if (state.path?.links && hovered < 0) return focusOnPath(state.path);
  if (note < 0 || !shown.isNote[note]) return NO_FOCUS;
  const highlighted = new Set(isCentre(note) ? shown.notes : [note, ...neighbours(note)]);
  return { ...NO_FOCUS, note, highlighted, ancestors: ancestors(note) };
}
function focusOnPath(path) {
  const pathLinks = new Set((path.links ?? []).map((link) => links[link]));
  return { ...NO_FOCUS, highlighted: new Set(notesOnPath(path)), pathLinks };
}
var isDimming = () => focus.highlighted !== null && (areBoxes() || state.selected >= 0 || Boolean(state.found ?? state.path));
var isDimmed = (note) => isDimming() && !focus.highlighted?.has(note);
var leadsToFocus = (note) => focus.ancestors.has(note);
function isHighlighted(link) {
  if (focus.pathLinks) return focus.pathLinks.has(link);
  return focus.note >= 0 && (link.from === focus.note || link.to === focus.note);
}
function isLinkHidden(link) {
  if (localLayout?.bundled.has(link)) return true;
  if (!link.implied && !localLayout?.extra.has(link)) return false;
  return !state.showImplied && (!isHighlighted(link) || isCentre(focus.note));
}
function isLinkDimmed(link) {
  if (!focus.highlighted || !isDimming() || isHighlighted(link) || isCentre(focus.note)) return false;
  if (focus.pathLinks) return true;
  if (focus.note < 0) return !(focus.highlighted.has(link.from) && focus.highlighted.has(link.to));
  return !(leadsToFocus(link.from) && leadsToFocus(link.to));
}
function opacityOf(note) {
  if (!isDimmed(note)) return 1;
  return leadsToFocus(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}

// src/drawing/badges.js
var HEIGHT = 18;
var PADDING = 6;
var INSET = 4;
var REACH = 5;
var steps = /* @__PURE__ */ new Map();
var further = /* @__PURE__ */ new Map();
function updateBadges() {
  const needed = state.selected >= 0 ? prerequisites(state.selected) : [];
  const inOrder = needed.length ? [...needed, state.selected] : [];
  steps = new Map(inOrder.map((note, place2) => (
    /** @type {Point} */
    [note, place2 + 1]
  )).filter(([note]) => isOnMap(note)));
}
function updateFurther() {
  further = new Map(isLocal() ? shown.notes.map((note) => [note, furtherNeighbours(note).length]) : []);
}
var furtherCount = (note) => further.get(note) ?? 0;
function paintBadges(context, numbers) {
  context.font = `650 11px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const note of numbers) {
    context.globalAlpha = opacityOf(note) * linkStrength();
    const { x, y } = positionOf(note), [width, height] = boxSize(note), step = steps.get(note);
    if (step) paintBadge(context, String(step), x - width / 2 + INSET, y - height / 2, { fill: colour.accent, ink: colour.paper, line: colour.paper });
    if (furtherCount(note)) paintBadge(context, moreLabel(note), ...morePlace(note), { fill: colour.card, ink: colour.accent, line: colour.accent });
  }
  context.globalAlpha = 1;
}
var moreLabel = (note) => `+${furtherCount(note)}`;
function morePlace(note) {
  const { x, y } = positionOf(note), [width, height] = boxSize(note);
  return [x + width / 2 + INSET, y + height / 2 - INSET];
}
function paintBadge(context, label, x, y, { fill: fill2, ink, line }) {
  const width = Math.max(HEIGHT, context.measureText(label).width + 2 * PADDING);
  context.beginPath();
  context.roundRect(x - width / 2, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
  context.fillStyle = fill2;
  context.fill();
  context.strokeStyle = line;
  context.lineWidth = 1.3;
  context.stroke();
  context.fillStyle = ink;
  context.fillText(label, x, y + 0.5);
}
function moreAt({ x, y }) {
  return shown.notes.find((note) => {
    if (!furtherCount(note)) return false;
    const [atX, atY] = morePlace(note), half = moreLabel(note).length * 4 + PADDING;
    return Math.abs(x - atX) < half + REACH && Math.abs(y - atY) < HEIGHT / 2 + REACH;
  }) ?? -1;
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
  const isInside = (note) => isInView(note, frame);
  const across = (frame.right - frame.left) / SQUARE, down = (frame.bottom - frame.top) / SQUARE;
  const found = [];
  if (across * down > MAX_SQUARES) {
    for (const note of shown.notes) {
      if (isInside(note) && found.push(note) >= most) break;
    }
    return found;
  }
  const { left, top, right, bottom } = frame;
  for (const note of notesOfSquares({ left: left - CELL_WIDTH, top, right, bottom })) if (isInside(note)) found.push(note);
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
var noteAt = (position) => areBoxes() ? boxAt(position) : cellAt(position);
var boxAt = (position) => shown.notes.find((note) => isWithin(position, roomOf(note))) ?? -1;
function cellAt(position) {
  const reach = 5 / stage.getScale(), { x, y } = position;
  const around = notesOfSquares({ left: x - CELL_WIDTH - reach, right: x + reach, top: y - CELL_HEIGHT - reach, bottom: y + CELL_HEIGHT + reach });
  let best = -1, lowest = Infinity;
  for (const note of around) {
    const { left, right, top, bottom } = roomOf(note);
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    if (distance <= reach && distance < lowest) [best, lowest] = [note, distance];
  }
  return best;
}
var isWithin = ({ x, y }, { left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom;

// src/model/due.js
var currentDay = () => {
  const now = /* @__PURE__ */ new Date();
  now.setHours(now.getHours() - page.day_begins);
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
var today = currentDay();
var dueCount = (note) => (notes[note].due ?? []).filter((day) => day <= today).length;
var newCount = (note) => notes[note].new ?? 0;
var waitingCount = (note) => dueCount(note) + newCount(note);
var ringOf = (note) => dueCount(note) ? "due" : "new";
var hasWaitingCards = lazy(() => notes.some((_, note) => waitingCount(note)));
var dueLabel = (note) => [dueCount(note) && countLabel("due", dueCount(note)), newCount(note) && countLabel("new", newCount(note))].filter(Boolean).join(", ");

// src/drawing/geometry.js
var FULL_CIRCLE = 2 * Math.PI;

// src/drawing/rings.js
function paintRings(context, numbers, scale) {
  if (!hasWaitingCards()) return;
  for (const note of numbers) if (waitingCount(note)) (areBoxes() ? paintBadge2 : paintRing)(context, note, scale);
  context.globalAlpha = 1;
}
var waitingShare = (note) => Math.min(1, waitingCount(note) / (notes[note].cards ?? 1));
function paintRing(context, note, scale) {
  const { x, y } = positionOf(note), share = waitingShare(note);
  const width = Math.max(2.2, 1.8 / scale);
  context.globalAlpha = opacityOf(note);
  context.lineWidth = width;
  context.strokeStyle = colour[ringOf(note)];
  context.beginPath();
  context.arc(x, y, notes[note].r + 1.1 * width, -Math.PI / 2, -Math.PI / 2 + share * FULL_CIRCLE);
  context.stroke();
}
function paintBadge2(context, note) {
  const { x, y } = positionOf(note), { w, h } = notes[note], radius = 10;
  const centre = [x + w / 2 - 3, y - h / 2 + 1];
  const share = waitingShare(note);
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
  context.strokeStyle = colour[ringOf(note)];
  context.stroke();
  context.font = `650 10.5px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour.ink;
  context.fillText(String(waitingCount(note)), centre[0], centre[1] + 0.5);
}
function ringAt(note) {
  const { x, y } = positionOf(note), { w, h, r } = notes[note];
  return areBoxes() ? [x + w / 2 - 3 + 7, y - h / 2 + 1 - 7] : [x + 0.71 * (r + 2.5), y - 0.71 * (r + 2.5)];
}

// src/layout/flow-line.js
var SPOTS = [0.5, 0.3, 0.7, 0.15, 0.85];
function flowLine(points, isDown) {
  const sloped = points.map((_, place2) => slopedPoint(points, place2, isDown));
  const curves = sloped.slice(1).map((point, step) => curveBetween(sloped[step], point, isDown));
  const middle2 = Math.floor((curves.length - 1) / 2), [end, before] = [points[points.length - 1], points[points.length - 2]];
  const sign = (isDown ? end[1] < before[1] : end[0] < before[0]) ? -1 : 1;
  return {
    start: points[0],
    curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: SPOTS.map((share) => pointOn(points[middle2], curves[middle2], share))
  };
}
function slopedPoint(points, place2, isDown) {
  const before = points[place2 - 1], here = points[place2], after = points[place2 + 1];
  return [...here, before && after ? gentlerSlope(slopeBetween(before, here, isDown), slopeBetween(here, after, isDown)) : 0];
}
function slopeBetween(a, b, isDown) {
  const [across, along] = isDown ? [0, 1] : [1, 0];
  return (b[across] - a[across]) / (b[along] - a[along] || 1);
}
function gentlerSlope(before, after) {
  if (before * after <= 0) return 0;
  return Math.abs(before) < Math.abs(after) ? before : after;
}
function curveBetween([x1, y1, slant1], [x2, y2, slant2], isDown) {
  const half = isDown ? (y2 - y1) / 2 : (x2 - x1) / 2;
  return isDown ? [x1 + slant1 * half, y1 + half, x2 - slant2 * half, y2 - half, x2, y2] : [x1 + half, y1 + slant1 * half, x2 - half, y2 - slant2 * half, x2, y2];
}
function pointOn([x, y], [x1, y1, x2, y2, x3, y3], share) {
  const rest = 1 - share, parts = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  const mix = (...values) => values.reduce((sum, value, place2) => sum + parts[place2] * value, 0);
  return [mix(x, x1, x2, x3), mix(y, y1, y2, y3)];
}

// src/drawing/bowed-line.js
var BOW = 0.06;
var SPOTS2 = [0.5, 0.36, 0.64, 0.25, 0.75];
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
  const spots = SPOTS2.map((share) => [
    start2[0] + dx * length * share - dy * bow * BULGE * 4 * share * (1 - share),
    start2[1] + dy * length * share + dx * bow * BULGE * 4 * share * (1 - share)
  ]);
  const tx = end[0] - curve[2], ty = end[1] - curve[3], slope = Math.hypot(tx, ty) || 1;
  return { start: start2, curves: [curve], spots, tip: [...end, tx / slope, ty / slope] };
}

// src/drawing/routes.js
var ARROW_ROOM2 = 3;
var MAX_SHIFT = { TB: 44, LR: 24, "": 0 };
function routeOf(link) {
  if (localLayout) return localRoute(localLayout, link);
  return isLayered ? layeredRoute(link) : freeRoute(link);
}
function localRoute(layout, link) {
  const { from, to } = link, known = movedAside.has(from) || movedAside.has(to) ? void 0 : layout.courses.get(link);
  const { points, isDown, name: name2 } = known ?? shortCourse(roomOf(from), roomOf(to));
  const route = flowLine(points, isDown);
  return name2 ? { ...route, spots: [name2, ...route.spots] } : route;
}
function layeredRoute({ from, to, via = [], lane = 0 }) {
  const a = positionOf(from), b = positionOf(to), isDown = page.flow === "TB";
  const sign = (isDown ? b.y - a.y : b.x - a.x) < 0 ? -1 : 1;
  const start2 = isDown ? [a.x + lane, a.y + sign * notes[from].h / 2] : [a.x + sign * notes[from].w / 2, a.y + lane];
  const end = isDown ? [b.x + lane, b.y - sign * (notes[to].h / 2 + ARROW_ROOM2)] : [b.x - sign * (notes[to].w / 2 + ARROW_ROOM2), b.y + lane];
  const places = [start2, ...via, end], points = places.flatMap((_, step) => pointsThroughLayer(places, step, isDown));
  const curves = points.slice(1).map((point, step) => curveBetween(points[step], point, isDown));
  const half = 2 * Math.floor((places.length - 2) / 2);
  return {
    start: start2,
    curves,
    tip: isDown ? [...end, 0, sign] : [...end, sign, 0],
    spots: SPOTS.map((share) => pointOn(points[half], curves[half], share))
  };
}
function pointsThroughLayer(places, step, isDown) {
  const before = places[step - 1], here = places[step], after = places[step + 1];
  if (!before || !after) return [[...here, 0]];
  const [across, along] = isDown ? [0, 1] : [1, 0];
  const wanted = gentlerSlope(slopeBetween(before, here, isDown), slopeBetween(here, after, isDown));
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
var freeRoute = ({ from, to }) => bowedLine(positionOf(from), positionOf(to), notes[from].r, notes[to].r + ARROW_ROOM2);
function spreadLanes() {
  const pairs = /* @__PURE__ */ new Map();
  for (const link of links) {
    const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
    getOrAdd(pairs, pair, () => []).push(link);
  }
  for (const pair of pairs.values()) {
    pair.forEach((link, place2) => {
      link.lane = (place2 - (pair.length - 1) / 2) * 14;
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
var sheets = { whole: null, sharp: null, waiting: 0 };
function invalidateSheets() {
  sheets.whole = sheets.sharp = null;
}
function paintGround(context, frame, paint2) {
  sheets.whole ??= drawSheet(wholeOfMap(), paint2, 1);
  const { sharp } = sheets, isSharp = sharp && sharp.scale === frame.scale;
  if (!isSharp || !covers(sharp, frame)) {
    copySheet(context, sheets.whole);
    scheduleSharpSheet(paint2);
  }
  if (isSharp) copySheet(context, sharp);
}
function wholeOfMap() {
  const { left, top, right, bottom } = bounds();
  return { left, top, right, bottom, scale: Math.min(2, WHOLE_SHEET_SIDE / Math.max(right - left, bottom - top)) };
}
function covers(sheet, { left, top, right, bottom }) {
  return sheet.left <= left && sheet.top <= top && sheet.right >= right && sheet.bottom >= bottom;
}
function scheduleSharpSheet(paint2) {
  clearTimeout(sheets.waiting);
  sheets.waiting = setTimeout(() => {
    const frame = frameOfScreen(), { left, top, right, bottom } = frame;
    const dx = (right - left) * MARGIN_AROUND_WINDOW, dy = (bottom - top) * MARGIN_AROUND_WINDOW;
    const around = { left: left - dx, right: right + dx, top: top - dy, bottom: bottom + dy };
    sheets.sharp = drawSheet({ ...frame, ...around }, paint2);
    redraw();
  }, REST_MS);
}
function drawSheet(frame, paint2, ratio = devicePixelRatio || 1) {
  const { left, top, right, bottom, scale } = frame;
  const canvas2 = make("canvas", { width: Math.ceil((right - left) * scale * ratio), height: Math.ceil((bottom - top) * scale * ratio) });
  const context = contextOf(canvas2, { alpha: false });
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas2.width, canvas2.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  paint2(context, frame);
  return { ...frame, canvas: canvas2 };
}
function copySheet(context, { canvas: canvas2, left, top, right, bottom }) {
  context.globalAlpha = isDimming() ? 0.28 : 1;
  context.drawImage(canvas2, left, top, right - left, bottom - top);
  context.globalAlpha = 1;
}

// src/model/shortest-path.js
function shortestPath(start2, end, linksOf, otherEnd3) {
  const cameBy = /* @__PURE__ */ new Map([[start2, -1]]);
  for (const note of cameBy.keys()) {
    if (note === end) break;
    for (const link of linksOf(note)) {
      const next = otherEnd3(link, note);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  if (!cameBy.has(end)) return null;
  const path = [];
  for (let note = end; note !== start2; note = otherEnd3(path[0], note)) path.unshift(cameBy.get(note) ?? -1);
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
  noteOf(note, place2, time) {
    const isAgain = time - this.time < TWICE_MS && Math.hypot(place2.x - this.place.x, place2.y - this.place.y) < MAX_DISTANCE;
    if (isAgain && this.note >= 0) return this.note;
    Object.assign(this, { note, place: place2, time });
    return note;
  }
};

// src/page/layout.js
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
var WIDTH_STEP = 100;
function roomForAtlas() {
  const [across, down] = isNarrow() ? [36, 90] : [290, 104], width = Math.max(1, innerWidth - across);
  const aspect = Math.max(0.5, Math.min(2.5, width / Math.max(1, innerHeight - down)));
  return { aspect: Math.round(4 * aspect) / 4, width: Math.max(WIDTH_STEP, Math.floor(width / WIDTH_STEP) * WIDTH_STEP) };
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
  if (isLocal()) return state.local.centres[0];
  if (!areBoxes()) return shown.notes[0];
  const along = (note) => page.flow === "LR" ? positionOf(note).x : positionOf(note).y;
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
var MIN_READABLE_SCALE = 0.785;
var READING_SCALE = 0.8;
function fit(animated = true) {
  if (!shown.notes.length) return;
  const box = bounds(), area = freeArea();
  moveCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, fittedScale(box, area), animated);
  state.isFitted = true;
}
function fittedScale(box, area) {
  return Math.min((area.right - area.left) / (box.right - box.left), (area.bottom - area.top) / (box.bottom - box.top), 1.25);
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
  if (!isLayered || !shown.notes.length || fittedScale(bounds(), freeArea()) >= MIN_READABLE_SCALE) return fit(false);
  showAround(firstNote(), READING_SCALE, false);
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
  goal = { position: { x: x - shiftX, y: y - shiftY }, scale };
  stage.moveTo({ ...goal, animation });
}
var goal = null;
function completeMovement() {
  if (goal) stage.moveTo(goal);
  goal = null;
}
function reveal(note, fromAfar) {
  const readable = readableScale();
  if (wholeScale() >= readable) return fit();
  if (isLocal() && state.isFitted && isCentre(note)) return showAround(note, readable);
  const scale = stage.getScale();
  if (state.path && isPathTarget(note)) fitTo(notesOnPath(state.path), Math.max(scale, readable));
  else if ((fromAfar || isNarrow()) && scale < readable) centreOn(note, readable);
  else if (!isInFreeArea(note)) centreOn(note, scale);
}
function readableScale() {
  if (isNarrow()) return 0.85;
  return areBoxes() ? READING_SCALE : 0.9;
}
var wholeScale = () => state.isFitted && areBoxes() && (isLocal() || !isNarrow()) ? fittedScale(bounds(), freeArea()) : 0;
function showAround(note, scale, animated = true) {
  const box = bounds(), area = freeArea(), { x, y } = restingPlaceOf(note);
  const middle2 = within(x, box.left, box.right, (area.right - area.left) / scale);
  moveCamera(middle2, within(y, box.top, box.bottom, (area.bottom - area.top) / scale), scale, animated);
}
function within(place2, start2, end, length) {
  if (end - start2 <= length) return (start2 + end) / 2;
  return Math.min(Math.max(place2, start2 + length / 2), end - length / 2);
}
function centreOn(note, scale) {
  const { x, y } = restingPlaceOf(note);
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
function keepOnScreen(point, place2) {
  const scale = stage.getScale(), now = stage.canvasToDOM(point), { x, y } = stage.getViewPosition();
  stage.moveTo({ position: { x: x + (now.x - place2.x) / scale, y: y + (now.y - place2.y) / scale }, scale });
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
  const fitted2 = fittedScale(
    /** @type {Box} */
    measured.box,
    freeArea()
  );
  return [fitted2 / 2, Math.max(CLOSEST, fitted2)];
}

// src/page/commands.js
var commands = (
  /** @type {any} */
  {}
);
var bindCommands = (bound) => Object.assign(commands, bound);

// src/page/storage.js
function kept(key3) {
  try {
    return JSON.parse(localStorage.getItem(key3) ?? "null") ?? void 0;
  } catch {
    return void 0;
  }
}
function keep(key3, value) {
  try {
    localStorage.setItem(key3, JSON.stringify(value));
  } catch {
  }
}

// src/page/kept-places.js
var key = `vaultgraph places ${page.title} ${page.part}`;
var nameOf = (note) => notes[note].path ?? notes[note].target ?? notes[note].label;
var draggedPlaces = () => [...state.dragged].map(([note, { x, y }]) => [nameOf(note), Math.round(x), Math.round(y)]);
function keepDragged() {
  keep(key, [...state.dragged].map(([note, { x, y }]) => [nameOf(note), notes[note].x, notes[note].y, Math.round(x), Math.round(y)]));
}
function restoreDragged() {
  const numbers = new Map(notes.map((_, note) => [nameOf(note), note])), places = kept(key);
  for (const [name2, x, y] of page.kept.places) place(numbers.get(name2), x, y);
  for (const row of Array.isArray(places) ? places : []) {
    const [name2, fromX, fromY, x, y] = Array.isArray(row) ? row : [], note = numbers.get(name2);
    if (note !== void 0 && notes[note].x === fromX && notes[note].y === fromY) place(note, x, y);
  }
}
function place(note, x, y) {
  if (note !== void 0 && typeof x === "number" && typeof y === "number") state.dragged.set(note, { x, y });
}
function resetDragged() {
  state.dragged = new Map([...state.dragged.keys()].map((note) => [note, { x: notes[note].x, y: notes[note].y }]));
  keepDragged();
}
var isAnyDragged = () => [...state.dragged].some(([note, { x, y }]) => notes[note].x !== x || notes[note].y !== y);

// src/page/drag.js
var STILL = 4;
function listenForDrags(onClick) {
  byId("map").addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || event.shiftKey || !areBoxes()) return;
    const grip = stage.DOMtoCanvas({ x: event.clientX, y: event.clientY }), note = noteAt(grip);
    if (note < 0) return;
    event.stopPropagation();
    dragNote(note, event, onClick);
  }, { capture: true });
}
function dragNote(note, start2, onClick) {
  const { x, y } = positionOf(note), places = localPositions ?? state.dragged;
  let isMoved = false;
  const move = (event) => {
    const dx = event.clientX - start2.clientX, dy = event.clientY - start2.clientY, scale = stage.getScale();
    isMoved ||= Math.hypot(dx, dy) > STILL;
    if (!isMoved) return;
    byId("tip").hidden = true;
    if (localPositions) movedAside.add(note);
    places.set(note, { x: x + dx / scale, y: y + dy / scale });
    redraw();
  };
  const finish = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", finish);
    if (!isMoved) return onClick(stage.DOMtoCanvas({ x: start2.clientX, y: start2.clientY }), { x: start2.clientX, y: start2.clientY });
    invalidateSheets();
    invalidateGrid();
    if (!localPositions) keepDragged();
    commands.showLegend();
    redraw();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", finish);
}

// src/page/first-hint.js
var KEY = "vaultgraph hint seen";
function showFirstHint() {
  if (kept(KEY)) return;
  const hint = byId("first-hint"), events = ["pointerdown", "keydown", "wheel"];
  hint.textContent = t(isLayered ? "first_hint_layers" : "first_hint");
  hint.hidden = false;
  const end = () => {
    hint.hidden = true;
    keep(KEY, true);
    events.forEach((event) => removeEventListener(event, end));
  };
  events.forEach((event) => addEventListener(event, end));
}

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
var MAX_LENGTH2 = 6e3;
var MAX_DEPTH3 = 6;
var MAX_LEVEL = 100;
var DAY = /^\d{4}-\d\d-\d\d$/;
var LISTS = (
  /** @type {const} */
  ["local", "expanded", "folded", "hidden", "stop", "kinds", "hide"]
);
var AREAS = (
  /** @type {const} */
  ["topic", "folder", "deck", "tag"]
);
var COLOURINGS = (
  /** @type {const} */
  ["topic", "folder", "deck", "tag", "obsidian", "memory", "memory_exam"]
);
var EMPTY = {
  note: "",
  from: "",
  local: [],
  depth: 1,
  expanded: [],
  folded: [],
  colour: "",
  areas: "",
  level: 0,
  groups: {},
  filter: "",
  until: "",
  hidden: [],
  stop: [],
  kinds: [],
  hide: [],
  implied: false,
  mentions: false,
  camera: null
};
function encodeView(view) {
  const { note, from, depth, colour: colour2, areas, level, groups: groups2, filter, until, implied, mentions: mentions2, camera, ...lists } = { ...EMPTY, ...view };
  const fields = [
    ["note", name(note)],
    ["from", name(from)],
    ["colour", colour2],
    ["areas", areas],
    ["level", level ? String(level) : ""],
    ["filter", name(filter)],
    ["until", until],
    ...COLOURINGS.map((by) => (
      /** @type {[string, string]} */
      [`no-${by}`, (groups2[by] ?? []).map(member).join(",")]
    )),
    ...LISTS.map((list) => (
      /** @type {[string, string]} */
      [list, lists[list].map(member).join(",")]
    )),
    ["depth", lists.local.length && depth !== 1 ? String(depth) : ""],
    ["implied", implied ? "1" : ""],
    ["mentions", mentions2 ? "1" : ""],
    ["at", camera ? camera.map((value) => Number(value.toPrecision(5))).join(",") : ""]
  ];
  const written = fields.filter(([, value]) => value).map(([field, value]) => `${field}=${value}`).join("&");
  return written.length > MAX_LENGTH2 ? `note=${name(note)}` : written;
}
var name = (text) => encodeURIComponent(text).replaceAll("'", "%27");
var member = (text) => name(text || " ");
function decodeView(written) {
  const fields = new Map(written.slice(0, 2 * MAX_LENGTH2).split("&").map((field) => {
    const [key3, ...value] = field.split("=");
    return [key3, value.join("=")];
  }));
  const text = (field) => decoded(fields.get(field) ?? "");
  const list = (field) => fields.has(field) ? (fields.get(field) ?? "").split(",").map(decoded).map((each) => each === " " ? "" : each) : [];
  const oneOf = (known, field) => known.find((each) => each === fields.get(field)) ?? "";
  const whole = (field, most, otherwise) => {
    const value = Number(fields.get(field) ?? NaN);
    return Number.isInteger(value) && value >= 0 && value <= most ? value : otherwise;
  };
  const camera = (fields.get("at") ?? "").split(",").map(Number);
  const groups2 = {};
  for (const by of COLOURINGS) if (fields.has(`no-${by}`)) groups2[by] = list(`no-${by}`);
  return {
    ...EMPTY,
    groups: groups2,
    note: text("note"),
    from: text("from"),
    filter: text("filter"),
    until: DAY.test(text("until")) ? text("until") : "",
    ...Object.fromEntries(LISTS.map((each) => [each, list(each)])),
    depth: whole("depth", MAX_DEPTH3, 1),
    level: whole("level", MAX_LEVEL, 0),
    colour: oneOf(COLOURINGS, "colour"),
    areas: oneOf(AREAS, "areas"),
    implied: fields.get("implied") === "1",
    mentions: fields.get("mentions") === "1",
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
  return places.find((place2) => place2 >= 0) ?? -1;
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
  state.path = { start: state.pathStart, end: note, links: shortestPath(state.pathStart, note, shownLinksOf, otherEnd2) };
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
  write({ isStep: true, isMoving: true });
}
function pushFilters() {
  clearTimeout(timer);
  write({ isStep: true });
}
function updateAddressSoon() {
  clearTimeout(timer);
  timer = setTimeout(write, SETTLED_MS);
}
function currentAddress() {
  clearTimeout(timer);
  write();
  return location.hash;
}
function write({ isStep = false, isMoving = false } = {}) {
  if (isRestoring) return;
  const written = encodeView({ ...viewNow(), camera: isMoving || state.isFitted ? null : cameraView() }), address = written ? `#${written}` : location.pathname + location.search;
  if (written === location.hash.slice(1)) return;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
function viewNow() {
  const { selected, path, local, colour: colour2, areas, hiddenGroups: hiddenGroups2, hiddenKinds, hiddenSorts } = state;
  return {
    note: selected >= 0 ? nameInAddress(selected) : "",
    from: path && path.end === selected ? nameInAddress(path.start) : "",
    local: local.centres.map(nameInAddress),
    depth: local.depth,
    expanded: local.expanded.map(nameInAddress),
    folded: local.folded.map(nameInAddress),
    colour: colour2 === defaultColouring() ? "" : colour2,
    areas: isLayered || areas === defaultAreas() ? "" : areas,
    level: state.level,
    groups: Object.fromEntries([...hiddenGroups2].filter(([, names]) => names.size).map(([by, names]) => [by, [...names]])),
    filter: state.filter,
    until: state.until,
    hidden: [...state.hiddenNotes].map(nameInAddress),
    stop: [...state.unlinked].map(nameInAddress),
    kinds: [...hiddenKinds],
    hide: [...state.hiddenLinkages, ...SORTS.filter((sort) => hiddenSorts.has(sort))],
    implied: state.showImplied,
    mentions: state.showMentions
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
  state.local = {
    centres: notesCalled(view.local),
    depth: view.depth,
    expanded: notesCalled(view.expanded),
    folded: notesCalled(view.folded)
  };
  commands.showLegend();
  commands.updateAll();
  state.pathStart = note >= 0 ? noteCalled(view.from) : -1;
  if (state.pathStart >= 0) completePath(note);
  state.isFitted = !view.camera;
  if (view.camera) withoutMovement(() => commands.select(note));
  else commands.select(note, true);
  if (view.camera) restoreCamera(view.camera);
  else if (note < 0) fit(false);
});
var notesCalled = (names) => names.map(noteCalled).filter((note) => note >= 0);
function restoreFilters(view) {
  state.colour = availableColourings().find((by) => by === view.colour) ?? defaultColouring();
  state.areas = availableAreas().find((by) => by === view.areas) ?? defaultAreas();
  state.level = view.level;
  updateGroups();
  state.hiddenGroups.clear();
  for (const by of availableColourings()) {
    const names = (view.groups[by] ?? []).filter((name2) => isGroup(by, name2));
    if (names.length) state.hiddenGroups.set(by, new Set(names));
  }
  state.hiddenKinds = new Set(view.kinds.filter((kind) => relationCounts.has(kind)));
  state.hiddenSorts = new Set(SORTS.filter((sort) => view.hide.includes(sort) && notes.some(({ kind }) => kind === sort)));
  state.hiddenLinkages = new Set(LINKAGES.filter((linkage) => view.hide.includes(linkage)));
  state.hiddenNotes = new Set(notesCalled(view.hidden));
  state.unlinked = new Set(notesCalled(view.stop));
  state.filter = view.filter;
  state.until = view.until;
  state.showImplied = view.implied;
  state.showMentions = view.mentions;
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
  const scale = stage.getScale(), within2 = Math.min(Math.max(scale, least), most);
  if (within2 !== scale) stage.moveTo({ scale: within2 });
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
  ["e", "key_expand"],
  ["r", "key_random"],
  ["x", "key_hide"],
  [`⇧ ${t("click")}`, "key_centre"],
  ["⇧ Enter", "key_keep"],
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
    const key3 = make("th", { scope: "row" }, make("kbd", { textContent: keys }));
    return make("tr", {}, key3, make("td", { textContent: t(what) }));
  });
  const operators = make("p", { className: "where", textContent: t("operators") });
  helpDialog.replaceChildren(closeButton(() => helpDialog.close()), heading(t("help")), make("table", {}, ...rows), operators);
  helpDialog.showModal();
}

// src/page/hover.js
function listenForHover() {
  let isAsked = false;
  byId("map").addEventListener("mousemove", ({ clientX: x, clientY: y, buttons }) => {
    if (isAsked || buttons) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const place2 = stage.DOMtoCanvas({ x, y }), further2 = moreAt(place2), note = further2 < 0 ? noteAt(place2) : -1;
      if (note !== state.hovered) hover(note);
      if (further2 >= 0) showTip([t("more", furtherCount(further2))], { x, y });
      else if (note >= 0 && !areBoxes()) showTip([notes[note].label, ...details(note)], { x, y });
      else byId("tip").hidden = true;
      if (further2 >= 0) byId("map").style.cursor = "pointer";
    });
  });
}
function details(note) {
  const { cards } = notes[note];
  return [cards ? countLabel("cards", cards) : "", dueLabel(note)].filter(Boolean);
}
function showTip([first, ...others], pointer) {
  const tip = byId("tip");
  tip.replaceChildren(first, make("small", { textContent: others.map((words) => ` · ${words}`).join("") }));
  tip.hidden = false;
  tip.style.left = `${Math.min(pointer.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.y + 16}px`;
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
  const visible = shown.links.filter((number) => isLinkInFrame(links[number], frame) && !isLinkHidden(links[number]));
  strokeLinks(context, visible, frame.scale);
}
var MAX_FOCUS_LINKS = 1200;
var focusLinks = whileSame(() => [focus, shown.links], () => {
  if (focus.pathLinks) return state.path?.links ?? [];
  if (focus.note < 0) return [];
  const isStep = (link) => leadsToFocus(links[link].from) && links[link].direction;
  const steps2 = [...focus.ancestors].flatMap((note) => incoming[note].filter(isStep));
  return [.../* @__PURE__ */ new Set([...steps2, ...outgoing[focus.note], ...incoming[focus.note]])].filter(isLinkShown).slice(0, MAX_FOCUS_LINKS);
});
function strokeLinks(context, numbers, scale) {
  strokeBatches(context, batchesOf(numbers, scale), scale);
}
function strokeFocusLinks(context, scale) {
  if (context instanceof SvgContext) return strokeLinks(context, focusLinks(), scale);
  drawnScale = scale;
  strokeBatches(context, focusBatches(), scale);
}
var drawnScale = 1;
var focusBatches = whileSame(() => [focusLinks(), drawnScale, isDark(), atlas], () => batchesOf(focusLinks(), drawnScale));
function batchesOf(numbers, scale) {
  const bundles = /* @__PURE__ */ new Map();
  for (const number of numbers) {
    const link = links[number];
    const style = styleOf(link), key3 = JSON.stringify(style);
    if (!bundles.has(key3)) bundles.set(key3, { style, lines: newPath(), heads: newPath() });
    addLink(bundles.get(key3), link, scale);
  }
  return [...bundles.values()].sort((a, b) => a.style.layer - b.style.layer);
}
function strokeBatches(context, batches, scale) {
  for (const batch of batches) strokeBundle(context, batch, scale);
  context.globalAlpha = 1;
}
function isLinkInFrame({ from, to, via }, { left, top, right, bottom }) {
  if (via || localLayout) return true;
  const a = positionOf(from), b = positionOf(to);
  return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
}
var arePlainLinksDashed = isLayered || relationTypes.length > 0 && links.length <= MANY_LINKS;
function styleOf(link) {
  const isTyped = Boolean(link.kind);
  const stroke = isTyped ? colourOfRelation(link.kind ?? "") : colour.link;
  if (isHighlighted(link) && !isOfCentre(link)) return { layer: 3, isTyped, stroke: colour.accent, ...highlightStyle() };
  if (areBoxes()) {
    const [layer, alpha] = isLinkDimmed(link) ? [0, 0.28] : [2, 1];
    return { layer, isTyped, stroke, alpha, width: isTyped ? 1.7 : 1.4 };
  }
  return { layer: 1, isTyped, stroke, alpha: 0.55, width: isTyped ? 1.5 : 1.1 };
}
var isOfCentre = ({ from, to }) => !focus.pathLinks && isCentre(focus.note) && (focus.note === from || focus.note === to);
function highlightStyle() {
  const many = focus.highlighted?.size ?? 0;
  return { alpha: Math.max(0.2, Math.min(0.95, 60 / many)), width: many > 40 ? 1.1 : 2.2 };
}
function addLink({ style, lines: lines2, heads }, link, scale) {
  const { start: start2, curves, tip } = routeOf(link);
  lines2.moveTo(...start2);
  for (const curve of curves) lines2.bezierCurveTo(...curve);
  if (style.alpha < 0.1) return;
  const size = areBoxes() ? 8 : 5.5 * Math.max(0.6, Math.min(1.5, 0.9 / scale));
  addHead(heads, tip, size);
  if (hasTwoHeads(link)) addHead(heads, [...start2, -tip[2], -tip[3]], size);
}
var hasTwoHeads = (link) => localLayout !== null && isReturned(link) && !localLayout.stacks.some((stack) => stack.links[0] === link);
function addHead(heads, tip, size) {
  const [point, ...others] = arrowHead(tip, size);
  heads.moveTo(...point);
  for (const other of others) heads.lineTo(...other);
  heads.closePath();
}
function strokeBundle(context, { style, lines: lines2, heads }, scale) {
  const thin = areBoxes() ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  context.strokeStyle = context.fillStyle = style.stroke;
  context.globalAlpha = style.alpha * linkStrength();
  context.lineWidth = style.width * thin;
  context.setLineDash(style.isTyped || !arePlainLinksDashed ? [] : [5 * thin, 4 * thin]);
  context.stroke(lines2);
  context.setLineDash([]);
  context.fill(heads);
}
function paintRelationNames(context, { scale }) {
  if (scale < 0.45 || linkStrength() < 1) return;
  const taken = new Occupied(), inStacks = new Set(localLayout?.stacks.flatMap((stack) => stack.links));
  for (const number of shown.links) {
    const link = links[number], isTelling = isHighlighted(link) || !focus.highlighted && link.kind !== relationTypes[0];
    if (link.kind && (isTelling || localLayout) && !inStacks.has(link)) paintRelationName(context, link, taken);
  }
}
var MAX_NAMED_RELATIONS = 40;
function paintFocusRelations(context, { left, top, scale }, names) {
  if (focus.note < 0 && !focus.pathLinks) return;
  const named = focusLinks().filter((number) => links[number].kind && isHighlighted(links[number]));
  if (named.length > MAX_NAMED_RELATIONS) return;
  context.font = `500 ${10.5 / scale}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const number of named) {
    const link = links[number], name2 = relationLabel(link), half = context.measureText(name2).width * scale / 2;
    const boxAt3 = ([x, y]) => ({
      left: (x - left) * scale - half,
      right: (x - left) * scale + half,
      top: (y - top) * scale - 7,
      bottom: (y - top) * scale + 7
    });
    const spot = routeOf(link).spots.find((each) => names.isFree(boxAt3(each)));
    if (!spot) continue;
    names.add(boxAt3(spot));
    context.strokeStyle = colour.paper;
    context.lineWidth = 4 / scale;
    if (!(context instanceof SvgContext)) context.strokeText(name2, ...spot);
    context.fillStyle = colourOfRelation(link.kind ?? "");
    context.fillText(name2, ...spot);
  }
}
function paintRelationName(context, link, taken) {
  const { spots } = routeOf(link), name2 = relationLabel(link), isPlain = !isHighlighted(link) || isOfCentre(link);
  context.font = NAME_FONT;
  const width = context.measureText(name2).width + NAME_PADDING;
  const boxAt3 = ([x2, y2]) => ({ left: x2 - width / 2, right: x2 + width / 2, top: y2 - 9, bottom: y2 + 9 });
  const [x, y] = spots.find((spot) => taken.isFree(boxAt3(spot))) ?? spots[0];
  taken.add(boxAt3([x, y]));
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fillStyle = colour.paper;
  context.fill();
  context.globalAlpha = isLinkDimmed(link) ? 0.4 : 1;
  context.strokeStyle = isPlain ? colour.line : colour.accent;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = isPlain ? colourOfRelation(link.kind ?? "") : colour.accent;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(name2, x, y + 0.5);
  context.globalAlpha = 1;
}

// src/page/local-graph.js
var MAX_DEPTH4 = 6;
var cameraBefore = null;
function openLocal(centres, depth = 1) {
  if (!isLocal()) cameraBefore = state.isFitted ? null : cameraView();
  change({ centres, depth, expanded: [], folded: [] }, centres[0]);
  state.isFitted = true;
}
function showLocal(centres) {
  openLocal(centres);
  commands.select(centres[centres.length - 1], true);
}
function addCentre(note) {
  const { centres } = state.local, others = centres.length ? centres : [state.selected].filter((selected) => selected >= 0);
  showLocal([.../* @__PURE__ */ new Set([...others, note])]);
}
function closeLocal() {
  if (!isLocal()) return;
  state.local = { ...state.local, centres: [], expanded: [], folded: [] };
  commands.updateAll();
  if (cameraBefore) restoreCamera(cameraBefore);
  else fit();
  pushAddress();
}
function changeDepth(step) {
  const depth = Math.max(1, Math.min(MAX_DEPTH4, state.local.depth + step));
  change({ ...state.local, depth }, state.local.centres[0]);
  fitOrReveal();
}
function toggleNeighbours(note) {
  const { expanded, folded } = state.local;
  if (folded.includes(note)) change({ ...state.local, folded: folded.filter((other) => other !== note) }, note);
  else if (furtherCount(note)) change({ ...state.local, expanded: [...expanded, note] }, note);
  else if (expanded.includes(note)) change({ ...state.local, expanded: expanded.filter((other) => other !== note) }, note);
  else change({ ...state.local, folded: [...folded, note] }, note);
  if (state.isFitted) reveal(note, false);
  pushAddress();
}
function change(local, source) {
  const before = new Map(localPositions), at2 = stage.canvasToDOM(positionOf(source)), start2 = before.get(source);
  state.local = local;
  commands.updateAll();
  if (!localPositions) return;
  keepOnScreen(restingPlaceOf(source), at2);
  const shift = start2 ? { x: restingPlaceOf(source).x - start2.x, y: restingPlaceOf(source).y - start2.y } : { x: 0, y: 0 };
  const moved = new Map([...before].map(([note, { x, y }]) => [note, { x: x + shift.x, y: y + shift.y }]));
  if (!prefersReducedMotion) growFrom(moved, restingPlaceOf(source), redraw);
}
function fitOrReveal() {
  state.isFitted = true;
  reveal(state.local.centres[0], true);
  pushAddress();
}
var directionsLabel = () => t(shown.links.some((link) => links[link].direction) ? "directions" : "directions_of_links");
function updateLocalBar() {
  const { centres: [centre], depth } = state.local;
  byId("local").hidden = byId("directions").hidden = !isLocal();
  byId("directions").textContent = directionsLabel();
  if (!isLocal()) return;
  const further2 = furtherCount(centre), shownOf = [...neighbours(centre)].filter((note) => shown.isNote[note]).length;
  const label = t("depth", depth);
  byId("depth").textContent = further2 && depth ? `${label} · ${t("local_part", shownOf, shownOf + further2)}` : label;
}

// src/page/note-list.js
var MAX_LISTED = 400;
var listedNotes = [];
function listNotes() {
  const listed = notes.map((_, note) => note).filter((note) => shown.hasPlace[note] && !isLater(note));
  const places = placesOf(listed.map(sectionOf)), placeOf = new Map(listed.map((note) => [note, places.get(sectionOf(note)) ?? 0]));
  const compareNotes = (a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0) || compareNames(notes[a].label, notes[b].label);
  listedNotes = listed.sort(compareNotes);
  hasSections = places.size > 1;
  byId("list").replaceChildren(...listItems(0));
}
var hasSections = false;
var { compare: compareNames } = new Intl.Collator(document.documentElement.lang, { numeric: true });
function sectionOf(note) {
  if (!isNote(note)) return `2${t(`all_${notes[note].kind}`)}`;
  return notes[note].folder ? `0${notes[note].folder}` : `1${t("root")}`;
}
function placesOf(sections) {
  const sorted = [...new Set(sections)].sort((a, b) => Number(a[0]) - Number(b[0]) || compareNames(a.slice(1), b.slice(1)));
  return new Map(sorted.map((section3, place2) => [section3, place2]));
}
function listItems(from) {
  const part = listedNotes.slice(from, from + MAX_LISTED), rest = listedNotes.length - from - part.length;
  const rows = part.flatMap((note, at2) => [...headingBefore(note, listedNotes[from + at2 - 1]), make("li", {}, listItem(note))]);
  if (rest <= 0) return rows;
  const showMore = () => item.replaceWith(...listItems(from + MAX_LISTED));
  const more = make("button", { className: "more", textContent: t("more", rest), tabIndex: listTabIndex(), click: showMore });
  const item = make("li", {}, more);
  return [...rows, item];
}
function headingBefore(note, previous) {
  const section3 = sectionOf(note);
  if (!hasSections || previous !== void 0 && section3 === sectionOf(previous)) return [];
  return [make("li", { className: "section" }, heading(section3.slice(1)))];
}
function listItem(note) {
  const { label, cards } = notes[note];
  const details2 = [kindLabel(note), cards && isNote(note) ? countLabel("cards", cards) : ""].filter(Boolean);
  const small = make("small", { textContent: details2.join(" · ") });
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

// src/page/card-text.js
var MATH = "http://www.w3.org/1998/Math/MathML";
var HTML_TAGS = new Set(`
  b blockquote code del em h3 hr i ins kbd li mark ol p pre s strong sub sup table td th tr u ul`.trim().split(/\s+/));
var MATH_TAGS = new Set(`
  math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle
  msub msubsup msup mtable mtd mtext mtr munder munderover none`.trim().split(/\s+/));
function nodeOf(piece) {
  if (typeof piece === "number") return picture(piece);
  if (typeof piece === "string") return document.createTextNode(piece);
  const [tag] = piece, content = contentOf(piece).map(nodeOf);
  if (tag === "math") return mathElement(piece);
  return HTML_TAGS.has(tag) ? make(
    /** @type {any} */
    tag,
    attributesOf(piece),
    ...content
  ) : make("span", {}, ...content);
}
var attributesOf = ([, second]) => typeof second === "object" && !Array.isArray(second) ? second : {};
function mathElement(element) {
  const [tag] = element, found = document.createElementNS(MATH, MATH_TAGS.has(tag) ? tag : "mrow");
  for (const [name2, value] of Object.entries(attributesOf(element))) found.setAttribute(name2, value);
  for (const part of contentOf(element)) found.append(Array.isArray(part) ? mathElement(part) : String(part));
  return found;
}

// src/page/mention-sections.js
var MAX_QUOTES = 20;
var mentionSections = (note) => [
  ...section("names_others", mentions.filter(({ from }) => from === note), "to"),
  ...section("named_by_others", mentions.filter(({ to }) => to === note), "from")
];
function section(title, found, end) {
  if (!found.length) return [];
  const quotes = found.slice(0, MAX_QUOTES).map((mention) => quoteOf(mention, mention[end]));
  const rest = found.length - quotes.length;
  return [heading(`${t(title)} · ${found.length}`), ...quotes, ...rest ? [make("p", { className: "where", textContent: t("more", rest) })] : []];
}
function quoteOf({ quote: [before, name2, after] }, other) {
  const button = make("button", { className: "chip", click: () => commands.choose(other, true), ...hoverHandlers(other) }, swatch(other), notes[other].label);
  return make("div", { className: "mention" }, button, make("q", {}, before, make("mark", { textContent: name2 }), after));
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
    ...followerSection(note),
    ...relationSections(note),
    ...section2(t("links"), plainChips(outgoing, "to", note)),
    ...section2(t("backlinks"), plainChips(incoming, "from", note)),
    ...mentionSections(note),
    ...isOrphan(note) ? [make("p", { className: "where", textContent: t("no_links") })] : [],
    ...cardSection(note),
    ...imageSection(note),
    ...section2(t("tags"), tags.map((tag) => filterChip(tag, `tag:${tag}`))),
    ...section2(t("properties"), propertyChips(note))
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
  const local = isCentre(note) ? make("button", { textContent: t("show_all"), click: commands.closeLocal }) : make("button", { textContent: t("local"), click: () => commands.showLocal([note]) });
  const toPath = make("button", { textContent: t("path_to"), click: () => promptForTarget(note) });
  const open = !path ? null : make("a", { href: addressInObsidian(path), textContent: t("open") });
  const hide = make("button", { textContent: t("hide"), click: () => commands.hideNote(note) });
  const areHidden = state.unlinked.has(note), isLinked = !isOrphan(note) || !isNote(note);
  const toggleLinks2 = make("button", { textContent: t(areHidden ? "show_links" : "hide_links"), title: t("hide_links_why"), hidden: !isLinked, click: () => commands.toggleLinks(note) });
  return make("div", { className: "actions" }, open, local, toPath, ...localActions(note), hide, toggleLinks2);
}
function localActions(note) {
  if (!isLocal() || !shown.isNote[note]) return [];
  const further2 = furtherCount(note), { centres } = state.local;
  const toggle = () => commands.toggleNeighbours(note);
  if (isCentre(note)) return further2 ? [make("button", { textContent: t("more", further2), click: toggle })] : [];
  return [
    make("button", { textContent: further2 ? t("more", further2) : t("fold"), click: toggle }),
    make("button", { textContent: t("add_centre"), click: () => commands.showLocal([...centres, note]) })
  ];
}
function prerequisiteSection(note) {
  const needed = prerequisites(note);
  if (!needed.length) return [];
  const item = (step, place2) => make("li", { value: place2 + 1 }, noteButton(step), cardNumber(step));
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
function followerSection(note) {
  const items = followers(note).map((next) => make("li", {}, noteButton(next), cardNumber(next)));
  if (!items.length) return [];
  return [heading(`${t("next")} · ${items.length}`), make("ul", { className: "followers" }, ...items.slice(0, MAX_CHIPS))];
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
    return section2(kind, [...into, ...out]);
  });
}
function plainChips(lists, end, note) {
  return lists[note].filter((number) => !links[number].kind).map((number) => chip(links[number][end]));
}
function section2(title, chips) {
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
var filterChip = (text, query) => make("button", {
  className: "chip",
  textContent: text,
  title: t("only_this", query),
  click: () => commands.filter(query)
});
var MAX_VALUE = 60;
var BRACKETS = /["[\]]/;
function propertyChips(note) {
  return Object.entries(notes[note].properties ?? {}).flatMap(([name2, values]) => (values ?? []).filter((value) => value && value.length <= MAX_VALUE).map((value) => {
    const text = `${name2}: ${value}`;
    return BRACKETS.test(text) ? make("span", { className: "chip", textContent: text }) : filterChip(text, `["${name2}":"${value}"]`);
  }));
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
var cardSide = (pieces, name2) => make("div", { className: `side ${name2}` }, ...(pieces.length ? pieces : [t("empty_side")]).map(nodeOf));
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
  const steps2 = passed.map((step, place2) => make("li", {}, ...place2 ? [pathStep(passedLinks[place2 - 1], step)] : [], chip(step)));
  return [heading(`${t("path")} · ${countLabel("steps", passedLinks.length)}`), make("ol", { className: "steps" }, ...steps2)];
}
function pathStep(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make("span", { className: "where", textContent: `${isForward ? "↓" : "↑"} ${kind ?? t("plain")} ` });
}

// src/drawing/label-placing.js
var boxAt2 = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });
var boxToTheRight = (dot, size) => boxAt2(dot.right + 2, (dot.top + dot.bottom) / 2 - size.height / 2, size);
function boxesAround(dot, size) {
  const { width, height } = size;
  const x = (dot.left + dot.right) / 2, y = (dot.top + dot.bottom) / 2, corner = 0.75 * (dot.right - dot.left) / 2;
  const tops = [y + corner - height / 4, y - corner - 3 * height / 4];
  return [
    boxAt2(x - width / 2, dot.bottom + 1, size),
    boxAt2(x - width / 2, dot.top - height, size),
    boxToTheRight(dot, size),
    boxAt2(dot.left - width - 2, y - height / 2, size),
    ...tops.flatMap((top) => [boxAt2(x + corner, top, size), boxAt2(x - corner - width, top, size)])
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
var chooseBox = (boxes, names, width) => boxes.find((box) => box.left > 0 && box.right < width && names.isFree(box));

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
function drawPicture(lines2, size, isStrong, isSoft) {
  const ratio = devicePixelRatio || 1, weight = isStrong ? 650 : 500, font = `${weight} ${size * ratio}px ${FONT}`;
  const fill2 = isSoft ? colour.soft : colour.ink;
  const height = size * ratio * (lines2.length > 1 ? 1.2 : 1.45);
  ruler.font = font;
  const extent = {
    width: Math.ceil(Math.max(...lines2.map((line) => ruler.measureText(line).width)) + 8 * ratio),
    height: Math.ceil(height * lines2.length)
  };
  const canvas2 = lazy(() => {
    const sheet = make("canvas", extent), pen = contextOf(sheet);
    Object.assign(pen, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.4 * ratio });
    pen.strokeStyle = colour.paper;
    pen.fillStyle = fill2;
    for (
      const write2 of
      /** @type {const} */
      ["strokeText", "fillText"]
    ) {
      lines2.forEach((line, number) => pen[write2](line, extent.width / 2, height * (number + 0.5)));
    }
    return sheet;
  });
  return { canvas: canvas2, lines: lines2, size, weight, fill: fill2, width: extent.width / ratio, height: extent.height / ratio };
}

// src/drawing/focus-names.js
var MAX_LETTERS2 = 36;
var MAX_TRIED = 240;
function paintFocusNames(context, frame) {
  if (!focus.highlighted) return;
  const names = new Occupied();
  if (frame.isScreen) for (const id of ["bar", "legend", "panel"]) names.add(byId(id).getBoundingClientRect());
  for (const note of namedNotes()) if (isInFrame(note, frame)) paintName(context, note, frame, names);
  paintFocusRelations(context, frame, names);
}
var namedNotes = whileSame(() => [focus, shown.isNote], () => {
  const highlighted = [...focus.highlighted ?? []].filter((note) => shown.isNote[note]);
  return highlighted.sort((a, b) => Number(b === focus.note) - Number(a === focus.note) || byWeight(a, b)).slice(0, MAX_TRIED);
});
function isInFrame(note, { left, top, right, bottom }) {
  const { x, y } = positionOf(note);
  return x > left && x < right && y > top && y < bottom;
}
function paintName(context, note, frame, names) {
  const picture2 = pictureOf(note), around = screenBox(note, frame), width = (frame.right - frame.left) * frame.scale;
  const boxes = boxesAround(around, picture2), box = chooseBox(boxes, names, width) ?? (note === focus.note ? boxes[0] : void 0);
  const found = box ?? (areNeighboursFew() ? boxAtDistance(around, picture2, names, width) : void 0);
  if (!found) return;
  if (!box) paintLeader(context, note, found, frame);
  names.add(found);
  copyPicture(context, picture2, found, frame);
}
var MAX_NAMED_NEIGHBOURS = 80;
var HALF_DOT = 3;
var areNeighboursFew = () => focus.note >= 0 && (focus.highlighted?.size ?? 0) <= MAX_NAMED_NEIGHBOURS;
function screenBox(note, { left, top, scale }) {
  const x = (positionOf(note).x - left) * scale, y = (positionOf(note).y - top) * scale;
  return { left: x - HALF_DOT, top: y - HALF_DOT, right: x + HALF_DOT, bottom: y + HALF_DOT };
}
function paintLeader(context, note, box, frame) {
  const { x, y } = positionOf(note), atX = (x - frame.left) * frame.scale, atY = (y - frame.top) * frame.scale;
  const end = [Math.min(Math.max(atX, box.left), box.right), Math.min(Math.max(atY, box.top), box.bottom)];
  context.strokeStyle = colour.soft;
  context.lineWidth = 0.8 / frame.scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(frame.left + end[0] / frame.scale, frame.top + end[1] / frame.scale);
  context.stroke();
}
function pictureOf(note) {
  const isStrong = note === focus.note, size = isStrong ? 14 : 12, name2 = shorten(notes[note].label, MAX_LETTERS2), key3 = `${note} ${size} ${name2}`;
  if (!pictures.has(key3)) pictures.set(key3, drawPicture([name2], size, isStrong, isUnresolved(note)));
  return pictures.get(key3);
}

// src/drawing/mentions.js
var MAX_LINES2 = 1500;
var PLAIN = 1;
var DIMMED = 0.15;
function paintMentions(context, scale) {
  if (!state.showMentions) return;
  const visible = mentions.filter(({ from, to }) => shown.isNote[from] && shown.isNote[to]).slice(0, MAX_LINES2);
  const isPlain = ({ from, to }) => !isDimming() || from === focus.note || to === focus.note;
  strokeDotted(context, visible.filter((mention) => !isPlain(mention)), DIMMED, scale);
  strokeDotted(context, visible.filter(isPlain), PLAIN, scale);
}
function strokeDotted(context, lines2, alpha, scale) {
  if (!lines2.length) return;
  const path = newPath(), unit = areBoxes() ? 1 : Math.max(0.5, Math.min(2.5, 0.9 / scale));
  for (const { from, to } of lines2) {
    const { start: start2, curves } = routeOf({ from, to });
    path.moveTo(...start2);
    for (const curve of curves) path.bezierCurveTo(...curve);
  }
  context.globalAlpha = alpha;
  context.strokeStyle = colour.accent;
  context.lineWidth = 2.2 * unit;
  context.setLineDash([2.2 * unit, 4.4 * unit]);
  context.stroke(path);
  context.setLineDash([]);
  context.globalAlpha = 1;
}

// src/drawing/atlas.js
var NAMED = 13.2;
var BOXED = 44;
var MANY_BARS = 1500;
var detailAt = (scale) => CELL_HEIGHT * scale >= BOXED ? "boxes" : CELL_HEIGHT * scale >= NAMED ? "names" : "bars";
var PAINTERS = { bars: paintBars, names: paintNames, boxes: paintCards };
function paintAtlas(context, frame) {
  const detail = detailAt(frame.scale), isMany = detail === "bars" && shown.notes.length > MANY_BARS && Boolean(frame.isScreen);
  if (isMany) paintGround(context, frame, paintFar);
  else paintAreas(context, frame);
  strokeFocusLinks(context, frame.scale);
  paintMentions(context, frame.scale);
  const visible = isMany ? [] : notesWithin(frame);
  if (isMany) paintHighlightedBars(context, frame.scale);
  else PAINTERS[detail](context, visible, frame.scale);
  if (detail !== "bars") paintRings(context, visible, frame.scale);
  paintTitles(context, frame);
  if (detail === "bars") paintFocusNames(context, frame);
}
var highlightedBars = whileSame(() => [focus, shown.isNote, atlas, isDark()], () => barBatches([...focus.highlighted ?? []].filter((note) => shown.isNote[note]), () => 1));
function paintHighlightedBars(context, scale) {
  fillBatches(context, highlightedBars());
  paintMarked(context, scale);
}
function paintFar(context, frame) {
  paintAreas(context, frame);
  fillBatches(context, barBatches(notesWithin(frame), () => 1));
}
function paintAreas(context, { left, top, right, bottom, scale }) {
  for (const { box, depth, header } of atlas.areas) {
    if (box.right < left || box.left > right || box.bottom < top || box.top > bottom) continue;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, Math.min(10 / Math.min(scale, 1), header / 2));
    context.fillStyle = depth % 2 ? colour.card : colour.paper;
    context.globalAlpha = isDark() ? 0.55 : 0.75;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour.line;
    context.lineWidth = (depth > 1 ? 1 : 1.4) / scale;
    context.stroke();
  }
}
var MIN_TITLE2 = 11;
var MAX_TITLE = 19;
var TITLE_SHARE = 0.6;
var TITLE_MARGIN = 9;
function paintTitles(context, { left, top, right, bottom, scale }) {
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.globalAlpha = isDimming() ? 0.5 : 1;
  for (const { name: name2, count, box, header } of atlas.areas) {
    const size = Math.min(MAX_TITLE, header * scale * TITLE_SHARE), room = (box.right - box.left) * scale - 2 * TITLE_MARGIN;
    if (size < MIN_TITLE2 || room < 24 || box.right < left || box.left > right || box.bottom < top || box.top > bottom) continue;
    context.font = `650 ${size / scale}px ${FONT}`;
    const words = fitted(name2, room / scale, context.font), x = box.left + TITLE_MARGIN / scale, y = box.top + header / 2;
    context.fillStyle = colour.ink;
    context.fillText(words, x, y);
    const wide = context.measureText(words).width;
    context.font = `400 ${0.8 * size / scale}px ${FONT}`;
    const number = String(count);
    if (wide + context.measureText(number).width + 10 / scale > room / scale) continue;
    context.fillStyle = colour.soft;
    context.fillText(number, x + wide + 8 / scale, y);
  }
  context.globalAlpha = 1;
}
function fitted(words, width, font) {
  ruler.font = font;
  const needed = ruler.measureText(words).width;
  return needed <= width ? words : shorten(words, Math.max(2, Math.floor(words.length * width / needed) - 1));
}
var LETTER = 6;
var BAR = 9;
function paintBars(context, numbers, scale) {
  fillBatches(context, barBatches(numbers, opacityOf));
  paintMarked(context, scale);
}
function barBatches(numbers, opacity) {
  const batches = /* @__PURE__ */ new Map();
  for (const note of numbers) {
    const isHollow = isUnresolved(note), fill2 = isHollow ? colour.soft : colourOf(note), alpha = opacity(note) * (isHollow ? 0.35 : 0.85);
    const batch = getOrAdd(batches, `${alpha} ${fill2}`, () => ({ alpha, fill: fill2, path: newPath() }));
    const { x, y } = positionOf(note), width = Math.min(CELL_WIDTH - 22, Math.max(24, LETTER * notes[note].label.length));
    batch.path.rect(x - DOT, y - BAR / 2, width, BAR);
  }
  return [...batches.values()];
}
function fillBatches(context, batches) {
  for (const { alpha, fill: fill2, path } of batches) {
    context.globalAlpha = alpha;
    context.fillStyle = fill2;
    context.fill(path);
  }
  context.globalAlpha = 1;
}
function paintMarked(context, scale) {
  for (const note of [state.hovered, state.selected]) {
    if (note < 0 || !shown.isNote[note]) continue;
    const { x, y } = positionOf(note);
    context.beginPath();
    context.roundRect(x - DOT - 3, y - CELL_HEIGHT / 2 + 1, CELL_WIDTH - 12, CELL_HEIGHT - 2, 5);
    context.strokeStyle = colour.accent;
    context.lineWidth = (note === state.selected ? 2.4 : 1.4) / scale;
    context.stroke();
  }
}
function paintNames(context, numbers, scale) {
  const size = Math.max(11, Math.min(14, CELL_HEIGHT * scale * 0.62)), font = `500 ${size / scale}px ${FONT}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const note of numbers) {
    const { x, y } = positionOf(note);
    context.globalAlpha = opacityOf(note);
    paintDot(context, note, x, y);
    context.font = font;
    context.fillStyle = isUnresolved(note) ? colour.soft : colour.ink;
    context.fillText(nameFor(note, CELL_WIDTH - 26, size / scale), x + 2.6 * DOT, y + 0.5);
  }
  context.globalAlpha = 1;
  paintMarked(context, scale);
}
function paintDot(context, note, x, y) {
  context.beginPath();
  context.arc(x, y, isUnresolved(note) ? DOT - 0.6 : DOT, 0, FULL_CIRCLE);
  context.fillStyle = context.strokeStyle = isUnresolved(note) ? colour.soft : colourOf(note);
  context.lineWidth = 1.2;
  if (isUnresolved(note)) context.stroke();
  else context.fill();
}
var nameWidths = [];
var MEASURED_SIZE = 12;
function nameFor(note, width, size) {
  const { label } = notes[note];
  if (nameWidths[note] === void 0) {
    ruler.font = `500 ${MEASURED_SIZE}px ${FONT}`;
    nameWidths[note] = ruler.measureText(label).width;
  }
  const needed = nameWidths[note] * size / MEASURED_SIZE;
  return needed <= width ? label : shorten(label, Math.max(2, Math.floor(label.length * width / needed) - 1));
}
function paintCards(context, numbers, scale) {
  const height = CELL_HEIGHT - 3, width = CELL_WIDTH - 6;
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const note of numbers) {
    const { x, y } = positionOf(note), left = x - 2 * DOT, meta = notes[note].kind ? "" : metaOf(notes[note]);
    context.globalAlpha = opacityOf(note);
    context.beginPath();
    context.roundRect(left, y - height / 2, width, height, 8 / scale);
    context.fillStyle = colour.card;
    context.fill();
    context.strokeStyle = isUnresolved(note) ? colour.soft : colourOf(note);
    context.lineWidth = 1.2 / scale;
    context.setLineDash(isUnresolved(note) ? [5 / scale, 4 / scale] : []);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colour.ink;
    context.font = `600 ${14 / scale}px ${FONT}`;
    context.fillText(nameFor(note, width - 24 / scale, 14 / scale), left + 12 / scale, y - (meta ? 8 / scale : 0));
    if (!meta) continue;
    context.font = `400 ${11.5 / scale}px ${FONT}`;
    context.fillStyle = colour.soft;
    context.fillText(meta, left + 12 / scale, y + 10 / scale);
  }
  context.globalAlpha = 1;
  paintMarked(context, scale);
}

// src/drawing/boxes.js
var RADIUS = 10;
var paintBoxes = (context, numbers, scale) => numbers.forEach((number) => paintBox(context, number, scale));
function paintBox(context, number, scale) {
  const { x, y } = positionOf(number), [width, height] = boxSize(number), left = x - width / 2;
  const shape = newPath();
  shape.roundRect(left, y - height / 2, width, height, RADIUS);
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
function writeBox(context, number, left, middle2) {
  const note = notes[number], title = titleStyleOf(note);
  let baseline = middle2 - textHeight(note) / 2 + title.size * 0.36 + title.line / 2;
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

// src/drawing/stacks.js
var CORNER = 13;
var CAPTION_TOP = 15;
var MAX_LETTERS3 = 30;
function paintStacks(context) {
  context.globalAlpha = linkStrength();
  for (const stack of localLayout?.stacks ?? []) paintStack(context, stack);
  context.globalAlpha = 1;
}
function paintStack(context, { box: { left, top, right, bottom }, notes: notes2, links: links2 }) {
  const [link] = links2, { kind } = link, returned = links2.filter(isReturned).length, isLedTo = notes2.includes(link.to);
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, CORNER);
  context.fillStyle = isDark() ? "#ffffff08" : "#1c233006";
  context.fill();
  context.strokeStyle = colour.line;
  context.lineWidth = 1.2;
  context.stroke();
  context.font = `600 11.5px ${FONT}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = kind ? colourOfRelation(kind) : colour.soft;
  const name2 = kind ? shorten(kind, MAX_LETTERS3) : t(isLedTo ? "links" : "backlinks");
  context.fillText([name2, notes2.length, returned && `⇄ ${returned}`].filter(Boolean).join(" · "), left + 15, top + CAPTION_TOP);
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

// src/drawing/paint.js
var paint = (context, frame) => areBoxes() ? paintConceptMap(context, frame) : paintAtlas(context, frame);
function paintConceptMap(context, frame) {
  const visible = notesIn(frame);
  paintUnlinkedArea(context, frame);
  paintStacks(context);
  paintLinks(context, frame);
  paintMentions(context, frame.scale);
  paintBoxes(context, visible, frame.scale);
  paintRings(context, visible, frame.scale);
  paintRelationNames(context, frame);
  paintBadges(context, visible);
}
function notesIn(frame) {
  const marked = [state.selected, state.hovered].filter((note) => shown.isNote[note]);
  const others = shown.notes.filter((note) => !marked.includes(note)).reverse();
  return [...others, ...marked].filter((note) => isInView(note, frame));
}

// src/drawing/picture-legend.js
var MARK = 1.1;
var GAP3 = 0.55;
var APART = 1.8;
var LINE = 1.9;
var MAX_LETTERS4 = 40;
var MAX_RELATIONS = 8;
function entries() {
  const hidden = hiddenGroups(state.colour), named = groups.slice(0, MAX_GROUPS).map(([name2], number) => ({ name: name2, colour: colourOfGroup(number), isLine: false }));
  const others = groups.length > MAX_GROUPS && !hidden.has(OTHERS) ? [{ name: t("others"), colour: colour.soft, isLine: false }] : [];
  return [...named.filter(({ name: name2 }) => !hidden.has(name2)), ...others, ...areBoxes() ? lines() : []];
}
function lines() {
  const typed = relationTypes.filter((kind) => !state.hiddenKinds.has(kind)).slice(0, MAX_RELATIONS).map((kind) => ({ name: kind, colour: colourOfRelation(kind), isLine: true }));
  const isPlainShown = relationCounts.has("") && !state.hiddenKinds.has("");
  return isPlainShown ? [...typed, { name: t("plain"), colour: colour.link, isLine: true, isDashed: true }] : typed;
}
function layoutLegend(width) {
  ruler.font = `500 100px ${FONT}`;
  let x = 0, y = LINE / 2;
  const placed = entries().map((entry) => {
    const name2 = shorten(entry.name, MAX_LETTERS4), long = MARK + GAP3 + ruler.measureText(name2).width / 100;
    if (x && x + long > width) [x, y] = [0, y + LINE];
    const found = { ...entry, name: name2, x, y };
    x += long + APART;
    return found;
  });
  return { placed, height: placed.length ? y + LINE / 2 : 0 };
}
function paintLegend(context, placed, corner, size) {
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.font = `500 ${size}px ${FONT}`;
  for (const { name: name2, colour: fill2, isLine, isDashed, x, y } of placed) {
    const left = corner.x + x * size, middle2 = corner.y + y * size;
    context.fillStyle = context.strokeStyle = fill2;
    context.beginPath();
    if (isLine) {
      context.lineWidth = 0.16 * size;
      context.setLineDash(isDashed ? [0.35 * size, 0.25 * size] : []);
      context.moveTo(left, middle2);
      context.quadraticCurveTo(left + MARK * size / 2, middle2, left + MARK * size, middle2);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.roundRect(left, middle2 - 0.4 * size, 0.8 * size, 0.8 * size, 0.2 * size);
      context.fill();
    }
    context.fillStyle = colour.ink;
    context.fillText(name2, left + (MARK + GAP3) * size, middle2);
  }
}

// src/page/save.js
var LONGEST_SIDE = 6e3;
var MARGIN3 = 40;
var LEGEND_SIZE = 1 / 90;
var MIN_LEGEND_SIZE = 12;
function wholePicture() {
  finishGrowth();
  const box = bounds(), left = box.left - MARGIN3, right = box.right + MARGIN3, size = Math.max(MIN_LEGEND_SIZE, (right - left) * LEGEND_SIZE);
  const legend = layoutLegend((right - left - 2 * MARGIN3) / size), bottom = box.bottom + MARGIN3;
  const frame = { left, top: box.top - MARGIN3, right, bottom: bottom + (legend.height + 1) * size };
  return {
    frame: { ...frame, scale: Math.min(2, LONGEST_SIDE / Math.max(frame.right - frame.left, frame.bottom - frame.top)) },
    corner: { x: left + MARGIN3, y: bottom + size / 2 },
    size,
    legend
  };
}
function paintPicture(context, { frame, legend, corner, size }) {
  withoutSelection(() => paint(context, frame));
  paintLegend(context, legend.placed, corner, size);
}
function drawWhole() {
  const picture2 = wholePicture(), { frame } = picture2, width = frame.right - frame.left, height = frame.bottom - frame.top;
  const canvas2 = make("canvas", { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = contextOf(canvas2);
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas2.width, canvas2.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paintPicture(context, picture2);
  return canvas2;
}
var MAX_SVG_ELEMENTS = 1e4;
var isSvgPossible = () => shown.notes.length + shown.links.length <= MAX_SVG_ELEMENTS;
var savePng = () => drawWhole().toBlob((blob) => {
  if (blob) download(blob, `${pictureName()}.png`);
});
var saveSvg = () => download(new Blob([svgText()], { type: "image/svg+xml" }), `${pictureName()}.svg`);
var pictureName = () => page.title.replace(/[^\p{L}\p{N} ._-]/gu, "_") || "map";
function download(blob, name2) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name2 }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1e4);
}
var svgText = () => new XMLSerializer().serializeToString(svgDrawing());
function svgDrawing() {
  const picture2 = wholePicture(), { frame } = picture2, pen = new SvgContext(frame);
  pen.fillStyle = colour.paper;
  pen.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  withSvgPaths(() => paintPicture(
    /** @type {any} */
    pen,
    picture2
  ));
  return pen.drawing;
}

// src/page/selection.js
function select(note, fromAfar = false) {
  state.selected = note;
  state.hovered = -1;
  state.found = null;
  if (state.path && !isPathEndpoint(note) && !notesOnPath(state.path).includes(note)) clearPath();
  if (note < 0) return closePanel();
  fillPanel(note);
  updateBadges();
  updateFocus();
  reveal(note, fromAfar);
  byId("status").textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(", ");
  pushAddress();
}
function closePanel() {
  if (byId("panel").contains(document.activeElement)) byId("map").focus();
  byId("panel").hidden = true;
  updateBadges();
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
function choose(note, fromAfar = false) {
  if (note >= 0 && state.pathStart >= 0 && note !== state.pathStart) showPathTo(note);
  else if (note >= 0 && isLocalWanted(note)) openLocal([note]);
  select(note, fromAfar);
}
var isLocalWanted = (note) => isLocal() ? !shown.isNote[note] : !isLayered;
function hideNote(note) {
  state.hiddenNotes.add(note);
  if (isCentre(note)) closeLocal();
  select(-1);
  commands.showLegend();
  commands.updateAll();
}
function toggleLinks(note) {
  if (!state.unlinked.delete(note)) state.unlinked.add(note);
  commands.showLegend();
  commands.updateAll();
  pushFilters();
}
function showPathTo(note) {
  closeLocal();
  completePath(note);
  if (state.path?.links && !isLayered) openLocal(notesOnPath(state.path), 0);
}

// src/page/view.js
function updateView() {
  applyFilters();
  updateAtlas(roomForAtlas());
  updateLocalLayout();
  updateFurther();
  invalidateSheets();
  invalidateGrid();
  updateLocalBar();
  updateCount();
  listNotes();
  if (state.path && !notesOnPath(state.path).every((note) => shown.isNote[note])) closePath();
  updateFocus();
  if (!isLayered && !isLocal() && state.isFitted) fit(false);
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
function updateAll() {
  updateView();
  updateActions();
}

// src/page/filter-rows.js
function applyChange({ isAllFitted = false } = {}) {
  updateView();
  if (isAllFitted) fit();
  pushFilters();
}
function allOrNone(hidden, all2) {
  const button = (name2, change2) => make("button", { textContent: t(name2), click: () => {
    change2();
    commands.showLegend();
    applyChange({ isAllFitted: true });
  } });
  return make("div", { className: "all" }, button("all", () => hidden.clear()), button("none", () => all2.forEach((member2) => hidden.add(member2))));
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
var showAs = (name2) => ({ isShown: state[name2], set: (isShown) => {
  state[name2] = isShown;
} });
function filterRow(mark, name2, size, { isShown, set, showOnly }, title = name2) {
  const box = make("input", { type: "checkbox", checked: isShown, change: () => {
    set(box.checked);
    applyChange();
  } });
  const spans = [make("span", { className: "name", textContent: name2 }), make("span", { className: "number", textContent: size })];
  const only = showOnly ? [onlyButton(showOnly, name2)] : [];
  return make("div", { className: "line" }, make("label", { className: "row", title }, box, mark, ...spans), ...only);
}
function onlyButton(showOnly, name2) {
  const show2 = () => {
    showOnly();
    commands.showLegend();
    applyChange({ isAllFitted: true });
  };
  return make("button", { className: "only", textContent: t("only"), ariaLabel: t("only_this", name2), click: show2 });
}

// src/page/presets.js
var key2 = `vaultgraph views ${page.title} ${page.part}`;
var MAX_NAME = 60;
function presets() {
  const found = kept(key2) ?? page.kept.views;
  if (!Array.isArray(found)) return [];
  return found.filter((each) => Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === "string") && /^(?:#|$)/.test(each[1]));
}
function presetSection() {
  const rows = presets().map(([name2, hash]) => make(
    "div",
    { className: "line" },
    make("button", { className: "preset", textContent: name2, title: name2, click: () => show(hash) }),
    make("button", { className: "only", textContent: t("remove"), ariaLabel: t("remove_view", name2), click: () => remove(name2) })
  ));
  const box = make("input", { type: "text", maxLength: MAX_NAME, placeholder: t("name_view"), ariaLabel: t("name_view") });
  const form = make(
    "form",
    { className: "by", submit: (event) => {
      event.preventDefault();
      save(box.value.trim());
    } },
    box,
    make("button", { textContent: t("save_view") })
  );
  return [heading(t("views")), ...rows, form];
}
function save(name2) {
  if (!name2) return;
  keep(key2, [...presets().filter(([other]) => other !== name2), [name2, currentAddress()]]);
  commands.showLegend();
}
function remove(name2) {
  keep(key2, presets().filter(([other]) => other !== name2));
  commands.showLegend();
}
function show(hash) {
  history.pushState(null, "", hash || location.pathname + location.search);
  restoreView();
}

// src/page/kept-file.js
function keptFileSection() {
  const isDragged = isAnyDragged();
  if (!isDragged && !presets().length) return [];
  const buttons = [make("button", { textContent: t("save_file"), title: t("save_file_why", keptName()), click: saveFile })];
  if (isDragged) buttons.push(make("button", { textContent: t("reset_places"), click: reset }));
  return [make("div", { className: "all" }, ...buttons)];
}
function keptName() {
  const file = location.pathname.split("/").pop() ?? "";
  let name2 = "map";
  try {
    name2 = decodeURIComponent(file).replace(/\.[^.]*$/, "") || name2;
  } catch {
  }
  return `${name2}.kept.json`;
}
function saveFile() {
  const text = JSON.stringify({ schema: "vaultgraph-kept/1", places: draggedPlaces(), views: presets() }, null, 1);
  download(new Blob([text], { type: "application/json" }), keptName());
}
function reset() {
  resetDragged();
  commands.showLegend();
  commands.updateAll();
}

// src/page/time.js
var STEPS = 60;
var STEP_MS = 110;
var timer2 = 0;
function timeSection() {
  if (days().length < 2) return [];
  const last = days().length - 1, label = make("output", { className: "number" });
  const slider = make("input", { type: "range", min: 0, max: last, ariaLabel: t("time"), title: t("time_why"), input: () => {
    stop();
    setUntil(Number(slider.value));
  }, change: pushFilters });
  const button = make("button", { textContent: "▶", ariaLabel: t("play"), title: t("play"), click: () => timer2 ? stop() : play() });
  const stop = () => {
    clearInterval(timer2);
    timer2 = 0;
    button.textContent = "▶";
  };
  const setUntil = (place2) => {
    state.until = place2 >= last ? "" : days()[place2];
    show2();
    updateView();
  };
  const show2 = () => {
    const place2 = state.until ? days().findLastIndex((day) => day <= state.until) : last;
    slider.value = String(place2);
    label.textContent = (/* @__PURE__ */ new Date(`${days()[Math.max(0, place2)]}T12:00`)).toLocaleDateString(document.documentElement.lang);
  };
  const play = () => {
    const step = prefersReducedMotion ? Math.ceil(last / 5) : Math.ceil(last / STEPS);
    let place2 = state.until ? Number(slider.value) : 0;
    button.textContent = "❚❚";
    timer2 = setInterval(() => {
      setUntil(place2);
      if (place2 >= last) stop();
      place2 = Math.min(last, place2 + step);
    }, STEP_MS);
  };
  if (timer2) stop();
  show2();
  return [heading(t("time")), make("div", { className: "by time" }, button, slider, label)];
}

// src/page/legend.js
function showLegend() {
  byId("legend").replaceChildren(
    ...filterSection(),
    directions(),
    ...areaChoice(),
    colourChoice(),
    ...levelChoice(),
    ...groupRows(),
    ...hiddenRows(),
    ...kindRows(),
    ...specialRows(),
    ...timeSection(),
    ...presetSection(),
    ...keptFileSection()
  );
}
var directions = () => make("p", { id: "directions", textContent: directionsLabel(), hidden: !isLocal() });
function filterSection() {
  if (!state.filter) return [];
  const clear = make("button", { className: "only", textContent: t("clear"), ariaLabel: t("clear_filter"), click: () => setFilter("") });
  const words = make("span", { className: "name", textContent: state.filter, title: state.filter });
  return [heading(t("filter")), make("div", { className: "line kept" }, words, clear)];
}
function showMatches(query) {
  commands.closeLocal();
  state.isFitted = true;
  setFilter(query);
}
function setFilter(query) {
  state.filter = query;
  showLegend();
  applyChange({ isAllFitted: state.isFitted });
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
function levelChoice() {
  if (state.colour !== "folder" || deepestLevel() < 2) return [];
  const button = (text, step, title) => {
    const level = folderLevel() + step;
    return make("button", { textContent: text, title: t(title), ariaLabel: t(title), disabled: level < 1 || level > deepestLevel(), click: () => showLevel(level) });
  };
  const label = make("span", { className: "name", textContent: countLabel("levels", folderLevel()) });
  return [make("div", { className: "by levels" }, label, button("−", -1, "level_less"), button("+", 1, "level_more"))];
}
function showLevel(level) {
  state.level = level;
  updateGroups();
  showLegend();
  applyChange();
}
function areaChoice() {
  const areas = availableAreas();
  if (isLayered || areas.length < 2) return [];
  const options = areas.map((name2) => make("option", { value: name2, textContent: t(`by_${name2}`), selected: name2 === state.areas }));
  const choice = make("select", { id: "areas", change: () => showAreas(
    /** @type {Areas} */
    choice.value
  ) }, ...options);
  return [make("label", { className: "by" }, t("areas"), choice)];
}
function showAreas(areas) {
  state.areas = areas;
  applyChange({ isAllFitted: true });
}
function colourBy(name2) {
  state.colour = name2;
  updateGroups();
  showLegend();
  byId("colour").focus();
  applyChange();
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
  return all2.length > 2 ? [allOrNone(hidden, all2), ...rows] : rows;
}
function hiddenRows() {
  const listed = /* @__PURE__ */ new Set([OTHERS, ...groups.slice(0, MAX_GROUPS).map(([name2]) => name2)]);
  const rows = availableColourings().flatMap((colouring) => [...hiddenGroups(colouring)].filter((name2) => colouring !== state.colour || !listed.has(name2)).map((name2) => {
    const size = groupingBy(colouring).groups.find(([other]) => other === name2)?.[1] ?? 0;
    const label = name2 === OTHERS ? t("others") : name2;
    return filterRow(make("i", { className: "swatch hollow" }), `${t(`by_${colouring}`)}: ${label}`, size, hideIn(hiddenGroups(colouring), name2));
  }));
  const single = [...state.hiddenNotes].map((note) => filterRow(swatch(note), notes[note].label, "", hideIn(state.hiddenNotes, note)));
  const linksOf = [...state.unlinked].map((note) => filterRow(make("i", { className: plainStroke }), t("links_of", notes[note].label), "", hideIn(state.unlinked, note)));
  const all2 = [...rows, ...single, ...linksOf];
  return all2.length ? [heading(t("hidden")), ...all2] : [];
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
  return [heading(t("relations")), ...kinds.length > 2 ? [allOrNone(state.hiddenKinds, kinds)] : [], ...rows];
}
function strokeOf(kind) {
  const mark = make("i", { className: "stroke" });
  mark.style.borderColor = colourOfRelation(kind);
  return mark;
}
function specialRows() {
  const rows = linkageRows();
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
  if (mentions.length) rows.push(filterRow(make("i", { className: "stroke dotted" }), t("mentions"), mentions.length, showAs("showMentions"), t("mentions_why")));
  return rows.length ? [heading(t("show")), ...rows, ...ringRows()] : ringRows();
}
function linkageRows() {
  const members = notes.map((_, note) => note).filter(isNote), sizes = LINKAGES.map((linkage) => members.filter((note) => linkageOf(note) === linkage).length);
  const present = LINKAGES.filter((_, place2) => sizes[place2]);
  if (present.length < 2) return [];
  return present.map((linkage) => filterRow(
    make("i", { className: `linkage ${linkage}` }),
    t(linkage),
    sizes[LINKAGES.indexOf(linkage)],
    hideIn(state.hiddenLinkages, linkage, present)
  ));
}
function ringRows() {
  const waiting = notes.map((_, note) => note).filter(waitingCount);
  return ["due", "new"].filter((ring) => waiting.some((note) => ringOf(note) === ring)).map((ring) => {
    const name2 = make("span", { className: "name", textContent: t(`ring_${ring}`) });
    return make("div", { className: "row" }, make("i", { className: `swatch ring ${ring}` }), name2);
  });
}
function shortNameOf(name2) {
  if (state.colour !== "folder" && state.colour !== "obsidian") return name2;
  const end = name2.split("/").pop() ?? "";
  const isClear = groups.filter(([other]) => other.split("/").pop() === end).length === 1;
  return isClear ? end : name2.split("/").slice(-2).join("/");
}

// src/page/sidebars.js
var wasLegendOpen = false;
function toggleNoteList() {
  const isOpen = !isNoteListOpen();
  makeRoom();
  if (isOpen) wasLegendOpen = !byId("legend").hidden;
  setNoteListOpen(isOpen);
  setLegendOpen(!isOpen && wasLegendOpen);
  if (state.isFitted) fit();
  const first = isOpen ? byId("list").querySelector("button") : null;
  (first ?? byId("map")).focus();
}
function makeRoom() {
  if (isNarrow()) byId("panel").hidden = true;
}
function toggleLegend() {
  makeRoom();
  if (byId("legend").contains(document.activeElement)) byId("map").focus();
  setLegendOpen(Boolean(byId("legend").hidden));
  if (state.isFitted) fit();
}

// src/page/theme-switch.js
var toggleTheme = () => setTheme(isDark() ? "light" : "dark");
function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  clearPictures();
  invalidateSheets();
  redraw();
  showLegend();
  if (state.selected >= 0 && !byId("panel").hidden) fillPanel(state.selected);
}

// src/page/keyboard.js
var DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
var KEYS = {
  "/": () => byId("query").focus(),
  "f": () => fit(),
  "l": toggleLocal,
  "r": chooseAny,
  "x": () => {
    if (state.selected >= 0) hideNote(state.selected);
  },
  "e": () => {
    if (isLocal() && shown.isNote[state.selected]) toggleNeighbours(state.selected);
  },
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
function isKeyOfElement(key3, element) {
  if (element.matches("input[type=text]")) return key3 !== "Escape";
  if (element.tagName === "SELECT" && key3 !== "/" && key3 !== "Escape") return true;
  const isOnMap2 = byId("map").contains(element) || element === document.body;
  return !isOnMap2 && (key3 === "Enter" || key3 in DIRECTIONS);
}
function startPathHere() {
  if (state.selected >= 0) promptForTarget(state.selected);
}
function chooseAny() {
  const written = shown.notes.filter(isNote);
  if (written.length) choose(written[Math.floor(Math.random() * written.length)], true);
}
function toggleLocal() {
  if (state.selected < 0) return;
  if (isCentre(state.selected)) closeLocal();
  else showLocal([state.selected]);
}
function onEnter() {
  if (state.pathStart >= 0 && state.selected !== state.pathStart) choose(state.selected);
  else if (state.selected >= 0) byId("panel").focus();
}
function goBack() {
  if (state.pathStart >= 0 || state.path) closePath();
  else if (isNoteListOpen()) toggleNoteList();
  else if (state.selected >= 0) select(-1);
  else if (isLocal()) closeLocal();
  else if (state.filter) setFilter("");
  byId("map").focus();
}
function walkTowards(dx, dy) {
  if (!shown.notes.length) return;
  if (state.selected < 0) return select(firstNote());
  const next = nearestInDirection([...neighbours(state.selected)], dx, dy) ?? nearestInDirection(shown.notes, dx, dy);
  if (next !== void 0) select(next);
}

// src/page/minimap.js
var WIDTH = 170;
var HEIGHT2 = 120;
var MARGIN4 = 6;
var LEAST_DOT = 1.2;
var canvas = (
  /** @type {HTMLCanvasElement} */
  byId("minimap")
);
var overview = whileSame(() => [shown.notes, atlas, localLayout, isDark(), state.colour], () => {
  const box = bounds(), ratio = devicePixelRatio || 1;
  const scale = Math.min((WIDTH - 2 * MARGIN4) / (box.right - box.left), (HEIGHT2 - 2 * MARGIN4) / (box.bottom - box.top));
  const left = (box.left + box.right) / 2 - WIDTH / scale / 2, top = (box.top + box.bottom) / 2 - HEIGHT2 / scale / 2;
  const sheet = make("canvas", { width: WIDTH * ratio, height: HEIGHT2 * ratio }), context = contextOf(sheet);
  context.scale(ratio, ratio);
  for (const note of shown.notes) {
    const room = roomOf(note, restingPlaceOf(note));
    context.fillStyle = colourOf(note);
    context.fillRect((room.left - left) * scale, (room.top - top) * scale, Math.max(LEAST_DOT, (room.right - room.left) * scale - 0.6), Math.max(LEAST_DOT, (room.bottom - room.top) * scale - 0.6));
  }
  return { sheet, left, top, scale, box };
});
function updateMinimap() {
  const isNeeded = !isNarrow() && shown.notes.length > 0 && isPartSeen();
  canvas.hidden = !isNeeded;
  if (!isNeeded) return;
  const { sheet, left, top, scale } = overview(), frame = frameOfScreen(), ratio = devicePixelRatio || 1;
  if (canvas.width !== sheet.width) Object.assign(canvas, { width: sheet.width, height: sheet.height });
  const context = contextOf(canvas);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.globalAlpha = 0.7;
  context.drawImage(sheet, 0, 0);
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.strokeStyle = colour.accent;
  context.lineWidth = 1.5;
  context.strokeRect((frame.left - left) * scale, (frame.top - top) * scale, (frame.right - frame.left) * scale, (frame.bottom - frame.top) * scale);
}
function isPartSeen() {
  const { box } = overview(), area = freeArea();
  const start2 = stage.canvasToDOM({ x: box.left, y: box.top }), end = stage.canvasToDOM({ x: box.right, y: box.bottom });
  return start2.x < area.left - 2 || start2.y < area.top - 2 || end.x > area.right + 2 || end.y > area.bottom + 2;
}
function listenToMinimap() {
  const moveTo = (event) => {
    const { left, top, scale } = overview();
    stage.moveTo({ position: { x: left + event.offsetX / scale, y: top + event.offsetY / scale }, scale: stage.getScale() });
    state.isFitted = false;
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons) moveTo(event);
  });
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
  const place2 = namesOf(note).findIndex((name2) => matches(note, name2));
  if (place2 < 0) return null;
  if (place2 > 0) return { note, rank: 2, hint: () => notes[note].aliases?.[place2 - 1] ?? "" };
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
  list.replaceChildren(...hits.slice(0, MAX_HITS).map(({ note, hint }, place2) => make("li", {
    id: `hit-${place2}`,
    role: "option",
    mousedown: (event) => {
      event.preventDefault();
      pickHit(note);
    }
  }, notes[note].label, make("small", { textContent: hint() }))));
  if (!hits.length) list.append(emptyHit(unsupported));
  byId("status").textContent = unsupported ? t("unsupported", unsupported) : words ? countLabel("hits", hits.length) : "";
  byId("keep").hidden = !hits.length;
  markHit(activeHit);
}
function emptyHit(unsupported) {
  if (!unsupported) return make("li", { textContent: t("nothing") });
  return make("li", {}, t("unsupported", unsupported), make("small", { textContent: t("operators") }));
}
function markHit(place2) {
  activeHit = place2;
  [...byId("hits").children].forEach((item, number) => {
    item.ariaSelected = String(number === place2);
  });
  queryBox.setAttribute("aria-activedescendant", place2 < 0 ? "" : `hit-${place2}`);
  document.getElementById(`hit-${place2}`)?.scrollIntoView({ block: "nearest" });
}
function keepSearch() {
  const words = queryBox.value.trim();
  leaveSearch();
  state.isFitted = true;
  setFilter(words);
  byId("map").focus();
}
function pickHit(note) {
  leaveSearch();
  if (isHidden(note)) unhide(note);
  choose(note, true);
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
function walkOnMap(event) {
  event.preventDefault();
  byId("map").focus();
  byId("map").dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true }));
}
function onSearchKey(event) {
  event.stopPropagation();
  if (!queryBox.value && event.key.startsWith("Arrow")) return walkOnMap(event);
  if (event.key === "Escape") {
    leaveSearch();
    byId("map").focus();
  } else if (event.key === "Enter" && event.shiftKey && hits.length) {
    event.preventDefault();
    keepSearch();
  } else if (event.key in SEARCH_KEYS && hits.length) {
    event.preventDefault();
    SEARCH_KEYS[event.key]();
  }
}
function unhide(note) {
  showGroupsOf(note);
  state.hiddenLinkages.delete(linkageOf(note));
  state.hiddenSorts.delete(notes[note].kind);
  state.hiddenNotes.delete(note);
  if (isHidden(note)) Object.assign(state, { filter: "", until: "" });
  showLegend();
  updateView();
}

// src/page/stage.js
function openStage() {
  setStage(new vis.Network(byId("map"), { nodes: new vis.DataSet([]), edges: [] }, readBlock("options")));
  byId("map").querySelector(".vis-network")?.setAttribute("tabindex", "-1");
  stage.on("beforeDrawing", (context) => {
    paint(context, frameOfScreen());
    updateMinimap();
  });
  stage.on("animationFinished", completeMovement);
  stage.on("zoom", () => {
    state.isFitted = false;
  });
  stage.on("dragEnd", () => {
    state.isFitted = false;
  });
}

// src/main.js
async function readRest() {
  if (!isPacked) return;
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
  stage.on("dragStart", () => {
    byId("tip").hidden = true;
  });
  const taps = new Taps();
  const onClick = (canvas2, screen, isShift = false) => {
    byId("map").focus({ preventScroll: true });
    const further2 = moreAt(canvas2), note = further2 < 0 ? taps.noteOf(noteAt(canvas2), screen, Date.now()) : -1;
    if (further2 >= 0) toggleNeighbours(further2);
    else if (isShift && note >= 0) addCentre(note);
    else choose(note);
  };
  const onDoubleClick = (canvas2, screen) => {
    const note = moreAt(canvas2) < 0 ? taps.noteOf(noteAt(canvas2), screen, Date.now()) : -1;
    if (note >= 0 && !(isCentre(note) && state.local.centres.length === 1)) showLocal([note]);
  };
  stage.on("click", ({ pointer, event }) => onClick(pointer.canvas, pointer.DOM, event.srcEvent?.shiftKey));
  stage.on("doubleClick", ({ pointer }) => onDoubleClick(pointer.canvas, pointer.DOM));
  byId("map").addEventListener("dblclick", ({ clientX: x, clientY: y }) => onDoubleClick(stage.DOMtoCanvas({ x, y }), { x, y }));
  listenForDrags(onClick);
  listenForGestures();
  listenForHover();
  listenToMinimap();
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
    "less-depth": () => changeDepth(-1),
    "more-depth": () => changeDepth(1),
    "all": closeLocal,
    "picture": () => pictureDialog.close()
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener("click", action);
  byId("panel").addEventListener("mouseenter", () => hover(-1));
  byId("query").addEventListener("input", search);
  byId("query").addEventListener("keydown", onSearchKey);
  byId("query").addEventListener("blur", () => {
    byId("hits").hidden = true;
  });
  byId("keep").addEventListener("mousedown", (event) => event.preventDefault());
  byId("keep").addEventListener("click", keepSearch);
  byId("index").addEventListener("keydown", onListKey);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  addEventListener("resize", () => requestAnimationFrame(onResize));
}
function onResize() {
  if (!isLayered && !isLocal()) updateView();
  if (state.isFitted) fit(false);
}
function start() {
  bindCommands({ select, choose, showLocal, closeLocal, toggleNeighbours, hideNote, toggleLinks, filter: showMatches, showLegend, updateAll });
  translatePage();
  readColours();
  if (isLayered) shrinkBoxes();
  if (isLayered) spreadLanes();
  restoreDragged();
  state.colour = defaultColouring();
  state.areas = defaultAreas();
  updateGroups();
  applyFilters();
  setLegendOpen(!isNarrow());
  showLegend();
  updateAtlas(roomForAtlas());
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
  showFirstHint();
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
  choose,
  startPath,
  showLocal,
  closeLocal,
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
  shortestPath: (from, to) => shortestPath(from, to, shownLinksOf, otherEnd2),
  areas: () => atlas.areas,
  atlas: () => atlas,
  rectangles: () => shown.notes.map(screenRectangle),
  routes: () => shown.links.map((number) => links[number]).filter((link) => !isLinkHidden(link)).map(routeOf)
};
})();
