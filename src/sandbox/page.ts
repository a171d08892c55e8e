import { invalidMaxResults, invalidNextToken } from './refusals.ts';

// Neither is published; tools in the wild ask for 500.
const defaultPageSize = 25;
const largestPageSize = 500;

/** A page of a collection, and where the next one starts, if there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string;
}

/**
 * The page that `maxResults` and `nextToken` ask for, in the order of ids: what is created or deleted between two pages
 * neither repeats nor hides another item. A token holds for `path` only.
 */
export function page<Item>(path: string, items: ReadonlyMap<string, Item>, query: URLSearchParams): Page<Item> {
  const size = pageSize(query.get('maxResults'));
  const after = lastSeen(path, query.get('nextToken'));
  const ids = [...items.keys()].filter((id) => after === undefined || id > after).sort();
  const shown = ids.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map((id) => items.get(id) as Item),
    ...(ids.length > shown.length && last !== undefined && { nextToken: token(path, last) }),
  };
}

function pageSize(maxResults: string | null): number {
  if (maxResults === null || maxResults === '') return defaultPageSize;
  if (!/^[0-9]+$/.test(maxResults) || Number(maxResults) === 0) throw invalidMaxResults();
  return Math.min(Number(maxResults), largestPageSize);
}

const token = (path: string, id: string) => Buffer.from(JSON.stringify([path, id])).toString('base64url');

function lastSeen(path: string, nextToken: string | null): string | undefined {
  if (nextToken === null || nextToken === '') return undefined;
  try {
    const [where, id] = JSON.parse(Buffer.from(nextToken, 'base64url').toString()) as unknown[];
    if (where === path && typeof id === 'string') return id;
  } catch {
    // Not a token of ours: refused below.
  }
  throw invalidNextToken();
}
