import { describe, expect, test } from 'vitest';
import { PatternSyntaxError } from '../../../src/engines/java-regex/errors.ts';
import { matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import { LimitError } from '../../../src/engines/limit-error.ts';
import { untimed } from '../untimed.ts';

describe('deep and long patterns', () => {
  test.each(['(', '(?:', '(?=', '[a', '[^', '[a&&', '(?i:('])('100,000 times %s ends with a typed error', (part) => {
    expect(() => parsePattern(part.repeat(100_000))).toThrow(LimitError);
  });

  test.each([
    ['a', true],
    ['a|', true],
    ['\\Qa\\E', true],
    ['(a)', true],
    ['a*', true],
    ['[a]', true],
    ['a{', false],
    ['\\', true],
    ['(?x)#', true],
    ['\\p{', false],
  ])('20,000 times %s is read', (part, valid) => {
    const parse = () => parsePattern(part.repeat(20_000));
    if (valid) expect(parse().source).toHaveLength(20_000 * part.length);
    else expect(parse).toThrow(PatternSyntaxError);
  });
});

test('a syntax error carries description, index and pattern', () => {
  let caught: unknown;
  try {
    parsePattern('ab(c');
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(PatternSyntaxError);
  expect(caught).toMatchObject({ description: 'Unclosed group', index: 4, pattern: 'ab(c' });
});

test('flags may be set from outside', () => {
  expect(matches(parsePattern('a.b', 'is'), 'A\nB', untimed(100))).toBeDefined();
  expect(matches(parsePattern('a.b'), 'A\nB', untimed(100))).toBeUndefined();
});

// Each row: a property, a character that has it, one that has not; recorded from Java 17.
test.each([
  ['\\p{Lt}', 'ǅ', 'A'],
  ['(?i)\\p{Lu}', 'a', '1'],
  ['\\p{IsLatin}', 'é', 'α'],
  ['\\p{IsGREK}', 'α', 'é'],
  ['\\p{sc=Han}', '中', 'a'],
  ['\\p{IsUnknown}', '\u0378', 'a'],
  ['\\p{InCombining Marks for Symbols}', '\u20d0', 'a'],
  ['\\p{InGreekAndCoptic}', 'α', 'a'],
  ['\\p{InLATIN_1_SUPPLEMENT}', 'é', 'a'],
  ['\\p{blk=Latin-1Supplement}', 'é', 'a'],
  ['\\p{InSupplementaryPrivateUseArea-B}', '\u{100000}', 'a'],
  ['\\p{general_category=Nd}', '٣', 'a'],
  ['\\p{IsAssigned}', 'a', '\u0378'],
  ['\\p{IsHex_Digit}', 'F', 'g'],
  ['\\p{IsNoncharacter_Code_Point}', '\ufdd0', 'a'],
  ['(?U)\\p{Punct}', '«', '+'],
  ['\\p{Punct}', '+', '«'],
  ['(?U)\\p{Graph}', 'é', '\u00a0'],
  ['(?U)\\p{Print}', '\u00a0', '\u2028'],
  ['\\p{javaWhitespace}', '\u001c', '\u00a0'],
  ['\\p{javaSpaceChar}', '\u00a0', '\t'],
  ['\\p{javaJavaIdentifierStart}', '$', '1'],
  ['\\p{javaJavaIdentifierPart}', '1', '-'],
  ['\\p{javaUnicodeIdentifierStart}', '\u2e2f', '_'],
  ['\\p{javaIdentifierIgnorable}', '\u0000', 'a'],
  ['\\p{javaISOControl}', '\u0085', 'a'],
  ['\\p{javaTitleCase}', 'ǅ', 'a'],
  ['\\p{LD}', '1', '-'],
  ['\\p{L1}', 'ÿ', 'Ā'],
  ['\\p{all}', '\u{10ffff}', ''],
  ['\\N{FULL STOP}', '.', 'a'],
  ['[\\N{DIGIT ZERO}-\\N{DIGIT NINE}]', '5', 'a'],
])('%s matches %j, not %j', (regex, inside, outside) => {
  const pattern = parsePattern(regex);
  expect(matches(pattern, inside, untimed(100))).toBeDefined();
  expect(matches(pattern, outside, untimed(100))).toBeUndefined();
});
