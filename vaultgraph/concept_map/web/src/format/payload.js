// Reads the data blocks of the page.

import { unpack } from './columns.js';
import { expandCards, expandImages, expandLinks, expandNotes } from './compact.js';
import { lazy } from '../model/text.js';

export const readBlock = name => JSON.parse(document.getElementById(`vg-${name}`).textContent);

async function readTable(name, fill) {
  const table = readBlock(name);
  return typeof table === 'string' ? fill(await unpack(table)) : table;
}

export const page = readBlock('page');
export const notes = await readTable('notes', expandNotes);
export const links = await readTable('links', expandLinks);
export const isBig = page.mode === 'big';

// The cards and images of huge vaults are unpacked while the map stands already.
let lateData = { cards: {}, images: [] };

export const allCards = isBig ? () => lateData.cards : lazy(() => readBlock('cards'));
export const allImages = isBig ? () => lateData.images : lazy(() => readBlock('images'));

export async function readCardsAndImages() {
  if (isBig) lateData = { cards: await readTable('cards', expandCards), images: await readTable('images', expandImages) };
}

export const isLayered = page.mode === 'layered';
