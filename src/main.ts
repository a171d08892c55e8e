#!/usr/bin/env node
// What `node dist/main.js` runs: the bundle of serve.ts, compiled ahead where the package has that for this Node.
import { runFromCache } from './code-cache.ts';
import { keepCompiled, later } from './later.ts';

function load(): typeof import('./serve.ts') {
  if (runFromCache(__dirname, module, require)) return module.exports;
  keepCompiled();
  return require('./serve.js');
}

// A script with a code cache cannot import (on Node 20), so this module does it for the server.
load().serve(later);
