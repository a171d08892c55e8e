import type { Scope } from './account.ts';
import { timestamp } from './account.ts';
import { apis } from './api.ts';
import { snapshotOf } from './deployment.ts';
import { integrations } from './integration.ts';
import { integrationResponses } from './integration-response.ts';
import { create } from './resource.ts';
import { routes } from './route.ts';
import { routeResponses } from './route-response.ts';
import { seededAt, seeds } from './seed-data.ts';

/** Fills a new account with the seeded APIs by the operations a client would use. */
export function seed(scope: Pick<Scope, 'account' | 'websocket'>): void {
  const { account } = scope;
  for (const { apiId, api, ...children } of seeds) {
    const at = (labels: Record<string, string> = {}) => ({
      ...scope,
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
    if (!stored) continue;
    for (const { id, date, ...deployment } of children.deployments) {
      const document = { ...deployment, createdDate: date, deploymentId: id, deploymentStatus: 'DEPLOYED' } as const;
      stored.deployments.set(id, { document, snapshot: snapshotOf(stored) });
    }
    for (const stage of children.stages) {
      const date = timestamp(seededAt);
      stored.stages.set(stage.stageName, {
        document: { ...stage, createdDate: date, lastUpdatedDate: date, tags: {} },
      });
    }
  }
}
