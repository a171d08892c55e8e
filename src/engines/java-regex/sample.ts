// What a pattern matches as a whole, shown by examples and compared with other patterns. What takes too long by itself is
// not found; all of them throw `LimitError` where nothing is left of the budget they are given.

import { Budget } from '../budget.ts';
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

/** Whether the pattern matches the whole of a short text; false where that takes too long to say. */
export function tries(pattern: Pattern, text: string, budget: Budget): boolean {
  return budget.attempt({ steps: STEPS_PER_TRY }, false, (part) => matches(pattern, text, part) !== undefined);
}

/** Whether the pattern matches the empty string. */
export const matchesEmpty = oncePer((pattern: Pattern): boolean => tries(pattern, '', new Budget()));

/** Steps for all status codes together. */
const STEPS_FOR_CODES = 80_000;
/** 100 to 599. */
export const STATUS_CODES: readonly number[] = Array.from({ length: 500 }, (_, index) => 100 + index);

/** The HTTP status codes that the pattern matches; undefined where that takes too long to say. */
export const matchingStatusCodes = oncePer(
  (pattern: Pattern, budget: Budget = new Budget()): readonly number[] | undefined =>
    budget.attempt({ steps: STEPS_FOR_CODES }, undefined, (part) =>
      STATUS_CODES.filter((code) => matches(pattern, String(code), part)),
    ),
);

/** Up to `limit` different strings that the pattern matches, the familiar and the short ones first. */
export function samples(pattern: Pattern, limit: number, budget = new Budget()): string[] {
  const found = new Set<string>();
  const add = (text: string | undefined): void => {
    if (text !== undefined && found.size < limit && !found.has(text) && tries(pattern, text, budget)) found.add(text);
  };
  for (const code of FAMILIAR) if (found.size < limit / 2) add(code);
  for (let variant = 0; variant < VARIANTS && found.size < limit; variant++) {
    add(budget.attempt({}, undefined, (part) => generate(pattern.root, variant, part)));
  }
  add('');
  for (const code of matchingStatusCodes(pattern, budget) ?? []) add(String(code));
  return [...found];
}

/** Some samples, made once: one pattern is compared with several. */
const examples = oncePer((pattern: Pattern, budget: Budget) => samples(pattern, 20, budget));

/** Texts on which both automata end are tried on the patterns at most so many times. */
const MAX_CANDIDATES = 50;

/** A familiar string that both patterns match: a status code if possible. Cheap, but finds only what lies near. */
export function sharedExample(a: Pattern, b: Pattern, budget = new Budget()): string | undefined {
  if (beginApart(a, b)) return undefined;
  const codes = new Set(matchingStatusCodes(b, budget));
  const code = matchingStatusCodes(a, budget)?.find((candidate) => codes.has(candidate));
  if (code !== undefined) return String(code);
  return (
    examples(a, budget).find((text) => tries(b, text, budget)) ??
    examples(b, budget).find((text) => tries(a, text, budget))
  );
}

/** Whether the literals that the patterns begin with exclude each other. */
function beginApart(a: Pattern, b: Pattern): boolean {
  const [one, other] = [prefixOf(a), prefixOf(b)];
  return !one.startsWith(other) && !other.startsWith(one);
}

/** The automata, each made once: one pattern is compared with several. Undefined for one that would be too large. */
const automata: Record<Bound, (pattern: Pattern) => Automaton | undefined> = {
  lower: oncePer(({ root }) => new Budget().attempt({}, undefined, () => automatonOf(root, 'lower'))),
  upper: oncePer(({ root }) => new Budget().attempt({}, undefined, () => automatonOf(root, 'upper'))),
};

/**
 * A string that both patterns match, looked for among all that they match, short ones first. Undefined where none is
 * found; there may be one.
 */
export function overlap(a: Pattern, b: Pattern, budget: Budget): string | undefined {
  const [left, right] = [automata.upper(a), automata.upper(b)];
  if (beginApart(a, b) || !left || !right) return undefined;
  return budget.attempt({}, undefined, (part) => {
    let candidates = 0;
    const alphabet = alphabetOf(left, right, part);
    for (const text of product(left, right, alphabet, (inA, inB) => inA && inB, part)) {
      if (tries(a, text, part) && tries(b, text, part)) return text;
      if (++candidates === MAX_CANDIDATES) return undefined;
    }
    return undefined;
  });
}

/**
 * Whether `a` matches everything that `b` matches. True only when that is certain: the patterns are the same, or the
 * automaton that bounds `a` from below accepts all that the one bounding `b` from above accepts. Unicode properties,
 * lookaround, back-references, atomic groups and possessive quantifiers in `a` make it uncertain, mostly.
 */
export function covers(a: Pattern, b: Pattern, budget: Budget): boolean {
  if (a.source === b.source && a.flags === b.flags) return true;
  const [broad, narrow] = [automata.lower(a), automata.upper(b)];
  if (beginApart(a, b) || !broad || !narrow) return false;
  return budget.attempt({}, false, (part) => {
    const alphabet = alphabetOf(broad, narrow, part);
    if (!alphabet.complete) return false;
    for (const _ of product(broad, narrow, alphabet, (inA, inB) => inB && !inA, part)) return false;
    return true;
  });
}
