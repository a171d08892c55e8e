// Clients that mean no good: the sandbox goes on, and serves the others meanwhile.
import { connect as connectTcp, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createApi, type Gateway, mock, startGateway, type TestClient, template, until } from './gateway.ts';

const CHAT = '/k3v9x1qz7d/dev';
const PING = '{"action":"ping"}';

/** A client that speaks bytes. */
async function raw(
  { endpoint }: Gateway,
  text = '',
): Promise<{ socket: Socket; received: () => string; ended: Promise<void> }> {
  const socket = connectTcp(Number(new URL(endpoint).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(text);
  return { socket, received: () => received, ended };
}

const upgrade = (path = CHAT, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;

async function expectServed(gateway: Gateway): Promise<void> {
  expect(await (await gateway.connect(CHAT)).ask(PING)).toMatch(/pong/);
}

test.each<[string, string, RegExp]>([
  ['huge headers', upgrade(CHAT, `X: ${'x'.repeat(100_000)}\r\n`), /^HTTP\/1\.1 431 /],
  ['a long URL', upgrade(`${CHAT}?${'x'.repeat(5000)}`), /^HTTP\/1\.1 414 /],
  ['no key', upgrade().replace(/Sec-WebSocket-Key.*\r\n/, ''), /^HTTP\/1\.1 400 /],
  ['another version', upgrade().replace('13', '99'), /^HTTP\/1\.1 400 /],
  ['another protocol', upgrade().replace('Upgrade: websocket', 'Upgrade: h2c'), /^HTTP\/1\.1 (?:400|426) /],
  ['POST', upgrade().replace('GET', 'POST'), /^HTTP\/1\.1 405 /],
  ['no HTTP', '\x16\x03\x01\x02\x00', /^HTTP\/1\.1 400 /],
])('a handshake with %s is refused', async (_, text, answer) => {
  const gateway = await startGateway();
  const { received, ended } = await raw(gateway, text);
  await ended;
  expect(received()).toMatch(answer);
  await expectServed(gateway);
});

test.each<[string, readonly number[], number | undefined]>([
  ['bad UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
  ['no mask', [0x81, 0x01, 0x61], 1002],
  ['a reserved opcode', [0x83, 0x80, 0, 0, 0, 0], 1002],
  ['a length of 2^63', [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], 1009],
  ['a continuation of nothing', [0x80, 0x80, 0, 0, 0, 0], 1002],
])('a frame with %s ends the connection', async (_, frame, code) => {
  const gateway = await startGateway();
  const { socket, received, ended } = await raw(gateway, upgrade());
  await until(() => received().includes('\r\n\r\n'));
  const before = received().length;
  socket.write(Buffer.from(frame));
  await ended;
  const close = Buffer.from(received().slice(before), 'latin1');
  expect(close[0]).toBe(0x88);
  expect(close.readUInt16BE(2)).toBe(code);
  await expectServed(gateway);
});

test('half a frame waits, and holds nobody up', async () => {
  const gateway = await startGateway();
  const { socket, received } = await raw(gateway, upgrade());
  await until(() => received().includes('\r\n\r\n'));
  socket.write(Buffer.from([0x81, 0xfe, 0x7f]));
  await expectServed(gateway);
});

test('a reader that takes nothing is cut off', { timeout: 60_000 }, async () => {
  const gateway = await startGateway({ write: () => undefined });
  const { stage } = await createApi(gateway, [
    { key: '$default', integration: mock(), responses: [template(`#foreach($i in [1..100])${'x'.repeat(1000)}#end`)] },
  ]);
  const { socket, closed } = await gateway.connect(stage);
  socket.pause();
  for (let at = 0; at < 2000; at += 1) socket.send('{}');
  await expectServed(gateway);
  await until(() => socket.bufferedAmount === 0);
  await expectServed(gateway);
  socket.resume();
  expect(await closed).toBe(1006);
});

test('a flood waits at the sender, and others are served meanwhile', { timeout: 60_000 }, async () => {
  const gateway = await startGateway({ write: () => undefined });
  const flood = await gateway.connect(CHAT);
  let answers = 0;
  flood.socket.on('message', () => {
    answers += 1;
  });
  for (let at = 0; at < 5000; at += 1) flood.socket.send(PING);
  await expectServed(gateway);
  await until(() => answers === 5000);
});

test('many connects: a thousand at once are taken, the rest refused, and none of it lasts', {
  timeout: 120_000,
}, async () => {
  const gateway = await startGateway({ write: () => undefined });
  const { stage } = await createApi(gateway, []);
  const clients: TestClient[] = [];
  for (let at = 0; at < 1000; at += 1) clients.push(await gateway.connect(stage));
  await expect(gateway.connect(stage)).rejects.toThrow('refused: 429');
  for (const { socket } of clients) socket.terminate();
  await Promise.all(clients.map(({ closed }) => closed));
  await until(() => clients.every(({ socket }) => socket.readyState === socket.CLOSED));
  await expectServed(gateway);
});

test('a client that leaves during $connect leaves nothing behind', async () => {
  const gateway = await startGateway();
  const integration = {
    integrationType: 'HTTP',
    integrationMethod: 'POST',
    integrationUri: 'http://127.0.0.1:1',
    timeoutInMillis: 300,
  };
  const { stage } = await createApi(gateway, [
    { key: '$connect', integration, responses: [{ integrationResponseKey: '$default' }] },
  ]);
  for (let at = 0; at < 20; at += 1) (await raw(gateway, upgrade(stage))).socket.destroy();
  await expectServed(gateway);
});
