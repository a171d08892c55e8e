// Reads an API whole, at a pace the account can bear.
import type {
  Deployment,
  GetApiResponse,
  Integration,
  Route,
  RouteResponse,
  Stage,
} from '@aws-sdk/client-apigatewayv2';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { createPace, PER_SECOND } from './pace.ts';
import { targetOf } from './reach.ts';
import { type Failure, failureOf, type Read, type Snapshot } from './snapshot.ts';

/** Reads of one call beyond the lists: about 8 s. */
const MAX_DETAILS = 80;

/** What was read of an API; a list is absent where its read failed. */
export interface ApiState {
  readonly api: GetApiResponse;
  readonly routes?: readonly Route[];
  readonly integrations?: readonly Integration[];
  readonly stages?: readonly Stage[];
  readonly deployments?: readonly Deployment[];
  /** By `IntegrationId`, for the integrations that were looked into. */
  readonly responses: ReadonlyMap<string, readonly IntegrationResponse[]>;
  /** By `RouteId`, for the routes that were looked into. */
  readonly routeResponses: ReadonlyMap<string, readonly RouteResponse[]>;
  /** The routes that were asked for. */
  readonly inView: readonly Route[];
  /** Of these, the routes beyond what one call reads. */
  readonly routesLeft: readonly Route[];
  /** The integrations beyond what one call reads. */
  readonly integrationsLeft: readonly Integration[];
  /** Reads that failed, but for the API itself. */
  readonly failures: readonly Failure[];
}

export interface View {
  readonly RouteKey?: string | undefined;
  readonly IntegrationId?: string | undefined;
}

export async function readApi(
  gateway: Gateway,
  apiId: string,
  view: View,
  options: CallOptions,
): Promise<Reply<ApiState>> {
  const paced = createPace(options.signal);
  const [api, routes, integrations, stages, deployments] = await Promise.all([
    paced(() => gateway.getApi(apiId, options)),
    paced(() => gateway.getRoutes(apiId, options)),
    paced(() => gateway.getIntegrations(apiId, options)),
    paced(() => gateway.getStages(apiId, options)),
    paced(() => gateway.getDeployments(apiId, options)),
  ]);
  if (!api.ok) return api;

  const plan = planDetails(routes.ok ? routes.value : [], integrations.ok ? integrations.value : [], view);
  const count = plan.routeIds.length + plan.integrationIds.length;
  let done = 0;
  const details = <T>(read: Read, ids: readonly string[], get: (id: string) => Promise<Reply<T[]>>) =>
    Promise.all(
      ids.map(async (id) => {
        const reply = await paced(() => get(id));
        done += 1;
        if (count > PER_SECOND) options.progress?.(`${done} of ${count} details read`);
        return { id, reply, failures: failureOf(read, reply) };
      }),
    );
  const [routeResponses, responses] = await Promise.all([
    details('GetRouteResponses', plan.routeIds, (id) => gateway.getRouteResponses(apiId, id, options)),
    details('GetIntegrationResponses', plan.integrationIds, (id) =>
      gateway.getIntegrationResponses(apiId, id, options),
    ),
  ]);
  const value: ApiState = {
    api: api.value,
    ...(routes.ok && { routes: routes.value }),
    ...(integrations.ok && { integrations: integrations.value }),
    ...(stages.ok && { stages: stages.value }),
    ...(deployments.ok && { deployments: deployments.value }),
    responses: byId(responses),
    routeResponses: byId(routeResponses),
    inView: plan.inView,
    routesLeft: plan.routesLeft,
    integrationsLeft: plan.integrationsLeft,
    failures: [
      ...failureOf('GetRoutes', routes),
      ...failureOf('GetIntegrations', integrations),
      ...failureOf('GetStages', stages),
      ...failureOf('GetDeployments', deployments),
      ...routeResponses.flatMap(({ failures }) => failures),
      ...responses.flatMap(({ failures }) => failures),
    ],
  };
  return { ok: true, value };
}

const byId = <T>(read: readonly { readonly id: string; readonly reply: Reply<T[]> }[]): ReadonlyMap<string, T[]> =>
  new Map(read.flatMap(({ id, reply }) => (reply.ok ? [[id, reply.value] as const] : [])));

/**
 * What to read beyond the lists: the route responses of each route in view with the responses of its integration, then
 * those of proxy integrations, which nothing uses, and of integrations without a route.
 */
function planDetails(routes: readonly Route[], integrations: readonly Integration[], view: View) {
  const inView = routes.filter(
    (route) =>
      (view.RouteKey === undefined || route.RouteKey === view.RouteKey) &&
      (view.IntegrationId === undefined || targetOf(route) === view.IntegrationId),
  );
  const known = new Map(integrations.map((integration) => [integration.IntegrationId, integration]));
  const routeIds: string[] = [];
  const integrationIds = new Set<string>();
  const room = () => MAX_DETAILS - routeIds.length - integrationIds.size;
  const routesLeft = inView.filter((route) => {
    const target = known.get(targetOf(route));
    if (route.RouteId === undefined || room() < 2) return true;
    routeIds.push(route.RouteId);
    if (target?.IntegrationId !== undefined && matchedText(target) !== 'nothing')
      integrationIds.add(target.IntegrationId);
    return false;
  });
  const targets = new Set([...inView.map(targetOf), view.IntegrationId]);
  const isWhole = view.RouteKey === undefined && view.IntegrationId === undefined;
  const wanted = integrations.filter(({ IntegrationId }) => isWhole || targets.has(IntegrationId));
  const integrationsLeft = wanted.filter(({ IntegrationId }) => {
    if (IntegrationId === undefined || integrationIds.has(IntegrationId)) return false;
    if (room() < 1) return true;
    integrationIds.add(IntegrationId);
    return false;
  });
  return { inView, routeIds, integrationIds: [...integrationIds], routesLeft, integrationsLeft };
}

/** The live state around one integration, as far as it was read; `without` leaves out one of its responses. */
export function snapshotOf(state: ApiState, integrationId: string, without?: string): Snapshot {
  const { api, routes, routeResponses, stages } = state;
  const integration = state.integrations?.find(({ IntegrationId }) => IntegrationId === integrationId);
  const responses = state.responses.get(integrationId);
  return {
    api,
    ...(integration && { integration }),
    ...(responses && {
      responses: responses.filter(({ IntegrationResponseId }) => IntegrationResponseId !== without),
    }),
    ...(routes && { routes }),
    ...(stages && { stages }),
    routeResponses,
    failures: [],
  };
}
