// Answers to a create that API Gateway would not give, before and after the request took effect: the result tells which,
// within the time limit, and nothing is sent twice.
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Fault, PASS, startFaultProxy } from '../support/fault-proxy.ts';
import { SOUND } from '../support/seeded.ts';

const MADE = '{"integrationResponseId":"abc1234","integrationResponseKey":"$default"}';
const JSON_TYPE = 'content-type: application/json\r\n';

const head = (status: number, headers: string) => `HTTP/1.1 ${status} X\r\n${headers}\r\n`;
const http = (status: number, headers: string, body: string) =>
  head(status, `${headers}content-length: ${Buffer.byteLength(body)}\r\n`) + body;
const html = (status: number, headers = '') =>
  http(status, `content-type: text/html\r\n${headers}`, `<html><h1>${status}</h1></html>`);
const packed = gzipSync(MADE).subarray(0, 30);

const ANSWERS: readonly [name: string, bytes: string | Buffer, type: string][] = [
  ['a page 400', html(400), 'ServiceError'],
  ['a sign-in page 401', html(401, 'www-authenticate: Basic\r\n'), 'ServiceError'],
  ['a block page 403', html(403), 'ServiceError'],
  ['a page 404', html(404), 'ServiceError'],
  ['a proxy that wants to know who asks', html(407, 'proxy-authenticate: Basic\r\n'), 'ServiceError'],
  ['a page 408', html(408), 'TimeoutError'],
  ['a page 409', html(409), 'ServiceError'],
  ['a page 413', html(413), 'ServiceError'],
  ['an empty 403', http(403, '', ''), 'ServiceError'],
  ['a 403 of JSON without a message', http(403, JSON_TYPE, '{"error":"denied"}'), 'ServiceError'],
  ['a 403 that is null', http(403, JSON_TYPE, 'null'), 'ServiceError'],
  ['a redirection for ever', html(301, 'location: http://127.0.0.1:1/\r\n'), 'ServiceError'],
  ['a redirection that keeps the method', html(307, 'location: http://127.0.0.1:1/\r\n'), 'ServiceError'],
  ['a 304', head(304, ''), 'ServiceError'],
  ['a page 200', html(200), 'ServiceError'],
  ['a page 502', html(502), 'ServiceError'],
  ['a 204', head(204, ''), 'ServiceError'],
  ['a 201 that is null', http(201, JSON_TYPE, 'null'), 'ServiceError'],
  ['a 201 that is a list', http(201, JSON_TYPE, `[${MADE}]`), 'ServiceError'],
  ['a 201 with an id that is a number', http(201, JSON_TYPE, MADE.replace('"abc1234"', '7')), 'ServiceError'],
  ['a 201 with an id that is a path', http(201, JSON_TYPE, MADE.replace('abc1234', '../..')), 'ServiceError'],
  ['a 201 for another key', http(201, JSON_TYPE, MADE.replace('$default', '/500/')), 'ServiceError'],
  ['a 201 with a byte order mark', http(201, JSON_TYPE, `\ufeff${MADE}`), 'ServiceError'],
  ['100 Continue, then a page', `${head(100, '')}${html(500)}`, 'ServiceError'],
  ['103 Early Hints, then half a body', head(103, '') + head(201, 'content-length: 99\r\n') + MADE, 'TimeoutError'],
  ['another protocol', head(101, 'upgrade: h2c\r\nconnection: upgrade\r\n'), 'TimeoutError'],
  ['another protocol than HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'NetworkError'],
  [
    'packed bytes that end early',
    Buffer.concat([
      Buffer.from(head(201, `${JSON_TYPE}content-encoding: gzip\r\ncontent-length: ${packed.length}\r\n`)),
      packed,
    ]),
    'ServiceError',
  ],
  ['a length that is too short', head(201, `${JSON_TYPE}content-length: 20\r\n`) + MADE, 'ServiceError'],
  ['a length that is too long', head(201, `${JSON_TYPE}content-length: 400\r\n`) + MADE, 'TimeoutError'],
  ['a negative length', head(201, `${JSON_TYPE}content-length: -1\r\n`) + MADE, 'NetworkError'],
  ['two lengths', head(201, 'content-length: 71\r\ncontent-length: 4\r\n') + MADE, 'NetworkError'],
  ['chunks of garbage', `${head(201, 'transfer-encoding: chunked\r\n')}5\r\nabcde\r\nzz\r\n`, 'ServiceError'],
  ['a chunk that never comes', `${head(201, 'transfer-encoding: chunked\r\n')}ffff\r\n{"integ`, 'TimeoutError'],
  ['a head that is too long', head(201, `x: ${'y'.repeat(100_000)}\r\n`), 'NetworkError'],
  ['a body beyond measure', http(201, JSON_TYPE, MADE + ' '.repeat(11 * 1024 * 1024)), 'ServiceError'],
];

/** One create through a proxy that passes all but the create: what it says, and how often it was sent. */
async function createThrough(fault: Fault) {
  const sandbox = await startSandbox();
  const proxy = await startFaultProxy(sandbox.endpoint, ({ method }) => (method === 'POST' ? fault : PASS));
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: proxy.endpoint,
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: 2,
  });
  const live = { signal: new AbortController().signal };
  await gateway.getApi(SOUND.ApiId, live); // so that the connection is one in use, as it is after the reads of a call
  const reply = await gateway.createIntegrationResponse(SOUND, live);
  await proxy.close();
  await sandbox.close();
  return { reply, posts: proxy.log.filter(({ method }) => method === 'POST').length };
}

type Outcome = Awaited<ReturnType<typeof createThrough>>;
const outcomes = new Map<string, { readonly done: Outcome; readonly undone: Outcome }>();
/** All at once: most of the time goes into waiting. */
beforeAll(async () => {
  await Promise.all(
    ANSWERS.map(async ([name, bytes]) => {
      const [done, undone] = await Promise.all([
        createThrough({ name, reaches: true, reply: { bytes } }),
        createThrough({ name, reaches: false, reply: { bytes } }),
      ]);
      outcomes.set(name, { done, undone });
    }),
  );
}, 60_000);

test.each(ANSWERS)('%s', (name, _, Type) => {
  const { done, undone } = outcomes.get(name) ?? {};
  expect(done).toMatchObject({ reply: { ok: true, error: { Type, Effect: 'created', Attempts: 1 } }, posts: 1 });
  expect(done?.reply).not.toMatchObject({ value: { IntegrationResponseId: 'abc1234' } });
  expect(undone).toMatchObject({ reply: { ok: false, error: { Type, Effect: 'none', Attempts: 1 } }, posts: 1 });
});
