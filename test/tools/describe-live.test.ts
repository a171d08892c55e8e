// What describe says of an API, against the part of the live state on which it rests: read, other, or not readable.
import {
  ApiGatewayV2Client,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';
import type { DescribeResult } from '../../src/contract/describe.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createIntegrationResponse } from '../../src/tools/create-integration-response.ts';
import { describeWebsocketApi } from '../../src/tools/describe-websocket-api.ts';
import { type ApiDescription, LAMBDA_URI, type MadeApi, makeApi, PONG } from '../support/api-state.ts';
import { type Fault, startEdge } from '../support/edge.ts';
import { deny, refuse, runTool } from '../support/run-tool.ts';

const describeApi = async (endpoint: string, args: object): Promise<DescribeResult> =>
  (await runTool(describeWebsocketApi, endpoint, args)) as DescribeResult;

interface Answer extends MadeApi {
  readonly result: DescribeResult;
}

async function describeMade(described: ApiDescription, fault?: Fault, args: object = {}): Promise<Answer> {
  const edge = await startEdge(fault);
  const ids = await makeApi(edge.sandbox.endpoint, described);
  return { ...ids, result: await describeApi(edge.endpoint, { ApiId: ids.ApiId, ...args }) };
}

const codes = ({ Findings }: DescribeResult) => Findings.map(({ Code }) => Code);
const keys = (...names: string[]) => names.map((IntegrationResponseKey) => ({ ...PONG, IntegrationResponseKey }));
const HTTP = { IntegrationType: 'HTTP', IntegrationMethod: 'POST', IntegrationUri: 'https://example.com/x' } as const;
const HTTP_PROXY = { ...HTTP, IntegrationType: 'HTTP_PROXY' } as const;

describe('the audit says what the dry run would say', () => {
  /** Codes of a dry run of each response that exists, as if it were created now. */
  const states: Record<string, ApiDescription> = {
    'all is well': {},
    'no stage': { stages: [] },
    'no route': { routes: [] },
    'a one-way route': { routes: [{ RouteKey: 'ping' }] },
    $connect: { routes: [{ RouteKey: '$connect' }] },
    '$connect that is always refused': { routes: [{ RouteKey: '$connect' }], responses: keys('/4\\d\\d/') },
    $disconnect: { routes: [{ RouteKey: '$disconnect' }] },
    'a proxy': { integration: HTTP_PROXY },
    'a MOCK without status': { integration: { IntegrationType: 'MOCK' } },
    'AWS without credentials': {
      integration: { ...HTTP, IntegrationType: 'AWS', IntegrationUri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' },
    },
    'status codes as keys of a function': {
      integration: { ...HTTP, IntegrationType: 'AWS', IntegrationUri: LAMBDA_URI },
      responses: keys('/404/', '/5\\d\\d/'),
    },
    'several patterns, none for the rest': { integration: HTTP, responses: keys('/4\\d\\d/', '/404/', '/5\\d\\d/') },
    'a stage that is deployed by hand': { stages: [{ StageName: 's', deployed: true }] },
    'a stage without deployment': { stages: [{ StageName: 's' }] },
    'a template that breaks': { responses: [{ ...PONG, ResponseTemplates: { $default: '#if(' } }] },
  };

  test.each(Object.entries(states))('%s', async (_, described) => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const ids = await makeApi(sandbox.endpoint, described);
    const wanted = new Set<string>();
    for (const response of described.responses ?? [PONG]) {
      // Another key stands for the response itself, which would be a duplicate.
      const { responses: all = [PONG], ...rest } = described;
      const without = await makeApi(sandbox.endpoint, { ...rest, responses: all.filter((each) => each !== response) });
      const args = { ...without, ...response, DryRun: true };
      const { Findings } = (await runTool(createIntegrationResponse, sandbox.endpoint, args)) as CreateResult;
      for (const { Code } of Findings) wanted.add(Code);
    }
    const result = await describeApi(sandbox.endpoint, { ApiId: ids.ApiId });
    expect(result.Checks).toEqual({ Live: 'done' });
    expect([...new Set(codes(result))].toSorted()).toEqual([...wanted].toSorted());
    const { Findings } = result;
    const rank = { error: 0, warning: 1, info: 2 };
    expect(Findings.map(({ Severity }) => rank[Severity])).toEqual(
      Findings.map(({ Severity }) => rank[Severity]).toSorted(),
    );
  });

  test('what holds for the whole integration once, at its place', async () => {
    const described = {
      integration: HTTP,
      routes: [{ RouteKey: 'go' }],
      responses: keys('/4\\d\\d/', '/5\\d\\d/', '/3\\d\\d/'),
    };
    const { result, IntegrationId } = await describeMade(described);
    const place = ['integrations', IntegrationId];
    expect(result.Findings.filter(({ Code }) => Code === 'one-way-route').map(({ Path }) => Path)).toEqual([place]);
    expect(result.Findings.filter(({ Code }) => Code === 'no-default').map(({ Path }) => Path)).toEqual([place]);
  });

  test('a proxy: its responses are listed and judged once', async () => {
    const { result, IntegrationId } = await describeMade({
      integration: HTTP_PROXY,
      responses: keys('/200/', '$default'),
    });
    expect(result.Routes?.[0]?.Integration).toMatchObject({
      KeysMatch: 'nothing',
      Responses: [{ IntegrationResponseKey: '/200/' }, { IntegrationResponseKey: '$default' }],
    });
    expect(result.Findings).toMatchObject([{ Code: 'proxy-integration', Path: ['integrations', IntegrationId] }]);
  });

  test('an integration without a route: its responses are listed and judged', async () => {
    const described = { routes: [], responses: [{ ...PONG, ResponseTemplates: { $default: '#if(' } }] };
    for (const view of [{}, { IntegrationId: true }]) {
      const edge = await startEdge();
      const { ApiId, IntegrationId } = await makeApi(edge.sandbox.endpoint, described);
      const result = await describeApi(edge.endpoint, { ApiId, ...(view.IntegrationId && { IntegrationId }) });
      expect(result.Unrouted).toMatchObject([{ IntegrationId, Responses: [{ IntegrationResponseKey: '$default' }] }]);
      expect(codes(result)).toEqual(expect.arrayContaining(['template-syntax', 'no-route']));
    }
  });
});

describe('stages', () => {
  const by = (result: DescribeResult, code: string) => result.Findings.filter(({ Code }) => Code === code);

  test('a snapshot that may be old', async () => {
    const { result } = await describeMade({ stages: [{ StageName: 'prod', deployed: true }] });
    const [stage] = result.Stages ?? [];
    expect(stage).toMatchObject({ State: 'deployed' });
    expect(by(result, 'stage-manual')).toMatchObject([
      { Severity: 'info', Path: ['stages', 'prod'], Message: expect.stringContaining(String(stage?.DeployedAt)) },
    ]);
    expect(by(result, 'stage-stale')).toEqual([]);
  });

  test('a snapshot that is older than the last known change', async () => {
    const edge = await startEdge();
    const { ApiId } = await makeApi(edge.sandbox.endpoint, { stages: [{ StageName: 'prod', deployed: true }] });
    await new Promise((resolve) => setTimeout(resolve, 1100)); // times are told in seconds
    const client = new ApiGatewayV2Client({
      endpoint: edge.sandbox.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
    await client.send(new CreateStageCommand({ ApiId, StageName: 'dev', AutoDeploy: true }));
    const result = await describeApi(edge.endpoint, { ApiId });
    expect(result.Stages?.find(({ StageName }) => StageName === 'prod')).toMatchObject({ State: 'stale' });
    expect(by(result, 'stage-stale')).toMatchObject([{ Severity: 'warning', Path: ['stages', 'prod'] }]);
  });

  test('deployments that cannot be read', async () => {
    const described = {
      stages: [{ StageName: 'prod', deployed: true }, { StageName: 'dev', AutoDeploy: true }, { StageName: 'new' }],
    };
    const { result } = await describeMade(described, deny(/\/deployments$/));
    const states = new Map(result.Stages?.map(({ StageName, State }) => [StageName, State]));
    expect(Object.fromEntries(states)).toEqual({ prod: undefined, dev: 'automatic', new: 'not deployed' });
    expect(by(result, 'stage-manual')).toMatchObject([{ Path: ['stages', 'prod'] }]);
  });
});

describe('what was not read is not said', () => {
  const described: ApiDescription = { routes: [{ RouteKey: 'ping' }], stages: [{ StageName: 'prod', deployed: true }] };
  const all = ['one-way-route', 'stage-manual'];

  test.each<[string, RegExp, Partial<Record<keyof DescribeResult, unknown>>, string[]]>([
    ['GetRoutes', /\/routes$/, { Routes: undefined, Unrouted: undefined }, ['stage-manual']],
    ['GetIntegrations', /\/integrations$/, { Unrouted: undefined }, ['stage-manual']],
    ['GetStages', /\/stages$/, { Stages: undefined }, ['one-way-route']],
    ['GetDeployments', /\/deployments$/, {}, all],
    ['GetRouteResponses', /\/routeresponses$/, {}, ['stage-manual']],
    ['GetIntegrationResponses', /\/integrationresponses$/, {}, ['stage-manual']],
  ])('%s', async (read, path, members, found) => {
    for (const fault of [deny(path), refuse(path, 404, 'NotFoundException')]) {
      const { result, IntegrationId } = await describeMade(described, fault);
      expect(result).toMatchObject({
        Status: 'described',
        Checks: { Live: 'partial', Reason: expect.stringContaining(read) },
      });
      for (const [member, value] of Object.entries(members)) expect(result[member as keyof DescribeResult]).toBe(value);
      expect(codes(result).toSorted()).toEqual(found);
      expect(result.Omitted).toEqual([expect.stringContaining(read)]);
      const [route] = result.Routes ?? [];
      if (read === 'GetIntegrations') expect(route?.Integration).toEqual({ IntegrationId });
      if (read === 'GetRouteResponses') expect(route).not.toHaveProperty('TwoWay');
      if (read === 'GetIntegrationResponses') expect(route?.Integration).not.toHaveProperty('Responses');
      expect(result.Summary).not.toMatch(/\b0 (routes|integrations|stages)/);
    }
  });

  test.each([
    ['denied', 403, 'AccessDeniedException'],
    ['gone', 404, 'NotFoundException'],
  ])('the API itself %s', async (_, status, type) => {
    const { result } = await describeMade(described, refuse(/\/apis\/\w+$/, status, type));
    expect(result).toMatchObject({ Status: 'failed', Findings: [], Error: { Type: type } });
    expect(result).not.toHaveProperty('Routes');
  });

  test('throttled throughout, then not', async () => {
    let count = 0;
    const throttle: Fault = (req, res) => {
      if (req.method !== 'GET' || !/\/(routes|stages)\?/.test(req.url ?? '') || ++count > 2) return false;
      res.writeHead(429, { 'x-amzn-ErrorType': 'TooManyRequestsException' }).end('{"message":"Too Many Requests"}');
      return true;
    };
    const { result } = await describeMade(described, throttle);
    expect(result).toMatchObject({ Status: 'described', Checks: { Live: 'done' } });
    expect(codes(result).toSorted()).toEqual(all);
  });
});

describe('size', () => {
  test.each([
    ['300 integrations with routes and responses', true, 1],
    ['300 integrations without routes', false, 1],
    ['names as long as they may be', true, 2000],
  ])(
    '%s: under 25,000 tokens',
    async (_, routed, length) => {
      const sandbox = await startSandbox();
      onTestFinished(() => sandbox.close());
      const { ApiId } = await makeApi(sandbox.endpoint);
      const client = new ApiGatewayV2Client({
        endpoint: sandbox.endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      });
      for (let i = 0; i < 299; i++) {
        const IntegrationUri = `https://example.com/${i}/`.padEnd(length, 'x');
        const { IntegrationId } = await client.send(new CreateIntegrationCommand({ ApiId, ...HTTP, IntegrationUri }));
        for (const response of i < 45 ? keys('/200/', '/404/', '/5\\d\\d/') : []) {
          await client.send(new CreateIntegrationResponseCommand({ ApiId, IntegrationId, ...response }));
        }
        if (!routed) continue;
        const RouteKey = `route-${i}-`.padEnd(Math.min(length, 128), 'x');
        await client.send(new CreateRouteCommand({ ApiId, RouteKey, Target: `integrations/${IntegrationId}` }));
      }
      const result = await describeApi(sandbox.endpoint, { ApiId, As: 'mermaid' });
      expect(JSON.stringify(result).length / 3).toBeLessThan(25_000); // a token is more than three characters of JSON
      expect(result.Checks).toMatchObject({ Live: 'partial' });
      expect(result.Omitted?.join()).toMatch(/not looked into|not read/);
    },
    120_000,
  );
});
