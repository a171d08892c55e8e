// Java's numbers as Velocity 1.7 calculates with them (`org.apache.velocity.runtime.parser.node.MathUtils`).

import { doubleToString } from './double-to-string.ts';
import { LimitError } from './limit-error.ts';
import { BigDecimal, Double, Long, type Value } from './value.ts';

/** The values that are `java.lang.Number`. */
export type JavaNumber = number | bigint | Long | Double | BigDecimal;

/** Java would throw `java.lang.ArithmeticException` or `NumberFormatException` here. */
export class ArithmeticError extends Error {
  override readonly name = 'ArithmeticError';
}

/** Decimal digits a big number may have; Java stops only at 2^31 bits. */
export const MAX_DIGITS = 10_000;
const MAX_BIG = 10n ** BigInt(MAX_DIGITS);

const INT_MIN = -2147483648n;
const INT_MAX = 2147483647n;
const LONG_MIN = -9223372036854775808n;
const LONG_MAX = 9223372036854775807n;

/** Whether the value is a `java.lang.Number`. */
export function isNumber(value: Value | undefined): value is JavaNumber {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Long ||
    value instanceof Double ||
    value instanceof BigDecimal
  );
}

/** `a + b`; throws `ArithmeticError` where Java does (an infinite double beside a `BigDecimal`). */
export function add(a: JavaNumber, b: JavaNumber): JavaNumber {
  if (typeof a === 'number' && typeof b === 'number') return intOrLong(a + b);
  switch (baseOf(a, b)) {
    case 'long':
      return wrapLong(toLong(a) + toLong(b));
    case 'bigInteger':
      return bounded(toBigInteger(a) + toBigInteger(b));
    case 'double':
      return new Double(toDouble(a) + toDouble(b));
    case 'bigDecimal': {
      const [x, y, scale] = align(toBigDecimal(a), toBigDecimal(b));
      return new BigDecimal(bounded(x + y), scale);
    }
  }
}

/** `a - b`; throws `ArithmeticError` as `add` does. */
export function subtract(a: JavaNumber, b: JavaNumber): JavaNumber {
  if (typeof a === 'number' && typeof b === 'number') return intOrLong(a - b);
  switch (baseOf(a, b)) {
    case 'long':
      return wrapLong(toLong(a) - toLong(b));
    case 'bigInteger':
      return bounded(toBigInteger(a) - toBigInteger(b));
    case 'double':
      return new Double(toDouble(a) - toDouble(b));
    case 'bigDecimal': {
      const [x, y, scale] = align(toBigDecimal(a), toBigDecimal(b));
      return new BigDecimal(bounded(x - y), scale);
    }
  }
}

/** `a * b`; throws `ArithmeticError` as `add` does. */
export function multiply(a: JavaNumber, b: JavaNumber): JavaNumber {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    return Number.isSafeInteger(product) ? intOrLong(product) : new Long(BigInt(a) * BigInt(b));
  }
  switch (baseOf(a, b)) {
    case 'long': {
      const [x, y] = [toLong(a), toLong(b)];
      // Velocity tests for overflow by dividing back, which this one product passes.
      return x === LONG_MIN && y === -1n ? new Long(LONG_MIN) : wrapLong(x * y);
    }
    case 'bigInteger':
      return bounded(toBigInteger(a) * toBigInteger(b));
    case 'double':
      return new Double(toDouble(a) * toDouble(b));
    case 'bigDecimal': {
      const [x, y] = [toBigDecimal(a), toBigDecimal(b)];
      return new BigDecimal(bounded(x.unscaled * y.unscaled), checkScale(x.scale + y.scale));
    }
  }
}

/**
 * `a / b`: whole numbers truncate, `BigDecimal` keeps the scale of `a` and rounds half down; `null` when `b` is zero.
 * Throws `ArithmeticError` as `add` does.
 */
export function divide(a: JavaNumber, b: JavaNumber): JavaNumber | null {
  if (isZero(b)) return null;
  if (typeof a === 'number' && typeof b === 'number') return intOrLong(Math.trunc(a / b));
  switch (baseOf(a, b)) {
    case 'long':
      return new Long(toLong(a) / toLong(b));
    case 'bigInteger':
      return toBigInteger(a) / toBigInteger(b);
    case 'double':
      return new Double(toDouble(a) / toDouble(b));
    case 'bigDecimal':
      return divideHalfDown(toBigDecimal(a), toBigDecimal(b));
  }
}

