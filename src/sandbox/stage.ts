import type { Stage } from './account.ts';
import { findApi, timestamp } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { deploysItself, logsOnHttp, noSuchDeployment, noSuchStage, stageExists } from './refusals.ts';
import type { Resource } from './resource.ts';
import { stageMembers } from './shapes.ts';

// The account has a role for execution logs, so stages may log.
export const stages: Resource<typeof stageMembers, Stage> = {
  path: '/v2/apis/{apiId}/stages',
  name: 'Stage',
  idMember: 'stageName',
  members: stageMembers,
  missing: noSuchStage,
  quota: 10,
  newId: ({ stageName }) => stageName,
  entries: (scope) => findApi(scope).stages,
  check: ({ defaultRouteSettings, deploymentId, routeSettings = {} }, scope, before) => {
    const api = findApi(scope);
    const logs = [defaultRouteSettings, ...Object.values(routeSettings)].some(
      (settings) => (settings?.loggingLevel ?? 'OFF') !== 'OFF',
    );
    if (logs && api.document.protocolType === 'HTTP') throw logsOnHttp();
    if (deploymentId === undefined || deploymentId === before?.deploymentId) return;
    if (!api.deployments.has(deploymentId)) throw noSuchDeployment(); // that it must exist is inferred
  },
  checkPatch: ({ deploymentId }, { autoDeploy }, { labels }) => {
    if (deploymentId !== undefined && autoDeploy) throw deploysItself(labels.get('apiId') ?? '');
  },
  checkUnique: ({ stageName }, others) => {
    if (others.some((other) => other.stageName === stageName)) throw stageExists();
  },
  document: (wanted, _stageName, { now }, before) => ({
    defaultRouteSettings: { detailedMetricsEnabled: false },
    routeSettings: {},
    stageVariables: {},
    tags: {},
    createdDate: timestamp(now),
    ...before,
    ...wanted,
    lastUpdatedDate: timestamp(now),
  }),
  entry: (document) => ({ document }),
  changed: (scope) =>
    deployAutomatically(
      scope,
      ({ document }, api) => !api.deployments.get(document.deploymentId ?? '')?.document.autoDeployed,
    ),
};
