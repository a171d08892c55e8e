// Raw bytes on stdin: the right protocol error or none, and the next good request works.
import { expect, test } from 'vitest';
import { localEnv } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { startRaw } from '../support/raw-server.ts';
import { SOUND } from '../support/seeded.ts';

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
  ['a greeting without parameters', '{"jsonrpc":"2.0","id":3,"method":"initialize"}\n', -32602, 3],
  [
    'a greeting in no version',
    '{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"protocolVersion":1}}\n',
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
  const { receive, write, send } = startRaw();
  write(bytes);
  if (code !== undefined) expect(await receive()).toMatchObject({ id, error: { code } });
  send({ id: 'next', method: 'ping' });
  expect(await receive()).toMatchObject({ id: 'next', result: {} });
});

test('arguments nested beyond reason are an invalid result', async () => {
  const { receive, write } = startRaw();
  write(
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_integration_response","arguments":{"ResponseTemplates":${nested}}}}\n`,
  );
  expect(await receive()).toMatchObject({ id: 1, result: { isError: true, structuredContent: { Status: 'invalid' } } });
});

test('two requests with one id are both answered', async () => {
  const { receive, send } = startRaw();
  send({ id: 1, method: 'ping' });
  send({ id: 1, method: 'ping' });
  expect([await receive(), await receive()]).toMatchObject([{ id: 1 }, { id: 1 }]);
});

test('a cancellation of nothing, or with an id that is none, disturbs nobody', async () => {
  const { receive, send } = startRaw();
  for (const requestId of [99, 'x', '', 1.5, -1, null, {}, [], undefined]) {
    send({ method: 'notifications/cancelled', params: { requestId, reason: { a: 1 } } });
  }
  send({ method: 'notifications/cancelled' });
  send({ method: 'notifications/progress', params: { progressToken: 'nobody', progress: 1 } });
  send({ id: 'next', method: 'ping' });
  expect(await receive()).toMatchObject({ id: 'next', result: {} });
});

test.each([['p'], [7], [0], [''], [1.5], [true], [null], [{}], [[]]])(
  'a call with the progress token %j is answered, with a result or a refusal',
  async (progressToken) => {
    const { receive, send } = startRaw();
    const { params, ...rest } = call(1, { ...SOUND, DryRun: true });
    send({ ...rest, params: { ...params, _meta: { progressToken } } });
    const answer = await receive();
    if (typeof progressToken === 'string' || Number.isInteger(progressToken)) {
      expect(answer).toMatchObject({ id: 1, result: { structuredContent: { Status: 'valid' } } });
    } else expect(answer).toMatchObject({ id: 1, error: { code: -32600 } });
  },
);

test('two calls with one id, cancelled by it: nothing hangs', async () => {
  const { endpoint, seen } = await startEdge(() => true);
  const { child, receive, send } = startRaw([], localEnv(endpoint));
  send(call(1, SOUND));
  send(call(1, SOUND));
  await expect.poll(() => seen.length).toBe(10);
  send({ method: 'notifications/cancelled', params: { requestId: 1 } });
  send({ id: 'next', method: 'ping' });
  expect(await receive()).toMatchObject({ id: 'next', result: {} });
  child.stdin.end();
  await expect.poll(() => child.exitCode).toBe(0);
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
  const { receive, send } = startRaw([], localEnv(endpoint));
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
    const { receive, send } = startRaw([], localEnv(endpoint));
    send({ id, method: 'tools/call', params: { name: 'create_integration_response', arguments: SOUND } });
    await expect.poll(() => seen.length).toBe(5);
    send({ method: 'notifications/cancelled', params: { requestId: id } });
    await expect.poll(() => gone).toBe(5);
    send({ id: 'next', method: 'ping' });
    expect(await receive()).toMatchObject({ id: 'next', result: {} });
    expect(seen.length).toBe(5);
  },
);
