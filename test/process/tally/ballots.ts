// Random ballots for properties, a naive Schulze count to compare with, and the words the tests share.
// The naive count follows the definitions one by one and shares no code with the product.
import { array, constantFrom, integer, record, shuffledSubarray, type Arbitrary } from 'fast-check';
import type { RankedBallot, Ranking } from '../../../services/process/tally/ranking';

export const FIVE = ['A', 'B', 'C', 'D', 'E'];

/** A weak order of some of the alternatives: shuffled, and cut into groups. */
export function rankings(alternatives: readonly string[]): Arbitrary<Ranking> {
  return record({
    order: shuffledSubarray([...alternatives]),
    groupOf: array(integer({ min: 0, max: 3 }), { minLength: alternatives.length, maxLength: alternatives.length }),
  }).map(({ order, groupOf }) =>
    [0, 1, 2, 3]
      .map((group) => order.filter((_, index) => groupOf[index] === group))
      .filter((group) => group.length > 0),
  );
}

export function ballotsOn(alternatives: readonly string[], max = 9): Arbitrary<RankedBallot[]> {
  const ballot = record({ ranking: rankings(alternatives), count: integer({ min: 1, max: 3 }) });
  return array(ballot, { minLength: 0, maxLength: max });
}

/** Ballots of which some are recused in some alternatives. */
export function ballotsWithRecusals(alternatives: readonly string[], max = 9): Arbitrary<RankedBallot[]> {
  const recused = array(constantFrom(...alternatives), { maxLength: 2 }).map((some) => [...new Set(some)]);
  const ballot = record({ ranking: rankings(alternatives), count: integer({ min: 1, max: 3 }), recused });
  return array(ballot, { minLength: 0, maxLength: max });
}

/** The place of an alternative on a ballot, as a number that is lower the better; the unranked stand last. */
function standing(ranking: Ranking, alternative: string): number {
  const group = ranking.findIndex((members) => members.includes(alternative));
  return group === -1 ? ranking.length : group;
}

export function naiveVotes(ballots: readonly RankedBallot[], one: string, other: string): number {
  return ballots
    .filter(({ recused = [] }) => !recused.includes(one) && !recused.includes(other))
    .filter(({ ranking }) => standing(ranking, one) < standing(ranking, other))
    .reduce((total, { count = 1 }) => total + count, 0);
}

/** The strongest path by trying every path without a repeated alternative. */
export function naivePath(
  ballots: readonly RankedBallot[],
  alternatives: readonly string[],
  from: string,
  to: string,
): number {
  const strengthOf = (one: string, other: string): number => {
    const votes = naiveVotes(ballots, one, other);
    return votes > naiveVotes(ballots, other, one) ? votes : 0;
  };
  const strongest = (at: string, left: readonly string[], weakest: number): number => {
    const direct = Math.min(weakest, strengthOf(at, to));
    const detours = left.map((next) => {
      const onward = Math.min(weakest, strengthOf(at, next));
      return onward === 0
        ? 0
        : strongest(
            next,
            left.filter((other) => other !== next),
            onward,
          );
    });
    return Math.max(direct, ...detours);
  };
  const between = alternatives.filter((alternative) => alternative !== from && alternative !== to);
  return strongest(from, between, Number.POSITIVE_INFINITY);
}

/** Bands by the longest chain of alternatives of which each beats the next. */
export function naiveGroups(
  alternatives: readonly string[],
  beats: (one: string, other: string) => boolean,
): string[][] {
  const depthOf = (alternative: string): number => {
    const above = alternatives.filter((rival) => rival !== alternative && beats(rival, alternative));
    return above.length === 0 ? 0 : 1 + Math.max(...above.map(depthOf));
  };
  const groups: string[][] = [];
  for (const alternative of alternatives) (groups[depthOf(alternative)] ??= []).push(alternative);
  return groups;
}
