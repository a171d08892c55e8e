// `Double.toString` as Java prints it up to JDK 18. That algorithm (Steele and White's, with the termination test of
// `jdk.internal.math.FloatingDecimal`) does not always find the shortest text: 2.0E23 prints 1.9999999999999998E23.

const SIGNIFICAND_BITS = 52;
const HIDDEN_BIT = 1n << 52n;
const EXPONENT_BIAS = 1023;

/** Bits of 5^i, from 5^0 to 5^26: what decides whether Java works on ints, longs or big integers. */
const BITS_OF_POWER_OF_5 = Array.from({ length: 27 }, (_, i) => (5n ** BigInt(i)).toString(2).length);
BITS_OF_POWER_OF_5[0] = 0;

const bitView = new DataView(new ArrayBuffer(8));

interface Decimal {
  /** Significant digits without a point. */
  readonly digits: string;
  /** The value is 0.digits × 10^exponent. */
  readonly exponent: number;
}

/** `Double.toString(value)`. */
export function doubleToString(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(value);
  // Between these bounds Java finds the shortest text too: no decimal lies exactly half-way between two doubles there.
  if (magnitude >= 1e-3 && magnitude < 1e7) {
    return Number.isInteger(value) ? `${value}.0` : String(value);
  }
  return (value < 0 ? '-' : '') + layOut(toDecimal(magnitude));
}

function layOut({ digits, exponent }: Decimal): string {
  if (exponent > 0 && exponent < 8) {
    return `${digits.slice(0, exponent).padEnd(exponent, '0')}.${digits.slice(exponent) || '0'}`;
  }
  if (exponent <= 0 && exponent > -3) return `0.${'0'.repeat(-exponent)}${digits}`;
  return `${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent - 1}`;
}

function toDecimal(magnitude: number): Decimal {
  bitView.setFloat64(0, magnitude);
  const bits = bitView.getBigUint64(0);
  let fraction = bits & (HIDDEN_BIT - 1n);
  let exponent = Number(bits >> 52n);
  let significantBits = SIGNIFICAND_BITS + 1;
  if (exponent === 0) {
    significantBits = fraction.toString(2).length;
    const shift = SIGNIFICAND_BITS + 1 - significantBits;
    fraction <<= BigInt(shift);
    exponent = 1 - shift;
  } else {
    fraction |= HIDDEN_BIT;
  }
  exponent -= EXPONENT_BIAS;

  const trailingZeros = countTrailingZeros(fraction);
  const fractionBits = SIGNIFICAND_BITS + 1 - trailingZeros;
  const tinyBits = Math.max(0, fractionBits - exponent - 1);
  if (tinyBits === 0 && exponent <= 62) return integerDigits(fraction, exponent, significantBits);
  return generateDigits(fraction, exponent, significantBits, trailingZeros, tinyBits);
}

/** Values that are whole numbers below 2^63: the digits beyond a double's precision are rounded away. */
function integerDigits(fraction: bigint, exponent: number, significantBits: number): Decimal {
  const power = exponent - significantBits - 1;
  const insignificant = exponent > significantBits && power > 1 ? Math.floor(power * Math.log10(2)) : 0;
  const shift = BigInt(exponent - SIGNIFICAND_BITS);
  let integer = shift >= 0n ? fraction << shift : fraction >> -shift;
  if (insignificant > 0) {
    const unit = 10n ** BigInt(insignificant);
    integer = integer / unit + (integer % unit >= unit / 2n ? 1n : 0n);
  }
  const digits = integer.toString();
  return { digits: digits.replace(/0+$/, ''), exponent: digits.length + insignificant };
}

/** B / S is the value, M half the distance to the next double, all scaled; digits are drawn until the rest is below M. */
function generateDigits(
  fraction: bigint,
  exponent: number,
  significantBits: number,
  trailingZeros: number,
  tinyBits: number,
): Decimal {
  const fractionBits = SIGNIFICAND_BITS + 1 - trailingZeros;
  let decimalExponent = estimateDecimalExponent(fraction, exponent);
  const b5 = Math.max(0, -decimalExponent);
  const s5 = Math.max(0, decimalExponent);
  let b2 = b5 + tinyBits + exponent;
  let s2 = s5 + tinyBits;
  let m2 = b2 - significantBits;
  b2 -= fractionBits - 1;
  const common = Math.min(b2, s2);
  b2 -= common;
  s2 -= common;
  m2 -= common;
  if (fractionBits === 1) m2 -= 1;
  if (m2 < 0) {
    b2 -= m2;
    s2 -= m2;
    m2 = 0;
  }

  const bBits = fractionBits + b2 + (BITS_OF_POWER_OF_5[b5] ?? b5 * 3);
  const tenSBits = s2 + 1 + (BITS_OF_POWER_OF_5[s5 + 1] ?? (s5 + 1) * 3);
  // In ints and longs Java's products wrap, and the upper test is strict; in big integers neither.
  const width = bBits < 32 && tenSBits < 32 ? 32 : bBits < 64 && tenSBits < 64 ? 64 : undefined;
  const wrap = (n: bigint): bigint => (width === undefined ? n : BigInt.asIntN(width, n));

  const s = wrap((5n ** BigInt(s5)) << BigInt(s2));
  const tens = wrap(s * 10n);
  let b = wrap(((fraction >> BigInt(trailingZeros)) * 5n ** BigInt(b5)) << BigInt(b2));
  let m = wrap((5n ** BigInt(b5)) << BigInt(m2));
  let digits = '';
  let low = false;
  let high = false;
  const drawDigit = (): bigint => {
    const digit = b / s;
    b = wrap(10n * (b % s));
    m = wrap(m * 10n);
    if (m > 0n) {
      low = b < m;
      high = width === undefined ? b + m >= tens : wrap(b + m) > tens;
    } else {
      low = true;
      high = true;
    }
    return digit;
  };

  const first = drawDigit();
  if (first === 0n && !high) decimalExponent -= 1;
  else digits += first;
  // The E form always shows a digit after the point, so a second one is drawn.
  if (decimalExponent < -3 || decimalExponent >= 8) {
    high = false;
    low = false;
  }
  while (!low && !high) digits += drawDigit();

  const remainder = 2n * b - tens;
  const up = high && (!low || remainder > 0n || (remainder === 0n && Number(digits.at(-1)) % 2 === 1));
  return up ? roundUp(digits, decimalExponent + 1) : { digits, exponent: decimalExponent + 1 };
}

function roundUp(digits: string, exponent: number): Decimal {
  const kept = digits.replace(/9+$/, '');
  if (kept === '') return { digits: `1${'0'.repeat(digits.length - 1)}`, exponent: exponent + 1 };
  const rounded = kept.slice(0, -1) + (Number(kept.at(-1)) + 1);
  return { digits: rounded.padEnd(digits.length, '0'), exponent };
}

/** floor(log10(value)), at times one too high: Java's estimate by a Taylor series around 1.5. */
function estimateDecimalExponent(fraction: bigint, exponent: number): number {
  const unit = Number(fraction) / 2 ** SIGNIFICAND_BITS;
  return Math.floor((unit - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

function countTrailingZeros(value: bigint): number {
  let count = 0;
  while (((value >> BigInt(count)) & 1n) === 0n) count++;
  return count;
}
