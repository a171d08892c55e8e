// The experiments of the run time that MOCK integrations can make: each serves an API of its own and says what arrives.
import type { Call, Experiment, Step, Talk } from './experiment.ts';
import { TAGS } from './world.ts';

/** A route whose integration is a MOCK; two-way unless said. */
interface Route {
  readonly key?: string;
  readonly status?: number;
  /** Laid over the integration. */
  readonly integration?: object;
  /** Laid over the route. */
  readonly route?: object;
  readonly responses: readonly object[];
  readonly oneWay?: true;
}

const call = (send: string, body: object, keep?: string): Call => ({
  kind: 'call',
  send,
  body,
  ...(keep && { keep }),
  predict: { status: 201 },
});

const routeSteps = ({ key = 'go', status = 200, integration, route, responses, oneWay }: Route): Call[] => [
  call(
    'POST /v2/apis/{api}/integrations',
    {
      integrationType: 'MOCK',
      requestTemplates: { $default: `{"statusCode":${status}}` },
      templateSelectionExpression: '\\$default',
      ...integration,
    },
    'integration',
  ),
  ...responses.map((response) => call('POST /v2/apis/{api}/integrations/{integration}/integrationresponses', response)),
  call('POST /v2/apis/{api}/routes', { routeKey: key, target: 'integrations/{integration}', ...route }, 'route'),
  ...(oneWay ? [] : [call('POST /v2/apis/{api}/routes/{route}/routeresponses', { routeResponseKey: '$default' })]),
];

const stageVariables = { a: 'A' };

