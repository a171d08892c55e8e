// Integrations with AWS services, as far as they run on this machine: Lambda, DynamoDB, Step Functions.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import type { BackendAnswer } from '../../contract/preview.ts';
import type { RouteEvent } from '../event.ts';
import { addressOf, type Replacement } from './address.ts';
import { BackendError, exchange, type HttpAnswer, NoBackendError } from './exchange.ts';
import { bodyOf } from './http.ts';

/** The endpoints of services by the variables of the AWS SDKs (`AWS_ENDPOINT_URL_LAMBDA`…). */
export type Endpoints = Readonly<Record<string, string | undefined>>;

/** Services with a JSON protocol: the variable of their endpoint, and what stands before the action in `X-Amz-Target`. */
const JSON_SERVICES: Readonly<Record<string, { readonly variable: string; readonly target: string }>> = {
  dynamodb: { variable: 'AWS_ENDPOINT_URL_DYNAMODB', target: 'DynamoDB_20120810' },
  states: { variable: 'AWS_ENDPOINT_URL_SFN', target: 'AWSStepFunctions' },
};

export interface Function {
  readonly name: string;
  readonly qualifier: string | undefined;
}

/** The function that an integration URI names: an invocation URI or a bare ARN. */
export function functionOf(uri: string): Function | undefined {
  const [, name, qualifier] = /:function:([\w-]+)(?::([\w$-]+))?(?:\/invocations)?$/.exec(uri) ?? [];
  return name === undefined ? undefined : { name, qualifier };
}

interface Call {
  readonly body: string;
  readonly replacements: readonly Replacement[];
  readonly endpoints: Endpoints;
  readonly signal: AbortSignal;
}

/** The service behind the URI: its own answer, whatever its status. */
export async function callService(uri: string, call: Call): Promise<BackendAnswer> {
  const [, service = '', action = ''] = /^arn:aws[\w-]*:apigateway:[\w-]+:([\w-]+):action\/(\w+)$/.exec(uri) ?? [];
  const known = Object.hasOwn(JSON_SERVICES, service) ? JSON_SERVICES[service] : undefined;
  if (!known)
    throw new NoBackendError(`no backend stands in for ${service === '' ? 'this URI' : `the service ${service}`} here`);
  const answer = await send(known.variable, '/', service, call, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `${known.target}.${action}`,
  });
  return { StatusCode: answer.status, Headers: answer.headers, ...bodyOf(answer) };
}

/** What the Invoke API answers: the function's result or its error. */
export async function callFunction(
  { name, qualifier }: Function,
  integration: Integration,
  event: RouteEvent,
  call: Call,
): Promise<BackendAnswer> {
  const query = qualifier === undefined ? '' : `?Qualifier=${encodeURIComponent(qualifier)}`;
  const isProxy = integration.IntegrationType === 'AWS_PROXY';
  const input = { ...call, body: isProxy ? JSON.stringify(proxyEvent(event)) : call.body };
  const invoke = (function_: string) =>
    send('AWS_ENDPOINT_URL_LAMBDA', `/2015-03-31/functions/${function_}/invocations${query}`, 'lambda', input, {
      'content-type': 'application/json',
      'x-amz-invocation-type': 'RequestResponse',
    });
  let answer = await invoke(name);
  // The runtime interface emulator knows one function, under this name.
  if (answer.status === 404 && header(answer, 'x-amzn-errortype') === undefined) answer = await invoke('function');
  if (answer.status !== 200) throw new BackendError(`the Invoke API answers with status ${answer.status}`);
  const { Body = '', ...binary } = bodyOf(answer);
  const failed = header(answer, 'x-amz-function-error') !== undefined;
  if (isProxy) return proxyAnswer(failed ? '' : Body);
  return { Body, ...binary, ...(failed && { ErrorMessage: errorMessageIn(Body) }) };
}

const header = ({ headers }: HttpAnswer, wanted: string): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Emulators want to see a signature, and none checks it: nobody's credentials are used. */
const UNCHECKED =
  'SignedHeaders=host;x-amz-date, Signature=0000000000000000000000000000000000000000000000000000000000000000';

function send(
  variable: string,
  path: string,
  service: string,
  { endpoints, replacements, body, signal }: Call,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  const endpoint = endpoints[variable];
  if (!endpoint) throw new NoBackendError(`no backend stands in for ${service} here: set ${variable}`);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const credential = `Credential=local/${date.slice(0, 8)}/us-east-1/${service}/aws4_request`;
  return exchange({
    url: addressOf(endpoint.replace(/\/$/, '') + path, replacements),
    method: 'POST',
    headers: { ...headers, 'x-amz-date': date, authorization: `AWS4-HMAC-SHA256 ${credential}, ${UNCHECKED}` },
    body,
    signal,
  });
}

function errorMessageIn(text: string): string {
  const result = parsed(text);
  return isObject(result) && typeof result['errorMessage'] === 'string' ? result['errorMessage'] : '';
}

/** What a proxy integration hands to its function (developer guide, WebSocket Lambda proxy). */
function proxyEvent({ message, handshake, context, stageVariables }: RouteEvent): object {
  const { headers = {}, query = {} } = handshake ?? {};
  const lists = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  return {
    ...(handshake && { headers, multiValueHeaders: lists(headers) }),
    ...(Object.keys(query).length > 0 && {
      queryStringParameters: query,
      multiValueQueryStringParameters: lists(query),
    }),
    ...(Object.keys(stageVariables).length > 0 && { stageVariables }),
    requestContext: context,
    ...(message !== undefined && { body: message }),
    isBase64Encoded: false,
  };
}

/** What a function of a proxy integration returns: `statusCode`, and perhaps `headers` and `body`. */
function proxyAnswer(text: string): BackendAnswer {
  const result = parsed(text);
  const statusCode = isObject(result) ? Number(result['statusCode'] ?? Number.NaN) : Number.NaN;
  if (!isObject(result) || !Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599) {
    throw new BackendError('the function failed, or returned no statusCode, which a proxy integration needs');
  }
  const { headers, body, isBase64Encoded } = result;
  return {
    StatusCode: statusCode,
    Headers: isObject(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      : {},
    Body: typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body),
    ...(isBase64Encoded === true && { BodyIsBase64: true }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