/**
 * `a % b`; `null` when `b` is zero. Throws `ArithmeticError` for `BigDecimal`, which Velocity cannot take the modulo of,
 * and for a `BigInteger` modulo that is negative.
 */
export function modulo(a: JavaNumber, b: JavaNumber): JavaNumber | null {
  if (isZero(b)) return null;
  if (typeof a === 'number' && typeof b === 'number') return (a % b) | 0;
  switch (baseOf(a, b)) {
    case 'long':
      return new Long(toLong(a) % toLong(b));
    case 'bigInteger': {
      const [x, y] = [toBigInteger(a), toBigInteger(b)];
      if (y < 0n) throw new ArithmeticError('BigInteger: modulus not positive');
      return ((x % y) + y) % y;
    }
    case 'double':
      return new Double(toDouble(a) % toDouble(b));
    case 'bigDecimal':
      throw new ArithmeticError('Cannot calculate the modulo of BigDecimals.');
  }
}

/** `MathUtils.compare`: negative, zero or positive; zero too when a double is NaN. */
export function compareNumbers(a: JavaNumber, b: JavaNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  switch (baseOf(a, b)) {
    case 'long':
      return order(toLong(a), toLong(b));
    case 'bigInteger':
      return order(toBigInteger(a), toBigInteger(b));
    case 'double':
      return order(toDouble(a), toDouble(b));
    case 'bigDecimal':
      return compareDecimals(toBigDecimal(a), toBigDecimal(b));
  }
}

/** `MathUtils.compare(a, b) == 0`, whatever the types: `1 == 1.0`. */
export function equalsNumbers(a: JavaNumber, b: JavaNumber): boolean {
  return compareNumbers(a, b) === 0;
}

/** `MathUtils.isZero`. */
export function isZero(n: JavaNumber): boolean {
  if (n instanceof BigDecimal) return n.unscaled === 0n;
  return toDouble(n) === 0;
}

/** `Number.toString()`. */
export function numberToString(n: JavaNumber): string {
  if (typeof n === 'number') return String(n);
  if (n instanceof Double) return doubleToString(n.value);
  if (n instanceof BigDecimal) return bigDecimalToString(n);
  return (n instanceof Long ? n.value : n).toString();
}

/** `Number.doubleValue()`. */
export function toDouble(n: JavaNumber): number {
  if (typeof n === 'number') return n;
  if (n instanceof BigDecimal) return Number(`${n.unscaled}e${-n.scale}`);
  return Number(typeof n === 'bigint' ? n : n.value);
}

/** `Number.longValue()`: doubles saturate, NaN is 0, big numbers keep their low 64 bits. */
export function toLong(n: JavaNumber): bigint {
  if (typeof n === 'number') return BigInt(n);
  if (n instanceof Long) return n.value;
  if (typeof n === 'bigint') return BigInt.asIntN(64, n);
  if (n instanceof BigDecimal) return BigInt.asIntN(64, truncate(n));
  return saturate(n.value, LONG_MIN, LONG_MAX);
}

/** `Number.intValue()`: doubles saturate, NaN is 0, the other types keep their low 32 bits. */
export function toInt(n: JavaNumber): number {
  if (typeof n === 'number') return n;
  return n instanceof Double ? Number(saturate(n.value, INT_MIN, INT_MAX)) : Number(BigInt.asIntN(32, toLong(n)));
}

/** A whole number as `Integer` where it fits, else as `Long`; `n` must be a safe integer. */
export function intOrLong(n: number): number | Long {
  return n === (n | 0) ? n | 0 : new Long(BigInt(n));
}

function baseOf(a: JavaNumber, b: JavaNumber): 'long' | 'bigInteger' | 'double' | 'bigDecimal' {
  if (a instanceof BigDecimal || b instanceof BigDecimal) return 'bigDecimal';
  const big = typeof a === 'bigint' || typeof b === 'bigint';
  if (a instanceof Double || b instanceof Double) return big ? 'bigDecimal' : 'double';
  return big ? 'bigInteger' : 'long';
}

