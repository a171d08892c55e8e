import type { Stage } from '@aws-sdk/client-apigatewayv2';
import { notFound } from '../../../src/dry-run/example.ts';
import { stageNotDeployed } from '../../../src/dry-run/rules/stage-not-deployed.ts';
import { testRule } from '../../support/test-rule.ts';

const stages = (...given: Stage[]) => ({ name: JSON.stringify(given), live: { stages: given } });

testRule(stageNotDeployed, {
  silent: [
    stages({ StageName: 'dev', DeploymentId: 'd1' }),
    stages({ StageName: 'dev', AutoDeploy: true }),
    stages(),
    {
      name: 'proxy integration',
      live: { integration: { IntegrationType: 'AWS_PROXY' as const }, stages: [{ StageName: 'dev' }] },
    },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), stages: [{ StageName: 'dev' }] } },
    {
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        stages: [{ StageName: 'dev' }],
      },
    },
  ],
  found: [
    { ...stages({ StageName: 'dev' }), problems: [{ Path: [] }] },
    {
      ...stages(
        { StageName: 'dev', AutoDeploy: false },
        { StageName: 'prod', DeploymentId: 'd1' },
        { StageName: 'test' },
      ),
      problems: [{ Path: [] }, { Path: [] }],
    },
  ],
});
