import { describe, expect, it } from 'vitest';
import { numberToString } from '../../../src/engines/java/number.ts';
import {
  parseBigDecimal,
  parseBigInteger,
  parseDouble,
  parseInteger,
  parseLong,
  trimJava,
} from '../../../src/engines/java/parse-number.ts';
import { Double, Long } from '../../../src/engines/java/value.ts';

describe('whole numbers', () => {
  it.each<[string, number, number | undefined]>([
    ['42', 10, 42],
    ['+42', 10, 42],
    ['-042', 10, -42],
    ['2147483647', 10, 2147483647],
    ['2147483648', 10, undefined],
    ['ff', 16, 255],
    ['-Zz', 36, -1295],
    ['12', 2, undefined],
    ['', 10, undefined],
    ['-', 10, undefined],
    [' 1', 10, undefined],
    ['1.0', 10, undefined],
    ['1', 1, undefined],
  ])('parseInteger(%j, %i) is %j', (text, radix, value) => {
    expect(parseInteger(text, radix)).toBe(value);
  });

  it('parses longs and big integers up to their bounds', () => {
    expect(parseLong('9223372036854775807')).toEqual(new Long(9223372036854775807n));
    expect(parseLong('9223372036854775808')).toBeUndefined();
    expect(parseBigInteger('-9223372036854775809')).toBe(-9223372036854775809n);
    expect(parseBigInteger('1'.repeat(10_001))).toBeUndefined();
  });
});

describe('parseDouble', () => {
  // Recorded from Double.parseDouble of Java 17.
  it.each<[string, number | undefined]>([
    ['1', 1],
    [' 1.5\n', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['-1e3', -1000],
    ['1f', 1],
    ['1D', 1],
    ['1e400', Number.POSITIVE_INFINITY],
    ['-0', -0],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['0x1.8p1', 3],
    ['-0X10P-4f', -1],
    ['0x10', undefined],
    ['0xp1', undefined],
    ['infinity', undefined],
    ['1_000', undefined],
    ['.', undefined],
    ['1e', undefined],
    ['', undefined],
    ['\u00a01', undefined],
  ])('%j is %d', (text, value) => {
    expect(parseDouble(text)).toEqual(value === undefined ? undefined : new Double(value));
  });
});

it('reads or refuses a long text in one pass', () => {
  const digits = '1'.repeat(200_000);
  expect([parseDouble(digits), parseDouble(`${digits}x`), parseBigDecimal(`${digits}x`)]).toEqual([
    new Double(Number.POSITIVE_INFINITY),
    undefined,
    undefined,
  ]);
});

describe('parseBigDecimal', () => {
  // Recorded from new BigDecimal(String) of Java 17: text, toString().
  it.each<[string, string]>([
    ['0', '0'],
    ['0.00', '0.00'],
    ['0E+3', '0E+3'],
    ['1.10', '1.10'],
    ['-1.5', '-1.5'],
    ['123e5', '1.23E+7'],
    ['1e-6', '0.000001'],
    ['1e-7', '1E-7'],
    ['0.0000001', '1E-7'],
    ['12345678901234567890.12', '12345678901234567890.12'],
    ['-1e10', '-1E+10'],
    ['1.23E-10', '1.23E-10'],
    ['100e-2', '1.00'],
    ['.5', '0.5'],
    ['5.', '5'],
  ])('%s prints %s', (text, printed) => {
    const value = parseBigDecimal(text);
    expect(value && numberToString(value)).toBe(printed);
  });

  it.each(['', '.', '-', 'e5', '1e', '1e+', ' 1', '1.2.3', '1e99999999999', '1e2147483648', '1d'])(
    'refuses %j',
    (text) => {
      expect(parseBigDecimal(text)).toBeUndefined();
    },
  );
});

it('trims what Java trims, and nothing else', () => {
  expect(trimJava('\u0000 \t a b \u001f')).toBe('a b');
  expect(trimJava('\u00a0a\u2003')).toBe('\u00a0a\u2003');
});
