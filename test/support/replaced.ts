import type { Finding } from '../../src/contract/finding.ts';

/** The arguments with the finding's value put at its path; `null` removes the member. */
export function replaced<Arguments extends object>(args: Arguments, { Path, Replace }: Finding): Arguments {
  const copy = structuredClone(args);
  let parent = copy as Record<string | number, unknown>;
  for (const step of Path.slice(0, -1)) {
    parent[step] ??= {};
    parent = parent[step] as typeof parent;
  }
  const last = Path.at(-1);
  if (last === undefined) return Replace as Arguments;
  if (Replace === null) delete parent[last];
  else parent[last] = Replace;
  return copy;
}
