// Images, and the dialog that enlarges them.

import { byId, make } from '../dom.js';
import { allImages } from '../format/payload.js';
import { t } from '../model/strings.js';
import { addressInObsidian } from './address.js';

export const pictureDialog = /** @type {HTMLDialogElement} */ (byId('picture'));

/**
 * An image as a button that enlarges it; one that could not be read as its name.
 *
 * @param {number} number
 */
export function picture(number) {
  const [name, source] = allImages()[number];
  const missing = () => make('div', { className: 'unreadable', textContent: t('no_image', name) });
  if (!source) return missing();
  const image = make('img', { src: source, alt: name, loading: 'lazy' });
  const button = make('button', { className: 'picture', ariaLabel: t('enlarge', name), click: () => enlarge(source, name) }, image);
  image.addEventListener('error', () => button.replaceWith(missing()));
  return button;
}

/**
 * Inside the page images are small; Obsidian has them as they are, and finds them by their names.
 *
 * @param {string} source
 * @param {string} name
 */
function enlarge(source, name) {
  const [image, link] = pictureDialog.children;
  Object.assign(image, { src: source, alt: name });
  Object.assign(link, { href: addressInObsidian(name), textContent: t('open') });
  pictureDialog.showModal();
}
