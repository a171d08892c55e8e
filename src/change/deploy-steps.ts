// How a change of an API gets to the stages that do not deploy by themselves.
import type { Stage } from '@aws-sdk/client-apigatewayv2';
import { quote } from '../text/quote.ts';
import type { Step } from './step.ts';

/** Stages for which a step is written out; the quota is 10. */
const MAX_STAGES = 10;

/** A step for each stage without AutoDeploy; for an API without any stage, the one that makes one. None where stages were not read. */
export function deploySteps(ApiId: string, stages: readonly Stage[] | undefined): Step[] {
  if (!stages) return [];
  if (stages.length === 0) {
    return [
      {
        Text: 'Create the stage "dev", which deploys every change.',
        tool: ['deploy_websocket_api', { ApiId, StageName: 'dev', CreateStage: true }],
        cli: ['create-stage', { '--api-id': ApiId, '--stage-name': 'dev', '--auto-deploy': true }],
      },
    ];
  }
  const manual = stages.filter(({ AutoDeploy }) => !AutoDeploy);
  const steps = manual.slice(0, MAX_STAGES).map(
    ({ StageName = '' }): Step => ({
      Text: `Deploy to stage ${quote(StageName)}, with all other changes since its last deployment.`,
      tool: ['deploy_websocket_api', { ApiId, StageName }],
      cli: ['create-deployment', { '--api-id': ApiId, '--stage-name': StageName }],
    }),
  );
  const more = manual.length - steps.length;
  return more > 0 ? [...steps, { Text: `Deploy to the other ${more} stages without AutoDeploy likewise.` }] : steps;
}
