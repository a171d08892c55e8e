// One rule, one problem: facts and texts beside the check.

import type { Finding, Severity } from '../contract/finding.ts';
import { LimitError } from '../engines/limit-error.ts';
import type { Fact } from '../facts/fact.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { capped } from '../text/capped.ts';
import { quote } from '../text/quote.ts';
import type { Subject, Wanted } from './subject.ts';

/** What a check reports; code, severity, basis and source come from the rule. */
export interface Problem {
  readonly Path: Finding['Path'];
  readonly Line?: number;
  readonly Column?: number;
  readonly Message: string;
  readonly Fix: string;
  /** Offered only if no rule finds more once it is put at `Path`. */
  readonly Replace?: unknown;
  /** What to do where `Replace` cannot be offered; absent where `Fix` holds all the same. */
  readonly Otherwise?: string;
  /** The entry of the same map under its right name: it and its removal are one correction, told as two. */
  readonly rename?: Rename;
  /** Overrides the rule's own `Why` where the reason depends on what was seen. */
  readonly Why?: string;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly value: string;
}

/** Members laid over the sound call of `example.ts` that show a rule at work: shown in the docs, executed by the tests. */
export interface Example {
  readonly refused: Wanted;
  /** Members that lie otherwise in the live state than in the sound one. */
  readonly live?: Partial<Snapshot>;
  /** The same members put right. Absent where the mend lies in the live state, not in the arguments. */
  readonly corrected?: Wanted;
}

/** What to do where a correction is clear and can be offered, and otherwise. */
export const fixedBy = (
  Replace: string | undefined,
  fix: (Replace: string) => string,
  Otherwise: string,
): Pick<Problem, 'Fix' | 'Replace' | 'Otherwise'> =>
  Replace === undefined ? { Fix: Otherwise } : { Fix: fix(Replace), Replace, Otherwise };

export type Member = keyof Wanted;

export interface Rule {
  /** kebab-case, unique; the file has the same name. */
  readonly code: string;
  readonly severity: Severity;
  /** One line for the catalogue. */
  readonly summary: string;
  readonly why: string;
  /** What it rests on: `why` says how sure which half is. The first gives its findings their `Basis` and `Source`. */
  readonly facts: readonly [Fact, ...Fact[]];
  /** The members that its verdict depends on: a replacement for one of them is judged by it. */
  readonly about: readonly Member[];
  /** Codes of findings that need not be told beside one of this rule: in the same template, or anywhere where it is about no template. */
  readonly explains?: readonly string[];
  /** false: `AllowFindings` does not reach it. */
  readonly overridable?: false;
  readonly example: Example;
  /** Silent where the subject lacks what it needs. */
  readonly check: (subject: Subject) => readonly Problem[];
}

/** A problem with the rule that found it. */
export interface Judged {
  readonly rule: Rule;
  readonly problem: Problem;
}

/**
 * What the rules find, in the order of the list, without what other findings explain. A rule that crashes becomes a
 * finding, never a crashed dry run; so do those for which nothing is left of the budget.
 */
export function judge(rules: readonly Rule[], subject: Subject): Judged[] {
  const left: Rule[] = [];
  const found = rules.flatMap((rule): readonly Judged[] => {
    try {
      // What may stop a write is judged even when the clock has run out on a busy machine; each such rule bounds its own work.
      if (rule.severity !== 'error') subject.budget.check();
      return rule.check(subject).map((problem) => ({ rule, problem }));
    } catch (error) {
      if (!(error instanceof LimitError)) return [crashed(rule, error)];
      left.push(rule);
      return [];
    }
  });
  const [first, ...others] = left;
  if (first) found.push(notJudged([first, ...others]));
  const explanations = found.filter(({ rule }) => rule.explains !== undefined);
  return found.filter((one) => !explanations.some((other) => explains(other, one)));
}

const explains = ({ rule, problem: { Path } }: Judged, other: Judged): boolean =>
  rule.explains?.includes(other.rule.code) === true &&
  (Path[0] !== 'ResponseTemplates' || Path[1] === other.problem.Path[1]);

/** As findings, a bounded number of each rule. */
export function findingsOf(judged: readonly Judged[]): Finding[] {
  const byRule = new Map<Rule, Problem[]>();
  for (const { rule, problem } of judged) byRule.set(rule, [...(byRule.get(rule) ?? []), problem]);
  return [...byRule].flatMap(([rule, problems]) => capped(problems).map((problem) => toFinding(rule, problem)));
}

export const runRules = (rules: readonly Rule[], subject: Subject): Finding[] => findingsOf(judge(rules, subject));

const toFinding = (rule: Rule, problem: Problem): Finding => ({
  Code: rule.code,
  Severity: rule.severity,
  Path: problem.Path,
  ...(problem.Line !== undefined && { Line: problem.Line }),
  ...(problem.Column !== undefined && { Column: problem.Column }),
  Message: problem.Message,
  Why: problem.Why ?? rule.why,
  Fix: problem.Fix,
  ...(problem.Replace !== undefined && { Replace: problem.Replace }),
  Basis: rule.facts[0].basis,
  Source: rule.facts[0].source,
});

const ruleFailed: Fact = {
  id: 'rule-failed',
  statement: 'A rule of the dry run crashed.',
  basis: 'inferred',
  source: pageOfFinding('rule-failed'),
};

const budgetSpent: Fact = {
  id: 'not-judged',
  statement: 'What the dry run of one call may use is bounded.',
  basis: 'inferred',
  source: pageOfFinding('not-judged'),
};

/** What is said of rules for which nothing was left of the budget. */
const notJudged = ([rule, ...others]: readonly [Rule, ...Rule[]]): Judged => ({
  rule: {
    ...rule,
    code: 'not-judged',
    severity: 'warning',
    why: 'What one call may use is bounded, and the checks before these have used it up.',
    facts: [budgetSpent],
    explains: [],
  },
  problem: {
    Path: [],
    Message: `Not judged: ${[rule, ...others].map(({ code }) => code).join(', ')}.`,
    Fix: 'Make patterns and templates simpler, or look at one integration at a time.',
  },
});

const crashed = (rule: Rule, error: unknown): Judged => ({
  rule: {
    ...rule,
    code: 'rule-failed',
    severity: 'warning',
    why: 'One check of the dry run could not judge these arguments; the others did.',
    facts: [ruleFailed],
    explains: [],
  },
  problem: {
    Path: [],
    Message: `The check ${rule.code} failed: ${quote(String(error))}.`,
    Fix: 'Report this with the arguments; the call itself can go on.',
  },
});
