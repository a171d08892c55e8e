import { expect, test } from 'vitest';
import { characters, isTooLong } from '../../src/api-gateway/limits.ts';

test.each([
  ['', 0, false],
  ['aé中', 3, false],
  ['😀', 1, false],
  ['a'.repeat(32_768), 32_768, false],
  ['a'.repeat(32_769), 32_769, true],
  ['😀'.repeat(32_768), 32_768, false],
  ['a'.repeat(65_536), 65_536, true],
  [`😀${'a'.repeat(65_534)}`, 65_535, true],
  [`😀${'a'.repeat(65_535)}`, 65_537, true],
])('a text of some length %#', (text, length, tooLong) => {
  expect(characters(text)).toBe(length);
  expect(isTooLong(text)).toBe(tooLong);
});
