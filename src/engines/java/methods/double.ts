// `java.lang.Double` and `java.lang.Boolean`.
import { bitsOf, doubleOf, doubleToHexString } from '../double-bits.ts';
import { hashCode } from '../hash-code.ts';
import { numberToString } from '../number.ts';
import { parseDouble } from '../parse-number.ts';
import { Double, Long } from '../value.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { NUMBER, otherClass, parsed } from './number.ts';

export const DOUBLE_METHODS = methodTable<Double>({
  ...NUMBER,
  'isNaN()': (n) => Number.isNaN(n.value),
  'isInfinite()': (n) => Math.abs(n.value) === Number.POSITIVE_INFINITY,
  'compareTo(Object)': otherClass,
  'compareTo(Double)': (n, given) => compareDoubles(n.value, given.double(0)),
  'static isNaN(double)': (_, given) => Number.isNaN(given.double(0)),
  'static isInfinite(double)': (_, given) => Math.abs(given.double(0)) === Number.POSITIVE_INFINITY,
  'static isFinite(double)': (_, given) => Number.isFinite(given.double(0)),
  'static parseDouble(String)': (_, given) => parsed(parseDouble(given.text(0)), given),
  'static valueOf(String)': (_, given) => parsed(parseDouble(given.text(0)), given),
  'static valueOf(double)': (_, given) => new Double(given.double(0)),
  'static hashCode(double)': (_, given) => hashCode(new Double(given.double(0)), given.budget),
  'static toString(double)': (_, given) => numberToString(new Double(given.double(0))),
  'static compare(double,double)': (_, given) => compareDoubles(given.double(0), given.double(1)),
  'static sum(double,double)': (_, given) => new Double(given.double(0) + given.double(1)),
  'static max(double,double)': (_, given) => new Double(Math.max(given.double(0), given.double(1))),
  'static min(double,double)': (_, given) => new Double(Math.min(given.double(0), given.double(1))),
  'static toHexString(double)': (_, given) => doubleToHexString(given.double(0)),
  'static doubleToLongBits(double)': (_, given) => new Long(bitsOf(given.double(0))),
  'static doubleToRawLongBits(double)': (_, given) => new Long(bitsOf(given.double(0))),
  'static longBitsToDouble(long)': (_, given) => new Double(doubleOf(given.long(0))),
});

export const BOOLEAN_METHODS = methodTable<boolean>({
  'booleanValue()': (value) => value,
  'compareTo(Object)': otherClass,
  'compareTo(Boolean)': (value, given) => Number(value) - Number(given.boolean(0)),
  'static parseBoolean(String)': (_, given) => isTrue(given),
  'static valueOf(String)': (_, given) => isTrue(given),
  'static valueOf(boolean)': (_, given) => given.boolean(0),
  'static hashCode(boolean)': (_, given) => hashCode(given.boolean(0), given.budget),
  'static toString(boolean)': (_, given) => String(given.boolean(0)),
  'static compare(boolean,boolean)': (_, given) => Number(given.boolean(0)) - Number(given.boolean(1)),
  'static logicalAnd(boolean,boolean)': (_, given) => given.boolean(0) && given.boolean(1),
  'static logicalOr(boolean,boolean)': (_, given) => given.boolean(0) || given.boolean(1),
  'static logicalXor(boolean,boolean)': (_, given) => given.boolean(0) !== given.boolean(1),
});

function isTrue(given: Arguments): boolean {
  const text = given.any(0);
  return typeof text === 'string' && text.toLowerCase() === 'true';
}

/** `Double.compare`: 0.0 is above -0.0, and NaN above everything. */
function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (Object.is(a, b)) return 0;
  return Number.isNaN(a) || (a === 0 && Object.is(b, -0)) ? 1 : -1;
}
