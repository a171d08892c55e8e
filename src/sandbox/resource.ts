import { randomInt } from 'node:crypto';
import type { Entry, Scope } from './account.ts';
import type { Complete, Members, Values } from './members.ts';
import { checkLengths, inputsOf, merge, readMembers, requireMembers, updatable } from './members.ts';
import { quotaReached } from './refusals.ts';
import { requireRoom } from './room.ts';
import type { ServiceError } from './service-error.ts';

/** One kind of resource: where it lives and what the service does that is particular to it. Every function may refuse. */
export interface Resource<M extends Members, E extends Entry<Complete<M>>> {
  /** Collection path, as in the service model: `/v2/apis/{apiId}/routes`. */
  readonly path: string;
  /** As in the names of its operations: `Route` for CreateRoute. */
  readonly name: string;
  /** The member and path label that identify one: `routeId`. */
  readonly idMember: string;
  /** 404 for an id of this kind. */
  readonly missing: (id: string) => ServiceError;
  readonly members: M;
  /** How many one API may have, by default (quotas of WebSocket APIs). */
  readonly quota?: number;
  /** Where a new id comes from. */
  readonly newId: (wanted: Complete<M>) => string;
  /** Refuses a protocol type that has no such resource; asked before the parents below the API are looked up. */
  readonly supports?: (scope: Scope) => void;
  /** The collection a path names. */
  readonly entries: (scope: Scope) => Map<string, E>;
  /** Rules beyond types, enums and lengths, on the resource as it would be stored. */
  readonly check?: (wanted: Complete<M>, scope: Scope, before?: E['document']) => void;
  /** Refuses what Create takes and Update does not: the members sent, on the resource as it would be stored. */
  readonly checkPatch?: (patch: Values<M>, wanted: Complete<M>, scope: Scope) => void;
  /** Refuses what another of the collection already is. */
  readonly checkUnique?: (wanted: Complete<M>, others: readonly E['document'][]) => void;
  /** The stored document: inputs, id and computed members. */
  readonly document: (wanted: Complete<M>, id: string, scope: Scope, before?: E['document']) => E['document'];
  readonly entry: (document: E['document'], scope: Scope) => E;
  readonly checkDelete?: (entry: E, scope: Scope) => void;
  /** Runs after every create, update and delete. */
  readonly changed?: (scope: Scope) => void;
}

/** Creates one from a JSON body, under `id` if given, and answers its document. */
export function create<M extends Members, E extends Entry<Complete<M>>>(
  resource: Resource<M, E>,
  scope: Scope,
  body: unknown,
  id?: string,
): E['document'] {
  const input = readMembers(resource.members, body);
  resource.supports?.(scope);
  const wanted = accept(resource, scope, input);
  const entries = resource.entries(scope);
  if (entries.size >= (resource.quota ?? Number.POSITIVE_INFINITY)) throw quotaReached(`${resource.name}s`);
  const newId = id ?? resource.newId(wanted);
  requireRoom(scope.account, wanted);
  const entry = resource.entry(resource.document(wanted, newId, scope), scope);
  entries.set(newId, entry);
  resource.changed?.(scope);
  return entry.document;
}

/** Merges a JSON body into the one the path names and answers its document. */
export function update<M extends Members, E extends Entry<Complete<M>>>(
  resource: Resource<M, E>,
  scope: Scope,
  body: unknown,
): E['document'] {
  const patch = readMembers(updatable(resource.members), body) as Values<M>;
  const entry = find(resource, scope);
  const merged = merge(resource.members, inputsOf(resource.members, entry.document), patch);
  const wanted = accept(resource, scope, merged, entry);
  resource.checkPatch?.(patch, wanted, scope);
  requireRoom(scope.account, wanted);
  entry.document = resource.document(wanted, idOf(resource, scope), scope, entry.document);
  resource.changed?.(scope);
  return entry.document;
}

/** Deletes the one the path names, and all below it. */
export function remove<M extends Members, E extends Entry<Complete<M>>>(resource: Resource<M, E>, scope: Scope): void {
  const entry = find(resource, scope);
  resource.checkDelete?.(entry, scope);
  resource.entries(scope).delete(idOf(resource, scope));
  resource.changed?.(scope);
}

/** The one the path names, else 404. */
export function find<M extends Members, E extends Entry<Complete<M>>>(resource: Resource<M, E>, scope: Scope): E {
  const id = idOf(resource, scope);
  const entry = resource.entries(scope).get(id);
  if (!entry) throw resource.missing(id);
  return entry;
}

const idOf = (resource: { readonly idMember: string }, { labels }: Scope) => labels.get(resource.idMember) ?? '';

// The natural order of evaluation; the service's own is not published.
function accept<M extends Members, E extends Entry<Complete<M>>>(
  resource: Resource<M, E>,
  scope: Scope,
  input: Values<M>,
  before?: E,
): Complete<M> {
  const others = [...resource.entries(scope).values()].filter((entry) => entry !== before);
  const operation = `${before ? 'Update' : 'Create'}${resource.name}`;
  const wanted = requireMembers(resource.members, input, operation);
  resource.check?.(wanted, scope, before?.document);
  checkLengths(resource.members, input, operation);
  resource.checkUnique?.(
    wanted,
    others.map((entry) => entry.document),
  );
  return wanted;
}

/** A new id as the service makes them: lowercase base 36, ten characters for an API, seven for the rest. */
export const randomId = (length: number) => Array.from({ length }, () => randomInt(36).toString(36)).join('');
