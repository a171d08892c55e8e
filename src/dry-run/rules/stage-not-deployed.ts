import { facts } from '../../facts/facts.ts';
import { stagesOf } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const stageNotDeployed: Rule = {
  code: 'stage-not-deployed',
  severity: 'info',
  summary: 'A stage has no deployment yet.',
  why: 'A stage serves the deployment it points to; without one it serves nothing.',
  facts: [facts['stage-without-deployment']],
  about: [],
  example: { refused: {}, live: { stages: [{ StageName: 'dev' }] } },
  check: (subject) =>
    stagesOf(subject)
      .filter(({ AutoDeploy, DeploymentId }) => !AutoDeploy && !DeploymentId)
      .map(({ StageName = '' }) => ({
        Path: [],
        Message: `Stage ${quote(StageName)} has no deployment.`,
        Fix: 'Deploy the API to it; see NextSteps.',
      })),
};
