// Reads the live state around one integration in two steps: what a refusal needs in one round trip, what only warnings and
// a preview need after it.
import type { CallOptions, Gateway } from '../aws/gateway.ts';
import { messageRoutes } from './reach.ts';
import { failureOf, type Read, type Snapshot } from './snapshot.ts';

/** An integration is the target of one or two routes; a handful of reads keeps clear of the 10 requests a second. */
const MAX_ROUTES_READ = 8;

interface Ids {
  readonly ApiId: string;
  readonly IntegrationId: string;
}

const FIRST_READS: readonly Read[] = ['GetApi', 'GetIntegration', 'GetIntegrationResponses', 'GetRoutes', 'GetStages'];

/** API, integration, sibling responses, routes and stages: five requests at once, or none where none could be sent. */
export async function readLive(
  gateway: Gateway,
  { ApiId, IntegrationId }: Ids,
  options: CallOptions,
): Promise<Snapshot> {
  const ready = await gateway.ready(options);
  if (!ready.ok) return { failures: FIRST_READS.map((read) => ({ read, error: ready.error })) };
  const [api, integration, responses, routes, stages] = await Promise.all([
    gateway.getApi(ApiId, options),
    gateway.getIntegration(ApiId, IntegrationId, options),
    gateway.getIntegrationResponses(ApiId, IntegrationId, options),
    gateway.getRoutes(ApiId, options),
    gateway.getStages(ApiId, options),
  ]);
  return {
    ...(api.ok && { api: api.value }),
    ...(integration.ok && { integration: integration.value }),
    ...(responses.ok && { responses: responses.value }),
    ...(routes.ok && { routes: routes.value }),
    ...(stages.ok && { stages: stages.value }),
    failures: [
      ...failureOf('GetApi', api),
      ...failureOf('GetIntegration', integration),
      ...failureOf('GetIntegrationResponses', responses),
      ...failureOf('GetRoutes', routes),
      ...failureOf('GetStages', stages),
    ],
  };
}

/** Adds the route responses of the first eight routes for messages that use the integration, `RouteKey` before all others. */
export async function readRouteResponses(
  gateway: Gateway,
  { ApiId, IntegrationId, RouteKey }: Ids & { readonly RouteKey?: string | undefined },
  live: Snapshot,
  options: CallOptions,
): Promise<Snapshot> {
  const routes = messageRoutes(live, IntegrationId);
  const chosenFirst = [
    ...routes.filter((route) => route.RouteKey === RouteKey),
    ...routes.filter((route) => route.RouteKey !== RouteKey),
  ];
  const read = await Promise.all(
    chosenFirst
      .flatMap(({ RouteId }) => RouteId ?? [])
      .slice(0, MAX_ROUTES_READ)
      .map(async (routeId) => ({ routeId, reply: await gateway.getRouteResponses(ApiId, routeId, options) })),
  );
  return {
    ...live,
    routeResponses: new Map(read.flatMap(({ routeId, reply }) => (reply.ok ? [[routeId, reply.value] as const] : []))),
    failures: [...live.failures, ...read.flatMap(({ reply }) => failureOf('GetRouteResponses', reply)).slice(0, 1)],
  };
}
