import { notFound } from '../../../src/dry-run/example.ts';
import { noRoute } from '../../../src/dry-run/rules/no-route.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noRoute, {
  silent: [
    { name: 'a route targets it', live: {} },
    { name: 'proxy integration', live: { integration: { IntegrationType: 'AWS_PROXY' as const }, routes: [] } },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), routes: [] } },
    {
      name: 'HTTP API',
      live: { api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' }, routes: [] },
    },
  ],
  found: [
    {
      name: 'no route at all',
      live: { routes: [] },
      problems: [{ Path: ['IntegrationId'], Message: 'The API has no route.' }],
    },
    {
      name: 'other targets',
      live: {
        routes: [
          { RouteKey: 'a', Target: 'integrations/abc1234' },
          { RouteKey: 'b', Target: 'abc123' },
          { RouteKey: 'c' },
        ],
      },
      problems: [{ Path: ['IntegrationId'], Message: 'No route of the API (of 3) targets integration "abc123".' }],
    },
  ],
});
