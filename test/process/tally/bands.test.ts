// Places that are shared, and where a number of places ends.
import { array, assert, integer, property } from 'fast-check';
import { bandsByScore, bandsOf, cut } from '../../../services/process/tally/bands';

describe('bands', () => {
  it('say which places are shared', () => {
    expect(bandsOf([['A'], ['B'], ['C', 'D', 'E'], [], ['F']])).toEqual([
      { from: 1, to: 1, alternatives: ['A'] },
      { from: 2, to: 2, alternatives: ['B'] },
      { from: 3, to: 5, alternatives: ['C', 'D', 'E'] },
      { from: 6, to: 6, alternatives: ['F'] },
    ]);
  });

  it('by score put equals together and the higher first', () => {
    const scores = array(integer({ min: 0, max: 4 }), { maxLength: 8 });
    assert(
      property(scores, (some) => {
        const scored = some.map((score, index) => ({ alternative: String(index), score }));
        const bands = bandsByScore(scored, (one, other) => one - other);
        const scoresIn = bands.map(
          (band) => new Set(band.alternatives.map((alternative) => some[Number(alternative)])),
        );
        const flat = scoresIn.map((set) => [...set]);
        expect(flat.every((set) => set.length === 1)).toBe(true);
        const levels = flat.flat().map(Number);
        expect(levels).toEqual([...new Set(some)].sort((one, other) => other - one));
      }),
    );
  });
});

describe('a cut', () => {
  const bands = bandsOf([['A'], ['B', 'C', 'D'], ['E']]);

  it('between bands leaves no question', () => {
    expect(cut(bands, 4)).toEqual({ within: ['A', 'B', 'C', 'D'], tied: [], left: 0, outside: ['E'] });
  });

  it('across a band says who is tied, and for how many places', () => {
    expect(cut(bands, 3)).toEqual({ within: ['A'], tied: ['B', 'C', 'D'], left: 2, outside: ['E'] });
  });

  it('with no places, or with more than there are', () => {
    expect(cut(bands, 0)).toEqual({ within: [], tied: [], left: 0, outside: ['A', 'B', 'C', 'D', 'E'] });
    expect(cut(bands, 9)).toEqual({ within: ['A', 'B', 'C', 'D', 'E'], tied: [], left: 0, outside: [] });
  });

  it('needs a number of places', () => {
    expect(() => cut(bands, -1)).toThrow(expect.objectContaining({ code: 'NotAWholeNumber' }));
  });
});
