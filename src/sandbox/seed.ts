import type { Account } from './account.ts';
import { timestamp } from './account.ts';
import { apis } from './api.ts';
import { integrations } from './integration.ts';
import { integrationResponses } from './integration-response.ts';
import { create } from './resource.ts';
import { routes } from './route.ts';
import { routeResponses } from './route-response.ts';
import { seededAt, seeds } from './seed-data.ts';

/** A new account with the seeded APIs, made by the operations a client would use. */
export function seed(): Account {
  const account: Account = new Map();
  for (const { apiId, api, ...children } of seeds) {
    const at = (labels: Record<string, string> = {}) => ({
      account,
      labels: new Map(Object.entries({ apiId, ...labels })),
      now: seededAt,
    });
    create(apis, at(), api, apiId);
    for (const { id: integrationId, body, responses } of children.integrations) {
      create(integrations, at(), body, integrationId);
      for (const [id, response] of Object.entries(responses)) {
        create(integrationResponses, at({ integrationId }), response, id);
      }
    }
    for (const { id: routeId, body, responses } of children.routes) {
      create(routes, at(), body, routeId);
      for (const [id, response] of Object.entries(responses)) create(routeResponses, at({ routeId }), response, id);
    }
    // Stored as they are, since the operations would deploy at once, with new ids and dates.
    const stored = account.get(apiId);
    for (const { id, date, ...deployment } of children.deployments) {
      const document = { ...deployment, createdDate: date, deploymentId: id, deploymentStatus: 'DEPLOYED' } as const;
      stored?.deployments.set(id, { document });
    }
    for (const stage of children.stages) {
      const date = timestamp(seededAt);
      stored?.stages.set(stage.stageName, {
        document: { ...stage, createdDate: date, lastUpdatedDate: date, tags: {} },
      });
    }
  }
  return account;
}
