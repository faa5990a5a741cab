// The Schulze method with winning votes: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
// Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011). Counts; never breaks a tie.
import { bandsOf, type Band } from './bands';
import { TallyError, wholeNumber } from './errors';
import { pairTable, type PairTable } from './pairwise';
import { indexesOf, type RankedBallot } from './ranking';

export const SCHULZE_VERSION = 'schulze-winning-votes/1';

/** The ranking with all it follows from: anybody can recompute the paths from the pairs, and the bands from the paths. */
export type SchulzeResult = {
  readonly version: string;
  readonly alternatives: readonly string[];
  /** `pairs[a][b]`: ballots that put a above b. */
  readonly pairs: PairTable;
  /** `paths[a][b]`: the strength of the strongest path from a to b, the votes of its weakest victory; 0 without one. */
  readonly paths: PairTable;
  /** Places with ties as they are. The first band holds the winners. */
  readonly bands: readonly Band[];
  /** Who wins against every other alternative directly, if anybody does; then the first band is that one alone. */
  readonly condorcetWinner: string | null;
};

/**
 * Ranks alternatives from ballots. The order of ballots never matters; equal input order and names give equal results.
 * @throws TallyError `DuplicateAlternative`, `UnknownAlternative`, `NotAWholeNumber`, `NumberTooLarge`.
 */
export function schulze(alternatives: readonly string[], ballots: readonly RankedBallot[]): SchulzeResult {
  return schulzeOfPairs(alternatives, pairTable(alternatives, ballots));
}

/**
 * Ranks alternatives from a table of pairs, for example a published one. A victory is a pair with more ballots one way
 * than the other, and as strong as the ballots for the winner ("winning votes"); an equal pair is no victory.
 * @throws TallyError `DuplicateAlternative`, `NotATable` when it is not square or not of the alternatives.
 */
export function schulzeOfPairs(alternatives: readonly string[], pairs: PairTable): SchulzeResult {
  indexesOf(alternatives);
  const size = alternatives.length;
  if (pairs.length !== size || pairs.some((row) => row.length !== size)) throw new TallyError('NotATable', size);
  const wins = victoriesOf(pairs);
  const strengths = strongestPaths(wins, size);
  const paths = alternatives.map((_, row) => Array.from(strengths.subarray(row * size, (row + 1) * size)));
  const groups = layersOf(paths).map((layer) => layer.map((index) => alternatives[index] ?? ''));
  const first = alternatives.findIndex((_, row) =>
    alternatives.every((__, column) => row === column || (wins[row * size + column] ?? 0) > 0),
  );
  return {
    version: SCHULZE_VERSION,
    alternatives,
    pairs,
    paths,
    bands: bandsOf(groups),
    condorcetWinner: alternatives[first] ?? null,
  };
}

/** The votes of every victory; 0 for a pair that is lost or equal. */
function victoriesOf(pairs: PairTable): Int32Array {
  const size = pairs.length;
  const wins = new Int32Array(size * size);
  pairs.forEach((row, winner) => {
    row.forEach((votes, loser) => {
      if (wholeNumber(votes) > (pairs[loser]?.[winner] ?? 0)) wins[winner * size + loser] = votes;
    });
  });
  return wins;
}

/** Widest paths by the algorithm of Floyd and Warshall: a path is as strong as its weakest victory. */
function strongestPaths(wins: Int32Array, size: number): Int32Array {
  const paths = wins.slice();
  for (let via = 0; via < size; via += 1) {
    for (let from = 0; from < size; from += 1) {
      const first = paths[from * size + via] ?? 0;
      if (from === via || first === 0) continue;
      for (let to = 0; to < size; to += 1) {
        if (to === from) continue;
        const through = Math.min(first, paths[via * size + to] ?? 0);
        if (through > (paths[from * size + to] ?? 0)) paths[from * size + to] = through;
      }
    }
  }
  return paths;
}

/**
 * Bands from the paths: first those whom nobody beats, then those whom nobody left beats, and so on. "Beats" (a stronger
 * path there than back) is transitive but not complete, so two in one band need not be equal in every comparison: it
 * says only that the method does not put one of them above the other.
 */
function layersOf(paths: PairTable): number[][] {
  const layers: number[][] = [];
  let left = paths.map((_, index) => index);
  while (left.length > 0) {
    const among = left;
    const layer = among.filter((index) =>
      among.every((rival) => (paths[rival]?.[index] ?? 0) <= (paths[index]?.[rival] ?? 0)),
    );
    layers.push(layer);
    left = among.filter((index) => !layer.includes(index));
  }
  return layers;
}
