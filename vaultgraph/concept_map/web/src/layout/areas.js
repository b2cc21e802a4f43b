// The atlas: nested areas, each with its notes in columns, as in a list of files.

/**
 * @typedef {object} AreaTree
 * @property {string} name
 * @property {number[]} notes those that are in no area within this one
 * @property {AreaTree[]} areas
 *
 * @typedef {object} PlacedArea
 * @property {string} name
 * @property {number} depth 1 for those that are in no other one
 * @property {number} count of all notes in it
 * @property {Box} box
 * @property {number} header how high its title is
 *
 * @typedef {object} Cells notes in columns, from the top to the bottom
 * @property {number[]} notes
 * @property {number} left
 * @property {number} top
 * @property {number} rows in a column
 *
 * @typedef {{ areas: PlacedArea[], cells: Cells[], box: Box }} Atlas
 */

export const CELL_WIDTH = 156, CELL_HEIGHT = 20;
const GAP = 8, INNER_ASPECT = 1.3;
/** How high titles are on the screen when all of the map is in the window, by depth: the first can be read. */
const TITLES = [0, 22, 19, 12], MIN_TITLE = 22, MAX_OF_CONTENT = 0.3;

/** A part of an area before it is placed: a block of cells, or an area. */
/** @typedef {{ width: number, height: number, fit?: (height: number) => Part, place: (left: number, top: number, atlas: Atlas) => void, stretch?: (width: number, height: number) => void }} Part */

/**
 * @param {AreaTree} tree
 * @param {number} aspect how much wider than high it should be
 * @param {number} width of the window, in pixels
 * @returns {Atlas}
 */
export function layoutAreas(tree, aspect, width) {
  if (!countNotes(tree)) return { areas: [], cells: [], box: { left: 0, top: 0, right: 0, bottom: 0 } };
  // How high titles are depends on how large the whole becomes, which is known when it has been laid out once.
  const first = layOut(partsOf(tree, 0, 0), aspect), extent = Math.max(first.width, first.height * aspect);
  const whole = layOut(partsOf(tree, 0, extent / width), aspect);
  /** @type {Atlas} */
  const atlas = { areas: [], cells: [], box: { left: 0, top: 0, right: whole.width, bottom: whole.height } };
  whole.place(0, 0, atlas);
  return atlas;
}

/**
 * @param {AreaTree} tree
 * @returns {number}
 */
export const countNotes = ({ notes, areas }) => areas.reduce((sum, area) => sum + countNotes(area), notes.length);

/**
 * @param {AreaTree} tree
 * @param {number} depth
 * @param {number} perPixel how much of the map a pixel of the screen shows
 * @returns {Part[]}
 */
function partsOf({ notes, areas }, depth, perPixel) {
  const own = notes.length ? [cellBlock(notes)] : [];
  return [...own, ...areas.map(area => areaPart(area, depth + 1, perPixel))];
}

/**
 * @param {number[]} notes
 * @param {number} [rows]
 * @returns {Part}
 */
function cellBlock(notes, rows = defaultRows(notes.length)) {
  const columns = Math.ceil(notes.length / rows);
  return {
    width: columns * CELL_WIDTH, height: Math.min(rows, notes.length) * CELL_HEIGHT,
    fit: height => cellBlock(notes, Math.max(1, Math.floor(height / CELL_HEIGHT))),
    place: (left, top, atlas) => atlas.cells.push({ notes, left, top, rows }),
  };
}

/** @param {number} count */
function defaultRows(count) {
  const columns = Math.max(1, Math.round(Math.sqrt(count * INNER_ASPECT * CELL_HEIGHT / CELL_WIDTH)));
  return Math.ceil(count / columns);
}

/**
 * @param {AreaTree} area
 * @param {number} depth
 * @param {number} perPixel how much of the map a pixel of the screen shows
 * @returns {Part}
 */
