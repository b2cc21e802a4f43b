// For tests that run modules of the page in Node: they find the packages that are installed here.

import { register } from 'node:module';

register('./resolve-hooks.js', import.meta.url);
