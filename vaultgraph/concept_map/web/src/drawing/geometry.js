// Numbers that the painters share.

export const FULL_CIRCLE = 2 * Math.PI;
