// Nothing but the typed errors, whatever the pattern and the text; and laws that hold between the functions.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PatternSyntaxError, ReplacementError } from '../../../src/engines/java-regex/errors.ts';
import { findAll, matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import { replaceAll, replaceFirst, split } from '../../../src/engines/java-regex/replace.ts';
import { covers, matchesEmpty, overlap, samples } from '../../../src/engines/java-regex/sample.ts';
import type { Pattern } from '../../../src/engines/java-regex/tree.ts';
import { LimitError } from '../../../src/engines/limit-error.ts';
import { untimed } from '../untimed.ts';

const PIECES = [
  ...'ab1 (((()))))[]{}*+?|^$.-&,:=!<>#\\\n😀é',
  ...[
    '(?:',
    '(?=',
    '(?!',
    '(?<=',
    '(?<!',
    '(?>',
    '(?<n>',
    '(?i)',
    '(?x)',
    '(?U)',
    '{2}',
    '{1,3}',
    '*?',
    '++',
    '&&',
    '[^',
  ],
  ...[
    '\\d',
    '\\b',
    '\\1',
    '\\k<n>',
    '\\R',
    '\\X',
    '\\G',
    '\\Q',
    '\\E',
    '\\p{L}',
    '\\pL',
    '\\x{61}',
    '\\u0061',
    '\\N{A}',
  ],
];
const regexes = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const texts = fc.array(fc.constantFrom(...'aab1 \n\ré😀\ud83d\u0301'), { maxLength: 8 }).map((units) => units.join(''));
const replacements = fc.array(fc.constantFrom(...'a$\\{n}01'), { maxLength: 5 }).map((units) => units.join(''));
const RUNS = { numRuns: 2000 };

function parsed(regex: string): Pattern | undefined {
  try {
    return parsePattern(regex);
  } catch (error) {
    if (error instanceof PatternSyntaxError || error instanceof LimitError) return undefined;
    throw error;
  }
}

function typed<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof LimitError || error instanceof ReplacementError) return undefined;
    throw error;
  }
}

test('only typed errors', () => {
  fc.assert(
    fc.property(regexes, texts, replacements, (regex, text, replacement) => {
      const pattern = parsed(regex);
      if (!pattern) return;
      const budget = untimed(20_000);
      typed(() => matches(pattern, text, budget));
      typed(() => [...findAll(pattern, text, budget)]);
      typed(() => replaceAll(text, regex, replacement, budget));
      typed(() => replaceFirst(text, regex, replacement, budget));
      typed(() => split(text, regex, 0, budget));
    }),
    RUNS,
  );
});

test('samples match, and overlap is matched by both', () => {
  fc.assert(
    fc.property(regexes, regexes, (left, right) => {
      const a = parsed(left);
      const b = parsed(right);
      if (!a || !b) return;
      for (const text of samples(a, 3)) expect(matches(a, text, untimed(20_000))).toBeDefined();
      const both = overlap(a, b, untimed(20_000));
      if (both === undefined) return;
      expect(matches(a, both, untimed(20_000))).toBeDefined();
      expect(matches(b, both, untimed(20_000))).toBeDefined();
    }),
    { numRuns: 150 },
  );
});

test('what is covered is matched', () => {
  fc.assert(
    fc.property(regexes, regexes, texts, (left, right, text) => {
      const a = parsed(left);
      const b = parsed(right);
      if (!a || !b || !covers(a, b, untimed(20_000))) return;
      if (typed(() => matches(b, text, untimed(20_000)))) expect(matches(a, text, untimed(20_000))).toBeDefined();
      if (matchesEmpty(b)) expect(matchesEmpty(a)).toBe(true);
      for (const sample of samples(b, 5)) expect(matches(a, sample, untimed(20_000))).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('split and replaceAll see the same matches', () => {
  fc.assert(
    fc.property(regexes, texts, (regex, text) => {
      if (!parsed(regex)) return;
      const parts = typed(() => split(text, regex, -1, untimed(20_000)));
      const replaced = typed(() => replaceAll(text, regex, '', untimed(20_000)));
      if (parts !== undefined && replaced !== undefined) expect(parts.join('')).toBe(replaced);
    }),
    RUNS,
  );
});
