// What the adapter must keep to when answers are odd, clocks are off, credentials change or callers leave.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { GatewayOptions } from '../../src/aws/gateway.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { startEdge } from '../support/edge.ts';
import { startEndpoint } from '../support/endpoint.ts';
import { CHAT_API, MESSAGES, SOUND } from '../support/seeded.ts';

const connectTo = (endpoint: string, options: Partial<GatewayOptions> = {}) =>
  createSdkGateway({
    backend: 'sandbox',
    endpoint,
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: 1,
    ...options,
  });
const live = () => ({ signal: new AbortController().signal });

test('an answer 200 that is none proves nothing: unknown, not absent', async () => {
  const bodies = [
    '',
    '{}',
    '[]',
    '5',
    '"sign in"',
    '{"items":null}',
    '{"items":{}}',
    '{"items":[5]}',
    '{"items":[{}]}',
  ];
  const replies = await Promise.all(
    bodies.map(async (body) => {
      const { endpoint } = await startEdge((req, res, forward) => {
        if (req.method === 'GET') res.writeHead(200, { 'content-type': 'application/json' }).end(body);
        else forward().then(() => res.destroy());
        return true;
      });
      return connectTo(endpoint).createIntegrationResponse(SOUND, null, live());
    }),
  );
  for (const reply of replies) {
    expect(reply).toMatchObject({ ok: false, error: { Type: 'NetworkError', Effect: 'unknown', Retryable: false } });
  }
});

test.each([
  ['ends never', (page: number) => `t${page}`, 45],
  ['repeats a page', () => 'same', 8],
])('a list that %s is no list', async (_, token, most) => {
  let pages = 0;
  const endpoint = await startEndpoint((__, res) => {
    pages += 1;
    res.end(`{"items":[],"nextToken":"${token(pages)}"}`);
  });
  const reply = await connectTo(endpoint, { timeoutSeconds: 5 }).getStages(CHAT_API, live());
  expect(reply).toMatchObject({ ok: false, error: { Type: 'ServiceError' } });
  expect(pages).toBeLessThan(most);
});

test('a create that a list shows late is still found', async () => {
  let shown = Number.POSITIVE_INFINITY;
  const { endpoint } = await startEdge((req, res, forward) => {
    if (req.method === 'POST') {
      shown = performance.now() + 2000;
      forward().then(() => res.destroy());
      return true;
    }
    if (performance.now() > shown) return false;
    res.end('{"items":[]}');
    return true;
  });
  const reply = await connectTo(endpoint).createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({ ok: true, error: { Type: 'NetworkError', Effect: 'created', Attempts: 1 } });
});

test('an answer without end is given up at its bound', async () => {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let sent = 0;
  const endpoint = await startEndpoint((_, res) => {
    res.writeHead(200);
    const more = () => {
      while (!res.destroyed && res.write(chunk)) sent += 1;
    };
    res.on('drain', more);
    more();
  });
  const reply = await connectTo(endpoint, { timeoutSeconds: 20 }).getApi(CHAT_API, live());
  expect(reply).toMatchObject({ ok: false, error: { Type: 'ServiceError' } });
  expect(sent).toBeLessThan(200);
});

test('a create that is carried out after the time limit is still found', async () => {
  const { endpoint } = await startEdge((req, _, forward) => {
    if (req.method === 'GET') return false;
    setTimeout(forward, 3000);
    return true;
  });
  const reply = await connectTo(endpoint).createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({ ok: true, error: { Type: 'TimeoutError', Effect: 'created', Attempts: 1 } });
});

test('a key that somebody else took meanwhile cannot be had by trying again', async () => {
  const { endpoint, sandbox } = await startEdge((req, res) => {
    if (req.method === 'GET') return false;
    connectTo(sandbox.endpoint)
      .createIntegrationResponse({ ...SOUND, ResponseTemplates: {} }, null, live())
      .then(() => res.writeHead(503).end());
    return true;
  });
  const reply = await connectTo(endpoint).createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({
    ok: false,
    error: { Type: 'ServiceError', Effect: 'none', Retryable: false, Existing: { IntegrationResponseKey: '$default' } },
  });
});

