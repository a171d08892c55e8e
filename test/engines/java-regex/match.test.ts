import { describe, expect, test } from 'vitest';
import { RegexLimitError } from '../../../src/engines/java-regex/errors.ts';
import { find, matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import { replaceAll, split, stringMatches } from '../../../src/engines/java-regex/replace.ts';

const LONG = 'a'.repeat(100_000);

describe('long texts', () => {
  test.each(['.*', '.+', '[a-z]+', '(\\n|.)+', '(?:a|b)*', '(a)*', '(aa)*', '.*?', '(a?)*', '(?>a)+', 'a{100000}'])(
    '%s over 100,000 characters',
    (regex) => {
      expect(stringMatches(LONG, regex, { steps: 2_000_000 })).toBe(true);
      expect(stringMatches(`${LONG}\r`, regex, { steps: 2_000_000 })).toBe(false);
    },
  );

  test('replaceAll and split of many matches', () => {
    expect(replaceAll(LONG, 'a', 'bb', { steps: 1_000_000 })).toHaveLength(200_000);
    expect(split('a,'.repeat(50_000), ',', 0, { steps: 1_000_000 })).toHaveLength(50_000);
  });
});

describe('catastrophic patterns', () => {
  test.each([
    ['(a*)*\\1b', 'a'.repeat(40)],
    ['((a+)+)+b', 'a'.repeat(60)],
    ['(?:a|a)*?(?:a|a)*?b\\1()', 'a'.repeat(3000)],
    ['.*.*.*.*b', 'a'.repeat(2000)],
    ['(?=(a+)+$)(?:a|aa)*?\\1b', 'a'.repeat(60)],
  ])('%s ends with RegexLimitError', (regex, text) => {
    const budget = { steps: 100_000 };
    expect(() => matches(parsePattern(regex), text, budget)).toThrow(RegexLimitError);
    expect(budget.steps).toBeLessThan(0);
  });

  // Java remembers from where such a loop has failed; so does this matcher.
  test.each(['(a+)+b', '(a|a)*b', '(a|aa)+$', '(?:a+|b)*c'])('%s is not, as in Java', (regex) => {
    expect(matches(parsePattern(regex), `${'a'.repeat(100)}!`, { steps: 100_000 })).toBe(false);
  });

  test('a budget is shared by all calls', () => {
    const budget = { steps: 1000 };
    const pattern = parsePattern('a*');
    expect(() => {
      for (let i = 0; i < 1000; i++) matches(pattern, 'aaaa', budget);
    }).toThrow(RegexLimitError);
  });

  test('a loop without width does not go on for ever', () => {
    expect(stringMatches('a', '\\b{1000000000}a', { steps: 100 })).toBe(true);
    expect(stringMatches('a', '(?:\\b){1000000000}a', { steps: 100 })).toBe(true);
  });
});

describe('find', () => {
  test('begins at the given index', () => {
    expect(find(parsePattern('a'), 'abca', 1, { steps: 100 })?.start).toBe(3);
  });

  test('takes the end of the match before for \\G', () => {
    const pattern = parsePattern('\\Ga');
    expect(find(pattern, 'aaba', 1, { steps: 100 })?.start).toBe(1);
    expect(find(pattern, 'aaba', 3, { steps: 100 }, 2)).toBeUndefined();
  });

  test('a group that took no part is undefined', () => {
    expect(find(parsePattern('(a)|(b)'), 'b', 0, { steps: 100 })?.groups).toEqual([
      { start: 0, end: 1 },
      undefined,
      { start: 0, end: 1 },
    ]);
  });
});

test('a character name beyond ASCII is taken for valid and cannot be matched', () => {
  const pattern = parsePattern('\\N{SNOWMAN}');
  expect(() => matches(pattern, '\u2603', { steps: 100 })).toThrow(RegexLimitError);
});
