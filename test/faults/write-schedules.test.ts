// Every write of the port through random faults: what it says of what it did is held against what the control plane has.
// WRITE_SCHEDULES sets how many schedules run, FAULT_SEED the first seed.
import { expect, test } from 'vitest';
import type { Gateway, WriteReply } from '../../src/aws/gateway.ts';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Fault, PASS, startFaultProxy } from '../support/fault-proxy.ts';
import { CHAT_API, MESSAGES } from '../support/seeded.ts';
import { LATE_REFUSALS, lateness, loss, pick, REFUSALS, REPEATED, random } from './faults.ts';

const SCHEDULES = Number(process.env['WRITE_SCHEDULES'] ?? 64);
const SEED = Number(process.env['FAULT_SEED'] ?? 20_270);
const AT_ONCE = 32;
const TIMEOUT_SECONDS = 2;
/** A request that is late by more than the looks after a time-out can only be found by a later call. */
const LATEST_MS = TIMEOUT_SECONDS * 1000 + 5500;

const options = { signal: new AbortController().signal };
/** Of the seeded API: a route without and one with a route response, and a stage that deploys by hand. */
const SEND_MESSAGE = 'r3s6m1g';
const PING = 'r4p9g2k';
const STAGE = 'production';
const EARLIER = 'n4b7q2';

interface Attempt {
  /** Makes the write ready, asked of the sandbox itself; answers how to send it and whether it is done. */
  readonly ready: (direct: Gateway) => Promise<{
    readonly send: (through: Gateway) => Promise<WriteReply<unknown>>;
    readonly isDone: () => Promise<boolean>;
  }>;
}

const answered = async <T>(reply: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
  const result = await reply;
  if (!result.ok) throw new Error('the sandbox does not answer');
  return result.value;
};

const responses = (direct: Gateway) => answered(direct.getIntegrationResponses(CHAT_API, MESSAGES, options));
const routeResponses = (direct: Gateway, route: string) => answered(direct.getRouteResponses(CHAT_API, route, options));
const ids = { ApiId: CHAT_API, IntegrationId: MESSAGES };

const WRITES: Readonly<Record<string, Attempt>> = {
  createIntegrationResponse: {
    ready: async (direct) => {
      const request = { ...ids, IntegrationResponseKey: '/418/', ResponseTemplates: { $default: '{}' } };
      return {
        send: (through) => through.createIntegrationResponse(request, null, options),
        isDone: async () => (await responses(direct)).some(({ IntegrationResponseKey: key }) => key === '/418/'),
      };
    },
  },
  updateIntegrationResponse: {
    ready: async (direct) => {
      const [before] = await responses(direct);
      const request = {
        ...ids,
        IntegrationResponseId: before?.IntegrationResponseId ?? '',
        ResponseTemplates: { changed: '{}' },
      };
      return {
        send: (through) => through.updateIntegrationResponse(request, before, options),
        isDone: async () => (await responses(direct)).some(({ ResponseTemplates }) => ResponseTemplates?.['changed']),
      };
    },
  },
  deleteIntegrationResponse: {
    ready: async (direct) => {
      const [before] = await responses(direct);
      const id = before?.IntegrationResponseId ?? '';
      return {
        send: (through) => through.deleteIntegrationResponse({ ...ids, IntegrationResponseId: id }, before, options),
        isDone: async () =>
          !(await responses(direct)).some(({ IntegrationResponseId }) => IntegrationResponseId === id),
      };
    },
  },
  createRouteResponse: {
    ready: async (direct) => ({
      send: (through) =>
        through.createRouteResponse(
          { ApiId: CHAT_API, RouteId: SEND_MESSAGE, RouteResponseKey: '$default' },
          null,
          options,
        ),
      isDone: async () => (await routeResponses(direct, SEND_MESSAGE)).length > 0,
    }),
  },
  deleteRouteResponse: {
    ready: async (direct) => {
      const [before] = await routeResponses(direct, PING);
      const request = { ApiId: CHAT_API, RouteId: PING, RouteResponseId: before?.RouteResponseId ?? '' };
      return {
        send: (through) => through.deleteRouteResponse(request, before, options),
        isDone: async () => (await routeResponses(direct, PING)).length === 0,
      };
    },
  },
  createDeployment: {
    ready: async (direct) => {
      const deployments = await answered(direct.getDeployments(CHAT_API, options));
      const before = await answered(direct.getStage(CHAT_API, STAGE, options));
      return {
        send: (through) =>
          through.createDeployment(
            { ApiId: CHAT_API, StageName: STAGE, Description: 'of the test' },
            { deployments },
            options,
          ),
        isDone: async () =>
          (await answered(direct.getStage(CHAT_API, STAGE, options))).DeploymentId !== before.DeploymentId,
      };
    },
  },
  createStage: {
    ready: async (direct) => ({
      send: (through) => through.createStage({ ApiId: CHAT_API, StageName: 'fresh', AutoDeploy: true }, null, options),
      isDone: async () =>
        (await answered(direct.getStages(CHAT_API, options))).some(({ StageName }) => StageName === 'fresh'),
    }),
  },
  updateStage: {
    ready: async (direct) => {
      const made = await answered(
        direct.createDeployment({ ApiId: CHAT_API, StageName: STAGE }, { deployments: [] }, options),
      );
      const before = await answered(direct.getStage(CHAT_API, STAGE, options));
      expect(made.DeploymentId).toBe(before.DeploymentId);
      return {
        send: (through) =>
          through.updateStage({ ApiId: CHAT_API, StageName: STAGE, DeploymentId: EARLIER }, before, options),
        isDone: async () => (await answered(direct.getStage(CHAT_API, STAGE, options))).DeploymentId === EARLIER,
      };
    },
  },
};

