// What a preview with ids says, against the part of the live state on which it rests: read, other, or not readable.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Preview, PreviewResult } from '../../src/contract/preview.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { previewIntegrationResponse } from '../../src/tools/preview-integration-response.ts';
import { type ApiDescription, LAMBDA_URI, MOCK, makeApi, PONG } from '../support/api-state.ts';
import { type Fault, startEdge } from '../support/edge.ts';
import { deny, refuse, runTool } from '../support/run-tool.ts';
import { HTTP_API } from '../support/seeded.ts';

/** The tool's answer about an API that is made from the description, all requests through the fault. */
async function previewOf(described: ApiDescription, args: object = {}, fault?: Fault): Promise<PreviewResult> {
  const edge = await startEdge(fault);
  const ids = await makeApi(edge.sandbox.endpoint, described);
  return run(edge.endpoint, { ...ids, Outcomes: [{}], ...args });
}

const run = async (endpoint: string, args: object): Promise<PreviewResult> =>
  (await runTool(previewIntegrationResponse, endpoint, args)) as PreviewResult;

const said = ({ Previews: [first] }: PreviewResult, step: Preview['Notes'][number]['Step'] = 'delivery') =>
  (first?.Notes ?? []).filter(({ Step }) => Step === step).map(({ Basis, Text }) => `${Basis}: ${Text}`);

const FRAME = '{"type":"pong"}';
const one = (RouteKey: string, twoWay = false): ApiDescription => ({ routes: [{ RouteKey, twoWay }] });
const answers = (...keys: string[]) => keys.map((IntegrationResponseKey) => ({ ...PONG, IntegrationResponseKey }));
const mock = (template: string) => ({ ...MOCK, RequestTemplates: { $default: template } });

describe('where the answer goes', () => {
  test.each<[string, ApiDescription, object, string | null, RegExp[]]>([
    ['a two-way route', {}, {}, FRAME, [/^documented: Route "ping" .* only route .* has the route response/]],
    ['a one-way route', one('ping'), {}, null, [/^documented: Route "ping" .* no route response/, /dropped/]],
    ['$connect', one('$connect'), {}, null, [/"\$connect" .* decides/, /^observed: .* 200 the connection opens/]],
    ['$disconnect', one('$disconnect'), {}, null, [/"\$disconnect"/, /nothing can be returned/]],
    ['no route', { routes: [] }, {}, null, [/^documented: No route of the API uses this integration/]],
    [
      'a route that leads elsewhere',
      { routes: [{ RouteKey: 'x', integration: false }] },
      {},
      null,
      [/^documented: No route/],
    ],
    ['no stage', { stages: [] }, {}, FRAME, [/no stage, so no client can connect/]],
    [
      'a stage that is deployed by hand',
      { stages: [{ StageName: 's', deployed: true }] },
      {},
      FRAME,
      [/"s" serves the snapshot/],
    ],
    ['a stage without deployment', { stages: [{ StageName: 's' }] }, {}, FRAME, [/"s" has no deployment/]],
    [
      'one-way, the caller says two-way',
      one('ping'),
      { TwoWay: true },
      FRAME,
      [/^inferred: .* caller says; it is one-way now/],
    ],
    ['two-way, the caller says one-way', {}, { TwoWay: false }, null, [/^inferred: .* caller says; it is two-way now/]],
    ['no route, the caller says two-way', { routes: [] }, { TwoWay: true }, FRAME, [/No route .* as the caller asks/]],
    ['the caller says $connect', {}, { Context: { eventType: 'CONNECT' } }, null, [/connection opens/]],
  ])('%s', async (_, described, args, frame, words) => {
    const result = await previewOf(described, args);
    expect(result).toMatchObject({ Status: 'rendered', Checks: { Live: 'done' } });
    expect(result.Previews[0]).toMatchObject({ Output: FRAME, ClientReceives: frame });
    for (const text of words) expect(said(result).some((each) => text.test(each))).toBe(true);
    if (frame === null) expect(said(result).join()).not.toMatch(/two-way route is sent/);
  });

  test('an error frame goes to a one-way route, and nothing where no route is', async () => {
    const responses = answers('/404/');
    const failed = await previewOf({ responses, ...one('ping') });
    expect(failed.Previews[0]).toMatchObject({
      Failure: {},
      ClientReceives: expect.stringContaining('Internal server'),
    });
    const unreached = await previewOf({ responses, routes: [] });
    expect(unreached.Previews[0]).toMatchObject({ Failure: {}, ClientReceives: null, Frames: 0 });
  });

  test.each([
    [200, 'observed', 'opens'],
    [204, 'inferred', 'opens'],
    [403, 'inferred', 'refused'],
    [500, 'inferred', 'refused'],
  ])('the handshake with %i is %s to be %s', async (StatusCode, basis, word) => {
    const result = await previewOf(one('$connect'), { Outcomes: [{ StatusCode }] });
    expect(said(result).at(-1)).toMatch(new RegExp(`^${basis}: .*${StatusCode} the connection .*${word}`));
    const own = await previewOf({ ...one('$connect'), integration: mock(`{"statusCode":${StatusCode}}`) });
    expect(said(own).at(-1)).toBe(said(result).at(-1));
  });
});

