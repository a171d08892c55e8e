import type { Api, Deployment, Scope, Snapshot, Stage } from './account.ts';
import { findApi, timestamp } from './account.ts';
import { deploymentInUse, noSuchDeployment, noSuchStage } from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { deploymentMembers } from './shapes.ts';

/** Automatic deployments kept that no stage serves: a bound of ours. */
const MAX_IDLE_DEPLOYMENTS = 100;

export const deployments: Resource<typeof deploymentMembers, Deployment> = {
  path: '/v2/apis/{apiId}/deployments',
  name: 'Deployment',
  idMember: 'deploymentId',
  members: deploymentMembers,
  missing: noSuchDeployment,
  newId: () => randomId(6),
  entries: (scope) => findApi(scope).deployments,
  check: ({ stageName }, scope) => {
    if (stageName === undefined) return;
    if (!findApi(scope).stages.has(stageName)) throw noSuchStage();
  },
  document: ({ stageName, ...wanted }, deploymentId, scope, before) => {
    // The stage named moves to the new deployment, which itself does not keep the name.
    const stage = findApi(scope).stages.get(stageName ?? '');
    if (stage) assign(stage, deploymentId, scope.now);
    return {
      autoDeployed: false,
      createdDate: timestamp(scope.now),
      ...before,
      ...wanted,
      deploymentId,
      deploymentStatus: 'DEPLOYED',
    };
  },
  entry: (document, scope) => ({ document, snapshot: snapshotOf(findApi(scope)) }),
  checkDelete: ({ document: { deploymentId } }, scope) => {
    const stages = [...findApi(scope).stages.values()];
    if (stages.some(({ document }) => document.deploymentId === deploymentId)) throw deploymentInUse();
  },
};

/** Gives every stage that asks for it a new deployment; `due` narrows down which. */
export function deployAutomatically(scope: Scope, due: (stage: Stage, api: Api) => boolean = () => true): void {
  const api = scope.account.get(scope.labels.get('apiId') ?? '');
  if (!api) return;
  const stages = [...api.stages.values()].filter((stage) => stage.document.autoDeploy && due(stage, api));
  if (stages.length === 0) return;
  const deploymentId = randomId(6);
  api.deployments.set(deploymentId, {
    document: {
      autoDeployed: true,
      createdDate: timestamp(scope.now),
      deploymentId,
      deploymentStatus: 'DEPLOYED',
      description: 'Automatic deployment triggered by changes to the Api configuration',
    },
    snapshot: snapshotOf(api),
  });
  for (const stage of stages) assign(stage, deploymentId, scope.now);
  forgetAutomatic(api);
}

/** What the API is now, for a stage to serve from then on. */
export const snapshotOf = ({ document, integrations, routes }: Api): Snapshot => ({
  routeSelectionExpression: document.routeSelectionExpression ?? '',
  integrations: new Map(
    [...integrations].map(([id, integration]) => [
      id,
      { document: integration.document, responses: [...integration.responses.values()].map((each) => each.document) },
    ]),
  ),
  routes: new Map(
    [...routes.values()].map((route) => [
      route.document.routeKey,
      { document: route.document, twoWay: route.responses.size > 0 },
    ]),
  ),
});

/** Every change makes an automatic deployment: the oldest that no stage serves are dropped. */
function forgetAutomatic({ deployments: all, stages }: Api): void {
  const served = new Set([...stages.values()].map(({ document }) => document.deploymentId));
  const idle = [...all.values()].filter(
    ({ document: { autoDeployed, deploymentId } }) => autoDeployed && !served.has(deploymentId),
  );
  for (const { document } of idle.slice(0, Math.max(0, idle.length - MAX_IDLE_DEPLOYMENTS)))
    all.delete(document.deploymentId);
}

function assign(stage: Stage, deploymentId: string, now: Date): void {
  stage.document = {
    ...stage.document,
    deploymentId,
    ...(stage.document.autoDeploy && {
      lastDeploymentStatusMessage: `Successfully deployed stage with deployment ID '${deploymentId}'`,
    }),
    lastUpdatedDate: timestamp(now),
  };
}
