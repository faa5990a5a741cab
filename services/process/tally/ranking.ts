// Ballots that rank: tiers with an order inside where somebody wanted one (CARDS.md, "Ranking is tiers first").
// Owns their form and what an unranked or recused alternative means; counts nothing.
import { TallyError, wholeNumber } from './errors';

/** Alternatives best first; those in one group are equal. What is in no group is below every group, and equal. */
export type Ranking = readonly (readonly string[])[];

/** One ballot, or `count` ballots alike. */
export type RankedBallot = {
  readonly ranking: Ranking;
  /**
   * Alternatives the elector takes no part in (recused). Wherever they stand in the ranking, this ballot says nothing
   * of them: it counts in no comparison with them, neither for nor against.
   */
  readonly recused?: readonly string[];
  /**
   * Counts only in comparisons with at least one of these: what is said beside another ballot of the same elector, which
   * is silent on them.
   */
  readonly only?: readonly string[];
  readonly count?: number;
};

/** The level of a recused alternative: none. */
export const RECUSED = -1;

/** Ballots alike, as levels per alternative (0 the best, `RECUSED` without one), in the order of the alternatives. */
export interface CountedBallot {
  readonly levels: readonly number[];
  readonly count: number;
}

/**
 * The ranking of a ballot given as tiers.
 * @param tiers ids of the tiers, best first.
 * @param tierOf the tier of each alternative; one without a tier is unranked, below the last tier.
 * @param order some alternatives in the elector's own order. In its tier each stands above those that are not named.
 * @throws TallyError `UnknownTier`, `UnknownAlternative` (ordered without a tier), `DuplicateAlternative`.
 */
export function rankingOfTiers(
  tiers: readonly string[],
  tierOf: Readonly<Record<string, string>>,
  order: readonly string[],
): Ranking {
  const members = new Map<string, string[]>(tiers.map((tier) => [tier, []]));
  for (const [alternative, tier] of Object.entries(tierOf)) {
    const tierMembers = members.get(tier);
    if (!tierMembers) throw new TallyError('UnknownTier', tier);
    tierMembers.push(alternative);
  }
  const ordered = new Set<string>();
  for (const alternative of order) {
    if (!Object.hasOwn(tierOf, alternative)) throw new TallyError('UnknownAlternative', alternative);
    if (ordered.has(alternative)) throw new TallyError('DuplicateAlternative', alternative);
    ordered.add(alternative);
  }
  return tiers.flatMap((tier) => {
    const named = order.filter((alternative) => tierOf[alternative] === tier);
    const unnamed = (members.get(tier) ?? []).filter((alternative) => !ordered.has(alternative));
    const groups = named.map((alternative) => [alternative]);
    return unnamed.length === 0 ? groups : [...groups, unnamed];
  });
}

/**
 * Checks ballots and puts those that are alike together.
 * @throws TallyError `DuplicateAlternative` (in the list or in a ballot), `UnknownAlternative`, `NotAWholeNumber`.
 */
export function countBallots(alternatives: readonly string[], ballots: readonly RankedBallot[]): CountedBallot[] {
  const indexes = indexesOf(alternatives);
  const alike = new Map<string, { levels: readonly number[]; count: number }>();
  for (const ballot of ballots) {
    const levels = levelsOf(indexes, ballot);
    const count = wholeNumber(ballot.count ?? 1, 1);
    // A character per level makes the key of a long ballot quick to build and to compare.
    const key = String.fromCharCode(...levels.map((level) => level - RECUSED));
    const known = alike.get(key);
    if (known) known.count += count;
    else alike.set(key, { levels, count });
  }
  return [...alike.values()];
}

/** @throws TallyError `DuplicateAlternative`. */
export function indexesOf(alternatives: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  alternatives.forEach((alternative, index) => {
    if (indexes.has(alternative)) throw new TallyError('DuplicateAlternative', alternative);
    indexes.set(alternative, index);
  });
  return indexes;
}

function levelsOf(indexes: ReadonlyMap<string, number>, ballot: RankedBallot): number[] {
  const given = Array.from<unknown, number | null>(indexes.keys(), () => null);
  const groups = ballot.ranking;
  groups.forEach((group, groupIndex) => {
    for (const alternative of group) {
      const index = indexIn(indexes, alternative);
      if (given[index] !== null) throw new TallyError('DuplicateAlternative', alternative);
      given[index] = groupIndex;
    }
  });
  // The unranked stand one level below the last group.
  const levels = given.map((level) => level ?? groups.length);
  for (const alternative of ballot.recused ?? []) levels[indexIn(indexes, alternative)] = RECUSED;
  return withoutGaps(levels);
}

function indexIn(indexes: ReadonlyMap<string, number>, alternative: string): number {
  const index = indexes.get(alternative);
  if (index === undefined) throw new TallyError('UnknownAlternative', alternative);
  return index;
}

/** Levels 0, 1, 2 … without those nobody stands on, so that ballots that say the same are alike. */
function withoutGaps(levels: readonly number[]): number[] {
  const dense: number[] = [];
  for (const level of levels) if (level !== RECUSED) dense[level] = 0;
  let next = 0;
  for (const level of dense.keys()) if (dense[level] === 0) dense[level] = next++;
  return levels.map((level) => dense[level] ?? RECUSED);
}
