// The status codes that a key's pattern matches.

import type { Key } from '../../api-gateway/response-key.ts';
import type { Budget } from '../../engines/budget.ts';
import { extentOf } from '../../engines/java-regex/extent.ts';
import { matchingStatusCodes, STATUS_CODES, tries } from '../../engines/java-regex/sample.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { PatternKey } from './siblings.ts';

/** Longer patterns are neither tried nor compared: each step through them costs in proportion. */
const MAX_LENGTH = 1000;

const isLong = ({ source }: PatternKey): boolean => source.length > MAX_LENGTH;

/** Patterns that match longer texts only are not compared: the texts tried would be as long. */
const MAX_TEXT = 500;

/** Whether the pattern, or all that it matches, is too long to be compared with other patterns. */
export const isUnwieldy = oncePer(
  (key: PatternKey): boolean => isLong(key) || extentOf(key.pattern.root).min > MAX_TEXT,
);

/** The status codes 100 to 599 that the key's pattern matches; undefined where the key is no pattern or takes too long. */
export const statusCodesOf = (key: Key | undefined, budget?: Budget): readonly number[] | undefined =>
  key?.form === 'pattern' && !isLong(key) ? matchingStatusCodes(key.pattern, budget) : undefined;

/** Whether every status code is among them. */
export const isEveryCode = (codes: ReadonlySet<number>): boolean => codes.size === STATUS_CODES.length;

/** Whether the pattern certainly matches the whole text. */
export const matchesWhole = (key: PatternKey, text: string, budget: Budget): boolean =>
  !isLong(key) && tries(key.pattern, text, budget);
