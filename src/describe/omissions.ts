// What a description leaves out, and why.
import type { Checks } from '../contract/checks.ts';
import type { ApiState } from '../live/read-api.ts';
import type { Failure, Read } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';
import { fitting } from './fitting.ts';

/** Characters of the names that one sentence lists. */
const MAX_NAMES = 3_000;

/** "1 route", "2 routes" */
export const number = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** "done" only where all of the view was read. */
export function checksOf({ routesLeft, integrationsLeft, failures }: ApiState): Checks {
  if (failures.length > 0) return { Live: 'partial', Reason: reasons(failures).join(' ') };
  const left = [
    ...(routesLeft.length > 0 ? [number(routesLeft.length, 'route')] : []),
    ...(integrationsLeft.length > 0 ? [number(integrationsLeft.length, 'integration')] : []),
  ];
  return left.length === 0
    ? { Live: 'done' }
    : { Live: 'partial', Reason: `${left.join(' and ')} were not looked into.` };
}

/** What was not read, in sentences. */
export function unread({ routesLeft, integrationsLeft, failures }: ApiState): string[] {
  const routes = routesLeft.map(({ RouteKey = '' }) => quote(RouteKey));
  const integrations = integrationsLeft.map(({ IntegrationId = '' }) => IntegrationId);
  return [
    ...(routes.length > 0
      ? [`${number(routes.length, 'route')} were not looked into; name one as RouteKey: ${listed(routes)}`]
      : []),
    ...(integrations.length > 0
      ? [
          `The responses of ${number(integrations.length, 'integration')} not read; name one as IntegrationId: ${listed(integrations)}`,
        ]
      : []),
    ...reasons(failures),
  ];
}

function listed(names: readonly string[]): string {
  const shown = fitting(names, MAX_NAMES);
  return `${shown.join(', ')}${shown.length < names.length ? ', …' : ''}`;
}

/** One sentence for each reason. */
function reasons(failures: readonly Failure[]): string[] {
  const byReason = new Map<string, Set<Read>>();
  for (const { read, error } of failures) {
    const reason = `${error.Type}: ${error.Explanation}`;
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(read));
  }
  return [...byReason].map(([reason, reads]) => `Not read (${[...reads].join(', ')}), because of ${reason}`);
}
