// Runs the built server as src/main.ts does, lets it answer initialize and tools/list, and keeps what V8 compiled for that.
// The build bundles this file, since it must run under each Node that a cache is made for.
import { runAndCache } from '../src/code-cache.ts';
import type { Later } from '../src/later.ts';

const folder = process.argv.pop() ?? '';
const REQUESTS = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'build', version: '0' } },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/list' },
];

const keep = runAndCache(folder, module, require);
let answers = 0;
process.stdout.write = (_: unknown, done: unknown) => {
  answers += 1;
  if (answers === 2) {
    keep();
    process.exit(0);
  }
  if (typeof done === 'function') done();
  return true;
};
const { serve }: typeof import('../src/serve.ts') = module.exports;
serve({} as Later);
for (const request of REQUESTS)
  process.stdin.emit('data', Buffer.from(`${JSON.stringify({ jsonrpc: '2.0', ...request })}\n`));
