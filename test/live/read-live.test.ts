import { describe, expect, onTestFinished, test } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { runRules } from '../../src/dry-run/rule.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import { createSubject, withLive } from '../../src/dry-run/subject.ts';
import { checksOf } from '../../src/live/checks.ts';
import { readLive, readRouteResponses } from '../../src/live/read-live.ts';
import { type Fault, startEdge } from '../support/edge.ts';
import { CHAT_API, HTTP_API, MESSAGES, PING } from '../support/seeded.ts';

const CONNECT = 'a7f3k2m';
const DISCONNECT = 'b4n8x1q';
const PROXY = 'f8s3z6y';
const SEND_MESSAGE_ROUTE = 'r3s6m1g';

/** Both steps of the reading against the real control plane of the sandbox. */
async function start(fault?: Fault) {
  const edge = await startEdge(fault);
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: edge.endpoint,
    region: 'us-east-1',
    timeoutSeconds: 5,
    sharedFiles: [],
  });
  return {
    ...edge,
    async read(IntegrationId: string, ApiId = CHAT_API, signal = new AbortController().signal) {
      const ids = { ApiId, IntegrationId };
      return readRouteResponses(gateway, ids, await readLive(gateway, ids, { signal }), { signal });
    },
    async post(path: string, body: object) {
      const reply = await fetch(`${edge.sandbox.endpoint}/v2/apis/${CHAT_API}/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      expect(reply.status).toBe(201);
      return (await reply.json()) as Record<string, string>;
    },
  };
}

const deny =
  (path: RegExp): Fault =>
  (req, res) => {
    if (!path.test(req.url ?? '')) return false;
    res.writeHead(403, { 'x-amzn-ErrorType': 'AccessDeniedException', 'content-type': 'application/json' });
    res.end('{"message":"not authorized to perform: apigateway:GET"}');
    return true;
  };

const gone =
  (path: RegExp): Fault =>
  (req, res) => {
    if (!path.test(req.url ?? '')) return false;
    res.writeHead(404, { 'x-amzn-ErrorType': 'NotFoundException', 'content-type': 'application/json' });
    res.end('{"message":"Invalid API identifier specified"}');
    return true;
  };

describe('read live', () => {
  test('an ordinary API takes six requests', async () => {
    const { read, seen } = await start();
    const live = await read(MESSAGES);
    const api = `GET /v2/apis/${CHAT_API}`;
    expect(seen.map((line) => line.replace(/\?.*/, '')).sort()).toEqual([
      api,
      `${api}/integrations/${MESSAGES}`,
      `${api}/integrations/${MESSAGES}/integrationresponses`,
      `${api}/routes`,
      `${api}/routes/${SEND_MESSAGE_ROUTE}/routeresponses`,
      `${api}/stages`,
    ]);
    expect(live).toMatchObject({
      api: { ApiId: CHAT_API, ProtocolType: 'WEBSOCKET' },
      integration: { IntegrationId: MESSAGES, IntegrationType: 'HTTP' },
      responses: [{ IntegrationResponseKey: '/2\\d\\d/' }],
      routeResponses: new Map([[SEND_MESSAGE_ROUTE, []]]),
      failures: [],
    });
    expect(live.routes).toHaveLength(6);
    expect(live.stages?.map(({ StageName }) => StageName)).toEqual(['dev', 'production']);
    expect(checksOf(live)).toEqual({ Live: 'done' });
  });

  test('route responses are not read for $connect, which has none', async () => {
    const { read, seen } = await start();
    const live = await read(CONNECT);
    expect(seen).toHaveLength(5);
    expect(live.routeResponses).toEqual(new Map());
    expect(checksOf(live)).toEqual({ Live: 'done' });
  });

  test('many routes are read up to a bound, and the result says so', async () => {
    const { read, post, seen } = await start();
    for (let index = 0; index < 11; index += 1) {
      await post('routes', { routeKey: `route${index}`, target: `integrations/${MESSAGES}` });
    }
    const live = await read(MESSAGES);
    expect(seen).toHaveLength(13);
    expect(live.routeResponses?.size).toBe(8);
    expect(checksOf(live)).toMatchObject({ Live: 'partial', Reason: expect.stringContaining('12 routes') });
  });

  test.each([
    ['API', MESSAGES, 'zzzzzzzzzz', ['GetApi', 'GetIntegration', 'GetIntegrationResponses', 'GetRoutes', 'GetStages']],
    ['integration', 'zzzzzz', CHAT_API, ['GetIntegration', 'GetIntegrationResponses']],
  ])('that the %s is unknown is an answer', async (_, integration, api, reads) => {
    const { read } = await start();
    const live = await read(integration, api);
    expect(live.failures.map(({ read, error }) => `${read} ${error.Type}`)).toEqual(
      reads.map((name) => `${name} NotFoundException`),
    );
    expect(checksOf(live)).toEqual({ Live: 'done' });
  });

  test('what is gone by the time it is read is not known, although the API was there', async () => {
    const { read } = await start(gone(/\/(stages|routes)\?/));
    const live = await read(MESSAGES);
    expect(live.failures.map(({ read, error }) => `${read} ${error.Type}`)).toEqual([
      'GetRoutes NotFoundException',
      'GetStages NotFoundException',
    ]);
    expect(checksOf(live)).toMatchObject({ Live: 'partial', Reason: expect.stringContaining('GetRoutes, GetStages') });
  });

  test('routes whose route responses were not asked for are not known', async () => {
    const { read } = await start();
    const { routeResponses: _, ...live } = await read(MESSAGES);
    expect(checksOf(live)).toMatchObject({ Live: 'partial' });
  });

  test('what may not be read is named, the rest is there', async () => {
    const { read } = await start(deny(/\/stages|routeresponses/));
    const live = await read(MESSAGES);
    expect(live.failures.map(({ read }) => read)).toEqual(['GetStages', 'GetRouteResponses']);
    expect(live).not.toHaveProperty('stages');
    expect(live.routeResponses).toEqual(new Map());
    expect(live.routes).toHaveLength(6);
    expect(checksOf(live)).toMatchObject({
      Live: 'partial',
      Reason: expect.stringContaining('GetStages, GetRouteResponses: AccessDeniedException.'),
    });
  });

  test('a read that fails for several routes is named once', async () => {
    const { read, post } = await start(deny(/routeresponses/));
    await post('routes', { routeKey: 'other', target: `integrations/${MESSAGES}` });
    expect((await read(MESSAGES)).failures.map(({ read }) => read)).toEqual(['GetRouteResponses']);
  });

  test('partial as long as anything was read', async () => {
    const { read } = await start(deny(/apis\/\w+($|\/integrations|\/stages)|routeresponses/));
    const live = await read(MESSAGES);
    expect(live.failures).toHaveLength(5);
    expect(checksOf(live)).toMatchObject({ Live: 'partial' });
  });

  test('skipped where nothing may be read', async () => {
    const { read } = await start(deny(/./));
    const live = await read(MESSAGES);
    expect(live.failures).toHaveLength(5);
    expect(checksOf(live)).toMatchObject({ Live: 'skipped' });
  });

  test('reads end with the signal', async () => {
    const cancel = new AbortController();
    let waiting = 0;
    const { read } = await start((_req, res) => {
      onTestFinished(() => void res.destroy());
      waiting += 1;
      if (waiting === 5) cancel.abort();
      return true; // never answered
    });
    const live = await read(MESSAGES, CHAT_API, cancel.signal);
    expect(live.failures.map(({ error }) => error.Type)).toEqual(Array.from({ length: 5 }, () => 'Cancelled'));
    expect(checksOf(live)).toMatchObject({ Live: 'skipped' });
  });
});

describe('the rules on what was read', () => {
  const about = new Set([
    'unknown-api',
    'unknown-integration',
    'http-api',
    'duplicate-key',
    'proxy-integration',
    'missing-credentials',
    'mock-request-template',
    'no-route',
    'one-way-route',
    'route-selection-without-response',
    'connect-route',
    'connect-refused',
    'disconnect-route',
    'no-stage',
    'stage-not-deployed',
    'stage-manual',
    'stage-deploy-failed',
    'not-checked',
  ]);
  type Read = Awaited<ReturnType<typeof start>>['read'];
  const codes = async (read: Read, IntegrationId: string, IntegrationResponseKey: string, ApiId = CHAT_API) => {
    const subject = createSubject({ ApiId, IntegrationId, IntegrationResponseKey });
    const findings = runRules(rules, withLive(subject, await read(IntegrationId, ApiId)));
    return findings.map(({ Code }) => Code).filter((code) => about.has(code));
  };

  test.each<[string, string, string, string[], string?]>([
    ['one-way', MESSAGES, '$default', ['one-way-route', 'stage-manual']],
    ['two-way, key taken', PING, '$default', ['duplicate-key', 'stage-manual']],
    ['$connect', CONNECT, '/4\\d\\d/', ['connect-route', 'stage-manual']],
    ['proxy', PROXY, '$default', ['proxy-integration']],
    ['proxy of $disconnect', DISCONNECT, '$default', ['proxy-integration']],
    ['unknown integration', 'zzzzzz', '$default', ['unknown-integration']],
    ['id of a route', SEND_MESSAGE_ROUTE, '$default', ['unknown-integration']],
    ['unknown API', MESSAGES, '$default', ['unknown-api'], 'zzzzzzzzzz'],
    ['HTTP API', 'g1v5o9d', '$default', ['http-api'], HTTP_API],
  ])('seeded API: %s', async (_, integration, key, expected, api) => {
    const { read } = await start();
    expect(await codes(read, integration, key, api)).toEqual(expected);
  });

  test('a route response puts one-way-route right', async () => {
    const { read, post } = await start();
    await post(`routes/${SEND_MESSAGE_ROUTE}/routeresponses`, { routeResponseKey: '$default' });
    expect(await codes(read, MESSAGES, '$default')).toEqual(['stage-manual']);
  });

  test('a new MOCK integration lacks everything', async () => {
    const { read, post } = await start();
    const { integrationId = '' } = await post('integrations', { integrationType: 'MOCK' });
    expect(await codes(read, integrationId, '$default')).toEqual(['mock-request-template', 'no-route', 'stage-manual']);
    await post('routes', {
      routeKey: 'mock',
      target: `integrations/${integrationId}`,
      routeResponseSelectionExpression: '$default',
    });
    await post('stages', { stageName: 'empty' });
    expect(await codes(read, integrationId, '$default')).toEqual([
      'mock-request-template',
      'route-selection-without-response',
      'stage-not-deployed',
      'stage-manual',
    ]);
  });
});
