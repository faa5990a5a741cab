// What scores say: middle, spread, distribution; weighted, ranked, and flagged where assessors disagree.
import { array, assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import {
  scoreTable,
  SCORE_TABLE_VERSION,
  type Score,
  type ScoreRules,
} from '../../../services/process/tally/score-table';
import { summarise } from '../../../services/process/tally/scores';
import { groupsOf, numberOf } from './elections';

const SCALE = [0, 1, 2, 3];
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

const rules: ScoreRules = {
  criteria: [
    { id: 'faglighed', weight: [2, 1] },
    { id: 'økonomi', weight: [1, 1] },
    { id: 'lige adgang', weight: [0, 1] },
  ],
  scale: SCALE,
  measure: 'mean',
  disagreementFrom: 2,
};

/** Scores of a, b, c … in turn on each criterion, `-` where one cannot judge. */
function scores(written: Readonly<Record<string, Readonly<Record<string, string>>>>): Score[] {
  return Object.entries(written).flatMap(([alternative, criteria]) =>
    Object.entries(criteria).flatMap(([criterion, marks]) =>
      Array.from(marks, (mark, index) => ({
        assessor: String.fromCharCode(97 + index),
        alternative,
        criterion,
        value: mark === '-' ? null : Number(mark),
      })),
    ),
  );
}

describe('a summary', () => {
  it('of an odd number of scores', () => {
    expect(summarise(SCALE, [3, 0, 1, null])).toEqual({
      count: 3,
      notJudged: 1,
      mean: [4, 3],
      median: { lower: 1, upper: 1, mean: [1, 1] },
      least: 0,
      greatest: 3,
      range: 3,
      // Distances from 4/3: 5/3, 4/3 and 1/3.
      deviation: [10, 9],
      distribution: [
        { value: 0, count: 1 },
        { value: 1, count: 1 },
        { value: 2, count: 0 },
        { value: 3, count: 1 },
      ],
    });
  });

  it('of an even number has two middle scores', () => {
    expect(summarise(SCALE, [0, 1, 2, 3]).median).toEqual({ lower: 1, upper: 2, mean: [3, 2] });
  });

  it('of no scores has nothing but the number of those who could not judge', () => {
    expect(summarise(SCALE, [null, null])).toMatchObject({
      count: 0,
      notJudged: 2,
      mean: null,
      median: null,
      range: null,
      deviation: null,
    });
  });

  it('refuses what is not on the scale', () => {
    expect(() => summarise(SCALE, [4])).toThrow(faultOf('NotOnScale'));
    expect(() => summarise(SCALE, [1.5])).toThrow(faultOf('NotOnScale'));
  });

  it('lies between its least and greatest, and counts every score once', () => {
    assert(
      property(array(constantFrom(0, 1, 2, 3), { minLength: 1, maxLength: 12 }), (given) => {
        const { mean, median, least, greatest, deviation, distribution } = summarise(SCALE, given);
        const [low, high] = [least ?? -1, greatest ?? -1];
        for (const middle of [mean, median?.mean]) {
          expect(numberOf(middle ?? [-1, 1])).toBeGreaterThanOrEqual(low);
          expect(numberOf(middle ?? [99, 1])).toBeLessThanOrEqual(high);
        }
        expect(numberOf(deviation ?? [99, 1])).toBeLessThanOrEqual(high - low);
        expect(distribution.reduce((total, { count }) => total + count, 0)).toBe(given.length);
        const below = given.filter((score) => score < (median?.lower ?? 0)).length;
        const above = given.filter((score) => score > (median?.upper ?? 0)).length;
        expect(Math.max(below, above) * 2).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});

describe('a table of scores', () => {
  it('weighs the criteria exactly, and ranks', () => {
    const table = scoreTable(
      rules,
      ['x', 'y', 'z'],
      scores({
        x: { faglighed: '332', økonomi: '111' },
        y: { faglighed: '222', økonomi: '333' },
        z: { faglighed: '333', økonomi: '3' },
      }),
    );
    expect(table.version).toBe(SCORE_TABLE_VERSION);
    expect(table.rows.map(({ weightedSum, weightedMean }) => [weightedSum, weightedMean])).toEqual([
      [
        [19, 3],
        [19, 9],
      ],
      [
        [7, 1],
        [7, 3],
      ],
      [
        [9, 1],
        [3, 1],
      ],
    ]);
    expect(groupsOf(table.bands)).toEqual([['z'], ['y'], ['x']]);
  });

  it('by medians', () => {
    const given = scores({ x: { faglighed: '0333', økonomi: '11' }, y: { faglighed: '2223', økonomi: '11' } });
    expect(groupsOf(scoreTable(rules, ['x', 'y'], given).bands)).toEqual([['x', 'y']]);
    expect(groupsOf(scoreTable({ ...rules, measure: 'median' }, ['x', 'y'], given).bands)).toEqual([['x'], ['y']]);
  });

  it('lets equal scores share their places however they came about: a third and two sixths', () => {
    const given = scores({ x: { faglighed: '001', økonomi: '1' }, y: { faglighed: '001001', økonomi: '1' } });
    expect(scoreTable(rules, ['x', 'y'], given).bands).toEqual([{ from: 1, to: 2, alternatives: ['x', 'y'] }]);
  });

  it('gives no place to what nobody could judge on a criterion with weight, and says which', () => {
    const table = scoreTable(
      rules,
      ['x', 'y'],
      scores({ x: { faglighed: '333', økonomi: '--' }, y: { faglighed: '1', økonomi: '1' } }),
    );
    expect(table.rows[0]).toMatchObject({ weightedSum: null, weightedMean: null, unjudged: ['økonomi'] });
    expect(table.unplaced).toEqual(['x']);
    expect(groupsOf(table.bands)).toEqual([['y']]);
  });

  it('shows a criterion without weight and does not count it', () => {
    const [row] = scoreTable(rules, ['x'], scores({ x: { faglighed: '1', økonomi: '1', 'lige adgang': '3' } })).rows;
    expect(row?.criteria[2]).toMatchObject({ id: 'lige adgang', mean: [3, 1] });
    expect(row).toMatchObject({ weightedMean: [1, 1], unjudged: [] });
  });

  it('flags disagreement from the set range on', () => {
    const table = scoreTable(
      rules,
      ['x', 'y'],
      scores({ x: { faglighed: '13', økonomi: '11' }, y: { faglighed: '12', økonomi: '2-' } }),
    );
    expect(table.rows.map(({ disagreement }) => disagreement)).toEqual([true, false]);
    expect(table.rows[0]?.criteria.map(({ disagreement }) => disagreement)).toEqual([true, false, false]);
  });

  it('does not care for the order of scores', () => {
    const all = scores({ x: { faglighed: '0123', økonomi: '3-10' }, y: { faglighed: '3213', økonomi: '001' } });
    assert(
      property(shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(scoreTable(rules, ['x', 'y'], shuffled)).toEqual(scoreTable(rules, ['x', 'y'], all));
      }),
    );
  });

  it.each([
    ['an unknown alternative', { alternative: 'q' }, 'UnknownAlternative'],
    ['an unknown criterion', { criterion: 'constructor' }, 'UnknownCriterion'],
    ['a score off the scale', { value: 7 }, 'NotOnScale'],
  ])('refuses %s', (_, wrong, code) => {
    const score = { assessor: 'a', alternative: 'x', criterion: 'faglighed', value: 1, ...wrong };
    expect(() => scoreTable(rules, ['x'], [score])).toThrow(faultOf(code));
  });

  it('refuses an assessor’s second score of the same', () => {
    const score = { assessor: 'a', alternative: 'x', criterion: 'faglighed', value: 1 };
    expect(() => scoreTable(rules, ['x'], [score, { ...score, value: 2 }])).toThrow(faultOf('DuplicateScore'));
  });

  it.each([
    ['without weight', [{ id: 'a', weight: [0, 1] as const }], 'NoWeight'],
    [
      'with a weight below zero',
      [
        { id: 'a', weight: [-1, 1] as const },
        { id: 'b', weight: [2, 1] as const },
      ],
      'NoWeight',
    ],
    [
      'with a criterion twice',
      [
        { id: 'a', weight: [1, 1] as const },
        { id: 'a', weight: [1, 1] as const },
      ],
      'DuplicateCriterion',
    ],
  ])('refuses rules %s', (_, criteria, code) => {
    expect(() => scoreTable({ ...rules, criteria }, ['x'], [])).toThrow(faultOf(code));
  });
});