test('deadlines outlive garbage collection', { timeout: 15_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const endpoint = await startEndpoint(() => undefined);
  const litter = setInterval(collect, 50);
  onTestFinished(() => clearInterval(litter));
  expect(await connectTo(endpoint).getApi(CHAT_API, live())).toMatchObject({
    ok: false,
    error: { Type: 'TimeoutError' },
  });
});

test.each([0, 5, 50, 400])('a call cancelled after %i ms ends, and its signal keeps no listener', async (after) => {
  const { endpoint } = await startEdge((req) => req.method !== 'GET');
  const controller = new AbortController();
  const added = vi.spyOn(controller.signal, 'addEventListener');
  const removed = vi.spyOn(controller.signal, 'removeEventListener');
  const gateway = connectTo(endpoint, { timeoutSeconds: 10 });
  const reply = gateway.createIntegrationResponse(SOUND, null, { signal: controller.signal });
  setTimeout(() => controller.abort(), after);
  const { ok, error } = await reply;
  expect(ok).toBe(false);
  expect(error?.Type).toBe('Cancelled');
  expect(removed.mock.calls.length).toBe(added.mock.calls.length);
});

test('a call cancelled before anything was sent leaves nothing behind, and says so', async () => {
  const { endpoint, seen } = await startEdge();
  const reply = await connectTo(endpoint).createIntegrationResponse(SOUND, null, { signal: AbortSignal.abort() });
  expect(reply).toMatchObject({ ok: false, error: { Type: 'Cancelled', Effect: 'none' } });
  expect(seen).toEqual([]);
});

test('a clock that is an hour off is corrected', async () => {
  const ahead = () => new Date(Date.now() + 3_600_000);
  const { endpoint } = await startEdge((req, res) => {
    const stamp = String(req.headers['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
    res.setHeader('date', ahead().toUTCString());
    if (Math.abs(Date.parse(stamp) - ahead().getTime()) < 300_000) return false;
    res.writeHead(403, { 'x-amzn-errortype': 'InvalidSignatureException' }).end('{"message":"Signature expired"}');
    return true;
  });
  const reply = await connectTo(endpoint).createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({ ok: true });
});

test.each([
  ['a broken page', '{"items":['],
  ['a page of somebody else', '<html>'],
])('%s is read again', async (_, body) => {
  let left = 1;
  const { endpoint } = await startEdge((_req, res) => {
    if (left-- <= 0) return false;
    res.end(body);
    return true;
  });
  expect(await connectTo(endpoint).getIntegration(CHAT_API, MESSAGES, live())).toMatchObject({ ok: true });
});

test('credentials of a process that hangs are a CredentialsError within the time limit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = join(folder, 'config');
  await writeFile(config, '[profile stuck]\nregion = us-east-1\ncredential_process = sleep 5\n');
  vi.stubEnv('AWS_CONFIG_FILE', config);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const gateway = createSdkGateway({ backend: 'aws', profile: 'stuck', sharedFiles: [config], timeoutSeconds: 0.3 });
  const reply = await gateway.createIntegrationResponse(SOUND, null, live());
  expect(reply).toMatchObject({ ok: false, error: { Type: 'CredentialsError', Effect: 'none' } });
  expect(reply.error?.Explanation).toContain('"stuck"');
});

test('a region that changed in the shared file is seen without a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = join(folder, 'config');
  const write = (region: string) =>
    writeFile(config, `[profile p]\nregion = ${region}\naws_access_key_id = A\naws_secret_access_key = not-a-secret\n`);
  vi.stubEnv('AWS_CONFIG_FILE', config);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { endpoint } = await startEdge();
  await write('us-east-1');
  const gateway = createSdkGateway({
    backend: 'aws',
    endpoint,
    profile: 'p',
    sharedFiles: [config],
    timeoutSeconds: 5,
  });
  expect(await gateway.getApi(CHAT_API, live())).toMatchObject({ ok: true });
  expect(await gateway.target()).toMatchObject({ Region: 'us-east-1' });
  await write('eu-central-1');
  expect(await gateway.getApi(CHAT_API, live())).toMatchObject({ ok: true });
  expect(await gateway.target()).toMatchObject({ Region: 'eu-central-1' });
});
