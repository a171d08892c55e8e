// Sibling keys that match what the wanted key matches.
import type { Budget } from '../../engines/budget.ts';
import { covers, overlap, sharedExample } from '../../engines/java-regex/sample.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { Subject } from '../subject.ts';
import { type PatternKey, siblingPatterns } from './siblings.ts';
import { isUnwieldy, statusCodesOf } from './status-codes.ts';

/** Siblings looked at, and steps for all of them: an integration has a handful of responses. */
const MAX_SIBLINGS = 40;
const STEPS = 40_000;

/** The first sibling that certainly matches everything the wanted pattern matches. */
export const broaderSibling = oncePer((subject: Subject): string | undefined => {
  const { key, matched } = subject;
  if (key?.form !== 'pattern' || isUnwieldy(key)) return undefined;
  const isBroader = (sibling: PatternKey, budget: Budget): boolean => {
    if (matched === 'errorMessage') return covers(sibling.pattern, key.pattern, budget);
    const codes = matched === 'status' ? statusCodesOf(key, subject.budget) : undefined;
    const others = new Set(statusCodesOf(sibling, subject.budget));
    return codes !== undefined && codes.length > 0 && codes.every((code) => others.has(code));
  };
  return subject.budget.attempt({ steps: STEPS }, undefined, (budget) =>
    near(subject).find((sibling) => isBroader(sibling.key, budget)),
  )?.text;
});

/** A sibling that matches some text the wanted pattern matches, with such a text. */
export function overlappingSibling(subject: Subject): { readonly key: string; readonly both: string } | undefined {
  const { key, matched } = subject;
  if (key?.form !== 'pattern' || isUnwieldy(key)) return undefined;
  const { pattern } = key;
  if (matched === 'errorMessage') {
    // A search through both patterns costs much more than a try of some texts.
    return (
      firstShared(subject, (sibling) => sharedExample(pattern, sibling.pattern, subject.budget)) ??
      subject.budget.attempt({ steps: STEPS }, undefined, (budget) =>
        firstShared(subject, (sibling) => overlap(pattern, sibling.pattern, budget)),
      )
    );
  }
  const codes = new Set(matched === 'status' ? statusCodesOf(key, subject.budget) : []);
  return firstShared(subject, (sibling) =>
    statusCodesOf(sibling, subject.budget)
      ?.find((code) => codes.has(code))
      ?.toString(),
  );
}

function firstShared(subject: Subject, shared: (sibling: PatternKey) => string | undefined) {
  for (const sibling of near(subject)) {
    const both = shared(sibling.key);
    if (both !== undefined) return { key: sibling.text, both };
  }
  return undefined;
}

const near = (subject: Subject) =>
  siblingPatterns(subject)
    .filter(({ key }) => !isUnwieldy(key))
    .slice(0, MAX_SIBLINGS);
