// The file with dragged places and named views, which `vaultgraph map --keep` shows again. Its format is described in
// docs/map-format.md.

import { make } from '../dom.js';
import { t } from '../model/strings.js';
import { commands } from './commands.js';
import { draggedPlaces, isAnyDragged, resetDragged } from './kept-places.js';
import { presets } from './presets.js';
import { download } from './save.js';

/** The part of the legend that saves places and views, if there are any. */
export function keptFileSection() {
  const isDragged = isAnyDragged();
  if (!isDragged && !presets().length) return [];
  const buttons = [make('button', { textContent: t('save_file'), title: t('save_file_why', keptName()), click: saveFile })];
  if (isDragged) buttons.push(make('button', { textContent: t('reset_places'), click: reset }));
  return [make('div', { className: 'all' }, ...buttons)];
}

/** `vaultgraph map --keep` looks for this name next to the map. */
function keptName() {
  const file = location.pathname.split('/').pop() ?? '';
  let name = 'map';
  try { name = decodeURIComponent(file).replace(/\.[^.]*$/, '') || name; } catch { /* It is not UTF-8. */ }
  return `${name}.kept.json`;
}

function saveFile() {
  const text = JSON.stringify({ schema: 'vaultgraph-kept/1', places: draggedPlaces(), views: presets() }, null, 1);
  download(new Blob([text], { type: 'application/json' }), keptName());
}

function reset() {
  resetDragged();
  commands.showLegend();
  commands.updateAll();
}
