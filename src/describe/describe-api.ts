// One API as a result: what was read of it as a tree, with an audit, within the bounds of a result.
import type { DescribeArguments, DescribeResult, IntegrationSummary } from '../contract/describe.ts';
import type { ApiState } from '../live/read-api.ts';
import { routeTree, unrouted } from './api-tree.ts';
import { audit } from './audit.ts';
import { stageSummaries } from './audit-stages.ts';
import { diagram } from './diagram.ts';
import { fitting } from './fitting.ts';
import { checksOf, number, unread } from './omissions.ts';

/** Characters of JSON that each part may have: below 25,000 tokens together, whatever the account holds. */
const MAX_CHARACTERS = { Findings: 20_000, Routes: 22_000, Unrouted: 6_000, Stages: 4_000 };

type Described = Pick<DescribeResult, 'Findings' | 'Checks' | 'Routes' | 'Unrouted' | 'Stages' | 'Omitted' | 'Diagram'>;

/** All findings of the audit, and what of them and of the tree is shown. */
export function describeApi(apiId: string, state: ApiState, view: DescribeArguments) {
  const findings = audit(apiId, state);
  const routes = state.routes && routeTree(state);
  const unroutedOnes = unroutedInView(state, view);
  const stages = stageSummaries(state);

  const Findings = fitting(findings, MAX_CHARACTERS.Findings);
  const Routes = routes && fitting(routes, MAX_CHARACTERS.Routes);
  const Unrouted = unroutedOnes && fitting(unroutedOnes, MAX_CHARACTERS.Unrouted);
  const Stages = stages && fitting(stages, MAX_CHARACTERS.Stages);
  const Omitted = [
    ...cut(findings, Findings, 'finding'),
    ...cut(routes, Routes, 'route'),
    ...cut(unroutedOnes, Unrouted, 'unrouted integration'),
    ...cut(stages, Stages, 'stage'),
    ...unread(state),
  ];
  const tree = { ...(Routes && { Routes }), ...(Unrouted && { Unrouted }), ...(Stages && { Stages }) };
  const described: Described = {
    Findings,
    Checks: checksOf(state),
    ...tree,
    ...(Omitted.length > 0 && { Omitted }),
    ...(view.As === 'mermaid' && { Diagram: diagram(tree) }),
  };
  return { findings, described };
}

/** "3 routes, 2 integrations, stages not read" */
export const contents = ({ routes, inView, integrations, stages }: ApiState): string =>
  [
    routes ? number(inView.length, 'route') : 'routes not read',
    integrations ? number(integrations.length, 'integration') : 'integrations not read',
    stages ? number(stages.length, 'stage') : 'stages not read',
  ].join(', ');

/** All of them in the view of the whole API; in that of one integration this one, if no route targets it. */
function unroutedInView(
  state: ApiState,
  { RouteKey, IntegrationId }: DescribeArguments,
): IntegrationSummary[] | undefined {
  if (RouteKey !== undefined) return undefined;
  const all = unrouted(state);
  return IntegrationId === undefined ? all : all?.filter((each) => each.IntegrationId === IntegrationId);
}

function cut(all: readonly unknown[] = [], shown: readonly unknown[] = [], noun: string): string[] {
  const more = all.length - shown.length;
  return more > 0 ? [`${number(more, `more ${noun}`)} not shown; narrow the view with RouteKey or IntegrationId`] : [];
}
