import type { Integration, Scope } from './account.ts';
import { findApi } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { integrationInUse, noSuchIntegration, onlyProxy, payloadVersion, timeoutOutside } from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { integrationMembers } from './shapes.ts';

// Milliseconds.
const timeouts = { WEBSOCKET: [50, 29000], HTTP: [50, 30000] } as const;

export const integrations: Resource<typeof integrationMembers, Integration> = {
  path: '/v2/apis/{apiId}/integrations',
  name: 'Integration',
  idMember: 'integrationId',
  members: integrationMembers,
  missing: noSuchIntegration,
  quota: 300,
  newId: () => randomId(7),
  entries: (scope) => findApi(scope).integrations,
  check: ({ integrationType, payloadFormatVersion = '1.0', timeoutInMillis = 50 }, scope) => {
    const protocol = protocolOf(scope);
    if (protocol === 'HTTP' && !isProxy(integrationType)) throw onlyProxy();
    if (protocol === 'WEBSOCKET' && payloadFormatVersion !== '1.0') throw payloadVersion(payloadFormatVersion);
    const [least, most] = timeouts[protocol];
    if (timeoutInMillis < least || timeoutInMillis > most) throw timeoutOutside(least, most);
  },
  document: (wanted, integrationId, scope) => ({
    connectionType: 'INTERNET',
    payloadFormatVersion: '1.0',
    timeoutInMillis: timeouts[protocolOf(scope)][1],
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
    if (users.length > 0) throw integrationInUse(users.map(({ document }) => document.routeId));
  },
  changed: deployAutomatically,
};

const protocolOf = (scope: Scope) => (findApi(scope).document.protocolType === 'HTTP' ? 'HTTP' : 'WEBSOCKET');

const isProxy = (integrationType: string) => integrationType.endsWith('_PROXY');

// Computed by the service. It reports the error message for every AWS integration, Lambda or not.
function responseSelection(integrationType: string): { integrationResponseSelectionExpression?: string } {
  if (isProxy(integrationType)) return {};
  const source = integrationType === 'AWS' ? 'body.errorMessage' : 'statuscode';
  return { integrationResponseSelectionExpression: `\${integration.response.${source}}` };
}
