// What stands out: a note with its neighbours, and the way that leads to it.

const NOTHING = { note: -1, bright: null, way: new Set() };
let focus = NOTHING;

function refocus() {
  const note = state.hovered >= 0 && !isCrowd() ? state.hovered : state.selected;
  if (state.found) focus = { note: -1, bright: state.found, way: new Set() };
  else if (note < 0 || !shown.isNote[note]) focus = NOTHING;
  else focus = { note, bright: new Set([note, ...neighbours(note)]), way: ancestors(note) };
  redraw();
}

const isDim = note => focus.bright !== null && !focus.bright.has(note);
const isOnWay = note => focus.way.has(note);
const isHot = ({ from, to }) => focus.note >= 0 && (from === focus.note || to === focus.note);

// A plain link that relations imply is drawn only with its notes.
const isSilent = link => Boolean(link.implied) && !isHot(link);

function isFaint(link) {
  if (!focus.bright || isHot(link)) return false;
  if (focus.note < 0) return !(focus.bright.has(link.from) && focus.bright.has(link.to));
  return !(isOnWay(link.from) && isOnWay(link.to));
}

// Bright, on the way, or dimmed: how strongly a note is painted.
function strength(note) {
  if (!isDim(note)) return 1;
  return isOnWay(note) ? 0.8 : isDark() ? 0.34 : 0.3;
}
