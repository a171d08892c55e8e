// Raw bytes on stdin: whatever comes, stdout carries JSON-RPC alone, and the next good request is answered.
// FUZZ_RUNS sets how many inputs are tried.
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guides } from '../../src/guides/guides.ts';
import { createServer } from '../../src/server.ts';
import { StdioTransport } from '../../src/stdio.ts';
import { tools } from '../../src/tools/index.ts';
import { callContext } from './call-context.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);

/** A server on streams of this process; `calls` never get as far as a control plane. */
async function serve() {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const server = createServer({
    version: '0',
    tools: async () => tools,
    guides: async () => guides,
    context: callContext(() => Promise.reject(new Error('no control plane'))),
  });
  const transport = new StdioTransport(stdin, stdout, () => undefined);
  await server.connect(transport);
  let text = '';
  stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  /** The lines written since the last call, once the answer to `id` is among them. */
  const linesUntil = async (id: string) => {
    while (!text.includes(`"id":"${id}"`)) await new Promise((resolve) => setImmediate(resolve));
    const lines = text.split('\n').slice(0, -1);
    text = '';
    return lines;
  };
  return { stdin, linesUntil };
}

const junk = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const json = fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text));
const id = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double(), fc.object({ maxDepth: 1 }));
const method = fc.oneof(
  fc.constantFrom(
    'ping',
    'initialize',
    'tools/list',
    'tools/call',
    'notifications/cancelled',
    'notifications/progress',
    'logging/setLevel',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
const params = fc.oneof(
  fc.record({
    name: fc.oneof(
      fc.constantFrom('create_integration_response', 'preview_integration_response', '__proto__'),
      fc.string(),
    ),
    arguments: fc.anything({ maxDepth: 2 }),
    _meta: fc.anything({ maxDepth: 2 }),
    requestId: id,
  }),
  fc.anything({ maxDepth: 3 }),
);
const messages = fc
  .record(
    { jsonrpc: fc.constantFrom('2.0', '1.0', 2), id, method, params, result: fc.anything(), error: fc.anything() },
    { requiredKeys: [] },
  )
  .map((message) =>
    Buffer.from(JSON.stringify(message, (_, value) => (typeof value === 'bigint' ? `${value}` : value))),
  );
const lines = fc.array(fc.oneof(junk, json, messages, messages), { minLength: 1, maxLength: 4 });

test('stdout carries JSON-RPC alone', { timeout: 3_600_000 }, async () => {
  const { stdin, linesUntil } = await serve();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(300), async (inputs, cut) => {
      const name = `after-${++count}`;
      const bytes = Buffer.concat(inputs.flatMap((input) => [input, Buffer.from('\n')]));
      stdin.write(bytes.subarray(0, cut));
      stdin.write(bytes.subarray(cut));
      stdin.write(`\n{"jsonrpc":"2.0","id":"${name}","method":"ping"}\n`);
      const answers = await linesUntil(name);
      for (const line of answers) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
      expect(answers.map((line) => JSON.parse(line))).toContainEqual({ jsonrpc: '2.0', id: name, result: {} });
    }),
    { numRuns: RUNS },
  );
});
