/** What the values that were read together have in common. */
export interface Origin {
  /** Whether one of them is no longer what was read. */
  isChanged: boolean;
}

/**
 * Gives what `make` reads, and the same again as long as nothing has changed it. What a rendering does to the values it is
 * given is theirs to notice (`JavaMap`, `JavaList`), so that the next rendering finds everything as it was read.
 */
export function untilChanged<Made>(make: (origin: Origin) => Made): () => Made {
  let latest: { readonly origin: Origin; readonly made: Made } | undefined;
  return () => {
    if (latest === undefined || latest.origin.isChanged) {
      const origin = { isChanged: false };
      latest = { origin, made: make(origin) };
    }
    return latest.made;
  };
}
