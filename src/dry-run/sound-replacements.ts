// A correction of a template or of the expression that selects it is offered only if it brings up nothing else.

import { MAX_TEMPLATE_CHARACTERS } from '../api-gateway/text-length.ts';
import type { Finding } from '../contract/finding.ts';
import { type Rule, runRules } from './rule.ts';
import { createSubject, type Subject, type Wanted, withLive } from './subject.ts';

/**
 * The findings, each such `Replace` tried: one after which the rules about templates and expressions find more of anything
 * is left out. So is what lies beyond the length of one template together, which bounds the cost; it is offered again once
 * the first corrections are made.
 */
export function soundReplacements(findings: readonly Finding[], subject: Subject, rules: readonly Rule[]): Finding[] {
  const before = countsOf(findings);
  const tried = new Map<string, boolean>();
  let left = MAX_TEMPLATE_CHARACTERS;
  const isSound = (path: Finding['Path'], text: string): boolean => {
    if (Object.values(subject.wanted.ResponseTemplates ?? {}).includes(text)) return true; // It moves to another key.
    left -= text.length;
    if (left < 0) return false;
    const corrected = withLive(createSubject(withText(subject.wanted, path, text)), subject.live);
    const judging = rules.filter(({ code }) => /^(?:template|expression)/.test(code));
    return [...countsOf(runRules(judging, corrected))].every(([code, count]) => count <= (before.get(code) ?? 0));
  };
  return findings.map((finding) => {
    const { Path, Replace, ...others } = finding;
    if (!isTried(Path) || typeof Replace !== 'string') return finding;
    const id = JSON.stringify([Path, Replace]);
    const sound = tried.get(id) ?? isSound(Path, Replace);
    tried.set(id, sound);
    return sound ? finding : { ...others, Path };
  });
}

const isTried = ([member, ...steps]: Finding['Path']): boolean =>
  (member === 'ResponseTemplates' && steps.length === 1) || member === 'TemplateSelectionExpression';

/** The arguments with the text in its place; keys such as `__proto__` are data. */
function withText(wanted: Wanted, [member, key]: Finding['Path'], text: string): Wanted {
  if (member === 'TemplateSelectionExpression') return { ...wanted, TemplateSelectionExpression: text };
  const others = Object.entries(wanted.ResponseTemplates ?? {}).filter(([other]) => other !== key);
  return { ...wanted, ResponseTemplates: Object.fromEntries([...others, [String(key), text]]) };
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { Code } of findings) counts.set(Code, (counts.get(Code) ?? 0) + 1);
  return counts;
}
