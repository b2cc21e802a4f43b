// Colours: those of the page come from its style sheet, those of the groups from here.

const FONT = 'system-ui, "Segoe UI", Inter, "Noto Sans", "DejaVu Sans", sans-serif';
const LIGHT = ['#3f66cf', '#cf8200', '#c43d3a', '#24897d', '#64932a', '#9258ad', '#ac5f36', '#cd5c9a', '#56788f', '#84771a', '#3893c4'];
const DARK = ['#7f9dff', '#f0b451', '#ff8b81', '#5fcfbf', '#a6d165', '#cd9df0', '#dd9d76', '#ff9ecb', '#9dbbce', '#d5c85c', '#7ccaf4'];
const MOST_GROUPS = LIGHT.length;
const COLOURS = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'link', 'relation'];

const colour = {};
const root = document.documentElement;
const isDark = () => root.dataset.theme === 'dark';

function readColours() {
  const style = getComputedStyle(root);
  COLOURS.forEach(name => { colour[name] = style.getPropertyValue(`--${name}`).trim(); });
}

function setTheme(theme) {
  root.dataset.theme = theme;
  readColours();
  forgetLabels();
  forgetBackdrop();
  redraw();
  showLegend();
}

function colourOfGroup(group) {
  const palette = isDark() ? DARK : LIGHT;
  return group < 0 || group >= palette.length ? colour.soft : palette[group];
}

const colourOf = note => colourOfGroup(groupOf(note));
