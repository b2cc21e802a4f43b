// The strings of the page in the reader's language.

import { page } from '../format/payload.js';

/**
 * @param {string} name
 * @param {...(string | number)} values
 */
export const t = (name, ...values) => page.strings[name].replace(/\{(\d)\}/g, (_, at) => String(values[at]));

/**
 * @param {string} what
 * @param {number} number
 */
export const countLabel = (what, number) => t(`${what}_${number === 1 ? 'one' : 'many'}`, number);
