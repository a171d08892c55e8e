// What a result says of the reads behind it.
import type { Checks } from '../contract/checks.ts';
import { isUnknown, messageRoutes } from './reach.ts';
import type { Failure, Snapshot } from './snapshot.ts';

/** The failed reads that leave something unknown. That API or integration do not exist is an answer: nothing lies below them. */
export const missedReads = (live: Snapshot): Failure[] =>
  live.failures.filter(({ read, error }) => {
    if (error.Type !== 'NotFoundException') return true;
    if (isUnknown(live, 'GetApi') || read === 'GetIntegration') return false;
    return read !== 'GetIntegrationResponses' || !isUnknown(live, 'GetIntegration');
  });

/** "done" only where all that the rules look at was read. */
export function checksOf(live: Snapshot): Checks {
  const missed = missedReads(live);
  const [first] = missed;
  if (first) {
    const { api, integration, responses, routes, stages } = live;
    return {
      Live: api || integration || responses || routes || stages ? 'partial' : 'skipped',
      Reason: `${missed.map(({ read }) => read).join(', ')}: ${first.error.Type}. ${first.error.Explanation}`,
    };
  }
  const routes = messageRoutes(live, live.integration?.IntegrationId).length;
  const read = live.routeResponses?.size ?? 0;
  return read < routes
    ? { Live: 'partial', Reason: `${routes} routes use the integration; the route responses of ${read} were read.` }
    : { Live: 'done' };
}
