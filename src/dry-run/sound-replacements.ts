// A correction of a template is offered only if it brings up nothing else.
import type { Finding } from '../contract/finding.ts';
import { type Rule, runRules } from './rule.ts';
import { createSubject, type Subject, withLive } from './subject.ts';
import { MAX_TEMPLATE_CHARACTERS } from './text-length.ts';

/**
 * The findings, each `Replace` in a template tried: one after which the rules about templates find more of anything is
 * left out. So is what lies beyond the length of one template together, which bounds the cost; it is offered again once
 * the first corrections are made.
 */
export function soundReplacements(findings: readonly Finding[], subject: Subject, rules: readonly Rule[]): Finding[] {
  const judging = rules.filter(({ code }) => isOfTemplates(code));
  const before = countsOf(findings.filter(({ Code }) => isOfTemplates(Code)));
  const templates = Object.entries(subject.wanted.ResponseTemplates ?? {});
  const tried = new Map<string, boolean>();
  let left = MAX_TEMPLATE_CHARACTERS;
  const isSound = (key: string, text: string): boolean => {
    if (templates.some(([, source]) => source === text)) return true; // It moves from one key to another.
    left -= text.length;
    if (left < 0) return false;
    const ResponseTemplates = Object.fromEntries([...templates.filter(([other]) => other !== key), [key, text]]);
    const corrected = withLive(createSubject({ ...subject.wanted, ResponseTemplates }), subject.live);
    const after = countsOf(runRules(judging, corrected));
    return [...after].every(([code, count]) => count <= (before.get(code) ?? 0));
  };
  return findings.map((finding) => {
    const { Path, Replace, ...others } = finding;
    if (Path[0] !== 'ResponseTemplates' || Path.length !== 2 || typeof Replace !== 'string') return finding;
    const id = JSON.stringify([Path[1], Replace]);
    const sound = tried.get(id) ?? isSound(String(Path[1]), Replace);
    tried.set(id, sound);
    return sound ? finding : { ...others, Path };
  });
}

const isOfTemplates = (code: string): boolean => code.startsWith('template');

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { Code } of findings) counts.set(Code, (counts.get(Code) ?? 0) + 1);
  return counts;
}
