// What is loaded when it is first needed. The build makes a file of its own for each, so this is the only list of them.
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

const { env, platform } = process;

/** Node 22 and 24 keep what they compiled in the user's cache folder: only where there is one, and only if it can be written. */
export function keepCompiled(): void {
  const home = env['HOME'];
  const caches = home && join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
  const folder = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'] || caches;
  if (!folder || !isAbsolute(folder) || !existsSync(folder)) return;
  const { enableCompileCache }: { enableCompileCache?: (folder: string) => unknown } = require('node:module');
  enableCompileCache?.(join(folder, 'integration-response-mcp'));
}

function keeping<Part>(part: () => Promise<Part>): () => Promise<Part> {
  return () => {
    keepCompiled();
    return part();
  };
}

export const later = {
  tools: keeping(() => import('./tools/index.ts')),
  guides: keeping(() => import('./mcp/guides/guides.ts')),
  gateway: keeping(() => import('./aws/sdk-gateway.ts')),
  work: keeping(() => import('./work/run-task.ts')),
  sandbox: keeping(() => import('./data-plane/start-local-gateway.ts')),
};

export type Later = typeof later;
