// The map as a picture: the whole of what is shown, not just the part in the window.

const LONGEST_SIDE = 6000, MARGIN = 40;

function wholeFrame() {
  const box = bounds();
  return {
    scale: 1, left: box.left - MARGIN, top: box.top - MARGIN,
    right: box.right + MARGIN, bottom: box.bottom + MARGIN,
  };
}

function drawWhole() {
  const frame = wholeFrame(), width = frame.right - frame.left, height = frame.bottom - frame.top;
  frame.scale = Math.min(2, LONGEST_SIDE / Math.max(width, height));
  const canvas = make('canvas', { width: Math.ceil(width * frame.scale), height: Math.ceil(height * frame.scale) });
  const context = canvas.getContext('2d');
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, -frame.left * frame.scale, -frame.top * frame.scale);
  paint(context, frame);
  return canvas;
}

// Drawings of more pieces than these take a browser too long to make, and to show.
const MOST_PIECES = 10_000;
const isDrawable = () => shown.notes.length + shown.links.length <= MOST_PIECES;

const savePng = () => drawWhole().toBlob(blob => download(blob, 'png'));
const saveSvg = () => download(new Blob([svgText()], { type: 'image/svg+xml' }), 'svg');

function download(blob, extension) {
  const address = URL.createObjectURL(blob);
  const name = page.title.replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'map';
  make('a', { href: address, download: `${name}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const svgText = () => new XMLSerializer().serializeToString(svgDrawing());

function svgDrawing() {
  const { left, top, right, bottom } = wholeFrame();
  return draw('svg', { xmlns: SVG, viewBox: [left, top, right - left, bottom - top].map(rounded).join(' '), 'font-family': FONT },
    draw('rect', { x: left, y: top, width: right - left, height: bottom - top, fill: colour.paper }),
    ...shown.links.filter(number => !isSilent(links[number])).map(number => svgLink(links[number])),
    ...[...shown.notes].reverse().map(note => isConcept ? svgBox(note) : svgDot(note)));
}

const SVG = 'http://www.w3.org/2000/svg';
const rounded = value => typeof value === 'number' ? Math.round(value * 10) / 10 : value;

function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') element.setAttribute(name, rounded(value));
  element.append(...children);
  return element;
}

function svgLink(link) {
  const { start, curves, tip } = routeOf(link), stroke = link.kind ? colour.relation : colour.link;
  const path = `M${start.map(rounded)}${curves.map(curve => `C${curve.map(rounded)}`).join('')}`;
  const dash = link.kind ? {} : { 'stroke-dasharray': '5 4' };
  return draw('g', {},
    draw('path', { d: path, fill: 'none', stroke, 'stroke-width': isConcept ? 1.6 : 0.8, ...dash }),
    draw('polygon', { points: arrowHead(tip, isConcept ? 8 : 5).map(point => point.map(rounded)).join(' '), fill: stroke }));
}

function svgBox(number) {
  const note = notes[number], { x, y } = at(number), title = titleOf(note);
  const left = x - note.w / 2, top = y - note.h / 2, height = note.lines.length * title.line + (note.meta ? 17 : 0);
  const first = y - height / 2 + title.size * 0.36 + title.line / 2;
  const shape = { x: left, y: top, width: note.w, height: note.h, rx: RADIUS };
  const dash = isUnwritten(number) ? { 'stroke-dasharray': '5 4' } : {};
  const words = note.lines.map((line, place) => svgWords(line, left + TEXT_LEFT, first + place * title.line, title.size, 600, colour.ink));
  if (note.meta) words.push(svgWords(note.meta, left + TEXT_LEFT, first + (note.lines.length - 1) * title.line + 17.5, 11.5, 400, colour.soft));
  return draw('g', {},
    draw('rect', { ...shape, fill: colour.card }),
    draw('rect', { ...shape, fill: colourOf(number), 'fill-opacity': isUnwritten(number) ? 0 : 0.12, stroke: colourOf(number), ...dash }),
    ...words);
}

function svgDot(number) {
  const { x, y } = at(number), { r } = notes[number];
  const name = svgWords(shorten(notes[number].label, LONGEST_NAME), x, y + r + 10, 10, 500, colour.ink);
  name.setAttribute('text-anchor', 'middle');
  const look = isUnwritten(number) ? { fill: colour.paper, stroke: colour.soft, 'stroke-dasharray': '3 2' } : { fill: colourOf(number) };
  return draw('g', {}, draw('circle', { cx: x, cy: y, r, ...look }), name);
}

// What no XML may hold, though a name can.
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function svgWords(words, x, y, size, weight, fill) {
  const element = draw('text', { x, y, 'font-size': size, 'font-weight': weight, fill });
  element.textContent = words.replace(NO_XML, '');
  return element;
}
