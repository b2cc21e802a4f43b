// The lines of a title.

const MAX_LINES = 3, STEP = 4;

/**
 * As few lines as possible, about equally long; the last one may end in an ellipsis.
 *
 * @param {string} title
 * @param {number} width of the longest line
 * @param {(words: string) => number} widthOf
 * @returns {string[]}
 */
export function wrap(title, width, widthOf) {
  const words = title.split(/\s+/).filter(Boolean).flatMap(word => partsOf(word, width, widthOf));
  if (!words.length) return [title || '·'];
  const fewest = fill(words, width, widthOf).length;
  let limit = Math.min(width, widthOf(words.join(' ')) / fewest), lines = fill(words, limit, widthOf);
  for (; lines.length > fewest; lines = fill(words, limit, widthOf)) limit += STEP;
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > MAX_LINES) shown[MAX_LINES - 1] += '…';
  return shown;
}

/**
 * @param {string[]} words
 * @param {number} width
 * @param {(words: string) => number} widthOf
 */
function fill(words, width, widthOf) {
  const lines = [words[0]];
  for (const word of words.slice(1)) {
    const longer = `${lines[lines.length - 1]} ${word}`;
    if (widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A word that is wider than a line in parts; text in scripts without spaces is one word.
 *
 * @param {string} word
 * @param {number} width
 * @param {(words: string) => number} widthOf
 */
function partsOf(word, width, widthOf) {
  if (widthOf(word) <= width) return [word];
  const parts = [''];
  for (const letter of word) {
    if (widthOf(parts[parts.length - 1] + letter) > width && parts[parts.length - 1]) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}
