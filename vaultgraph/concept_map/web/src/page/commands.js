// Functions that parts of the page call in one another; `main.js` binds them, for imports would be circular.

/** @type {Commands} */
export const commands = /** @type {any} */ ({});

/** @param {Commands} bound */
export const bindCommands = bound => Object.assign(commands, bound);
