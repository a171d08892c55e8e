// One event through one route: request, backend, response, and what the client gets of it.
import { clientMessage } from '../api-gateway/client-message.ts';
import { gatewayResponse } from '../api-gateway/gateway-response.ts';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { BackendAnswer, Failure, Preview } from '../contract/preview.ts';
import { DEFAULT_LIMITS } from '../engines/budget.ts';
import { createScope } from '../engines/mapping-template/scope.ts';
import { makeRequest } from '../preview/make-request.ts';
import { mockStatus } from '../preview/mock-status.ts';
import { preview } from '../preview/preview.ts';
import { type Backends, callBackend } from './backends/call-backend.ts';
import { BackendError } from './backends/exchange.ts';
import type { RouteEvent } from './event.ts';
import type { Log, LogLine } from './execution-log.ts';
import type { ServedRoute } from './served-stage.ts';

export interface RouteResult {
  /** Of the handshake, where the event is one. */
  readonly status: number;
  /** undefined: the client gets nothing. */
  readonly frame: string | Buffer | undefined;
  /** Of the backend's answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Never rejects: what goes wrong is an error frame, or the status of a refused handshake. */
export async function runRoute(
  route: ServedRoute,
  event: RouteEvent,
  backends: Backends,
  log: Log,
): Promise<RouteResult> {
  const tell = (Step: LogLine['Step'], Text: string) =>
    log({ Step, Text, ...placeOf(event), RouteKey: route.routeKey });
  if (route.notApplied.length > 0) tell('route', `Not applied here: ${route.notApplied.join(', ')}.`);
  try {
    return await answer(route, event, backends, tell);
  } catch (error) {
    if (!(error instanceof BackendError) && !(error instanceof RouteFailure)) throw error;
    tell(error instanceof BackendError ? 'backend' : 'request', `No answer: ${error.message}.`);
    return { status: 500, frame: errorFrame(event), headers: {} };
  }
}

export const placeOf = ({ client, context }: Pick<RouteEvent, 'client' | 'context'>) => ({
  ApiId: client.apiId,
  StageName: client.stageName,
  ConnectionId: client.connectionId,
  RequestId: context.requestId,
});

/** What ends an event before a backend is asked. */
class RouteFailure extends Error {}

const isMessage = ({ message }: RouteEvent): boolean => message !== undefined;

const errorFrame = (event: RouteEvent): string | undefined =>
  isMessage(event)
    ? gatewayResponse('Internal server error', event.client.connectionId, event.context.requestId)
    : undefined;

type Tell = (step: LogLine['Step'], text: string) => void;

async function answer(route: ServedRoute, event: RouteEvent, backends: Backends, tell: Tell): Promise<RouteResult> {
  const { integration } = route;
  if (!integration) throw new RouteFailure('the route has no integration');
  const type = integration.IntegrationType ?? '';
  const outcome = type === 'MOCK' ? mock(route, event, tell) : await ask(route, event, backends, tell);
  const { context, stageVariables, message: clientMessage } = event;
  const { routeKey, twoWay, responses } = route;
  const [made] = preview({
    responses,
    integrationType: type,
    integrationUri: integration.IntegrationUri,
    outcomes: [outcome],
    clientMessage,
    destinations: [{ routeKey, isReached: true, twoWay, context, stageVariables, notes: [] }],
  });
  if (!made) throw new TypeError('a preview has one entry for each outcome');
  tell('response', responseText(made));
  const { ClientReceives, OutputIsBase64, Failure, Bytes } = made;
  tell('delivery', ClientReceives === null ? 'Nothing is sent.' : `${Bytes} bytes are sent.`);
  const isBinary = OutputIsBase64 && !Failure;
  return {
    status: statusOf(outcome, made, matchedText(integration) === 'errorMessage'),
    frame: ClientReceives === null ? undefined : isBinary ? Buffer.from(ClientReceives, 'base64') : ClientReceives,
    headers: outcome.Headers ?? {},
  };
}

function statusOf({ TimedOut, StatusCode = 200 }: BackendAnswer, { Failure }: Preview, isFunction: boolean): number {
  if (TimedOut) return 504;
  if (Failure) return 500;
  return isFunction ? 200 : StatusCode;
}

/** Where a template fails is told by its place alone: reasons quote the template. */
function responseText({ Failure, IntegrationResponseKey: key, TemplateKey: template }: Preview): string {
  const way = [
    key === null ? 'no integration response' : `integration response ${JSON.stringify(key)}`,
    template === null ? 'no template' : `template ${JSON.stringify(template)}`,
  ].join(', ');
  if (!Failure) return key === null ? 'The answer passes through.' : `Answered by ${way}.`;
  const { Reason, Line, Column } = Failure;
  return Line === undefined
    ? `Failed (${way}): ${Reason}`
    : `Failed (${way}): the template, at line ${Line}, column ${Column}.`;
}

const inputsOf = ({ message, context, stageVariables, handshake }: RouteEvent) => ({
  message: message === undefined ? undefined : clientMessage(message),
  scope: (body: string) =>
    createScope({
      body,
      context,
      stageVariables,
      ...(handshake && { params: { path: {}, querystring: handshake.query, header: handshake.headers } }),
    }),
  limits: DEFAULT_LIMITS,
});

function mock({ integration = {} }: ServedRoute, event: RouteEvent, tell: Tell): BackendAnswer {
  const status = mockStatus(integration, inputsOf(event), () => undefined);
  if (typeof status !== 'number') throw new RouteFailure(failureText(status));
  tell('request', `The request template gives status code ${status}.`);
  return { StatusCode: status };
}

async function ask(
  { integration = {} }: ServedRoute,
  event: RouteEvent,
  backends: Backends,
  tell: Tell,
): Promise<BackendAnswer> {
  const isProxy = integration.IntegrationType?.endsWith('_PROXY');
  const request = isProxy
    ? { text: event.message ?? '', isBase64: false }
    : makeRequest(integration, inputsOf(event), () => undefined);
  if ('Reason' in request) throw new RouteFailure(failureText(request));
  tell('request', `${Buffer.byteLength(request.text)} bytes are sent to the backend.`);
  const outcome = await callBackend(integration, request.text, event, backends);
  const { TimedOut, StatusCode = 200, ErrorMessage } = outcome;
  const failed = ErrorMessage === undefined ? '' : ', as a function error';
  tell('backend', TimedOut ? 'It did not answer in time.' : `It answered with status ${StatusCode}${failed}.`);
  return outcome;
}

const failureText = ({ Reason, Line, Column }: Failure): string =>
  Line === undefined ? Reason.replace(/\.$/, '') : `the request template fails at line ${Line}, column ${Column}`;
