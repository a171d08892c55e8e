// What of the live state decides on a message: the route that it selects, and what lies behind that.
import type { Route } from '@aws-sdk/client-apigatewayv2';
import { selectRoute } from '../api-gateway/select-route.ts';
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import { targetOf } from '../live/reach.ts';
import { failureOf, type Snapshot } from '../live/snapshot.ts';

export interface Around {
  readonly live: Snapshot;
  /** What the route selection expression gives. */
  readonly value?: string;
  /** undefined: none takes the message, or routes were not read. */
  readonly route?: Route;
  readonly connectRoute?: Route;
}

/** Reads it, in two rounds; a failure of the first read, of the API, is the reply. */
export async function readAround(
  gateway: Gateway,
  apiId: string,
  message: string,
  options: CallOptions,
): Promise<Reply<Around>> {
  const [api, routes, stages] = await Promise.all([
    gateway.getApi(apiId, options),
    gateway.getRoutes(apiId, options),
    gateway.getStages(apiId, options),
  ]);
  if (!api.ok) return api;
  const first: Snapshot = {
    api: api.value,
    ...(routes.ok && { routes: routes.value }),
    ...(stages.ok && { stages: stages.value }),
    failures: [...failureOf('GetRoutes', routes), ...failureOf('GetStages', stages)],
  };
  if (!routes.ok) return { ok: true, value: { live: first } };
  const keys = routes.value.map(({ RouteKey = '' }) => RouteKey);
  const { value, routeKey } = selectRoute(api.value.RouteSelectionExpression ?? '', message, keys);
  const named = (key: string | undefined) =>
    routes.value.find(({ RouteKey }) => RouteKey !== undefined && RouteKey === key);
  const route = named(routeKey);
  const connectRoute = named('$connect');
  const live = route ? await readBehind(gateway, apiId, route, first, options) : first;
  return { ok: true, value: { live, value, ...(route && { route }), ...(connectRoute && { connectRoute }) } };
}

async function readBehind(
  gateway: Gateway,
  apiId: string,
  route: Route,
  live: Snapshot,
  options: CallOptions,
): Promise<Snapshot> {
  const integrationId = targetOf(route);
  const { RouteId = '' } = route;
  const [integration, responses, routeResponses] = await Promise.all([
    integrationId === undefined ? undefined : gateway.getIntegration(apiId, integrationId, options),
    integrationId === undefined ? undefined : gateway.getIntegrationResponses(apiId, integrationId, options),
    gateway.getRouteResponses(apiId, RouteId, options),
  ]);
  return {
    ...live,
    ...(integration?.ok && { integration: integration.value }),
    ...(responses?.ok && { responses: responses.value }),
    ...(routeResponses.ok && { routeResponses: new Map([[RouteId, routeResponses.value]]) }),
    failures: [
      ...live.failures,
      ...(integration ? failureOf('GetIntegration', integration) : []),
      ...(responses ? failureOf('GetIntegrationResponses', responses) : []),
      ...failureOf('GetRouteResponses', routeResponses),
    ],
  };
}
