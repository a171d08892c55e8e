import { notFound } from '../../../src/dry-run/example.ts';
import { connectRoute } from '../../../src/dry-run/rules/connect-route.ts';
import { testRule } from '../../support/test-rule.ts';

const routes = [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }];

testRule(connectRoute, {
  silent: [
    { name: 'a route for messages', live: {} },
    { name: 'it has another integration', live: { routes: [{ RouteKey: '$connect', Target: 'integrations/other1' }] } },
    { name: 'proxy integration', live: { integration: { IntegrationType: 'AWS_PROXY' as const }, routes } },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), routes } },
    {
      name: 'HTTP API',
      live: { api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' }, routes },
    },
  ],
  found: [{ name: '$connect', live: { routes }, problems: [{ Path: [] }] }],
});
