// Reads the data blocks of the page.

import { lazy } from '../cache.js';
import { rowsFromColumns, unpack } from './columns.js';
import { derivePrerequisites, expandCards, expandImages, expandLinks, expandNotes } from './compact.js';

/**
 * @param {string} name
 * @returns {any}
 */
export const readBlock = name => JSON.parse(document.getElementById(`vg-${name}`)?.textContent ?? '');

/**
 * @template T
 * @param {string} name
 * @param {(table: any) => T} fill
 * @returns {Promise<T>}
 */
async function readTable(name, fill) {
  const table = readBlock(name);
  return typeof table === 'string' ? fill(await unpack(table)) : table;
}

// The version of docs/map-format.md that this page reads.
const FORMAT_VERSION = 3;

/** @type {Page} */
export const page = readBlock('page');
if (page.version !== FORMAT_VERSION) throw new Error(`the data has version ${page.version}, this page reads version ${FORMAT_VERSION}`);

export const notes = await readTable('notes', expandNotes);
export const links = await readTable('links', expandLinks);
/** Notes that name others and are not linked with them, the strongest first. @type {Mention[]} */
export const mentions = await readTable('mentions', table => /** @type {any} */ (rowsFromColumns(table)));
/** Large tables are packed; cards and images are unpacked after the map is shown. */
export const isPacked = typeof readBlock('cards') === 'string';
if (isPacked) derivePrerequisites(notes, links);

/** @type {{ cards: Cards, images: ImageEntry[] }} */
let lateData = { cards: {}, images: [] };

export const allCards = isPacked ? () => lateData.cards : lazy(() => readBlock('cards'));
export const allImages = isPacked ? () => lateData.images : lazy(() => readBlock('images'));

export async function readCardsAndImages() {
  if (isPacked) lateData = { cards: await readTable('cards', expandCards), images: await readTable('images', expandImages) };
}

export const isLayered = page.mode === 'layered';
