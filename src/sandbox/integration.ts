import type { Integration } from './account.ts';
import { findApi, noSuchIntegration } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { badRequest, conflict } from './service-error.ts';
import { integrationMembers } from './shapes.ts';

const longestTimeout = { WEBSOCKET: 29000, HTTP: 30000 } as const;

export const integrations: Resource<typeof integrationMembers, Integration> = {
  path: '/v2/apis/{apiId}/integrations',
  idMember: 'integrationId',
  members: integrationMembers,
  missing: noSuchIntegration,
  newId: () => randomId(7),
  entries: (scope) => findApi(scope).integrations,
  check: ({ integrationType, payloadFormatVersion, timeoutInMillis }, scope) => {
    const protocol = protocolOf(scope);
    if (protocol === 'HTTP' && !isProxy(integrationType)) {
      // published
      throw badRequest(
        'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
      );
    }
    if (protocol === 'WEBSOCKET' && (payloadFormatVersion ?? '1.0') !== '1.0') {
      throw badRequest(`Unsupported PayloadFormatVersion: ${payloadFormatVersion}`); // published
    }
    const longest = longestTimeout[protocol];
    if (timeoutInMillis !== undefined && (timeoutInMillis < 50 || timeoutInMillis > longest)) {
      throw badRequest(`Timeout should be between 50 ms and ${longest} ms`); // published for WEBSOCKET
    }
  },
  document: (wanted, integrationId, scope) => ({
    connectionType: 'INTERNET',
    payloadFormatVersion: '1.0',
    timeoutInMillis: longestTimeout[protocolOf(scope)],
    ...(protocolOf(scope) === 'WEBSOCKET' && { passthroughBehavior: 'WHEN_NO_MATCH' }),
    ...wanted,
    ...responseSelection(wanted.integrationType),
    integrationId,
  }),
  entry: (document) => ({ document, responses: new Map() }),
  checkDelete: ({ document: { integrationId } }, scope) => {
    const users = [...findApi(scope).routes.values()].filter(
      ({ document }) => document.target === `integrations/${integrationId}`,
    );
    if (users.length === 0) return;
    const ids = users.map(({ document }) => document.routeId).join(', ');
    // Published (milliHQ/terraform-aws-next-js#247), on an HTTP API and with one route.
    throw conflict(`Cannot delete Integration because it is referenced by the following Routes with Ids: [${ids}]`);
  },
  changed: deployAutomatically,
};

const protocolOf = (scope: Parameters<typeof findApi>[0]) =>
  findApi(scope).document.protocolType === 'HTTP' ? 'HTTP' : 'WEBSOCKET';

const isProxy = (integrationType: string) => integrationType.endsWith('_PROXY');

// Computed by the service. It reports the error message for every AWS integration, Lambda or not.
function responseSelection(integrationType: string): { integrationResponseSelectionExpression?: string } {
  if (isProxy(integrationType)) return {};
  const source = integrationType === 'AWS' ? 'body.errorMessage' : 'statuscode';
  return { integrationResponseSelectionExpression: `\${integration.response.${source}}` };
}
