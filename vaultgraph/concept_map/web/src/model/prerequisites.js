// All prerequisites of a note, directly or not.

/**
 * @param {Pick<Note, 'before' | 'order'>[]} notes
 * @param {number} note
 * @returns {number[]} their numbers, in study order
 */
export function prerequisitesAmong(notes, note) {
  const found = new Set([note]);
  for (const each of found) notes[each].before?.forEach(other => found.add(other));
  found.delete(note);
  return [...found].sort((a, b) => (notes[a].order ?? 0) - (notes[b].order ?? 0));
}
