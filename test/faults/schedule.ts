// One schedule: creates through a proxy that makes seeded faults, each result held against what the sandbox has.

import { differences } from '../../src/api-gateway/differences.ts';
import type { Gateway } from '../../src/aws/gateway.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import type { Effect } from '../../src/contract/error.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../../src/contract/integration-response.ts';
import type { CallContext } from '../../src/mcp/tool.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createIntegrationResponse } from '../../src/tools/create-integration-response.ts';
import { callContext } from '../support/call-context.ts';
import { type Fault, type FaultProxy, PASS, startFaultProxy } from '../support/fault-proxy.ts';
import { flakyName } from '../support/flaky-names.ts';
import { COLLECTION, SOUND } from '../support/seeded.ts';
import { lateness, loss, pick, REFUSALS, random } from './faults.ts';

const TIMEOUT_SECONDS = 2;
/** A request that is late by more than the looks after a time-out can only be found by a later call. */
const LATEST_MS = TIMEOUT_SECONDS * 1000 + 5500;
/** Longer than anything a create may take; counted in ticks, which a process that is stopped for a while does not miss. */
const HANGS_SECONDS = 60;

/** What a call says: `created`, or its `Error.Effect`. */
export type Said = Effect | 'hangs';

export interface Outcome {
  readonly said: readonly Said[];
  /** Sentences that say how a result lies; empty when all is well. */
  readonly contradictions: readonly string[];
  /** `unknown`, although every read was answered: a lie as well, unless the machine stood still. */
  readonly unfounded: readonly string[];
}

interface Result {
  readonly said: Said;
  readonly id?: string | undefined;
  readonly explanation: string;
}

/** Chooses the fault of a request; `trouble` is how likely one is. */
export function planner(next: () => number, trouble: number, latest: number): (request: { method: string }) => Fault {
  return ({ method }) => {
    if (next() >= trouble) return PASS;
    const kind = next();
    if (kind < 0.3) return pick(next, REFUSALS);
    return kind < 0.4 && method === 'POST' ? lateness(next, latest) : loss(next);
  };
}

export async function runSchedule(seed: number): Promise<Outcome> {
  const next = random(seed);
  const sandbox = await startSandbox();
  const trouble = pick(next, [0.1, 0.3, 0.6]);
  const proxy = await startFaultProxy(sandbox.endpoint, planner(next, trouble, LATEST_MS));
  const name = flakyName(() => next() < trouble / 4);
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: proxy.endpoint.replace('127.0.0.1', name.host),
    region: 'us-east-1',
    sharedFiles: [],
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  const sameKey = next() < 0.5;
  const requests = Array.from({ length: pick(next, [1, 1, 2, 3]) }, (_, index) => ({
    ...SOUND,
    IntegrationResponseKey: sameKey ? '$default' : `/4${index}\\d/`,
    ResponseTemplates: { $default: `{"maker":${index}}` },
  }));
  const whole = next() < 0.3;
  const contradictions: string[] = [];
  const unfounded: string[] = [];
  const results = await Promise.all(
    requests.map(async (request) => {
      const controller = new AbortController();
      const cancel = next() < 0.1 ? setTimeout(() => controller.abort(), next() * 1500) : undefined;
      const result = await orHangs(
        whole
          ? throughTool(
              request,
              callContext(async () => gateway, controller.signal),
            )
          : throughPort(request, gateway, controller.signal),
      );
      clearTimeout(cancel);
      const lies = contradiction(request, result, await stored(sandbox.endpoint));
      if (lies) contradictions.push(`at once: ${lies}`);
      const founded = controller.signal.aborted || readFailed(proxy, request) || name.failures() > 0;
      if (result.said === 'unknown' && !founded) {
        unfounded.push(`unknown, although every read was answered: ${result.explanation}`);
      }
      return result;
    }),
  );
  await proxy.settled();
  const after = await stored(sandbox.endpoint);
  requests.forEach((request, index) => {
    const result = results[index];
    const lies = result && contradiction(request, result, after);
    if (lies) contradictions.push(`in the end: ${lies}`);
    if (repeated(proxy, request)) contradictions.push('a create that may have been carried out was sent again');
  });
  const keys = after.map(({ IntegrationResponseKey: key }) => key);
  if (new Set(keys).size !== keys.length) contradictions.push('two responses have one key');
  await proxy.close();
  await sandbox.close();
  return { said: results.map(({ said }) => said), contradictions, unfounded };
}

async function throughPort(
  request: CreateIntegrationResponseRequest,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<Result> {
  const reply = await gateway.createIntegrationResponse(request, null, { signal });
  return reply.ok
    ? { said: 'created', id: reply.value.IntegrationResponseId, explanation: reply.error?.Explanation ?? '' }
    : { said: reply.error.Effect, explanation: reply.error.Explanation };
}

async function throughTool(request: CreateIntegrationResponseRequest, context: CallContext): Promise<Result> {
  const result = await createIntegrationResponse.run(request, context);
  const effect = result.Status === 'created' ? 'created' : (result.Error?.Effect ?? 'none');
  return { said: effect, id: result.IntegrationResponse?.IntegrationResponseId, explanation: result.Summary };
}

async function orHangs(running: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const hangs = new Promise<Result>((resolve) => {
    let seconds = 0;
    timer = setInterval(() => {
      seconds += 1;
      if (seconds === HANGS_SECONDS) resolve({ said: 'hangs', explanation: '' });
    }, 1000);
  });
  return Promise.race([running, hangs]).finally(() => clearInterval(timer));
}

/** What the sandbox has, asked directly; on a connection of its own, since a later sandbox may have the same port. */
async function stored(endpoint: string): Promise<IntegrationResponse[]> {
  const reply = await fetch(endpoint + COLLECTION, { headers: { connection: 'close' } });
  const { items } = (await reply.json()) as { items: Record<string, unknown>[] };
  return items.map((item) =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name[0]?.toUpperCase() + name.slice(1), value])),
  );
}

/** How the result lies about what is there; every request of a schedule wants something of its own. */
function contradiction(
  request: CreateIntegrationResponseRequest,
  { said, id, explanation }: Result,
  truth: readonly IntegrationResponse[],
): string | undefined {
  const mine = truth.find((response) => differences(response, request).length === 0);
  if (said === 'hangs') return 'no answer at all';
  if (said === 'created' && (!mine || mine.IntegrationResponseId !== id)) return `created, but absent: ${explanation}`;
  if (said === 'none' && mine) return `none, but present: ${explanation}`;
  return undefined;
}

const isCreateOf = ({ ResponseTemplates }: CreateIntegrationResponseRequest, body: string) =>
  body !== '' && JSON.stringify(JSON.parse(body).responseTemplates) === JSON.stringify(ResponseTemplates);

/** Some read of the responses after the create was spoilt, or connections were refused. */
function readFailed({ log }: FaultProxy, request: CreateIntegrationResponseRequest): boolean {
  const sent = log.findIndex(({ method, body }) => method === 'POST' && isCreateOf(request, body));
  return log.some(({ method, fault }, at) => (method === 'GET' && at > sent && fault !== PASS) || fault.down);
}

function repeated({ log }: FaultProxy, request: CreateIntegrationResponseRequest): boolean {
  const sent = log.filter(({ method, body }) => method === 'POST' && isCreateOf(request, body));
  return sent.slice(0, -1).some(({ fault }) => !REFUSALS.includes(fault) && fault.late === undefined);
}
