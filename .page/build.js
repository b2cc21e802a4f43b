// Bundles the modules of the map's page into map.js, the one script that the page embeds; with --check,
// only says whether map.js is what they give.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const folder = resolve(import.meta.dirname, '../vaultgraph/concept_map/web');
const bundle = `${folder}/map.js`;

const { outputFiles: [{ text }] } = await build({
  absWorkingDir: folder,
  entryPoints: ['src/main.js'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  // The data of large maps is unpacked with `await`, which a classic script has only in a function.
  banner: { js: '/*! contains dagre, (c) 2012-2014 Chris Pettitt, MIT license: dagre.LICENSE.txt */\n"use strict";\n(async () => {' },
  footer: { js: '})();' },
  nodePaths: [resolve(import.meta.dirname, 'node_modules')],
  write: false,
});

if (!process.argv.includes('--check')) {
  writeFileSync(bundle, text);
} else if (readFileSync(bundle, 'utf8') !== text) {
  console.error('map.js is stale: run `npm run build --prefix .page` and commit it');
  process.exitCode = 1;
}
