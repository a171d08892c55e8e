import { describe, expect, it } from 'vitest';
import {
  ArithmeticError,
  add,
  compareNumbers,
  divide,
  equalsNumbers,
  isZero,
  type JavaNumber,
  modulo,
  multiply,
  numberToString,
  subtract,
  toDouble,
  toInt,
  toLong,
} from '../../../src/engines/java/number.ts';
import { BigDecimal, Double, Long } from '../../../src/engines/java/value.ts';
import { LimitError } from '../../../src/engines/limit-error.ts';

const long = (n: bigint): Long => new Long(n);
const double = (n: number): Double => new Double(n);
const decimal = (unscaled: bigint, scale: number): BigDecimal => new BigDecimal(unscaled, scale);

const INT_MAX = 2147483647;
const INT_MIN = -2147483648;
const LONG_MAX = 9223372036854775807n;
const LONG_MIN = -9223372036854775808n;

// Recorded from org.apache.velocity.runtime.parser.node.MathUtils of Velocity 1.7.
const OPERATIONS: [string, (a: JavaNumber, b: JavaNumber) => JavaNumber | null, JavaNumber, JavaNumber, JavaNumber][] =
  [
    ['int + int', add, 1, 2, 3],
    ['int + int to long', add, INT_MAX, 1, long(2147483648n)],
    ['int - int to long', subtract, INT_MIN, 1, long(-2147483649n)],
    ['int * int to long', multiply, INT_MAX, INT_MAX, long(4611686014132420609n)],
    ['int * 0', multiply, -5, 0, 0],
    ['int + long stays long', add, 1, long(1n), long(2n)],
    ['long + long to BigInteger', add, long(LONG_MAX), long(1n), 9223372036854775808n],
    ['long - long to BigInteger', subtract, long(LONG_MIN), long(1n), -9223372036854775809n],
    ['long * long to BigInteger', multiply, long(LONG_MAX), long(2n), 18446744073709551614n],
    ['least long * -1 overflows unseen', multiply, long(LONG_MIN), long(-1n), long(LONG_MIN)],
    ['-1 * least long does not', multiply, long(-1n), long(LONG_MIN), 9223372036854775808n],
    ['BigInteger stays one', subtract, 9223372036854775808n, 9223372036854775807n, 1n],
    ['int + double', add, 1, double(0.5), double(1.5)],
    ['double * long', multiply, double(0.5), long(3n), double(1.5)],
    ['double + BigInteger is a BigDecimal', add, double(0.5), 1n, decimal(15n, 1)],
    ['BigDecimal + int', add, decimal(150n, 2), 1, decimal(250n, 2)],
    [
      'BigDecimal + double is exact',
      add,
      decimal(0n, 0),
      double(0.1),
      decimal(1000000000000000055511151231257827021181583404541015625n, 55),
    ],
    ['BigDecimal * BigDecimal', multiply, decimal(15n, 1), decimal(-2n, 3), decimal(-30n, 4)],
    ['int / int truncates', divide, -7, 2, -3],
    ['int / int, sign of zero', divide, -1, 2, 0],
    ['least int / -1', divide, INT_MIN, -1, long(2147483648n)],
    ['least long / -1 wraps', divide, long(LONG_MIN), long(-1n), long(LONG_MIN)],
    ['BigInteger / int', divide, -7n, 2, -3n],
    ['double / int', divide, double(1), 4, double(0.25)],
    ['BigDecimal / int keeps the scale, half down', divide, decimal(25n, 1), 2, decimal(12n, 1)],
    ['BigDecimal / BigDecimal above half', divide, decimal(20n, 1), decimal(3n, 0), decimal(7n, 1)],
    ['BigDecimal / BigDecimal, negative', divide, decimal(-20n, 1), decimal(3n, 0), decimal(-7n, 1)],
    ['BigDecimal / finer BigDecimal', divide, decimal(1n, 0), decimal(25n, 2), decimal(4n, 0)],
    ['int % int', modulo, -7, 2, -1],
    ['int % int, sign of zero', modulo, -4, 2, 0],
    ['long % int', modulo, long(-7n), 2, long(-1n)],
    ['BigInteger % int is never negative', modulo, -7n, 2, 1n],
    ['double % int', modulo, double(-5.5), 2, double(-1.5)],
  ];

