// Reads an API whole, at a pace the account can bear.
import { setTimeout as sleep } from 'node:timers/promises';
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
import type { ErrorData } from '../contract/error.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { targetOf } from './reach.ts';

/** The whole control plane of an account allows 10 requests a second, other tools included. */
const PER_SECOND = 10;
/** Reads of one call beyond the lists: about 8 s. */
const MAX_DETAILS = 80;

export interface ApiState {
  readonly api: GetApiResponse;
  /** The routes in view. */
  readonly routes: readonly Route[];
  readonly allRoutes: readonly Route[];
  readonly integrations: readonly Integration[];
  readonly stages: readonly Stage[];
  readonly deployments: readonly Deployment[];
  readonly responses: ReadonlyMap<string, readonly IntegrationResponse[]>;
  readonly routeResponses: ReadonlyMap<string, readonly RouteResponse[]>;
  /** Routes in view beyond what one call reads. */
  readonly notRead: readonly Route[];
  /** Reads that failed, but for the API itself. */
  readonly failures: readonly ErrorData[];
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
  const failures: ErrorData[] = [];
  const read = async <T>(fallback: T, get: () => Promise<Reply<T>>): Promise<T> => {
    const reply = await paced(get);
    if (!reply.ok) failures.push(reply.error);
    return reply.ok ? reply.value : fallback;
  };
  const [api, allRoutes, integrations, stages, deployments] = await Promise.all([
    paced(() => gateway.getApi(apiId, options)),
    read([] as Route[], () => gateway.getRoutes(apiId, options)),
    read([] as Integration[], () => gateway.getIntegrations(apiId, options)),
    read([] as Stage[], () => gateway.getStages(apiId, options)),
    read([] as Deployment[], () => gateway.getDeployments(apiId, options)),
  ]);
  if (!api.ok) return api;

  const inView = allRoutes.filter(
    (route) =>
      (view.RouteKey === undefined || route.RouteKey === view.RouteKey) &&
      (view.IntegrationId === undefined || targetOf(route) === view.IntegrationId),
  );
  const responses = new Map<string, readonly IntegrationResponse[]>();
  const routeResponses = new Map<string, readonly RouteResponse[]>();
  const details: Promise<void>[] = [];
  const detail = <T>(into: Map<string, readonly T[]>, id: string, get: () => Promise<Reply<T[]>>) => {
    into.set(id, []);
    details.push(
      paced(get).then((reply) => {
        if (reply.ok) into.set(id, reply.value);
        else {
          into.delete(id);
          failures.push(reply.error);
        }
        if (details.length > PER_SECOND)
          options.progress?.(`${responses.size + routeResponses.size} of ${details.length} details read`);
      }),
    );
  };
  const notRead: Route[] = [];
  const readIntegration = (id: string | undefined) => {
    if (id === undefined || responses.has(id)) return;
    const integration = integrations.find(({ IntegrationId }) => IntegrationId === id);
    if (!integration || matchedText(integration) === 'nothing') return; // a proxy uses no integration responses
    detail(responses, id, () => gateway.getIntegrationResponses(apiId, id, options));
  };
  for (const route of inView) {
    const { RouteId } = route;
    if (RouteId === undefined || details.length + 2 > MAX_DETAILS) {
      notRead.push(route);
      continue;
    }
    detail(routeResponses, RouteId, () => gateway.getRouteResponses(apiId, RouteId, options));
    readIntegration(targetOf(route));
  }
  if (view.RouteKey === undefined && details.length < MAX_DETAILS) readIntegration(view.IntegrationId);
  await Promise.all(details);
  const value = {
    api: api.value,
    routes: inView,
    allRoutes,
    integrations,
    stages,
    deployments,
    responses,
    routeResponses,
    notRead,
    failures,
  };
  return { ok: true, value };
}

/**
 * Runs tasks, at most `PER_SECOND` of them in any second as the other side sees it: each of so many lanes rests a second
 * after its task. Once the signal is raised nobody rests.
 */
function createPace(signal: AbortSignal): <T>(task: () => Promise<T>) => Promise<T> {
  const lanes = Array.from({ length: PER_SECOND }, () => Promise.resolve());
  let next = 0;
  return (task) => {
    const lane = next++ % PER_SECOND;
    const result = (lanes[lane] ?? Promise.resolve()).then(task);
    const rest = () => sleep(1000, undefined, { signal, ref: false }).catch(() => undefined);
    lanes[lane] = result.then(rest, rest);
    return result;
  };
}
