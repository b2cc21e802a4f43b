{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = root.dataset.choice === 'auto' ? (dark ? 'dark' : 'light') : root.dataset.choice;
}
