// Who is answered, and how often: odd ids, tasks, floods of cancellations, a client that does not read.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startRaw } from '../support/raw-server.ts';
import { SOUND } from '../support/seeded.ts';

const call = (id: unknown, name: string, args: object, more: object = {}) => ({
  id,
  method: 'tools/call',
  params: { name, arguments: args, ...more },
});

test.each([{}, { ttl: 60_000 }, { ttl: null }, 'x', null])(
  'a call that asks for the task %j is answered as any other: this server has no tasks',
  async (task) => {
    const { receive, send } = startRaw();
    send(call(1, 'create_integration_response', { ...SOUND, DryRun: true }, { task }));
    expect(await receive()).toMatchObject({ id: 1, result: { structuredContent: { Status: 'valid' } } });
    send({ id: 2, method: 'tasks/list' });
    expect(await receive()).toMatchObject({ id: 2, error: { code: -32601 } });
  },
);

test('every request with a valid id is answered once, under that id, whatever is cancelled meanwhile', async () => {
  const { receive, send } = startRaw();
  const ids = [
    '',
    ' ',
    '0',
    0,
    -1,
    7,
    2 ** 53 - 1,
    '\0',
    '\0zero',
    '"7"',
    '__proto__',
    '\ud800',
    '\u202e',
    'x'.repeat(9999),
  ];
  const cancel = (requestId: unknown) => send({ method: 'notifications/cancelled', params: { requestId } });
  for (const id of ids) {
    send({ id, method: 'ping' });
    for (const other of [id, null, {}, 'none', 99, 0.5, `${id}`, JSON.stringify(id)]) cancel(other);
    send({ id, method: 'tools/list' });
    cancel(id);
  }
  const answers = [];
  for (let index = 0; index < 2 * ids.length; index++) answers.push(await receive());
  expect(answers.map(({ id }) => id)).toEqual(ids.flatMap((id) => [id, id]));
  expect(answers.filter(({ error }) => error)).toEqual([]);
  send({ id: 'last', method: 'ping' });
  expect(await receive()).toEqual({ jsonrpc: '2.0', id: 'last', result: {} });
});

test.each([null, 1.5, {}, [], true])('a request with the id %j, which is none, is refused once', async (id) => {
  const { receive, send } = startRaw();
  send({ id, method: 'ping' });
  send({ id: 'next', method: 'ping' });
  expect(await receive()).toMatchObject({ id: id === 1.5 ? id : null, error: { code: -32600 } });
  expect(await receive()).toMatchObject({ id: 'next', result: {} });
});

test('of calls that are cancelled and repeated under one id, each is answered at most once and none hangs', async () => {
  const { receive, send } = startRaw();
  for (let index = 0; index < 200; index++) {
    send(call('same', 'describe_websocket_api', {}));
    send({ method: 'notifications/cancelled', params: { requestId: 'same' } });
  }
  send({ id: 'next', method: 'ping' });
  let answered = 0;
  while ((await receive()).id !== 'next') answered += 1;
  expect(answered).toBeLessThanOrEqual(200);
  send(call('same', 'describe_websocket_api', {}));
  expect(await receive()).toMatchObject({ id: 'same', result: { structuredContent: { Status: 'listed' } } });
});

test('while the client does not read, no further requests are taken', async () => {
  const { child, receive, send } = startRaw();
  send({ id: 'first', method: 'ping' });
  await receive();
  child.stdout.pause();
  const text = `#set($s = "${'x'.repeat(1000)}")${'#set($s = "$s$s")'.repeat(8)}$s`;
  const preview = {
    Responses: [{ IntegrationResponseKey: '$default', ResponseTemplates: { $default: text } }],
    Outcomes: [{ StatusCode: 200, Body: '{}' }],
  };
  const calls = 400;
  for (let id = 0; id < calls; id++) send(call(id, 'preview_integration_response', preview));
  const waiting = () => child.stdin.writableLength;
  let before = Number.POSITIVE_INFINITY;
  while (waiting() < before) {
    before = waiting();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(waiting()).toBeGreaterThan(0);
  const [, peak = ''] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  child.stdout.resume();
  const answered = new Set();
  for (let index = 0; index < calls; index++) answered.add((await receive()).id);
  expect(answered.size).toBe(calls);
  expect(Number(peak)).toBeLessThan(300 * 1024);
});
