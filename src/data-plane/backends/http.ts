// Integrations of type HTTP and HTTP_PROXY.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import type { BackendAnswer } from '../../contract/preview.ts';
import type { RouteEvent } from '../event.ts';
import { addressOf, type Replacement } from './address.ts';
import { exchange, type HttpAnswer } from './exchange.ts';
import { requestParameters } from './request-parameters.ts';

/** Headers that belong to one connection, or to the handshake. */
const OF_CONNECTION = /^(?:connection|host|upgrade|content-length|transfer-encoding|sec-websocket-.*|origin)$/i;
const BODILESS = ['GET', 'HEAD'];

/** Sends `body`, and on `$connect` of a proxy integration the headers and query of the handshake (inferred). */
export async function callHttp(
  { IntegrationUri = '', IntegrationMethod = 'POST', IntegrationType, RequestParameters }: Integration,
  body: string,
  event: RouteEvent,
  replacements: readonly Replacement[],
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const { headers, query, path } = requestParameters(RequestParameters, event);
  const wanted = IntegrationUri.replace(/\{([\w.-]+)\+?\}/g, (whole, name: string) =>
    Object.hasOwn(path, name) ? encodeURIComponent(path[name] ?? '') : whole,
  );
  const url = addressOf(wanted, replacements);
  const handshake = IntegrationType === 'HTTP_PROXY' ? event.handshake : undefined;
  for (const [name, value] of Object.entries({ ...handshake?.query, ...query })) url.searchParams.set(name, value);
  const passed = Object.entries(handshake?.headers ?? {}).filter(([name]) => !OF_CONNECTION.test(name));
  const method = IntegrationMethod === 'ANY' ? 'POST' : IntegrationMethod;
  const answer = await exchange({
    url,
    method,
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      ...Object.fromEntries(passed),
      ...headers,
    },
    body: BODILESS.includes(method) ? '' : body,
    signal,
  });
  return { StatusCode: answer.status, Headers: answer.headers, ...bodyOf(answer) };
}

/** Text where the bytes are UTF-8, else base64. */
export function bodyOf({ body }: Pick<HttpAnswer, 'body'>): Pick<BackendAnswer, 'Body' | 'BodyIsBase64'> {
  try {
    return { Body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) };
  } catch {
    return { Body: body.toString('base64'), BodyIsBase64: true };
  }
}
