// Sets of code points. Most are plain ranges and stay so under union, intersection and negation; Unicode properties
// are known only by their test.

export const MAX_CODE_POINT = 0x10ffff;

export interface CharSet {
  /** Sorted, disjoint, inclusive, flattened: [low, high, low, high, …]. Undefined where only `has` knows. */
  readonly ranges: readonly number[] | undefined;
  readonly has: (codePoint: number) => boolean;
  /** Steps that one `has` is worth. */
  readonly cost: number;
  /** Whether Java takes the set for one without supplementary characters; decides how `find` moves on. */
  readonly bmp: boolean;
}

function search(ranges: readonly number[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Sorts and merges pairs given in any order. */
function merge(pairs: readonly number[]): number[] {
  const order: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) order.push([pairs[i] ?? 0, pairs[i + 1] ?? 0]);
  order.sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [low, high] of order) {
    const last = merged.length - 1;
    const end = merged[last];
    if (end !== undefined && low <= end + 1) merged[last] = Math.max(end, high);
    else merged.push(low, high);
  }
  return merged;
}

/** The set of these [low, high] pairs, flattened, in any order. */
export function ranges(pairs: readonly number[], bmp = true): CharSet {
  const merged = merge(pairs);
  return { ranges: merged, has: (codePoint) => search(merged, codePoint), cost: 1, bmp };
}

/** The set of the characters of a string. */
export function chars(text: string): CharSet {
  return ranges([...text].flatMap((char) => [char.codePointAt(0) ?? 0, char.codePointAt(0) ?? 0]));
}

/** A set known only by its test. */
export function predicate(has: (codePoint: number) => boolean, cost = 2): CharSet {
  return { ranges: undefined, has, cost, bmp: false };
}

function complement(pairs: readonly number[]): number[] {
  const gaps: number[] = [];
  let next = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const low = pairs[i] ?? 0;
    if (low > next) gaps.push(next, low - 1);
    next = (pairs[i + 1] ?? 0) + 1;
  }
  if (next <= MAX_CODE_POINT) gaps.push(next, MAX_CODE_POINT);
  return gaps;
}

export function negate(set: CharSet): CharSet {
  if (set.ranges) return ranges(complement(set.ranges), false);
  return predicate((codePoint) => !set.has(codePoint), set.cost);
}

export function union(sets: readonly CharSet[]): CharSet {
  const [only] = sets;
  if (only && sets.length === 1) return only;
  const plain = ranges(
    sets.flatMap((set) => set.ranges ?? []),
    sets.every((set) => set.bmp),
  );
  const tests = [...new Set(sets.filter((set) => !set.ranges))];
  if (tests.length === 0) return plain;
  const cost = tests.reduce((sum, set) => sum + set.cost, 1);
  return predicate((codePoint) => plain.has(codePoint) || tests.some((set) => set.has(codePoint)), cost);
}

export function intersect(a: CharSet, b: CharSet): CharSet {
  if (a.ranges && b.ranges) {
    return ranges(complement(merge([...complement(a.ranges), ...complement(b.ranges)])), a.bmp && b.bmp);
  }
  return predicate((codePoint) => a.has(codePoint) && b.has(codePoint), a.cost + b.cost);
}

export const ALL = ranges([0, MAX_CODE_POINT]);
export const DIGIT = ranges([0x30, 0x39]);
export const WORD = ranges([0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]);
export const SPACE = ranges([0x09, 0x0d, 0x20, 0x20]);
/** `\h` */
export const HORIZONTAL = ranges([
  0x09, 0x09, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x180e, 0x180e, 0x2000, 0x200a, 0x202f, 0x202f, 0x205f, 0x205f,
  0x3000, 0x3000,
]);
/** `\v` */
export const VERTICAL = ranges([0x0a, 0x0d, 0x85, 0x85, 0x2028, 0x2029]);
/** `.`; Java takes it for a set without supplementary characters when it decides how `find` moves on. */
export const DOT = { ...negate(chars('\n\r\u0085\u2028\u2029')), bmp: true };
/** `.` under `(?d)` */
export const UNIX_DOT = { ...negate(chars('\n')), bmp: true };
