// The keys, listed in a dialog.

import { closeButton } from './elements.js';
import { byId, heading, make } from '../dom.js';
import { t } from '../model/strings.js';

const SHORTCUTS = [
  ['/', 'key_search'], ['← ↑ → ↓', 'key_walk'], ['Enter', 'key_panel'], ['n', 'key_index'], ['g', 'key_legend'],
  ['l', 'key_local'], ['e', 'key_expand'], ['r', 'key_random'], ['x', 'key_hide'], [`⇧ ${t('click')}`, 'key_centre'], ['⇧ Enter', 'key_keep'], ['p', 'key_path'], ['f', 'key_fit'], ['+ −', 'key_zoom'], ['t', 'key_theme'], ['Esc', 'key_back'], ['?', 'key_help'],
];

const helpDialog = /** @type {HTMLDialogElement} */ (byId('help'));

export function openHelp() {
  const rows = SHORTCUTS.map(([keys, what]) => {
    const key = make('th', { scope: 'row' }, make('kbd', { textContent: keys }));
    return make('tr', {}, key, make('td', { textContent: t(what) }));
  });
  const operators = make('p', { className: 'where', textContent: t('operators') });
  helpDialog.replaceChildren(closeButton(() => helpDialog.close()), heading(t('help')), make('table', {}, ...rows), operators);
  helpDialog.showModal();
}
