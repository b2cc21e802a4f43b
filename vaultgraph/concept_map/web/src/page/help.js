// The keys, listed in a dialog.

import { byId, heading, icon, make } from '../dom.js';
import { t } from '../model/strings.js';

const SHORTCUTS = [
  ['/', 'key_search'], ['← ↑ → ↓', 'key_walk'], ['Enter', 'key_panel'], ['n', 'key_index'], ['g', 'key_legend'],
  ['l', 'key_local'], ['p', 'key_way'], ['f', 'key_fit'], ['+ −', 'key_zoom'], ['t', 'key_theme'], ['Esc', 'key_back'], ['?', 'key_help'],
];

const helpDialog = /** @type {HTMLDialogElement} */ (byId('help'));

export function openHelp() {
  const rows = SHORTCUTS.map(([keys, what]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', { textContent: keys })), make('td', { textContent: t(what) })));
  const close = make('button', { className: 'close', ariaLabel: t('close'), title: t('close'), click: () => helpDialog.close() }, icon('close'));
  helpDialog.replaceChildren(close, heading(t('help')), make('table', {}, ...rows), make('p', { className: 'where', textContent: t('operators') }));
  helpDialog.showModal();
}
