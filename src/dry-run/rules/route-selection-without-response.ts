import { facts } from '../../facts/facts.ts';
import { nameOf, oneWayRoutes } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const routeSelectionWithoutResponse: Rule = {
  code: 'route-selection-without-response',
  severity: 'warning',
  summary: 'A route that uses the integration has a `RouteResponseSelectionExpression`, but no route response.',
  why: 'The expression alone does not make a route two-way; a $default route response does. Until then the answer is dropped.',
  facts: [facts['route-expression-alone']],
  about: [],
  example: {
    refused: {},
    live: {
      routes: [
        {
          RouteId: 'ghi789',
          RouteKey: 'sendMessage',
          Target: 'integrations/abc123',
          RouteResponseSelectionExpression: '$default',
        },
      ],
      routeResponses: new Map([['ghi789', []]]),
    },
  },
  check: (subject) =>
    oneWayRoutes(subject).flatMap((route) => {
      const { RouteResponseSelectionExpression: expression } = route;
      if (!expression) return [];
      return {
        Path: [],
        Message: `Route ${nameOf(route)} has RouteResponseSelectionExpression ${quote(expression)}, but no route response.`,
        Fix: 'Create the route response $default on it; see NextSteps.',
      };
    }),
};
