// What the account may hold in all: a bound of ours, far above any real set-up.
import type { Account, Api, Entry } from './account.ts';
import { stateFull } from './refusals.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** Of an entry beside its text, roughly. */
const ENTRY_BYTES = 512;

/** Refuses what would not fit beside all that is held, deployed documents included. */
export function requireRoom(account: Account, document: object): void {
  const held = new Set<object>([document]);
  for (const api of account.values()) for (const each of documentsOf(api)) held.add(each);
  let bytes = 0;
  for (const each of held) bytes += sizeOf(each);
  if (bytes > MAX_BYTES) throw stateFull(MAX_BYTES);
}

function* documentsOf(api: Api): Generator<object> {
  yield api.document;
  yield* documents(api.stages);
  for (const integration of api.integrations.values())
    yield* [integration.document, ...documents(integration.responses)];
  for (const route of api.routes.values()) yield* [route.document, ...documents(route.responses)];
  for (const { document, snapshot } of api.deployments.values()) {
    yield document;
    for (const integration of snapshot.integrations.values()) yield* [integration.document, ...integration.responses];
    for (const route of snapshot.routes.values()) yield route.document;
  }
}

function* documents(entries: ReadonlyMap<string, Entry<object>>): Generator<object> {
  for (const { document } of entries.values()) yield document;
}

const sizes = new WeakMap<object, number>();

function sizeOf(document: object): number {
  const size = sizes.get(document) ?? ENTRY_BYTES + JSON.stringify(document).length;
  sizes.set(document, size);
  return size;
}
