import type { Deployment, GetApiResponse, GetStageResponse, Stage } from '@aws-sdk/client-apigatewayv2';
import type { CallOptions, Gateway, WriteReply } from '../aws/gateway.ts';
import type { DeployArguments, DeploymentSummary, DeployResult, StageSummary } from '../contract/deploy.ts';
import type { Finding } from '../contract/finding.ts';
import { checksOfReads, type Gathered, gather } from '../live/gathered.ts';
import { nearest } from '../text/nearest.ts';
import { quote, visible } from '../text/quote.ts';
import type { Change } from './change.ts';
import { found } from './change-findings.ts';
import { judgeApi } from './judge-api.ts';
import { judgeIds } from './judge-ids.ts';
import { missing } from './response-state.ts';
import type { Step } from './step.ts';
import { type Deployed, waitForDeployment } from './wait-for-deployment.ts';

type Args = Partial<DeployArguments>;
type State = Gathered<{ api: GetApiResponse; stages: Stage[]; deployments: Deployment[] }>;

export const deploy: Change<
  DeployArguments,
  State,
  Deployed,
  'deployed',
  Pick<DeployResult, 'Deployment' | 'Stage' | 'Before'>
> = {
  done: 'deployed',
  judge: (args, state) => [
    ...judgeIds(args),
    ...judgeApi(args.ApiId, state),
    ...(state?.stages ? aboutStage(args, state, state.stages) : []),
  ],
  read: (gateway, { ApiId }, options) =>
    gather(
      gateway,
      {
        api: ['GetApi', () => gateway.getApi(ApiId, options)],
        stages: ['GetStages', () => gateway.getStages(ApiId, options)],
        deployments: ['GetDeployments', () => gateway.getDeployments(ApiId, options)],
      },
      options,
    ),
  readMore: async (_gateway, _args, state) => state,
  async send(gateway, args, state, options) {
    const reply = await assign(gateway, args, state, options);
    if (!reply.ok) return reply;
    const settled = await waitForDeployment(gateway, args, reply.value, options);
    return settled.ok && reply.error ? { ...settled, error: reply.error } : settled;
  },
  checks: checksOfReads,
  foreseen: (args, state) =>
    state.failures.find(({ error }) => error.Type === 'NotFoundException')?.error ??
    (state.stages && !stageOf(args, state) ? missing('stage', visible(args.StageName)) : undefined),
  tell: ({ StageName }, { deployment, stage }) =>
    `Stage ${quote(StageName)} runs deployment ${deployment.DeploymentId}${stage.AutoDeploy ? ' and deploys every change by itself' : ''}.`,
  steps: (args, state, { written }) => (written ? undo(args, state, written.value) : []),
  members(args, state, { written }) {
    const before = stageOf(args, state);
    return {
      ...(before && { Before: stageSummary(before) }),
      ...(written && {
        Deployment: deploymentSummary(written.value.deployment),
        Stage: stageSummary(written.value.stage),
      }),
    };
  },
};

const stageOf = ({ StageName }: Args, { stages }: State): Stage | undefined =>
  stages?.find((stage) => stage.StageName === StageName);

const deploymentOf = ({ deployments }: State, id: string | undefined): Deployment | undefined =>
  id === undefined ? undefined : deployments?.find(({ DeploymentId }) => DeploymentId === id);

const stageSummary = ({ StageName, DeploymentId, AutoDeploy }: GetStageResponse): StageSummary => ({
  StageName,
  DeploymentId,
  AutoDeploy,
});

const deploymentSummary = ({
  DeploymentId,
  DeploymentStatus,
  CreatedDate,
  Description,
}: Deployment): DeploymentSummary => ({
  DeploymentId,
  DeploymentStatus,
  CreatedDate: CreatedDate?.toISOString(),
  Description,
});

const since = (deployment: Deployment | undefined): string =>
  deployment?.CreatedDate ? ` of ${deployment.CreatedDate.toISOString()}` : '';

