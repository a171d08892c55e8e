// Keys of a map renamed: a finding can only replace the map as a whole.

export interface Renamed {
  /** What each wrong key becomes. */
  readonly names: ReadonlyMap<string, string>;
  readonly map: Record<string, string>;
}

/** The map with its keys renamed as `meant` says, in the same order. A name that is taken renames nothing. */
export function renamed(map: Readonly<Record<string, string>>, meant: (key: string) => string | undefined): Renamed {
  const entries = Object.entries(map);
  const taken = new Set(entries.map(([key]) => key));
  const names = new Map<string, string>();
  for (const [key] of entries) {
    const name = meant(key);
    if (name === undefined || taken.has(name)) continue;
    taken.add(name);
    names.set(key, name);
  }
  return { names, map: Object.fromEntries(entries.map(([key, value]) => [names.get(key) ?? key, value])) };
}