describe('several routes', () => {
  const routes = [
    { RouteKey: '$connect' },
    { RouteKey: 'quiet' },
    { RouteKey: 'loud', twoWay: true },
    { RouteKey: 'also', twoWay: true },
  ];
  const named = { ...PONG, ResponseTemplates: { $default: '{"route":"$context.routeKey"}' } };

  test('what each delivers, the two-way ones first', async () => {
    const { Previews, Summary } = await previewOf({ routes, responses: [named] });
    expect(Previews[0]).toMatchObject({
      ClientReceives: '{"route":"also"}',
      Routes: [
        { RouteKey: 'also', ClientReceives: '{"route":"also"}' },
        { RouteKey: 'loud', ClientReceives: '{"route":"loud"}' },
        { RouteKey: 'quiet', ClientReceives: null },
        { RouteKey: '$connect', ClientReceives: null },
      ],
    });
    expect(Summary).toMatch(/On "also"/);
  });

  test('those that deliver the same are not told apart', async () => {
    const { Previews } = await previewOf({ routes: routes.slice(2) });
    expect(Previews[0]).toMatchObject({ ClientReceives: FRAME });
    expect(Previews[0]).not.toHaveProperty('Routes');
  });

  test('RouteKey chooses', async () => {
    const { Previews } = await previewOf({ routes, responses: [named] }, { RouteKey: 'loud' });
    expect(Previews[0]).toMatchObject({ ClientReceives: '{"route":"loud"}' });
    expect(Previews[0]).not.toHaveProperty('Routes');
  });

  test('RouteKey chooses one of many, although few are read', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ RouteKey: `r${index}`, twoWay: index === 11 }));
    const result = await previewOf({ routes: many }, { RouteKey: 'r11' });
    expect(result.Previews[0]).toMatchObject({ ClientReceives: FRAME });
    expect(result.Checks).toMatchObject({ Live: 'partial' });
  });

  test.each([
    [{ RouteKey: 'elsewhere' }, 'unknown-route', ['RouteKey'], /"ping"/],
    [{ StageName: 'none' }, 'unknown-stage', ['StageName'], /"prod"/],
  ])('%j is not there', async (args, Code, Path, names) => {
    const described = { routes: [{ RouteKey: 'ping' }, { RouteKey: 'elsewhere', integration: false }] };
    expect(await previewOf(described, args)).toMatchObject({
      Status: 'invalid',
      Findings: [{ Code, Path, Fix: expect.stringMatching(names) }],
    });
  });
});

