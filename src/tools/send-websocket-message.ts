// A real message over a real WebSocket, and what came back.
import { parseArguments } from '../arguments/parse-arguments.ts';
import type { CallOptions, Gateway } from '../aws/gateway.ts';
import { nextStep } from '../change/step.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import { selectionOf } from '../contract/selection.ts';
import { type SendArguments, SendArgumentsSchema, type SendResult, SendResultSchema } from '../contract/send.ts';
import type { Target } from '../contract/target.ts';
import { type Conversation, converse } from '../converse/converse.ts';
import { checkHandshake, handshakeUrl } from '../converse/handshake-url.ts';
import { predict } from '../converse/predict.ts';
import { type Around, readAround } from '../converse/read-around.ts';
import { tell } from '../converse/tell.ts';
import { runRules } from '../dry-run/rule.ts';
import { rules } from '../dry-run/rules/index.ts';
import { createSubject } from '../dry-run/subject.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { checksOf } from '../live/checks.ts';
import { isTwoWay, targetOf } from '../live/reach.ts';
import { writeLimits } from '../mcp/operator-limits.ts';
import { type CallContext, defineTool } from '../mcp/tool.ts';
import { count } from '../text/count.ts';
import { quote } from '../text/quote.ts';

export const sendWebsocketMessage = defineTool({
  name: 'send_websocket_message',
  title: 'Send message',
  description:
    'Sends a real message to a stage, and says what came back and why. To predict: preview_integration_response.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  input: SendArgumentsSchema,
  output: SendResultSchema,
  run,
});

const DEFAULT_WAIT = 5;

async function run(raw: unknown, context: CallContext): Promise<SendResult> {
  const parsed = parseArguments(SendArgumentsSchema, raw);
  const given = parsed.ok ? parsed.value : parsed.partial;
  const selection = selectionOf(given);
  const { ApiId } = given;
  const wrong = [
    ...(parsed.ok ? [] : parsed.findings),
    ...(ApiId === undefined ? [] : runRules(idRules, createSubject({ ApiId }))),
    ...checkHandshake(given.Headers, given.Query),
    ...(parsed.ok ? await writeLimits(parsed.value, context) : []),
  ];
  if (!parsed.ok || wrong.length > 0) return unsent('invalid', wrong, context.target);
  if (context.readOnly) return unsent('refused', [readOnly], context.target);

  const gateway = await context.gateway(selection);
  const options: CallOptions = { signal: context.signal, progress: context.progress };
  const around = await readAround(gateway, parsed.value.ApiId, parsed.value.Message, options);
  const target = await gateway.target();
  if (!around.ok) return failed(around.error, target);
  const unknown = unknownStage(parsed.value, around.value);
  if (unknown.length > 0) return unsent('invalid', unknown, target);
  return send(parsed.value, around.value, gateway, target, context);
}

const idRules = rules.filter(({ code }) => code === 'api-id');

type Problem = Pick<Finding, 'Code' | 'Path' | 'Message' | 'Why' | 'Fix'>;

const problem = (given: Problem): Finding => ({
  ...given,
  Severity: 'error',
  Basis: 'documented',
  Source: pageOfFinding(given.Code),
});

const readOnly = problem({
  Code: 'read-only',
  Path: [],
  Message: 'The operator started this server with --read-only: no message is sent.',
  Why: 'What a backend does with a message cannot be taken back.',
  Fix: 'Preview the answer instead, or ask the operator.',
});

function unknownStage({ StageName }: SendArguments, { live: { api, stages } }: Around): Finding[] {
  if (api?.ProtocolType !== 'WEBSOCKET') {
    return [
      problem({
        Code: 'not-websocket',
        Path: ['ApiId'],
        Message: 'The API is no WebSocket API.',
        Why: 'Its stages take no WebSocket connections.',
        Fix: 'Give the id of a WebSocket API.',
      }),
    ];
  }
  if (!stages || stages.some((stage) => stage.StageName === StageName)) return [];
  const names = stages.map((stage) => quote(stage.StageName ?? '')).join(', ');
  return [
    problem({
      Code: 'unknown-stage',
      Path: ['StageName'],
      Message: `The API has no stage ${quote(StageName)}.`,
      Why: 'Clients connect to a stage.',
      Fix: names === '' ? 'Create a stage.' : `Name one of ${names}.`,
    }),
  ];
}

