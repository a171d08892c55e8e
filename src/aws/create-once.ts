// One create, once. What certainly was not applied may be sent again; what may have been applied is never repeated:
// the integration's responses are read, and the truth is told.
import { setTimeout as sleep } from 'node:timers/promises';
import { differences } from '../contract/differences.ts';
import type { Effect, ErrorData } from '../contract/error.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import { type Failure, isConcurrentModification } from './classify.ts';
import type { CreateReply, Reply } from './gateway.ts';

export interface Steps {
  /** Sends the request once. */
  readonly send: (attempt: number) => Promise<{ readonly value: IntegrationResponse } | { readonly failure: Failure }>;
  /** Reads the integration's responses, with the read's own retries. */
  readonly list: () => Promise<Reply<IntegrationResponse[]>>;
  readonly explain: (failure: Failure, attempts: number, effect: Effect) => ErrorData;
  /** false: no time is left for waiting that long and sending again. */
  readonly mayWait: (milliseconds: number) => boolean;
  readonly signal: AbortSignal;
  readonly progress?: (message: string) => void;
}

const MAX_ATTEMPTS = 5;
/** A request cut off in flight may still be carried out; a second look after this pause catches most of those. */
const SECOND_LOOK_MS = 1000;

/** Milliseconds before attempt `attempt + 1`: what the service asks for, else exponential with jitter. */
export const backoff = (attempt: number, retryAfterSeconds?: number): number =>
  retryAfterSeconds !== undefined
    ? retryAfterSeconds * 1000
    : Math.min(500 * 2 ** (attempt - 1), 5000) * (0.5 + Math.random() / 2);

export async function createOnce(request: CreateIntegrationResponseRequest, steps: Steps): Promise<CreateReply> {
  for (let attempt = 1; ; attempt++) {
    const reply = await steps.send(attempt);
    if ('value' in reply) return { ok: true, value: reply.value };
    const { failure } = reply;
    if (failure.type === 'Cancelled') return { ok: false, error: steps.explain(failure, attempt, 'unknown') };
    if (failure.maybeApplied) return verify(request, failure, attempt, steps);
    if (failure.type === 'ConflictException' && !isConcurrentModification(failure.message)) {
      return conflict(request, failure, attempt, steps);
    }
    const wait = backoff(attempt, failure.retryAfterSeconds);
    if (!failure.transient || attempt === MAX_ATTEMPTS || !steps.mayWait(wait)) {
      return { ok: false, error: steps.explain(failure, attempt, 'none') };
    }
    steps.progress?.(`${failure.type}: attempt ${attempt + 1} of ${MAX_ATTEMPTS} in ${Math.ceil(wait / 1000)} s`);
    await sleep(wait, undefined, { signal: steps.signal }).catch(() => undefined);
    if (steps.signal.aborted) {
      return { ok: false, error: steps.explain({ ...failure, type: 'Cancelled', transient: false }, attempt, 'none') };
    }
  }
}

const withKey = (responses: readonly IntegrationResponse[], key: string) =>
  responses.find((response) => response.IntegrationResponseKey === key);

async function verify(
  request: CreateIntegrationResponseRequest,
  failure: Failure,
  attempts: number,
  steps: Steps,
): Promise<CreateReply> {
  steps.progress?.('The reply was lost; reading what exists now');
  for (let look = 1; look <= 2; look++) {
    const listed = await steps.list();
    if (!listed.ok) return { ok: false, error: steps.explain(failure, attempts, 'unknown') };
    const existing = withKey(listed.value, request.IntegrationResponseKey);
    if (existing) {
      const Differences = differences(existing, request);
      if (Differences.length === 0) {
        return { ok: true, value: existing, error: steps.explain(failure, attempts, 'created') };
      }
      // Keys are unique: this one was made by somebody else, so ours was not.
      return { ok: false, error: { ...steps.explain(failure, attempts, 'none'), Existing: existing, Differences } };
    }
    if (look === 1) await sleep(SECOND_LOOK_MS, undefined, { signal: steps.signal }).catch(() => undefined);
  }
  return { ok: false, error: steps.explain(failure, attempts, 'none') };
}

async function conflict(
  request: CreateIntegrationResponseRequest,
  failure: Failure,
  attempts: number,
  steps: Steps,
): Promise<CreateReply> {
  const error = steps.explain(failure, attempts, 'none');
  const listed = await steps.list();
  const existing = listed.ok ? withKey(listed.value, request.IntegrationResponseKey) : undefined;
  if (!existing) return { ok: false, error };
  return { ok: false, error: { ...error, Existing: existing, Differences: differences(existing, request) } };
}