describe('the status of a MOCK', () => {
  const responses = [
    { ...PONG, IntegrationResponseKey: '/404/', ResponseTemplates: { $default: '{"missing":1}' } },
    { ...PONG, IntegrationResponseKey: '/200/' },
  ];
  const MISSING = '{"missing":1}';
  const UNPARSED = { Reason: expect.stringContaining('Unable to parse statusCode') };

  test.each<[string, Required<ApiDescription>['integration'], object, string, object | undefined]>([
    ['as its request template says', mock('{"statusCode":404}'), {}, MISSING, undefined],
    [
      'as the client says',
      mock('{"statusCode":$input.json("$.want")}'),
      { ClientMessage: '{"want":404}' },
      MISSING,
      undefined,
    ],
    ['lax JSON', mock('{statusCode: 200}'), {}, FRAME, undefined],
    ['by stage and route', mock('#if($context.routeKey == "ping"){"statusCode":200}#end'), {}, FRAME, undefined],
    ['a text', mock('{"statusCode":"200"}'), {}, 'error', UNPARSED],
    ['none', mock('{"status":200}'), {}, 'error', UNPARSED],
    ['a list', mock('[200]'), {}, 'error', UNPARSED],
    ['no JSON', mock('{"statusCode":'), {}, 'error', UNPARSED],
    ['no template', { IntegrationType: 'MOCK' }, {}, 'error', UNPARSED],
    [
      'no template, the message as it is',
      { IntegrationType: 'MOCK' },
      { ClientMessage: '{"statusCode":404}' },
      MISSING,
      undefined,
    ],
    ['a template that breaks', mock('#if('), {}, 'error', { Line: 1 }],
    [
      'by the message',
      {
        ...MOCK,
        RequestTemplates: { a: '{"statusCode":404}', $default: '{"statusCode":200}' },
        TemplateSelectionExpression: '$request.body.action',
      },
      { ClientMessage: '{"action":"a"}' },
      MISSING,
      undefined,
    ],
    ['the caller first', mock('{"statusCode":200}'), { Outcomes: [{ StatusCode: 404 }] }, MISSING, undefined],
  ])('%s', async (_, integration, args, frame, failure) => {
    const { Previews } = await previewOf({ integration, responses }, args);
    const expected = frame === 'error' ? expect.stringContaining('Internal server error') : frame;
    expect(Previews[0]).toMatchObject({ ClientReceives: expected, ...(failure && { Failure: failure }) });
    if (!failure) expect(Previews[0]).not.toHaveProperty('Failure');
  });

  test('without an integer the handshake is refused', async () => {
    const { Previews } = await previewOf({ ...one('$connect'), integration: mock('{}') });
    expect(Previews[0]).toMatchObject({ ClientReceives: null, Failure: UNPARSED });
  });

  test('no ClientMessage on $connect', async () => {
    const described = { ...one('$connect'), integration: mock('{"statusCode":$input.json("$.want")}') };
    const { Previews } = await previewOf(described, { ClientMessage: '{"want":200}' });
    expect(Previews[0]).toMatchObject({ Failure: UNPARSED });
  });
});

describe('context and stage variables', () => {
  const responses = [
    {
      ...PONG,
      ResponseTemplates: {
        $default: '$context.apiId $context.stage $context.routeKey $context.eventType $stageVariables.v',
      },
    },
  ];
  const stages = [
    { StageName: 'one', AutoDeploy: true, StageVariables: { v: 'first' } },
    { StageName: 'two', AutoDeploy: true, StageVariables: { v: 'second' } },
  ];

  test.each<[string, object, RegExp]>([
    ['of the API', {}, /^\w{10} one ping MESSAGE first$/],
    ['of the stage that is named', { StageName: 'two' }, /^\w{10} two ping MESSAGE second$/],
    ['given variables', { StageVariables: { v: 'mine' } }, /^\w{10} one ping MESSAGE mine$/],
    ['a given context', { Context: { stage: 'mine' } }, /^ mine {3}first$/],
  ])('%s', async (_, args, output) => {
    const result = await previewOf({ responses, stages }, args);
    expect(result.Previews[0]?.Output).toMatch(output);
    if (!('StageName' in args)) expect(said(result).join()).toMatch(/Of 2 stages "one" is taken/);
  });

  test('are the named ones for drafts alone', async () => {
    const args = { Responses: responses, Outcomes: [{}], RouteKey: 'mine', StageName: 'stage' };
    const { Previews } = await run('http://127.0.0.1:1', args);
    expect(Previews[0]?.Output).toBe('a1b2c3d4e5 stage mine MESSAGE ');
  });
});

