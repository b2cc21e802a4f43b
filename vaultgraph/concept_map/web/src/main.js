// Puts the parts together and starts the page.

import { byId } from './dom.js';
import { rectangle } from './drawing/bounds.js';
import { shrinkBoxes } from './drawing/boxes.js';
import { isSilent, strength } from './drawing/focus.js';
import { noteNear } from './drawing/near.js';
import { shownOutlines } from './drawing/regions.js';
import { ringAt } from './drawing/rings.js';
import { routeOf, spreadLanes } from './drawing/routes.js';
import { sheets } from './drawing/sheets.js';
import { stage } from './drawing/stage.js';
import { colour, colourOf, colourOfGroup, readColours } from './drawing/theme.js';
import { isBig, isConcept, links, notes, page, readLate } from './format/payload.js';
import { doWait } from './model/due.js';
import { ancestors, refilter, shown, trail } from './model/filter.js';
import { firstColour, regroup } from './model/groups.js';
import { linksOf, otherEnd } from './model/path.js';
import { makeReady } from './model/searchable.js';
import { shortestWay } from './model/shortest-path.js';
import { state } from './model/state.js';
import { text } from './model/strings.js';
import { noteCalled } from './page/address.js';
import { fit, moveTray, openView } from './page/camera.js';
import { bindCommands } from './page/commands.js';
import { openHelp } from './page/help.js';
import { hover, listenForNotes, showTip } from './page/hover.js';
import { onKey } from './page/keyboard.js';
import { freeArea, isNarrow, openLegend } from './page/layout.js';
import { showLegend } from './page/legend.js';
import { listNotes, walkIndex } from './page/note-list.js';
import { fillPanel } from './page/panel.js';
import { beginWay } from './page/path-bar.js';
import { afterPrint, beforePrint } from './page/print.js';
import { drawWhole, savePng, saveSvg, svgText } from './page/save.js';
import { onSearchKey, search } from './page/search.js';
import { choose, endWay, select } from './page/selection.js';
import { toggleIndex, toggleLegend } from './page/sidebars.js';
import { openStage } from './page/stage.js';
import { turnTheme } from './page/theme-switch.js';
import { count, showLocal } from './page/view.js';

async function readRest() {
  if (!isBig) return;
  await readLate();
  if (state.selected >= 0) fillPanel(state.selected);
  makeReady();
}

function openAddress() {
  const [, wanted, start] = /^#note=([^&]+)(?:&from=(.+))?$/.exec(location.hash) ?? [];
  const note = wanted ? noteCalled(wanted) : -1;
  if (note < 0 || note === state.selected) return;
  state.start = start ? noteCalled(start) : -1;
  choose(note, true);
}

function translatePage() {
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-title]')) element.title = element.ariaLabel = text(element.dataset.title);
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = text(element.dataset.label);
  byId('query').placeholder = byId('query').ariaLabel = text('search');
  byId('map').ariaLabel = text('map', page.title);
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
  addEventListener('resize', () => { if (state.isFitted) requestAnimationFrame(() => fit(false)); });
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

// For tests, and for the curious.
window.VG = {
  ready: true, notes, links, state, shown, stage, page, sheets,
  select, choose, beginWay, strength, shortestWay: (from, to) => shortestWay(from, to, linksOf, otherEnd), colourOf, colourOfGroup, colour, doWait, ringAt, showLocal, fit, search, svgText, drawWhole, ancestors, trail, freeArea,
  outlines: () => shownOutlines().wholes,
  rectangles: () => shown.notes.map(rectangle),
  routes: () => shown.links.map(number => links[number]).filter(link => !isSilent(link)).map(routeOf),
};
