// Reads the live state in two steps: what a refusal needs in one round trip, what only warnings need after it.

import { matchedText } from '../api-gateway/matched-text.ts';
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import type { Checks } from '../contract/create.ts';
import { routesOf, takesMessages } from './reach.ts';
import type { Read, Snapshot } from './snapshot.ts';

/** An integration is the target of one or two routes; a handful of reads keeps clear of the 10 requests a second. */
const MAX_ROUTES_READ = 8;

interface Ids {
  readonly ApiId: string;
  readonly IntegrationId: string;
}

type Failures = Snapshot['failures'];
const failure = (read: Read, reply: Reply<unknown>): Failures => (reply.ok ? [] : [{ read, error: reply.error }]);

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
      ...failure('GetApi', api),
      ...failure('GetIntegration', integration),
      ...failure('GetIntegrationResponses', responses),
      ...failure('GetRoutes', routes),
      ...failure('GetStages', stages),
    ],
  };
}

/** The ids of the routes whose route responses matter; a proxy integration answers without integration responses. */
const routesToRead = (live: Snapshot, integrationId: string | undefined): string[] =>
  live.integration && matchedText(live.integration) === 'nothing'
    ? []
    : routesOf(live, integrationId)
        .filter(takesMessages)
        .flatMap(({ RouteId }) => RouteId ?? []);

/** Adds the route responses of the first eight of those routes. */
export async function readRouteResponses(
  gateway: Gateway,
  { ApiId, IntegrationId }: Ids,
  live: Snapshot,
  options: CallOptions,
): Promise<Snapshot> {
  const read = await Promise.all(
    routesToRead(live, IntegrationId)
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
  if (first) {
    const { api, integration, responses, routes, stages } = live;
    return {
      Live: api || integration || responses || routes || stages ? 'partial' : 'skipped',
      Reason: `${missed.map(({ read }) => read).join(', ')}: ${first.error.Type}. ${first.error.Explanation}`,
    };
  }
  const count = routesToRead(live, live.integration?.IntegrationId).length;
  return live.routeResponses && count > MAX_ROUTES_READ
    ? {
        Live: 'partial',
        Reason: `${count} routes use the integration; the route responses of the first ${MAX_ROUTES_READ} were read.`,
      }
    : { Live: 'done' };
}
