// The backend of an integration: what answers in its place on this machine.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import type { BackendAnswer } from '../../contract/preview.ts';
import type { RouteEvent } from '../event.ts';
import type { Replacement } from './address.ts';
import { callFunction, callService, type Endpoints, functionOf } from './aws-services.ts';
import { NoBackendError } from './exchange.ts';
import { callHttp } from './http.ts';
import { seededBackend } from './seeded.ts';

export interface Backends {
  readonly replacements: readonly Replacement[];
  readonly endpoints: Endpoints;
}

/** Milliseconds: what the service gives an integration at most. */
const MAX_TIMEOUT = 29_000;

/** Throws `BackendError` where no answer comes that could be used; too late is an answer of its own. */
export async function callBackend(
  given: Integration,
  body: string,
  event: RouteEvent,
  { replacements, endpoints }: Backends,
): Promise<BackendAnswer> {
  const integration = { ...given, IntegrationUri: withStageVariables(given.IntegrationUri, event.stageVariables) };
  const { IntegrationUri: uri, IntegrationType: type = '' } = integration;
  const signal = AbortSignal.timeout(Math.min(given.TimeoutInMillis ?? MAX_TIMEOUT, MAX_TIMEOUT));
  try {
    if (type.startsWith('HTTP')) return await callHttp(integration, body, event, replacements, signal);
    const call = { body, replacements, endpoints, signal };
    const invoked = functionOf(uri);
    return invoked ? await callFunction(invoked, integration, event, call) : await callService(uri, call);
  } catch (error) {
    if (signal.aborted) return { TimedOut: true };
    const stand = error instanceof NoBackendError ? seededBackend(event.client.apiId, uri) : undefined;
    if (!stand) throw error;
    return stand(body);
  }
}

const withStageVariables = (uri = '', variables: RouteEvent['stageVariables']): string =>
  uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
  );
