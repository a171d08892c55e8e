import type { Route } from './account.ts';
import { findApi, noSuchIntegration, noSuchRoute } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { badRequest, conflict } from './service-error.ts';
import { routeMembers } from './shapes.ts';

export const routes: Resource<typeof routeMembers, Route> = {
  path: '/v2/apis/{apiId}/routes',
  idMember: 'routeId',
  members: routeMembers,
  missing: noSuchRoute,
  newId: () => randomId(7),
  entries: (scope) => findApi(scope).routes,
  check: ({ routeKey, authorizationType = 'NONE', requestParameters = {}, target }, scope) => {
    const api = findApi(scope);
    if (api.document.protocolType === 'WEBSOCKET' && routeKey !== '$connect') {
      if (Object.keys(requestParameters).length > 0) {
        throw badRequest('Request parameters are only supported for the $connect route in WEBSOCKET APIs'); // published
      }
      if (authorizationType !== 'NONE') {
        throw badRequest('Currently, authorization is restricted to the $connect route only'); // published
      }
    }
    if (target === undefined) return;
    const integrationId = /^integrations\/([^/]+)$/.exec(target)?.[1];
    if (integrationId === undefined) {
      // published
      throw badRequest(
        'Unexpected or malformed target in route. Correct format should be integrations/<integration_id>.',
      );
    }
    if (!api.integrations.has(integrationId)) throw noSuchIntegration(); // inferred
  },
  checkUnique: ({ routeKey }, others) => {
    if (others.some((other) => other.routeKey === routeKey)) {
      throw conflict(`Route with key ${routeKey} already exists for this API`); // published
    }
  },
  document: (wanted, routeId) => ({ apiKeyRequired: false, authorizationType: 'NONE', ...wanted, routeId }),
  entry: (document) => ({ document, responses: new Map() }),
  changed: deployAutomatically,
};
