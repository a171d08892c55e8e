// The number classes, `Boolean` and `Character`. Templates reach the static methods through any value of the class:
// `#set($Integer = 0)$Integer.parseInt("5")`. Byte, Short and Float do not exist here: they become Integer and Double.
import {
  add,
  compareNumbers,
  divide,
  type JavaNumber,
  modulo,
  multiply,
  numberToString,
  subtract,
  toDouble,
  toInt,
  toLong,
} from '../../java/number.ts';
import { parseDouble, parseInteger, parseLong } from '../../java/parse-number.ts';
import { BigDecimal, Double, Long, type Value } from '../../java/value.ts';
import { hashCode } from '../hash-code.ts';
import { Character, JavaException } from '../objects.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { isWhitespace } from './white-space.ts';

const NUMBER = {
  'byteValue()': (n: JavaNumber) => (toInt(n) << 24) >> 24,
  'shortValue()': (n: JavaNumber) => (toInt(n) << 16) >> 16,
  'intValue()': (n: JavaNumber) => toInt(n),
  'longValue()': (n: JavaNumber) => new Long(toLong(n)),
  'floatValue()': (n: JavaNumber) => new Double(shortestFloat(toDouble(n))),
  'doubleValue()': (n: JavaNumber) => new Double(toDouble(n)),
};

export const INTEGER_METHODS = methodTable<number>({
  ...NUMBER,
  'compareTo(Object)': otherClass,
  'compareTo(Integer)': (n, given) => Math.sign(n - given.int(0)),
  'static parseInt(String)': (_, given) => parsed(parseInteger(given.text(0)), given),
  'static parseInt(String,int)': (_, given) => parsed(parseInteger(given.text(0), given.int(1)), given),
  'static valueOf(String)': (_, given) => parsed(parseInteger(given.text(0)), given),
  'static valueOf(String,int)': (_, given) => parsed(parseInteger(given.text(0), given.int(1)), given),
  'static valueOf(int)': (_, given) => given.int(0),
  'static toString(int)': (_, given) => String(given.int(0)),
  'static toString(int,int)': (_, given) => given.int(0).toString(radix(given.int(1))),
  'static toHexString(int)': (_, given) => (given.int(0) >>> 0).toString(16),
  'static toOctalString(int)': (_, given) => (given.int(0) >>> 0).toString(8),
  'static toBinaryString(int)': (_, given) => (given.int(0) >>> 0).toString(2),
  'static hashCode(int)': (_, given) => given.int(0),
  'static decode(String)': (_, given) => decoded(given, parseInteger),
  'static compare(int,int)': (_, given) => Math.sign(given.int(0) - given.int(1)),
  'static signum(int)': (_, given) => Math.sign(given.int(0)),
  'static bitCount(int)': (_, given) => (given.int(0) >>> 0).toString(2).replaceAll('0', '').length,
  'static sum(int,int)': (_, given) => (given.int(0) + given.int(1)) | 0,
  'static max(int,int)': (_, given) => Math.max(given.int(0), given.int(1)),
  'static min(int,int)': (_, given) => Math.min(given.int(0), given.int(1)),
});

export const LONG_METHODS = methodTable<Long>({
  ...NUMBER,
  'compareTo(Object)': otherClass,
  'compareTo(Long)': (n, given) => compareNumbers(n, new Long(given.long(0))),
  'static parseLong(String)': (_, given) => parsed(parseLong(given.text(0)), given),
  'static parseLong(String,int)': (_, given) => parsed(parseLong(given.text(0), given.int(1)), given),
  'static valueOf(String)': (_, given) => parsed(parseLong(given.text(0)), given),
  'static valueOf(String,int)': (_, given) => parsed(parseLong(given.text(0), given.int(1)), given),
  'static valueOf(long)': (_, given) => new Long(given.long(0)),
  'static decode(String)': (_, given) => decoded(given, parseLong),
  'static hashCode(long)': (_, given) => hashCode(new Long(given.long(0)), given.budget),
  'static toString(long)': (_, given) => String(given.long(0)),
  'static toString(long,int)': (_, given) => given.long(0).toString(radix(given.int(1))),
  'static toHexString(long)': (_, given) => BigInt.asUintN(64, given.long(0)).toString(16),
  'static toOctalString(long)': (_, given) => BigInt.asUintN(64, given.long(0)).toString(8),
  'static toBinaryString(long)': (_, given) => BigInt.asUintN(64, given.long(0)).toString(2),
  'static compare(long,long)': (_, given) => compareNumbers(new Long(given.long(0)), new Long(given.long(1))),
  'static signum(long)': (_, given) => compareNumbers(new Long(given.long(0)), 0),
  'static sum(long,long)': (_, given) => new Long(given.long(0) + given.long(1)),
  'static max(long,long)': (_, given) => new Long(larger(given.long(0), given.long(1))),
  'static min(long,long)': (_, given) => new Long(-larger(-given.long(0), -given.long(1))),
});

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
});

const bigInteger = (given: Arguments) => given.any(0) as bigint;