async function send(
  given: SendArguments,
  around: Around,
  gateway: Gateway,
  target: Target,
  context: CallContext,
): Promise<SendResult> {
  const { ApiId, StageName, Message, WaitSeconds = DEFAULT_WAIT, Headers = {}, Query } = given;
  const { live, route, connectRoute } = around;
  const url = handshakeUrl(live.api?.ApiEndpoint ?? '', StageName, Query);
  const signed =
    connectRoute?.AuthorizationType === 'AWS_IAM' && target.Backend === 'aws'
      ? await gateway.signHandshake(url, { signal: context.signal })
      : ({ ok: true, value: {} } as const);
  if (!signed.ok) return failed(signed.error, target);
  const { signal, progress } = context;
  const conversation = await converse({
    url,
    headers: { ...Headers, ...signed.value },
    message: Message,
    waitSeconds: WaitSeconds,
    signal,
    progress,
  });
  const found = { Frames: [...conversation.frames], ...membersOf(conversation), ...routeOf(around) };
  if (signal.aborted)
    return { ...failed(errorOf('Cancelled', 'The call was cancelled.', 'unknown'), target), ...found };
  if (conversation.handshakeStatus === undefined && conversation.failure)
    return { ...failed(unreachable(conversation.failure), target), ...found };

  const predicted =
    route && conversation.handshakeStatus === 101
      ? predict(live, { apiId: ApiId, stageName: StageName, message: Message, route }, conversation.frames)
      : undefined;
  const { Status, Summary, findings, steps } = tell({
    around,
    conversation,
    predicted,
    backend: target.Backend,
    apiId: ApiId,
    waitSeconds: WaitSeconds,
  });
  const place = { target, selection: selectionOf(given), offers: context.offers };
  return {
    Status,
    Summary,
    Findings: [...findings],
    Checks: checksOf(live),
    ...found,
    ...(predicted && { Prediction: predicted.prediction }),
    NextSteps: steps.flatMap((step) => nextStep(step, place)),
    Target: target,
  };
}

const membersOf = ({ connectionId, close, handshakeStatus }: Conversation) => ({
  ...(connectionId !== undefined && { ConnectionId: connectionId }),
  ...(close && { CloseCode: close.code }),
  ...(handshakeStatus !== undefined && { HandshakeStatus: handshakeStatus }),
});

function routeOf({ live, route }: Around): Pick<SendResult, 'Route'> {
  if (!route) return {};
  const { RouteKey = '', RouteId } = route;
  const IntegrationId = targetOf(route);
  const TwoWay = isTwoWay(live, route);
  return {
    Route: {
      RouteKey,
      ...(RouteId !== undefined && { RouteId }),
      ...(IntegrationId !== undefined && { IntegrationId }),
      ...(TwoWay !== undefined && { TwoWay }),
    },
  };
}

const errorOf = (
  Type: ErrorData['Type'],
  Message: string,
  Effect: ErrorData['Effect'],
  Explanation = Message,
): ErrorData => ({
  Type,
  Message,
  Attempts: 1,
  Retryable: Type === 'NetworkError',
  Effect,
  Explanation,
});

const unreachable = ({ code, message }: NonNullable<Conversation['failure']>): ErrorData =>
  errorOf(
    'NetworkError',
    `${code}: ${message}`,
    'none',
    'No connection to the stage was made. Check that this machine reaches the endpoint of the API, and that DisableExecuteApiEndpoint is not set.',
  );

const unsent = (Status: 'invalid' | 'refused', findings: Finding[], target: Target): SendResult => ({
  Status,
  Summary: `Nothing was sent: ${count(findings)}. First: ${findings[0]?.Message} ${findings[0]?.Fix}`,
  Findings: findings,
  Frames: [],
  NextSteps: [],
  Target: target,
});

const failed = (error: ErrorData, target: Target): SendResult => ({
  Status: 'failed',
  Summary: `No answer was seen: ${error.Type}. ${error.Explanation}`,
  Findings: [],
  Frames: [],
  Error: error,
  NextSteps: [],
  Target: target,
});
