// `java.math.BigDecimal`. No template can get hold of a `MathContext` or a `RoundingMode`, but rounding modes are numbers too.

import { truncate } from '../big-decimal.ts';
import {
  divideAt,
  divideExactly,
  integralQuotient,
  setScale,
  stripZeros,
  toPlainString,
  UNNECESSARY,
} from '../decimal-arithmetic.ts';
import { JavaException } from '../java-exception.ts';
import { add, compareNumbers, multiply, numberToString, subtract } from '../number.ts';
import { parseBigDecimal } from '../parse-number.ts';
import { BigDecimal, Double } from '../value.ts';
import { exactInt, exactLong, power } from './big-integer.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { arithmetic, NUMBER, otherClass } from './number.ts';

const other = (given: Arguments) => given.any(0) as BigDecimal;

export const BIG_DECIMAL_METHODS = methodTable<BigDecimal>({
  ...NUMBER,
  'add(BigDecimal)': (n, given) => add(n, other(given)),
  'subtract(BigDecimal)': (n, given) => subtract(n, other(given)),
  'multiply(BigDecimal)': (n, given) => multiply(n, other(given)),
  'divide(BigDecimal)': (n, given) => rounded(divideExactly(n, divisor(given))),
  'divide(BigDecimal,int)': (n, given) => rounded(divideAt(n, divisor(given), n.scale, mode(given, 1))),
  'divide(BigDecimal,int,int)': (n, given) => rounded(divideAt(n, divisor(given), given.int(1), mode(given, 2))),
  'divideToIntegralValue(BigDecimal)': (n, given) => integralQuotient(n, divisor(given)),
  'remainder(BigDecimal)': (n, given) => subtract(n, multiply(integralQuotient(n, divisor(given)), divisor(given))),
  'pow(int)': (n, given) => decimalPower(n, given.int(0)),
  'negate()': (n) => new BigDecimal(-n.unscaled, n.scale),
  'plus()': (n) => n,
  'abs()': (n) => new BigDecimal(n.unscaled < 0n ? -n.unscaled : n.unscaled, n.scale),
  'signum()': (n) => compareNumbers(n, 0),
  'scale()': (n) => n.scale,
  'precision()': (n) => String(n.unscaled).replace('-', '').length,
  'unscaledValue()': (n) => n.unscaled,
  'ulp()': (n) => new BigDecimal(1n, n.scale),
  'setScale(int)': (n, given) => rounded(setScale(n, given.int(0), UNNECESSARY)),
  'setScale(int,int)': (n, given) => rounded(setScale(n, given.int(0), mode(given, 1))),
  'movePointLeft(int)': (n, given) => movePoint(n, given.int(0)),
  'movePointRight(int)': (n, given) => movePoint(n, -given.int(0)),
  'scaleByPowerOfTen(int)': (n, given) => new BigDecimal(n.unscaled, scaleOf(n.scale - given.int(0))),
  'stripTrailingZeros()': (n) => stripZeros(n),
  'compareTo(Object)': otherClass,
  'compareTo(BigDecimal)': (n, given) => Math.sign(compareNumbers(n, other(given))),
  'max(BigDecimal)': (n, given) => (compareNumbers(n, other(given)) >= 0 ? n : other(given)),
  'min(BigDecimal)': (n, given) => (compareNumbers(n, other(given)) <= 0 ? n : other(given)),
  'toBigInteger()': (n) => truncate(n),
  'toBigIntegerExact()': (n) => exactWhole(n),
  'intValueExact()': (n) => exactInt(exactWhole(n)),
  'longValueExact()': (n) => exactLong(exactWhole(n)),
  'toPlainString()': (n, given) => {
    given.budget.text(Math.abs(n.scale));
    return toPlainString(n);
  },
  'static valueOf(long)': (_, given) => new BigDecimal(given.long(0), 0),
  'static valueOf(long,int)': (_, given) => new BigDecimal(given.long(0), given.int(1)),
  'static valueOf(double)': (_, given) => decimalOf(given.double(0)),
});

function divisor(given: Arguments): BigDecimal {
  return other(given).unscaled === 0n ? arithmetic('/ by zero') : other(given);
}

function mode(given: Arguments, index: number): number {
  const value = given.int(index);
  if (value >= 0 && value <= UNNECESSARY) return value;
  throw new JavaException('java.lang.IllegalArgumentException: Invalid rounding mode');
}

function rounded(n: BigDecimal | undefined): BigDecimal {
  return n ?? arithmetic('Rounding necessary');
}

function exactWhole(n: BigDecimal): bigint {
  return rounded(setScale(n, 0, UNNECESSARY)).unscaled;
}

function decimalPower(n: BigDecimal, exponent: number): BigDecimal {
  if (exponent < 0 || exponent > 999_999_999) return arithmetic('Invalid operation');
  return new BigDecimal(power(n.unscaled, exponent), scaleOf(n.scale * exponent));
}

function movePoint(n: BigDecimal, places: number): BigDecimal {
  if (places === 0) return n;
  const moved = new BigDecimal(n.unscaled, scaleOf(n.scale + places));
  return moved.scale < 0 ? rounded(setScale(moved, 0, UNNECESSARY)) : moved;
}

function scaleOf(scale: number): number {
  return scale === (scale | 0) ? scale : arithmetic(scale > 0 ? 'Underflow' : 'Overflow');
}

function decimalOf(double: number): BigDecimal {
  const decimal = parseBigDecimal(numberToString(new Double(double)));
  if (decimal === undefined) throw new JavaException('java.lang.NumberFormatException');
  return decimal;
}
