// What is odd about the pattern of a key, and what was meant by it.

import type { MatchedText } from '../../api-gateway/matched-text.ts';
import { type Key, parseKey } from '../../api-gateway/response-key.ts';
import { extentOf } from '../../engines/java-regex/extent.ts';
import type { Subject } from '../subject.ts';
import type { PatternKey } from './siblings.ts';
import { statusCodesOf } from './status-codes.ts';

/** Whether the pattern matches status codes and no text longer than those. */
export function isStatusOnly(key: PatternKey): boolean {
  const { min, max, bounded } = extentOf(key.pattern.root);
  return bounded && min <= max && max <= 3 && (statusCodesOf(key) ?? []).length > 0;
}

/** `/$default/`: the catch-all as it was never meant to be written. */
export const isDefaultPattern = (key: Key | undefined): boolean =>
  key?.form === 'pattern' && /^\\?\$default$/.test(key.source);

/** The pattern with each doubled backslash made a single one, where that was clearly meant. */
export function onceUnescaped({ key, matched }: Subject): string | undefined {
  if (key?.form !== 'pattern' || !key.source.includes('\\\\')) return undefined;
  const source = key.source.replaceAll('\\\\', '\\');
  // A message may well hold a backslash and a letter (a Windows path), hardly ever a class with a quantifier behind it.
  if (matched === 'errorMessage') return /\\\\[dDwWsS](?:[+*?{]|\\\\)/.test(key.source) ? source : undefined;
  const isStatus = statusCodesOf(parseKey(`/${source}/`))?.length && statusCodesOf(key)?.length === 0;
  return isStatus ? source : undefined;
}

/**
 * The pattern that was meant by one that ends like a file glob: letters before a final `*` where texts are matched, one
 * or two digits where status codes are.
 */
export function globMeant(source: string, matched: MatchedText): string | undefined {
  if (matched === 'nothing') return undefined;
  const digits = matched === 'status' ? /^\^?([1-5]\d?)\*$/.exec(source)?.[1] : undefined;
  if (digits) return digits + '\\d'.repeat(3 - digits.length);
  const isWord = /(?:^|[^\\])[A-Za-z]{2}\*$/.test(source.slice(-4));
  return matched !== 'status' && isWord ? `${source.slice(0, -1)}.*` : undefined;
}

/** A key that looks for a text anywhere in an error message, so that it finds it in one of several lines as well. */
export const overLines = (key: string | undefined, matched: MatchedText): string | undefined =>
  matched === 'errorMessage' ? key?.replace(/^\/(?=\.[*+].+\.[*+]\/$)/s, '/(?s)') : key;
