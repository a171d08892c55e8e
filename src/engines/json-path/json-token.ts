// What json-smart makes of a text without quotes.

import { parseBigDecimal, parseBigInteger } from '../java/parse-number.ts';
import { type BigDecimal, Double, Long, type Value } from '../java/value.ts';

/** An unquoted word: a keyword or a string. */
export function toKeyword(word: string): Value {
  switch (word) {
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    case 'NaN':
      return new Double(Number.NaN);
    default:
      return word;
  }
}

/** `Integer` or `Long` where it fits, `BigInteger` beyond and always from 20 digits on; a lone minus sign is 0. Undefined where Java cannot read it. */
export function toWhole(token: string): number | Long | bigint | undefined {
  if (token === '-') return 0;
  if (token.length < 16) {
    const small = Number(token);
    return small === (small | 0) ? small | 0 : new Long(BigInt(small));
  }
  const value = parseBigInteger(token);
  const digits = token.startsWith('-') ? token.length - 1 : token.length;
  if (value === undefined || digits > 19 || BigInt.asIntN(64, value) !== value) return value;
  return BigInt.asIntN(32, value) === value ? Number(value) : new Long(value);
}

/** `Double` up to 18 characters, `BigDecimal` beyond. Undefined where Java cannot read it. */
export function toFraction(token: string): Double | BigDecimal | undefined {
  if (token.length > 18) return parseBigDecimal(token);
  const value = Number(token);
  return Number.isNaN(value) ? undefined : new Double(value);
}
