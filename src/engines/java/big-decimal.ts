import { exceeded } from '../limit-error.ts';
import { BigDecimal } from './value.ts';

/** Decimal digits a big number may have; Java stops only at 2^31 bits. */
export const MAX_DIGITS = 10_000;
const MAX_BIG = 10n ** BigInt(MAX_DIGITS);

/** `new BigDecimal(double)` of a finite double: its exact binary value, not the text it prints. */
export function exactDecimal(double: number): BigDecimal {
  let scale = 0;
  let whole = double;
  // Doubling is exact, so this finds the least power of two that makes the value whole.
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale++;
  }
  return new BigDecimal(BigInt(whole) * 5n ** BigInt(scale), scale);
}

/** Both unscaled values at the larger of the two scales, and that scale; throws `LimitError` when these lie far apart. */
export function align(a: BigDecimal, b: BigDecimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [rescale(a, scale), rescale(b, scale), scale];
}

function rescale(n: BigDecimal, scale: number): bigint {
  return n.unscaled * powerOf10(scale - n.scale);
}

/** Throws `LimitError` past `MAX_DIGITS`. */
export function powerOf10(exponent: number): bigint {
  if (exponent > MAX_DIGITS) throw exceeded('digits', MAX_DIGITS);
  return 10n ** BigInt(exponent);
}

/** The number itself; throws `LimitError` past `MAX_DIGITS` digits. */
export function bounded(n: bigint): bigint {
  if (n >= MAX_BIG || n <= -MAX_BIG) throw exceeded('digits', MAX_DIGITS);
  return n;
}

/** `a.divide(b, RoundingMode.HALF_DOWN)`, at the scale of `a`; `b` is not zero. */
export function divideHalfDown(a: BigDecimal, b: BigDecimal): BigDecimal {
  // The quotient's scale is a's, so the divisor's scale moves into the dividend, or into the divisor when negative.
  const numerator = b.scale > 0 ? a.unscaled * powerOf10(b.scale) : a.unscaled;
  const denominator = b.scale < 0 ? b.unscaled * powerOf10(-b.scale) : b.unscaled;
  const quotient = numerator / denominator;
  const remainder = magnitude(numerator % denominator);
  if (2n * remainder <= magnitude(denominator)) return new BigDecimal(quotient, a.scale);
  return new BigDecimal(numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n, a.scale);
}

/** `a.compareTo(b)`: by value, whatever the scales. */
export function compareDecimals(a: BigDecimal, b: BigDecimal): number {
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

/** `toBigInteger()`: what stands before the point. */
export function truncate(n: BigDecimal): bigint {
  if (n.scale <= 0) return n.unscaled * powerOf10(-n.scale);
  return decimalExponent(n) <= 0 ? 0n : n.unscaled / powerOf10(n.scale);
}

/** `toString()`: plain while the exponent is small, scientific beyond. */
export function bigDecimalToString(n: BigDecimal): string {
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

/** The number without its sign. */
export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Negative, zero or positive; zero as well when one is NaN. */
export function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
