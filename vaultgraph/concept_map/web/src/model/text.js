// Text functions that need no page.

/**
 * Without accents and case, so that "acao" finds "Ação".
 *
 * @param {string} words
 */
export const fold = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * @param {string} words
 * @param {number} most
 */
export const shorten = (words, most) => words.length > most ? `${[...words].slice(0, most - 1).join('')}…` : words;
