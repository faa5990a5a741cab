// What a set of scores says: middle, spread and distribution, all exact. Describes one set of scores and ranks nothing;
// who scored and what is done with it is not its business (PROCESS.md §4: show the spread and not only the mean).
import { TallyError, wholeNumber } from './errors';
import {
  absolute,
  add,
  divide,
  fractionOf,
  rational,
  rationalOf,
  subtract,
  sum,
  type Fraction,
  type Rational,
} from './rational';

/** Plain JSON. Everything that needs a score is null when nobody gave one. */
export type Summary = {
  /** Scores given. */
  readonly count: number;
  /** Answers "cannot be judged": counted here and nowhere else. */
  readonly notJudged: number;
  readonly mean: Fraction | null;
  readonly median: Median | null;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Greatest less least, in steps of the scale's values. */
  readonly range: number | null;
  /** Mean distance of the scores from their mean. */
  readonly deviation: Fraction | null;
  /** How many gave each value of the scale, in the scale's order. */
  readonly distribution: readonly { readonly value: number; readonly count: number }[];
};

/** With an even number of scores there are two middle ones, and `mean` lies between them. */
export type Median = { readonly lower: number; readonly upper: number; readonly mean: Fraction };

/**
 * Summarises scores. Their order never matters.
 * @param scale the values that can be given, integers.
 * @param scores one per assessor; null for "cannot be judged".
 * @throws TallyError `NotOnScale`.
 */
export function summarise(scale: readonly number[], scores: readonly (number | null)[]): Summary {
  const given = scores.filter((score) => score !== null).sort((one, other) => one - other);
  const stray = given.find((score) => !scale.includes(score));
  if (stray !== undefined) throw new TallyError('NotOnScale', stray);
  const mean = meanOf(given);
  const least = given[0] ?? null;
  const greatest = given.at(-1) ?? null;
  return {
    count: given.length,
    notJudged: scores.length - given.length,
    mean: mean && fractionOf(mean),
    median: medianOf(given),
    least,
    greatest,
    range: least === null || greatest === null ? null : greatest - least,
    deviation: mean && fractionOf(deviationOf(given, mean)),
    distribution: scale.map((value) => ({ value, count: given.filter((score) => score === value).length })),
  };
}

/** @param sorted ascending. */
function medianOf(sorted: readonly number[]): Median | null {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (lower === undefined || upper === undefined) return null;
  return { lower, upper, mean: fractionOf(divide(add(rationalOf(lower), rationalOf(upper)), rationalOf(2))) };
}

function meanOf(scores: readonly number[]): Rational | null {
  if (scores.length === 0) return null;
  const total = scores.reduce((soFar, score) => soFar + BigInt(score), 0n);
  return rational(total, BigInt(scores.length));
}

function deviationOf(scores: readonly number[], mean: Rational): Rational {
  const distances = scores.map((score) => absolute(subtract(rationalOf(score), mean)));
  return divide(sum(distances), rationalOf(wholeNumber(scores.length, 1)));
}
