// The language of Obsidian's search, as far as a map can answer it: words, "phrases", `-`, `OR`,
// parentheses, `path:`, `file:`, `tag:` and `[property:value]`; `deck:` is our own. A query becomes a predicate of a note
// and one of its fields: all words must occur in the same field, its name, an alias or a card.

import { parseProperty } from './property-query.js';
import { fold } from './text.js';

// Spaces around a name are not matched apart from it: there would be a million ways to divide them.
const PROPERTY = /\[(?:"(?<quoted>[^"[\]]+)"|(?<plain>[^"[\]:]+))(?::(?<value>[^[\]]*))?\]/;
const WORDS = /(?:(?<scope>path|file|tag|deck):)?(?:"(?<phrase>[^"]*)"?|(?<open>\()|(?<word>[^\s()"]+))/;
const TOKEN = new RegExp(String.raw`\s*(?:(?<close>\))|(?<not>-)?(?:${PROPERTY.source}|${WORDS.source}))`, 'giy');
const MAX_LENGTH = 2000, MAX_DEPTH = 20;

// Operators for lines and tasks, which are not in a map, and regular expressions.
const UNSUPPORTED = /(?:^|[\s([:-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)\]]))/i;

/** @param {string} words */
const tokensOf = words => [...words.slice(0, MAX_LENGTH).matchAll(TOKEN)].map(({ groups }) => /** @type {Token} */ (groups));

/** @param {string} words */
export const unsupportedOperator = words => words.replace(/"[^"]*"?/g, '""').match(UNSUPPORTED)?.[1];

/**
 * @param {string} words
 * @param {Lookup} lookup
 * @returns {Predicate}
 */
export function parseQuery(words, { fieldsOf, pathOf, tagsOf, deckOf, propertiesOf }) {
  const tokens = tokensOf(words);
  let at = 0;
  const isOr = () => tokens[at]?.word === 'OR' && !tokens[at].scope && !tokens[at].not;

  /** @type {Record<string, (note: number, term: string, field: string) => boolean>} */
  const tests = {
    field: (note, term, field) => field.includes(term),
    path: (note, term) => fold(pathOf(note)).includes(term),
    file: (note, term) => fold(pathOf(note).split('/').pop() ?? '').includes(term),
    deck: (note, term) => fold(deckOf(note)).includes(term),
    tag: (note, term) => tagsOf(note).some(tag => `${fold(tag)}/`.startsWith(`#${term.replace(/^#/, '')}/`)),
  };

  /** @type {(scope: string | undefined, depth: number) => Predicate} */
  function parseAlternatives(scope, depth) {
    /** @type {Predicate[]} */
    const options = [];
    do {
      const terms = parseTerms(scope, depth);
      if (terms.length) options.push((note, field) => terms.every(term => term(note, field)));
    } while (isOr() && (at += 1));
    return (note, field) => options.some(option => option(note, field));
  }

  /** @type {(scope: string | undefined, depth: number) => Predicate[]} */
  function parseTerms(scope, depth) {
    const terms = [];
    while (at < tokens.length && !isOr() && !(tokens[at].close && depth > 0)) terms.push(parseTerm(scope, depth));
    return terms;
  }

  /** @type {(outerScope: string | undefined, depth: number) => Predicate} */
  function parseTerm(outerScope, depth) {
    const token = tokens[at++], scope = token.scope?.toLowerCase() ?? outerScope;
    if (token.close) return () => true;
    if (token.open && depth > MAX_DEPTH) return () => false;
    const matches = token.open ? parseAlternatives(scope, depth + 1) : parseWord(token, scope);
    if (token.open && tokens[at]?.close) at += 1;
    return token.not ? (note, field) => ![...fieldsOf(note), field].some(each => matches(note, each)) : matches;
  }

  /** @type {(token: Token, scope: string | undefined) => Predicate} */
  function parseWord(token, scope) {
    const name = token.quoted ?? token.plain;
    if (name !== undefined) {
      const matches = parseProperty(fold(name.trim()), token.value);
      return note => matches(propertiesOf(note));
    }
    const term = fold(token.phrase ?? token.word ?? '');
    return (note, field) => tests[scope ?? 'field'](note, term, field);
  }

  return parseAlternatives(undefined, 0);
}

/**
 * The first term of a query, to rank by its place in a name.
 *
 * @param {string} words
 */
export function firstTerm(words) {
  const token = tokensOf(words).find(
    ({ close, not, scope, open, phrase, word }) => !close && !not && !scope && !open && (phrase ?? word ?? 'OR') !== 'OR',
  );
  return fold(token?.phrase ?? token?.word ?? '');
}
