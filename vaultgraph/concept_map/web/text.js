// The words of the page in the reader's language.

const text = (name, ...values) => page.strings[name].replace(/\{(\d)\}/g, (_, at) => values[at]);
const counted = (what, number) => text(`${what}_${number === 1 ? 'one' : 'many'}`, number);
const shorten = (words, most) => words.length > most ? `${[...words].slice(0, most - 1).join('')}…` : words;
