// The keys, listed in a dialog.

import { byId, heading, icon, make } from '../dom.js';
import { text } from '../model/strings.js';

const TOLD_KEYS = [
  ['/', 'key_search'], ['← ↑ → ↓', 'key_walk'], ['Enter', 'key_panel'], ['n', 'key_index'], ['g', 'key_legend'],
  ['l', 'key_local'], ['p', 'key_way'], ['f', 'key_fit'], ['+ −', 'key_zoom'], ['t', 'key_theme'], ['Esc', 'key_back'], ['?', 'key_help'],
];

export function openHelp() {
  const rows = TOLD_KEYS.map(([keys, what]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', { textContent: keys })), make('td', { textContent: text(what) })));
  const close = make('button', { className: 'close', ariaLabel: text('close'), title: text('close'), click: () => byId('help').close() }, icon('close'));
  byId('help').replaceChildren(close, heading(text('help')), make('table', {}, ...rows), make('p', { className: 'where', textContent: text('operators') }));
  byId('help').showModal();
}
