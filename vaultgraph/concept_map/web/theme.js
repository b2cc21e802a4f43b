// Colours: those of the page come from its style sheet, those of the groups from here.

const FONT = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, "Liberation Sans", Arial, sans-serif';
const LIGHT = ['#3f66cf', '#bd7600', '#c43d3a', '#24897d', '#64932a', '#9258ad', '#ac5f36', '#cd5c9a', '#56788f', '#84771a', '#3893c4'];
const DARK = ['#7f9dff', '#f0b451', '#ff8b81', '#5fcfbf', '#a6d165', '#cd9df0', '#dd9d76', '#ff9ecb', '#9dbbce', '#d5c85c', '#7ccaf4'];
const MOST_GROUPS = LIGHT.length;
const COLOURS = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'link', 'relation', 'attachment', 'tag', 'card-mark', 'due', 'new'];

const colour = {};
const root = document.documentElement;
const isDark = () => root.dataset.theme === 'dark';

function readColours() {
  const style = getComputedStyle(root);
  COLOURS.forEach(name => { colour[name] = style.getPropertyValue(`--${name}`).trim(); });
}

const turnTheme = () => setTheme(isDark() ? 'light' : 'dark');

function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  forgetLabels();
  forgetBackdrop();
  redraw();
  showLegend();
}

function colourOfGroup(group) {
  const tint = state.colour === 'obsidian' && tints.find(({ query }) => query === groups[group]?.[0])?.tint;
  if (tint) return tint;
  if (state.colour === 'obsidian') return colour.soft;
  const palette = isDark() ? DARK : LIGHT;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}

const SORTS = { attachment: 'attachment', tag: 'tag', card: 'card-mark' };
const colourOf = note => colour[SORTS[notes[note].kind]] ?? colourOfGroup(groupOf(note));
