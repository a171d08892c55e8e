import { facts } from '../../facts/facts.ts';
import { stagesOf } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const stageManual: Rule = {
  code: 'stage-manual',
  severity: 'info',
  summary: 'A stage is deployed by hand, so this create is not live there before the next deployment.',
  why: 'A deployment is a snapshot of the API; a change reaches a stage without AutoDeploy only with a new deployment.',
  facts: [facts['deployment-snapshot']],
  about: [],
  example: { refused: {}, live: { stages: [{ StageName: 'production', DeploymentId: 'mno345' }] } },
  check: (subject) =>
    stagesOf(subject)
      .filter(({ AutoDeploy, DeploymentId }) => !AutoDeploy && DeploymentId)
      .map(({ StageName = '' }) => ({
        Path: [],
        Message: `Stage ${quote(StageName)} does not deploy by itself.`,
        Fix: 'Deploy the API to it after the create; see NextSteps.',
      })),
};
