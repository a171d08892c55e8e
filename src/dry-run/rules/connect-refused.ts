import { type Key, parseKey } from '../../api-gateway/response-key.ts';
import type { Budget } from '../../engines/budget.ts';
import { matchesEmpty } from '../../engines/java-regex/sample.ts';
import { facts } from '../../facts/facts.ts';
import { usingRoutes } from '../../live/reach.ts';
import { statusCodesOf } from '../key/status-codes.ts';
import type { Rule } from '../rule.ts';

export const connectRefused: Rule = {
  code: 'connect-refused',
  severity: 'warning',
  summary: 'The route `$connect` uses the integration, and none of its responses is chosen on success.',
  why:
    'Documented is that a failing $connect refuses the connection; that an outcome which no integration response matches fails ' +
    'was observed. That no client can connect with these responses is inferred from both.',
  facts: [facts['connect-waits'], facts['no-match-fails']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/4\\d\\d/' },
    live: { routes: [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }], responses: [] },
    corrected: { IntegrationResponseKey: '/200/' },
  },
  check(subject) {
    const { live, key, matched } = subject;
    if (!usingRoutes(subject).some(({ RouteKey }) => RouteKey === '$connect')) return [];
    if (!live.responses || (key?.form !== 'pattern' && key?.form !== 'default')) return [];
    if (matched !== 'status' && matched !== 'errorMessage') return [];
    const siblings = live.responses.map(({ IntegrationResponseKey = '' }) => parseKey(IntegrationResponseKey));
    if ([key, ...siblings].some((each) => mayTakeSuccess(each, matched, subject.budget))) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message:
          matched === 'status'
            ? 'Route "$connect" uses this integration, and no response of it matches a status code of success.'
            : 'Route "$connect" uses this integration, and no response of it matches the empty error message of success.',
        Fix: `Create the response ${matched === 'status' ? '/200/' : '$default'} as well.`,
      },
    ];
  },
};

/** A pattern that is too large to be tried may. */
function mayTakeSuccess(key: Key, matched: 'status' | 'errorMessage', budget: Budget): boolean {
  if (key.form !== 'pattern') return key.form === 'default' || key.form === 'unjudged';
  if (matched === 'errorMessage') return matchesEmpty(key.pattern);
  return statusCodesOf(key, budget)?.some((code) => code >= 200 && code < 300) ?? true;
}
