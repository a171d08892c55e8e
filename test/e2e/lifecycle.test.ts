// The life of the process under a host that is careless or hostile.
import { once } from 'node:events';
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

test('ends with stdin, and answers what is under way first', async () => {
  const { child, receive, send } = startRaw();
  send(call(0, { ...SOUND, DryRun: true })); // loads what the first call needs
  await receive();
  send(call(1, SOUND));
  child.stdin.end();
  expect(await receive()).toMatchObject({ id: 1, result: { structuredContent: { Status: 'created' } } });
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('ends with stdin even while a call hangs', async () => {
  const { endpoint, seen } = await startEdge(() => true);
  const { child, send } = startRaw([], localEnv(endpoint));
  send(call(1, SOUND));
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s lets calls end, then ends the process', async (signal) => {
  const { child, receive, send } = startRaw();
  send({ id: 1, method: 'ping' });
  await receive();
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a host that stops reading is no crash', async () => {
  const { child, receive, send } = startRaw();
  send({ id: 1, method: 'ping' });
  await receive();
  child.stdout.destroy();
  for (let id = 2; id < 50; id++) send({ id, method: 'tools/list' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

/** A server with a call that is never answered. */
async function startHanging() {
  const { endpoint, seen } = await startEdge(() => true);
  const server = startRaw([], localEnv(endpoint));
  server.send(call(1, SOUND));
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  return server;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s, twice, while a call hangs', async (signal) => {
  const { child } = await startHanging();
  child.kill(signal);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a host that is gone altogether, while a call hangs', async () => {
  const { child } = await startHanging();
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each([
  ['nothing', ''],
  ['half a line', '{"jsonrpc":"2.0","id":1,"meth'],
  ['half a character', Buffer.from([0x22, 0xe2, 0x82])],
  ['the begin of a line over the limit', Buffer.alloc(40 * 1024 * 1024, ' ')],
  ['a million empty lines', '\n'.repeat(1_000_000)],
])('%s, then the end', async (_, bytes) => {
  const { child, write } = startRaw();
  write(bytes);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
