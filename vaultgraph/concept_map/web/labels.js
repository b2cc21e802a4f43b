// The names of the dots: as large at every zoom, the most linked first, never one over another.
// A name is drawn once, into a small canvas of its own, and copied from there.

const LONGEST_NAME = 36, SHORTEST_NAME = 6, MOST_LABELS = 320, CELL = 64;
let pictures = new Map();

const forgetLabels = () => { pictures = new Map(); };

function paintLabels(context, frame) {
  const names = new Occupied(), dots = new Occupied();
  if (frame.isScreen) for (const id of ['bar', 'legend', 'panel']) names.add(byId(id).getBoundingClientRect());
  const order = isCrowd() ? crowdToName(frame) : labelOrder();
  if (!focus.bright) paintRegionNames(context, frame, names);
  if (focus.note >= 0) names.add(screenBox(focus.note, frame, notes[focus.note].r * frame.scale));
  for (const note of isCrowd() ? order : shown.notes) {
    const radius = notes[note].r * frame.scale;
    if (radius > 1.5 && isInFrame(note, frame)) dots.add(screenBox(note, frame, radius * 0.8));
  }
  let count = 0;
  for (const note of order) {
    if (!isInFrame(note, frame)) continue;
    if (paintLabel(context, note, frame, names, dots)) count += 1;
    if (count >= MOST_LABELS && frame.isScreen) break;
  }
  if (focus.bright) paintRegionNames(context, frame, names);
}

function labelOrder() {
  if (!focus.bright) return shown.notes;
  const bright = shown.notes.filter(note => focus.bright.has(note));
  if (focus.note >= 0) bright.sort((a, b) => (b === focus.note) - (a === focus.note));
  return bright;
}

const isInFrame = (note, { left, top, right, bottom }) => {
  const { x, y } = at(note);
  return x > left && x < right && y > top && y < bottom;
};

const screenBox = (note, { left, top, scale }, half) => {
  const x = (at(note).x - left) * scale, y = (at(note).y - top) * scale;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
};

// In the tray a name has the room up to the next column; where that is too little, there is none.
const columns = later(() => [...new Set(notes.filter((_, note) => isOrphan(note)).map(({ x }) => x))].sort((a, b) => a - b));

function roomInTray(note, scale) {
  const { x, r } = notes[note], next = columns().find(column => column > x) ?? page.tray[0] + page.tray[2];
  return (next - x - 2 * r) * scale - 18;
}

// The name of an important note may hide small dots; other names find a free place or stay away.
function paintLabel(context, note, frame, names, dots) {
  const picture = pictureOf(note, frame.scale);
  if (!picture) return false;
  const mayHideDots = (notes[note].weight ?? 0) > 0.4 || Boolean(focus.bright);
  const boxes = [...labelBoxes(note, frame, picture)];
  const isClear = box => box.left > 0 && box.right < (frame.right - frame.left) * frame.scale && names.isFree(box);
  const box = boxes.find(each => isClear(each) && dots.isFree(each))
    ?? (mayHideDots ? boxes.filter(isClear).sort((a, b) => dots.count(a) - dots.count(b))[0] : undefined)
    ?? (note === focus.note ? boxes[0] : undefined);
  if (!box) return false;
  names.add(box);
  copyPicture(context, picture, box, frame);
  return true;
}

// Below the dot, above it, to its right or to its left, then at its corners; in the tray always to its right.
function* labelBoxes(note, frame, { width, height }) {
  const half = Math.max(notes[note].r * frame.scale, 1.6);
  const dot = screenBox(note, frame, half);
  const x = (dot.left + dot.right) / 2, y = (dot.top + dot.bottom) / 2;
  const boxAt = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  if (isOrphan(note)) return yield boxAt(dot.right + 2, y - height / 2);
  yield boxAt(x - width / 2, dot.bottom + 1);
  yield boxAt(x - width / 2, dot.top - height);
  yield boxAt(dot.right + 2, y - height / 2);
  yield boxAt(dot.left - width - 2, y - height / 2);
  const beside = 0.75 * half;
  for (const top of [y + beside - height / 4, y - beside - 3 * height / 4]) {
    yield boxAt(x + beside, top);
    yield boxAt(x - beside - width, top);
  }
}

// At whole pixels of the screen, so that the letters stay sharp.
function copyPicture(context, picture, box, frame) {
  if (context instanceof WritingPen) return context.writeName(picture, frame.left + box.left / frame.scale, frame.top + box.top / frame.scale, frame.scale);
  const transform = context.getTransform();
  const x = transform.a * (frame.left + box.left / frame.scale) + transform.e;
  const y = transform.d * (frame.top + box.top / frame.scale) + transform.f;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(picture.canvas(), Math.round(x), Math.round(y));
  context.setTransform(transform);
}

// How many letters of a name fit.
function lettersIn(room, name, size) {
  ruler.font = `500 ${size}px ${FONT}`;
  const widthOf = words => ruler.measureText(words).width;
  if (widthOf(name) <= room) return Infinity;
  let most = Math.floor(name.length * room / widthOf(name));
  while (most >= SHORTEST_NAME && widthOf(shorten(name, most)) > room) most -= 1;
  return most;
}

function pictureOf(note, scale) {
  const isStrong = note === focus.note || (notes[note].weight ?? 0) > 0.6;
  const size = note === focus.note ? 14 : Math.round(11.5 + 5 * (notes[note].weight ?? 0));
  const most = isOrphan(note) && note !== focus.note ? lettersIn(roomInTray(note, scale), notes[note].label, size) : LONGEST_NAME;
  if (most < SHORTEST_NAME) return null;
  const name = shorten(notes[note].label, Math.min(most, LONGEST_NAME)), key = `${note} ${size} ${isStrong} ${name}`;
  if (!pictures.has(key)) pictures.set(key, drawPicture([name], size, isStrong, isUnwritten(note)));
  return pictures.get(key);
}

// A picture of lines of words, one below the other: measured at once, drawn when it has found a place.
function drawPicture(lines, size, isStrong, isSoft) {
  const ratio = devicePixelRatio || 1, weight = isStrong ? 650 : 500, font = `${weight} ${size * ratio}px ${FONT}`;
  const fill = isSoft ? colour.soft : colour.ink;
  const height = size * ratio * (lines.length > 1 ? 1.2 : 1.45);
  ruler.font = font;
  const extent = {
    width: Math.ceil(Math.max(...lines.map(line => ruler.measureText(line).width)) + 8 * ratio),
    height: Math.ceil(height * lines.length),
  };
  const canvas = later(() => {
    const sheet = make('canvas', extent), pen = sheet.getContext('2d');
    Object.assign(pen, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3.4 * ratio });
    pen.strokeStyle = colour.paper;
    pen.fillStyle = fill;
    for (const write of ['strokeText', 'fillText']) {
      lines.forEach((line, number) => pen[write](line, extent.width / 2, height * (number + 0.5)));
    }
    return sheet;
  });
  return { canvas, lines, size, weight, fill, width: extent.width / ratio, height: extent.height / ratio };
}

const ruler = document.createElement('canvas').getContext('2d');

// Which parts of the screen are taken, asked through a grid of cells.
class Occupied {
  #cells = new Map();

  add(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.has(cell)) this.#cells.get(cell).push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  isFree(box) {
    for (const cell of this.#cellsOf(box)) {
      if (this.#cells.get(cell)?.some(other => touches(box, other))) return false;
    }
    return true;
  }

  count(box) {
    const found = new Set();
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (touches(box, other)) found.add(other);
    }
    return found.size;
  }

  * #cellsOf({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 100_003 + y;
    }
  }
}

const touches = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
