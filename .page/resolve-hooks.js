// What resolve.js registers.

/**
 * @param {string} specifier
 * @param {object} context
 * @param {(specifier: string, context: object) => Promise<object>} next
 */
export const resolve = (specifier, context, next) => next(
  specifier, specifier.startsWith('@') ? { ...context, parentURL: import.meta.url } : context,
);
