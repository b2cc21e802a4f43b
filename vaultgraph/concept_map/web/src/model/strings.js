// The strings of the page in the reader's language.

import { page } from '../format/payload.js';

export const t = (name, ...values) => page.strings[name].replace(/\{(\d)\}/g, (_, at) => values[at]);
export const countLabel = (what, number) => t(`${what}_${number === 1 ? 'one' : 'many'}`, number);
