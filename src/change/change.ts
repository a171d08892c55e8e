// The one way of every write: judge what is given, read what is there, judge the resulting state, send once, tell the outcome.
import type { CallOptions, Gateway, WriteReply } from '../aws/gateway.ts';
import type { ChangeResult } from '../contract/change.ts';
import type { Checks } from '../contract/checks.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import type { Selection } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { blocking } from '../dry-run/dry-run.ts';
import type { Failure } from '../live/snapshot.ts';
import { count } from '../text/count.ts';
import { judgeIds } from './judge-ids.ts';
import { nextStep, type Place, type Step } from './step.ts';

/** Status of a call that wrote, and what the call is named in a sentence. */
const NOUNS = { created: 'create', updated: 'update', deleted: 'deletion', deployed: 'deployment' } as const;
export type Done = keyof typeof NOUNS;

/** What was read before the write. */
export interface State {
  readonly failures: readonly Failure[];
}

/** What the rules found, and the value once it is written. */
export interface Told<Value> {
  readonly findings: readonly Finding[];
  readonly written?: { readonly value: Value } | undefined;
}

/** A kind of write. `Members` are the members of its result that other kinds do not have. */
export interface Change<Args, Known extends State, Value, Kind extends Done, Members> {
  readonly done: Kind;
  /** All findings; without `state` those of the arguments alone. */
  readonly judge: (args: Partial<Args>, state?: Known) => Finding[];
  /** What a refusal needs. */
  readonly read: (gateway: Gateway, args: Args, options: CallOptions) => Promise<Known>;
  /** What only warnings and next steps need: read while the write is under way. */
  readonly readMore: (gateway: Gateway, args: Args, state: Known, options: CallOptions) => Promise<Known>;
  readonly send: (gateway: Gateway, args: Args, state: Known, options: CallOptions) => Promise<WriteReply<Value>>;
  readonly checks: (state: Known) => Checks;
  /** What the control plane would say to a call that is not sent, where that is seen before. */
  readonly foreseen: (args: Args, state: Known) => ErrorData | undefined;
  /** What was done, as a sentence. */
  readonly tell: (args: Args, value: Value) => string;
  /** What is needed in the resulting state, and once it is written the undo. */
  readonly steps: (args: Args, state: Known, told: Told<Value>) => readonly Step[];
  readonly members: (args: Args, state: Known, told: Told<Value>) => Members;
}

/** What a caller asks for, and what it may use. */
export interface Call<Args, Known> {
  /** As the `judge` of the change. */
  readonly judge: (args: Partial<Args>, state?: Known) => Promise<Finding[]>;
  /** The members that have the right shape. */
  readonly args: Partial<Args>;
  /** What is wrong with the shape of others, or forbidden by the operator. */
  readonly wrong: readonly Finding[];
  readonly dry: boolean;
  readonly readOnly: boolean;
  /** Codes of the findings the caller allows. */
  readonly allowed: readonly string[];
  readonly selection: Selection;
  readonly offers: Place['offers'];
  readonly connect: (selection: Selection) => Promise<Gateway>;
  /** What is known of the target without connecting. */
  readonly target: Target;
  readonly options: CallOptions;
}

export type Outcome<Kind extends Done, Members> = ChangeResult &
  Members & { readonly Status: Kind | 'valid' | 'invalid' | 'failed' };

/** Errors of the reads after which the write would fail alike, or hang as long again. */
const HOPELESS: ReadonlySet<string> = new Set([
  'CredentialsError',
  'RegionError',
  'NetworkError',
  'TimeoutError',
  'Cancelled',
  'InternalError',
]);

/** Nothing is read, let alone written, where the arguments lead nowhere: `Members` are all optional. */
export async function makeChange<
  Args extends object,
  Known extends State,
  Value,
  Kind extends Done,
  Members extends object,
