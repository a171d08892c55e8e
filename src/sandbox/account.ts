// The state: what one account holds in one region. Children live inside their parents, so deleting a parent deletes them.
import type { Complete } from './members.ts';
import { noSuchApi, noSuchIntegration, noSuchRoute } from './refusals.ts';
import type {
  apiMembers,
  integrationMembers,
  integrationResponseMembers,
  routeMembers,
  routeResponseMembers,
  stageMembers,
} from './shapes.ts';

type ApiDocument = Complete<typeof apiMembers> & {
  readonly apiEndpoint: string;
  readonly apiId: string;
  readonly createdDate: string;
};
type IntegrationDocument = Complete<typeof integrationMembers> & {
  readonly integrationId: string;
  readonly integrationResponseSelectionExpression?: string;
};
type IntegrationResponseDocument = Complete<typeof integrationResponseMembers> & {
  readonly integrationResponseId: string;
};
type RouteDocument = Complete<typeof routeMembers> & { readonly routeId: string };
type RouteResponseDocument = Complete<typeof routeResponseMembers> & { readonly routeResponseId: string };
type StageDocument = Complete<typeof stageMembers> & {
  readonly createdDate: string;
  readonly lastDeploymentStatusMessage?: string;
  readonly lastUpdatedDate: string;
};
type DeploymentDocument = {
  readonly autoDeployed: boolean;
  readonly createdDate: string;
  readonly deploymentId: string;
  readonly deploymentStatus: 'DEPLOYED';
  readonly description?: string;
};

/** A stored resource: `document` is what the service answers, replaced whole by an update. */
export interface Entry<Document extends object> {
  document: Document;
}

export interface Integration extends Entry<IntegrationDocument> {
  readonly responses: Map<string, IntegrationResponse>;
}
export interface Route extends Entry<RouteDocument> {
  readonly responses: Map<string, RouteResponse>;
}
export type IntegrationResponse = Entry<IntegrationResponseDocument>;
export type RouteResponse = Entry<RouteResponseDocument>;
export type Stage = Entry<StageDocument>;
export interface Deployment extends Entry<DeploymentDocument> {
  readonly snapshot: Snapshot;
}

/** What a stage of this deployment serves. Documents are replaced, never changed, so that holding them is a copy. */
export interface Snapshot {
  readonly routeSelectionExpression: string;
  readonly integrations: ReadonlyMap<string, DeployedIntegration>;
  /** By route key. */
  readonly routes: ReadonlyMap<string, DeployedRoute>;
}

export interface DeployedIntegration {
  readonly document: IntegrationDocument;
  readonly responses: readonly IntegrationResponseDocument[];
}

export interface DeployedRoute {
  readonly document: RouteDocument;
  /** It has a route response. */
  readonly twoWay: boolean;
}

export interface Api extends Entry<ApiDocument> {
  readonly integrations: Map<string, Integration>;
  readonly routes: Map<string, Route>;
  readonly stages: Map<string, Stage>;
  readonly deployments: Map<string, Deployment>;
}

/** All APIs by id. */
export type Account = Map<string, Api>;

/** What a request is about: the state, its time, and its path labels by name (`apiId`, `integrationId`…), percent-decoded. */
export interface Scope {
  readonly account: Account;
  /** Where the stages of WebSocket APIs are served: `ws://127.0.0.1:N`. */
  readonly websocket: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** The API a path names, else 404. */
export function findApi({ account, labels }: Scope): Api {
  const id = labels.get('apiId') ?? '';
  const api = account.get(id);
  if (!api) throw noSuchApi(id);
  return api;
}

/** The integration a path names, else 404. */
export function findIntegration(scope: Scope): Integration {
  const integration = findApi(scope).integrations.get(scope.labels.get('integrationId') ?? '');
  if (!integration) throw noSuchIntegration();
  return integration;
}

/** The route a path names, else 404. */
export function findRoute(scope: Scope): Route {
  const route = findApi(scope).routes.get(scope.labels.get('routeId') ?? '');
  if (!route) throw noSuchRoute();
  return route;
}

/** ISO-8601 in whole seconds, as the service writes timestamps. */
export const timestamp = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
