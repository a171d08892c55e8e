// The state of an API as one compact tree.
import type { Deployment, Integration, Route, Stage } from '@aws-sdk/client-apigatewayv2';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { IntegrationSummary, RouteSummary, StageSummary } from '../contract/describe.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { targetOf } from '../live/reach.ts';
import type { ApiState } from '../live/read-api.ts';

const MATCHES = { status: 'status code', errorMessage: 'errorMessage', nothing: 'nothing' } as const;
/** Longest text of the account shown; what is longer can be read in full with the AWS CLI. */
const MAX_TEXT = 300;

const text = (value: string | undefined): string | undefined =>
  value !== undefined && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;

/** Members whose value is undefined are left out. */
const present = <T extends object>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Routes with what they lead to; an integration's responses are shown at the first route that uses it. */
export function routeTree(state: ApiState): RouteSummary[] {
  const shown = new Set<string>();
  return state.routes
    .filter((route) => !state.notRead.includes(route))
    .map((route): RouteSummary => {
      const { RouteId = '', RouteKey = '' } = route;
      const id = targetOf(route);
      const integration = state.integrations.find(
        ({ IntegrationId }) => IntegrationId !== undefined && IntegrationId === id,
      );
      const again = id !== undefined && shown.has(id);
      if (id !== undefined) shown.add(id);
      return present({
        RouteId,
        RouteKey: text(RouteKey) ?? '',
        TwoWay: twoWay(state, route),
        Integration: integration && (again ? { IntegrationId: id } : summary(integration, state)),
      }) as RouteSummary;
    });
}

const twoWay = ({ routeResponses }: ApiState, { RouteId = '' }: Route): boolean | undefined =>
  routeResponses.get(RouteId)?.some(({ RouteResponseKey }) => RouteResponseKey === '$default');

/** The integrations that no route of the API targets. */
export function unrouted(state: ApiState): IntegrationSummary[] {
  const targets = new Set(state.allRoutes.map(targetOf));
  return state.integrations
    .filter(({ IntegrationId }) => !targets.has(IntegrationId))
    .map((integration) => summary(integration, state));
}

function summary(integration: Integration, { responses }: ApiState): IntegrationSummary {
  const { IntegrationId = '', IntegrationType, IntegrationUri } = integration;
  const matched = matchedText(integration);
  return present({
    IntegrationId,
    IntegrationType,
    IntegrationUri: text(IntegrationUri),
    KeysMatch: matched && MATCHES[matched],
    Responses: responses.get(IntegrationId)?.toSorted(byTurn).map(responseSummary),
  }) as IntegrationSummary;
}

/** Patterns are tried first; among themselves in an order nobody has published. */
const byTurn = (a: IntegrationResponse, b: IntegrationResponse): number => Number(isDefault(a)) - Number(isDefault(b));
const isDefault = ({ IntegrationResponseKey }: IntegrationResponse) => IntegrationResponseKey === '$default';

const responseSummary = (response: IntegrationResponse) =>
  present({
    IntegrationResponseId: response.IntegrationResponseId,
    IntegrationResponseKey: text(response.IntegrationResponseKey),
    TemplateSelectionExpression: text(response.TemplateSelectionExpression),
    TemplateKeys: response.ResponseTemplates && Object.keys(response.ResponseTemplates).map((key) => text(key) ?? ''),
    ContentHandlingStrategy: response.ContentHandlingStrategy,
  });

/** Stages with what they run. Integration responses carry no time, so only whole deployments can be compared. */
export const stageSummaries = ({ stages, deployments }: ApiState): StageSummary[] =>
  stages.map((stage): StageSummary => {
    const running = deployments.find(
      ({ DeploymentId }) => DeploymentId !== undefined && DeploymentId === stage.DeploymentId,
    );
    return present({
      StageName: text(stage.StageName) ?? '',
      State: stageState(stage, running, deployments),
      DeploymentId: stage.DeploymentId,
      DeployedAt: running?.CreatedDate?.toISOString(),
    }) as StageSummary;
  });

function stageState(
  stage: Stage,
  running: Deployment | undefined,
  deployments: readonly Deployment[],
): StageSummary['State'] {
  if (stage.AutoDeploy) return 'automatic';
  if (stage.DeploymentId === undefined) return 'not deployed';
  const time = (deployment: Deployment | undefined) => deployment?.CreatedDate?.getTime() ?? 0;
  return running && deployments.some((deployment) => time(deployment) > time(running)) ? 'stale' : 'deployed';
}
