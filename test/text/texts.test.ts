// Texts of strangers, and lists of any length, as they stand in our sentences.
import { describe, expect, test } from 'vitest';
import { selectionOf } from '../../src/contract/selection.ts';
import { capped } from '../../src/text/capped.ts';
import { nearest } from '../../src/text/nearest.ts';
import { quote, visible } from '../../src/text/quote.ts';

describe('visible', () => {
  test.each([
    ['plain text, é 中 😀', 'plain text, é 中 😀'],
    ['a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['a\u0000b', 'a\\u0000b'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\u200bb', 'a\\u200bb'],
    ['\ud800', '\\ud800'],
    ['\uffa0', '\\uffa0'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\u{e0000}', '\\u{e0000}'],
    ['\u2028', '\\u2028'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('shortens, and says so', () => {
    expect(visible('x'.repeat(500))).toBe('x'.repeat(500));
    expect(visible('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`);
    expect(visible('abc', 2)).toBe('ab…');
  });

  test('in quotes, sixty characters', () => {
    expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
    expect(quote('abc', 1)).toBe('"a…"');
  });
});

describe('nearest', () => {
  const names = ['ApiId', 'IntegrationId', 'DryRun', 'As'];
  test.each([
    ['apiid', 'ApiId'],
    ['API_ID', 'ApiId'],
    ['api-id', 'ApiId'],
    ['Api Id', 'ApiId'],
    ['integratonid', 'IntegrationId'],
    ['dryrn', 'DryRun'],
    ['dyrn', undefined],
    ['drn', undefined],
    ['a', 'As'],
    ['xy', undefined],
    ['', undefined],
    [`ApiId${' '.repeat(200)}`, 'ApiId'],
    [`ApiId${' '.repeat(200)}xxxxxxxxxxxx`, 'ApiId'],
  ])('%s', (word, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  test('the first of equals', () => {
    expect(nearest('stat', ['stab', 'star'])).toBe('stab');
    expect(nearest('a', [])).toBeUndefined();
  });
});

describe('capped', () => {
  const problems = (count: number) => Array.from({ length: count }, (_, index) => ({ Message: `Problem ${index}.` }));
  test.each([0, 1, 20])('%i are listed as they are', (count) => {
    expect(capped(problems(count))).toEqual(problems(count));
  });

  test.each([
    [21, 1],
    [1000, 980],
  ])('of %i, twenty, the last one telling of the others', (count, more) => {
    const listed = capped(problems(count));
    expect(listed.slice(0, 19)).toEqual(problems(19));
    expect(listed.slice(19)).toEqual([{ Message: `Problem 19. There are ${more} more of this kind.` }]);
  });
});

test.each([
  [{}, {}],
  [{ Region: 'eu-west-1' }, { Region: 'eu-west-1' }],
  [{ Profile: 'dev', Region: undefined }, { Profile: 'dev' }],
  [
    { Region: 'eu-west-1', Profile: 'dev' },
    { Region: 'eu-west-1', Profile: 'dev' },
  ],
])('selection of %j', (given, selected) => {
  expect(selectionOf(given)).toStrictEqual(selected);
});
