// In the panel: what a note names without a link, and where it is named, each with the sentence.

import { heading, make } from '../dom.js';
import { mentions, notes } from '../format/payload.js';
import { t } from '../model/strings.js';
import { commands } from './commands.js';
import { hoverHandlers, swatch } from './elements.js';

const MAX_QUOTES = 20;

/**
 * @param {number} note
 * @returns {Node[]}
 */
export const mentionSections = note => [
  ...section('names_others', mentions.filter(({ from }) => from === note), 'to'),
  ...section('named_by_others', mentions.filter(({ to }) => to === note), 'from'),
];

/**
 * @param {string} title
 * @param {Mention[]} found
 * @param {'from' | 'to'} end
 */
function section(title, found, end) {
  if (!found.length) return [];
  const quotes = found.slice(0, MAX_QUOTES).map(mention => quoteOf(mention, mention[end]));
  const rest = found.length - quotes.length;
  return [heading(`${t(title)} · ${found.length}`), ...quotes, ...rest ? [make('p', { className: 'where', textContent: t('more', rest) })] : []];
}

/**
 * @param {Mention} mention
 * @param {number} other
 */
function quoteOf({ quote: [before, name, after] }, other) {
  const button = make('button', { className: 'chip', click: () => commands.choose(other, true), ...hoverHandlers(other) }, swatch(other), notes[other].label);
  return make('div', { className: 'mention' }, button, make('q', {}, before, make('mark', { textContent: name }), after));
}
