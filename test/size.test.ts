// What starting costs, by what is kept out of the start: bytes of the start-up file, and what must not be among them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIST = new URL('../dist', import.meta.url).pathname;
const server = readFileSync(join(DIST, 'serve.js'), 'utf8');

test('the start-up file stays below 170 kB', () => {
  expect(server.length).toBeLessThan(170_000);
});

/** Texts that only the module in question contains. */
test.each([
  ['the default validator (ajv)', 'schema is invalid: '],
  ['zod 3', 'ZodFirstPartyTypeKind'],
  ['the AWS client', 'ApiGatewayV2'],
  ['the rules', 'expression-missing-dollar'],
  ['the template engine', 'foreach'],
  ['the embedded control plane', 'listen('],
  ['any other language of zod', 'Ungültige'],
])('%s is not in it', (_, text) => {
  expect(server).not.toContain(text);
  const elsewhere = readdirSync(DIST).filter((name) => /\.mjs$/.test(name));
  expect(elsewhere.length).toBeGreaterThan(3);
});

test('it imports nothing while it is evaluated but modules of Node', () => {
  const required = [...server.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(required.length).toBeGreaterThan(0);
  expect(required.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  expect(server).not.toMatch(/\bimport\(/);
});

test('answering initialize and tools/list loads two files of ours, and no module of Node that takes long', () => {
  const watch = `const load = require('node:module')._load;
    const seen = new Set(); require('node:module')._load = (name, ...rest) => { seen.add(name); return load(name, ...rest); };
    process.on('exit', () => process.stderr.write(JSON.stringify([...seen])));`;
  const script = `${watch} process.argv.splice(1, 0, ${JSON.stringify(join(DIST, 'main.js'))}); require(process.argv[1]);`;
  const lines = [
    {
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '0' } },
    },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/list' },
  ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  });
  expect(stdout.trim().split('\n')).toHaveLength(2);
  const loaded = (JSON.parse(stderr) as string[]).filter((name) => !name.endsWith('main.js') && name !== './serve.js');
  expect(loaded.toSorted()).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:util', 'node:vm']);
});

test('the build leaves a code cache for the Node that made it', () => {
  const name = `serve.${process.versions.v8}-${process.platform}-${process.arch}.cache`;
  expect(statSync(join(DIST, name)).size).toBeGreaterThan(50_000);
});

test('all that is published is below 2 MB, source maps apart', () => {
  const sizes = readdirSync(DIST).map((name) => (name.endsWith('.map') ? 0 : statSync(join(DIST, name)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1024 * 1024);
});
