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

/** The siblings that match some text the wanted pattern matches, each with such a text. */
export function overlappingSiblings(subject: Subject): { readonly key: string; readonly both: string }[] {
  const { key, matched } = subject;
  if (key?.form !== 'pattern') return [];
  const budget = { steps: STEPS };
  const common = (sibling: PatternKey): string | undefined => {
    if (matched === 'errorMessage') return overlap(key.pattern, sibling.pattern, budget);
    const codes = new Set(matched === 'status' ? statusCodesOf(key) : []);
    return statusCodesOf(sibling)
      ?.find((code) => codes.has(code))
      ?.toString();
  };
  return near(subject).flatMap((sibling) => {
    const both = common(sibling.key);
    return both === undefined ? [] : [{ key: sibling.text, both }];
  });
}

const near = (subject: Subject) => siblingPatterns(subject).slice(0, MAX_SIBLINGS);
