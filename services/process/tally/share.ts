// How many are "more than half" or "at least two thirds" of a number, in whole votes.
// Shared by majorities and quorums; knows neither.
import { TallyError, wholeNumber } from './errors';
import type { Fraction } from './rational';

/** A share as definitions write it: more than half is `share: [1, 2], strictlyMore: true`. */
export type ShareRule = {
  readonly share: Fraction;
  /** True where exactly the share is not enough. */
  readonly strictlyMore: boolean;
};

/**
 * The least whole number that is the share of `base` (or more than it, when `strictlyMore`). At least 1: nothing is
 * decided, and no body is quorate, by nobody.
 * @throws TallyError `NotAShare` for a share below 0, above 1, or strictly more than 1.
 */
export function neededOf(base: number, rule: ShareRule): number {
  const [part, whole] = rule.share.map((value) => BigInt(wholeNumber(value))) as [bigint, bigint];
  if (whole === 0n || part > whole || (part === whole && rule.strictlyMore)) {
    throw new TallyError('NotAShare', rule.share.join('/'));
  }
  const product = BigInt(wholeNumber(base)) * part;
  const least = rule.strictlyMore ? product / whole + 1n : (product + whole - 1n) / whole;
  return Math.max(1, Number(least));
}

/** True for "more than half", the only rule under which equal numbers are a tie and not simply too few. */
export function isMoreThanHalf(rule: ShareRule): boolean {
  const [part, whole] = rule.share;
  return rule.strictlyMore && part * 2 === whole;
}
