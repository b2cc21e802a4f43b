// Puts the parts together and starts the page.

import { byId, queryBox } from './dom.js';
import { screenRectangle } from './drawing/bounds.js';
import { shrinkBoxes } from './drawing/boxes.js';
import { isHiddenAsImplied, opacityOf } from './drawing/focus.js';
import { noteAt } from './drawing/note-grid.js';
import { shownOutlines } from './drawing/regions.js';
import { ringAt } from './drawing/rings.js';
import { routeOf, spreadLanes } from './drawing/routes.js';
import { sheets } from './drawing/sheets.js';
import { stage } from './drawing/stage.js';
import { colour, colourOf, colourOfGroup, readColours, relationColours } from './drawing/theme.js';
import { isBig, isLayered, links, notes, page, readCardsAndImages } from './format/payload.js';
import { hasWaitingCards } from './model/due.js';
import { ancestors, applyFilters, shown } from './model/filter.js';
import { defaultColouring, updateGroups } from './model/groups.js';
import { otherEnd, shownLinksOf } from './model/path.js';
import { prepareSearch } from './model/searchable.js';
import { shortestPath } from './model/shortest-path.js';
import { state } from './model/state.js';
import { t } from './model/strings.js';
import { prerequisites } from './model/study.js';
import { Taps } from './model/taps.js';
import { fit, placeUnlinkedArea, setInitialView } from './page/camera.js';
import { bindCommands } from './page/commands.js';
import { listenForGestures } from './page/gestures.js';
import { openHelp } from './page/help.js';
import { hover, listenForNotes, showTip } from './page/hover.js';
import { pictureDialog } from './page/images.js';
import { listenToHistory, restoreView, withoutStep } from './page/history.js';
import { onKey } from './page/keyboard.js';
import { freeArea, isNarrow, setLegendOpen } from './page/layout.js';
import { showLegend } from './page/legend.js';
import { listNotes, onListKey } from './page/note-list.js';
import { fillPanel } from './page/panel.js';
import { startPath } from './page/path-bar.js';
import { afterPrint, beforePrint } from './page/print.js';
import { drawWhole, savePng, saveSvg, svgText } from './page/save.js';
import { onSearchKey, search } from './page/search.js';
import { choose, closePath, select } from './page/selection.js';
import { toggleLegend, toggleNoteList } from './page/sidebars.js';
import { openStage } from './page/stage.js';
import { toggleTheme } from './page/theme-switch.js';
import { showLocal, updateAll, updateCount } from './page/view.js';

async function readRest() {
  if (!isBig) return;
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
  stage.on('hoverNode', event => { hover(event.node); showTip(event); });
  stage.on('blurNode', () => hover(-1));
  stage.on('dragStart', () => { byId('tip').hidden = true; });
  const taps = new Taps();
  /** @param {vis.PointerEvent} event */
  const tapped = ({ nodes: [note], pointer }) => taps.noteOf(note ?? noteAt(pointer.canvas), pointer.DOM, Date.now());
  stage.on('click', event => {
    byId('map').focus({ preventScroll: true });
    choose(tapped(event));
  });
  stage.on('doubleClick', event => {
    const centre = tapped(event);
    if (centre >= 0) showLocal(centre, state.depth);
  });
  listenForGestures();
  if (isBig) listenForNotes();
}

function listenToPage() {
  const onClick = {
    'fit': () => fit(), 'png': savePng, 'svg': saveSvg, 'legend-button': toggleLegend,
    'theme': toggleTheme, 'help-button': openHelp, 'index-button': toggleNoteList, 'close-path': closePath,
    'less-depth': () => showLocal(state.centre, state.depth - 1),
    'more-depth': () => showLocal(state.centre, state.depth + 1),
    'all': () => showLocal(-1, state.depth),
    'picture': () => pictureDialog.close(),
  };
  for (const [id, action] of Object.entries(onClick)) byId(id).addEventListener('click', action);
  byId('panel').addEventListener('mouseenter', () => hover(-1));
  byId('query').addEventListener('input', search);
  byId('query').addEventListener('keydown', onSearchKey);
  byId('query').addEventListener('blur', () => { byId('hits').hidden = true; });
  byId('index').addEventListener('keydown', onListKey);
  addEventListener('keydown', onKey);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  addEventListener('resize', () => { if (state.isFitted) requestAnimationFrame(() => fit(false)); });
}

function start() {
  bindCommands({ select, choose, showLocal, showLegend, updateAll });
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

// For tests, and for the console.
window.VG = {
  ready: true, notes, links, state, shown, stage, page, sheets, colour,
  select, choose, startPath, showLocal, fit, search, svgText, drawWhole, freeArea,
  ancestors, prerequisites, opacityOf, colourOf, colourOfGroup, relationColours, hasWaitingCards, ringAt,
  /** @type {(from: number, to: number) => number[] | null} */
  shortestPath: (from, to) => shortestPath(from, to, shownLinksOf, otherEnd),
  outlines: () => shownOutlines().topics,
  rectangles: () => shown.notes.map(screenRectangle),
  routes: () => shown.links.map(number => links[number]).filter(link => !isHiddenAsImplied(link)).map(routeOf),
};
