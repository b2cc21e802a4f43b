// A view of the map as the part of an address behind `#`, and back. An address may come from anyone: what makes no
// sense in it is left out.

const MAX_LENGTH = 6000, MAX_DEPTH = 6, MAX_LEVEL = 100, DAY = /^\d{4}-\d\d-\d\d$/;
const LISTS = /** @type {const} */ (['local', 'expanded', 'folded', 'hidden', 'stop', 'kinds', 'hide']);
const AREAS = /** @type {const} */ (['topic', 'folder', 'deck', 'tag']);
const COLOURINGS = /** @type {const} */ (['topic', 'folder', 'deck', 'tag', 'obsidian', 'memory', 'memory_exam']);

/** @type {View} */
const EMPTY = {
  note: '', from: '', local: [], depth: 1, expanded: [], folded: [], colour: '', areas: '', level: 0, groups: {}, filter: '', until: '', hidden: [], stop: [], kinds: [], hide: [], implied: false, mentions: false, camera: null,
};

/**
 * @param {Partial<View>} view
 * @returns {string} empty for the map as it opens
 */
export function encodeView(view) {
  const { note, from, depth, colour, areas, level, groups, filter, until, implied, mentions, camera, ...lists } = { ...EMPTY, ...view };
  /** @type {[string, string][]} */
  const fields = [
    ['note', name(note)], ['from', name(from)], ['colour', colour], ['areas', areas], ['level', level ? String(level) : ''], ['filter', name(filter)], ['until', until],
    ...COLOURINGS.map(by => /** @type {[string, string]} */ ([`no-${by}`, (groups[by] ?? []).map(member).join(',')])),
    ...LISTS.map(list => /** @type {[string, string]} */ ([list, lists[list].map(member).join(',')])),
    ['depth', lists.local.length && depth !== 1 ? String(depth) : ''],
    ['implied', implied ? '1' : ''],
    ['mentions', mentions ? '1' : ''],
    ['at', camera ? camera.map(value => Number(value.toPrecision(5))).join(',') : ''],
  ];
  const written = fields.filter(([, value]) => value).map(([field, value]) => `${field}=${value}`).join('&');
  return written.length > MAX_LENGTH ? `note=${name(note)}` : written;
}

/** @param {string} text */
const name = text => encodeURIComponent(text).replaceAll("'", '%27');

/** In a list, a space stands for the empty name of plain links. */
const member = (/** @type {string} */ text) => name(text || ' ');

/**
 * @param {string} written
 * @returns {View}
 */
export function decodeView(written) {
  const fields = new Map(written.slice(0, 2 * MAX_LENGTH).split('&').map(field => {
    const [key, ...value] = field.split('=');
    return [key, value.join('=')];
  }));
  /** @param {string} field */
  const text = field => decoded(fields.get(field) ?? '');
  /** @param {string} field */
  const list = field => fields.has(field) ? (fields.get(field) ?? '').split(',').map(decoded).map(each => each === ' ' ? '' : each) : [];
  /** @type {<T>(known: readonly T[], field: string) => T | ''} */
  const oneOf = (known, field) => known.find(each => each === fields.get(field)) ?? '';
  /** @type {(field: string, most: number, otherwise: number) => number} */
  const whole = (field, most, otherwise) => {
    const value = Number(fields.get(field) ?? NaN);
    return Number.isInteger(value) && value >= 0 && value <= most ? value : otherwise;
  };
  const camera = (fields.get('at') ?? '').split(',').map(Number);
  /** @type {View['groups']} */
  const groups = {};
  for (const by of COLOURINGS) if (fields.has(`no-${by}`)) groups[by] = list(`no-${by}`);
  return {
    ...EMPTY, groups, note: text('note'), from: text('from'), filter: text('filter'), until: DAY.test(text('until')) ? text('until') : '', ...Object.fromEntries(LISTS.map(each => [each, list(each)])),
    depth: whole('depth', MAX_DEPTH, 1),
    level: whole('level', MAX_LEVEL, 0),
    colour: oneOf(COLOURINGS, 'colour'),
    areas: oneOf(AREAS, 'areas'),
    implied: fields.get('implied') === '1',
    mentions: fields.get('mentions') === '1',
    camera: camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0 ? /** @type {Camera} */ (camera) : null,
  };
}

/** @param {string} text */
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return ''; }
}
