// The state of an API as one compact tree.
import type { Integration, Route } from '@aws-sdk/client-apigatewayv2';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { IntegrationSummary, RouteSummary } from '../contract/describe.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { isTwoWay, targetOf } from '../live/reach.ts';
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

/** The routes that were looked into, with what they lead to; an integration's responses are shown at the first route that uses it. */
export function routeTree(state: ApiState): RouteSummary[] {
  const shown = new Set<string>();
  return state.inView
    .filter((route) => !state.routesLeft.includes(route))
    .map((route): RouteSummary => {
      const { RouteId = '', RouteKey = '' } = route;
      return present({
        RouteId,
        RouteKey: text(RouteKey) ?? '',
        TwoWay: isTwoWay(state, route),
        Integration: integrationOf(route, state, shown),
      }) as RouteSummary;
    });
}

function integrationOf(route: Route, state: ApiState, shown: Set<string>): IntegrationSummary | undefined {
  const IntegrationId = targetOf(route);
  if (IntegrationId === undefined) return undefined;
  const integration = state.integrations?.find((each) => each.IntegrationId === IntegrationId);
  if (!integration || shown.has(IntegrationId)) return { IntegrationId };
  shown.add(IntegrationId);
  return summary(integration, state);
}

/** The integrations that no route of the API targets; undefined where routes or integrations were not read. */
export function unrouted(state: ApiState): IntegrationSummary[] | undefined {
  const { routes, integrations } = state;
  if (!routes || !integrations) return undefined;
  const targets = new Set(routes.map(targetOf));
  return integrations
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
