import type { IntegrationResponse } from './account.ts';
import { findApi, findIntegration } from './account.ts';
import { deployAutomatically } from './deployment.ts';
import { isBrokenPattern } from './pattern.ts';
import type { Resource } from './resource.ts';
import { randomId } from './resource.ts';
import { badRequest, conflict, notFound } from './service-error.ts';
import { integrationResponseMembers } from './shapes.ts';

export const integrationResponses: Resource<typeof integrationResponseMembers, IntegrationResponse> = {
  path: '/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses',
  idMember: 'integrationResponseId',
  members: integrationResponseMembers,
  missing: () => notFound('Invalid IntegrationResponse identifier specified'), // ours, built like the sibling's
  newId: () => randomId(7),
  supports: (scope) => {
    if (findApi(scope).document.protocolType === 'WEBSOCKET') return;
    // published
    throw badRequest(
      'IntegrationResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
    );
  },
  entries: (scope) => findIntegration(scope).responses,
  // What the service says to a key that is neither `$default` nor `/pattern/`, to an empty pattern, to other parameter
  // keys and to templates that do not parse is unpublished: all are accepted. So is a proxy integration (observed).
  check: ({ integrationResponseKey, responseParameters = {} }) => {
    const pattern = /^\/(.*)\/$/s.exec(integrationResponseKey)?.[1];
    if (pattern !== undefined && isBrokenPattern(pattern)) {
      throw badRequest('Invalid regex pattern specified'); // sibling
    }
    for (const value of Object.values(responseParameters)) {
      if (value === '') throw badRequest('Invalid null or empty value in responseParameters'); // sibling
      if (!mappingValue.test(value)) {
        // sibling
        throw badRequest(
          `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${value}]`,
        );
      }
    }
  },
  checkUnique: ({ integrationResponseKey }, others) => {
    if (others.some((other) => other.integrationResponseKey === integrationResponseKey)) {
      throw conflict(`Integration response with selection pattern ${integrationResponseKey} already exists`); // sibling
    }
  },
  document: (wanted, integrationResponseId) => ({ ...wanted, integrationResponseId }),
  entry: (document) => ({ document }),
  changed: deployAutomatically,
};

// The documented values, and those documented for REST only, whose fate here is unpublished.
const mappingValue =
  /^(?:'.*'|integration\.response\.(?:header|multivalueheader|body)\..+|integration\.response\.body|(?:stageVariables|context)\..+)$/s;
