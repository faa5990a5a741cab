// Borda beside Schulze: exact points, equals sharing theirs, and recusals that neither help nor harm.
import { assert, property } from 'fast-check';
import { borda, BORDA_VERSION } from '../../../services/process/tally/borda';
import { add, fractionOf, rationalOf, sum } from '../../../services/process/tally/rational';
import { ballotsOn, FIVE } from './ballots';
import { groupsOf } from './elections';

const pointsOf = (result: ReturnType<typeof borda>) => result.points.map(({ points }) => points);

describe('Borda', () => {
  it('lets equals share the points they would have got', () => {
    const result = borda(['A', 'B', 'C'], [{ ranking: [['A']] }]);
    expect(pointsOf(result)).toEqual([
      [2, 1],
      [1, 2],
      [1, 2],
    ]);
    expect(groupsOf(result.bands)).toEqual([['A'], ['B', 'C']]);
    expect(result.version).toBe(BORDA_VERSION);
  });

  it('stretches the points of a ballot that takes part in fewer, and ranks by the mean', () => {
    const result = borda(
      ['A', 'B', 'C'],
      [{ ranking: [['A'], ['B'], ['C']] }, { ranking: [['C'], ['A'], ['B']], recused: ['A'] }],
    );
    expect(result.points).toEqual([
      { alternative: 'A', points: [2, 1], ballots: 1, mean: [2, 1] },
      { alternative: 'B', points: [1, 1], ballots: 2, mean: [1, 2] },
      { alternative: 'C', points: [2, 1], ballots: 2, mean: [1, 1] },
    ]);
    expect(groupsOf(result.bands)).toEqual([['A'], ['C'], ['B']]);
  });

  it('gives no place to what nobody takes part in', () => {
    const result = borda(['A', 'B', 'C'], [{ ranking: [['A'], ['B']], recused: ['C'] }]);
    expect(result.points[2]).toEqual({ alternative: 'C', points: [0, 1], ballots: 0, mean: null });
    expect(groupsOf(result.bands)).toEqual([['A'], ['B']]);
  });

  it('hears nothing from a ballot with one alternative left to compare', () => {
    expect(borda(['A', 'B'], [{ ranking: [['A']], recused: ['B'] }]).bands).toEqual([]);
  });

  it('gives the same points in all for every ballot', () => {
    assert(
      property(ballotsOn(FIVE), (ballots) => {
        const count = ballots.reduce((total, ballot) => total + (ballot.count ?? 1), 0);
        const given = sum(borda(FIVE, ballots).points.map(({ points }) => rationalOf(points)));
        expect(fractionOf(given)).toEqual([10 * count, 1]);
      }),
    );
  });

  it('does not care for the order of ballots, and adds up over parts of them', () => {
    assert(
      property(ballotsOn(FIVE), ballotsOn(FIVE), (some, others) => {
        const both = borda(FIVE, [...some, ...others]);
        expect(borda(FIVE, [...others, ...some])).toEqual(both);
        const [one, other] = [pointsOf(borda(FIVE, some)), pointsOf(borda(FIVE, others))];
        const added = one.map((points, index) => fractionOf(add(rationalOf(points), rationalOf(other[index] ?? 0))));
        expect(pointsOf(both)).toEqual(added);
      }),
    );
  });
});
