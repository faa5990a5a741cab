// A ranking as it is announced: bands of alternatives that share their places ("delt 3.–5. plads").
// Owns places and cuts; never breaks a tie by itself.
import { wholeNumber } from './errors';

/** Alternatives that share the places `from` to `to`, 1 being the best. Within a band their order means nothing. */
export type Band = { readonly from: number; readonly to: number; readonly alternatives: readonly string[] };

/** Groups, best first, as bands with their places. Empty groups take no place. */
export function bandsOf(groups: readonly (readonly string[])[]): Band[] {
  let taken = 0;
  return groups
    .filter((group) => group.length > 0)
    .map((alternatives) => {
      const from = taken + 1;
      taken += alternatives.length;
      return { from, to: taken, alternatives };
    });
}

/**
 * Ranks alternatives by a score, best first; equal scores share a band, in the order the alternatives came in.
 * @param compare as for sorting: below zero when the first score is the lower.
 */
export function bandsByScore<Score>(
  scored: readonly { readonly alternative: string; readonly score: Score }[],
  compare: (one: Score, other: Score) => number,
): Band[] {
  const sorted = [...scored].sort((one, other) => compare(other.score, one.score));
  const groups: string[][] = [];
  sorted.forEach(({ alternative, score }, index) => {
    const previous = sorted[index - 1];
    const last = groups.at(-1);
    if (last && previous && compare(previous.score, score) === 0) last.push(alternative);
    else groups.push([alternative]);
  });
  return bandsOf(groups);
}

/** Where a number of places ends in a ranking. `tied` is empty unless a band lies across the end. */
export type Cut = {
  readonly within: readonly string[];
  /** The band across the end: of these only `left` have a place, and the ranking does not say which. */
  readonly tied: readonly string[];
  readonly left: number;
  readonly outside: readonly string[];
};

/**
 * Who is among the first `places`: a help for those who select, never the selection (PROCESS.md §4).
 * @throws TallyError `NotAWholeNumber`.
 */
export function cut(bands: readonly Band[], places: number): Cut {
  wholeNumber(places);
  const within = bands.filter((band) => band.to <= places);
  const tied = bands.find((band) => band.from <= places && band.to > places);
  return {
    within: within.flatMap((band) => band.alternatives),
    tied: tied?.alternatives ?? [],
    left: tied ? places - tied.from + 1 : 0,
    outside: bands.filter((band) => band.from > places).flatMap((band) => band.alternatives),
  };
}
