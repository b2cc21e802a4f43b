// Puts the parts together and starts the page.

import { byId, queryBox } from './dom.js';
import { atlas, updateAtlas } from './drawing/atlas-layout.js';
import { screenRectangle } from './drawing/bounds.js';
import { moreAt } from './drawing/badges.js';
import { shrinkBoxes } from './drawing/box-text.js';
import { isLinkHidden, opacityOf } from './drawing/focus.js';
import { noteAt } from './drawing/note-grid.js';
import { ringAt } from './drawing/rings.js';
import { routeOf, spreadLanes } from './drawing/routes.js';
import { sheets } from './drawing/sheets.js';
import { stage } from './drawing/stage.js';
import { colour, colourOf, colourOfGroup, readColours, relationColours } from './drawing/theme.js';
import { isLayered, isPacked, links, notes, page, readCardsAndImages } from './format/payload.js';
import { hasWaitingCards } from './model/due.js';
import { ancestors, applyFilters, shown } from './model/filter.js';
import { defaultAreas, defaultColouring, updateGroups } from './model/groups.js';
import { otherEnd, shownLinksOf } from './model/path.js';
import { prepareSearch } from './model/searchable.js';
import { shortestPath } from './model/shortest-path.js';
import { isCentre, isLocal, state } from './model/state.js';
import { t } from './model/strings.js';
import { prerequisites } from './model/study.js';
import { Taps } from './model/taps.js';
import { fit, placeUnlinkedArea, setInitialView } from './page/camera.js';
import { bindCommands } from './page/commands.js';
import { listenForDrags } from './page/drag.js';
import { showFirstHint } from './page/first-hint.js';
import { listenForGestures } from './page/gestures.js';
import { openHelp } from './page/help.js';
import { hover, listenForHover } from './page/hover.js';
import { pictureDialog } from './page/images.js';
import { listenToHistory, restoreView, withoutStep } from './page/history.js';
import { onKey } from './page/keyboard.js';
import { restoreDragged } from './page/kept-places.js';
import { freeArea, isNarrow, roomForAtlas, setLegendOpen } from './page/layout.js';
import { showLegend, showMatches } from './page/legend.js';
import { addCentre, changeDepth, closeLocal, showLocal, toggleNeighbours } from './page/local-graph.js';
import { listenToMinimap } from './page/minimap.js';
import { listNotes, onListKey } from './page/note-list.js';
import { fillPanel } from './page/panel.js';
import { startPath } from './page/path-bar.js';
import { afterPrint, beforePrint } from './page/print.js';
import { drawWhole, savePng, saveSvg, svgText } from './page/save.js';
import { keepSearch, onSearchKey, search } from './page/search.js';
import { choose, closePath, hideNote, select, toggleLinks } from './page/selection.js';
import { toggleLegend, toggleNoteList } from './page/sidebars.js';
import { openStage } from './page/stage.js';
import { toggleTheme } from './page/theme-switch.js';
import { updateAll, updateCount, updateView } from './page/view.js';

async function readRest() {
  if (!isPacked) return;
  await readCardsAndImages();
  if (state.selected >= 0) fillPanel(state.selected);
  prepareSearch();
}

function translatePage() {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text], [data-title], [data-label]'));
  for (const element of elements) {
    const { text, title, label } = element.dataset;
    if (text) element.textContent = t(text);
    if (title) element.title = element.ariaLabel = t(title);
    if (label) element.ariaLabel = t(label);
  }
  queryBox.placeholder = queryBox.ariaLabel = t('search');
  byId('map').ariaLabel = t('map', page.title);
}

function listenToStage() {
  stage.on('dragStart', () => { byId('tip').hidden = true; });
  const taps = new Taps();
  /** @type {(canvas: Position, screen: Position, isShift?: boolean) => void} */
  const onClick = (canvas, screen, isShift = false) => {
    byId('map').focus({ preventScroll: true });
    const further = moreAt(canvas), note = further < 0 ? taps.noteOf(noteAt(canvas), screen, Date.now()) : -1;
    if (further >= 0) toggleNeighbours(further);
    else if (isShift && note >= 0) addCentre(note);
    else choose(note);
  };
  /** @type {(canvas: Position, screen: Position) => void} */
  const onDoubleClick = (canvas, screen) => {
    const note = moreAt(canvas) < 0 ? taps.noteOf(noteAt(canvas), screen, Date.now()) : -1;
    if (note >= 0 && !(isCentre(note) && state.local.centres.length === 1)) showLocal([note]);
  };
  stage.on('click', ({ pointer, event }) => onClick(pointer.canvas, pointer.DOM, event.srcEvent?.shiftKey));
  stage.on('doubleClick', ({ pointer }) => onDoubleClick(pointer.canvas, pointer.DOM));
  byId('map').addEventListener('dblclick', ({ clientX: x, clientY: y }) => onDoubleClick(stage.DOMtoCanvas({ x, y }), { x, y }));
  listenForDrags(onClick);
  listenForGestures();
  listenForHover();
  listenToMinimap();
}

function listenToPage() {
  const onClick = {
    'fit': () => fit(), 'png': savePng, 'svg': saveSvg, 'legend-button': toggleLegend,
    'theme': toggleTheme, 'help-button': openHelp, 'index-button': toggleNoteList, 'close-path': closePath,
    'less-depth': () => changeDepth(-1),
    'more-depth': () => changeDepth(1),
    'all': closeLocal,
    'picture': () => pictureDialog.close(),
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener('click', action);
  byId('panel').addEventListener('mouseenter', () => hover(-1));
  byId('query').addEventListener('input', search);
  byId('query').addEventListener('keydown', onSearchKey);
  byId('query').addEventListener('blur', () => { byId('hits').hidden = true; });
  byId('keep').addEventListener('mousedown', event => event.preventDefault());
  byId('keep').addEventListener('click', keepSearch);
  byId('index').addEventListener('keydown', onListKey);
  addEventListener('keydown', onKey);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  addEventListener('resize', () => requestAnimationFrame(onResize));
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

// For tests, and for the console.
window.VG = {
  ready: true, notes, links, state, shown, stage, page, sheets, colour,
  select, choose, startPath, showLocal, closeLocal, fit, search, svgText, drawWhole, freeArea,
  ancestors, prerequisites, opacityOf, colourOf, colourOfGroup, relationColours, hasWaitingCards, ringAt,
  /** @type {(from: number, to: number) => number[] | null} */
  shortestPath: (from, to) => shortestPath(from, to, shownLinksOf, otherEnd),
  areas: () => atlas.areas, atlas: () => atlas,
  rectangles: () => shown.notes.map(screenRectangle),
  routes: () => shown.links.map(number => links[number]).filter(link => !isLinkHidden(link)).map(routeOf),
};
