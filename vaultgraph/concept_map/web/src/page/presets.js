// Views that the reader has named: what the address holds, kept in the browser.

import { heading, make } from '../dom.js';
import { page } from '../format/payload.js';
import { t } from '../model/strings.js';
import { commands } from './commands.js';
import { currentAddress, restoreView } from './history.js';
import { keep, kept } from './storage.js';

const key = `vaultgraph views ${page.title} ${page.part}`, MAX_NAME = 60;

/** @typedef {[name: string, hash: string]} Preset */

/** @returns {Preset[]} */
export function presets() {
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
  return [heading(t('views')), ...rows, form];
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
