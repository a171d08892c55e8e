// What the number classes have in common. Templates reach the static methods through any value of the class:
// `#set($Integer = 0)$Integer.parseInt("5")`. Byte, Short and Float do not exist here: they become Integer and Double.

import { JavaException } from '../java-exception.ts';
import { type JavaNumber, toDouble, toInt, toLong } from '../number.ts';
import { Double, Long, type Value } from '../value.ts';
import type { Arguments } from './method-table.ts';

/** The methods of `java.lang.Number`. */
export const NUMBER = {
  'byteValue()': (n: JavaNumber) => (toInt(n) << 24) >> 24,
  'shortValue()': (n: JavaNumber) => (toInt(n) << 16) >> 16,
  'intValue()': (n: JavaNumber) => toInt(n),
  'longValue()': (n: JavaNumber) => new Long(toLong(n)),
  'floatValue()': (n: JavaNumber) => new Double(shortestFloat(toDouble(n))),
  'doubleValue()': (n: JavaNumber) => new Double(toDouble(n)),
};

/** The bridge method that Java's compiler adds to `compareTo`. */
export function otherClass(): never {
  throw new JavaException('java.lang.ClassCastException');
}

/** What a text was read as; throws where it is no number. */
export function parsed(value: Value | undefined, given: Arguments): Value {
  if (value !== undefined) return value;
  throw new JavaException(`java.lang.NumberFormatException: For input string: ${JSON.stringify(given.text(0))}`);
}

/** A radix Java does not know is 10. */
export function radix(wanted: number): number {
  return wanted < 2 || wanted > 36 ? 10 : wanted;
}

/** The larger of two; `Math.max` takes no bigint. */
export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

/** Throws where Java throws `ArithmeticException`. */
export function arithmetic(message: string): never {
  throw new JavaException(`java.lang.ArithmeticException: ${message}`);
}

/** The double that prints as the nearest float does. */
function shortestFloat(value: number): number {
  const float = Math.fround(value);
  if (float === 0) return float;
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(float.toPrecision(digits));
    if (Math.fround(candidate) === float) return candidate;
  }
  return float;
}
