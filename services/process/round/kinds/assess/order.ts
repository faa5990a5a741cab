// The order the scores suggest, and how firm it is: under other weights, without each assessor, without each organisation.
// A help for whoever leads the discussion; it decides nothing and stands in no result (PROCESS.md §4).
import type { NominationId } from '../../../ids';
import type { Fraction } from '../../../tally/rational';
import { robustness, type Robustness, type Variant } from '../../../tally/robustness';
import { scoreTable, type Score, type ScoreRules } from '../../../tally/score-table';
import { nominationsAbout } from '../../queries';
import type { RoundState } from '../../state';
import type { TaskView } from '../kind';
import { countedIn } from './coverage';

type View = TaskView<'assess'>;

/** From the best to the worst place of a nomination; null where nobody could judge it. */
export type Places = readonly [best: number, worst: number] | null;

export interface OrderLine {
  readonly nominationId: NominationId;
  /** The weighted mean, on the scale. */
  readonly score: Fraction | null;
  /** As it is: shared places are a band. */
  readonly places: Places;
  /** Over all runs of a kind, the order as it is among them; null also where there is no such run. */
  readonly under: Readonly<Record<Variant['kind'], Places>>;
}

const made = new WeakMap<RoundState, Map<string, readonly OrderLine[]>>();

/** Best first, those without a place last; empty where the definition scores nothing. */
export function orderOf(view: View): readonly OrderLine[] {
  const known = made.get(view.round) ?? new Map<string, readonly OrderLine[]>();
  made.set(view.round, known);
  const key = `${view.task.id}|${view.date}`;
  const lines = known.get(key) ?? linesOf(view);
  known.set(key, lines);
  return lines;
}

function linesOf(view: View): readonly OrderLine[] {
  const rules = rulesOf(view);
  if (rules.criteria.length === 0) return [];
  const ids = nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
  const scores = scoresOf(view, ids);
  const scored = new Map(scoreTable(rules, ids, scores).rows.map((row) => [row.alternative, row.weightedMean]));
  const firm = robustness(rules, ids, scores, { weightings: weightingsOf(rules), groupOf: groupsOf(view) });
  return ids
    .map((id) => ({
      nominationId: id,
      score: scored.get(id) ?? null,
      places: placesIn([firm], id),
      under: {
        weights: placesUnder(firm, 'weights', id),
        withoutAssessor: placesUnder(firm, 'withoutAssessor', id),
        withoutGroup: placesUnder(firm, 'withoutGroup', id),
      },
    }))
    .sort((one, other) => (one.places?.[0] ?? Infinity) - (other.places?.[0] ?? Infinity) || 0);
}

function rulesOf({ round, definition }: View): ScoreRules {
  const { principles, scale } = round.definition;
  return {
    criteria: principles
      .filter(({ scored }) => scored)
      .map(({ id, weight = 1 }): ScoreRules['criteria'][number] => ({ id, weight: [weight, 1] })),
    scale: scale.flatMap(({ value }) => (value === null ? [] : [value])),
    measure: 'mean',
    disagreementFrom: definition.disagreementFrom,
  };
}

/** One score per seat, nomination and principle. */
function scoresOf(view: View, ids: readonly NominationId[]): readonly Score[] {
  const { principles, scale } = view.round.definition;
  const values = new Map(scale.map(({ id, value }) => [id, value]));
  return ids.flatMap((alternative) =>
    countedIn(view, alternative).flatMap(([assessor, { scores }]) =>
      principles
        .filter(({ scored }) => scored)
        .map(({ id }) => ({ assessor, alternative, criterion: id, value: values.get(scores[id] ?? '') ?? null })),
    ),
  );
}

/** Every principle in turn counts twice what it does: the smallest change of weights that somebody could argue for. */
function weightingsOf({ criteria }: ScoreRules) {
  return criteria.map((doubled) => ({
    name: doubled.id,
    weights: Object.fromEntries(
      criteria.map(({ id, weight: [part, whole] }): [string, Fraction] => [
        id,
        [id === doubled.id ? part * 2 : part, whole],
      ]),
    ),
  }));
}

/** The organisation each seat speaks for; seats that speak for nobody are left out one by one only. */
function groupsOf({ round }: View): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(round.electorate.mandates).flatMap(({ id, speaksFor }) =>
      speaksFor === null ? [] : [[id, speaksFor]],
    ),
  );
}

function placesUnder(firm: Robustness, kind: Variant['kind'], id: NominationId): Places {
  const runs = firm.runs.filter(({ variant }) => variant.kind === kind);
  return runs.length === 0 ? null : placesIn([firm, ...runs], id);
}

function placesIn(orders: readonly Pick<Robustness, 'bands'>[], id: NominationId): Places {
  const own = orders.flatMap(({ bands }) => bands.filter(({ alternatives }) => alternatives.includes(id)));
  if (own.length === 0) return null;
  return [Math.min(...own.map(({ from }) => from)), Math.max(...own.map(({ to }) => to))];
}
