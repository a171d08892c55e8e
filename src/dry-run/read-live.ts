// Reads the live state in two steps: what a refusal needs in one round trip, what only warnings need after it.
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import type { Checks } from '../contract/create.ts';
import type { Read, Snapshot } from './subject.ts';

/** An integration is the target of one or two routes; a handful of reads keeps clear of the 10 requests a second. */
const MAX_ROUTES_READ = 8;

interface Ids {
  readonly ApiId: string;
  readonly IntegrationId: string;
}

type Failures = Snapshot['failures'];
const failure = (read: Read, reply: Reply<unknown>): Failures => (reply.ok ? [] : [{ read, error: reply.error }]);

/** API, integration, sibling responses, routes and stages: five requests at once. */
export async function readLive(
  gateway: Gateway,
  { ApiId, IntegrationId }: Ids,
  options: CallOptions,
): Promise<Snapshot> {
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
      ...failure('GetApi', api),
      ...failure('GetIntegration', integration),
      ...failure('GetIntegrationResponses', responses),
      ...failure('GetRoutes', routes),
      ...failure('GetStages', stages),
    ],
  };
}

/** The routes whose target is this integration. */
export const routesOf = (live: Snapshot, integrationId: string) =>
  (live.routes ?? []).filter((route) => route.Target === `integrations/${integrationId}`);

/** Adds the route responses of those routes. */
export async function readRouteResponses(
  gateway: Gateway,
  { ApiId, IntegrationId }: Ids,
  live: Snapshot,
  options: CallOptions,
): Promise<Snapshot> {
  const routeIds = routesOf(live, IntegrationId).flatMap(({ RouteId }) => RouteId ?? []);
  const read = await Promise.all(
    routeIds
      .slice(0, MAX_ROUTES_READ)
      .map(async (routeId) => ({ routeId, reply: await gateway.getRouteResponses(ApiId, routeId, options) })),
  );
  return {
    ...live,
    routeResponses: new Map(read.flatMap(({ routeId, reply }) => (reply.ok ? [[routeId, reply.value] as const] : []))),
    failures: [...live.failures, ...read.flatMap(({ reply }) => failure('GetRouteResponses', reply)).slice(0, 1)],
  };
}

/** What the result says of the reads. An unknown API or integration was read well enough: that is the answer. */
export function checksOf(live: Snapshot): Checks {
  const missed = live.failures.filter(({ error }) => error.Type !== 'NotFoundException');
  const first = missed[0];
  if (!first) return { Live: 'done' };
  const reads = missed.map(({ read }) => read).join(', ');
  return {
    Live: missed.length >= 5 ? 'skipped' : 'partial',
    Reason: `${reads}: ${first.error.Type}. ${first.error.Explanation}`,
  };
}
