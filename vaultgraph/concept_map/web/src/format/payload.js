// Reads the data blocks of the page.

import { unpack } from './columns.js';
import { fullCards, fullImages, fullLinks, fullNotes } from './compact.js';
import { later } from '../model/text.js';

export const parse = name => JSON.parse(document.getElementById(`vg-${name}`).textContent);

async function read(name, fill) {
  const table = parse(name);
  return typeof table === 'string' ? fill(await unpack(table)) : table;
}

export const page = parse('page');
export const notes = await read('notes', fullNotes);
export const links = await read('links', fullLinks);
export const isBig = page.mode === 'big';

// The cards and images of huge vaults are unpacked while the map stands already.
let unpacked = { cards: {}, images: [] };

export const allCards = isBig ? () => unpacked.cards : later(() => parse('cards'));
export const allImages = isBig ? () => unpacked.images : later(() => parse('images'));

export async function readLate() {
  if (isBig) unpacked = { cards: await read('cards', fullCards), images: await read('images', fullImages) };
}

export const isConcept = page.mode === 'layered';
