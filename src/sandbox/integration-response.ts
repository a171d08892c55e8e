import type { IntegrationResponse } from './account.ts';
import { findApi, findIntegration } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { isBrokenPattern } from './pattern.ts';
import {
  emptyParameter,
  integrationResponseExists,
  invalidMapping,
  invalidPattern,
  noIntegrationResponses,
  noSuchIntegrationResponse,
} from './refusals.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { integrationResponseMembers } from './shapes.ts';

export const integrationResponses: Resource<typeof integrationResponseMembers, IntegrationResponse> = {
  path: '/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses',
  name: 'IntegrationResponse',
  idMember: 'integrationResponseId',
  members: integrationResponseMembers,
  missing: noSuchIntegrationResponse,
  newId: () => randomId(7),
  supports: (scope) => {
    if (findApi(scope).document.protocolType !== 'WEBSOCKET') throw noIntegrationResponses();
  },
  entries: (scope) => findIntegration(scope).responses,
  // What the service says to a key that is neither `$default` nor `/pattern/`, to an empty pattern, to other parameter
  // keys and to templates that do not parse is unpublished: all are accepted. So is a proxy integration (observed).
  check: ({ integrationResponseKey, responseParameters = {} }) => {
    const pattern = /^\/(.*)\/$/s.exec(integrationResponseKey)?.[1];
    if (pattern !== undefined && isBrokenPattern(pattern)) throw invalidPattern();
    for (const value of Object.values(responseParameters)) {
      if (value === '') throw emptyParameter();
      if (!mappingValue.test(value)) throw invalidMapping(value);
    }
  },
  checkUnique: ({ integrationResponseKey: key }, others) => {
    if (others.some((other) => other.integrationResponseKey === key)) throw integrationResponseExists(key);
  },
  document: (wanted, integrationResponseId) => ({ ...wanted, integrationResponseId }),
  entry: (document) => ({ document }),
  changed: deployAutomatically,
};

// The documented values, and those documented for REST only, whose fate here is unpublished.
const mappingValue =
  /^(?:'.*'|integration\.response\.(?:header|multivalueheader|body)\..+|integration\.response\.body|(?:stageVariables|context)\..+)$/s;
