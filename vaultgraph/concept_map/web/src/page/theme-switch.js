// Switches between light and dark.

import { clearPictures } from '../drawing/name-pictures.js';
import { byId } from '../dom.js';
import { invalidateSheets } from '../drawing/sheets.js';
import { redraw } from '../drawing/stage.js';
import { isDark, readColours, root } from '../drawing/theme.js';
import { state } from '../model/state.js';
import { showLegend } from './legend.js';
import { fillPanel } from './panel.js';

export const toggleTheme = () => setTheme(isDark() ? 'light' : 'dark');

/** @param {string} theme */
export function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  clearPictures();
  invalidateSheets();
  redraw();
  showLegend();
  if (state.selected >= 0 && !byId('panel').hidden) fillPanel(state.selected);
}
