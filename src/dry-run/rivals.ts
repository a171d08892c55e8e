// Sibling keys that match what the wanted key matches.
import { covers, overlap } from '../java/regex/sample.ts';
import { type PatternKey, siblingPatterns } from './siblings.ts';
import { statusCodesOf } from './status-codes.ts';
import type { Subject } from './subject.ts';

/** Siblings looked at, and steps for all of them: an integration has a handful of responses. */
const MAX_SIBLINGS = 40;
const STEPS = 300_000;

/** The first sibling that certainly matches everything the wanted pattern matches. */
export function broaderSibling(subject: Subject): string | undefined {
  const { key, matched } = subject;
  if (key?.form !== 'pattern') return undefined;
  const budget = { steps: STEPS };
  const isBroader = (sibling: PatternKey): boolean => {
    if (matched === 'errorMessage') return covers(sibling.pattern, key.pattern, budget);
    const codes = matched === 'status' ? statusCodesOf(key) : undefined;
    const others = new Set(statusCodesOf(sibling));
    return codes !== undefined && codes.length > 0 && codes.every((code) => others.has(code));
  };
  return near(subject).find((sibling) => isBroader(sibling.key))?.text;
}

/** The first sibling that matches some text the wanted pattern matches, with such a text. */
export function overlappingSibling(subject: Subject): { readonly key: string; readonly both: string } | undefined {
  const { key, matched } = subject;
  if (key?.form !== 'pattern') return undefined;
  const budget = { steps: STEPS };
  const codes = new Set(matched === 'status' ? statusCodesOf(key) : []);
  for (const sibling of near(subject)) {
    const both =
      matched === 'errorMessage'
        ? overlap(key.pattern, sibling.key.pattern, budget)
        : statusCodesOf(sibling.key)?.find((code) => codes.has(code));
    if (both !== undefined) return { key: sibling.text, both: String(both) };
  }
  return undefined;
}

const near = (subject: Subject) => siblingPatterns(subject).slice(0, MAX_SIBLINGS);
