import type { Api } from './account.ts';
import { timestamp } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { corsOnWebSocket, noRouteSelection, noSuchApi, otherRouteSelection } from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { apiMembers } from './shapes.ts';

const httpRouteSelection = '${request.method} ${request.path}';

export const apis: Resource<typeof apiMembers, Api> = {
  path: '/v2/apis',
  name: 'Api',
  idMember: 'apiId',
  members: apiMembers,
  missing: noSuchApi,
  newId: () => randomId(10),
  entries: ({ account }) => account,
  check: ({ protocolType, routeSelectionExpression, corsConfiguration }) => {
    if (protocolType === 'HTTP') {
      if ((routeSelectionExpression ?? httpRouteSelection) !== httpRouteSelection) {
        throw otherRouteSelection(httpRouteSelection);
      }
      return;
    }
    if (!routeSelectionExpression) throw noRouteSelection();
    if (corsConfiguration) throw corsOnWebSocket();
  },
  document: (wanted, apiId, { now, websocket }, before) => ({
    apiKeySelectionExpression: '$request.header.x-api-key',
    disableExecuteApiEndpoint: false,
    ipAddressType: 'ipv4',
    tags: {},
    ...(wanted.protocolType === 'HTTP' && { routeSelectionExpression: httpRouteSelection }),
    ...wanted,
    apiEndpoint:
      wanted.protocolType === 'HTTP' ? `https://${apiId}.execute-api.us-east-1.amazonaws.com` : `${websocket}/${apiId}`,
    apiId,
    createdDate: before?.createdDate ?? timestamp(now),
  }),
  entry: (document) => ({
    document,
    integrations: new Map(),
    routes: new Map(),
    stages: new Map(),
    deployments: new Map(),
  }),
  changed: deployAutomatically,
};
