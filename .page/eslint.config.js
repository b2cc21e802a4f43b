// The rules for the scripts of pages, their build and their tests.

const names = words => Object.fromEntries(words.split(' ').map(name => [name, 'readonly']));

const rules = {
  'complexity': ['error', 12],
  'eqeqeq': 'error',
  'no-shadow': 'error',
  'no-undef': 'error',
  'no-unused-vars': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
};

const web = names(`
  Blob CanvasRenderingContext2D DecompressionStream Element HTMLButtonElement Intl Path2D Response URL XMLSerializer addEventListener
  KeyboardEvent clearInterval clearTimeout devicePixelRatio document getComputedStyle history innerHeight innerWidth localStorage location
  matchMedia performance removeEventListener requestAnimationFrame setInterval setTimeout vis window`.trim().split(/\s+/).join(' '));

export default [
  { files: ['**/web/src/**/*.js', '**/web/first.js', '**/reports/web/*.js'], languageOptions: { globals: web }, rules },
  { files: ['.page/*.js', 'tests/**/*.mjs'], languageOptions: { globals: names('URL console process') }, rules },
  { ignores: ['**/map.js', '**/node_modules/**'] },
];
