import { notFound } from '../../../src/dry-run/example.ts';
import { routeSelectionWithoutResponse } from '../../../src/dry-run/rules/route-selection-without-response.ts';
import { testRule } from '../../support/test-rule.ts';

const route = (RouteId: string, RouteKey: string, RouteResponseSelectionExpression?: string) => ({
  RouteId,
  RouteKey,
  Target: 'integrations/abc123',
  ...(RouteResponseSelectionExpression && { RouteResponseSelectionExpression }),
});
const none = new Map([['ghi789', []]]);

testRule(routeSelectionWithoutResponse, {
  silent: [
    { name: 'two-way', live: { routes: [route('ghi789', 'a', '$default')] } },
    { name: 'no expression: another finding', live: { routeResponses: none } },
    { name: '$connect', live: { routes: [route('ghi789', '$connect', '$default')], routeResponses: none } },
    {
      name: 'proxy integration',
      live: {
        integration: { IntegrationType: 'AWS_PROXY' as const },
        routes: [route('ghi789', 'a', '$default')],
        routeResponses: none,
      },
    },
    {
      name: 'unknown integration',
      live: { ...notFound('GetIntegration'), routes: [route('ghi789', 'a', '$default')], routeResponses: none },
    },
    {
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        routes: [route('ghi789', 'a', '$default')],
        routeResponses: none,
      },
    },
  ],
  found: [
    {
      name: 'one',
      live: { routes: [route('ghi789', 'a', '$default')], routeResponses: none },
      problems: [{ Path: [] }],
    },
  ],
});
