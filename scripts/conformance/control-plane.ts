// The experiments of the control plane. Each has a WebSocket API `{api}` with a MOCK integration `{integration}` of its own, and
// an HTTP API `{http}` with the integration `{proxy}` beside it.
import * as refusals from '../../src/sandbox/refusals.ts';
import type { ServiceError } from '../../src/sandbox/service-error.ts';
import type { Call, Experiment, Prediction } from './experiment.ts';

const RESPONSES = '/v2/apis/{api}/integrations/{integration}/integrationresponses';

const refused = ({ status, type, message }: ServiceError): Prediction => ({ status, type, message });
const taken: Prediction = { status: 201 };

const create = (body: unknown, predict?: Prediction, keep?: string): Call => ({
  kind: 'call',
  send: `POST ${RESPONSES}`,
  body,
  ...(keep && { keep }),
  ...(predict && { predict }),
});
const response = (key: string, predict: Prediction, members: object = {}): Call =>
  create({ integrationResponseKey: key, ...members }, predict);
const numbered = (count: number) => Array.from({ length: count }, (_, at) => at);
const send = (request: string, predict?: Prediction, body?: unknown): Call => ({
  kind: 'call',
  send: request,
  ...(body !== undefined && { body }),
  ...(predict && { predict }),
});

/** One create for each, under keys of their own. */
const creates = (members: readonly object[], predict: (at: number) => Prediction): Call[] =>
  members.map((member, at) => response(`/${at}/`, predict(at), member));
const mapping = (name: string, value: string) => ({ responseParameters: { [name]: value } });
const inHeader = (value: string) => mapping('method.response.header.X', value);
const template = (text: string) => ({ responseTemplates: { $default: text } });
const longPattern = (length: number) => `/${'a'.repeat(length - 2)}/`;

const enumWords = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'];
const INPUT = 'createIntegrationResponseInput';

