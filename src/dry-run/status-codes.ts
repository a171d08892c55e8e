// The status codes that a key's pattern matches, all of them within one budget.
import { RegexLimitError } from '../java/regex/errors.ts';
import { matches } from '../java/regex/match.ts';
import type { Pattern } from '../java/regex/tree.ts';
import type { Key } from '../preview/response-key.ts';

const FIRST = 100;
const LAST = 599;
const STEPS = 200_000;
/** Longer patterns cost too much to compile. */
const MAX_LENGTH = 4_096;

const known = new WeakMap<Pattern, readonly number[] | 'unknown'>();

/** The status codes 100 to 599 that the key's pattern matches; undefined where the key is no pattern or takes too long. */
export function statusCodesOf(key: Key | undefined): readonly number[] | undefined {
  if (key?.form !== 'pattern' || key.source.length > MAX_LENGTH) return undefined;
  const codes = known.get(key.pattern) ?? matchingCodes(key.pattern);
  known.set(key.pattern, codes);
  return codes === 'unknown' ? undefined : codes;
}

function matchingCodes(pattern: Pattern): number[] | 'unknown' {
  const budget = { steps: STEPS };
  const codes: number[] = [];
  try {
    for (let code = FIRST; code <= LAST; code++) if (matches(pattern, String(code), budget)) codes.push(code);
    return codes;
  } catch (error) {
    if (error instanceof RegexLimitError) return 'unknown';
    throw error;
  }
}

/** Whether every status code is among them. */
export const isEveryCode = (codes: ReadonlySet<number>): boolean => codes.size === LAST - FIRST + 1;
