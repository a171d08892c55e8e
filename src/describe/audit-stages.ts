// What the stages of an API serve, as far as that can be known.
import type { Deployment, Stage } from '@aws-sdk/client-apigatewayv2';
import type { StageSummary } from '../contract/describe.ts';
import type { Finding } from '../contract/finding.ts';
import { runRules } from '../dry-run/rule.ts';
import { noStage } from '../dry-run/rules/no-stage.ts';
import { stageDeployFailed } from '../dry-run/rules/stage-deploy-failed.ts';
import { stageManual } from '../dry-run/rules/stage-manual.ts';
import { stageNotDeployed } from '../dry-run/rules/stage-not-deployed.ts';
import { createSubject, withLive } from '../dry-run/subject.ts';
import type { ApiState } from '../live/read-api.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';

const stageRules = [noStage, stageNotDeployed, stageManual, stageDeployFailed];
const codes: ReadonlySet<string> = new Set(stageRules.map(({ code }) => code));

/** Whether the finding holds for a stage, whatever the integration. */
export const isAboutStages = ({ Code }: Pick<Finding, 'Code'>): boolean => codes.has(Code);

/** The findings about stages, each at `["stages", name]`; none where the stages were not read. */
export function auditStages(state: ApiState): Finding[] {
  const { api, stages = [] } = state;
  if (state.stages?.length === 0) return judge({ api, stages, failures: [] }, ['stages']);
  return stages.flatMap((stage) => {
    const path = ['stages', stage.StageName ?? ''];
    const findings = judge({ api, stages: [stage], failures: [] }, path).map((finding) =>
      finding.Code === stageManual.code ? { ...finding, ...served(stage, state) } : finding,
    );
    return [...findings, ...stale(stage, state).map((finding) => ({ ...finding, Path: path }))];
  });
}

const judge = (live: Snapshot, Path: Finding['Path']): Finding[] =>
  runRules(stageRules, withLive(createSubject({}), live)).map((finding) => ({ ...finding, Path }));

/** Integration responses carry no time: what a snapshot holds can be told from the time of deployments alone. */
function served(stage: Stage, { deployments }: ApiState): Pick<Finding, 'Message' | 'Fix'> {
  const { running } = deploymentsOf(stage, deployments);
  const time = running?.CreatedDate ? ` of ${running.CreatedDate.toISOString()}` : '';
  return {
    Message:
      `Stage ${quote(stage.StageName ?? '')} deploys by hand and serves deployment ${quote(stage.DeploymentId ?? '')}${time}. ` +
      'Whether that holds the last changes cannot be known; later ones are not live there.',
    Fix: 'Deploy the API to it if anything was changed since.',
  };
}

function stale(stage: Stage, { deployments }: ApiState): Omit<Finding, 'Path'>[] {
  const { running, newer } = deploymentsOf(stage, deployments);
  if (stage.AutoDeploy || !running?.CreatedDate || !newer?.CreatedDate) return [];
  const by = newer.AutoDeployed ? 'changed' : 'deployed anew';
  return [
    {
      Code: 'stage-stale',
      Severity: 'warning',
      Message:
        `Stage ${quote(stage.StageName ?? '')} serves the deployment of ${running.CreatedDate.toISOString()}; ` +
        `the API was ${by} at ${newer.CreatedDate.toISOString()}, and that is not live there.`,
      Why: stageManual.why,
      Fix: 'Deploy the API to it, unless the older deployment is meant.',
      Basis: stageManual.facts[0].basis,
      Source: stageManual.facts[0].source,
    },
  ];
}

function deploymentsOf(stage: Stage, deployments: readonly Deployment[] = []) {
  const running = deployments.find(
    ({ DeploymentId }) => DeploymentId !== undefined && DeploymentId === stage.DeploymentId,
  );
  const time = (deployment: Deployment | undefined) => deployment?.CreatedDate?.getTime() ?? 0;
  const [newest] = deployments.toSorted((a, b) => time(b) - time(a));
  return { running, newer: running && time(newest) > time(running) ? newest : undefined };
}

/** Stages with what they run. */
export const stageSummaries = ({ stages, deployments }: ApiState): StageSummary[] | undefined =>
  stages?.map((stage): StageSummary => {
    const { running } = deploymentsOf(stage, deployments);
    const State = stageState(stage, deployments);
    return {
      StageName: stage.StageName ?? '',
      ...(State && { State }),
      ...(stage.DeploymentId !== undefined && { DeploymentId: stage.DeploymentId }),
      ...(running?.CreatedDate && { DeployedAt: running.CreatedDate.toISOString() }),
    };
  });

function stageState(stage: Stage, deployments: readonly Deployment[] | undefined): StageSummary['State'] {
  if (stage.AutoDeploy) return 'automatic';
  if (stage.DeploymentId === undefined) return 'not deployed';
  const { running, newer } = deploymentsOf(stage, deployments);
  return newer ? 'stale' : running && 'deployed';
}
