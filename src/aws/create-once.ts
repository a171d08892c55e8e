// One create, once. What certainly was not applied may be sent again; what may have been applied is never repeated:
// the integration's responses are read, and the truth is told.
import { setTimeout as sleep } from 'node:timers/promises';
import { compared, differences } from '../api-gateway/differences.ts';
import type { Effect, ErrorData } from '../contract/error.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import { quote } from '../text/quote.ts';
import type { Failure } from './classify.ts';
import type { CreateReply, Reply } from './gateway.ts';

export interface Steps {
  /** Sends the request once. */
  readonly send: () => Promise<{ readonly value: IntegrationResponse } | { readonly failure: Failure }>;
  /** Reads the integration's responses, with the read's own retries. */
  readonly list: () => Promise<Reply<IntegrationResponse[]>>;
  readonly explain: (failure: Failure, attempts: number, effect: Effect) => ErrorData;
  /** false: no time is left for waiting that many milliseconds and sending again. */
  readonly maySend: (wait: number) => boolean;
  /** false: no time is left for waiting that many milliseconds and reading again. */
  readonly mayLook: (wait: number) => boolean;
  readonly signal: AbortSignal;
  readonly progress?: (message: string) => void;
}

const MAX_ATTEMPTS = 5;
/**
 * Pauses before each look, in milliseconds: a list may lag behind a write. A request that was answered, or cut off, is
 * done with soon; one that was only given up may be under way still.
 */
const LOOKS = [0, 1000, 2000];
const LOOKS_AFTER_TIMEOUT = [0, 1000, 2000, 4000];

/** Milliseconds before attempt `attempt + 1`: what the service asks for, else exponential with jitter. */
export const backoff = (attempt: number, retryAfterSeconds?: number): number =>
  retryAfterSeconds !== undefined
    ? retryAfterSeconds * 1000
    : Math.min(500 * 2 ** (attempt - 1), 5000) * (0.5 + Math.random() / 2);

/** Resolves after that many milliseconds, or as soon as the signal is raised. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** Creates the integration response, or tells whether it exists: see `Effect`. Ends when `maySend` and `mayLook` say so. */
export async function createOnce(request: CreateIntegrationResponseRequest, steps: Steps): Promise<CreateReply> {
  for (let attempt = 1; ; attempt++) {
    const reply = await steps.send();
    if ('value' in reply) return { ok: true, value: reply.value };
    const { failure } = reply;
    if (failure.type === 'Cancelled') {
      return { ok: false, error: steps.explain(failure, attempt, failure.maybeApplied ? 'unknown' : 'none') };
    }
    if (failure.maybeApplied) return verify(request, failure, attempt, steps);
    if (failure.type === 'ConflictException' && !failure.transient) return conflict(request, failure, attempt, steps);
    const wait = backoff(attempt, failure.retryAfterSeconds);
    if (!failure.transient || attempt === MAX_ATTEMPTS || !steps.maySend(wait)) {
      return { ok: false, error: steps.explain(failure, attempt, 'none') };
    }
    steps.progress?.(`${failure.type}: attempt ${attempt + 1} of ${MAX_ATTEMPTS} in ${Math.ceil(wait / 1000)} s`);
    await pause(wait, steps.signal);
    if (steps.signal.aborted) return { ok: false, error: steps.explain(cancelled(failure), attempt, 'none') };
  }
}

const cancelled = (failure: Failure): Failure => ({ ...failure, type: 'Cancelled', transient: false });

const withKey = (responses: readonly IntegrationResponse[], key: string) =>
  responses.find((response) => response.IntegrationResponseKey === key);

/** Tells from the integration's responses whether a request without a readable answer was carried out. */
async function verify(
  request: CreateIntegrationResponseRequest,
  failure: Failure,
  attempts: number,
  steps: Steps,
): Promise<CreateReply> {
  steps.progress?.('The reply was lost; reading what exists now');
  /** The last look could see. */
  let seen = false;
  for (const [look, wait] of (failure.type === 'TimeoutError' ? LOOKS_AFTER_TIMEOUT : LOOKS).entries()) {
    if (look > 0) {
      if (!steps.mayLook(wait)) break;
      await pause(wait, steps.signal);
    }
    const listed = await steps.list();
    seen = listed.ok;
    if (!listed.ok) {
      if (steps.signal.aborted) return { ok: false, error: steps.explain(cancelled(failure), attempts, 'unknown') };
      if (!listed.error.Retryable) break;
      continue;
    }
    const existing = withKey(listed.value, request.IntegrationResponseKey);
    if (!existing) continue;
    if (differences(existing, request).length === 0) {
      return { ok: true, value: existing, error: steps.explain(failure, attempts, 'created') };
    }
    // Keys are unique: this one was made by somebody else, so ours was not, and will not be.
    return { ok: false, error: taken(steps.explain(failure, attempts, 'none'), existing, request) };
  }
  return { ok: false, error: steps.explain(failure, attempts, seen ? 'none' : 'unknown') };
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
  return { ok: false, error: existing ? taken(error, existing, request) : error };
}

/** The error with the response that holds the key; repeating the create cannot help then. */
function taken(error: ErrorData, existing: IntegrationResponse, request: CreateIntegrationResponseRequest): ErrorData {
  const { IntegrationResponseId = '' } = existing;
  return {
    ...error,
    Retryable: false,
    Explanation:
      `${error.Explanation} The key is held by integration response ${quote(IntegrationResponseId)}: change that one ` +
      'with UpdateIntegrationResponse, or choose another key.',
    ...compared(existing, request),
  };
}
