import { notFound } from '../../../src/dry-run/example.ts';
import { oneWayRoute } from '../../../src/dry-run/rules/one-way-route.ts';
import { testRule } from '../../support/test-rule.ts';

const route = (RouteId: string, RouteKey: string, RouteResponseSelectionExpression?: string) => ({
  RouteId,
  RouteKey,
  Target: 'integrations/abc123',
  ...(RouteResponseSelectionExpression && { RouteResponseSelectionExpression }),
});
const none = new Map([['ghi789', []]]);

testRule(oneWayRoute, {
  silent: [
    { name: 'two-way', live: {} },
    { name: 'route responses not read', live: { routeResponses: new Map() } },
    { name: '$connect', live: { routes: [route('ghi789', '$connect')], routeResponses: none } },
    { name: '$disconnect', live: { routes: [route('ghi789', '$disconnect')], routeResponses: none } },
    {
      name: 'expression set: another finding',
      live: { routes: [route('ghi789', 'a', '$default')], routeResponses: none },
    },
    {
      name: 'route of another integration',
      live: { routes: [{ RouteId: 'ghi789', RouteKey: 'a', Target: 'integrations/x' }], routeResponses: none },
    },
    {
      name: 'proxy integration',
      live: { integration: { IntegrationType: 'AWS_PROXY' as const }, routeResponses: none },
    },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), routeResponses: none } },
    {
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        routeResponses: none,
      },
    },
  ],
  found: [
    { name: 'one', live: { routeResponses: none }, problems: [{ Path: [] }] },
    {
      name: '$default is a route for messages',
      live: { routes: [route('ghi789', '$default')], routeResponses: none },
      problems: [{ Path: [] }],
    },
    {
      name: 'each of several',
      live: {
        routes: [route('r1', 'a'), route('r2', 'b'), route('r3', 'c')],
        routeResponses: new Map([
          ['r1', []],
          ['r2', [{ RouteResponseKey: '$default' }]],
          ['r3', []],
        ]),
      },
      problems: [{ Path: [] }, { Path: [] }],
    },
  ],
});
