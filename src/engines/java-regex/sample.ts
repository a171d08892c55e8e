// What a pattern matches as a whole, shown by examples and compared with other patterns. These functions give up rather
// than throw: what cannot be found within their bounds is not found.

import { Budget } from '../budget.ts';
import { LimitError } from '../limit-error.ts';
import { oncePer } from '../once-per.ts';
import { type Automaton, automatonOf, type Bound } from './automaton.ts';
import { generate } from './generate.ts';
import { matches, prefixOf } from './match.ts';
import { alphabetOf, product } from './product.ts';
import type { Pattern } from './tree.ts';

/** Steps for one try of one short string. */
const STEPS_PER_TRY = 8_000;
const VARIANTS = 60;
/** Status codes worth showing as examples. */
const FAMILIAR = ['200', '201', '204', '301', '400', '401', '403', '404', '409', '429', '500', '502', '503', '504'];

function orElse<T>(otherwise: T, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof LimitError) return otherwise;
    throw error;
  }
}

function tries(pattern: Pattern, text: string): boolean {
  return orElse(false, () => matches(pattern, text, new Budget({ steps: STEPS_PER_TRY })) !== undefined);
}

/** Whether the pattern matches the empty string. */
export const matchesEmpty = oncePer((pattern: Pattern): boolean => tries(pattern, ''));

/** Steps for all status codes together. */
const STEPS_FOR_CODES = 80_000;
/** 100 to 599. */
export const STATUS_CODES: readonly number[] = Array.from({ length: 500 }, (_, index) => 100 + index);

/** The HTTP status codes that the pattern matches; undefined where that takes too long to say. */
export const matchingStatusCodes = oncePer((pattern: Pattern): readonly number[] | undefined => {
  const budget = new Budget({ steps: STEPS_FOR_CODES });
  return orElse(undefined, () => STATUS_CODES.filter((code) => matches(pattern, String(code), budget)));
});

/** Up to `limit` different strings that the pattern matches, the familiar and the short ones first. */
export function samples(pattern: Pattern, limit: number): string[] {
  const found = new Set<string>();
  const add = (text: string | undefined): void => {
    if (text !== undefined && found.size < limit && !found.has(text) && tries(pattern, text)) found.add(text);
  };
  for (const code of FAMILIAR) if (found.size < limit / 2) add(code);
  for (let variant = 0; variant < VARIANTS && found.size < limit; variant++) {
    add(orElse(undefined, () => generate(pattern.root, variant)));
  }
  add('');
  for (const code of matchingStatusCodes(pattern) ?? []) add(String(code));
  return [...found];
}

/** Some samples, made once: one pattern is compared with several. */
const examples = oncePer((pattern: Pattern) => samples(pattern, 20));

/** Texts on which both automata end are tried on the patterns at most so many times. */
const MAX_CANDIDATES = 50;

/** A familiar string that both patterns match: a status code if possible. Cheap, but finds only what lies near. */
export function sharedExample(a: Pattern, b: Pattern): string | undefined {
  if (beginApart(a, b)) return undefined;
  const codes = new Set(matchingStatusCodes(b));
  const code = matchingStatusCodes(a)?.find((candidate) => codes.has(candidate));
  if (code !== undefined) return String(code);
  return examples(a).find((text) => tries(b, text)) ?? examples(b).find((text) => tries(a, text));
}

/** A string that both patterns match: a status code if possible. Undefined where none is found; there may be one. */
export function overlap(a: Pattern, b: Pattern, budget: Budget): string | undefined {
  if (beginApart(a, b)) return undefined;
  return sharedExample(a, b) ?? orElse(undefined, () => search(a, b, matchedBy(a, b), budget));
}

/** Whether the literals that the patterns begin with exclude each other. */
function beginApart(a: Pattern, b: Pattern): boolean {
  const [one, other] = [prefixOf(a), prefixOf(b)];
  return !one.startsWith(other) && !other.startsWith(one);
}

const matchedBy =
  (a: Pattern, b: Pattern) =>
  (text: string): boolean =>
    tries(a, text) && tries(b, text);

/** The automata, each made once: one pattern is compared with several. */
const automata: Record<Bound, (pattern: Pattern) => Automaton | undefined> = {
  lower: oncePer(({ root }) => orElse(undefined, () => automatonOf(root, 'lower'))),
  upper: oncePer(({ root }) => orElse(undefined, () => automatonOf(root, 'upper'))),
};

function boundOf(pattern: Pattern, bound: Bound): Automaton {
  const automaton = automata[bound](pattern);
  if (!automaton) throw new LimitError('elements', 'The automaton of the pattern is too large');
  return automaton;
}

function search(a: Pattern, b: Pattern, both: (text: string) => boolean, budget: Budget): string | undefined {
  const left = boundOf(a, 'upper');
  const right = boundOf(b, 'upper');
  const alphabet = alphabetOf(left, right, budget);
  let candidates = 0;
  for (const text of product(left, right, alphabet, (inA, inB) => inA && inB, budget)) {
    if (both(text)) return text;
    if (++candidates === MAX_CANDIDATES) return undefined;
  }
  return undefined;
}

/**
 * Whether `a` matches everything that `b` matches. True only when that is certain: the patterns are the same, or the
 * automaton that bounds `a` from below accepts all that the one bounding `b` from above accepts. Unicode properties,
 * lookaround, back-references, atomic groups and possessive quantifiers in `a` make it uncertain, mostly.
 */
export function covers(a: Pattern, b: Pattern, budget: Budget): boolean {
  if (a.source === b.source && a.flags === b.flags) return true;
  if (beginApart(a, b)) return false;
  return orElse(false, () => {
    const broad = boundOf(a, 'lower');
    const narrow = boundOf(b, 'upper');
    const alphabet = alphabetOf(broad, narrow, budget);
    if (!alphabet.complete) return false;
    for (const _ of product(broad, narrow, alphabet, (inA, inB) => inB && !inA, budget)) return false;
    return true;
  });
}
