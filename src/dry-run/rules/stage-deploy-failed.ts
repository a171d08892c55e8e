import { facts } from '../../facts/facts.ts';
import { stagesOf } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const stageDeployFailed: Rule = {
  code: 'stage-deploy-failed',
  severity: 'warning',
  summary: 'The last automatic deployment of a stage failed.',
  why: 'A stage whose automatic deployment fails goes on serving its last good deployment, without this integration response.',
  facts: [facts['auto-deploy-failed']],
  about: [],
  example: {
    refused: {},
    live: {
      stages: [
        {
          StageName: 'dev',
          AutoDeploy: true,
          DeploymentId: 'mno345',
          LastDeploymentStatusMessage: 'Deployment attempt failed: Unable to deploy the API.',
        },
      ],
    },
  },
  check: (subject) =>
    stagesOf(subject)
      .filter(({ AutoDeploy, LastDeploymentStatusMessage: message = '' }) => AutoDeploy && tellsFailure(message))
      .map(({ StageName = '', LastDeploymentStatusMessage: message = '' }) => ({
        Path: [],
        Message: `The last deployment of stage ${quote(StageName)} failed: ${quote(message.replace(/\.$/, ''), 200)}.`,
        Fix: 'Mend what the message tells, or the stage will not serve this integration response.',
      })),
};

/** Success reads "Successfully deployed stage with deployment ID '…'"; the texts of failures are not published. */
const tellsFailure = (message: string): boolean =>
  !/^\s*success/i.test(message) &&
  /\b(?:fail(?:ed|ure|s)?|error|unable|cannot|could not)\b/i.test(message.slice(0, 2000));
