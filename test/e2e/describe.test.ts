// What is there, through a real client: the account, one API, a large one.
import { ApiGatewayV2Client, CreateIntegrationCommand, CreateRouteCommand } from '@aws-sdk/client-apigatewayv2';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { expect, test } from 'vitest';
import type { DescribeResult } from '../../src/contract/describe.ts';
import { connect, localEnv } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { CHAT_API, HTTP_API, MESSAGES } from '../support/seeded.ts';

async function describe(client: Client, args: Record<string, unknown> = {}): Promise<DescribeResult> {
  const reply = await client.callTool({ name: 'describe_websocket_api', arguments: args });
  return reply.structuredContent as DescribeResult;
}

test('without an id: the WebSocket APIs, the HTTP APIs counted', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const result = await describe(client);
  expect(result).toMatchObject({ Status: 'listed', Apis: [{ ApiId: CHAT_API, Name: 'team-chat' }] });
  expect(result.Summary).toMatch(/1 WebSocket API .* 1 HTTP API .*REST APIs are invisible/);
});

test('one API: routes, responses in matching order, stages, and an audit', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { Routes = [], Stages, Unrouted, Omitted, Findings } = await describe(client, { ApiId: CHAT_API });
  const keys = (route: string) =>
    Routes.find(({ RouteKey }) => RouteKey === route)?.Integration?.Responses?.map((r) => r.IntegrationResponseKey);
  expect(Routes.map(({ RouteKey, TwoWay }) => [RouteKey, TwoWay])).toEqual([
    ['$connect', false],
    ['$disconnect', false],
    ['sendMessage', false],
    ['ping', true],
    ['$default', true],
    ['listRooms', true],
  ]);
  expect(keys('$default')).toEqual(['/.*(not found|unknown).*/', '$default']);
  expect(Routes.map(({ Integration }) => Integration?.KeysMatch)).toEqual([
    'status code',
    'nothing',
    'status code',
    'status code',
    'errorMessage',
    'nothing',
  ]);
  expect(Stages).toMatchObject([
    { StageName: 'dev', State: 'automatic' },
    { StageName: 'production', State: 'stale' },
  ]);
  expect([Unrouted, Omitted]).toEqual([[], undefined]);
  const place = ['integrations', MESSAGES];
  expect(Findings.map(({ Code, Path }) => [Code, Path.slice(0, 2)])).toEqual(
    expect.arrayContaining([
      ['no-default', place],
      ['one-way-route', place],
    ]),
  );
});

test('a field of view', async () => {
  const client = await connect({ args: ['--sandbox'] });
  for (const view of [{ RouteKey: 'sendMessage' }, { IntegrationId: MESSAGES }]) {
    const { Routes } = await describe(client, { ApiId: CHAT_API, ...view });
    expect(Routes).toMatchObject([{ RouteKey: 'sendMessage', Integration: { IntegrationId: MESSAGES } }]);
  }
});

test('an HTTP API, an unknown one, and bad arguments', async () => {
  const client = await connect({ args: ['--sandbox'] });
  expect(await describe(client, { ApiId: HTTP_API })).toMatchObject({
    Status: 'described',
    Summary: expect.stringContaining('"HTTP"'),
  });
  expect(await describe(client, { ApiId: 'zzzzzzzzzz' })).toMatchObject({
    Status: 'failed',
    Error: { Type: 'NotFoundException' },
  });
  expect(await describe(client, { ApiId: '../x' })).toMatchObject({
    Status: 'invalid',
    Findings: [{ Code: 'api-id' }],
  });
  expect(await describe(client, { Apiid: CHAT_API })).toMatchObject({
    Status: 'invalid',
    Findings: [
      { Code: 'missing-argument', Path: ['ApiId'], Replace: CHAT_API },
      { Code: 'unknown-argument', Path: ['Apiid'] },
    ],
  });
});

test('300 routes and 300 integrations: at most 12 requests in any second, under 25,000 tokens, and says what it left out', async () => {
  const times: number[] = [];
  const { endpoint, sandbox } = await startEdge(() => {
    times.push(performance.now());
    return false;
  });
  const account = new ApiGatewayV2Client({
    endpoint: sandbox.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  for (let i = 0; i < 294; i++) {
    const uri = {
      IntegrationType: 'HTTP',
      IntegrationMethod: 'POST',
      IntegrationUri: `https://backend.example.com/v1/routes/${i}`,
    } as const;
    const { IntegrationId } = await account.send(new CreateIntegrationCommand({ ApiId: CHAT_API, ...uri }));
    await account.send(
      new CreateRouteCommand({ ApiId: CHAT_API, RouteKey: `route-${i}`, Target: `integrations/${IntegrationId}` }),
    );
  }
  const client = await connect({ env: localEnv(endpoint) });
  const result = await describe(client, { ApiId: CHAT_API });
  expect(result.Status).toBe('described');
  expect(result.Omitted?.[0]).toMatch(/^2\d\d routes were not looked into/);
  const busiest = Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));
  expect(busiest).toBeLessThanOrEqual(12);
  expect(JSON.stringify(result).length / 3).toBeLessThan(25_000); // a token is more than three characters of JSON
}, 60_000);
