// A corrected key as the `Replace` of a finding: only one that no rule about keys would report in its turn.

import { parseKey } from '../../api-gateway/response-key.ts';
import { matchesEmpty } from '../../engines/java-regex/sample.ts';
import type { Subject } from '../subject.ts';
import { globMeant, isStatusOnly, onceUnescaped } from './key-shape.ts';
import { broaderSibling, overlappingSibling } from './rivals.ts';
import { statusCodesOf } from './status-codes.ts';

/** The key, if it is free and nothing is wrong with it. */
export function replacementKey(subject: Subject, key: string | undefined): string | undefined {
  if (key === undefined || subject.live.responses?.some((each) => each.IntegrationResponseKey === key))
    return undefined;
  const wanted = { ...subject.wanted, IntegrationResponseKey: key };
  return isSound({ ...subject, wanted, key: parseKey(key) }) ? key : undefined;
}

function isSound(subject: Subject): boolean {
  const { key, matched } = subject;
  if (key?.form !== 'pattern') return key?.form === 'default';
  if (key.source === '' || globMeant(key.source, matched) !== undefined || onceUnescaped(subject) !== undefined)
    return false;
  if (matched === 'status' && statusCodesOf(key)?.length === 0) return false;
  if (matched === 'errorMessage' && (matchesEmpty(key.pattern) || isStatusOnly(key))) return false;
  return broaderSibling(subject) === undefined && overlappingSibling(subject) === undefined;
}
