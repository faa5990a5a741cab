// How firm an order by scores is: the same scores under other weights, without each assessor, and without each group.
// Says between which places an alternative moves, and under what; never which order is right.
import type { Band } from './bands';
import { TallyError } from './errors';
import type { Fraction } from './rational';
import { scoreTable, type Score, type ScoreRules } from './score-table';

export const ROBUSTNESS_VERSION = 'robustness/1';

/** Another set of weights to try: every criterion must be named, a missing one is a slip and not a zero. */
export type Weighting = { readonly name: string; readonly weights: Readonly<Record<string, Fraction>> };

/** What was changed in one run. `name`: of the weighting, the assessor or the group. */
export type Variant = { readonly kind: 'weights' | 'withoutAssessor' | 'withoutGroup'; readonly name: string };

export type Run = {
  readonly variant: Variant;
  readonly bands: readonly Band[];
  readonly unplaced: readonly string[];
};

/** Between which places an alternative moves over the order as it is and all runs. Null without a place in any. */
export type PlaceRange = {
  readonly alternative: string;
  /** Its places in the order as it is. */
  readonly from: number | null;
  readonly to: number | null;
  readonly best: number | null;
  readonly worst: number | null;
  /** Runs in which it has no place, because nobody is left who could judge it. */
  readonly runsUnplaced: number;
};

/** Plain JSON. */
export type Robustness = {
  readonly version: string;
  readonly bands: readonly Band[];
  readonly unplaced: readonly string[];
  readonly runs: readonly Run[];
  readonly places: readonly PlaceRange[];
};

/**
 * Ranks the alternatives by their scores as they are, and once per variant: each weighting in turn, without each
 * assessor in turn, without each group in turn (in the order they first appear among the scores).
 * @param groupOf the group (for example the region) of each assessor; those in none are left out only by themselves.
 * @throws TallyError as `scoreTable`, and `UnknownCriterion` for a weighting that does not name exactly the criteria.
 */
export function robustness(
  rules: ScoreRules,
  alternatives: readonly string[],
  scores: readonly Score[],
  variants: { readonly weightings: readonly Weighting[]; readonly groupOf: Readonly<Record<string, string>> },
): Robustness {
  const base = scoreTable(rules, alternatives, scores);
  const run = (variant: Variant, ranRules: ScoreRules, ranScores: readonly Score[]): Run => {
    const { bands, unplaced } = scoreTable(ranRules, alternatives, ranScores);
    return { variant, bands, unplaced };
  };
  const groupOf = (score: Score): string | null =>
    Object.hasOwn(variants.groupOf, score.assessor) ? (variants.groupOf[score.assessor] ?? null) : null;
  const without = (kind: 'withoutAssessor' | 'withoutGroup', of: (score: Score) => string | null): Run[] =>
    namesOf(scores, of).map((name) =>
      run(
        { kind, name },
        rules,
        scores.filter((score) => of(score) !== name),
      ),
    );
  const runs = [
    ...variants.weightings.map((weighting) =>
      run({ kind: 'weights', name: weighting.name }, reweighted(rules, weighting), scores),
    ),
    ...without('withoutAssessor', (score) => score.assessor),
    ...without('withoutGroup', groupOf),
  ];
  return {
    version: ROBUSTNESS_VERSION,
    bands: base.bands,
    unplaced: base.unplaced,
    runs,
    places: alternatives.map((alternative) => placeRange(alternative, base.bands, runs)),
  };
}

function reweighted(rules: ScoreRules, weighting: Weighting): ScoreRules {
  const known = new Set(rules.criteria.map(({ id }) => id));
  const stray = Object.keys(weighting.weights).find((id) => !known.has(id));
  if (stray !== undefined) throw new TallyError('UnknownCriterion', stray);
  const criteria = rules.criteria.map(({ id }) => {
    const weight = Object.hasOwn(weighting.weights, id) ? weighting.weights[id] : undefined;
    if (!weight) throw new TallyError('UnknownCriterion', id);
    return { id, weight };
  });
  return { ...rules, criteria };
}

function namesOf(scores: readonly Score[], of: (score: Score) => string | null): string[] {
  return [...new Set(scores.map(of))].filter((name) => name !== null);
}

function placeRange(alternative: string, bands: readonly Band[], runs: readonly Run[]): PlaceRange {
  const bandIn = (of: readonly Band[]): Band[] => of.filter((band) => band.alternatives.includes(alternative));
  const [base] = bandIn(bands);
  const all = [...bandIn(bands), ...runs.flatMap((run) => bandIn(run.bands))];
  return {
    alternative,
    from: base?.from ?? null,
    to: base?.to ?? null,
    best: all.length === 0 ? null : Math.min(...all.map((band) => band.from)),
    worst: all.length === 0 ? null : Math.max(...all.map((band) => band.to)),
    runsUnplaced: runs.filter((run) => run.unplaced.includes(alternative)).length,
  };
}