const experiments: readonly Experiment[] = [
  {
    id: 'C1',
    title: 'a key twice',
    settles: ['key-unique'],
    steps: [response('$default', taken), response('$default', refused(refusals.integrationResponseExists('$default')))],
  },
  {
    id: 'C2',
    title: 'a pattern twice, and spelled otherwise',
    settles: ['key-unique'],
    steps: [
      response('/4\\d\\d/', taken),
      response('/4\\d\\d/', refused(refusals.integrationResponseExists('/4\\d\\d/'))),
      response('/4\\d{2}/', taken),
    ],
  },
  {
    id: 'C3',
    title: 'a key in neither form',
    settles: ['key-other-forms'],
    steps: ['200', 'default', 'abc', '$connect', '\\$default', ' '].map((key) => response(key, taken)),
  },
  {
    id: 'C4',
    title: 'no key, and an empty one',
    settles: ['member-types'],
    steps: [
      response('', refused(refusals.tooShort(`${INPUT}.integrationResponseKey`, 1))),
      create({}, refused(refusals.missingMember('CreateIntegrationResponse', 'integrationResponseKey'))),
    ],
  },
  { id: 'C5', title: 'an empty pattern', settles: ['key-empty-pattern'], steps: [response('//', taken)] },
  {
    id: 'C6',
    title: 'patterns that do not compile',
    settles: ['key-regex-refused'],
    steps: [
      ...['/[/', '/(/', '/*/'].map((key) => response(key, refused(refusals.invalidPattern()))),
      response('/a{2/', taken),
    ],
  },
  {
    id: 'C7',
    title: 'patterns of Java alone',
    settles: ['key-dialect'],
    steps: ['/(?i)x/', '/\\Q.\\E/', '/(?<a>x)\\k<a>/', '/x++/'].map((key) => response(key, taken)),
  },
  {
    id: 'C8',
    title: 'long patterns',
    settles: ['key-not-judged', 'no-other-limits'],
    steps: [128, 129, 256, 512, 1024, 4096, 8192].map((length) => response(longPattern(length), taken)),
  },
  {
    id: 'C9',
    title: 'other words for ContentHandlingStrategy',
    settles: ['member-types'],
    steps: creates(
      ['CONVERT_TO_JSON', 'convert_to_text', ''].map((contentHandlingStrategy) => ({ contentHandlingStrategy })),
      (at) =>
        refused(
          refusals.outsideEnum(
            `${INPUT}.contentHandlingStrategy`,
            ['CONVERT_TO_JSON', 'convert_to_text', ''][at] ?? '',
            enumWords,
          ),
        ),
    ),
  },
  {
    id: 'C10',
    title: 'documented response parameters',
    settles: ['parameter-keys', 'parameter-values', 'parameter-on-connect'],
    steps: creates(
      ["'a'", 'integration.response.header.X', 'integration.response.body.a.b'].map(inHeader),
      () => taken,
    ),
  },
  {
    id: 'C11',
    title: 'malformed values of response parameters',
    settles: ['parameter-malformed'],
    steps: ['notquoted', '"a"', '$.a', 'route.request.header.X', 'method.request.header.X'].map((value, at) =>
      response(`/${at}/`, refused(refusals.invalidMapping(value)), inHeader(value)),
    ),
  },
  {
    id: 'C12',
    title: 'other keys and values of response parameters',
    settles: ['parameter-other-keys', 'parameter-values-of-rest'],
    steps: creates(
      [
        ...['route.response.header.X', 'integration.response.header.X', 'header.X'].map((name) => mapping(name, "'a'")),
        ...[
          'context.connectionId',
          'stageVariables.x',
          'integration.response.body',
          'integration.response.multivalueheader.X',
        ].map(inHeader),
      ],
      () => taken,
    ),
  },
  {
    id: 'C13',
    title: 'the length of a value',
    settles: ['parameter-length', 'length-unit'],
    steps: [
      response('/0/', taken, inHeader(`'${'a'.repeat(510)}'`)),
      response(
        '/1/',
        refused(refusals.tooLong(`${INPUT}.responseParameters.method.response.header.X`, 512)),
        inHeader(`'${'a'.repeat(511)}'`),
      ),
      response('/2/', taken, inHeader(`'${'é'.repeat(510)}'`)),
      response('/3/', refused(refusals.emptyParameter()), inHeader('')),
    ],
  },
  {
    id: 'C14',
    title: 'the length of a template',
    settles: ['template-length', 'template-size-quota', 'length-unit'],
    steps: [
      response('/0/', taken, template('a'.repeat(32_768))),
      response(
        '/1/',
        refused(refusals.tooLong(`${INPUT}.responseTemplates.$default`, 32_768)),
        template('a'.repeat(32_769)),
      ),
      response('/2/', taken, template('é'.repeat(20_000))),
      response(
        '/3/',
        refused(refusals.tooLong(`${INPUT}.responseTemplates.$default`, 32_768)),
        template('a'.repeat(300 * 1024 + 1)),
      ),
    ],
  },
  {
    id: 'C15',
    title: 'templates that are not Velocity',
    settles: ['engine-syntax-error', 'json-path-jayway'],
    steps: creates(['#if(', '#foreach($x in)', "$input.path('$[')"].map(template), () => taken),
  },
  {
    id: 'C16',
    title: 'expressions with other variables, and malformed ones',
    settles: ['expression-malformed', 'expression-other-variables', 'expression-bare-default'],
    steps: creates(
      [
        '${request.body.x',
        '$',
        '${}',
        '$default',
        '${context.routeKey}',
        '${stageVariables.x}',
        '$request.header.X',
      ].map((templateSelectionExpression) => ({ templateSelectionExpression })),
      () => taken,
    ),
  },
  {
    id: 'C17',
    title: 'which check comes first',
    settles: ['http-api-refused', 'unknown-integration'],
    steps: [
      send(
        'POST /v2/apis/{http}/integrations/{proxy}/integrationresponses',
        refused(refusals.noIntegrationResponses()),
        { integrationResponseKey: '/[/' },
      ),
      send('POST /v2/apis/{api}/integrations/zzzzzzz/integrationresponses', refused(refusals.noSuchIntegration()), {
        integrationResponseKey: '/[/',
      }),
      send(
        'POST /v2/apis/{http}/integrations/zzzzzzz/integrationresponses',
        refused(refusals.noIntegrationResponses()),
        { integrationResponseKey: '$default' },
      ),
    ],
  },
  {
    id: 'C18',
    title: 'ids of nothing',
    settles: ['unknown-api', 'unknown-integration'],
    steps: [
      send(
        'POST /v2/apis/zzzzzzzzzz/integrations/{integration}/integrationresponses',
        refused(refusals.noSuchApi('zzzzzzzzzz')),
        {
          integrationResponseKey: '$default',
        },
      ),
      send('POST /v2/apis/{api}/integrations/zzzzzzz/integrationresponses', refused(refusals.noSuchIntegration()), {
        integrationResponseKey: '$default',
      }),
      send('POST /v2/apis/{api}/integrations/{proxy}/integrationresponses', refused(refusals.noSuchIntegration()), {
        integrationResponseKey: '$default',
      }),
    ],
  },
  {
    id: 'C19',
    title: 'an HTTP API',
    settles: ['http-api-refused'],
    steps: [
      send(
        'POST /v2/apis/{http}/integrations/{proxy}/integrationresponses',
        refused(refusals.noIntegrationResponses()),
        { integrationResponseKey: '$default' },
      ),
    ],
  },
  {
    id: 'C20',
    title: 'unknown members and wrong types',
    settles: ['member-types'],
    steps: [
      response('/0/', taken, { x: 1 }),
      create(
        { integrationResponseKey: 200 },
        refused(refusals.wrongType('com.amazon.coral.value.json.numbers.TruncatingBigNumber', 'String')),
      ),
      response('/2/', refused(refusals.wrongType('java.util.ArrayList', 'Map')), { responseTemplates: ['a'] }),
      response('/3/', refused(refusals.wrongType('java.lang.Boolean', 'String')), {
        responseTemplates: { $default: true },
      }),
    ],
  },
  {
    id: 'C21',
    title: 'many responses, and many templates in one',
    settles: ['no-other-limits'],
    steps: [
      ...numbered(60).map((at) => response(`/${at}/`, taken)),
      response('$default', taken, {
        responseTemplates: Object.fromEntries(numbered(60).map((at) => [`key${at}`, `template ${at}`])),
      }),
    ],
  },
  {
    id: 'C22',
    title: 'the members of refusals',
    settles: ['unknown-api', 'unknown-integration'],
    steps: [
      send('GET /v2/apis/zzzzzzzzzz', refused(refusals.noSuchApi('zzzzzzzzzz'))),
      send('GET /v2/apis/{api}/integrations/zzzzzzz', refused(refusals.noSuchIntegration())),
      send(`GET ${RESPONSES}/zzzzzzz`, refused(refusals.noSuchIntegrationResponse())),
    ],
  },
  {
    id: 'C23',
    title: 'what PATCH changes',
    settles: ['patch-merges', 'patch-expression'],
    steps: [
      create(
        {
          integrationResponseKey: '/a/',
          templateSelectionExpression: '\\$default',
          responseTemplates: { $default: 'x', other: 'y' },
        },
        taken,
        'response',
      ),
      response('/b/', taken),
      send(
        `PATCH ${RESPONSES}/{response}`,
        { status: 200, body: { responseTemplates: { $default: 'x', other: 'y' } } },
        {
          responseTemplates: {},
        },
      ),
      send(
        `PATCH ${RESPONSES}/{response}`,
        { status: 200, body: { templateSelectionExpression: '\\$default', responseTemplates: { $default: 'x' } } },
        { responseTemplates: { other: '' } },
      ),
      send(`PATCH ${RESPONSES}/{response}`, refused(refusals.integrationResponseExists('/b/')), {
        integrationResponseKey: '/b/',
      }),
      send(`PATCH ${RESPONSES}/{response}`, refused(refusals.invalidPattern()), { integrationResponseKey: '/[/' }),
      send(
        `PATCH ${RESPONSES}/{response}`,
        { status: 200, body: { integrationResponseKey: '/c/' } },
        {
          integrationResponseKey: '/c/',
        },
      ),
    ],
  },
  {
    id: 'C24',
    title: 'pages',
    settles: ['no-other-limits'],
    steps: [
      response('/a/', taken),
      response('/b/', taken),
      send(`GET ${RESPONSES}?maxResults=1`, { status: 200, body: { items: 1 } }),
      ...['0', 'x'].map((size) => send(`GET ${RESPONSES}?maxResults=${size}`, refused(refusals.invalidMaxResults()))),
      send(`GET ${RESPONSES}?maxResults=501`, { status: 200, body: { items: 2 } }),
      send(`GET ${RESPONSES}?nextToken=bogus`, refused(refusals.invalidNextToken())),
    ],
  },
  {
    id: 'C25',
    title: 'a bare function ARN as IntegrationUri',
    settles: ['lambda-bare-arn'],
    steps: [
      send(
        'POST /v2/apis/{api}/integrations',
        { status: 201, body: { integrationResponseSelectionExpression: '${integration.response.body.errorMessage}' } },
        {
          integrationType: 'AWS',
          integrationMethod: 'POST',
          integrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:absent',
        },
      ),
    ],
  },
  {
    id: 'C26',
    title: 'a stage with a deployment and AutoDeploy',
    settles: ['stage-create-with-both', 'stage-update-refused'],
    steps: [
      send('POST /v2/apis/{api}/routes', taken, { routeKey: 'a', target: 'integrations/{integration}' }),
      { ...send('POST /v2/apis/{api}/deployments', taken, {}), keep: 'deployment' },
      send('POST /v2/apis/{api}/stages', taken, { stageName: 'both', autoDeploy: true, deploymentId: '{deployment}' }),
      send('PATCH /v2/apis/{api}/stages/both', refused(refusals.deploysItself('{api}')), {
        deploymentId: '{deployment}',
      }),
    ],
  },
  {
    id: 'C27',
    title: 'the defaults of an integration, and a malformed target',
    settles: ['timeout-default', 'no-route'],
    steps: [
      send('GET /v2/apis/{api}/integrations/{integration}', { status: 200, body: { timeoutInMillis: 29_000 } }),
      send('POST /v2/apis/{api}/routes', refused(refusals.malformedTarget(null)), {
        routeKey: 'a',
        target: 'integration/{integration}',
      }),
    ],
  },
];

/** Each with a MOCK integration of its own. */
export const controlPlaneExperiments: readonly Experiment[] = experiments.map((experiment) => ({
  ...experiment,
  steps: [
    {
      ...send('POST /v2/apis/{api}/integrations', taken, {
        integrationType: 'MOCK',
        requestTemplates: { $default: '{"statusCode":200}' },
        templateSelectionExpression: '\\$default',
      }),
      keep: 'integration',
    },
    ...experiment.steps,
  ],
}));
