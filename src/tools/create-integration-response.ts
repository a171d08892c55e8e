// The main tool: arguments -> request -> dry-run report -> AWS reply -> outcome.

import { compared } from '../api-gateway/differences.ts';
import { parseArguments } from '../arguments/parse-arguments.ts';
import type { Before, CallOptions, WriteReply } from '../aws/gateway.ts';
import { exportAs } from '../change/export-as.ts';
import { nextSteps } from '../change/next-steps.ts';
import { nextStep, type Place } from '../change/step.ts';
import { CreateArgumentsSchema, type CreateResult, CreateResultSchema } from '../contract/create.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import type { NextStep } from '../contract/next-step.ts';
import { selectionOf } from '../contract/selection.ts';
import { blocking, dryRun, judgeIds } from '../dry-run/dry-run.ts';
import { createSubject, type Subject, withLive } from '../dry-run/subject.ts';
import { checksOf } from '../live/checks.ts';
import { readLive, readRouteResponses } from '../live/read-live.ts';
import { EMPTY_SNAPSHOT } from '../live/snapshot.ts';
import { apiLimit, selectionLimits } from '../mcp/operator-limits.ts';
import { type CallContext, count, defineTool } from '../mcp/tool.ts';
import { quote } from '../text/quote.ts';

export const createIntegrationResponse = defineTool({
  name: 'create_integration_response',
  title: 'Create integration response',
  description:
    'Creates an integration response of an API Gateway WebSocket API (API Gateway V2 CreateIntegrationResponse): how the answer of a ' +
    'non-proxy integration becomes the message the client receives. Every call is dry-run first against documented rules and the ' +
    'live API; errors stop it, each finding says what to change. Not idempotent: after a failure Error.Effect says whether it exists. ' +
    'NextSteps lists what is still missing before a client sees an answer (route response, deployment). Not for HTTP or REST APIs.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  view: true,
  input: CreateArgumentsSchema,
  output: CreateResultSchema,
  run,
  crashed,
});

/** Errors of the reads after which the create would fail alike, or hang as long again. */
const HOPELESS = new Set([
  'CredentialsError',
  'RegionError',
  'NetworkError',
  'TimeoutError',
  'Cancelled',
  'InternalError',
]);

async function run(raw: unknown, context: CallContext): Promise<CreateResult> {
  const parsed = parseArguments(CreateArgumentsSchema, raw);
  const {
    DryRun,
    AllowFindings: allowed = [],
    As,
    Region,
    Profile,
    ...wanted
  } = parsed.ok ? parsed.value : parsed.partial;
  const selection = selectionOf({ Region, Profile });
  const { offers } = context;
  const given = parsed.ok
    ? [...apiLimit(parsed.value, context), ...(await selectionLimits(selection, context))]
    : parsed.findings;
  const local = createSubject(wanted);
  const judge = (subject: Subject): Finding[] => [...given, ...dryRun(subject)];

  if (!parsed.ok || [...given, ...judgeIds(local)].some(leadsNowhere)) {
    return judged({ subject: local, findings: judge(local), allowed, target: context.target, selection, offers });
  }

  const request = wanted as CreateIntegrationResponseRequest; // what is left of arguments that have the right shape
  const gateway = await context.gateway(selection);
  const options: CallOptions = { signal: context.signal, progress: context.progress };
  const before = withLive(local, await readLive(gateway, request, options));
  const seen = judge(before);
  const stopped = blocking(seen, allowed).length > 0;
  const hopeless = before.live.failures.find(({ error }) => HOPELESS.has(error.Type))?.error;
  const dry = DryRun === true || context.readOnly;

  const [live, reply] = await Promise.all([
    hopeless ? before.live : readRouteResponses(gateway, request, before.live, options),
    hopeless || stopped || dry ? undefined : gateway.createIntegrationResponse(request, existingOf(before), options),
  ]);
  const subject = live === before.live ? before : withLive(local, live);
  const outcome: Outcome = {
    subject,
    findings: subject === before ? seen : judge(subject),
    allowed,
    target: await gateway.target(),
    selection,
    offers,
  };
  if (reply) return answered(reply, outcome);
  if (hopeless && !stopped && (!dry || hopeless.Type === 'Cancelled')) return unsent(hopeless, outcome);
  const result = judged(outcome);
  return {
    ...result,
    ...(context.readOnly &&
      DryRun !== true && { Summary: `${result.Summary} This server is read-only: it creates nothing.` }),
    // What exists already may be wanted as code; what would never work is not.
    ...(As && blocking(seen, [...allowed, 'duplicate-key']).length === 0 && { Export: exportAs(As, request) }),
  };
}

/** An id that cannot stand in a path, or a target that is not allowed, leads nowhere: nothing is read, let alone created. */
const leadsNowhere = ({ Severity, Path }: Finding) =>
  Severity === 'error' && /^(ApiId|IntegrationId|Region|Profile)$/.test(String(Path[0]));

