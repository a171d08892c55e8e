// The texts Java's number classes read. Every function answers `undefined` where Java throws `NumberFormatException`.

import { MAX_DIGITS } from './big-decimal.ts';
import { BigDecimal, Double, Long } from './value.ts';

const SHORT_INTEGER = /^[+-]?\d{1,9}$/;
const DECIMAL_FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?$/;
const HEX_FLOAT = /^([+-]?)0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)[fFdD]?$/;
const BIG_DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** `Integer.parseInt(text, radix)`; ASCII digits only. */
export function parseInteger(text: string, radix = 10): number | undefined {
  if (radix === 10 && SHORT_INTEGER.test(text)) return Number(text) | 0;
  const value = parseBigInteger(text, radix);
  return value === undefined || BigInt.asIntN(32, value) !== value ? undefined : Number(value);
}

/** `Long.parseLong(text, radix)`; ASCII digits only. */
export function parseLong(text: string, radix = 10): Long | undefined {
  const value = parseBigInteger(text, radix);
  return value === undefined || BigInt.asIntN(64, value) !== value ? undefined : new Long(value);
}

/** `new BigInteger(text, radix)`, up to `MAX_DIGITS` digits; ASCII digits only. */
export function parseBigInteger(text: string, radix = 10): bigint | undefined {
  if (radix < 2 || radix > 36) return undefined;
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  const length = text.length - start;
  if (length === 0 || length > MAX_DIGITS) return undefined;
  let value = 0n;
  if (radix === 10) {
    if (!/^\d+$/.test(text.slice(start))) return undefined;
    value = BigInt(text.slice(start));
  } else {
    for (let i = start; i < text.length; i++) {
      const digit = digitOf(text.charCodeAt(i));
      if (digit >= radix) return undefined;
      value = value * BigInt(radix) + BigInt(digit);
    }
  }
  return text.startsWith('-') ? -value : value;
}

/** `Double.parseDouble(text)`: white space around it, a type suffix, hexadecimal, `NaN` and `Infinity` are read too. */
export function parseDouble(text: string): Double | undefined {
  const trimmed = trimJava(text);
  if (DECIMAL_FLOAT.test(trimmed)) return new Double(Number(trimmed.replace(/[fFdD]$/, '')));
  const named = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  if (named) return new Double(Number(named[1] === '-' ? `-${named[2]}` : named[2]));
  const hex = HEX_FLOAT.exec(trimmed);
  if (!hex) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = hex;
  if (whole + fraction === '' || whole.length + fraction.length > MAX_DIGITS) return undefined;
  const magnitude = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
  return new Double(sign === '-' ? -magnitude : magnitude);
}

/** `new BigDecimal(text)`, up to `MAX_DIGITS` digits. */
export function parseBigDecimal(text: string): BigDecimal | undefined {
  const parts = BIG_DECIMAL.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const exponentDigits = exponent.replace(/^[+-]?0*/, '');
  const scale = fraction.length - Number(exponent);
  if (digits === '' || digits.length > MAX_DIGITS || exponentDigits.length > 10) return undefined;
  if (Number(exponent) !== (Number(exponent) | 0) || scale !== (scale | 0)) return undefined;
  const unscaled = BigInt(digits);
  return new BigDecimal(sign === '-' ? -unscaled : unscaled, scale);
}

/** `String.trim()`: every character up to the space goes, no other white space. */
export function trimJava(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 87 : 99;
}
