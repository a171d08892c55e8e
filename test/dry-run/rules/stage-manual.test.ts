import type { Stage } from '@aws-sdk/client-apigatewayv2';
import { notFound } from '../../../src/dry-run/example.ts';
import { stageManual } from '../../../src/dry-run/rules/stage-manual.ts';
import { testRule } from '../../support/test-rule.ts';

const stages = (...given: Stage[]) => ({ name: JSON.stringify(given), live: { stages: given } });

testRule(stageManual, {
  silent: [
    stages({ StageName: 'dev', DeploymentId: 'd1', AutoDeploy: true }),
    stages({ StageName: 'dev' }),
    {
      name: 'proxy integration',
      live: {
        integration: { IntegrationType: 'AWS_PROXY' as const },
        stages: [{ StageName: 'dev', DeploymentId: 'd1' }],
      },
    },
    {
      name: 'unknown integration',
      live: { ...notFound('GetIntegration'), stages: [{ StageName: 'dev', DeploymentId: 'd1' }] },
    },
    {
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        stages: [{ StageName: 'dev', DeploymentId: 'd1' }],
      },
    },
  ],
  found: [
    { ...stages({ StageName: 'dev', DeploymentId: 'd1' }), problems: [{ Path: [] }] },
    {
      ...stages(
        { StageName: 'a', DeploymentId: 'd1', AutoDeploy: false },
        { StageName: 'b', DeploymentId: 'd1', AutoDeploy: true },
      ),
      problems: [{ Path: [] }],
    },
  ],
});
