// Judges the wanted integration response together with everything it will live with.
import type { Finding, Severity } from '../contract/finding.ts';
import { findingsOf, judge, runRules } from './rule.ts';
import { apiId } from './rules/api-id.ts';
import { rules } from './rules/index.ts';
import { integrationId } from './rules/integration-id.ts';
import { soundReplacements } from './sound-replacements.ts';
import type { Subject } from './subject.ts';

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors, then warnings, then infos. */
export const bySeverity = (a: Finding, b: Finding): number => order[a.Severity] - order[b.Severity];

/** All findings: errors, then warnings, then infos; within each in the order of the rules, which is the order to fix them in. */
export const dryRun = (subject: Subject): Finding[] =>
  findingsOf(soundReplacements(judge(rules, subject), subject, rules)).sort(bySeverity);

/** What keeps the live state from being read: an id that cannot stand in a path. */
export const judgeIds = (subject: Subject): Finding[] => runRules([apiId, integrationId], subject);

const fixed = new Set(rules.filter(({ overridable }) => overridable === false).map(({ code }) => code));
const codes = new Set(rules.map(({ code }) => code));

/** The errors that stop a create: all but those the caller allows. Shape, ids and the operator's limits cannot be allowed. */
export const blocking = (findings: readonly Finding[], allowed: readonly string[]): Finding[] =>
  findings.filter(
    ({ Severity, Code }) => Severity === 'error' && !(codes.has(Code) && !fixed.has(Code) && allowed.includes(Code)),
  );
