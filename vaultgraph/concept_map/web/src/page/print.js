// On paper: the whole map in light colours, as a drawing that stays sharp, or as a picture if it is huge.

import { byId, make } from '../dom.js';
import { colour, isDark, root } from '../drawing/theme.js';
import { page } from '../format/payload.js';
import { drawWhole, isSvgPossible, svgDrawing } from './save.js';
import { setTheme } from './theme-switch.js';

let themeOnScreen = '';

export function beforePrint() {
  themeOnScreen = root.dataset.theme ?? '';
  if (isDark()) setTheme('light');
  colour.paper = '#fff';
  const title = make('h1', { textContent: [page.title, page.part].filter(Boolean).join(' · ') });
  byId('paper').replaceChildren(title, isSvgPossible() ? svgDrawing() : make('img', { src: drawWhole().toDataURL(), alt: page.title }));
}

export function afterPrint() {
  byId('paper').replaceChildren();
  setTheme(themeOnScreen);
}
