// `java.math.BigInteger`.

import { exceeded } from '../../limit-error.ts';
import { bounded, MAX_DIGITS } from '../big-decimal.ts';
import { add, compareNumbers, multiply, subtract } from '../number.ts';
import { Long } from '../value.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { arithmetic, larger, NUMBER, otherClass, radix } from './number.ts';

const other = (given: Arguments) => given.any(0) as bigint;

export const BIG_INTEGER_METHODS = methodTable<bigint>({
  ...NUMBER,
  'add(BigInteger)': (n, given) => add(n, other(given)),
  'subtract(BigInteger)': (n, given) => subtract(n, other(given)),
  'multiply(BigInteger)': (n, given) => multiply(n, other(given)),
  'divide(BigInteger)': (n, given) => n / divisor(given),
  'remainder(BigInteger)': (n, given) => n % divisor(given),
  'mod(BigInteger)': (n, given) => {
    const m = other(given);
    return m > 0n ? ((n % m) + m) % m : arithmetic('BigInteger: modulus not positive');
  },
  'gcd(BigInteger)': (n, given) => greatestCommonDivisor(n, other(given), given),
  'pow(int)': (n, given) => power(n, given.int(0)),
  'sqrt()': (n) => squareRoot(n),
  'negate()': (n) => -n,
  'abs()': (n) => (n < 0n ? -n : n),
  'signum()': (n) => compareNumbers(n, 0),
  'and(BigInteger)': (n, given) => n & other(given),
  'or(BigInteger)': (n, given) => n | other(given),
  'xor(BigInteger)': (n, given) => n ^ other(given),
  'andNot(BigInteger)': (n, given) => n & ~other(given),
  'not()': (n) => ~n,
  'bitLength()': (n) => bitLength(n),
  'bitCount()': (n) => (n < 0n ? ~n : n).toString(2).replaceAll('0', '').length,
  'getLowestSetBit()': (n) => (n === 0n ? -1 : (n & -n).toString(2).length - 1),
  'testBit(int)': (n, given) => (n & bit(given)) !== 0n,
  'setBit(int)': (n, given) => bounded(n | bit(given)),
  'clearBit(int)': (n, given) => bounded(n & ~bit(given)),
  'flipBit(int)': (n, given) => bounded(n ^ bit(given)),
  'shiftLeft(int)': (n, given) => shifted(n, given.int(0)),
  'shiftRight(int)': (n, given) => shifted(n, -given.int(0)),
  'compareTo(Object)': otherClass,
  'compareTo(BigInteger)': (n, given) => compareNumbers(n, other(given)),
  'max(BigInteger)': (n, given) => larger(n, other(given)),
  'min(BigInteger)': (n, given) => -larger(-n, -other(given)),
  'intValueExact()': (n) => exactInt(n),
  'longValueExact()': (n) => exactLong(n),
  'toString(int)': (n, given) => n.toString(radix(given.int(0))),
  'static valueOf(long)': (_, given) => given.long(0),
});

/** Bits that `MAX_DIGITS` decimal digits take. */
const MAX_BITS = MAX_DIGITS * Math.log2(10);

function bitLength(n: bigint): number {
  return (n < 0n ? ~n : n).toString(2).replace(/^0$/, '').length;
}

function divisor(given: Arguments): bigint {
  return other(given) || arithmetic('BigInteger divide by zero');
}

/** Euclid's steps are as many as the numbers are long. */
function greatestCommonDivisor(a: bigint, b: bigint, given: Arguments): bigint {
  given.budget.work((bitLength(a) * bitLength(b)) / 64);
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}

/** `base` to a power that is not negative; throws `LimitError`. */
export function power(base: bigint, exponent: number): bigint {
  if (exponent < 0) return arithmetic('Negative exponent');
  if (base >= -1n && base <= 1n) return base ** BigInt(exponent === 0 ? 0 : 2 - (exponent % 2));
  if ((bitLength(base) - 1) * exponent > MAX_BITS) throw exceeded('digits', MAX_DIGITS);
  return bounded(base ** BigInt(exponent));
}

/** Newton's method, from above. */
function squareRoot(n: bigint): bigint {
  if (n < 0n) return arithmetic('Negative BigInteger');
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root;
}

function bit(given: Arguments): bigint {
  const at = given.int(0);
  return at < 0 ? arithmetic('Negative bit address') : shifted(1n, at);
}

function shifted(n: bigint, distance: number): bigint {
  if (n !== 0n && distance > MAX_BITS) throw exceeded('digits', MAX_DIGITS);
  return bounded(n << BigInt(distance));
}

/** `intValueExact()`. */
export function exactInt(n: bigint): number {
  return BigInt.asIntN(32, n) === n ? Number(n) : arithmetic('BigInteger out of int range');
}

/** `longValueExact()`. */
export function exactLong(n: bigint): Long {
  return BigInt.asIntN(64, n) === n ? new Long(n) : arithmetic('BigInteger out of long range');
}
