import { type Budget, RegexLimitError } from '../../java/regex/errors.ts';
import { matches } from '../../java/regex/match.ts';
import { type Key, parseKey } from '../../preview/response-key.ts';
import { usingRoutes } from '../reach.ts';
import type { Rule } from '../rule.ts';

export const connectRefused: Rule = {
  code: 'connect-refused',
  severity: 'warning',
  summary: 'The route `$connect` uses the integration, and none of its responses is chosen on success.',
  why:
    'An outcome that no integration response matches is a configuration error, and a failing $connect refuses the connection: ' +
    'with these responses no client can connect.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html',
  example: {
    refused: { IntegrationResponseKey: '/4\\d\\d/' },
    live: { routes: [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }], responses: [] },
    corrected: { IntegrationResponseKey: '/200/' },
  },
  check(subject) {
    const { live, key, matched } = subject;
    if (!usingRoutes(subject).some(({ RouteKey }) => RouteKey === '$connect')) return [];
    if (!live.responses || (key?.form !== 'pattern' && key?.form !== 'default')) return [];
    const siblings = live.responses.map(({ IntegrationResponseKey = '' }) => parseKey(IntegrationResponseKey));
    const budget = { steps: 300_000 };
    const success = matched === 'status' ? STATUS_2XX : matched === 'errorMessage' ? [''] : undefined;
    if (!success || [key, ...siblings].some((each) => mayMatch(each, success, budget))) return [];
    return [
      {
        Path: [],
        Message:
          matched === 'status'
            ? 'Route "$connect" uses this integration, and no response of it matches a status code of success.'
            : 'Route "$connect" uses this integration, and no response of it matches the empty error message of success.',
        Fix: `Create the response ${matched === 'status' ? '/200/' : '$default'} as well.`,
      },
    ];
  },
};

const STATUS_2XX = Array.from({ length: 100 }, (_, index) => String(200 + index));

/** Where a pattern is too large to be tried it may. */
function mayMatch(key: Key, texts: readonly string[], budget: Budget): boolean {
  if (key.form !== 'pattern') return key.form === 'default' || key.form === 'unjudged';
  try {
    return texts.some((text) => matches(key.pattern, text, budget));
  } catch (error) {
    if (error instanceof RegexLimitError) return true;
    throw error;
  }
}
