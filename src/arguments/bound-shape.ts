// The size of arguments, bounded before they are read in full: what follows costs in proportion to it.

/** Members and entries of all lists and objects together. The largest legitimate call has some hundreds. */
const MAX_ENTRIES = 20_000;
/** Characters of all texts together, names included: 60 templates of full length are half of it. */
const MAX_CHARACTERS = 4_000_000;
const MAX_DEPTH = 64;

export interface Excess {
  /** The argument in which the bound was passed. */
  readonly member: string;
  readonly bound: string;
}

/** The bound that the arguments pass, if any. Looks at no more than it allows. */
export function excessOf(given: object): Excess | undefined {
  let entries = 0;
  let characters = 0;
  const visit = (value: unknown, depth: number): string | undefined => {
    if (typeof value === 'string') characters += value.length;
    if (characters > MAX_CHARACTERS) return `${MAX_CHARACTERS} characters`;
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth > MAX_DEPTH) return `${MAX_DEPTH} levels of nesting`;
    const inner: readonly unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
    entries += Array.isArray(value) ? inner.length : inner.length / 2;
    if (entries > MAX_ENTRIES) return `${MAX_ENTRIES} entries`;
    for (const entry of inner) {
      const bound = visit(entry, depth + 1);
      if (bound) return bound;
    }
    return undefined;
  };
  for (const [member, value] of Object.entries(given)) {
    const bound = visit(member, 0) ?? visit(value, 0);
    if (bound) return { member, bound };
  }
  return undefined;
}
