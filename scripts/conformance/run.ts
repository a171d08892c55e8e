// Runs experiments one after the other, and compares what comes with what is predicted.
import { isDeepStrictEqual } from 'node:util';
import type { Call, Experiment, Prediction, Talk } from './experiment.ts';
import { redact } from './redact.ts';
import { converse, type Heard, type Patience } from './talk.ts';
import type { Answer, Send } from './wire.ts';
import { type Ids, idOf } from './world.ts';

/** agrees: as predicted. differs: not so. new: nothing was predicted. */
export type Verdict = 'agrees' | 'differs' | 'new';

export interface StepResult {
  readonly request: string;
  readonly body?: unknown;
  readonly answer: unknown;
  readonly predicted?: unknown;
  readonly verdict: Verdict;
}

export interface ExperimentResult {
  readonly id: string;
  readonly title: string;
  readonly settles: readonly string[];
  readonly verdict: Verdict;
  readonly steps: readonly StepResult[];
}

export interface Surroundings {
  readonly send: Send;
  readonly ids: Ids;
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

export async function runExperiment(experiment: Experiment, surroundings: Surroundings): Promise<ExperimentResult> {
  const { id, title, settles, steps } = experiment;
  const own = { ...surroundings, ids: new Map(surroundings.ids) };
  const results: StepResult[] = [];
  for (const step of steps) results.push(step.kind === 'call' ? await runCall(step, own) : await runTalk(step, own));
  return { id, title, settles, verdict: worst(results.map(({ verdict }) => verdict)), steps: results };
}

async function runCall(
  { send: request, body, keep, predict }: Call,
  { send, ids, signal }: Surroundings,
): Promise<StepResult> {
  const answer = await send(filled(request, ids), filled(body, ids), signal);
  if (keep !== undefined && answer.status < 300) keepIds(keep, answer, ids);
  const seen = redact(answer, ids) as Answer;
  const predicted = redact(predict, ids) as Prediction | undefined;
  return {
    request,
    ...(body !== undefined && { body }),
    answer: seen,
    ...(predicted && { predicted }),
    verdict: predicted === undefined ? 'new' : agrees(predicted, seen) ? 'agrees' : 'differs',
  };
}

/** The id of what was made, and of an API the address of its stages. */
function keepIds(name: string, answer: Answer, ids: Ids): void {
  ids.set(name, idOf(answer));
  const { apiEndpoint } = answer.body as { readonly apiEndpoint?: string };
  if (apiEndpoint !== undefined) ids.set('endpoint', apiEndpoint);
}

async function runTalk({ message, predict }: Talk, { ids, patience, signal }: Surroundings): Promise<StepResult> {
  const url = `${ids.get('endpoint')}/test`;
  const heard = await converse(url, message, predict.frames?.length ?? 0, patience, signal);
  const answer = redact(heard, ids) as Heard;
  const { handshake, frames } = predict;
  const isSame = answer.handshake === handshake && (frames === undefined || isDeepStrictEqual(answer.frames, frames));
  return {
    request: message === undefined ? 'connect to test' : `send ${message}`,
    answer,
    predicted: predict,
    verdict: isSame ? 'agrees' : 'differs',
  };
}

/** The text or value with ids in the place of their names. */
function filled<T>(value: T, ids: Ids): T {
  if (value === undefined) return value;
  const text = JSON.stringify(value).replace(/\{(\w+)\}/g, (whole, name: string) => ids.get(name) ?? whole);
  return JSON.parse(text);
}

function agrees({ status, type, message, body = {} }: Prediction, answer: Answer): boolean {
  const seen = (answer.body ?? {}) as Readonly<Record<string, unknown>>;
  return (
    answer.status === status &&
    (type === undefined || answer.type === type) &&
    (message === undefined || seen['message'] === message) &&
    Object.entries(body).every(([name, value]) =>
      name === 'items'
        ? (seen['items'] as unknown[] | undefined)?.length === value
        : isDeepStrictEqual(seen[name], value),
    )
  );
}

const worst = (verdicts: readonly Verdict[]): Verdict =>
  (['differs', 'new'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'agrees';
