// What strangers may send: arbitrary arguments, answers from the wire, bytes on stdin. FUZZ_RUNS sets how many inputs
// a test tries; the quick ones try up to three times as many.
import fc from 'fast-check';
import { CHAT_API, MESSAGES, SOUND } from '../support/seeded.ts';

export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);
/** Milliseconds for a test that tries so many. */
export const TIMEOUT = 90_000 + RUNS * 40;
/** Whatever a person cannot see, or what changes how the text around it is seen. */
export const HOSTILE = /\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/u;
/** Characters. The longest line a client of the MCP SDK reads is 10 MiB, and a result is in it twice. */
export const MAX_RESULT = 2_000_000;

export const text = fc.string({ unit: 'binary', maxLength: 40 });

/** As JSON; fast-check's large integers become texts. */
const written = (value: unknown): Buffer =>
  Buffer.from(JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member)) ?? '');

const member = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 50 }), fc.anything({ maxDepth: 2 }));
const template = fc
  .array(
    fc.oneof(
      fc.constantFrom('#if(', ')', '#end', '#foreach($x in ', '#set($x=', '$input', ".path('$.", "')", '$!{', '}', '"'),
      fc.constantFrom('#macro(m)', '#m()', '#[[', ']]#', '##', '#*', '[1..9]', '$util.', '$context.', '{"a":', '\\'),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Arguments of the create tool, nearly right. */
const nearly = fc.record(
  {
    ApiId: fc.oneof({ weight: 3, arbitrary: fc.constant(CHAT_API) }, fc.constantFrom('', '..', '__proto__'), member),
    IntegrationId: fc.oneof({ weight: 3, arbitrary: fc.constant(MESSAGES) }, member),
    IntegrationResponseKey: fc.oneof(fc.constantFrom('$default', '/4\\d\\d/', '/(/'), member),
    ContentHandlingStrategy: member,
    ResponseParameters: fc.oneof(fc.dictionary(fc.string(), member), member),
    ResponseTemplates: fc.oneof(
      fc.dictionary(fc.constantFrom('$default', 'a', '__proto__'), template),
      fc.dictionary(fc.string(), member),
      member,
    ),
    TemplateSelectionExpression: fc.oneof(fc.constantFrom('\\$default', '$integration.response.body.a'), member),
    DryRun: member,
    AllowFindings: member,
    As: member,
    __proto__: member,
  },
  { requiredKeys: [] },
);
export const createArguments = fc.oneof(nearly, nearly, fc.anything());

const previewArguments = fc.record(
  {
    Responses: fc.oneof(fc.array(nearly, { maxLength: 3 }), member),
    Outcomes: fc.oneof(
      fc.array(fc.record({ StatusCode: fc.oneof(fc.integer(), member), Body: member }, { requiredKeys: [] }), {
        maxLength: 3,
      }),
      member,
    ),
    IntegrationType: member,
    ClientMessage: member,
    Context: member,
    TwoWay: member,
  },
  { requiredKeys: [] },
);

const resource = fc.record(
  {
    apiId: fc.oneof(fc.constant(SOUND.ApiId), text),
    integrationId: fc.oneof(fc.constant(SOUND.IntegrationId), text),
    integrationType: fc.oneof(fc.constantFrom('HTTP', 'MOCK', 'AWS', 'AWS_PROXY'), text),
    integrationUri: fc.oneof(text, fc.anything({ maxDepth: 1 })),
    integrationResponseId: fc.oneof(fc.constant('abc123'), text),
    integrationResponseKey: fc.oneof(fc.constantFrom('$default', '/2\\d\\d/'), text, fc.integer()),
    responseTemplates: fc.oneof(fc.dictionary(text, text), fc.anything({ maxDepth: 2 })),
    responseParameters: fc.oneof(fc.dictionary(text, text), fc.anything({ maxDepth: 2 })),
    templateSelectionExpression: fc.oneof(text, fc.integer()),
    protocolType: fc.oneof(fc.constantFrom('WEBSOCKET', 'HTTP'), text),
    name: text,
    routeId: fc.oneof(fc.constant('r1'), text),
    routeKey: fc.oneof(fc.constantFrom('$connect', 'send'), text),
    routeResponseId: text,
    routeResponseKey: text,
    target: fc.oneof(fc.constant(`integrations/${SOUND.IntegrationId}`), text),
    stageName: text,
    autoDeploy: fc.oneof(fc.boolean(), text),
    lastDeploymentStatusMessage: text,
    stageVariables: fc.oneof(fc.dictionary(text, text), text),
    createdDate: fc.oneof(text, fc.constant('2026-01-01T00:00:00Z'), fc.integer()),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
  fc
    .oneof(
      resource,
      fc.record({ items: fc.array(resource, { maxLength: 5 }), nextToken: fc.constantFrom(undefined, 't') }),
    )
    .map(written),
  fc.json({ maxDepth: 3 }).map((value) => Buffer.from(value)),
  fc.record({ message: fc.oneof(text, fc.anything({ maxDepth: 1 })), code: text, __type: text }).map(written),
);
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/html', 'application/octet-stream'),
    'x-amzn-errortype': fc.constantFrom('ConflictException', 'Throttling', 'ExpiredToken', '__proto__', 'a:b#c'),
    'retry-after': fc.constantFrom('0', '0.01', '99999', 'soon', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT'),
    'x-amzn-requestid': fc.constantFrom('r', 'x'.repeat(5000)),
    date: fc.constantFrom('never', new Date().toUTCString()),
  },
  { requiredKeys: [] },
);

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}
export const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 408, 409, 413, 429, 500, 503),
  headers,
  body,
});

const id = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double(), fc.object({ maxDepth: 1 }));
const method = fc.oneof(
  fc.constantFrom(
    'ping',
    'initialize',
    'tools/list',
    'notifications/cancelled',
    'notifications/progress',
    'logging/setLevel',
    'prompts/get',
    'resources/read',
    'completion/complete',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
const toolCall = fc.oneof(
  fc.record({ name: fc.constant('create_integration_response'), arguments: createArguments }),
  fc.record({ name: fc.constant('preview_integration_response'), arguments: previewArguments }),
  fc.record({ name: fc.oneof(fc.constantFrom('describe_websocket_api', '__proto__'), text), arguments: member }),
);
const message = fc.oneof(
  fc.record(
    {
      jsonrpc: fc.constantFrom('2.0', '2.0', '1.0', 2),
      id,
      method,
      params: fc.oneof(fc.record({ _meta: fc.anything({ maxDepth: 2 }), requestId: id }), fc.anything({ maxDepth: 3 })),
      result: fc.anything(),
      error: fc.anything(),
    },
    { requiredKeys: [] },
  ),
  fc.record({ jsonrpc: fc.constant('2.0'), id, method: fc.constant('tools/call'), params: toolCall }),
);

/** Lines as they come in on stdin, without their ends. */
export const line: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json({ maxDepth: 4 }).map((value) => Buffer.from(value)),
  { weight: 3, arbitrary: message.map(written) },
);