/** A sum or product of which at least one side was a `Long`. */
function wrapLong(n: bigint): Long | bigint {
  return n < LONG_MIN || n > LONG_MAX ? n : new Long(n);
}

function toBigInteger(n: JavaNumber): bigint {
  return typeof n === 'bigint' ? n : toLong(n);
}

/** `MathUtils.toBigDecimal`: a double becomes its exact binary value, not the text it prints. */
function toBigDecimal(n: JavaNumber): BigDecimal {
  if (n instanceof BigDecimal) return n;
  if (typeof n === 'bigint') return new BigDecimal(n, 0);
  const double = toDouble(n);
  if (!Number.isFinite(double)) throw new ArithmeticError('Infinite or NaN');
  let scale = 0;
  let whole = double;
  // Doubling is exact, so this finds the least power of two that makes the value whole.
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale++;
  }
  return new BigDecimal(BigInt(whole) * 5n ** BigInt(scale), scale);
}

function align(a: BigDecimal, b: BigDecimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [rescale(a, scale), rescale(b, scale), scale];
}

function rescale(n: BigDecimal, scale: number): bigint {
  return n.unscaled * powerOf10(scale - n.scale);
}

function powerOf10(exponent: number): bigint {
  if (exponent > MAX_DIGITS) throw new LimitError('digits', MAX_DIGITS);
  return 10n ** BigInt(exponent);
}

function bounded(n: bigint): bigint {
  if (n >= MAX_BIG || n <= -MAX_BIG) throw new LimitError('digits', MAX_DIGITS);
  return n;
}

function checkScale(scale: number): number {
  if (scale !== (scale | 0)) throw new ArithmeticError(scale > 0 ? 'Underflow' : 'Overflow');
  return scale;
}

function divideHalfDown(a: BigDecimal, b: BigDecimal): BigDecimal {
  // The quotient's scale is a's, so the divisor's scale moves into the dividend, or into the divisor when negative.
  const numerator = b.scale > 0 ? a.unscaled * powerOf10(b.scale) : a.unscaled;
  const denominator = b.scale < 0 ? b.unscaled * powerOf10(-b.scale) : b.unscaled;
  const quotient = numerator / denominator;
  const remainder = magnitude(numerator % denominator);
  if (2n * remainder <= magnitude(denominator)) return new BigDecimal(quotient, a.scale);
  return new BigDecimal(numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n, a.scale);
}

function compareDecimals(a: BigDecimal, b: BigDecimal): number {
  if (a.unscaled === 0n || b.unscaled === 0n || a.unscaled < 0n !== b.unscaled < 0n)
    return order(a.unscaled, b.unscaled);
  const digits = decimalExponent(a) - decimalExponent(b);
  if (digits !== 0) return a.unscaled < 0n ? -digits : digits;
  const [x, y] = align(a, b);
  return order(x, y);
}

/** The power of ten of the first digit. */
function decimalExponent(n: BigDecimal): number {
  return magnitude(n.unscaled).toString().length - n.scale;
}

function truncate(n: BigDecimal): bigint {
  if (n.scale <= 0) return n.unscaled * powerOf10(-n.scale);
  return decimalExponent(n) <= 0 ? 0n : n.unscaled / powerOf10(n.scale);
}

function bigDecimalToString(n: BigDecimal): string {
  const sign = n.unscaled < 0n ? '-' : '';
  const digits = magnitude(n.unscaled).toString();
  const exponent = digits.length - 1 - n.scale;
  if (n.scale === 0) return sign + digits;
  if (n.scale > 0 && exponent >= -6) {
    const padded = digits.padStart(n.scale + 1, '0');
    return `${sign}${padded.slice(0, -n.scale)}.${padded.slice(-n.scale)}`;
  }
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${sign}${digits.charAt(0)}${fraction}E${exponent > 0 ? '+' : ''}${exponent}`;
}

function saturate(n: number, min: bigint, max: bigint): bigint {
  if (Number.isNaN(n)) return 0n;
  if (n >= Number(max)) return max;
  return n <= Number(min) ? min : BigInt(Math.trunc(n));
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