/** An API with these routes, deployed by hand to the stage `test`. */
const served = (...routes: readonly Route[]): Call[] => [
  call(
    'POST /v2/apis',
    { name: '{run}-runtime', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action', tags: TAGS },
    'api',
  ),
  ...routes.flatMap(routeSteps),
  call('POST /v2/apis/{api}/deployments', {}, 'deployment'),
  call('POST /v2/apis/{api}/stages', { stageName: 'test', deploymentId: '{deployment}', stageVariables }),
];

const talk = (frames: readonly string[], message: object = { action: 'go' }): Talk => ({
  kind: 'talk',
  message: JSON.stringify(message),
  predict: { handshake: 101, frames },
});
const handshake = (status: number): Talk => ({ kind: 'talk', predict: { handshake: status } });

const errorFrame = (message = 'Internal server error') =>
  `{"message": "${message}", "connectionId":"<connectionId>", "requestId":"<requestId>"}`;

const templates = (responseTemplates: Readonly<Record<string, string>>, templateSelectionExpression?: string) => ({
  integrationResponseKey: '$default',
  responseTemplates,
  ...(templateSelectionExpression !== undefined && { templateSelectionExpression }),
});
/** One template, rendered over a MOCK. */
const rendered = (template: string): Route => ({ responses: [templates({ $default: template }, '\\$default')] });
const prints = (template: string, frame: string): Step[] => [...served(rendered(template)), talk([frame])];
const keyed = (key: string, text: string) => ({
  ...templates({ $default: text }, '\\$default'),
  integrationResponseKey: key,
});

const DOCUMENT = `#set($o = $util.parseJson('{"map":{"b":1},"list":[1,{"c":2}],"number":1.10,"big":12345678901234567890}'))`;

export const runTimeExperiments: readonly Experiment[] = [
  {
    id: 'R1',
    title: 'no template matches',
    settles: ['template-none-matches'],
    steps: [...served({ responses: [templates({ yes: 'template' }, 'nope')] }), talk([''])],
  },
  {
    id: 'R2',
    title: 'several templates without an expression',
    settles: ['template-without-expression-several'],
    steps: [
      ...served(
        { key: 'two', responses: [templates({ b: 'B', a: 'A' })] },
        { key: 'three', responses: [templates({ b: 'B', a: 'A', 'application/json': 'JSON' })] },
      ),
      talk(['B'], { action: 'two' }),
      talk(['JSON'], { action: 'three' }),
    ],
  },
  {
    id: 'R3',
    title: 'one template without an expression',
    settles: ['template-without-expression-single'],
    steps: [
      ...served(
        { key: 'default', responses: [templates({ $default: 'D' })] },
        { key: 'other', responses: [templates({ other: 'O' })] },
      ),
      talk(['D'], { action: 'default' }),
      talk(['O'], { action: 'other' }),
    ],
  },
  {
    id: 'R5',
    title: 'two patterns that match',
    settles: ['key-overlap'],
    steps: [
      ...served(
        { key: 'wide first', responses: [keyed('/2\\d\\d/', 'wide'), keyed('/200/', 'narrow')] },
        { key: 'narrow first', responses: [keyed('/200/', 'narrow'), keyed('/2\\d\\d/', 'wide')] },
      ),
      talk(['narrow'], { action: 'wide first' }),
      talk(['wide'], { action: 'narrow first' }),
    ],
  },
  {
    id: 'R6',
    title: 'no key matches and there is no $default',
    settles: ['no-match-fails', 'error-frame', 'error-frame-on-one-way'],
    steps: [
      ...served(
        { key: 'two-way', status: 404, responses: [keyed('/200/', 'no')] },
        { key: 'one-way', status: 404, responses: [keyed('/200/', 'no')], oneWay: true },
      ),
      talk([errorFrame()], { action: 'two-way' }),
      talk([errorFrame()], { action: 'one-way' }),
    ],
  },
  {
    id: 'R7',
    title: 'no integration response at all',
    settles: ['default-is-required'],
    steps: [...served({ responses: [] }), talk([errorFrame()])],
  },
  {
    id: 'R9',
    title: 'patterns that match a part of the text',
    settles: ['key-full-match'],
    steps: [
      ...served({ status: 404, responses: [keyed('/4/', 'beginning'), keyed('/40/', 'more'), keyed('/04/', 'end')] }),
      talk([errorFrame()]),
    ],
  },
  {
    id: 'R13',
    title: 'expressions with other variables',
    settles: ['expression-other-variables', 'expression-bare-default'],
    steps: [
      ...served(
        { key: 'context', responses: [templates({ '-x': 'empty', 'context-x': 'value' }, '${context.routeKey}-x')] },
        { key: 'stage', responses: [templates({ '-x': 'empty', 'A-x': 'value' }, '${stageVariables.a}-x')] },
      ),
      talk(['empty'], { action: 'context' }),
      talk(['empty'], { action: 'stage' }),
    ],
  },
  {
    id: 'R14',
    title: 'what expressions read of the message',
    settles: ['expression-json-path', 'expression-white-space'],
    steps: [
      ...served(
        { key: 'hyphen', responses: [templates({ x: 'read', $default: 'other' }, '$request.body.detail-type')] },
        { key: 'missing', responses: [templates({ '-x': 'empty', $default: 'other' }, '${request.body.none}-x')] },
        { key: 'break', responses: [templates({ 200: 'trimmed', '200\n': 'kept' }, '200\n')] },
      ),
      talk(['read'], { action: 'hyphen', 'detail-type': 'x' }),
      talk(['empty'], { action: 'missing' }),
      talk(['kept'], { action: 'break' }),
    ],
  },
  {
    id: 'R16',
    title: '$context and $stageVariables printed',
    settles: ['context-printed'],
    steps: [
      ...served(
        { key: 'stage', ...rendered('$stageVariables') },
        {
          key: 'context',
          ...rendered('#if($context.toString().contains("stage=test"))as a map#{else}otherwise#end'),
        },
      ),
      talk(['{a=A}'], { action: 'stage' }),
      talk(['as a map'], { action: 'context' }),
    ],
  },
  {
    id: 'R17',
    title: '$input in the response of a MOCK',
    settles: ['mock-body'],
    steps: [
      ...served({
        integration: { requestTemplates: { $default: '{"statusCode":200,"m":"kept"}' } },
        ...rendered("$input.body|$input.json('$')|$input.path('$.m')"),
      }),
      talk(['{}|{}|']),
    ],
  },
  {
    id: 'R19',
    title: 'how values print',
    settles: ['map-printed'],
    steps: prints(`${DOCUMENT}$o.map|$o.list|$o.number|$o.big`, '{b=1}|[1,{"c":2}]|1.1|12345678901234567890'),
  },
  {
    id: 'R20',
    title: 'escapeJavaScript',
    settles: ['escape-javascript'],
    steps: prints(`$util.escapeJavaScript("it's /é")`, "it\\'s \\/\\u00E9"),
  },
  {
    id: 'R21',
    title: 'truth and equality',
    settles: ['undefined-is-true', 'undefined-prints-nothing'],
    steps: prints(
      '#if($missing)yes#{else}no#end|#if($missing == "")yes#{else}no#end|#if($missing == $null)yes#{else}no#end|$missing',
      'yes|yes|yes|',
    ),
  },
  {
    id: 'R22',
    title: 'methods of lists and maps',
    settles: ['list-count'],
    steps: prints(`${DOCUMENT}$o.list.count()|$o.list.size()|$o.list.isEmpty()|$o.map.keySet()`, '|2|false|[b]'),
  },
  {
    id: 'R23',
    title: 'directives that mapping templates do not have',
    settles: ['engine-evaluate', 'engine-directives'],
    steps: [
      ...served(
        { key: 'parse', ...rendered('#parse("x")') },
        { key: 'unknown', ...rendered('#elsif(true)') },
        { key: 'literal', ...rendered('#[[$x]]#') },
      ),
      talk([errorFrame()], { action: 'parse' }),
      talk(['#elsif(true)'], { action: 'unknown' }),
      talk(['$x'], { action: 'literal' }),
    ],
  },
  {
    id: 'R24',
    title: 'a loop beyond 1000 elements',
    settles: ['engine-foreach-limit'],
    steps: prints('#foreach($i in [1..1200])#if($foreach.count == 1200)$i#end#end', '1200'),
  },
  {
    id: 'R25',
    title: 'templates that fail',
    settles: ['engine-render-error', 'engine-syntax-error', 'json-path-jayway'],
    steps: [
      ...served(
        { key: 'method', ...rendered('#set($s = "abc")$s.substring(10)') },
        { key: 'syntax', ...rendered('#if(') },
        { key: 'path', ...rendered("$input.path('$[')") },
      ),
      ...['method', 'syntax', 'path'].map((action) => talk([errorFrame()], { action })),
    ],
  },
  {
    id: 'R30',
    title: 'the handshake, by the status code of $connect',
    settles: ['connect-opens', 'connect-other-status'],
    steps: [200, 201, 204, 302, 400, 403, 500].flatMap((status) => [
      ...served({ key: '$connect', status, responses: [keyed('$default', 'hidden')], oneWay: true }),
      handshake(status < 300 ? 101 : status),
    ]),
  },
  {
    id: 'R35',
    title: 'what makes a route two-way',
    settles: ['two-way', 'one-way', 'route-expression-alone'],
    steps: [
      ...served(
        { key: 'response', ...rendered('answer') },
        {
          key: 'expression',
          ...rendered('answer'),
          route: { routeResponseSelectionExpression: '$default' },
          oneWay: true,
        },
      ),
      talk(['answer'], { action: 'response' }),
      talk([], { action: 'expression' }),
    ],
  },
  {
    id: 'R36',
    title: 'a MOCK without a request template',
    settles: ['mock-status-code'],
    steps: [
      ...served({
        ...rendered('answer'),
        integration: { requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH' },
      }),
      talk([errorFrame()]),
      talk(['answer'], { action: 'go', statusCode: 200 }),
    ],
  },
  {
    id: 'R37',
    title: 'what a stage serves after a change',
    settles: ['deployment-snapshot'],
    steps: [
      ...served({ responses: [keyed('$default', 'old')] }),
      call('POST /v2/apis/{api}/integrations/{integration}/integrationresponses', keyed('/200/', 'new')),
      talk(['old']),
    ],
  },
  {
    id: 'R40',
    title: 'a text with line breaks and other planes',
    settles: ['blanks-kept'],
    steps: prints(' a\r\n\tb 😀 ', ' a\r\n\tb 😀 '),
  },
  {
    id: 'R41',
    title: 'a message that no route takes, and an empty answer',
    settles: ['forbidden-frame', 'empty-message', 'connect-optional'],
    steps: [...served(rendered('')), talk([errorFrame('Forbidden')], { action: 'nowhere' }), talk([''])],
  },
];