describe('what was not read is not said', () => {
  const API = /\/apis\/\w+$/;
  const ROUTES = /\/routes$/;
  const ROUTE_RESPONSES = /\/routeresponses$/;
  const STAGES = /\/stages$/;

  test.each<[string, RegExp, string | null, RegExp]>([
    ['GetApi', API, null, /^documented: Route "ping" .* no route response/],
    ['GetRoutes', ROUTES, FRAME, /^inferred: Which routes use the integration is not known \(GetRoutes: \w+\)/],
    [
      'GetRouteResponses',
      ROUTE_RESPONSES,
      FRAME,
      /^inferred: .* whether it has a route response is not known \(GetRouteResponses: \w+\)/,
    ],
    ['GetStages', STAGES, null, /^inferred: Which stages there are is not known \(GetStages: \w+\)/],
  ])('%s', async (read, path, frame, words) => {
    for (const fault of [deny(path), refuse(path, 404, 'NotFoundException')]) {
      const result = await previewOf(one('ping'), {}, fault);
      expect(result).toMatchObject({ Status: 'rendered', Previews: [{ ClientReceives: frame }] });
      expect(said(result)).toContainEqual(expect.stringMatching(words));
      const documented = said(result).filter((each) => each.startsWith('documented'));
      if (frame !== null) expect(documented.join()).not.toMatch(/has the route response|one-way/);
      if (read !== 'GetApi')
        expect(result.Checks).toMatchObject({ Live: 'partial', Reason: expect.stringContaining(read) });
    }
  });

  test('everything but the integration itself', async () => {
    const result = await previewOf({}, {}, deny(/\/apis\/\w+$|\/routes$|\/stages$/));
    expect(result).toMatchObject({ Status: 'rendered', Checks: { Live: 'partial' } });
    expect(said(result).filter((each) => each.startsWith('documented'))).toEqual([
      'documented: The answer of a two-way route is sent.',
    ]);
  });

  test.each([
    ['the integration', /\/integrations\/\w+$/],
    ['its responses', /\/integrationresponses$/],
    ['anything', /./],
  ])('without %s there is no preview', async (_, path) => {
    expect(await previewOf({}, {}, deny(path))).toMatchObject({
      Status: 'failed',
      Error: { Type: 'AccessDeniedException' },
      Previews: [],
    });
  });

  test('an API that is gone, an unknown integration, an HTTP API', async () => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const ids = { ApiId: 'zzzzzzzzzz', IntegrationId: 'zzzzzzz', Outcomes: [{}] };
    expect(await run(sandbox.endpoint, ids)).toMatchObject({ Status: 'failed', Error: { Type: 'NotFoundException' } });
    const { ApiId } = await makeApi(sandbox.endpoint);
    expect(await run(sandbox.endpoint, { ...ids, ApiId })).toMatchObject({
      Status: 'failed',
      Error: { Type: 'NotFoundException' },
    });
    const http = { ...ids, ApiId: HTTP_API, IntegrationId: 'g1v5o9d' };
    expect(await run(sandbox.endpoint, http)).toMatchObject({ Status: 'invalid', Findings: [{ Code: 'http-api' }] });
  });
});

