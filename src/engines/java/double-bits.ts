/** `Double.doubleToLongBits`. */
export function bitsOf(value: number): bigint {
  return new BigInt64Array(new Float64Array([value]).buffer)[0] ?? 0n;
}

/** `Double.longBitsToDouble`. */
export function doubleOf(bits: bigint): number {
  return new Float64Array(new BigInt64Array([bits]).buffer)[0] ?? 0;
}

const FRACTION_BITS = 52n;
const BIAS = 1023n;

/** `Double.toHexString`: `1.5` is `0x1.8p0`. */
export function doubleToHexString(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const bits = BigInt.asUintN(63, bitsOf(value));
  const fraction = BigInt.asUintN(Number(FRACTION_BITS), bits)
    .toString(16)
    .padStart(13, '0')
    .replace(/(?<=.)0+$/, '');
  const exponent = bits >> FRACTION_BITS;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p0`;
  return exponent === 0n ? `${sign}0x0.${fraction}p-1022` : `${sign}0x1.${fraction}p${exponent - BIAS}`;
}
