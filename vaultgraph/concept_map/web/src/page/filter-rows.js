// Rows of the legend that show and hide something, and what follows when one of them is used.

import { make } from '../dom.js';
import { state } from '../model/state.js';
import { t } from '../model/strings.js';
import { fit } from './camera.js';
import { commands } from './commands.js';
import { pushFilters } from './history.js';
import { updateView } from './view.js';

/** @param {{ isAllFitted?: boolean }} [how] whether the camera moves to what is left, which would else be hard to find */
export function applyChange({ isAllFitted = false } = {}) {
  updateView();
  if (isAllFitted) fit();
  pushFilters();
}

/**
 * Show all members of a set, or none of them.
 *
 * @template T
 * @param {Set<T>} hidden
 * @param {T[]} all
 */
export function allOrNone(hidden, all) {
  /** @type {(name: string, change: () => void) => Element} */
  const button = (name, change) => make('button', { textContent: t(name), click: () => { change(); commands.showLegend(); applyChange({ isAllFitted: true }); } });
  return make('div', { className: 'all' }, button('all', () => hidden.clear()), button('none', () => all.forEach(member => hidden.add(member))));
}

/**
 * A member of a set is hidden. Of *all* of them, it can be the only one that is not; once more, and all are shown.
 *
 * @template T
 * @param {Set<T>} set
 * @param {T} member
 * @param {T[]} [all]
 * @returns {Filter}
 */
export const hideIn = (set, member, all = []) => ({
  isShown: !set.has(member),
  set: isShown => isShown ? set.delete(member) : set.add(member),
  showOnly: all.length < 2 ? undefined : () => {
    const isOnly = !set.has(member) && all.every(other => other === member || set.has(other));
    set.clear();
    if (!isOnly) all.filter(other => other !== member).forEach(other => set.add(other));
  },
});

/**
 * @param {'showImplied' | 'showMentions'} name
 * @returns {Filter}
 */
export const showAs = name => ({ isShown: state[name], set: isShown => { state[name] = isShown; } });

/**
 * @param {Element} mark
 * @param {string} name
 * @param {number | string} size
 * @param {Filter} filter
 * @param {string} [title]
 */
export function filterRow(mark, name, size, { isShown, set, showOnly }, title = name) {
  const box = make('input', { type: 'checkbox', checked: isShown, change: () => { set(box.checked); applyChange(); } });
  const spans = [make('span', { className: 'name', textContent: name }), make('span', { className: 'number', textContent: size })];
  const only = showOnly ? [onlyButton(showOnly, name)] : [];
  return make('div', { className: 'line' }, make('label', { className: 'row', title }, box, mark, ...spans), ...only);
}

/**
 * @param {() => void} showOnly
 * @param {string} name
 */
function onlyButton(showOnly, name) {
  const show = () => {
    showOnly();
    commands.showLegend();
    applyChange({ isAllFitted: true });
  };
  return make('button', { className: 'only', textContent: t('only'), ariaLabel: t('only_this', name), click: show });
}
