import type { RouteResponse } from './account.ts';
import { findApi, findRoute } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { noRouteResponses, noSuchRouteResponse, otherRouteResponseKey, routeResponseExists } from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { routeResponseMembers } from './shapes.ts';

export const routeResponses: Resource<typeof routeResponseMembers, RouteResponse> = {
  path: '/v2/apis/{apiId}/routes/{routeId}/routeresponses',
  name: 'RouteResponse',
  idMember: 'routeResponseId',
  members: routeResponseMembers,
  missing: noSuchRouteResponse,
  newId: () => randomId(7),
  supports: (scope) => {
    if (findApi(scope).document.protocolType !== 'WEBSOCKET') throw noRouteResponses();
  },
  entries: (scope) => findRoute(scope).responses,
  check: ({ routeResponseKey }) => {
    if (routeResponseKey !== '$default') throw otherRouteResponseKey();
  },
  checkUnique: ({ routeResponseKey }, others) => {
    if (others.length > 0) throw routeResponseExists(routeResponseKey);
  },
  document: (wanted, routeResponseId) => ({ ...wanted, routeResponseId }),
  entry: (document) => ({ document }),
  changed: deployAutomatically,
};
