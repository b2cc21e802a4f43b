// The packed tables of large maps: deflated JSON in base 85, one list per field. See docs/map-format.md.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;.=,?@^_`{|}~';

/**
 * @param {string} packed
 * @returns {Promise<any>}
 */
export async function unpack(packed) {
  const inflated = new Blob([decodeBase85(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(inflated).json();
}

/**
 * Five digits make four bytes; the last group may be shorter.
 *
 * @param {string} packed
 * @returns {ArrayBuffer}
 */
function decodeBase85(packed) {
  const values = new Uint8Array(128), bytes = new DataView(new ArrayBuffer(4 * Math.ceil(packed.length / 5)));
  [...DIGITS].forEach((digit, value) => { values[digit.charCodeAt(0)] = value; });
  for (let group = 0; 5 * group < packed.length; group += 1) {
    let sum = 0;
    for (let at = 5 * group; at < 5 * group + 5; at += 1) sum = 85 * sum + (at < packed.length ? values[packed.charCodeAt(at)] : 84);
    bytes.setUint32(4 * group, sum);
  }
  const missing = (5 - packed.length % 5) % 5;
  return bytes.buffer.slice(0, bytes.byteLength - missing);
}

/**
 * @param {ColumnTable} table
 * @returns {Record<string, any>[]}
 */
export function rowsFromColumns(table) {
  const names = Object.keys(table);
  /** @type {Record<string, any>[]} */
  const rows = Array.from({ length: table[names[0]]?.length ?? 0 }, () => ({}));
  for (const name of names) {
    if (name.startsWith('+')) fillRunningSums(rows, name.slice(1), table[name]);
    else rows.forEach((row, at) => { if (table[name][at] !== null) row[name] = table[name][at]; });
  }
  return rows;
}

/**
 * @param {Record<string, any>[]} rows
 * @param {string} name
 * @param {number[]} steps
 */
function fillRunningSums(rows, name, steps) {
  let sum = 0;
  rows.forEach((row, at) => { row[name] = sum += steps[at]; });
}