function planner(next: () => number, trouble: number): (request: { readonly method: string }) => Fault {
  return ({ method }) => {
    if (next() >= trouble) return PASS;
    const kind = next();
    if (kind < 0.25) return pick(next, REFUSALS);
    if (kind < 0.6 && method !== 'GET')
      return pick(next, [...LATE_REFUSALS, ...(method === 'DELETE' ? [REPEATED] : [])]);
    return kind < 0.7 && method !== 'GET' ? lateness(next, LATEST_MS) : loss(next);
  };
}

interface Outcome {
  readonly said: string;
  readonly lie: string | undefined;
}

async function runSchedule(name: string, { ready }: Attempt, seed: number): Promise<Outcome> {
  const next = random(seed);
  const sandbox = await startSandbox();
  const proxy = await startFaultProxy(sandbox.endpoint, planner(next, pick(next, [0.2, 0.5, 0.8])));
  const connect = (endpoint: string, timeoutSeconds: number) =>
    createSdkGateway({ backend: 'sandbox', endpoint, region: 'us-east-1', sharedFiles: [], timeoutSeconds });
  const { send, isDone } = await ready(connect(sandbox.endpoint, 20));
  const reply = await send(connect(proxy.endpoint, TIMEOUT_SECONDS));
  await proxy.settled();
  const done = await isDone();
  const sent = proxy.log.filter(({ method }) => method !== 'GET');
  await Promise.all([proxy.close(), sandbox.close()]);
  const said = reply.ok ? 'done' : reply.error.Effect;
  const told = reply.ok ? reply.error?.Explanation : reply.error.Explanation;
  const lie =
    (said === 'done' && !done && `${name} done, but it is not: ${told}`) ||
    (said === 'none' && done && `${name} none, but it is done: ${told}`) ||
    (!['done', 'none', 'unknown'].includes(said) && `${name} says ${said}`) ||
    (sent.slice(0, -1).some(({ fault }) => fault.reaches) && `${name} was sent again after it was carried out`);
  return { said, lie: lie ? `seed ${seed}: ${lie} (${sent.map(({ fault }) => fault.name).join(', ')})` : undefined };
}

test('no write contradicts the ground truth, whatever the network does', { timeout: 3_600_000 }, async () => {
  const names = Object.keys(WRITES);
  const said: Record<string, number> = {};
  const lies: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < SCHEDULES) {
      const seed = SEED + next++;
      const name = names[seed % names.length] ?? '';
      const outcome = await runSchedule(name, WRITES[name] as Attempt, seed);
      said[outcome.said] = (said[outcome.said] ?? 0) + 1;
      if (outcome.lie) lies.push(outcome.lie);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.stdout.write(`write schedules: ${SCHEDULES} from seed ${SEED}: ${JSON.stringify(said)}\n`);
  expect(lies).toEqual([]);
  expect(said['done']).toBeGreaterThan(0);
  expect(said['none']).toBeGreaterThan(0);
});
