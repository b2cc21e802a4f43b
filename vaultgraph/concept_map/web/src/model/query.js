// The language of Obsidian's search, as far as a map can answer it: words, "phrases", `-`, `OR`,
// parentheses, and `path:`, `file:` and `tag:`; `deck:` is our own. A query becomes a predicate of a note and one of its
// fields: all words must occur in the same field, its name, an alias or a card.

import { fold } from './text.js';

const TOKEN = /\s*(?:(\))|(-)?(?:(path|file|tag|deck):)?(?:"([^"]*)"?|(\()|([^\s()"]+)))/giy;
const MAX_DEPTH = 20;

// Operators for lines, properties and tasks, which are not in a map.
const UNSUPPORTED = /(?:^|[\s(-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)])|\[[^[\]]+\])/i;

/** @param {string} words */
export const unsupportedOperator = words => words.replace(/"[^"]*"?/g, '""').match(UNSUPPORTED)?.[1];

/**
 * @param {string} words
 * @param {Lookup} lookup
 * @returns {Predicate}
 */
export function parseQuery(words, { fieldsOf, pathOf, tagsOf, deckOf }) {
  const tokens = [...words.slice(0, 2000).matchAll(TOKEN)].map(([, close, not, scope, phrase, open, word]) => ({
    close, open, word, not: Boolean(not), scope: scope?.toLowerCase(), text: fold(phrase ?? word ?? ''),
  }));
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
    const token = tokens[at++], scope = token.scope ?? outerScope;
    if (token.close) return () => true;
    if (token.open && depth > MAX_DEPTH) return () => false;
    /** @type {Predicate} */
    const matches = token.open ? parseAlternatives(scope, depth + 1) : (note, field) => tests[scope ?? 'field'](note, token.text, field);
    if (token.open && tokens[at]?.close) at += 1;
    return token.not ? (note, field) => ![...fieldsOf(note), field].some(each => matches(note, each)) : matches;
  }

  return parseAlternatives(undefined, 0);
}

/**
 * The first term of a query, to rank by its place in a name.
 *
 * @param {string} words
 */
const firstTermToken = words => [...words.matchAll(TOKEN)].find(
  ([, close, not, scope, phrase, open, word]) => !close && !not && !scope && !open && (phrase ?? word) !== 'OR',
);

/** @param {string} words */
export function firstTerm(words) {
  const [, , , , phrase, , word] = firstTermToken(words) ?? [];
  return fold(phrase ?? word ?? '');
}
