import { notFound } from '../../../src/dry-run/example.ts';
import { disconnectRoute } from '../../../src/dry-run/rules/disconnect-route.ts';
import { testRule } from '../../support/test-rule.ts';

const routes = [{ RouteId: 'ghi789', RouteKey: '$disconnect', Target: 'integrations/abc123' }];

testRule(disconnectRoute, {
  silent: [
    { name: 'a route for messages', live: {} },
    {
      name: 'it has another integration',
      live: { routes: [{ RouteKey: '$disconnect', Target: 'integrations/other1' }] },
    },
    { name: 'proxy integration', live: { integration: { IntegrationType: 'AWS_PROXY' as const }, routes } },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), routes } },
    {
      name: 'HTTP API',
      live: { api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' }, routes },
    },
  ],
  found: [{ name: '$disconnect', live: { routes }, problems: [{ Path: [] }] }],
});
