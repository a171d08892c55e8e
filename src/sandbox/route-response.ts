import type { RouteResponse } from './account.ts';
import { findApi, findRoute } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { badRequest, conflict, notFound } from './service-error.ts';
import { routeResponseMembers } from './shapes.ts';

export const routeResponses: Resource<typeof routeResponseMembers, RouteResponse> = {
  path: '/v2/apis/{apiId}/routes/{routeId}/routeresponses',
  idMember: 'routeResponseId',
  members: routeResponseMembers,
  missing: () => notFound('Invalid RouteResponse identifier specified'), // ours
  newId: () => randomId(7),
  supports: (scope) => {
    if (findApi(scope).document.protocolType === 'WEBSOCKET') return;
    // published
    throw badRequest(
      'RouteResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
    );
  },
  entries: (scope) => findRoute(scope).responses,
  check: ({ routeResponseKey }) => {
    if (routeResponseKey === '$default') return;
    // published
    throw badRequest(
      'Currently, only $default is supported as a RouteResponseKey. The creation of the RouteResponse with a key of $default will indicate to API Gateway that this Route is intended to handle two-way communication.',
    );
  },
  checkUnique: ({ routeResponseKey }, others) => {
    // ours, built like the one for routes
    if (others.length > 0) throw conflict(`RouteResponse with key ${routeResponseKey} already exists for this Route`);
  },
  document: (wanted, routeResponseId) => ({ ...wanted, routeResponseId }),
  entry: (document) => ({ document }),
  changed: deployAutomatically,
};