describe('a Lambda function', () => {
  const integration = { IntegrationType: 'AWS', IntegrationUri: LAMBDA_URI, IntegrationMethod: 'POST' } as const;
  const responses = [{ IntegrationResponseKey: '$default' }];

  test('the error is passed through with all that comes with it', async () => {
    const { Previews } = await previewOf({ integration, responses }, { Outcomes: [{ ErrorMessage: 'late' }] });
    expect(Object.keys(JSON.parse(Previews[0]?.ClientReceives ?? ''))).toEqual([
      'errorMessage',
      'errorType',
      'requestId',
      'stackTrace',
    ]);
  });

  test('a key that is found in the message only', async () => {
    const Responses = [{ ...PONG, IntegrationResponseKey: '/BadRequest/' }];
    const args = { Responses, Outcomes: [{ ErrorMessage: 'BadRequest: x' }] };
    const result = await previewOf({ integration, responses }, args);
    expect(result.Previews[0]).toMatchObject({ IntegrationResponseKey: '$default', Candidates: [] });
    expect(said(result, 'match')).toContainEqual(expect.stringMatching(/^inferred: "\/BadRequest\/" is found at 0–10/));
  });

  test('StatusCode is not used: the invocation gives 200', async () => {
    const response = { ...PONG, TemplateSelectionExpression: '$integration.response.statuscode' };
    const args = { Responses: [response], Outcomes: [{ ErrorMessage: 'x', StatusCode: 500 }] };
    const result = await previewOf({ integration, responses }, args);
    expect(result.Previews[0]).toMatchObject({ TemplateExpressionValue: '200' });
    expect(said(result, 'match')).toContainEqual(expect.stringMatching(/^observed: StatusCode 500 is not used/));
  });

  test.each([
    [{}, 'application/json'],
    [{ ErrorMessage: 'x' }, 'application/json'],
    [{ Headers: { 'Content-Type': 'text/plain' } }, 'text/plain'],
    [{ Headers: { 'content-type': 'text/plain' } }, ''],
  ])('Content-Type of %j is %j', async (outcome, value) => {
    const response = { ...PONG, TemplateSelectionExpression: '$integration.response.header.Content-Type' };
    const result = await previewOf({ integration, responses }, { Responses: [response], Outcomes: [outcome] });
    expect(result.Previews[0]).toMatchObject({ TemplateExpressionValue: value });
  });
});

describe('an integration that does not answer in time', () => {
  const timeout = expect.stringMatching(
    /^\{"message": "Endpoint request timed out", "connectionId":"[^"]+", "requestId":"[^"]+"\}$/,
  );

  test.each<[string, ApiDescription, unknown]>([
    ['two-way', {}, timeout],
    ['one-way', one('ping'), timeout],
    ['$connect', one('$connect'), null],
    ['$disconnect', one('$disconnect'), null],
    [
      'a proxy',
      {
        integration: { IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'GET', IntegrationUri: 'https://example.com' },
      },
      timeout,
    ],
  ])('%s', async (_, described, frame) => {
    const { Previews } = await previewOf(described, { Outcomes: [{ TimedOut: true }] });
    expect(Previews[0]).toMatchObject({
      MatchedText: null,
      IntegrationResponseKey: null,
      Failure: { Reason: 'Endpoint request timed out' },
      ClientReceives: frame,
    });
  });

  test('has no answer', async () => {
    const result = await run('http://127.0.0.1:1', { Responses: [PONG], Outcomes: [{ TimedOut: true, Body: '' }] });
    expect(result).toMatchObject({
      Status: 'invalid',
      Findings: [{ Code: 'timed-out-answer', Path: ['Outcomes', 0, 'Body'] }],
    });
  });
});

test('the bare ARN of a function is taken for the function', async () => {
  const { Previews } = await run('http://127.0.0.1:1', {
    Responses: [{ ...PONG, IntegrationResponseKey: '/BadRequest.*/' }, { IntegrationResponseKey: '$default' }],
    Outcomes: [{ ErrorMessage: 'BadRequest: x' }],
    IntegrationType: 'AWS',
    IntegrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:f',
  });
  expect(Previews[0]).toMatchObject({ MatchedText: 'BadRequest: x', ClientReceives: FRAME });
});

test('a map printed as Java does is named as what keeps the answer from being JSON', async () => {
  const integration = {
    IntegrationType: 'AWS',
    IntegrationMethod: 'POST',
    IntegrationUri: 'arn:aws:apigateway:us-east-1:dynamodb:action/Query',
  } as const;
  const source = "[#foreach($i in $input.path('$.Items'))$i#if($foreach.hasNext),#end#end]";
  const Outcomes = [{ Body: '{"Items":[{"id":{"S":"a"}}]}' }];
  const asMap = await previewOf(
    { integration, responses: [{ ...PONG, ResponseTemplates: { $default: source } }] },
    { Outcomes },
  );
  expect(asMap.Previews[0]).toMatchObject({ IsJson: false });
  expect(said(asMap, 'json')).toContainEqual(expect.stringMatching(/^observed: .*\{name=value\}.*\$input\.json/));
  const asText = await previewOf(
    { integration, responses: [{ ...PONG, ResponseTemplates: { $default: '{"a":b=1}' } }] },
    { Outcomes },
  );
  expect(said(asText, 'json')).toHaveLength(1);
});
