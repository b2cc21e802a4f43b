// Values that are computed once.

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
export function lazy(make) {
  /** @type {T | undefined} */
  let value;
  return () => (value ??= make());
}

/**
 * The value of *key* in *map*, where it is added if it was not there.
 *
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
export function getOrAdd(map, key, make) {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * What *make* gives, made again only when one of the values that *keys* gives is another one.
 *
 * @template T
 * @param {() => unknown[]} keys
 * @param {() => T} make
 * @returns {() => T}
 */
export function whileSame(keys, make) {
  /** @type {unknown[]} */
  let known = [];
  /** @type {T} */
  let value;
  return () => {
    const now = keys();
    if (now.length !== known.length || now.some((key, at) => key !== known[at])) [known, value] = [now, make()];
    return value;
  };
}