function crashed(Message: string, { target }: CallContext): CreateResult {
  return {
    Status: 'failed',
    Summary: 'This server failed while it worked on the call.',
    Findings: [],
    Checks: { Live: 'skipped' },
    Error: {
      Type: 'InternalError',
      Message,
      Attempts: 0,
      Retryable: false,
      Effect: 'unknown',
      Explanation: 'Please report this with the message. List the integration responses to see what exists.',
    },
    NextSteps: [],
    Target: target,
  };
}

interface Outcome extends Place {
  readonly subject: Subject;
  readonly findings: Finding[];
  /** Codes of the findings the caller allows. */
  readonly allowed: readonly string[];
}

/** The result of a call that sent nothing that writes. */
function judged(outcome: Outcome): CreateResult {
  const { subject, findings, allowed, target } = outcome;
  const [first] = blocking(findings, allowed);
  const read = subject.live !== EMPTY_SNAPSHOT;
  return {
    Status: first ? 'invalid' : 'valid',
    Summary: first
      ? `Nothing was created: ${count(findings)}. First: ${first.Message} ${first.Fix}`
      : `Nothing was created; a create would be sent as it is (${count(findings)}${inSpiteOf(findings, allowed)}).`,
    Findings: findings,
    Checks: read
      ? checksOf(subject.live)
      : { Live: 'skipped', Reason: 'Nothing is read before the arguments are right.' },
    ...refusal(subject),
    NextSteps: nextSteps(subject, outcome),
    Target: target,
  };
}

const inSpiteOf = (findings: readonly Finding[], allowed: readonly string[]): string => {
  const codes = findings.flatMap(({ Code, Severity }) =>
    Severity === 'error' && allowed.includes(Code) ? [Code] : [],
  );
  return codes.length > 0 ? `, in spite of ${codes.join(', ')}` : '';
};

/** What the control plane said, or would say, of a resource that is not there or a key that is taken. */
function refusal({ wanted, live }: Subject): Pick<CreateResult, 'Error'> {
  const unknown = live.failures.find(
    ({ read, error }) => error.Type === 'NotFoundException' && /^Get(Api|Integration)$/.test(read),
  );
  if (unknown) return { Error: unknown.error };
  const existing = live.responses?.find(({ IntegrationResponseKey: key }) => key === wanted.IntegrationResponseKey);
  if (!existing) return {};
  return {
    Error: {
      Type: 'ConflictException',
      Message: 'An integration response with this key exists already.',
      Attempts: 0,
      Retryable: false,
      Effect: 'none',
      Explanation:
        'Seen in the live state, so no create was sent. Choose another key, or use UpdateIntegrationResponse.',
      ...compared(existing, wanted),
    },
  };
}

function unsent(error: ErrorData, outcome: Outcome): CreateResult {
  return {
    ...judged(outcome),
    Status: 'failed',
    Summary: `Nothing was created: ${error.Type}. ${error.Explanation}`,
    Error: error,
  };
}

/** What held the key before the call. */
const existingOf = ({ wanted, live: { responses } }: Subject): Before<IntegrationResponse> =>
  responses && (responses.find(({ IntegrationResponseKey: key }) => key === wanted.IntegrationResponseKey) ?? null);

/** The result of a create that was sent. */
function answered(reply: WriteReply<IntegrationResponse>, outcome: Outcome): CreateResult {
  const { subject, findings, allowed, target } = outcome;
  const common = { Findings: findings, Checks: checksOf(subject.live), Target: target };
  if (!reply.ok) {
    const { error } = reply;
    const effect = error.Effect === 'none' ? 'Nothing was created' : 'Whether it was created is unknown';
    return {
      ...common,
      Status: 'failed',
      Summary: `${effect}: ${error.Type}. ${error.Explanation}`,
      Error: error,
      NextSteps: nextSteps(subject, outcome),
    };
  }
  const { value, error } = reply;
  const steps = [...nextSteps(subject, outcome), undo(value, outcome)];
  const warned = findings.length > 0 ? ` There are findings (${count(findings)}${inSpiteOf(findings, allowed)}).` : '';
  return {
    ...common,
    Status: 'created',
    Summary:
      `Created integration response ${value.IntegrationResponseId} with key ${quote(value.IntegrationResponseKey ?? '')}` +
      `${error ? '; the reply was lost, a read found it' : ''}.${warned}${steps.length > 1 ? ' See NextSteps.' : ''}`,
    IntegrationResponse: value,
    ...(error && { Error: error }),
    NextSteps: steps,
  };
}

const undo = ({ IntegrationResponseId }: IntegrationResponse, outcome: Outcome): NextStep => {
  const { ApiId = '', IntegrationId = '' } = outcome.subject.wanted;
  return nextStep(
    {
      Text: 'Undo the create.',
      Kind: 'undo',
      tool: ['delete_integration_response', { ApiId, IntegrationId, IntegrationResponseId }],
      cli: [
        'delete-integration-response',
        {
          '--api-id': ApiId,
          '--integration-id': IntegrationId,
          '--integration-response-id': IntegrationResponseId,
        },
      ],
    },
    outcome,
  );
};
