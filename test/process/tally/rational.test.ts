// Exact fractions: the arithmetic of numbers, and how they are read aloud.
import { assert, integer, property } from 'fast-check';
import {
  add,
  compare,
  decimalText,
  divide,
  fractionOf,
  multiply,
  rational,
  rationalOf,
  subtract,
  sum,
} from '../../../services/process/tally/rational';

const parts = integer({ min: -1_000, max: 1_000 });
const wholes = integer({ min: 1, max: 1_000 });
const fractions = [parts, wholes] as const;
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

describe('fractions', () => {
  it('are in lowest terms, with the sign above', () => {
    expect(fractionOf(rational(6n, -4n))).toEqual([-3, 2]);
    expect(fractionOf(rational(0n, 7n))).toEqual([0, 1]);
  });

  it('of thirds add up to one, which no decimal does', () => {
    expect(fractionOf(sum([rationalOf([1, 3]), rationalOf([1, 3]), rationalOf([1, 3])]))).toEqual([1, 1]);
  });

  it('undo what they do', () => {
    assert(
      property(...fractions, ...fractions, (a, b, c, d) => {
        const one = rationalOf([a, b]);
        const other = rationalOf([c, d]);
        expect(subtract(add(one, other), other)).toEqual(one);
        const divisor = other.num === 0n ? rational(1n) : other;
        expect(divide(multiply(one, divisor), divisor)).toEqual(one);
        expect(add(one, other)).toEqual(add(other, one));
      }),
    );
  });

  it('compare as their cross products do', () => {
    assert(
      property(...fractions, ...fractions, (a, b, c, d) => {
        expect(compare(rationalOf([a, b]), rationalOf([c, d]))).toBe(Math.sign(a * d - c * b));
      }),
    );
  });

  it('have no whole of zero', () => {
    expect(() => rationalOf([1, 0])).toThrow(faultOf('NotAFraction'));
    expect(() => divide(rationalOf(1), rationalOf(0))).toThrow(faultOf('NotAFraction'));
  });

  it('are made of whole numbers', () => {
    expect(() => rationalOf(0.5)).toThrow(faultOf('NotAFraction'));
    expect(() => rationalOf([1, Number.NaN])).toThrow(faultOf('NotAFraction'));
  });

  it('that no longer fit exactly are refused, and never rounded', () => {
    expect(() => fractionOf(rational(1n, 2n ** 53n))).toThrow(faultOf('NumberTooLarge'));
    expect(fractionOf(rational(1n, 2n ** 53n - 1n))).toEqual([1, Number.MAX_SAFE_INTEGER]);
  });
});

describe('a fraction as text', () => {
  it.each([
    [[7, 3], 2, '2.33'],
    [[2, 3], 2, '0.67'],
    [[1, 8], 2, '0.13'],
    [[-1, 8], 2, '-0.13'],
    [[-1, 1_000], 2, '0.00'],
    [[5, 1], 1, '5.0'],
    [[5, 2], 0, '3'],
    [[199, 200], 2, '1.00'],
  ] as const)('%j with %i decimals is %s', (fraction, digits, text) => {
    expect(decimalText(fraction, digits)).toBe(text);
  });
});
