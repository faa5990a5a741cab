// Scores of many assessors on many alternatives: a summary per criterion, a weighted score, and the order they suggest.
// A help for those who decide; nothing is ever selected by it (PROCESS.md §4).
import { bandsByScore, type Band } from './bands';
import { TallyError } from './errors';
import {
  add,
  compare,
  divide,
  fractionOf,
  multiply,
  rationalOf,
  sum,
  ZERO,
  type Fraction,
  type Rational,
} from './rational';
import { indexesOf } from './ranking';
import { summarise, type Summary } from './scores';

export const SCORE_TABLE_VERSION = 'weighted-scores/1';

/** One assessor's score on one criterion; null for "cannot be judged". */
export type Score = {
  readonly assessor: string;
  readonly alternative: string;
  readonly criterion: string;
  readonly value: number | null;
};

/** How scores are put together: settings of a definition. */
export type ScoreRules = {
  /** Weight 0: shown, but not part of the weighted score. */
  readonly criteria: readonly { readonly id: string; readonly weight: Fraction }[];
  /** Integer values, lowest first. */
  readonly scale: readonly number[];
  readonly measure: 'mean' | 'median';
  /** Assessors are said to disagree on a criterion from this range on, in steps of the scale's values. */
  readonly disagreementFrom: number;
};

export type ScoreRow = {
  readonly alternative: string;
  readonly criteria: readonly (Summary & { readonly id: string; readonly disagreement: boolean })[];
  /** Weights times measures; null when a criterion with weight has no score. */
  readonly weightedSum: Fraction | null;
  /** The weighted sum by the sum of weights: on the scale again. */
  readonly weightedMean: Fraction | null;
  /** Criteria with weight that nobody could judge: why there is no weighted score. */
  readonly unjudged: readonly string[];
  /** True when assessors disagree on any criterion. */
  readonly disagreement: boolean;
};

/** Plain JSON. */
export type ScoreTable = {
  readonly version: string;
  readonly rows: readonly ScoreRow[];
  /** By weighted score, best first; equal scores share their places. */
  readonly bands: readonly Band[];
  /** Alternatives without a weighted score, in no band: what nobody could judge has no place, high or low. */
  readonly unplaced: readonly string[];
};

/**
 * Puts scores together. Their order never matters.
 * @throws TallyError `DuplicateCriterion`, `DuplicateAlternative`, `NoWeight` (all weights 0, or one below),
 * `UnknownAlternative`, `UnknownCriterion`, `DuplicateScore` (an assessor twice on the same), `NotOnScale`.
 */
export function scoreTable(rules: ScoreRules, alternatives: readonly string[], scores: readonly Score[]): ScoreTable {
  const values = valuesOf(rules, alternatives, scores);
  const weights = weightsOf(rules);
  const scored = alternatives.map((alternative) => scoreRow(rules, weights, alternative, values.get(alternative)));
  return {
    version: SCORE_TABLE_VERSION,
    rows: scored.map(({ row }) => row),
    bands: bandsByScore(
      scored.flatMap(({ row, score }) => (score ? [{ alternative: row.alternative, score }] : [])),
      compare,
    ),
    unplaced: scored.flatMap(({ row, score }) => (score ? [] : [row.alternative])),
  };
}

/** Alternative, criterion, assessor -> value. */
type Values = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number | null>>>;

function valuesOf(rules: ScoreRules, alternatives: readonly string[], scores: readonly Score[]): Values {
  indexesOf(alternatives);
  const values = new Map(
    alternatives.map((alternative) => [
      alternative,
      new Map(rules.criteria.map(({ id }) => [id, new Map<string, number | null>()])),
    ]),
  );
  for (const { assessor, alternative, criterion, value } of scores) {
    const ofAlternative = values.get(alternative);
    if (!ofAlternative) throw new TallyError('UnknownAlternative', alternative);
    const ofCriterion = ofAlternative.get(criterion);
    if (!ofCriterion) throw new TallyError('UnknownCriterion', criterion);
    if (ofCriterion.has(assessor)) throw new TallyError('DuplicateScore', `${assessor} ${alternative} ${criterion}`);
    ofCriterion.set(assessor, value);
  }
  return values;
}

function weightsOf(rules: ScoreRules): ReadonlyMap<string, Rational> {
  const weights = new Map<string, Rational>();
  for (const { id, weight } of rules.criteria) {
    if (weights.has(id)) throw new TallyError('DuplicateCriterion', id);
    const exact = rationalOf(weight);
    if (exact.num < 0n) throw new TallyError('NoWeight', id);
    weights.set(id, exact);
  }
  if (compare(sum([...weights.values()]), ZERO) === 0) throw new TallyError('NoWeight', 'all');
  return weights;
}

function scoreRow(
  rules: ScoreRules,
  weights: ReadonlyMap<string, Rational>,
  alternative: string,
  values: ReadonlyMap<string, ReadonlyMap<string, number | null>> | undefined,
): { row: ScoreRow; score: Rational | null } {
  const criteria = rules.criteria.map(({ id }) => {
    const summary = summarise(rules.scale, [...(values?.get(id)?.values() ?? [])]);
    return { id, ...summary, disagreement: summary.range !== null && summary.range >= rules.disagreementFrom };
  });
  const { unjudged, score } = weigh(rules.measure, weights, criteria);
  const whole = sum([...weights.values()]);
  const row = {
    alternative,
    criteria,
    weightedSum: score && fractionOf(score),
    weightedMean: score && fractionOf(divide(score, whole)),
    unjudged,
    disagreement: criteria.some((criterion) => criterion.disagreement),
  };
  return { row, score };
}

function weigh(
  measure: ScoreRules['measure'],
  weights: ReadonlyMap<string, Rational>,
  criteria: readonly (Summary & { readonly id: string })[],
): { unjudged: string[]; score: Rational | null } {
  const unjudged: string[] = [];
  let score = ZERO;
  for (const criterion of criteria) {
    const weight = weights.get(criterion.id) ?? ZERO;
    const middle = measure === 'mean' ? criterion.mean : (criterion.median?.mean ?? null);
    if (middle) score = add(score, multiply(weight, rationalOf(middle)));
    else if (weight.num > 0n) unjudged.push(criterion.id);
  }
  return { unjudged, score: unjudged.length === 0 ? score : null };
}
