// What a stage serves: the snapshot of its deployment, under the names of the AWS SDK, with the stage's own variables.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import type { KeyedResponse } from '../api-gateway/response-key.ts';
import { oncePer } from '../engines/once-per.ts';
import type { Account, DeployedIntegration, DeployedRoute, Snapshot } from '../sandbox/account.ts';

export interface ServedStage {
  readonly apiId: string;
  readonly stageName: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly routeSelectionExpression: string;
  /** By route key. */
  readonly routes: ReadonlyMap<string, ServedRoute>;
}

export interface ServedRoute {
  readonly routeKey: string;
  readonly twoWay: boolean;
  /** undefined: the route has no target. */
  readonly integration: Integration | undefined;
  readonly responses: readonly KeyedResponse[];
  /** Members of the route that are stored and have no effect here. */
  readonly notApplied: readonly string[];
}

/** undefined: there is no such WebSocket API, no such stage, or nothing is deployed to it. */
export function servedStage(account: Account, apiId: string, stageName: string): ServedStage | undefined {
  const api = account.get(apiId);
  const stage = api?.stages.get(stageName)?.document;
  const deployment = api?.deployments.get(stage?.deploymentId ?? '');
  if (api?.document.protocolType !== 'WEBSOCKET' || !stage || !deployment) return undefined;
  const { routeSelectionExpression } = deployment.snapshot;
  const routes = routesOf(deployment.snapshot);
  return { apiId, stageName, stageVariables: stage.stageVariables ?? {}, routeSelectionExpression, routes };
}

const routesOf = oncePer(
  ({ routes, integrations }: Snapshot): ReadonlyMap<string, ServedRoute> =>
    new Map(
      [...routes].map(([routeKey, route]) => [
        routeKey,
        servedRoute(route, integrations.get(route.document.target?.replace('integrations/', '') ?? '')),
      ]),
    ),
);

function servedRoute({ document, twoWay }: DeployedRoute, integration: DeployedIntegration | undefined): ServedRoute {
  const { routeKey, apiKeyRequired, authorizationType = 'NONE', requestModels, requestParameters } = document;
  return {
    routeKey,
    twoWay,
    integration: integration && underSdkNames<Integration>(integration.document),
    responses: (integration?.responses ?? []).map((response) => underSdkNames<KeyedResponse>(response)),
    notApplied: [
      ...(apiKeyRequired ? ['ApiKeyRequired'] : []),
      ...(authorizationType === 'NONE' ? [] : [`AuthorizationType ${authorizationType}`]),
      ...(isEmpty(requestModels) ? [] : ['RequestModels']),
      ...(isEmpty(requestParameters) ? [] : ['RequestParameters']),
    ],
  };
}

const isEmpty = (map: object = {}): boolean => Object.keys(map).length === 0;

/** `integrationUri` -> `IntegrationUri`: the SDK spells members so; what they hold is data. */
const underSdkNames = <Named extends object>(document: object): Named =>
  Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  ) as Named;
