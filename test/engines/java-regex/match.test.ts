import { describe, expect, test } from 'vitest';
import { find, matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import { replaceAll, split, stringMatches } from '../../../src/engines/java-regex/replace.ts';
import { LimitError } from '../../../src/engines/limit-error.ts';
import { untimed } from '../untimed.ts';

const LONG = 'a'.repeat(100_000);

describe('long texts', () => {
  test.each(['.*', '.+', '[a-z]+', '(\\n|.)+', '(?:a|b)*', '(a)*', '(aa)*', '.*?', '(a?)*', '(?>a)+', 'a{100000}'])(
    '%s over 100,000 characters',
    (regex) => {
      expect(stringMatches(LONG, regex, untimed(2_000_000))).toBe(true);
      expect(stringMatches(`${LONG}\r`, regex, untimed(2_000_000))).toBe(false);
    },
  );

  test('replaceAll and split of many matches', () => {
    expect(replaceAll(LONG, 'a', 'bb', untimed(1_000_000))).toHaveLength(200_000);
    expect(split('a,'.repeat(50_000), ',', 0, untimed(1_000_000))).toHaveLength(50_000);
  });
});

describe('catastrophic patterns', () => {
  test.each([
    ['(a*)*\\1b', 'a'.repeat(40)],
    ['((a+)+)+b', 'a'.repeat(60)],
    ['(?:a|a)*?(?:a|a)*?b\\1()', 'a'.repeat(3000)],
    ['.*.*.*.*b', 'a'.repeat(2000)],
    ['(?=(a+)+$)(?:a|aa)*?\\1b', 'a'.repeat(60)],
  ])('%s ends with LimitError', (regex, text) => {
    const budget = untimed(100_000);
    expect(() => matches(parsePattern(regex), text, budget)).toThrow(LimitError);
  });

  // Java remembers from where such a loop has failed; so does this matcher.
  test.each(['(a+)+b', '(a|a)*b', '(a|aa)+$', '(?:a+|b)*c'])('%s is not, as in Java', (regex) => {
    expect(matches(parsePattern(regex), `${'a'.repeat(100)}!`, untimed(100_000))).toBeUndefined();
  });

  test('a budget is shared by all calls', () => {
    const budget = untimed(1000);
    const pattern = parsePattern('a*');
    expect(() => {
      for (let i = 0; i < 1000; i++) matches(pattern, 'aaaa', budget);
    }).toThrow(LimitError);
  });

  test('a loop without width does not go on for ever', () => {
    expect(stringMatches('a', '\\b{1000000000}a', untimed(100))).toBe(true);
    expect(stringMatches('a', '(?:\\b){1000000000}a', untimed(100))).toBe(true);
  });
});

describe('find', () => {
  test('begins at the given index', () => {
    expect(find(parsePattern('a'), 'abca', 1, untimed(100))?.start).toBe(3);
  });

  test('takes the end of the match before for \\G', () => {
    const pattern = parsePattern('\\Ga');
    expect(find(pattern, 'aaba', 1, untimed(100))?.start).toBe(1);
    expect(find(pattern, 'aaba', 3, untimed(100), 2)).toBeUndefined();
  });

  test('a group that took no part is undefined', () => {
    expect(find(parsePattern('(a)|(b)'), 'b', 0, untimed(100))?.groups).toEqual([
      { start: 0, end: 1 },
      undefined,
      { start: 0, end: 1 },
    ]);
  });
});

test('a character name beyond ASCII is taken for valid and cannot be matched', () => {
  const pattern = parsePattern('\\N{SNOWMAN}');
  expect(() => matches(pattern, '\u2603', untimed(100))).toThrow(LimitError);
});
