import { facts } from '../../facts/facts.ts';
import { nameOf, oneWayRoutes } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const oneWayRoute: Rule = {
  code: 'one-way-route',
  severity: 'warning',
  summary: 'A route that uses the integration has no route response, so nothing is sent back.',
  why: 'A route without a $default route response is one-way: whatever this integration response makes is dropped.',
  facts: [facts['one-way']],
  about: [],
  example: { refused: {}, live: { routeResponses: new Map([['ghi789', []]]) } },
  check: (subject) =>
    oneWayRoutes(subject)
      .filter(({ RouteResponseSelectionExpression }) => !RouteResponseSelectionExpression)
      .map((route) => ({
        Path: [],
        Message: `Route ${nameOf(route)} uses this integration but has no route response.`,
        Fix: 'Create the route response $default on it; see NextSteps.',
      })),
};
