// How firm an order by scores is.
import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { robustness, ROBUSTNESS_VERSION } from '../../../services/process/tally/robustness';
import type { Score, ScoreRules } from '../../../services/process/tally/score-table';
import { groupsOf } from './elections';

const rules: ScoreRules = {
  criteria: [
    { id: 'værdi', weight: [1, 1] },
    { id: 'effekt', weight: [1, 1] },
  ],
  scale: [0, 1, 2, 3],
  measure: 'mean',
  disagreementFrom: 2,
};

/** Assessors a, b (nord) and c (syd); values as [værdi, effekt]. */
const groupOf = { a: 'nord', b: 'nord', c: 'syd' };
function given(assessor: string, alternative: string, [value, effect]: readonly [number, number]): Score[] {
  return [
    { assessor, alternative, criterion: 'værdi', value },
    { assessor, alternative, criterion: 'effekt', value: effect },
  ];
}
const scores = [
  ...given('a', 'x', [3, 1]),
  ...given('b', 'x', [3, 1]),
  ...given('c', 'x', [0, 1]),
  ...given('a', 'y', [1, 2]),
  ...given('b', 'y', [1, 2]),
  ...given('c', 'y', [1, 2]),
];
const doubled = { name: 'effekt dobbelt', weights: { værdi: [1, 1], effekt: [2, 1] } } as const;

describe('robustness', () => {
  const result = robustness(rules, ['x', 'y'], scores, { weightings: [doubled], groupOf });

  it('tries every weighting, leaves out every assessor and every group', () => {
    expect(result.version).toBe(ROBUSTNESS_VERSION);
    expect(result.runs.map(({ variant }) => `${variant.kind}: ${variant.name}`)).toEqual([
      'weights: effekt dobbelt',
      'withoutAssessor: a',
      'withoutAssessor: b',
      'withoutAssessor: c',
      'withoutGroup: nord',
      'withoutGroup: syd',
    ]);
  });

  it('ranks anew in each', () => {
    // As it is: x 2 + 1, y 1 + 2.
    expect(groupsOf(result.bands)).toEqual([['x', 'y']]);
    const byName = new Map(result.runs.map((run) => [run.variant.name, groupsOf(run.bands)]));
    expect(byName.get('effekt dobbelt')).toEqual([['y'], ['x']]);
    expect(byName.get('a')).toEqual([['y'], ['x']]);
    expect(byName.get('c')).toEqual([['x'], ['y']]);
    expect(byName.get('nord')).toEqual([['y'], ['x']]);
    expect(byName.get('syd')).toEqual([['x'], ['y']]);
  });

  it('says between which places each moves', () => {
    expect(result.places).toEqual([
      { alternative: 'x', from: 1, to: 2, best: 1, worst: 2, runsUnplaced: 0 },
      { alternative: 'y', from: 1, to: 2, best: 1, worst: 2, runsUnplaced: 0 },
    ]);
  });

  it('counts the runs in which nobody is left to judge', () => {
    const alone = [...given('a', 'x', [3, 3]), ...given('b', 'y', [1, 1]), ...given('c', 'y', [1, 1])];
    const { places } = robustness(rules, ['x', 'y'], alone, { weightings: [], groupOf });
    expect(places[0]).toEqual({ alternative: 'x', from: 1, to: 1, best: 1, worst: 1, runsUnplaced: 2 });
  });

  it('has no place for what nobody scored', () => {
    const { places, unplaced } = robustness(rules, ['x', 'z'], given('a', 'x', [1, 1]), {
      weightings: [],
      groupOf: {},
    });
    expect(unplaced).toEqual(['z']);
    expect(places[1]).toEqual({ alternative: 'z', from: null, to: null, best: null, worst: null, runsUnplaced: 1 });
  });

  it.each([
    ['misses a criterion', { værdi: [1, 1] }],
    ['names one nobody knows', { værdi: [1, 1], effekt: [1, 1], pris: [1, 1] }],
  ] as const)('refuses a weighting that %s', (_, weights) => {
    const variants = { weightings: [{ name: 'forkert', weights }], groupOf };
    expect(() => robustness(rules, ['x', 'y'], scores, variants)).toThrow(
      expect.objectContaining({ code: 'UnknownCriterion' }),
    );
  });
});

describe('every place', () => {
  const score = record({
    assessor: constantFrom('a', 'b', 'c', 'd'),
    alternative: constantFrom('x', 'y', 'z'),
    criterion: constantFrom('værdi', 'effekt'),
    value: constantFrom(0, 1, 2, 3, null),
  });
  const tables = uniqueArray(score, {
    maxLength: 24,
    selector: (one) => `${one.assessor} ${one.alternative} ${one.criterion}`,
  });

  it('lies between the best and the worst, in every run', () => {
    assert(
      property(tables, array(constantFrom(doubled), { maxLength: 1 }), (table, weightings) => {
        const result = robustness(rules, ['x', 'y', 'z'], table, { weightings, groupOf });
        for (const { bands } of [result, ...result.runs]) {
          for (const band of bands) {
            for (const alternative of band.alternatives) {
              const place = result.places.find((one) => one.alternative === alternative);
              expect(place?.best).toBeLessThanOrEqual(band.from);
              expect(place?.worst).toBeGreaterThanOrEqual(band.to);
            }
          }
        }
      }),
    );
  });
});
