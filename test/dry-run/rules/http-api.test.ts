import { httpApi } from '../../../src/dry-run/rules/http-api.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(httpApi, {
  silent: [{ name: 'WebSocket API', live: {} }],
  found: [
    {
      name: 'HTTP API',
      live: { api: { Name: 'orders', ProtocolType: 'HTTP', RouteSelectionExpression: 'x' } },
      problems: [{ Path: ['ApiId'] }],
    },
  ],
});
