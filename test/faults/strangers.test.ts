// Arbitrary arguments of callers and arbitrary answers from the wire: every result has the documented shape, and shows
// nothing that cannot be seen.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classify } from '../../src/aws/classify.ts';
import type { Gateway, Reply } from '../../src/aws/gateway.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { CreateResultSchema } from '../../src/contract/create.ts';
import { ErrorSchema } from '../../src/contract/error.ts';
import { createIntegrationResponse } from '../../src/tools/create-integration-response.ts';
import { callContext } from '../support/call-context.ts';
import { MESSAGES, SOUND } from '../support/seeded.ts';
import { type Answer, answers, createArguments, HOSTILE, MAX_RESULT, RUNS, TIMEOUT, text } from './fuzz.ts';

/** Enough for the pauses between repeated reads to cost nothing. */
const AT_ONCE = 400;

const UNKNOWN: Answer = {
  status: 404,
  headers: { 'x-amzn-errortype': 'NotFoundException' },
  body: Buffer.from('{"message":"Invalid API identifier specified"}'),
};
/** By API: each input is an API of its own, so that many can be tried at once. */
const given = new Map<string, Answer>();
let server: Server;
let gateway: Gateway;
beforeAll(async () => {
  server = createServer((req, res) => {
    const { status, headers, body } = given.get(req.url?.split('/')[3] ?? '') ?? UNKNOWN;
    req.resume();
    res.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: 30,
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

test('arguments', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(createArguments, async (args) => {
      const { Status } = await checkedResult(args);
      expect(['invalid', 'valid', 'failed']).toContain(Status);
    }),
    { numRuns: RUNS },
  );
});

const live = { signal: new AbortController().signal };
const READS: readonly ((ApiId: string) => Promise<Reply<unknown>>)[] = [
  (ApiId) => gateway.getApi(ApiId, live),
  (ApiId) => gateway.getIntegration(ApiId, MESSAGES, live),
  (ApiId) => gateway.getIntegrationResponses(ApiId, MESSAGES, live),
  (ApiId) => gateway.getRoutes(ApiId, live),
  (ApiId) => gateway.getStages(ApiId, live),
  (ApiId) => gateway.getDeployments(ApiId, live),
];
/** One of these for each input in turn: creates and whole calls, which take many requests, are few. */
const DOORS: typeof READS = [
  ...[...READS, ...READS, ...READS, ...READS, ...READS],
  (ApiId) => gateway.createIntegrationResponse({ ...SOUND, ApiId }, null, live),
  async (ApiId) => {
    const { Summary, Error: error } = await checkedResult({ ...SOUND, ApiId });
    expect(Summary).not.toMatch(HOSTILE);
    return error ? { ok: false, error } : { ok: true, value: undefined };
  },
];

async function checkAnswer(answer: Answer, count: number): Promise<void> {
  const ApiId = `a${count}`;
  given.set(ApiId, answer);
  const reply = await DOORS[count % DOORS.length]?.(ApiId);
  given.delete(ApiId);
  if (reply?.ok !== false) return;
  ErrorSchema.strict().parse(reply.error);
  expect(reply.error.Message).not.toMatch(HOSTILE);
  expect(reply.error.Explanation).not.toMatch(HOSTILE);
}

const EXAMPLES = [
  '{"message":[9007199254740993]}',
  `{"message":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  '5',
  'null',
];

test('answers', { timeout: TIMEOUT }, async () => {
  const examples = EXAMPLES.flatMap((body) =>
    [200, 400].map((status): Answer => ({ status, headers: {}, body: Buffer.from(body) })),
  );
  const seed = Date.now();
  const throughEveryDoor = examples.flatMap((example) => DOORS.map(() => example));
  const inputs = [...throughEveryDoor, ...fc.sample(answers, { numRuns: RUNS, seed })].entries();
  const work = async () => {
    for (const [count, answer] of inputs) {
      await checkAnswer(answer, count).catch((error) => {
        throw new Error(`seed ${seed}, input ${count}: ${JSON.stringify(answer)}`, { cause: error });
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
});

test('whatever the client throws becomes a failure', { timeout: TIMEOUT }, () => {
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
            $fault: fc.constantFrom('client', undefined),
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
    { numRuns: RUNS * 2 },
  );
});
