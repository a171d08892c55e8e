import { facts } from '../../facts/facts.ts';
import { usingRoutes } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const disconnectRoute: Rule = {
  code: 'disconnect-route',
  severity: 'warning',
  summary: 'The route `$disconnect` uses the integration: nothing can be returned there.',
  why: 'The route $disconnect runs, with best effort, after the connection was closed.',
  facts: [facts['disconnect-is-best-effort']],
  about: [],
  example: {
    refused: {},
    live: { routes: [{ RouteId: 'ghi789', RouteKey: '$disconnect', Target: 'integrations/abc123' }] },
  },
  check: (subject) =>
    usingRoutes(subject)
      .filter(({ RouteKey }) => RouteKey === '$disconnect')
      .map(() => ({
        Path: [],
        Message: 'Route "$disconnect" uses this integration; whatever the response makes reaches nobody there.',
        Fix: 'Do without templates for it, or use the integration from a route for messages.',
      })),
};
