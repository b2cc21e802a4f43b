// The language of Obsidian's search, as far as a map can answer it: words, "phrases", `-`, `OR`,
// parentheses, and `path:`, `file:` and `tag:`. A query becomes a predicate of a note and one of its
// fields: all words must occur in the same field, its name, an alias or a card.

import { fold } from './text.js';

const TOKEN = /\s*(?:(\))|(-)?(?:(path|file|tag):)?(?:"([^"]*)"?|(\()|([^\s()"]+)))/giy;
const DEEPEST = 20;

// What Obsidian can ask of lines, properties and tasks, of which a map knows nothing.
const FOREIGN = /(?:^|[\s(-])((?:line|section|content|block|task(?:-todo|-done)?|match-case|ignore-case):|\/[^\s/](?:[^/]*[^\s/])?\/(?![^\s)])|\[[^[\]]+\])/i;

export const foreignIn = words => words.replace(/"[^"]*"?/g, '""').match(FOREIGN)?.[1];

export function parseQuery(words, { fieldsOf, pathOf, tagsOf }) {
  const tokens = [...words.slice(0, 2000).matchAll(TOKEN)].map(([, close, not, scope, phrase, open, word]) => ({
    close, open, word, not: Boolean(not), scope: scope?.toLowerCase(), text: fold(phrase ?? word ?? ''),
  }));
  let at = 0;
  const isOr = () => tokens[at]?.word === 'OR' && !tokens[at].scope && !tokens[at].not;

  const places = {
    field: (note, words, field) => field.includes(words),
    path: (note, words) => fold(pathOf(note)).includes(words),
    file: (note, words) => fold(pathOf(note).split('/').pop()).includes(words),
    tag: (note, words) => tagsOf(note).some(tag => `${fold(tag)}/`.startsWith(`#${words.replace(/^#/, '')}/`)),
  };

  function either(scope, depth) {
    const options = [];
    do {
      const parts = all(scope, depth);
      if (parts.length) options.push((note, field) => parts.every(part => part(note, field)));
    } while (isOr() && (at += 1));
    return (note, field) => options.some(option => option(note, field));
  }

  function all(scope, depth) {
    const parts = [];
    while (at < tokens.length && !isOr() && !(tokens[at].close && depth > 0)) parts.push(one(scope, depth));
    return parts;
  }

  function one(outer, depth) {
    const token = tokens[at++], scope = token.scope ?? outer;
    if (token.close) return () => true;
    if (token.open && depth > DEEPEST) return () => false;
    const asks = token.open ? either(scope, depth + 1) : (note, field) => places[scope ?? 'field'](note, token.text, field);
    if (token.open && tokens[at]?.close) at += 1;
    return token.not ? (note, field) => ![...fieldsOf(note), field].some(each => asks(note, each)) : asks;
  }

  return either(undefined, 0);
}

// The first word that a query asks for, to rank by its place in a name.
const firstWord = words => [...words.matchAll(TOKEN)].find(([, close, not, scope, phrase, open, word]) => !close && !not && !scope && !open && (phrase ?? word) !== 'OR');

export const leadOf = words => { const [, , , , phrase, , word] = firstWord(words) ?? []; return fold(phrase ?? word ?? ''); };
