// The status codes that a key's pattern matches.
import { matchingStatusCodes } from '../java/regex/sample.ts';
import type { Key } from '../preview/response-key.ts';

/** The status codes 100 to 599 that the key's pattern matches; undefined where the key is no pattern or takes too long. */
export const statusCodesOf = (key: Key | undefined): readonly number[] | undefined =>
  key?.form === 'pattern' ? matchingStatusCodes(key.pattern) : undefined;

/** Whether every status code is among them. */
export const isEveryCode = (codes: ReadonlySet<number>): boolean => codes.size === 500;
