// The words of a card's side, without what formats them.

/**
 * @param {Piece[]} pieces
 * @returns {string}
 */
export const plainText = pieces => pieces.flatMap(piece => {
  if (typeof piece === 'string') return [piece];
  return Array.isArray(piece) ? [plainText(contentOf(piece))] : [];
}).join(' ');

/**
 * What is in an element: all but its tag and its attributes.
 *
 * @param {MarkedUp} element
 * @returns {Piece[]}
 */
export const contentOf = ([, ...rest]) => /** @type {Piece[]} */ (rest.filter(part => typeof part !== 'object' || Array.isArray(part)));
