// `java.util.Formatter`, as far as a template may want it: %s %d %x %o %c %b %f %e %% %n with flags, width and precision.

import { Character } from '../character.ts';
import { JavaException } from '../java-exception.ts';
import { isNumber, toDouble } from '../number.ts';
import { toJavaString } from '../to-string.ts';
import { BigDecimal, Double, type Value } from '../value.ts';

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;
const MAX_WIDTH = 100_000;

/** `String.format`; throws `JavaException` for a missing argument or one of the wrong type, and for a conversion not known. */
export function format(pattern: string, values: readonly Value[]): string {
  let next = 0;
  let end = 0;
  let result = '';
  for (const match of pattern.matchAll(SPECIFIER)) {
    const [whole, position, flags = '', width = '0', precision, conversion = ''] = match;
    const between = pattern.slice(end, match.index);
    if (between.includes('%')) throw illegal(`UnknownFormatConversionException: ${between}`);
    end = match.index + whole.length;
    let text = conversion === 'n' ? '\n' : '%';
    if (conversion !== 'n' && conversion !== '%') {
      const index = position === undefined ? next++ : Number(position) - 1;
      const value = values[index];
      if (value === undefined) throw illegal(`MissingFormatArgumentException: Format specifier '${whole}'`);
      text = convert(value, conversion, flags, precision === undefined ? undefined : Number(precision));
    }
    result += between + pad(text, flags, Math.min(Number(width), MAX_WIDTH));
  }
  const rest = pattern.slice(end);
  if (rest.includes('%')) throw illegal(`UnknownFormatConversionException: ${rest}`);
  return result + rest;
}

function illegal(message: string): JavaException {
  return new JavaException(`java.util.${message}`);
}

function convert(value: Value, conversion: string, flags: string, precision: number | undefined): string {
  const text = convertLower(value, conversion.toLowerCase(), flags, precision);
  return conversion === conversion.toLowerCase() ? text : text.toUpperCase();
}

function convertLower(value: Value, conversion: string, flags: string, precision: number | undefined): string {
  switch (conversion) {
    case 's':
      return toJavaString(value).slice(0, precision);
    case 'b':
      return String(typeof value === 'boolean' ? value : value !== null).slice(0, precision);
    case 'c':
      if (typeof value === 'number') return String.fromCodePoint(value);
      if (value instanceof Character || value === null) return toJavaString(value);
      throw mismatch(conversion, value);
    case 'd':
    case 'x':
    case 'o':
      return integer(value, conversion, flags);
    case 'f':
    case 'e':
      return decimal(value, conversion, flags, precision ?? 6);
    default:
      throw illegal(`UnknownFormatConversionException: Conversion = '${conversion}'`);
  }
}

function mismatch(conversion: string, value: Value): JavaException {
  return illegal(`IllegalFormatConversionException: ${conversion} != ${toJavaString(value)}`);
}

function integer(value: Value, conversion: string, flags: string): string {
  if (value === null) return 'null';
  if (!isNumber(value) || value instanceof Double || value instanceof BigDecimal) throw mismatch(conversion, value);
  if (conversion === 'd') {
    const digits = toJavaString(value);
    return signed(digits.startsWith('-'), grouped(digits.replace('-', ''), flags), flags);
  }
  const number =
    typeof value === 'number'
      ? BigInt(value >>> 0)
      : typeof value === 'bigint'
        ? value
        : BigInt.asUintN(64, value.value);
  const base = conversion === 'x' ? 16 : 8;
  return `${flags.includes('#') ? (base === 16 ? '0x' : '0') : ''}${number.toString(base)}`;
}

function decimal(value: Value, conversion: string, flags: string, precision: number): string {
  if (value === null) return 'null';
  if (!(value instanceof Double) && !(value instanceof BigDecimal)) throw mismatch(conversion, value);
  const number = toDouble(value);
  const magnitude = Math.abs(number);
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'NaN' : signed(number < 0, 'Infinity', flags);
  const negative = number < 0 || Object.is(number, -0);
  if (conversion === 'e') {
    const [mantissa = '', exponent = '0'] = magnitude.toExponential(Math.min(precision, 100)).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return signed(negative, `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`, flags);
  }
  return signed(negative, grouped(roundHalfUp(value, Math.min(precision, 100)), flags), flags);
}

/** Java rounds the shortest decimal that prints as the number, half up; `toFixed` would round the binary number. */
function roundHalfUp(value: Double | BigDecimal, precision: number): string {
  const [mantissa = '', exponent = '0'] = toJavaString(value).replace('-', '').split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const shift = precision - fraction.length + Number(exponent);
  if (shift < -400) return Number(0).toFixed(precision);
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift));
  const text = String(scaled).padStart(precision + 1, '0');
  return precision === 0 ? text : `${text.slice(0, -precision)}.${text.slice(-precision)}`;
}

function roundedQuotient(digits: bigint, divisor: bigint): bigint {
  return (digits * 2n + divisor) / (divisor * 2n);
}

function grouped(digits: string, flags: string): string {
  if (!flags.includes(',')) return digits;
  const [whole = '', ...fraction] = digits.split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
}

function signed(negative: boolean, digits: string, flags: string): string {
  if (negative) return flags.includes('(') ? `(${digits})` : `-${digits}`;
  return (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + digits;
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const [sign = ''] = /^(?:[-+( ]|0x)?/.exec(text) ?? [];
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