describe('arithmetic', () => {
  it.each(OPERATIONS)('%s', (_, operation, a, b, result) => {
    expect(operation(a, b)).toStrictEqual(result);
  });

  it.each([0, long(0n), 0n, double(0), double(-0), decimal(0n, 5)])('gives null for a zero divisor: %o', (zero) => {
    expect([isZero(zero), divide(1, zero), modulo(1, zero)]).toEqual([true, null, null]);
  });

  it('throws where Java throws', () => {
    expect(() => modulo(decimal(1n, 0), 2)).toThrow(ArithmeticError);
    expect(() => modulo(1n, -2)).toThrow('BigInteger: modulus not positive');
    expect(() => add(decimal(1n, 0), double(Number.NaN))).toThrow('Infinite or NaN');
    expect(() => multiply(decimal(1n, INT_MAX), decimal(1n, 1))).toThrow('Underflow');
  });

  it('refuses numbers that grow without end', () => {
    const big = 10n ** 9_999n;
    expect(() => multiply(big, 10)).toThrow(LimitError);
    expect(() => add(big * 9n, big)).toThrow(LimitError);
    expect(() => add(decimal(1n, -20_000), 1)).toThrow(LimitError);
    expect(numberToString(multiply(10n ** 9_998n, 10))).toHaveLength(10_000);
  });
});

describe('comparison', () => {
  it.each<[JavaNumber, JavaNumber, number]>([
    [1, 2, -1],
    [1, long(1n), 0],
    [1, double(1), 0],
    [1n, double(1), 0],
    [decimal(10n, 1), 1, 0],
    [decimal(1n, 1), double(0.1), -1],
    [decimal(-2n, 0), decimal(-1n, 0), -1],
    [decimal(1n, -2_000_000), decimal(1n, 2_000_000), 1],
    [decimal(-1n, -2_000_000), 1, -1],
    [long(LONG_MAX), 9223372036854775808n, -1],
    [double(Number.NaN), 1, 0],
    [double(0), double(-0), 0],
  ])('%o and %o', (a, b, sign) => {
    expect(Math.sign(compareNumbers(a, b))).toBe(sign);
    expect(equalsNumbers(a, b)).toBe(sign === 0);
  });
});

describe('numberToString', () => {
  it.each<[JavaNumber, string]>([
    [-5, '-5'],
    [long(LONG_MIN), '-9223372036854775808'],
    [12345678901234567890n, '12345678901234567890'],
    [double(1), '1.0'],
    [decimal(110n, 2), '1.10'],
    [decimal(-5n, 1), '-0.5'],
    [decimal(0n, 2), '0.00'],
    [decimal(1n, 6), '0.000001'],
    [decimal(1n, 7), '1E-7'],
    [decimal(123n, -5), '1.23E+7'],
    [decimal(0n, -3), '0E+3'],
  ])('%o prints %s', (value, text) => {
    expect(numberToString(value)).toBe(text);
  });
});

describe('conversion', () => {
  it.each<[JavaNumber, number, bigint, number]>([
    [7, 7, 7n, 7],
    [long(4294967297n), 1, 4294967297n, 4294967297],
    [18446744073709551617n, 1, 1n, 2 ** 64],
    [double(1e20), INT_MAX, LONG_MAX, 1e20],
    [double(-1e20), INT_MIN, LONG_MIN, -1e20],
    [double(-1.9), -1, -1n, -1.9],
    [double(Number.NaN), 0, 0n, Number.NaN],
    [decimal(-19n, 1), -1, -1n, -1.9],
    [decimal(5n, -1), 50, 50n, 50],
    [decimal(1n, 2_000_000), 0, 0n, 0],
  ])('%o', (value, int, wide, floating) => {
    expect([toInt(value), toLong(value), toDouble(value)]).toEqual([int, wide, floating]);
  });
});
