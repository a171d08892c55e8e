// What is told of a write whose answer hides what became of it, for what was known before the call.
import { expect, test } from 'vitest';
import type { Before } from '../../src/aws/gateway.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import type { IntegrationResponse } from '../../src/contract/integration-response.ts';
import { startEdge } from '../support/edge.ts';
import { type Fault, PASS, startFaultProxy } from '../support/fault-proxy.ts';
import { CHAT_API, MESSAGES, SOUND } from '../support/seeded.ts';

const options = { signal: new AbortController().signal };
const connectTo = (endpoint: string) =>
  createSdkGateway({ backend: 'sandbox', endpoint, region: 'us-east-1', sharedFiles: [], timeoutSeconds: 2 });

const refusal = (status: number, type: string | undefined): Fault => ({
  name: `done, then ${status}`,
  reaches: true,
  reply: {
    bytes: `HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\n${type ? `x-amzn-errortype: ${type}\r\n` : ''}content-length: 15\r\n\r\n{"message":"x"}`,
  },
});

/** A control plane that carries every write out and answers with the fault; `sent` are the writes. */
async function startWith(fault: Fault) {
  const { sandbox } = await startEdge();
  const proxy = await startFaultProxy(sandbox.endpoint, ({ method }) => (method === 'GET' ? PASS : fault));
  const sent = () => proxy.log.filter(({ method }) => method !== 'GET').length;
  return { direct: connectTo(sandbox.endpoint), through: connectTo(proxy.endpoint), sent, close: proxy.close };
}

const REFUSED = [
  ['throttled', refusal(429, 'TooManyRequestsException')],
  ['in conflict', refusal(409, 'ConflictException')],
  ['unauthorized by somebody on the way', refusal(401, undefined)],
] as const;

test.each(REFUSED)('done and %s: this call made it, and sent it once', async (_, fault) => {
  const { through, sent, close } = await startWith(fault);
  // Accepted credentials are read anew when they are refused; that must not send a write again.
  expect(await through.getApi(CHAT_API, options)).toMatchObject({ ok: true });
  expect(await through.createIntegrationResponse(SOUND, null, options)).toMatchObject({
    ok: true,
    error: { Effect: 'created', Attempts: 1 },
  });
  expect(sent()).toBe(1);
  await close();
});

test.each(REFUSED)('done and %s, with nothing known of before: unknown, with what is there', async (_, fault) => {
  const { through, sent, close } = await startWith(fault);
  expect(await through.createIntegrationResponse(SOUND, undefined, options)).toMatchObject({
    ok: false,
    error: { Effect: 'unknown', Retryable: false, Existing: { IntegrationResponseKey: '$default' } },
  });
  expect(sent()).toBe(1);
  await close();
});

const first = async (gateway: ReturnType<typeof connectTo>) => {
  const list = await gateway.getIntegrationResponses(CHAT_API, MESSAGES, options);
  const [response] = list.ok ? list.value : [];
  if (!response) throw new Error('the sandbox has no response');
  return response as IntegrationResponse & { readonly IntegrationResponseId: string };
};

test('a deletion that somebody on the way sends twice is done', async () => {
  const { direct, through, close } = await startWith(refusal(404, 'NotFoundException'));
  const before = await first(direct);
  const ids = { ApiId: CHAT_API, IntegrationId: MESSAGES, IntegrationResponseId: before.IntegrationResponseId };
  expect(await through.deleteIntegrationResponse(ids, before, options)).toMatchObject({
    ok: true,
    error: { Effect: 'deleted' },
  });
  await close();
});

test.each([
  ['was gone before', null, 'none'],
  ['was not seen before', undefined, 'unknown'],
] as const)(
  'a deletion of what %s is never said to be done',
  async (_, before: Before<IntegrationResponse>, effect) => {
    const { through, close } = await startWith(refusal(404, 'NotFoundException'));
    const ids = { ApiId: CHAT_API, IntegrationId: MESSAGES, IntegrationResponseId: 'gone' };
    expect(await through.deleteIntegrationResponse(ids, before, options)).toMatchObject({
      ok: false,
      error: { Effect: effect },
    });
    await close();
  },
);

test.each([
  ['200', 'HTTP/1.1 200 X\r\ncontent-length: 2\r\n\r\n{}'],
  ['204 without a request id', 'HTTP/1.1 204 X\r\n\r\n'],
])('a deletion to which somebody on the way says %s is not done for that', async (_, bytes) => {
  const { direct, through, close } = await startWith({ name: 'not done', reaches: false, reply: { bytes } });
  const before = await first(direct);
  const ids = { ApiId: CHAT_API, IntegrationId: MESSAGES, IntegrationResponseId: before.IntegrationResponseId };
  expect(await through.deleteIntegrationResponse(ids, before, options)).toMatchObject({
    ok: false,
    error: { Type: 'ServiceError', Effect: 'none' },
  });
  await close();
});

test('an answer with the id of another resource is none', async () => {
  const { direct } = await startWith(PASS);
  const { IntegrationResponseId } = await first(direct);
  const { endpoint } = await startEdge((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end('{"integrationResponseId":"another","integrationResponseKey":"$default"}');
    return true;
  });
  const reply = await connectTo(endpoint).getIntegrationResponse(CHAT_API, MESSAGES, IntegrationResponseId, options);
  expect(reply).toMatchObject({ ok: false, error: { Type: 'ServiceError' } });
});

test('a change that changes nothing has no effect when its answer is lost', async () => {
  const { direct, through, close } = await startWith({ name: 'reset', reaches: true, reply: 'reset' });
  const before = await first(direct);
  const { IntegrationResponseId, IntegrationResponseKey } = before;
  const request = {
    ApiId: CHAT_API,
    IntegrationId: MESSAGES,
    IntegrationResponseId,
    ...(IntegrationResponseKey && { IntegrationResponseKey }),
  };
  expect(await through.updateIntegrationResponse(request, before, options)).toMatchObject({
    ok: false,
    error: { Effect: 'none', Existing: { IntegrationResponseId } },
  });
  await close();
});

test('a stage that runs the deployment already is not said to be deployed', async () => {
  const { direct, through, close } = await startWith({ name: 'reset', reaches: true, reply: 'reset' });
  const stage = await direct.getStage(CHAT_API, 'production', options);
  if (!stage.ok) throw new Error('the sandbox has no such stage');
  const request = { ApiId: CHAT_API, StageName: 'production', DeploymentId: stage.value.DeploymentId ?? '' };
  expect(await through.updateStage(request, stage.value, options)).toMatchObject({
    ok: false,
    error: { Effect: 'none', Existing: { StageName: 'production' } },
  });
  await close();
});
