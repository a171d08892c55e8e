import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonBreak } from '../../src/preview/json-check.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonBreak', () => {
  test.each([
    ['', 1, 1, /ends where a value/],
    [' \n ', 2, 2, /ends where a value/],
    ['{"statusCode":, "message":"order initiated"}', 1, 15, /where a value/],
    ['{foo=bar}', 1, 2, /a name in double quotes or "}"/],
    ['[1,2,]', 1, 6, /where a value/],
    ['[1 2]', 1, 4, /"," or "\]"/],
    ['{"a":1,}', 1, 8, /a name in double quotes/],
    ['{"a" 1}', 1, 6, /":"/],
    ['{"a":1]', 1, 7, /"," or "}"/],
    ['{} {}', 1, 4, /the end of the text/],
    ['{\n  "a": "it\\\'s"\n}', 2, 11, /no JSON escape/],
    ['{"a": "x\ny"}', 1, 9, /"\\n" stands in a string/],
    ['["abc', 1, 2, /has no end/],
    ['[01]', 1, 2, /"01\]"/],
    ['[1.]', 1, 2, /"1\.\]"/],
    ['nullx', 1, 1, /where a value/],
    ['\u00a0{}', 1, 1, /where a value/],
  ])('%j breaks at %i:%i', (text, line, column, message) => {
    expect(parses(text)).toBe(false);
    expect(findJsonBreak(text)).toMatchObject({ line, column, message: expect.stringMatching(message) });
  });

  test('agrees with JSON.parse on what is JSON', () => {
    const tokens = fc.constantFrom(...'{}[],: \n"', 'true', 'null', '1', '-0.5e+3', '"a"', '"\\u0041"', '\\', '.', 'e');
    const soup = fc.array(tokens, { maxLength: 12 }).map((parts) => parts.join(''));
    const json = fc.json();
    const damaged = fc.tuple(json, fc.nat(), tokens).map(([text, place, token]) => {
      const index = place % (text.length + 1);
      return text.slice(0, index) + token + text.slice(index + 1);
    });
    fc.assert(
      fc.property(fc.oneof(soup, json, damaged), (text) => {
        expect(findJsonBreak(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('takes any depth', () => {
    expect(findJsonBreak('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
    expect(findJsonBreak('['.repeat(100_000))).toMatchObject({ column: 100_001 });
  });
});
