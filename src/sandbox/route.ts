import type { Route } from './account.ts';
import { findApi } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import {
  authorizationOutsideConnect,
  malformedTarget,
  noSuchIntegration,
  noSuchRoute,
  requestParametersOutsideConnect,
  routeExists,
} from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { routeMembers } from './shapes.ts';

export const routes: Resource<typeof routeMembers, Route> = {
  path: '/v2/apis/{apiId}/routes',
  name: 'Route',
  idMember: 'routeId',
  members: routeMembers,
  missing: noSuchRoute,
  quota: 300,
  newId: () => randomId(7),
  entries: (scope) => findApi(scope).routes,
  check: ({ routeKey, authorizationType = 'NONE', requestParameters = {}, target }, scope, before) => {
    const api = findApi(scope);
    if (api.document.protocolType === 'WEBSOCKET' && routeKey !== '$connect') {
      if (Object.keys(requestParameters).length > 0) throw requestParametersOutsideConnect();
      if (authorizationType !== 'NONE') throw authorizationOutsideConnect();
    }
    if (target === undefined) return;
    const integrationId = /^integrations\/([^/]+)$/.exec(target)?.[1];
    if (integrationId === undefined) throw malformedTarget(before?.routeId ?? null);
    if (!api.integrations.has(integrationId)) throw noSuchIntegration(); // that it must exist is inferred
  },
  checkUnique: ({ routeKey }, others) => {
    if (others.some((other) => other.routeKey === routeKey)) throw routeExists(routeKey);
  },
  document: (wanted, routeId) => ({ apiKeyRequired: false, authorizationType: 'NONE', ...wanted, routeId }),
  entry: (document) => ({ document, responses: new Map() }),
  changed: deployAutomatically,
};