function areaPart(area, depth, perPixel) {
  const { name, notes, areas } = area, count = countNotes(area), extent = Math.sqrt(count * CELL_WIDTH * CELL_HEIGHT);
  const wanted = TITLES[Math.min(depth, TITLES.length - 1)] * perPixel;
  const header = Math.max(MIN_TITLE, depth === 1 ? wanted : Math.min(wanted, MAX_OF_CONTENT * extent)), margin = Math.max(6, Math.min(0.25 * header, 0.05 * extent));
  /** @type {(content: Part) => Part} */
  const framed = content => {
    const frame = {
      width: Math.max(content.width + 2 * margin, CELL_WIDTH + 2 * margin), height: content.height + header + margin,
      /** @type {Part['place']} */
      place: (left, top, atlas) => {
        atlas.areas.push({ name, depth, count, header, box: { left, top, right: left + frame.width, bottom: top + frame.height } });
        content.place(left + margin, top + header, atlas);
      },
      /** @type {Part['stretch']} */
      stretch: (width, height) => Object.assign(frame, { width, height }),
    };
    return frame;
  };
  if (areas.length) return framed(layOut(partsOf(area, depth, perPixel), INNER_ASPECT));
  /** @type {(height: number) => Part} */
  const fit = height => ({ ...framed(cellBlock(notes, Math.max(1, Math.floor((height - header - margin) / CELL_HEIGHT)))), fit });
  const natural = framed(cellBlock(notes));
  return Object.assign(natural, { fit });
}

/** Lines are tried so much longer or shorter than the area alone demands; what is left empty differs. */
const TRIED = [0.8, 0.9, 1, 1.1, 1.22, 1.36, 1.5, 1.7];

/**
 * Parts next to each other in lines below each other, of the length that shows them largest.
 *
 * @param {Part[]} parts at least one
 * @param {number} aspect
 * @returns {Part}
 */
function layOut(parts, aspect) {
  const area = parts.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const least = Math.max(CELL_WIDTH, ...parts.filter(({ fit }) => !fit).map(({ width }) => width));
  const tried = TRIED.map(factor => inLines(parts, Math.max(least, factor * Math.sqrt(area * aspect))));
  /** @param {Part} part */
  const extent = ({ width, height }) => Math.max(width / aspect, height);
  return tried.reduce((best, each) => extent(each) < extent(best) - 1 ? each : best);
}

/**
 * @param {Part[]} parts
 * @param {number} length
 * @returns {Part}
 */
function inLines(parts, length) {
  /** @type {ReturnType<typeof fillLine>[]} */
  const found = [];
  for (let next = 0; next < parts.length;) {
    const line = fillLine(parts, next, length);
    found.push(line);
    next += line.count;
  }
  const width = Math.max(...found.map(line => line.width));
  return {
    width, height: found.reduce((sum, { height }) => sum + height, (found.length - 1) * GAP),
    place: (left, top, atlas) => {
      for (const { columns, height } of found) {
        let x = left;
        columns.forEach((column, at) => {
          const wide = at === columns.length - 1 ? left + width - x : column.width;
          placeColumn(column, x, top, wide, height, atlas);
          x += column.width + GAP;
        });
        top += height + GAP;
      }
    },
  };
}

/** @typedef {{ parts: Part[], width: number, height: number }} Column parts below each other */

/**
 * @param {Column} column
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {Atlas} atlas
 */
function placeColumn({ parts }, left, top, width, height, atlas) {
  const bottom = top + height;
  parts.forEach((part, at) => {
    const high = at === parts.length - 1 ? bottom - top : part.height;
    part.stretch?.(width, high);
    part.place(left, top, atlas);
    top += high + GAP;
  });
}

/**
 * As many parts as a line holds. What consists of cells is made as high as the line; what is low, put below another.
 *
 * @param {Part[]} parts
 * @param {number} first
 * @param {number} length
 */
function fillLine(parts, first, length) {
  const height = heightOfLine(parts, first, length);
  /** @type {Column[]} */
  const columns = [];
  let x = 0, next = first;
  for (; next < parts.length; next += 1) {
    const part = parts[next], column = columns[columns.length - 1];
    if (column && part.width <= column.width && column.height + GAP + part.height <= height) {
      column.parts.push(part);
      column.height += GAP + part.height;
      continue;
    }
    const fitted = part.fit && part.height > 0.5 * height ? part.fit(height) : part;
    if (column && (x + fitted.width > length || fitted.height > height)) break;
    columns.push({ parts: [fitted], width: fitted.width, height: fitted.height });
    x += fitted.width + GAP;
  }
  return { columns, count: next - first, width: x - GAP, height: Math.max(...columns.map(column => column.height)) };
}

/**
 * That of the highest part among those that the line holds if nothing is below another.
 *
 * @param {Part[]} parts
 * @param {number} first
 * @param {number} length
 */
function heightOfLine(parts, first, length) {
  let x = 0, height = 0;
  for (let next = first; next < parts.length; next += 1) {
    if (next > first && x + parts[next].width > length) break;
    x += parts[next].width + GAP;
    height = Math.max(height, parts[next].height);
  }
  return height;
}