function aboutStage(args: Args, state: State, stages: readonly Stage[]): Finding[] {
  const { StageName = '', DeploymentId, CreateStage } = args;
  const stage = stageOf(args, state);
  const name = quote(StageName);
  if (!stage) {
    if (CreateStage && DeploymentId === undefined) return [];
    const names = stages.flatMap((each) => each.StageName ?? []);
    const meant = nearest(StageName, names);
    return [
      found(
        'unknown-deployment-stage',
        ['StageName'],
        `The API has no stage ${name}; it has ${names.map((each) => quote(each)).join(', ') || 'none'}.`,
        {
          ...(meant !== undefined && {
            Fix: `Name the stage ${quote(meant)}, or give CreateStage true.`,
            Replace: meant,
          }),
        },
      ),
    ];
  }
  const runs = deploymentOf(state, stage.DeploymentId);
  const now = stage.DeploymentId
    ? `runs deployment ${visible(stage.DeploymentId)}${since(runs)}`
    : 'runs no deployment';
  if (DeploymentId === undefined) {
    if (stage.AutoDeploy)
      return [found('stage-deploys-itself', ['StageName'], `Stage ${name} has AutoDeploy and ${now}.`)];
    const all = stage.DeploymentId ? 'all changes since then go live' : 'the API goes live as it is';
    return [found('deploys-everything', ['StageName'], `Stage ${name} ${now}: ${all}, whoever made them.`)];
  }
  if (stage.AutoDeploy) {
    return [
      found(
        'stage-takes-no-deployment',
        ['DeploymentId'],
        `Stage ${name} has AutoDeploy and takes no deployment by hand.`,
      ),
    ];
  }
  if (state.deployments && !deploymentOf(state, DeploymentId)) {
    return [found('unknown-deployment', ['DeploymentId'], `The API has no deployment ${quote(DeploymentId)}.`)];
  }
  const target = `${quote(DeploymentId)}${since(deploymentOf(state, DeploymentId))}`;
  return [
    found('takes-back', ['DeploymentId'], `Stage ${name} ${now} and is put to ${target}, with the API as it was then.`),
  ];
}

/** Gives the stage its deployment, or leaves it what it has. The stage that answers may not name its deployment yet. */
async function assign(
  gateway: Gateway,
  args: DeployArguments,
  state: State,
  options: CallOptions,
): Promise<WriteReply<GetStageResponse>> {
  const { ApiId, StageName, DeploymentId, Description } = args;
  const stage = stageOf(args, state);
  const description = Description === undefined ? {} : { Description };
  if (!stage) {
    const before = state.stages ? null : undefined;
    if (args.CreateStage)
      return gateway.createStage({ ApiId, StageName, AutoDeploy: true, ...description }, before, options);
  } else if (stage.AutoDeploy || (DeploymentId !== undefined && stage.DeploymentId === DeploymentId)) {
    return { ok: true, value: stage };
  }
  if (DeploymentId !== undefined) return gateway.updateStage({ ApiId, StageName, DeploymentId }, stage, options);
  const reply = await gateway.createDeployment(
    { ApiId, StageName, ...description },
    { deployments: state.deployments },
    options,
  );
  return reply.ok ? { ...reply, value: { ...stage, StageName, DeploymentId: reply.value.DeploymentId } } : reply;
}

function undo(args: DeployArguments, state: State, { stage }: Deployed): Step[] {
  const { ApiId, StageName } = args;
  const before = stageOf(args, state);
  if (!before) {
    return [
      {
        Text: `Undo: delete the new stage ${quote(StageName)}.`,
        Kind: 'undo',
        cli: ['delete-stage', { '--api-id': ApiId, '--stage-name': StageName }],
      },
    ];
  }
  const { DeploymentId } = before;
  if (DeploymentId === undefined || DeploymentId === stage.DeploymentId || before.AutoDeploy) return [];
  return [
    {
      Text: `Undo: put stage ${quote(StageName)} back to deployment ${visible(DeploymentId)}.`,
      Kind: 'undo',
      tool: ['deploy_websocket_api', { ApiId, StageName, DeploymentId }],
      cli: ['update-stage', { '--api-id': ApiId, '--stage-name': StageName, '--deployment-id': DeploymentId }],
    },
  ];
}
