// `java.lang.Integer` and `java.lang.Long`.
import { order } from '../big-decimal.ts';
import { hashCode } from '../hash-code.ts';
import { compareNumbers } from '../number.ts';
import { parseBigInteger, parseInteger, parseLong } from '../parse-number.ts';
import { Long, type Value } from '../value.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { arithmetic, larger, NUMBER, otherClass, parsed, radix } from './number.ts';

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
  'static rotateLeft(int,int)': (_, given) => (given.int(0) << given.int(1)) | (given.int(0) >>> -given.int(1)),
  'static rotateRight(int,int)': (_, given) => (given.int(0) >>> given.int(1)) | (given.int(0) << -given.int(1)),
  'static highestOneBit(int)': (_, given) => (given.int(0) === 0 ? 0 : 1 << (31 - Math.clz32(given.int(0)))),
  'static lowestOneBit(int)': (_, given) => given.int(0) & -given.int(0),
  'static numberOfLeadingZeros(int)': (_, given) => Math.clz32(given.int(0)),
  'static numberOfTrailingZeros(int)': (_, given) => 32 - Math.clz32(~given.int(0) & (given.int(0) - 1)),
  'static reverse(int)': (_, given) => Number(reversed(BigInt(given.int(0)), 32, 1)) | 0,
  'static reverseBytes(int)': (_, given) => Number(reversed(BigInt(given.int(0)), 32, 8)) | 0,
  'static compareUnsigned(int,int)': (_, given) => Math.sign((given.int(0) >>> 0) - (given.int(1) >>> 0)),
  'static divideUnsigned(int,int)': (_, given) => Math.trunc((given.int(0) >>> 0) / divisor(given)) | 0,
  'static remainderUnsigned(int,int)': (_, given) => ((given.int(0) >>> 0) % divisor(given)) | 0,
  'static parseUnsignedInt(String)': (_, given) => Number(unsigned(given, 32, 10)) | 0,
  'static parseUnsignedInt(String,int)': (_, given) => Number(unsigned(given, 32, given.int(1))) | 0,
  'static toUnsignedLong(int)': (_, given) => new Long(BigInt(given.int(0) >>> 0)),
  'static toUnsignedString(int)': (_, given) => String(given.int(0) >>> 0),
  'static toUnsignedString(int,int)': (_, given) => (given.int(0) >>> 0).toString(radix(given.int(1))),
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
  'static bitCount(long)': (_, given) => bits(given.long(0)).replaceAll('0', '').length,
  'static rotateLeft(long,int)': (_, given) => rotated(given.long(0), given.int(1)),
  'static rotateRight(long,int)': (_, given) => rotated(given.long(0), -given.int(1)),
  'static highestOneBit(long)': (_, given) => new Long(highestOneBit(given.long(0))),
  'static lowestOneBit(long)': (_, given) => new Long(given.long(0) & -given.long(0)),
  'static numberOfLeadingZeros(long)': (_, given) => leadingZeros(given.long(0)),
  'static numberOfTrailingZeros(long)': (_, given) => trailingZeros(given.long(0)),
  'static reverse(long)': (_, given) => new Long(reversed(given.long(0), 64, 1)),
  'static reverseBytes(long)': (_, given) => new Long(reversed(given.long(0), 64, 8)),
  'static compareUnsigned(long,long)': (_, given) => order(asUnsigned(given.long(0)), asUnsigned(given.long(1))),
  'static divideUnsigned(long,long)': (_, given) => new Long(asUnsigned(given.long(0)) / longDivisor(given)),
  'static remainderUnsigned(long,long)': (_, given) => new Long(asUnsigned(given.long(0)) % longDivisor(given)),
  'static parseUnsignedLong(String)': (_, given) => new Long(unsigned(given, 64, 10)),
  'static parseUnsignedLong(String,int)': (_, given) => new Long(unsigned(given, 64, given.int(1))),
  'static toUnsignedString(long)': (_, given) => String(asUnsigned(given.long(0))),
  'static toUnsignedString(long,int)': (_, given) => asUnsigned(given.long(0)).toString(radix(given.int(1))),
});

/** `Integer.decode`: a sign, then `0x`, `#` or `0` before the digits of another radix. */
function decoded(given: Arguments, parse: (text: string, radix: number) => Value | undefined): Value {
  const [, sign = '', prefix = '', digits = ''] = /^([+-]?)(0[xX]|#|0(?=.))?(.*)$/s.exec(given.text(0)) ?? [];
  const radix = prefix === '' ? 10 : prefix === '0' ? 8 : 16;
  return parsed(/^[+-]/.test(digits) ? undefined : parse(sign + digits, radix), given);
}

/** The 64 bits of a long. */
function bits(value: bigint): string {
  return asUnsigned(value).toString(2).padStart(64, '0');
}

function leadingZeros(value: bigint): number {
  return value === 0n ? 64 : bits(value).indexOf('1');
}

function trailingZeros(value: bigint): number {
  return value === 0n ? 64 : 63 - bits(value).lastIndexOf('1');
}

function highestOneBit(value: bigint): bigint {
  return value === 0n ? 0n : 1n << BigInt(63 - leadingZeros(value));
}

function rotated(value: bigint, distance: number): Long {
  const left = BigInt(distance & 63);
  return new Long((asUnsigned(value) << left) | (asUnsigned(value) >> (64n - left)));
}

/** The bits of a number of this size in reverse order, taken in groups. */
function reversed(value: bigint, size: 32 | 64, group: 1 | 8): bigint {
  const text = BigInt.asUintN(size, value).toString(2).padStart(size, '0');
  const groups = Array.from({ length: size / group }, (_, at) => text.slice(at * group, (at + 1) * group));
  return BigInt(`0b${groups.reverse().join('')}`);
}

function asUnsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function divisor(given: Arguments): number {
  return given.int(1) === 0 ? arithmetic('/ by zero') : given.int(1) >>> 0;
}

function longDivisor(given: Arguments): bigint {
  return given.long(1) === 0n ? arithmetic('/ by zero') : asUnsigned(given.long(1));
}

/** A number without a minus that fits into so many bits. */
function unsigned(given: Arguments, size: 32 | 64, base: number): bigint {
  const text = given.text(0);
  const value = text.startsWith('-') ? undefined : parseBigInteger(text, base);
  return parsed(value === undefined || value >> BigInt(size) !== 0n ? undefined : value, given) as bigint;
}
