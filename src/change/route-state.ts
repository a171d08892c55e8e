// What the writes of route responses share: the state around one route.
import type { GetApiResponse, Integration, Route, RouteResponse, Stage } from '@aws-sdk/client-apigatewayv2';
import type { CallOptions, Gateway } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { type Gathered, gather } from '../live/gathered.ts';
import { targetOf } from '../live/reach.ts';
import { quote } from '../text/quote.ts';
import { found } from './change-findings.ts';
import { judgeApi } from './judge-api.ts';
import { judgeIds } from './judge-ids.ts';
import { missing } from './response-state.ts';

export interface RouteIds {
  readonly ApiId: string;
  readonly RouteId: string;
}

export type RouteState = Gathered<{
  api: GetApiResponse;
  routes: Route[];
  routeResponses: RouteResponse[];
  stages: Stage[];
  integration: Integration;
  responses: IntegrationResponse[];
}>;

export const readRoute = (gateway: Gateway, { ApiId, RouteId }: RouteIds, options: CallOptions): Promise<RouteState> =>
  gather(
    gateway,
    {
      api: ['GetApi', () => gateway.getApi(ApiId, options)],
      routes: ['GetRoutes', () => gateway.getRoutes(ApiId, options)],
      routeResponses: ['GetRouteResponses', () => gateway.getRouteResponses(ApiId, RouteId, options)],
      stages: ['GetStages', () => gateway.getStages(ApiId, options)],
    },
    options,
  );

/** Adds the integration that the route targets, with its responses. */
export async function readTarget(
  gateway: Gateway,
  { ApiId, RouteId }: RouteIds,
  state: RouteState,
  options: CallOptions,
): Promise<RouteState> {
  const route = routeOf(state, RouteId);
  const id = route ? targetOf(route) : undefined;
  if (id === undefined) return state;
  const more = await gather(
    gateway,
    {
      integration: ['GetIntegration', () => gateway.getIntegration(ApiId, id, options)],
      responses: ['GetIntegrationResponses', () => gateway.getIntegrationResponses(ApiId, id, options)],
    },
    options,
  );
  return { ...state, ...more, failures: [...state.failures, ...more.failures] };
}

/** The route; null: there is none with this id; undefined: not read. */
export function routeOf({ routes }: RouteState, id: string | undefined): Route | null | undefined {
  return routes && (routes.find(({ RouteId }) => RouteId === id) ?? null);
}

/** Ids, API and route. */
export function judgeRoute(args: Partial<RouteIds>, state: RouteState | undefined): Finding[] {
  const findings = [...judgeIds(args), ...judgeApi(args.ApiId, state)];
  if (!state || routeOf(state, args.RouteId) !== null) return findings;
  return [
    ...findings,
    found('unknown-route-id', ['RouteId'], `The API has no route ${quote(args.RouteId ?? '')}.`, byKey(args, state)),
  ];
}

/** A route key in the place of the id. */
function byKey({ RouteId }: Partial<RouteIds>, { routes = [] }: RouteState) {
  const meant = routes.find(({ RouteKey }) => RouteKey === RouteId)?.RouteId;
  return meant === undefined ? {} : { Fix: `Give the id of the route of this key: ${meant}.`, Replace: meant };
}

/** What the control plane says, or would say, of an API or a route that is not there. */
export const unknownRoute = ({ RouteId }: RouteIds, state: RouteState): ErrorData | undefined =>
  state.failures.find(({ error }) => error.Type === 'NotFoundException')?.error ??
  (routeOf(state, RouteId) === null ? missing('route', RouteId) : undefined);
