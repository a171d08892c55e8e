// Raw bytes on stdin: the right protocol error or none, and the next good request works.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { BARE_ENV, localEnv, MAIN } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { SOUND } from '../support/seeded.ts';

interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly result?: Record<string, unknown>;
}

function start(args = ['--sandbox'], env: Record<string, string> = {}) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [MAIN, ...args], {
    env: { ...BARE_ENV, ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  child.stdin.on('error', () => undefined);
  const waiting: ((message: Message) => void)[] = [];
  const arrived: Message[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message; // every line is JSON-RPC, or the test fails here
    if (message.jsonrpc !== '2.0') throw new Error(`not JSON-RPC: ${line}`);
    const next = waiting.shift();
    if (next) next(message);
    else arrived.push(message);
  });
  const receive = () => {
    const message = arrived.shift();
    return message ? Promise.resolve(message) : new Promise<Message>((resolve) => waiting.push(resolve));
  };
  const write = (text: string | Buffer) => child.stdin.write(text);
  const send = (message: object) => write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  return { child, receive, write, send };
}

const call = (id: number, args: unknown) => ({
  id,
  method: 'tools/call',
  params: { name: 'create_integration_response', arguments: args },
});

const nested = '['.repeat(100_000) + ']'.repeat(100_000);

test.each<[string, string | Buffer, number | undefined, unknown]>([
  ['garbage', 'garbage\n', -32700, null],
  ['half an object', '{"jsonrpc":"2.0","id":3,"met\n', -32700, null],
  ['NUL bytes', Buffer.from([0, 0, 0, 10]), -32700, null],
  ['invalid UTF-8', Buffer.from([0xff, 0xfe, 0x80, 10]), -32700, null],
  ['100,000 nested brackets', `${nested}\n`, -32600, null],
  ['a batch', '[{"jsonrpc":"2.0","id":3,"method":"ping"}]\n', -32600, null],
  ['another version of JSON-RPC', '{"jsonrpc":"1.0","id":3,"method":"ping"}\n', -32600, 3],
  ['an unknown method', '{"jsonrpc":"2.0","id":3,"method":"tools/nope"}\n', -32601, 3],
  ['an unknown tool', '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"nope"}}\n', -32602, 3],
  ['a call without a name', '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}\n', -32602, 3],
  ['a call without parameters', '{"jsonrpc":"2.0","id":3,"method":"tools/call"}\n', -32602, 3],
  [
    'arguments that are a list',
    '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"create_integration_response","arguments":[]}}\n',
    -32602,
    3,
  ],
  ['a line over the limit', Buffer.concat([Buffer.alloc(33 * 1024 * 1024, 'x'), Buffer.from('\n')]), -32600, null],
  [
    'invalid UTF-8 inside a string',
    Buffer.from('{"jsonrpc":"2.0","id":3,"method":"ping\xff"}\n', 'latin1'),
    -32700,
    null,
  ],
  ['an id that is null', '{"jsonrpc":"2.0","id":null,"method":"ping"}\n', -32600, null],
  ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"ping"}\n', -32600, null],
  ['an unknown notification', '{"jsonrpc":"2.0","method":"notifications/nope"}\n', undefined, undefined],
  ['an answer nobody asked for', '{"jsonrpc":"2.0","id":77,"result":{}}\n', undefined, undefined],
  ['empty lines', '\n\r\n   \n', undefined, undefined],
])('%s', async (_, bytes, code, id) => {
  const { receive, write, send } = start();
  write(bytes);
  if (code !== undefined) expect(await receive()).toMatchObject({ id, error: { code } });
  send({ id: 'next', method: 'ping' });
  expect(await receive()).toMatchObject({ id: 'next', result: {} });
});

test('arguments nested beyond reason are an invalid result', async () => {
  const { receive, write } = start();
  write(
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_integration_response","arguments":{"ResponseTemplates":${nested}}}}\n`,
  );
  expect(await receive()).toMatchObject({ id: 1, result: { isError: true, structuredContent: { Status: 'invalid' } } });
});

test('two requests with one id are both answered', async () => {
  const { receive, send } = start();
  send({ id: 1, method: 'ping' });
  send({ id: 1, method: 'ping' });
  expect([await receive(), await receive()]).toMatchObject([{ id: 1 }, { id: 1 }]);
});

test('ends with stdin, and answers what is under way first', async () => {
  const { child, receive, send } = start();
  send(call(0, { ...SOUND, DryRun: true })); // loads what the first call needs
  await receive();
  send(call(1, SOUND));
  child.stdin.end();
  expect(await receive()).toMatchObject({ id: 1, result: { structuredContent: { Status: 'created' } } });
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('ends with stdin even while a call hangs', async () => {
  const { endpoint, seen } = await startEdge(() => true);
  const { child, send } = start([], localEnv(endpoint));
  send(call(1, SOUND));
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s lets calls end, then ends the process', async (signal) => {
  const { child, receive, send } = start();
  send({ id: 1, method: 'ping' });
  await receive();
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a host that stops reading is no crash', async () => {
  const { child, receive, send } = start();
  send({ id: 1, method: 'ping' });
  await receive();
  child.stdout.destroy();
  for (let id = 2; id < 50; id++) send({ id, method: 'tools/list' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('progress is reported to a caller who asks for it', async () => {
  let left = 1;
  const { endpoint } = await startEdge((req, res) => {
    if (req.method === 'GET' || left-- <= 0) return false;
    res
      .writeHead(429, { 'x-amzn-errortype': 'TooManyRequestsException', 'retry-after': '0' })
      .end('{"message":"Too Many Requests"}');
    return true;
  });
  const { receive, send } = start([], localEnv(endpoint));
  const { params, ...rest } = call(1, SOUND);
  send({ ...rest, params: { ...params, _meta: { progressToken: 'p' } } });
  expect(await receive()).toMatchObject({
    method: 'notifications/progress',
    params: { progressToken: 'p', progress: 1 },
  });
  expect(await receive()).toMatchObject({ id: 1, result: { structuredContent: { Status: 'created' } } });
});

test.each([0, 7, 'seven'])(
  'a cancelled call (id %s) stops at once: nothing more is sent, nothing is answered',
  async (id) => {
    let gone = 0;
    const { endpoint, seen } = await startEdge((_, res) => {
      res.on('close', () => {
        gone += 1;
      });
      return true;
    });
    const { receive, send } = start([], localEnv(endpoint));
    send({ id, method: 'tools/call', params: { name: 'create_integration_response', arguments: SOUND } });
    await expect.poll(() => seen.length).toBe(5);
    send({ method: 'notifications/cancelled', params: { requestId: id } });
    await expect.poll(() => gone).toBe(5);
    send({ id: 'next', method: 'ping' });
    expect(await receive()).toMatchObject({ id: 'next', result: {} });
    expect(seen.length).toBe(5);
  },
);
