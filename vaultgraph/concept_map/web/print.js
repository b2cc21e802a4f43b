// On paper: the whole map in light colours, as a drawing that stays sharp, or as a picture if it is huge.

let themeOnScreen = '';

function beforePrint() {
  themeOnScreen = root.dataset.theme;
  if (isDark()) setTheme('light');
  colour.paper = '#fff';
  const title = make('h1', { textContent: [page.title, page.part].filter(Boolean).join(' · ') });
  byId('paper').replaceChildren(title, isDrawable() ? svgDrawing() : make('img', { src: drawWhole().toDataURL(), alt: page.title }));
}

function afterPrint() {
  byId('paper').replaceChildren();
  setTheme(themeOnScreen);
}
