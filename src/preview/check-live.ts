// Arguments of a preview that name what the API does not have.

import type { Finding } from '../contract/finding.ts';
import type { PreviewArguments } from '../contract/preview.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { routesOf } from '../live/reach.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';

/** Names shown of what there is. */
const MAX_NAMES = 20;

/** Errors about `RouteKey` and `StageName`; none where routes or stages were not read. */
export function checkLive(
  { RouteKey, StageName }: Pick<PreviewArguments, 'RouteKey' | 'StageName'>,
  live: Snapshot,
): Finding[] {
  const routes = live.routes && routesOf(live, live.integration?.IntegrationId).map((route) => route.RouteKey ?? '');
  const stages = live.stages?.map((stage) => stage.StageName ?? '');
  return [
    ...unknown('RouteKey', RouteKey, routes, {
      Code: 'unknown-route',
      Message: `No route with the key ${quote(RouteKey ?? '')} leads to the integration.`,
      Why: 'What a client receives depends on the route that its message takes.',
    }),
    ...unknown('StageName', StageName, stages, {
      Code: 'unknown-stage',
      Message: `The API has no stage ${quote(StageName ?? '')}.`,
      Why: 'The stage gives $context.stage and $stageVariables.',
    }),
  ];
}

function unknown(
  member: string,
  name: string | undefined,
  known: readonly string[] | undefined,
  texts: Pick<Finding, 'Code' | 'Message' | 'Why'>,
): Finding[] {
  if (name === undefined || !known || known.includes(name)) return [];
  const names = known.slice(0, MAX_NAMES).map((each) => quote(each));
  return [
    {
      ...texts,
      Severity: 'error',
      Path: [member],
      Fix:
        names.length > 0
          ? `Name one of ${names.join(', ')}, or leave ${member} out.`
          : `Leave ${member} out: there is none.`,
      Basis: 'documented',
      Source: pageOfFinding(texts.Code),
    },
  ];
}
