// Text functions that need no page.

export const lazy = make => { let value; return () => (value ??= make()); };

// Without accents and case, so that "acao" finds "Ação".
export const fold = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const shorten = (words, most) => words.length > most ? `${[...words].slice(0, most - 1).join('')}…` : words;
