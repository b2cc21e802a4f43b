// Which parts of the page are open, and which part of the window they leave free.

import { byId } from '../dom.js';

export const isNarrow = () => innerWidth <= 760;

// The part of the window that neither bar, legend nor panel covers.
export function freeArea() {
  const area = { left: 18, top: byId('bar').getBoundingClientRect().bottom + 16, right: innerWidth - 18, bottom: innerHeight - 18 };
  const legend = byId(isNoteListOpen() ? 'index' : 'legend').getBoundingClientRect();
  const panel = byId('panel').getBoundingClientRect();
  if (legend.width && isNarrow()) area.bottom = Math.min(area.bottom, legend.top - 12);
  else if (legend.width) area.left = legend.right + 18;
  if (panel.width && isNarrow()) area.bottom = Math.min(area.bottom, panel.top - 12);
  else if (panel.width) area.right = panel.left - 18;
  return area;
}

const WIDTH_STEP = 100;

/**
 * The room next to the legend: how wide it is, and how much wider than high, both in steps. The atlas shall not change
 * with every pixel, nor when a panel opens.
 */
export function roomForAtlas() {
  const [across, down] = isNarrow() ? [36, 90] : [290, 104], width = Math.max(1, innerWidth - across);
  const aspect = Math.max(0.5, Math.min(2.5, width / Math.max(1, innerHeight - down)));
  return { aspect: Math.round(4 * aspect) / 4, width: Math.max(WIDTH_STEP, Math.floor(width / WIDTH_STEP) * WIDTH_STEP) };
}

export const isNoteListOpen = () => !byId('index').classList.contains('visually-hidden');

// Closed, it is still there for readers of the screen, but no stop for the Tab key.
export const listTabIndex = () => isNoteListOpen() ? 0 : -1;

/** @param {boolean} isOpen */
export function setNoteListOpen(isOpen) {
  byId('index').classList.toggle('visually-hidden', !isOpen);
  byId('index-button').ariaExpanded = String(isOpen);
  for (const button of byId('list').querySelectorAll('button')) button.tabIndex = listTabIndex();
}

/** @param {boolean} isOpen */
export function setLegendOpen(isOpen) {
  if (isOpen) setNoteListOpen(false);
  byId('legend').hidden = !isOpen;
  byId('legend-button').ariaExpanded = String(isOpen);
}
