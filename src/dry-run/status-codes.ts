// The status codes that a key's pattern matches.
import { matchingStatusCodes } from '../java/regex/sample.ts';
import type { Key } from '../preview/response-key.ts';
import type { PatternKey } from './siblings.ts';

/** Longer patterns are neither tried nor compared: each step through them costs in proportion. */
const MAX_LENGTH = 1000;

export const isLong = ({ source }: PatternKey): boolean => source.length > MAX_LENGTH;

/** The status codes 100 to 599 that the key's pattern matches; undefined where the key is no pattern or takes too long. */
export const statusCodesOf = (key: Key | undefined): readonly number[] | undefined =>
  key?.form === 'pattern' && !isLong(key) ? matchingStatusCodes(key.pattern) : undefined;

/** Whether every status code is among them. */
export const isEveryCode = (codes: ReadonlySet<number>): boolean => codes.size === 500;
