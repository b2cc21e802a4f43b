// Switches between light and dark.

import { forgetBackdrop } from '../drawing/backdrop.js';
import { forgetLabels } from '../drawing/name-pictures.js';
import { redraw } from '../drawing/stage.js';
import { isDark, readColours, root } from '../drawing/theme.js';
import { showLegend } from './legend.js';

export const turnTheme = () => setTheme(isDark() ? 'light' : 'dark');

export function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  forgetLabels();
  forgetBackdrop();
  redraw();
  showLegend();
}
