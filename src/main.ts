#!/usr/bin/env node
// What `node dist/main.js` runs: the bundle of serve.ts, compiled ahead where the build was made by this V8.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

const { env, platform } = process;
const SERVER = join(__dirname, 'serve.js');

/** Node 22 and 24 keep what they compiled in the user's cache folder: only where there is one, and only if it can be written. */
function keepCompiled(): void {
  const home = env['HOME'];
  const caches = home && join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
  const folder = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'] || caches;
  if (!folder || !isAbsolute(folder) || !existsSync(folder)) return;
  const { enableCompileCache }: { enableCompileCache?: (folder: string) => unknown } = require('node:module');
  enableCompileCache?.(join(folder, 'integration-response-mcp'));
}

/** As Node does, whose own function for it takes longer to load than this text to write. */
const wrap = (code: string): string => `(function (exports, require, module, __filename, __dirname) { ${code}\n});`;

function codeCache(): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, `serve.${process.versions.v8}-${process.arch}.cache`));
  } catch {
    return undefined;
  }
}

function load(): typeof import('./serve.ts') {
  const cachedData = codeCache();
  if (!cachedData) {
    keepCompiled();
    return require('./serve.js');
  }
  // V8 checks version, flags and length, and compiles anew where they differ.
  const script = new Script(wrap(readFileSync(SERVER, 'latin1')), { filename: SERVER, cachedData });
  script.runInThisContext()(exports, require, module, SERVER, __dirname);
  return module.exports;
}

function keeping<Part>(part: () => Promise<Part>): () => Promise<Part> {
  return () => {
    keepCompiled();
    return part();
  };
}

// A script with a code cache cannot import (on Node 20), so this module does it for the server.
load().serve({
  tools: keeping(() => import('./tools/index.ts')),
  guides: keeping(() => import('./mcp/guides/guides.ts')),
  gateway: keeping(() => import('./aws/sdk-gateway.ts')),
  sandbox: keeping(() => import('./sandbox/start-sandbox.ts')),
});
