// What one part of the page asks of the others; `main.js` binds it, so that the parts need not import
// each other.

/** @type {Commands} */
export const commands = /** @type {any} */ ({});

/** @param {Commands} bound */
export const bindCommands = bound => Object.assign(commands, bound);
