// Too many notes to paint one by one: the ground is copied, and only what stands out is painted on it.

const MOST_BRIGHT = 3000, MOST_HOT = 1200, READABLE_DOT = 3, READABLE_SCALE = 0.8;

const isCrowd = () => isBig && state.centre < 0;

function paintCrowd(context, frame) {
  paintGround(context, frame);
  paintTray(context, frame);
  strokeLinks(context, hotLinks(), frame.scale);
  for (const note of standingOut(frame)) paintDot(context, note, frame.scale);
  if (frame.scale > READABLE_SCALE) paintRings(context, notesWithin(frame, MOST_BRIGHT), frame.scale);
  paintLabels(context, frame);
}

// The links of the selected note, and those on the way to it.
function hotLinks() {
  if (focus.steps) return state.way.links;
  if (focus.note < 0) return [];
  const steps = [...focus.way].flatMap(note => arriving[note].filter(link => isOnWay(links[link].from) && links[link].direction));
  return [...new Set([...steps, ...leaving[focus.note], ...arriving[focus.note]])].filter(isLinkShown).slice(0, MOST_HOT);
}

function standingOut(frame) {
  const marked = [state.selected, state.hovered].filter(note => note >= 0 && shown.isNote[note]);
  const bright = focus.bright ? [...focus.way, ...focus.bright] : [];
  return [...bright.slice(0, MOST_BRIGHT), ...marked].filter(note => shown.isNote[note] && isNear(note, frame));
}

// Names only where their dots can be told from each other.
function crowdToName(frame) {
  const most = 2 * MOST_LABELS;
  if (focus.bright) return [...focus.bright].slice(0, MOST_BRIGHT).sort((a, b) => (b === focus.note) - (a === focus.note) || byWeight(a, b));
  const isReadable = note => frame.scale > READABLE_SCALE || notes[note].r * frame.scale > READABLE_DOT;
  return notesWithin(frame, most).filter(isReadable);
}
