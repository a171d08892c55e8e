// Java's numbers as Velocity 1.7 calculates with them (`org.apache.velocity.runtime.parser.node.MathUtils`).

import {
  align,
  bigDecimalToString,
  bounded,
  compareDecimals,
  divideHalfDown,
  exactDecimal,
  order,
  truncate,
} from './big-decimal.ts';
import { doubleToString } from './double-to-string.ts';
import { BigDecimal, Double, Long, type Value } from './value.ts';

/** The values that are `java.lang.Number`. */
export type JavaNumber = number | bigint | Long | Double | BigDecimal;

/** Java would throw `java.lang.ArithmeticException` or `NumberFormatException` here. */
export class ArithmeticError extends Error {
  override readonly name = 'ArithmeticError';
}

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
function intOrLong(n: number): number | Long {
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

/** `MathUtils.toBigDecimal`: whole numbers but `BigInteger` go through a double. */
function toBigDecimal(n: JavaNumber): BigDecimal {
  if (n instanceof BigDecimal) return n;
  if (typeof n === 'bigint') return new BigDecimal(n, 0);
  const double = toDouble(n);
  if (!Number.isFinite(double)) throw new ArithmeticError('Infinite or NaN');
  return exactDecimal(double);
}

function checkScale(scale: number): number {
  if (scale !== (scale | 0)) throw new ArithmeticError(scale > 0 ? 'Underflow' : 'Overflow');
  return scale;
}

function saturate(n: number, min: bigint, max: bigint): bigint {
  if (Number.isNaN(n)) return 0n;
  if (n >= Number(max)) return max;
  return n <= Number(min) ? min : BigInt(Math.trunc(n));
}
