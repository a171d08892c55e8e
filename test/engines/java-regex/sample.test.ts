import { describe, expect, test } from 'vitest';
import { matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import {
  covers,
  matchesEmpty,
  matchingStatusCodes,
  overlap,
  samples,
  sharedExample,
} from '../../../src/engines/java-regex/sample.ts';
import { untimed } from '../untimed.ts';

const STEPS = 200_000;

describe('samples', () => {
  test.each([
    '2\\d\\d',
    '.*',
    '(\\n|.)+',
    '.*four hundred.*',
    'Invalid*',
    '(?!500)5..',
    '(?=.*foo).*bar',
    '(a+)-\\1',
    '\\p{IsHan}+',
    '[^a-z]{3}',
    'x{300}',
    '(?i)error \\R',
    '(?>a|b)++',
    '((){100}){100}',
  ])('%s has verified samples', (regex) => {
    const pattern = parsePattern(regex);
    const found = samples(pattern, 5);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
    for (const text of found) expect(matches(pattern, text, untimed(STEPS))).toBeDefined();
  });

  test('familiar status codes come first', () => {
    expect(samples(parsePattern('[45]\\d\\d'), 4).slice(0, 2)).toEqual(['400', '401']);
  });

  test.each(['a(?!.)b', '(?!)', '\\N{SNOWMAN}', '(((x{50}){50}){50}){50}'])('%s has none', (regex) => {
    expect(samples(parsePattern(regex), 5)).toEqual([]);
  });

  test('no more than asked for', () => {
    expect(samples(parsePattern('.*'), 3)).toHaveLength(3);
  });
});

test.each([
  ['.*', true],
  ['(\\n|.)*', true],
  ['', true],
  ['^$', true],
  ['.+', false],
  ['2\\d\\d', false],
])('matchesEmpty(%s) is %s', (regex, expected) => {
  expect(matchesEmpty(parsePattern(regex))).toBe(expected);
});

test.each([
  ['2\\d\\d', 100, 200, 299],
  ['4\\d{2}', 100, 400, 499],
  ['404', 1, 404, 404],
  ['[45]\\d\\d', 200, 400, 599],
  ['(?!500)5..', 99, 501, 599],
  ['.*', 500, 100, 599],
  ['2\\\\d', 0, undefined, undefined],
])('matchingStatusCodes(%s)', (regex, count, first, last) => {
  const codes = matchingStatusCodes(parsePattern(regex)) ?? [];
  expect([codes.length, codes[0], codes.at(-1)]).toEqual([count, first, last]);
});

describe('overlap', () => {
  test.each([
    ['2\\d\\d', '200', '200'],
    ['2\\d{2}', '2\\d\\d', '200'],
    ['.*', '404', '404'],
    ['4\\d\\d', '[34]99', '499'],
    ['.*a.*', '.*b.*', /a.*b|b.*a/],
    ['abc.*', '.*xyz', /^abc.*xyz$/],
    ['(ab)+x', 'a(ba)*bx', /^(ab)+x$/],
    ['(?=.*foo).*', '[fo]+', /foo/],
    ['\\p{Lu}.*', '.*\\p{Ll}z', /^[A-ZÉ].*z$/],
  ])('%s and %s', (a, b, expected) => {
    const [one, other] = [parsePattern(a), parsePattern(b)];
    const text = sharedExample(one, other) ?? overlap(one, other, untimed(STEPS));
    expect(text).toMatch(expected);
  });

  test.each([
    ['4\\d{2}', '5\\d\\d'],
    ['[a-m]+', '[n-z]+'],
    ['a.*', 'b.*'],
    ['.', '\\n'],
    ['\\N{SNOWMAN}', 'a'],
  ])('%s and %s have none', (a, b) => {
    expect(overlap(parsePattern(a), parsePattern(b), untimed(STEPS))).toBeUndefined();
  });

  test('gives up when the budget is used up', () => {
    expect(overlap(parsePattern('[ab]*a[ab]{12}'), parsePattern('c.*'), untimed(10))).toBeUndefined();
  });
});

test.each([
  ['.*', '2\\d\\d', true],
  ['.+', '2\\d\\d', true],
  ['(\\n|.)+', '.+', true],
  ['.+', '(\\n|.)+', false],
  ['.*', '.+', true],
  ['.+', '.*', false],
  ['[245]\\d\\d', '4\\d{2}', true],
  ['4\\d{2}', '[245]\\d\\d', false],
  ['^4\\d\\d$', '404', true],
  ['4\\d\\d', '^404$', true],
  ['4\\d\\d', '404$\\n?', false],
  ['(\\n|.)*', '(?=a).*', true],
  ['(?=a).*', 'ab', false],
  ['.*a.*', '.*ab.*', true],
  ['200|201', '20[01]', true],
  ['\\p{L}+', '\\p{L}+', true],
  ['(?i)[a-z]+', '[A-Z]', true],
  ['a++a', 'aa', false],
  ['a{0,5000}', 'a', false],
])('covers(%s, %s) is %s', (a, b, expected) => {
  expect(covers(parsePattern(a), parsePattern(b), untimed(STEPS))).toBe(expected);
});

test('patterns with other flags are other patterns', () => {
  expect(covers(parsePattern('[a-z]'), parsePattern('[a-z]', 'i'), untimed(STEPS))).toBe(false);
});
