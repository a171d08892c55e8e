// Connections that break before a request can be sent, or carry more than was asked for.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { CHAT_API, SOUND } from '../support/seeded.ts';

const live = () => ({ signal: new AbortController().signal });

/** A port on loopback that speaks as it likes; ends with the test. */
async function startPort(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const connectTo = (endpoint: string) =>
  createSdkGateway({ backend: 'sandbox', endpoint, region: 'us-east-1', sharedFiles: [], timeoutSeconds: 2 });

const http = (status: number, body: string) =>
  `HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

const HANDSHAKE_FAILURE = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]);

test('a TLS endpoint that cannot be connected to was sent nothing', async () => {
  const talks: readonly ((socket: Socket) => void)[] = [
    (socket) => socket.end(http(400, '')),
    (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
    (socket) => socket.on('data', () => socket.end()),
    (socket) => socket.on('data', () => socket.end(HANDSHAKE_FAILURE)),
  ];
  const replies = await Promise.all(
    talks.map(async (talk) => {
      const port = await startPort(talk);
      return connectTo(`https://127.0.0.1:${port}`).createIntegrationResponse(SOUND, null, live());
    }),
  );
  for (const reply of replies) {
    expect(reply).toMatchObject({ ok: false, error: { Type: 'NetworkError', Effect: 'none', Retryable: true } });
  }
});

test('an answer that nobody asked for is not taken for the answer to the next request', async () => {
  let creates = 0;
  const port = await startPort((socket) =>
    socket.on('data', (bytes) => {
      const isCreate = bytes.toString().startsWith('POST');
      if (isCreate) creates += 1;
      socket.write(isCreate ? http(500, '{"message":"down"}') : http(200, `{"apiId":"${CHAT_API}","items":[]}`));
      if (!isCreate) socket.write(http(201, '{"integrationResponseId":"forged1","integrationResponseKey":"$default"}'));
    }),
  );
  const gateway = connectTo(`http://127.0.0.1:${port}`);
  await gateway.getApi(CHAT_API, live());
  const reply = await gateway.createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({ ok: false });
  expect(creates).toBeLessThan(2);
});
