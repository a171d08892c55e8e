// Arbitrary lines on stdin: stdout carries JSON-RPC alone, every result of a tool has its documented shape, and the next
// good request is answered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { guides } from '../../src/mcp/guides/guides.ts';
import { createServer } from '../../src/mcp/server.ts';
import { StdioTransport } from '../../src/mcp/stdio.ts';
import { tools } from '../../src/tools/index.ts';
import { callContext } from '../support/call-context.ts';
import { BARE_ENV, MAIN } from '../support/connect.ts';
import { line, MAX_RESULT, RUNS, TIMEOUT } from './fuzz.ts';

/** Lines at a time: one look at what is written for all of them. */
const BATCH = 50;

interface Pipes {
  readonly stdin: Writable;
  readonly stdout: Readable;
}

/** A server on streams of this process; no call gets as far as a control plane. */
async function serveHere(): Promise<Pipes> {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const server = createServer({
    version: '0',
    tools: async () => tools,
    guides: async () => guides,
    context: callContext(() => Promise.reject(new Error('no control plane'))),
  });
  await server.connect(new StdioTransport(stdin, stdout, () => undefined));
  return { stdin, stdout };
}

async function serveApart(): Promise<Pipes> {
  const child = spawn(process.execPath, [MAIN, '--sandbox'], { env: BARE_ENV, stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(async () => {
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
  return child;
}

const isResult = (content: unknown) => tools.some(({ output }) => output.strict().safeParse(content).success);

/** What is wrong with a line on stdout. */
function fault(written: string): string | undefined {
  const { jsonrpc, result } = JSON.parse(written);
  if (jsonrpc !== '2.0') return `not JSON-RPC: ${written.slice(0, 1000)}`;
  if (written.length > 2 * MAX_RESULT) return `too long: ${written.slice(0, 1000)}`;
  if (result?.structuredContent === undefined || isResult(result.structuredContent)) return undefined;
  return `not a result of a tool: ${written.slice(0, 5000)}`;
}

test.each([
  ['in this process', serveHere, RUNS * 3],
  ['spawned, before the sandbox', serveApart, RUNS / 2],
])('a server %s', { timeout: TIMEOUT }, async (_, serve, runs) => {
  const { stdin, stdout } = await serve();
  const faults: string[] = [];
  const answered = new Set<unknown>();
  createInterface({ input: stdout }).on('line', (written) => {
    try {
      faults.push(...[fault(written) ?? []].flat());
      answered.add(JSON.parse(written).id);
    } catch {
      faults.push(`not JSON: ${written.slice(0, 1000)}`);
    }
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: BATCH, maxLength: BATCH }), fc.nat(5000), async (lines, cut) => {
      const name = `after-${++count}`;
      const bytes = Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')]));
      stdin.write(bytes.subarray(0, cut));
      stdin.write(bytes.subarray(cut));
      stdin.write(`{"jsonrpc":"2.0","id":"${name}","method":"ping"}\n`);
      while (!answered.has(name)) await new Promise((resolve) => setImmediate(resolve));
      answered.clear();
      expect(faults).toEqual([]);
    }),
    { numRuns: Math.ceil(runs / BATCH) },
  );
});
