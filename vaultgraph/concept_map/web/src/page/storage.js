// What the browser keeps for the next time; it may keep nothing, then things last as long as the page.

/**
 * @param {string} key
 * @returns {unknown} undefined if nothing is kept, or nothing that can be read
 */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It is full, or forbidden.
  }
}
