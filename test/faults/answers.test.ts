// Answers to a create that API Gateway would not give, before and after the request took effect: the result tells which,
// within the time limit, and nothing is sent twice.
import { beforeAll, expect, test } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Fault, PASS, startFaultProxy } from '../support/fault-proxy.ts';
import { SOUND } from '../support/seeded.ts';
import { ODD_ANSWERS } from './odd-answers.ts';

/** One create through a proxy that passes all but the create: what it says, and how often it was sent. */
async function createThrough(fault: Fault) {
  const sandbox = await startSandbox();
  const proxy = await startFaultProxy(sandbox.endpoint, ({ method }) => (method === 'POST' ? fault : PASS));
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: proxy.endpoint,
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: 2,
  });
  const live = { signal: new AbortController().signal };
  await gateway.getApi(SOUND.ApiId, live); // so that the connection is one in use, as it is after the reads of a call
  const reply = await gateway.createIntegrationResponse(SOUND, null, live);
  await proxy.close();
  await sandbox.close();
  return { reply, posts: proxy.log.filter(({ method }) => method === 'POST').length };
}

type Outcome = Awaited<ReturnType<typeof createThrough>>;
const outcomes = new Map<string, { readonly done: Outcome; readonly undone: Outcome }>();
/** All at once: most of the time goes into waiting. */
beforeAll(async () => {
  await Promise.all(
    ODD_ANSWERS.map(async ([name, bytes]) => {
      const [done, undone] = await Promise.all([
        createThrough({ name, reaches: true, reply: { bytes } }),
        createThrough({ name, reaches: false, reply: { bytes } }),
      ]);
      outcomes.set(name, { done, undone });
    }),
  );
}, 60_000);

test.each(ODD_ANSWERS)('%s', (name, _, Type) => {
  const { done, undone } = outcomes.get(name) ?? {};
  expect(done).toMatchObject({ reply: { ok: true, error: { Type, Effect: 'created', Attempts: 1 } }, posts: 1 });
  expect(done?.reply).not.toMatchObject({ value: { IntegrationResponseId: 'abc1234' } });
  expect(undone).toMatchObject({ reply: { ok: false, error: { Type, Effect: 'none', Attempts: 1 } }, posts: 1 });
});
