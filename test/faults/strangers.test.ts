// Arbitrary arguments of callers and arbitrary answers from the wire: every result has the documented shape.
// FUZZ_RUNS sets how many inputs are tried.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classify } from '../../src/aws/classify.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { CreateResultSchema } from '../../src/contract/create.ts';
import { ErrorSchema } from '../../src/contract/error.ts';
import { createIntegrationResponse } from '../../src/tools/create-integration-response.ts';
import { SOUND } from '../support/seeded.ts';
import { callContext } from './call-context.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);
/** The longest line a client of the MCP SDK reads is 10 MiB, and a result is in it twice. */
const MAX_RESULT = 2_000_000;
const HOSTILE = /\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/u;

let answer: { status: number; headers: Record<string, string>; body: Buffer };
let server: Server;
let gateway: ReturnType<typeof createSdkGateway>;
beforeAll(async () => {
  server = createServer((req, res) => {
    req.resume();
    res.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: 5,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function checkedResult(args: unknown) {
  const result = await createIntegrationResponse.run(
    args,
    callContext(async () => gateway),
  );
  CreateResultSchema.strict().parse(result);
  expect(JSON.stringify(result).length).toBeLessThan(MAX_RESULT);
  return result;
}

const member = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 50 }), fc.anything({ maxDepth: 2 }));
const almost = fc.record(
  {
    ApiId: fc.oneof(fc.constantFrom('', '..', 'a b', '__proto__'), member),
    IntegrationId: member,
    IntegrationResponseKey: fc.oneof(fc.constantFrom('$default', '/4\\d\\d/', '/(/'), member),
    ContentHandlingStrategy: member,
    ResponseParameters: fc.oneof(fc.dictionary(fc.string(), member), member),
    ResponseTemplates: fc.oneof(fc.dictionary(fc.string(), member), member),
    TemplateSelectionExpression: member,
    DryRun: member,
    AllowFindings: member,
    __proto__: member,
  },
  { requiredKeys: [] },
);

test('arguments', { timeout: 3_600_000 }, async () => {
  answer = { status: 404, headers: { 'x-amzn-errortype': 'NotFoundException' }, body: Buffer.from('{"message":"no"}') };
  await fc.assert(
    fc.asyncProperty(fc.oneof(almost, almost, fc.anything()), async (args) => {
      const { Status } = await checkedResult(args);
      expect(['invalid', 'valid', 'failed']).toContain(Status);
    }),
    { numRuns: RUNS },
  );
});

const text = fc.string({ unit: 'binary', maxLength: 40 });
const written = (value: unknown) =>
  Buffer.from(JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member)) ?? '');
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
  fc.oneof(resource, fc.record({ items: fc.array(resource, { maxLength: 5 }) })).map(written),
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

test('answers that end the call at once', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(400, 401, 403, 404, 409, 413), headers, body, async (status, head, bytes) => {
      answer = {
        status,
        headers: { ...head, ...(head['x-amzn-errortype'] === 'Throttling' && { 'retry-after': '99999' }) },
        body: bytes,
      };
      const { Summary, Error: error } = await checkedResult(SOUND);
      expect(Summary).not.toMatch(HOSTILE);
      expect(error?.Message ?? '').not.toMatch(HOSTILE);
      expect(error?.Explanation ?? '').not.toMatch(HOSTILE);
    }),
    {
      numRuns: Math.ceil(RUNS / 10),
      examples: [
        [400, {}, Buffer.from('{"message":[9007199254740993]}')],
        [400, {}, Buffer.from(`{"message":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)],
      ],
    },
  );
});

test('answers of status 200', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(body, headers, async (bytes, head) => {
      answer = { status: 200, headers: head, body: bytes };
      const options = { signal: new AbortController().signal };
      await Promise.all([
        checkedResult({ ...SOUND, DryRun: true }),
        gateway.getApis(options),
        gateway.getStages('a', options),
      ]);
    }),
    { numRuns: Math.ceil(RUNS / 200) },
  );
});

test('whatever the client throws becomes a failure', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record(
          {
            name: fc.anything(),
            message: fc.oneof(text, fc.anything()),
            code: fc.oneof(fc.constantFrom('ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'CERT_HAS_EXPIRED'), fc.anything()),
            syscall: fc.constantFrom('connect', 'read', undefined),
            errors: fc.array(fc.anything()),
            $metadata: fc.record({
              httpStatusCode: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constant(undefined)),
            }),
          },
          { requiredKeys: [] },
        ),
      ),
      fc.boolean(),
      (thrown, cancelled) => {
        const failure = classify(thrown, cancelled);
        ErrorSchema.shape.Type.parse(failure.type);
        expect(failure.message).not.toMatch(HOSTILE);
        expect(failure.message.length).toBeLessThan(5000);
      },
    ),
    { numRuns: RUNS * 10 },
  );
});
