// describe_websocket_api as a picture: routes, the integration they lead to, its responses in the order they are tried.
import type { DescribeResult, IntegrationSummary, RouteSummary, StageSummary } from '../contract/describe.ts';
import type { Finding } from '../contract/finding.ts';
import { badge, details, element, terms } from './element.ts';
import { findingList } from './finding-list.ts';

/** The whole picture; findings stand at what they are about, the others at the end. */
export function apiView({
  Api,
  Apis,
  Routes = [],
  Unrouted = [],
  Stages = [],
  Findings,
  Omitted = [],
  Summary,
}: DescribeResult): HTMLElement {
  const placed = new Set<Finding>();
  const at = (...path: readonly string[]): readonly Finding[] => {
    const found = Findings.filter(
      (finding) => !placed.has(finding) && path.every((step, index) => finding.Path[index] === step),
    );
    for (const finding of found) placed.add(finding);
    return found;
  };
  const groups = [
    ...groupsOf(Routes).map(([integration, routes]) => row(routes, integration, at)),
    ...Unrouted.map((integration) => row([], integration, at)),
  ];
  const stages = Stages.map((stage) => stageItem(stage, at('stages', stage.StageName)));
  return element(
    'section',
    {},
    element('h1', {}, Api?.Name ?? 'WebSocket APIs'),
    element('p', {}, Summary),
    Apis &&
      element(
        'ul',
        {},
        ...Apis.map(({ Name = '', ApiId = '' }) => element('li', {}, Name, ' ', element('code', {}, ApiId))),
      ),
    stages.length > 0 && element('ul', { class: 'stages', 'aria-label': 'Stages' }, ...stages),
    groups.length > 0 &&
      element('ol', { class: 'picture', 'aria-label': 'Routes, integrations and responses' }, ...groups),
    ...Omitted.map((text) => element('p', { class: 'quiet' }, text)),
    findingList(Findings.filter((finding) => !placed.has(finding))),
  );
}

/** An integration's responses are told at the first of its routes only. */
function groupsOf(routes: readonly RouteSummary[]): [IntegrationSummary | undefined, RouteSummary[]][] {
  const groups = new Map<string, [IntegrationSummary | undefined, RouteSummary[]]>();
  for (const route of routes) {
    const id = route.Integration?.IntegrationId ?? `route ${route.RouteId}`;
    const group = groups.get(id) ?? [route.Integration, []];
    group[1].push(route);
    groups.set(id, group);
  }
  return [...groups.values()];
}

type FindingsAt = (...path: readonly string[]) => readonly Finding[];

function row(
  routes: readonly RouteSummary[],
  integration: IntegrationSummary | undefined,
  at: FindingsAt,
): HTMLElement {
  return element(
    'li',
    { class: 'row' },
    element(
      'div',
      { class: 'routes' },
      ...(routes.length > 0 ? routes.map(routeCard) : [element('p', { class: 'quiet' }, 'no route')]),
    ),
    element(
      'div',
      { class: 'integration' },
      integration ? integrationCard(integration) : element('p', { class: 'quiet' }, 'no integration'),
    ),
    element('div', { class: 'responses' }, ...responses(integration, at)),
  );
}

const routeCard = ({ RouteKey, RouteId, TwoWay }: RouteSummary): HTMLElement =>
  element(
    'div',
    { class: 'card' },
    element('strong', {}, RouteKey),
    ' ',
    EVENTS.has(RouteKey)
      ? badge('plain', 'event')
      : TwoWay === undefined
        ? badge('plain', 'not known')
        : TwoWay
          ? badge('good', 'answered')
          : badge('bad', 'one-way'),
    details('Ids', terms([['RouteId', RouteId]])),
  );

const EVENTS: ReadonlySet<string> = new Set(['$connect', '$disconnect']);

const integrationCard = ({
  IntegrationId,
  IntegrationType,
  IntegrationUri,
  KeysMatch,
}: IntegrationSummary): HTMLElement =>
  element(
    'div',
    { class: 'card' },
    element('strong', {}, IntegrationType ?? 'integration'),
    details(
      'Details',
      terms([
        ['IntegrationId', IntegrationId],
        ['IntegrationUri', IntegrationUri],
        ['Keys match', KeysMatch],
      ]),
    ),
  );

function responses(integration: IntegrationSummary | undefined, at: FindingsAt): (HTMLElement | undefined)[] {
  if (!integration) return [];
  const { IntegrationId: id, Responses } = integration;
  const list = (Responses ?? []).map((response) =>
    element(
      'li',
      { class: 'card' },
      element('code', {}, response.IntegrationResponseKey ?? ''),
      details(
        'Details',
        terms([
          ['IntegrationResponseId', response.IntegrationResponseId],
          ['Template selection', response.TemplateSelectionExpression],
          ['Templates', response.TemplateKeys?.join(', ')],
          ['Content handling', response.ContentHandlingStrategy],
        ]),
      ),
      findingList(at('integrations', id, 'integrationresponses', response.IntegrationResponseId ?? '')),
    ),
  );
  return [
    list.length > 0
      ? element('ol', { 'aria-label': 'Integration responses in matching order' }, ...list)
      : element('p', { class: 'quiet' }, Responses ? 'no integration response' : 'responses not shown'),
    findingList(at('integrations', id)),
  ];
}

const stageItem = (
  { StageName, State, DeployedAt, DeploymentId }: StageSummary,
  findings: readonly Finding[],
): HTMLElement =>
  element(
    'li',
    { class: 'card' },
    element('strong', {}, StageName),
    ' ',
    State === undefined
      ? badge('plain', 'deployment not read')
      : badge(State === 'automatic' ? 'good' : State === 'deployed' ? 'plain' : 'bad', State),
    details(
      'Details',
      terms([
        ['DeployedAt', DeployedAt],
        ['DeploymentId', DeploymentId],
      ]),
    ),
    findingList(findings),
  );
