// A corrected pattern as the `Replace` of a key.
import { parseKey } from '../preview/response-key.ts';
import { statusCodesOf } from './status-codes.ts';
import type { Subject } from './subject.ts';

/** The pattern between slashes, unless Java cannot compile it or a sibling has that key already. */
export function replacementKey({ live }: Subject, source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  const key = `/${source}/`;
  const taken = live.responses?.some(({ IntegrationResponseKey }) => IntegrationResponseKey === key);
  return !taken && parseKey(key).form === 'pattern' ? key : undefined;
}

/** The pattern with each doubled backslash made a single one, where that was clearly meant. */
export function onceUnescaped({ key, matched }: Subject): string | undefined {
  if (key?.form !== 'pattern' || !key.source.includes('\\\\')) return undefined;
  const source = key.source.replaceAll('\\\\', '\\');
  // A message may well hold a backslash and a letter (a Windows path), hardly ever a class with a quantifier behind it.
  if (matched === 'errorMessage') return /\\\\[dDwWsS](?:[+*?{]|\\\\)/.test(key.source) ? source : undefined;
  const isStatus = statusCodesOf(parseKey(`/${source}/`))?.length && statusCodesOf(key)?.length === 0;
  return isStatus ? source : undefined;
}
