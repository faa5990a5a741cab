// The Borda count, shown beside a Schulze ranking for comparison: a point for each alternative one stands above.
// Never decides; exact, with equals sharing their points.
import { bandsByScore, type Band } from './bands';
import { add, compare, fractionOf, rational, ZERO, type Fraction, type Rational } from './rational';
import { countBallots, RECUSED, type CountedBallot, type RankedBallot } from './ranking';

export const BORDA_VERSION = 'borda/1';

export type BordaResult = {
  readonly version: string;
  readonly points: readonly {
    readonly alternative: string;
    /** From 0 to n − 1 per ballot; equals get the mean of the points they share. */
    readonly points: Fraction;
    /** Ballots that take part in this alternative: all but those recused in it. */
    readonly ballots: number;
    /** Points per such ballot; null when there is none. */
    readonly mean: Fraction | null;
  }[];
  /** By mean, so that a recusal neither helps nor harms. Alternatives without a ballot are in no band. */
  readonly bands: readonly Band[];
};

/**
 * Counts points. A ballot that speaks only of some is left out. On a ballot that takes part in k of n alternatives, the points 0 to k − 1 are stretched to 0 to n − 1.
 * @throws TallyError `DuplicateAlternative`, `UnknownAlternative`, `NotAWholeNumber`.
 */
export function borda(alternatives: readonly string[], ballots: readonly RankedBallot[]): BordaResult {
  const whole = ballots.filter(({ only }) => only === undefined);
  const totals = totalsOf(alternatives.length, countBallots(alternatives, whole));
  const scored = alternatives.map((alternative, index) => {
    const { points, ballots: taken } = totals[index] ?? { points: ZERO, ballots: 0 };
    return { alternative, points, taken, mean: taken === 0 ? null : rational(points.num, points.den * BigInt(taken)) };
  });
  const ranked = scored.flatMap(({ alternative, mean }) => (mean ? [{ alternative, score: mean }] : []));
  return {
    version: BORDA_VERSION,
    points: scored.map(({ alternative, points, taken, mean }) => ({
      alternative,
      points: fractionOf(points),
      ballots: taken,
      mean: mean && fractionOf(mean),
    })),
    bands: bandsByScore(ranked, compare),
  };
}

interface Total {
  readonly points: Rational;
  readonly ballots: number;
}

/**
 * Points and ballots per alternative. Half points are added as integers, apart for each number of alternatives taken
 * part in, and stretched at the end: exact, and quick for many ballots.
 */
function totalsOf(size: number, ballots: readonly CountedBallot[]): Total[] {
  const halves = new Map<number, Column>();
  for (const ballot of ballots) {
    const taken = ballot.levels.filter((level) => level !== RECUSED);
    // Alone there is nothing to compare with: such a ballot says nothing.
    if (taken.length < 2) continue;
    const column = halves.get(taken.length) ?? emptyColumn(size);
    halves.set(taken.length, column);
    addHalfPoints(column, ballot, taken);
  }
  return Array.from({ length: size }, (_, index) => {
    let points = ZERO;
    let count = 0;
    for (const [taken, column] of halves) {
      const stretched = (column.points[index] ?? 0n) * BigInt(size - 1);
      points = add(points, rational(stretched, 2n * BigInt(taken - 1)));
      count += column.ballots[index] ?? 0;
    }
    return { points, ballots: count };
  });
}

/** Half points and ballots per alternative, among ballots that take part in equally many. */
interface Column {
  readonly points: bigint[];
  readonly ballots: number[];
}

function emptyColumn(size: number): Column {
  return { points: Array.from({ length: size }, () => 0n), ballots: Array.from({ length: size }, () => 0) };
}

function addHalfPoints(column: Column, ballot: CountedBallot, taken: readonly number[]): void {
  const onLevel = new Map<number, number>();
  for (const level of taken) onLevel.set(level, (onLevel.get(level) ?? 0) + 1);
  // Half points of a level: two for each one below, one for each other on the same level.
  const pointsOf = new Map<number, number>();
  let below = 0;
  for (const level of [...onLevel.keys()].sort((one, other) => other - one)) {
    const equals = onLevel.get(level) ?? 0;
    pointsOf.set(level, 2 * below + equals - 1);
    below += equals;
  }
  ballot.levels.forEach((level, index) => {
    const points = pointsOf.get(level);
    if (points === undefined) return;
    column.points[index] = (column.points[index] ?? 0n) + BigInt(points) * BigInt(ballot.count);
    column.ballots[index] = (column.ballots[index] ?? 0) + ballot.count;
  });
}
