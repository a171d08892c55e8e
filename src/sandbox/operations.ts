import type { Entry, Scope } from './account.ts';
import { apis } from './api.ts';
import { deployments } from './deployment.ts';
import { integrations } from './integration.ts';
import { integrationResponses } from './integration-response.ts';
import type { Complete, Members } from './members.ts';
import { page } from './page.ts';
import type { Resource } from './resource.ts';
import { create, find, remove, update } from './resource.ts';
import { routes } from './route.ts';
import { routeResponses } from './route-response.ts';
import { stages } from './stage.ts';

/** A request once its path is known. `body` is parsed JSON, of any type. */
interface Call {
  readonly scope: Scope;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Operation {
  readonly method: string;
  /** `/v2/apis/{apiId}/…`; a label stands for one non-empty path segment. */
  readonly path: string;
  readonly status: number;
  readonly run: (call: Call) => object | undefined;
}

function operationsOf<M extends Members, E extends Entry<Complete<M>>>(resource: Resource<M, E>): Operation[] {
  const collection = resource.path;
  const item = `${collection}/{${resource.idMember}}`;
  return [
    { method: 'POST', path: collection, status: 201, run: ({ scope, body }) => create(resource, scope, body) },
    {
      method: 'GET',
      path: collection,
      status: 200,
      run: ({ scope, path, query }) => {
        const { items, ...rest } = page(path, resource.entries(scope), query);
        return { items: items.map((entry) => entry.document), ...rest };
      },
    },
    { method: 'GET', path: item, status: 200, run: ({ scope }) => find(resource, scope).document },
    { method: 'PATCH', path: item, status: 200, run: ({ scope, body }) => update(resource, scope, body) },
    {
      method: 'DELETE',
      path: item,
      status: 204,
      run: ({ scope }) => {
        remove(resource, scope);
        return undefined;
      },
    },
  ];
}

/** Every operation the sandbox knows. */
const operations: readonly Operation[] = [
  ...operationsOf(apis),
  ...operationsOf(integrations),
  ...operationsOf(integrationResponses),
  ...operationsOf(routes),
  ...operationsOf(routeResponses),
  ...operationsOf(stages),
  ...operationsOf(deployments),
];

/** The operation for a method and percent-decoded path segments, with its labels. */
export function match(
  method: string,
  segments: readonly string[],
): { operation: Operation; labels: ReadonlyMap<string, string> } | undefined {
  for (const operation of operations) {
    const pattern = operation.path.slice(1).split('/');
    if (operation.method !== method || pattern.length !== segments.length) continue;
    const labels = new Map<string, string>();
    const fits = pattern.every((part, at) => {
      const segment = segments[at] ?? '';
      if (!part.startsWith('{')) return part === segment;
      labels.set(part.slice(1, -1), segment);
      return segment !== '';
    });
    if (fits) return { operation, labels };
  }
  return undefined;
}
