// Who is preferred to whom, by how many ballots: the table every comparison of two alternatives is read from.
// Hot: a hundred alternatives and ten thousand ballots are fifty million comparisons, so it counts in a typed array.
import { TallyError } from './errors';
import { countBallots, RECUSED, type CountedBallot, type RankedBallot } from './ranking';

/** `table[a][b]`: ballots that put alternative a above alternative b, in the order of the alternatives. 0 where a is b. */
export type PairTable = readonly (readonly number[])[];

/** The largest number a cell can hold; no electorate comes near it. */
const CELL_MAX = 2 ** 31 - 1;

/**
 * Counts every pair. Equal alternatives on a ballot count for neither; a recused alternative is compared with none; all
 * ranked are above all unranked.
 * @throws TallyError `DuplicateAlternative`, `UnknownAlternative`, `NotAWholeNumber`, `NumberTooLarge`.
 */
export function pairTable(alternatives: readonly string[], ballots: readonly RankedBallot[]): PairTable {
  const counted = countBallots(alternatives, ballots);
  const total = counted.reduce((ballotsSoFar, ballot) => ballotsSoFar + ballot.count, 0);
  if (total > CELL_MAX) throw new TallyError('NumberTooLarge', total);
  const size = alternatives.length;
  const cells = new Int32Array(size * size);
  for (const ballot of counted) addBallot(cells, size, ballot);
  for (const ballot of countBallots(alternatives, besideOthers(ballots))) addBallot(cells, size, taken(ballot));
  return alternatives.map((_, row) => Array.from(cells.subarray(row * size, (row + 1) * size)));
}

/** What ballots that speak only of some say of all the others: it is taken away again. */
function besideOthers(ballots: readonly RankedBallot[]): readonly RankedBallot[] {
  return ballots.flatMap(({ only, recused = [], ...ballot }) =>
    only === undefined ? [] : [{ ...ballot, recused: [...recused, ...only] }],
  );
}

function taken({ levels, count }: CountedBallot): CountedBallot {
  return { levels, count: -count };
}

/**
 * Adds a ballot to the cells of every pair it decides. Going through the groups from the last to the first, everything
 * seen so far is below the group at hand, so the inner loop only adds and never compares.
 */
function addBallot(cells: Int32Array, size: number, ballot: CountedBallot): void {
  const below: number[] = [];
  for (const group of groupsOf(ballot.levels).toReversed()) {
    for (const index of group) {
      const row = index * size;
      for (const lower of below) cells[row + lower] = (cells[row + lower] ?? 0) + ballot.count;
    }
    below.push(...group);
  }
}

/** Indexes of the alternatives on each level, best level first. */
function groupsOf(levels: readonly number[]): number[][] {
  const groups: number[][] = [];
  levels.forEach((level, index) => {
    if (level !== RECUSED) (groups[level] ??= []).push(index);
  });
  return groups;
}
