// Who may call the sandbox, and how much it takes.
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { chat, useSandbox } from './wire.ts';

const { call, endpoint } = useSandbox();

const statusWith = (headers: Record<string, string>, method = 'GET', body = '') =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(`${endpoint()}/v2/apis`, { method, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject);
    sent.end(body);
  });

test.each(['127.0.0.1:1', 'localhost', 'LOCALHOST:80', 'api.localhost:80', '127.9.9.9', '[::1]:9'])(
  'Host %s is this machine',
  async (host) => {
    expect(await statusWith({ host })).toBe(200);
  },
);

test.each([
  'rebound.example.com',
  '127.0.0.1.example.com',
  'localhost.example.com:80',
  '192.0.2.1',
  'a b',
  'x@localhost@y',
])('Host %s is refused', async (host) => {
  expect(await statusWith({ host })).toBe(403);
});

test.each([
  { origin: 'https://example.com' },
  { origin: 'http://127.0.0.1:3000' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('a web page is refused: %j', async (headers: Record<string, string>) => {
  const api = JSON.stringify({ name: 'x', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.a' });
  const before = (await call('GET', '/v2/apis')).body.items.length;
  expect(await statusWith({ ...headers, 'content-type': 'text/plain' }, 'POST', api)).toBe(403);
  expect((await call('GET', '/v2/apis')).body.items).toHaveLength(before);
});

test.each([
  ['routes', 300, (at: number) => ({ routeKey: `r${at}` }), 'Routes'],
  ['integrations', 300, () => ({ integrationType: 'MOCK' }), 'Integrations'],
  ['stages', 10, (at: number) => ({ stageName: `s${at}` }), 'Stages'],
])('%s: %i at most', async (kind, quota, body, name) => {
  const api = { name: 'x', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.a' };
  const path = `/v2/apis/${(await call('POST', '/v2/apis', api)).body.apiId}/${kind}`;
  for (let at = 0; at < quota; at += 1) expect((await call('POST', path, body(at))).status).toBe(201);
  expect(await call('POST', path, body(quota))).toMatchObject({
    status: 429,
    type: 'TooManyRequestsException',
    body: {
      message: `Maximum number of ${name} for this API has been reached. Please contact AWS if you need additional ${name}.`,
    },
  });
});

test('all that is held together is bounded', async () => {
  const templates = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`t${at}`, 'x'.repeat(32_768)]));
  const path = `${chat}/integrations/d2h6j8t/integrationresponses`;
  const ids: string[] = [];
  let last = await call('POST', path, { integrationResponseKey: '/0/', responseTemplates: templates });
  for (let at = 1; last.status === 201; at += 1) {
    ids.push(last.body.integrationResponseId);
    last = await call('POST', path, { integrationResponseKey: `/${at}/`, responseTemplates: templates });
  }
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.length).toBeLessThan(70);
  expect(last).toMatchObject({ status: 400, type: 'LimitExceededException' });
  expect((await call('POST', `${chat}/routes`, { routeKey: 'small' })).status).toBe(201);
});

test('idle automatic deployments are dropped from a hundred on, and those made by hand are kept', async () => {
  const kept = (await call('POST', `${chat}/deployments`, {})).body.deploymentId;
  for (let at = 0; at < 150; at += 1) await call('PATCH', chat, { description: String(at) });
  const { items } = (await call('GET', `${chat}/deployments?maxResults=500`)).body;
  expect(items.length).toBeLessThan(110);
  expect(items.map(({ deploymentId }) => deploymentId)).toContain(kept);
});
