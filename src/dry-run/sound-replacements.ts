// A correction is offered only if it brings up nothing else: what it changes is judged anew by the rules about that member.

import { MAX_TEMPLATE_CHARACTERS } from '../api-gateway/limits.ts';
import { type Judged, judge, type Member, type Problem, type Rule } from './rule.ts';
import { createSubject, type Subject, type Wanted, withLive } from './subject.ts';

/** Replacements that are tried: each costs what the rules about its member cost. */
const MAX_TRIED = 40;

/**
 * The problems, each `Replace` tried: one that leaves its problem, or after which the rules find more of anything, is left out. So is what lies beyond
 * the bounds, in number or in characters together; it is offered again once the first corrections are made.
 */
export function soundReplacements(judged: readonly Judged[], subject: Subject, rules: readonly Rule[]): Judged[] {
  const before = countsOf(judged);
  const tried = new Map<string, boolean>();
  let characters = MAX_TEMPLATE_CHARACTERS;
  const isSound = (correction: Correction, { code: own }: Rule): boolean => {
    characters -= correction.entries.reduce((sum, [, value]) => sum + (value?.length ?? 0), 0);
    if (characters < 0 || tried.size >= MAX_TRIED) return false;
    const judging = rules.filter(({ about }) => about.includes(correction.member));
    const corrected = withLive(createSubject(putInto(subject.wanted, correction), subject.budget), subject.live);
    const after = countsOf(judge(judging, corrected));
    const mends = (after.get(own) ?? 0) < (before.get(own) ?? 0);
    return mends && [...after].every(([code, count]) => count <= (before.get(code) ?? 0));
  };
  return judged.map(({ rule, problem }) => {
    const correction = correctionOf(problem);
    if (correction === undefined) return { rule, problem };
    const id = JSON.stringify([rule.code, correction]);
    const sound = tried.get(id) ?? isSound(correction, rule);
    tried.set(id, sound);
    if (sound) return { rule, problem };
    const { Replace: _, Otherwise, ...rest } = problem;
    return { rule, problem: Otherwise === undefined ? rest : { ...rest, Fix: Otherwise } };
  });
}

interface Correction {
  readonly member: Member;
  /** What to put into the member, or into the map that it is; null takes it out. */
  readonly entries: readonly (readonly [key: string | undefined, value: string | null])[];
}

function correctionOf({ Path: [member, key], Replace, rename }: Problem): Correction | undefined {
  if (Replace === undefined) return undefined;
  const entries = rename
    ? ([
        [rename.from, null],
        [rename.to, rename.value],
      ] as const)
    : ([[key === undefined ? undefined : String(key), Replace as string | null]] as const);
  return { member: member as Member, entries };
}

/** The arguments with the correction in its place; keys such as `__proto__` are data. */
function putInto(wanted: Wanted, { member, entries }: Correction): Wanted {
  const [first] = entries;
  if (first && first[0] === undefined) return withEntry(wanted, member, first[1]);
  let map = Object(wanted[member] ?? {}) as object;
  for (const [key = '', value] of entries) map = withEntry(map, key, value);
  return { ...wanted, [member]: map };
}

function withEntry(map: object, key: string, value: unknown): object {
  const others = Object.entries(map).filter(([other]) => other !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

function countsOf(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of judged) counts.set(rule.code, (counts.get(rule.code) ?? 0) + 1);
  return counts;
}
