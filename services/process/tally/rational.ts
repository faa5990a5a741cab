// Exact fractions: every mean, weight and share of a count, so that no result depends on rounding.
// Computes with BigInt; results leave as `Fraction`, two plain integers that JSON can hold.
import { TallyError } from './errors';

/** A number as numerator and denominator, in lowest terms, the denominator above zero. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The same as it stands in definitions, results and the record: `[part, whole]`, `[7, 3]`; 2 is `[2, 1]`. */
export type Fraction = readonly [part: number, whole: number];

/** @throws TallyError `NotAFraction` for a denominator of zero. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new TallyError('NotAFraction', `${num}/${den}`);
  const divisor = greatestCommonDivisor(num, den);
  const sign = den < 0n ? -1n : 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const ZERO: Rational = { num: 0n, den: 1n };

/** @throws TallyError `NotAFraction` when a part is no integer or the whole is zero. */
export function rationalOf(value: number | Fraction): Rational {
  const [part, whole] = typeof value === 'number' ? [value, 1] : value;
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) {
    throw new TallyError('NotAFraction', `${part}/${whole}`);
  }
  return rational(BigInt(part), BigInt(whole));
}

/** @throws TallyError `NumberTooLarge` when a part does not fit in an exact JSON number: better no result than a near one. */
export function fractionOf(value: Rational): Fraction {
  const part = Number(value.num);
  const whole = Number(value.den);
  if (Number.isSafeInteger(part) && Number.isSafeInteger(whole)) return [part, whole];
  throw new TallyError('NumberTooLarge', `${value.num}/${value.den}`);
}

export function add(one: Rational, other: Rational): Rational {
  return rational(one.num * other.den + other.num * one.den, one.den * other.den);
}

export function subtract(one: Rational, other: Rational): Rational {
  return rational(one.num * other.den - other.num * one.den, one.den * other.den);
}

export function multiply(one: Rational, other: Rational): Rational {
  return rational(one.num * other.num, one.den * other.den);
}

/** @throws TallyError `NotAFraction` when dividing by zero. */
export function divide(one: Rational, other: Rational): Rational {
  return rational(one.num * other.den, one.den * other.num);
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

export function absolute(value: Rational): Rational {
  return value.num < 0n ? { num: -value.num, den: value.den } : value;
}

/** Below zero when `one` is smaller, zero when equal, above zero when greater: for sorting. */
export function compare(one: Rational, other: Rational): number {
  const difference = one.num * other.den - other.num * one.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * A fraction as people read it, with exactly `digits` decimals and a point: `[7, 3]` with 2 is `2.33`. Half is rounded
 * away from zero. For display only; nothing is computed from it.
 */
export function decimalText(value: Fraction, digits: number): string {
  const exact = rationalOf(value);
  const scale = 10n ** BigInt(digits);
  const size = absolute(exact);
  const rounded = (2n * size.num * scale + size.den) / (2n * size.den);
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = exact.num < 0n && rounded !== 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [large, small] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
