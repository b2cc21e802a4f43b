// Views that the reader has named: what the address holds, kept in the browser.

import { heading, make } from '../dom.js';
import { page } from '../format/payload.js';
import { t } from '../model/strings.js';
import { commands } from './commands.js';
import { currentAddress, restoreView } from './history.js';
import { draggedPlaces, isAnyDragged, resetDragged } from './kept-places.js';
import { download } from './save.js';
import { keep, kept } from './storage.js';

const key = `vaultgraph views ${page.title} ${page.part}`, MAX_NAME = 60;

/** @typedef {[name: string, hash: string]} Preset */

/** @returns {Preset[]} */
function presets() {
  const found = kept(key) ?? page.kept.views;
  if (!Array.isArray(found)) return [];
  return found.filter(each => Array.isArray(each) && each.length === 2 && each.every(part => typeof part === 'string') && /^(?:#|$)/.test(each[1]));
}

/** The part of the legend that lists them, and names the one that is shown. */
export function presetSection() {
  const rows = presets().map(([name, hash]) => make('div', { className: 'line' },
    make('button', { className: 'preset', textContent: name, title: name, click: () => show(hash) }),
    make('button', { className: 'only', textContent: t('remove'), ariaLabel: t('remove_view', name), click: () => remove(name) })));
  const box = make('input', { type: 'text', maxLength: MAX_NAME, placeholder: t('name_view'), ariaLabel: t('name_view') });
  const form = make('form', { className: 'by', submit: (/** @type {Event} */ event) => { event.preventDefault(); save(box.value.trim()); } },
    box, make('button', { textContent: t('save_view') }));
  return [heading(t('views')), ...rows, form, ...fileButtons()];
}

function fileButtons() {
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

/** The format is described in docs/map-format.md. */
function saveFile() {
  const text = JSON.stringify({ schema: 'vaultgraph-kept/1', places: draggedPlaces(), views: presets() }, null, 1);
  download(new Blob([text], { type: 'application/json' }), keptName());
}

function reset() {
  resetDragged();
  commands.showLegend();
  commands.updateAll();
}

/** @param {string} name */
function save(name) {
  if (!name) return;
  keep(key, [...presets().filter(([other]) => other !== name), [name, currentAddress()]]);
  commands.showLegend();
}

/** @param {string} name */
function remove(name) {
  keep(key, presets().filter(([other]) => other !== name));
  commands.showLegend();
}

/** @param {string} hash */
function show(hash) {
  history.pushState(null, '', hash || location.pathname + location.search);
  restoreView();
}
