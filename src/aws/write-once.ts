// One write, once. What certainly was not applied may be sent again; what may have been applied is never repeated blindly:
// what is there now is read, and the truth is told.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect, ErrorData } from '../contract/error.ts';
import type { Failure } from './classify.ts';
import type { Reply, WriteReply } from './gateway.ts';

/** What a read tells of a write whose answer did not come, or was a refusal. */
export type Seen<T> =
  /** What was asked for is there now, and was not before the call. */
  | { readonly kind: 'applied'; readonly value: T }
  | ({ readonly kind: 'not applied' } & Found)
  /** What is there may be this call's doing or not. */
  | ({ readonly kind: 'unclear' } & Found);

/** The resource that stands in the place of what was asked for, compared with it. */
type Found = Pick<ErrorData, 'Existing' | 'Differences'>;

export interface Steps<T> {
  /** Sends the request once. */
  readonly send: () => Promise<{ readonly value: T } | { readonly failure: Failure }>;
  /** Reads what is there now, with the read's own retries. */
  readonly look: () => Promise<Reply<Seen<T>>>;
  /** What the write does when it is applied. */
  readonly effect: Exclude<Effect, 'none' | 'unknown'>;
  /** `lookedFor`: seconds for which a lost write was looked for. */
  readonly explain: (failure: Failure, attempts: number, effect: Effect, lookedFor?: number) => ErrorData;
  /** false: no time is left for waiting that many milliseconds and sending again. */
  readonly maySend: (wait: number) => boolean;
  /** false: no time is left for waiting that many milliseconds and reading again. */
  readonly mayLook: (wait: number) => boolean;
  readonly signal: AbortSignal;
  readonly progress?: (message: string) => void;
}

const MAX_ATTEMPTS = 5;
/** Pauses before each look, in milliseconds: a list may lag behind a write, and what was given up may be under way still. */
const LOOKS = [0, 1000, 2000, 4000];

/** Refusals that a repetition of an applied request gets as well (of a deletion: not found): without a look nothing is known. */
const MAY_COVER: ReadonlySet<string> = new Set(['TooManyRequestsException', 'ConflictException', 'NotFoundException']);

/** Milliseconds before attempt `attempt + 1`: what the service asks for, else exponential with jitter. */
export const backoff = (attempt: number, retryAfterSeconds?: number): number =>
  retryAfterSeconds !== undefined
    ? retryAfterSeconds * 1000
    : Math.min(500 * 2 ** (attempt - 1), 5000) * (0.5 + Math.random() / 2);

/** Resolves after that many milliseconds, or as soon as the signal is raised. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** Does the write, or tells what is there: see `Effect`. Ends when `maySend` and `mayLook` say so. */
export async function writeOnce<T>(steps: Steps<T>): Promise<WriteReply<T>> {
  for (let attempt = 1; ; attempt++) {
    const reply = await steps.send();
    if ('value' in reply) return { ok: true, value: reply.value };
    const { failure } = reply;
    if (failure.type === 'Cancelled') {
      return { ok: false, error: steps.explain(failure, attempt, failure.maybeApplied ? 'unknown' : 'none') };
    }
    if (failure.maybeApplied) return verify(failure, attempt, steps);
    if (failure.httpStatus !== undefined && failure.type !== 'CredentialsError') {
      // The service itself refused. It may have done so to a repetition that somebody on the way made of an applied request.
      const seen = await steps.look();
      if (MAY_COVER.has(failure.type) && (!seen.ok || seen.value.kind === 'unclear')) {
        return verify(failure, attempt, steps);
      }
      if (seen.ok && seen.value.kind === 'applied') return applied(seen.value.value, failure, attempt, steps);
      if (seen.ok && seen.value.kind !== 'applied' && seen.value.Existing && !failure.transient) {
        return { ok: false, error: { ...steps.explain(failure, attempt, 'none'), ...found(seen.value) } };
      }
    }
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

const found = ({ Existing, Differences }: Found): Found => ({
  ...(Existing && { Existing }),
  ...(Differences && { Differences }),
});

const applied = <T>(value: T, failure: Failure, attempts: number, steps: Steps<T>): WriteReply<T> => ({
  ok: true,
  value,
  error: steps.explain(failure, attempts, steps.effect),
});

/** Tells from what is there now whether a request without a readable answer was carried out. */
async function verify<T>(failure: Failure, attempts: number, steps: Steps<T>): Promise<WriteReply<T>> {
  steps.progress?.('The reply was lost; reading what is there now');
  const start = performance.now();
  let last: Seen<T> | undefined;
  for (const wait of LOOKS) {
    if (wait > 0) {
      if (!steps.mayLook(wait)) break;
      await pause(wait, steps.signal);
    }
    const seen = await steps.look();
    last = seen.ok ? seen.value : undefined;
    if (!seen.ok) {
      if (steps.signal.aborted) return { ok: false, error: steps.explain(cancelled(failure), attempts, 'unknown') };
      if (!seen.error.Retryable) break;
      continue;
    }
    if (seen.value.kind === 'applied') return applied(seen.value.value, failure, attempts, steps);
    // Nobody can tell, nor will; or another's resource stands in its place, so ours was not applied, and will not be.
    if (seen.value.kind === 'unclear' || seen.value.Existing) break;
  }
  const effect: Effect = last?.kind === 'not applied' ? 'none' : 'unknown';
  const seconds = Math.round((performance.now() - start) / 1000);
  const error = steps.explain(failure, attempts, effect, seconds);
  if (!last || last.kind === 'applied' || !last.Existing) return { ok: false, error };
  return { ok: false, error: { ...error, Retryable: false, ...found(last) } };
}
