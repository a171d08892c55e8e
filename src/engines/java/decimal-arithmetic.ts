// What `java.math.BigDecimal` calculates beyond Velocity's own operators: rounding, exact division, change of scale.
import { bounded, magnitude, powerOf10, truncate } from './big-decimal.ts';
import { BigDecimal } from './value.ts';

/** `RoundingMode.UNNECESSARY`; the modes from 0 are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN and HALF_EVEN. */
export const UNNECESSARY = 7;

/** `a / b` at a scale; undefined where the mode forbids to round. `b` is not zero; throws `LimitError`. */
export function divideAt(a: BigDecimal, b: BigDecimal, scale: number, mode: number): BigDecimal | undefined {
  const shift = scale + b.scale - a.scale;
  const numerator = shift > 0 ? a.unscaled * powerOf10(shift) : a.unscaled;
  const denominator = shift < 0 ? b.unscaled * powerOf10(-shift) : b.unscaled;
  const quotient = roundedQuotient(numerator, denominator, mode);
  return quotient === undefined ? undefined : new BigDecimal(bounded(quotient), scale);
}

/** `n.setScale(scale, mode)`; undefined where the mode forbids to round. Throws `LimitError`. */
export function setScale(n: BigDecimal, scale: number, mode: number): BigDecimal | undefined {
  return divideAt(n, new BigDecimal(1n, 0), scale, mode);
}

function roundedQuotient(numerator: bigint, denominator: bigint, mode: number): bigint | undefined {
  const quotient = numerator / denominator;
  const remainder = magnitude(numerator % denominator);
  if (remainder === 0n) return quotient;
  if (mode === UNNECESSARY) return undefined;
  const isNegative = numerator < 0n !== denominator < 0n;
  const half = 2n * remainder - magnitude(denominator);
  return isAwayFromZero(mode, isNegative, half, quotient) ? quotient + (isNegative ? -1n : 1n) : quotient;
}

/** @param half negative, zero or positive where what is cut off is below, at or above one half */
function isAwayFromZero(mode: number, isNegative: boolean, half: bigint, quotient: bigint): boolean {
  switch (mode) {
    case 0:
      return true;
    case 1:
      return false;
    case 2:
      return !isNegative;
    case 3:
      return isNegative;
    case 4:
      return half >= 0n;
    case 5:
      return half > 0n;
    default:
      return half > 0n || (half === 0n && quotient % 2n !== 0n);
  }
}

/** `a.divide(b)`: exact, at the scale nearest to that of `a` less that of `b`; undefined where it never ends. */
export function divideExactly(a: BigDecimal, b: BigDecimal): BigDecimal | undefined {
  const preferred = a.scale - b.scale;
  if (a.unscaled === 0n) return new BigDecimal(0n, preferred);
  // A divisor of d digits has less than 10/3 d factors 2 or 5, and each takes one digit of the quotient.
  const digits = Math.ceil((10 * magnitude(b.unscaled).toString().length) / 3);
  const quotient = divideAt(a, b, preferred + digits, UNNECESSARY);
  return quotient && stripZeros(quotient, preferred);
}

/** `a.divideToIntegralValue(b)`; `b` is not zero. */
export function integralQuotient(a: BigDecimal, b: BigDecimal): BigDecimal {
  const preferred = a.scale - b.scale;
  const whole = truncate(divideAt(a, b, 0, 1) ?? a);
  if (whole === 0n) return new BigDecimal(0n, preferred);
  const quotient = stripZeros(new BigDecimal(whole, 0), Math.min(preferred, 0));
  return setScale(quotient, Math.max(preferred, quotient.scale), UNNECESSARY) ?? quotient;
}

/** Without zeros at the end, as long as the scale stays above the smallest one wanted. */
export function stripZeros({ unscaled, scale }: BigDecimal, smallest = Number.NEGATIVE_INFINITY): BigDecimal {
  if (unscaled === 0n) return new BigDecimal(0n, 0);
  const digits = unscaled.toString();
  const zeros = Math.min(digits.length - digits.replace(/0+$/, '').length, scale - smallest);
  return new BigDecimal(BigInt(digits.slice(0, digits.length - zeros)), scale - zeros);
}

/** `n.toPlainString()`, which may have as many zeros as the scale says. */
export function toPlainString({ unscaled, scale }: BigDecimal): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = magnitude(unscaled).toString();
  if (scale <= 0) return unscaled === 0n ? '0' : sign + digits + '0'.repeat(-scale);
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
