// What Obsidian's search has in brackets: `[status]`, `[status:draft OR done]`, `[rating:>3]`, `[author:null]`.

import { fold } from './text.js';

const TERM = /\s*(?:"(?<exact>[^"]*)"|(?<comparison>[<>])\s*(?<than>[^\s()]+)|(?<word>[^\s()"]+)|[()"])/gy;

/** @typedef {(value: string) => boolean} ValuePredicate */

/**
 * @param {string} name folded
 * @param {string} [wanted] the query of its value; without one, the note needs to have the property
 * @returns {(properties: Map<string, string[] | null>) => boolean}
 */
export function parseProperty(name, wanted = '') {
  const isNull = wanted.trim().toLowerCase() === 'null', options = isNull ? [] : parseOptions(wanted);
  return properties => {
    const values = properties.get(name);
    if (values === undefined) return false;
    if (isNull) return values === null;
    return !options.length || (values ?? []).some(value => options.some(terms => terms.every(term => term(value))));
  };
}

/**
 * Alternatives, each a list of terms that one value must match all.
 *
 * @param {string} wanted
 */
function parseOptions(wanted) {
  /** @type {ValuePredicate[][]} */
  const options = [[]];
  for (const { groups = {} } of wanted.matchAll(TERM)) {
    const term = parseTerm(groups);
    if (groups.word === 'OR') options.push([]);
    else if (term) options[options.length - 1].push(term);
  }
  return options.filter(terms => terms.length);
}

/**
 * @param {Record<string, string | undefined>} token
 * @returns {ValuePredicate | undefined}
 */
function parseTerm({ exact, comparison, than, word }) {
  if (exact !== undefined) return value => fold(value) === fold(exact);
  if (comparison && than !== undefined) return value => compare(value, than) * (comparison === '<' ? -1 : 1) > 0;
  return word === undefined ? undefined : value => fold(value).includes(fold(word));
}

/**
 * Numbers by their size, other values, such as dates, by their text.
 *
 * @param {string} value
 * @param {string} than
 */
function compare(value, than) {
  const difference = Number(value) - Number(than);
  if (!Number.isNaN(difference)) return difference;
  return Number.isNaN(Number(value)) && Number.isNaN(Number(than)) ? Number(value > than) - Number(value < than) : 0;
}
