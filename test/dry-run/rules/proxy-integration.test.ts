import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { proxyIntegration } from '../../../src/dry-run/rules/proxy-integration.ts';
import { testRule } from '../../support/test-rule.ts';

const integration = (members: Omit<Integration, 'IntegrationId'>) => ({
  name: JSON.stringify(members),
  live: { integration: { IntegrationId: 'abc123', ...members } },
});

const LAMBDA =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';

testRule(proxyIntegration, {
  silent: [
    integration({ IntegrationType: 'HTTP' }),
    integration({ IntegrationType: 'MOCK' }),
    integration({ IntegrationType: 'AWS', IntegrationUri: LAMBDA }),
    integration({}),
    {
      name: 'HTTP API, which has a finding of its own',
      live: {
        ...integration({ IntegrationType: 'AWS_PROXY' }).live,
        api: { Name: 'orders', ProtocolType: 'HTTP', RouteSelectionExpression: 'x' },
      },
    },
  ],
  found: [
    { ...integration({ IntegrationType: 'HTTP_PROXY' }), problems: [{ Path: ['IntegrationId'] }] },
    {
      ...integration({ IntegrationType: 'AWS_PROXY', IntegrationUri: LAMBDA }),
      problems: [{ Path: ['IntegrationId'] }],
    },
  ],
});
