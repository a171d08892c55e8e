// One rule, one problem: facts and texts beside the check.

import type { Basis, Finding, Severity } from '../contract/finding.ts';
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
  readonly Replace?: unknown;
  /** Overrides the rule's own `Why` where the reason depends on what was seen. */
  readonly Why?: string;
}

/** Members laid over the sound call of `example.ts` that show a rule at work: shown in the docs, executed by the tests. */
export interface Example {
  readonly refused: Wanted;
  /** Members that lie otherwise in the live state than in the sound one. */
  readonly live?: Partial<Snapshot>;
  /** The same members put right. Absent where the mend lies in the live state, not in the arguments. */
  readonly corrected?: Wanted;
}

export interface Rule {
  /** kebab-case, unique; the file has the same name. */
  readonly code: string;
  readonly severity: Severity;
  /** One line for the catalogue. */
  readonly summary: string;
  readonly why: string;
  readonly basis: Basis;
  /** The page or public record that states the fact. */
  readonly source: string;
  /** false: `AllowFindings` does not reach it. */
  readonly overridable?: false;
  readonly example: Example;
  /** Silent where the subject lacks what it needs. */
  readonly check: (subject: Subject) => readonly Problem[];
}

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
  Basis: rule.basis,
  Source: rule.source,
});

/** The findings of all rules in the order of the list. A rule that crashes becomes a finding, never a crashed dry run. */
export function runRules(rules: readonly Rule[], subject: Subject): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      const problems = rule.check(subject);
      if (problems.length > 0) findings.push(...capped(problems).map((problem) => toFinding(rule, problem)));
    } catch (error) {
      findings.push(crashed(rule, error));
    }
  }
  return findings;
}

const crashed = (rule: Rule, error: unknown): Finding => ({
  Code: 'rule-failed',
  Severity: 'warning',
  Path: [],
  Message: `The check ${rule.code} failed: ${quote(String(error))}.`,
  Why: 'One check of the dry run could not judge these arguments; the others did.',
  Fix: 'Report this with the arguments; the call itself can go on.',
  Basis: 'inferred',
  Source: rule.source,
});
