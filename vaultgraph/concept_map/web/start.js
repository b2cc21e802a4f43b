// Puts the parts together and begins.

// Show what the filters leave, after any of them has changed.
function show() {
  refilter();
  gather();
  forgetBackdrop();
  forgetSquares();
  forgetOutlines();
  updateActors();
  count();
  listNotes();
  if (state.way && !notesOnWay(state.way).every(note => shown.isNote[note])) endWay();
  refocus();
}

function count() {
  const written = shown.notes.filter(isNote).length;
  byId('count').textContent = `${counted('notes', written)} · ${counted('links', shown.links.length)}`;
  byId('svg').disabled = !isDrawable();
  byId('svg').title = byId('svg').ariaLabel = text(isDrawable() ? 'svg' : 'svg_too_large', MOST_PIECES);
}

// Only the surroundings of a note, up to a distance; -1 shows all notes.
function showLocal(note, depth) {
  state.centre = note;
  state.depth = Math.max(1, Math.min(6, depth));
  byId('local').hidden = note < 0;
  byId('depth').textContent = text('depth', state.depth);
  show();
  renewActions();
  fit();
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

function openAddress() {
  const [, wanted, start] = /^#note=([^&]+)(?:&from=(.+))?$/.exec(location.hash) ?? [];
  const note = wanted ? noteCalled(wanted) : -1;
  if (note < 0 || note === state.selected) return;
  state.start = start ? noteCalled(start) : -1;
  choose(note, true);
}

function noteCalled(encoded) {
  let name;
  try { name = fold(decodeURIComponent(encoded)); } catch { return -1; }
  const paths = notes.map(note => fold(note.path ?? ''));
  const places = [paths.indexOf(name), paths.indexOf(`${name}.md`), keys.indexOf(name)];
  return places.find(place => place >= 0) ?? -1;
}

function translatePage() {
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-title]')) element.title = element.ariaLabel = text(element.dataset.title);
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = text(element.dataset.label);
  byId('query').placeholder = byId('query').ariaLabel = text('search');
  byId('map').ariaLabel = text('map', page.title);
}

function showTip({ node, pointer }) {
  const { label, cards } = notes[node], said = [cards && counted('cards', cards), sayWaiting(node)].filter(Boolean);
  const tip = byId('tip');
  tip.replaceChildren(label, make('small', { textContent: said.map(words => ` · ${words}`).join('') }));
  tip.hidden = isConcept;
  tip.style.left = `${Math.min(pointer.DOM.x + 14, innerWidth - 200)}px`;
  tip.style.top = `${pointer.DOM.y + 16}px`;
}

function hover(note) {
  state.hovered = note;
  byId('map').style.cursor = note < 0 ? '' : 'pointer';
  if (note < 0) byId('tip').hidden = true;
  refocus();
}

function listenToStage() {
  stage.on('hoverNode', event => { hover(event.node); showTip(event); });
  stage.on('blurNode', () => hover(-1));
  stage.on('dragStart', () => { byId('tip').hidden = true; });
  stage.on('click', ({ nodes: [note], pointer }) => {
    byId('map').focus({ preventScroll: true });
    choose(note ?? noteNear(pointer.canvas));
  });
  stage.on('doubleClick', ({ nodes: [note], pointer }) => {
    const centre = note ?? noteNear(pointer.canvas);
    if (centre >= 0) showLocal(centre, state.depth);
  });
  if (isBig) listenForNotes();
}

function listenToPage() {
  const onClick = {
    'fit': () => fit(), 'png': savePng, 'svg': saveSvg, 'legend-button': toggleLegend,
    'theme': turnTheme, 'help-button': openHelp, 'index-button': toggleIndex, 'end-way': endWay,
    'nearer': () => showLocal(state.centre, state.depth - 1),
    'farther': () => showLocal(state.centre, state.depth + 1),
    'all': () => showLocal(-1, state.depth),
    'picture': () => byId('picture').close(),
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener('click', action);
  byId('panel').addEventListener('mouseenter', () => hover(-1));
  byId('query').addEventListener('input', search);
  byId('query').addEventListener('keydown', onSearchKey);
  byId('query').addEventListener('blur', () => { byId('hits').hidden = true; });
  byId('index').addEventListener('keydown', walkIndex);
  addEventListener('keydown', onKey);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  addEventListener('hashchange', openAddress);
  addEventListener('resize', () => { if (isFitted) requestAnimationFrame(() => fit(false)); });
}

function start() {
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

// For tests, and for the curious.
window.VG = {
  ready: true, notes, links, state, shown, stage, page, sheets,
  select, choose, beginWay, strength, shortestWay, colourOf, colourOfGroup, colour, doWait, ringAt, showLocal, fit, search, svgText, drawWhole, ancestors, trail, freeArea,
  outlines: () => shownOutlines().wholes,
  rectangles: () => shown.notes.map(rectangle),
  routes: () => shown.links.map(number => links[number]).filter(link => !isSilent(link)).map(routeOf),
};
