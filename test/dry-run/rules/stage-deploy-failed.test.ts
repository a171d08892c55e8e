import { notFound } from '../../../src/dry-run/example.ts';
import { stageDeployFailed } from '../../../src/dry-run/rules/stage-deploy-failed.ts';
import { testRule } from '../../support/test-rule.ts';

const FAILED = 'Deployment attempt failed: at least one route is required';
const said = (LastDeploymentStatusMessage: string) => ({
  name: LastDeploymentStatusMessage,
  live: { stages: [{ StageName: 'dev', AutoDeploy: true, LastDeploymentStatusMessage }] },
});

testRule(stageDeployFailed, {
  silent: [
    said("Successfully deployed stage with deployment ID 'fail1x'"),
    said("Successfully deployed stage with deployment ID 'error'"),
    said(''),
    said('Deployment in progress'),
    said(' Success: no error'),
    said(`${'x'.repeat(2000)} failed`),
    { name: 'not said', live: {} },
    {
      name: 'of a stage deployed by hand',
      live: { stages: [{ StageName: 'dev', LastDeploymentStatusMessage: FAILED }] },
    },
    {
      name: 'proxy integration',
      live: { integration: { IntegrationType: 'AWS_PROXY' as const }, stages: said(FAILED).live.stages },
    },
    { name: 'unknown integration', live: { ...notFound('GetIntegration'), stages: said(FAILED).live.stages } },
    {
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        stages: said(FAILED).live.stages,
      },
    },
  ],
  found: [
    ...[
      FAILED,
      'Unable to deploy API',
      'The deployment could not be made',
      'A failure',
      'It fails',
      'Fail',
      'Unsuccessful: error',
      'An error. Success',
    ].map((text) => ({ ...said(text), problems: [{ Path: [] }] })),
    {
      ...said('Deployment failed. Twice.'),
      problems: [{ Path: [], Message: 'The last deployment of stage "dev" failed: "Deployment failed. Twice".' }],
    },
  ],
});