export const BIG_INTEGER_METHODS = methodTable<bigint>({
  ...NUMBER,
  'add(BigInteger)': (n, given) => add(n, bigInteger(given)),
  'subtract(BigInteger)': (n, given) => subtract(n, bigInteger(given)),
  'multiply(BigInteger)': (n, given) => multiply(n, bigInteger(given)),
  'divide(BigInteger)': (n, given) => defined(divide(n, bigInteger(given)), 'BigInteger divide by zero'),
  'mod(BigInteger)': (n, given) => defined(modulo(n, bigInteger(given)), 'BigInteger: modulus not positive'),
  'negate()': (n) => -n,
  'abs()': (n) => (n < 0n ? -n : n),
  'signum()': (n) => compareNumbers(n, 0),
  'bitLength()': (n) => (n < 0n ? ~n : n).toString(2).replace(/^0$/, '').length,
  'pow(int)': (n, given) => power(n, given.int(0)),
  'compareTo(Object)': otherClass,
  'compareTo(BigInteger)': (n, given) => compareNumbers(n, bigInteger(given)),
  'max(BigInteger)': (n, given) => larger(n, bigInteger(given)),
  'min(BigInteger)': (n, given) => -larger(-n, -bigInteger(given)),
  'toString(int)': (n, given) => n.toString(radix(given.int(0))),
  'static valueOf(long)': (_, given) => given.long(0),
});

const bigDecimal = (given: Arguments) => given.any(0) as BigDecimal;

export const BIG_DECIMAL_METHODS = methodTable<BigDecimal>({
  ...NUMBER,
  'add(BigDecimal)': (n, given) => add(n, bigDecimal(given)),
  'subtract(BigDecimal)': (n, given) => subtract(n, bigDecimal(given)),
  'multiply(BigDecimal)': (n, given) => multiply(n, bigDecimal(given)),
  'negate()': (n) => new BigDecimal(-n.unscaled, n.scale),
  'abs()': (n) => new BigDecimal(n.unscaled < 0n ? -n.unscaled : n.unscaled, n.scale),
  'signum()': (n) => compareNumbers(n, 0),
  'scale()': (n) => n.scale,
  'precision()': (n) => String(n.unscaled).replace('-', '').length,
  'compareTo(Object)': otherClass,
  'compareTo(BigDecimal)': (n, given) => compareNumbers(n, bigDecimal(given)),
  'toBigInteger()': (n) => toBigInteger(n),
  'static valueOf(long)': (_, given) => new BigDecimal(given.long(0), 0),
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

export const CHARACTER_METHODS = methodTable<Character>({
  'charValue()': (character) => character,
  'compareTo(Object)': otherClass,
  'compareTo(Character)': (character, given) => character.value.charCodeAt(0) - given.text(0).charCodeAt(0),
  'static compare(char,char)': (_, given) => given.text(0).charCodeAt(0) - given.text(1).charCodeAt(0),
  'static valueOf(char)': (_, given) => new Character(given.text(0)),
  'static toString(char)': (_, given) => given.text(0),
  'static isDigit(char)': (_, given) => /^\p{Nd}$/u.test(given.text(0)),
  'static isLetter(char)': (_, given) => /^\p{L}$/u.test(given.text(0)),
  'static isLetterOrDigit(char)': (_, given) => /^[\p{L}\p{Nd}]$/u.test(given.text(0)),
  'static isUpperCase(char)': (_, given) => /^\p{Uppercase}$/u.test(given.text(0)),
  'static isLowerCase(char)': (_, given) => /^\p{Lowercase}$/u.test(given.text(0)),
  'static isWhitespace(char)': (_, given) => isWhitespace(given.text(0)),
  'static toUpperCase(char)': (_, given) => new Character(given.text(0).toUpperCase().charAt(0)),
  'static toLowerCase(char)': (_, given) => new Character(given.text(0).toLowerCase().charAt(0)),
});

/** The bridge method that Java's compiler adds to `compareTo`. */
function otherClass(): never {
  throw new JavaException('java.lang.ClassCastException');
}

function parsed(value: Value | undefined, given: Arguments): Value {
  if (value !== undefined) return value;
  throw new JavaException(`java.lang.NumberFormatException: For input string: ${JSON.stringify(given.text(0))}`);
}

/** `Integer.decode`: a sign, then `0x`, `#` or `0` before the digits of another radix. */
function decoded(given: Arguments, parse: (text: string, radix: number) => Value | undefined): Value {
  const [, sign = '', prefix = '', digits = ''] = /^([+-]?)(0[xX]|#|0(?=.))?(.*)$/s.exec(given.text(0)) ?? [];
  const radix = prefix === '' ? 10 : prefix === '0' ? 8 : 16;
  return parsed(/^[+-]/.test(digits) ? undefined : parse(sign + digits, radix), given);
}

/** By repeated multiplication, which knows how long a number may get. */
function power(base: bigint, exponent: number): JavaNumber {
  if (exponent < 0) throw new JavaException('java.lang.ArithmeticException: Negative exponent');
  if (base >= -1n && base <= 1n) return base ** BigInt(exponent === 0 ? 0 : 2 - (exponent % 2));
  let result: JavaNumber = 1n;
  for (let count = 0; count < exponent; count++) result = multiply(result, base);
  return result;
}

function defined(value: JavaNumber | null, message: string): JavaNumber {
  if (value === null) throw new JavaException(`java.lang.ArithmeticException: ${message}`);
  return value;
}

/** `Math.max` takes no bigint. */
function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

/** A radix Java does not know is 10. */
function radix(wanted: number): number {
  return wanted < 2 || wanted > 36 ? 10 : wanted;
}

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

function toBigInteger({ unscaled, scale }: BigDecimal): bigint {
  return scale >= 0 ? unscaled / 10n ** BigInt(scale) : unscaled * 10n ** BigInt(-scale);
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
