import { facts } from '../../facts/facts.ts';
import { usingRoutes } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const connectRoute: Rule = {
  code: 'connect-route',
  severity: 'info',
  summary: 'The route `$connect` uses the integration: the response decides on the connection, and is not shown.',
  why:
    'The guide says that the handshake waits for the integration, that a failure refuses the connection, and that an integration ' +
    'response should yield 200. That other status codes refuse it, and that the client is not shown the body, is inferred.',
  facts: [facts['connect-waits'], facts['connect-asks-for-200'], facts['connect-body']],
  about: [],
  example: {
    refused: {},
    live: { routes: [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }] },
  },
  check: (subject) =>
    usingRoutes(subject)
      .filter(({ RouteKey }) => RouteKey === '$connect')
      .map(() => ({
        Path: [],
        Message: 'Route "$connect" uses this integration, so its responses accept or refuse connections.',
        Fix: 'Use the responses of this integration to accept or refuse, and send texts to the client over another route.',
      })),
};
