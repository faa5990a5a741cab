// Schulze told by example: what is refused, what recusal and being unranked mean, and that it is quick.
import { schulze, schulzeOfPairs, SCHULZE_VERSION } from '../../../services/process/tally/schulze';
import type { RankedBallot } from '../../../services/process/tally/ranking';
import { groupsOf } from './elections';

const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

describe('Schulze', () => {
  it('says by which version it counted', () => {
    expect(schulze(['A'], []).version).toBe(SCHULZE_VERSION);
  });

  it('lets all share the places when nobody has voted', () => {
    expect(schulze(['A', 'B'], []).bands).toEqual([{ from: 1, to: 2, alternatives: ['A', 'B'] }]);
    expect(schulze([], []).bands).toEqual([]);
  });

  it('puts what is unranked below what is ranked, and equal', () => {
    const result = schulze(['A', 'B', 'C', 'D'], [{ ranking: [['C']] }]);
    expect(groupsOf(result.bands)).toEqual([['C'], ['A', 'B', 'D']]);
  });

  it('compares the recused alternative with none on that ballot, not even as unranked', () => {
    const ballots: RankedBallot[] = [{ ranking: [['A']], recused: ['B'] }, { ranking: [['B'], ['A']] }];
    expect(schulze(['A', 'B', 'C'], ballots).pairs).toEqual([
      [0, 0, 2],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  it('lets a recusal after casting override where the ballot put the alternative', () => {
    const before: RankedBallot[] = [{ ranking: [['B'], ['A']] }];
    const after: RankedBallot[] = [{ ranking: [['B'], ['A']], recused: ['B'] }];
    expect(groupsOf(schulze(['A', 'B'], before).bands)).toEqual([['B'], ['A']]);
    expect(groupsOf(schulze(['A', 'B'], after).bands)).toEqual([['A', 'B']]);
  });

  it('lets four regions that are two against two stand equal', () => {
    const result = schulze(
      ['A', 'B'],
      [
        { ranking: [['A'], ['B']], count: 2 },
        { ranking: [['B'], ['A']], count: 2 },
      ],
    );
    expect(result.bands).toEqual([{ from: 1, to: 2, alternatives: ['A', 'B'] }]);
    expect(result.condorcetWinner).toBeNull();
  });

  it.each([
    ['an alternative twice in the list', ['A', 'A'], [], 'DuplicateAlternative'],
    ['an alternative twice on a ballot', ['A', 'B'], [{ ranking: [['A'], ['B', 'A']] }], 'DuplicateAlternative'],
    ['an alternative nobody knows', ['A', 'B'], [{ ranking: [['C']] }], 'UnknownAlternative'],
    ['a recusal in an alternative nobody knows', ['A'], [{ ranking: [], recused: ['C'] }], 'UnknownAlternative'],
    ['no ballots alike', ['A'], [{ ranking: [], count: 0 }], 'NotAWholeNumber'],
    ['half a ballot', ['A'], [{ ranking: [], count: 0.5 }], 'NotAWholeNumber'],
    ['more ballots than can be counted', ['A'], [{ ranking: [], count: 2 ** 31 }], 'NumberTooLarge'],
  ])('refuses %s', (_, alternatives, ballots, code) => {
    expect(() => schulze(alternatives, ballots)).toThrow(faultOf(code));
  });

  it.each([
    ['not square', [[0, 1], [0]], 'NotATable'],
    ['of another size', [[0]], 'NotATable'],
    [
      'of negative votes',
      [
        [0, -1],
        [0, 0],
      ],
      'NotAWholeNumber',
    ],
  ])('refuses a table of pairs that is %s', (_, pairs, code) => {
    expect(() => schulzeOfPairs(['A', 'B'], pairs)).toThrow(faultOf(code));
  });

  it('counts a hundred alternatives on ten thousand different ballots', () => {
    const alternatives = Array.from({ length: 100 }, (_, index) => `nr. ${index + 1}`);
    const random = lehmer(20_270_328);
    const ballots = Array.from({ length: 10_000 }, () => ({ ranking: shuffled(alternatives, random) }));
    const result = schulze(alternatives, ballots);
    expect(groupsOf(result.bands).flat()).toHaveLength(100);
  });
});

/** Lehmer's generator: repeatable ballots, the same on every machine. */
function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function shuffled(alternatives: readonly string[], random: (below: number) => number): string[][] {
  const left = [...alternatives];
  return alternatives.map(() => left.splice(random(left.length), 1));
}