>(kind: Change<Args, Known, Value, Kind, Members>, call: Call<Args, Known>): Promise<Outcome<Kind, Partial<Members>>> {
  const { wrong, dry, readOnly, allowed, selection, offers, options } = call;
  if (wrong.length > 0 || judgeIds(call.args).length > 0) {
    return unread(kind, call, [...wrong, ...(await call.judge(call.args))]);
  }
  const args = call.args as Args; // nothing is wrong with the shape of any member
  const gateway = await call.connect(selection);
  const before = await kind.read(gateway, args, options);
  const seen = await call.judge(args, before);
  const isStopped = blocking(seen, allowed).length > 0;
  const hopeless = before.failures.find(({ error }) => HOPELESS.has(error.Type))?.error;
  const isSent = !hopeless && !isStopped && !dry && !readOnly;
  const [state, reply] = await Promise.all([
    hopeless ? before : kind.readMore(gateway, args, before, options),
    isSent ? kind.send(gateway, args, before, options) : undefined,
  ]);
  // What was written is told whatever comes of judging it once more.
  const findings = state === before ? seen : await call.judge(args, state).catch(() => seen);
  const told: Told<Value> = { findings, ...(reply?.ok && { written: { value: reply.value } }) };
  const place: Place = { target: await gateway.target(), selection, offers };
  const NextSteps = kind.steps(args, state, told).flatMap((step) => nextStep(step, place));
  const common = {
    ...kind.members(args, state, told),
    Findings: findings,
    Checks: kind.checks(state),
    NextSteps,
    Target: place.target,
  };
  if (reply?.ok) {
    const Summary = [
      kind.tell(args, reply.value),
      ...(reply.error ? ['The reply was lost; a read found it done.'] : []),
      ...(findings.length > 0 ? [`There are findings (${count(findings)}${inSpiteOf(findings, allowed)}).`] : []),
      ...(NextSteps.some((step) => step.Kind === 'needed') ? ['See NextSteps.'] : []),
    ].join(' ');
    return { ...common, Status: kind.done, Summary, ...(reply.error && { Error: reply.error }) };
  }
  const isUseless = hopeless && !isStopped && (!(dry || readOnly) || hopeless.Type === 'Cancelled');
  const error = reply?.error ?? (isUseless ? hopeless : undefined);
  if (error) return { ...common, Status: 'failed', Summary: failure(kind.done, error), Error: error };
  const foreseen = kind.foreseen(args, state);
  return {
    ...common,
    ...verdict(kind.done, findings, allowed, readOnly && !dry),
    ...(foreseen && { Error: foreseen }),
  };
}

/** Words for each `Effect` of a failed call. */
const failure = (done: Done, { Effect, Type, Explanation }: ErrorData): string => {
  const effect =
    Effect === 'none'
      ? `Nothing was ${done}`
      : Effect === 'unknown'
        ? `Whether it was ${done} is unknown`
        : `It was ${Effect}`;
  return `${effect}: ${Type}. ${Explanation}`;
};

/** Status and summary of a call that sent nothing that writes. */
function verdict(done: Done, findings: readonly Finding[], allowed: readonly string[], isReadOnly: boolean) {
  const [first] = blocking(findings, allowed);
  const said = first
    ? `Nothing was ${done}: ${count(findings)}. First: ${first.Message} ${first.Fix}`
    : `Nothing was ${done}; a ${NOUNS[done]} would be sent as it is (${count(findings)}${inSpiteOf(findings, allowed)}).`;
  return {
    Status: first ? ('invalid' as const) : ('valid' as const),
    Summary: isReadOnly ? `${said} This server is read-only: it writes nothing.` : said,
  };
}

function unread<Args, Known extends State, Value, Kind extends Done, Members>(
  kind: Change<Args, Known, Value, Kind, Members>,
  { allowed, target }: Call<Args, Known>,
  findings: Finding[],
): Outcome<Kind, Partial<Members>> {
  return {
    ...verdict(kind.done, findings, allowed, false),
    Findings: findings,
    Checks: { Live: 'skipped', Reason: 'Nothing is read before the arguments are right.' },
    NextSteps: [],
    Target: target,
  } as unknown as Outcome<Kind, Partial<Members>>; // none of the kind's own members
}

function inSpiteOf(findings: readonly Finding[], allowed: readonly string[]): string {
  const codes = findings.flatMap(({ Code, Severity }) =>
    Severity === 'error' && allowed.includes(Code) ? [Code] : [],
  );
  return codes.length > 0 ? `, in spite of ${codes.join(', ')}` : '';
}
