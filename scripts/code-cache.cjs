// Runs the built server as src/main.ts does, lets it answer initialize and tools/list, and keeps what V8 compiled for that.
const { readFileSync, writeFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = process.argv.pop();
const filename = join(folder, 'serve.js');
const script = new Script(wrap(readFileSync(filename, 'latin1')), { filename });

const requests = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'build', version: '0' } },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/list' },
];
let answers = 0;
process.stdout.write = (_, done) => {
  answers += 1;
  if (answers === 2) {
    writeFileSync(join(folder, `serve.${process.versions.v8}-${process.arch}.cache`), script.createCachedData());
    process.exit(0);
  }
  return done();
};
script.runInThisContext()(exports, require, module, filename, folder);
module.exports.serve({});
for (const request of requests)
  process.stdin.emit('data', Buffer.from(`${JSON.stringify({ jsonrpc: '2.0', ...request })}\n`));
