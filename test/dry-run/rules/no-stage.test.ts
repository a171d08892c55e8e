import { notFound } from '../../../src/dry-run/example.ts';
import { noStage } from '../../../src/dry-run/rules/no-stage.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noStage, {
  silent: [
    { name: 'a stage', live: {} },
    { name: 'proxy integration', live: { integration: { IntegrationType: 'AWS_PROXY' as const }, stages: [] } },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), stages: [] } },
    {
      name: 'HTTP API',
      live: { api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' }, stages: [] },
    },
  ],
  found: [{ name: 'none', live: { stages: [] }, problems: [{ Path: [] }] }],
});
