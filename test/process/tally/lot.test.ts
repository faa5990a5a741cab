// Lots that anybody can draw again.
import { assert, property, shuffledSubarray } from 'fast-check';
import { drawLots, LOT_VERSION, seedDigitsNeeded } from '../../../services/process/tally/lot';

const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });
const SEED = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe('drawing lots', () => {
  it('is division with remainder, to be checked with a calculator', () => {
    // The seed is 18446744073709551621: 0 left over by 3, and 6148914691236517207 times; of that 1 left over by 2.
    expect(drawLots(['c', 'a', 'b'], '10000000000000005')).toEqual({
      version: LOT_VERSION,
      seed: '10000000000000005',
      alternatives: ['a', 'b', 'c'],
      draws: [
        { among: 3, remainder: 0, drawn: 'a' },
        { among: 2, remainder: 1, drawn: 'c' },
        { among: 1, remainder: 0, drawn: 'b' },
      ],
      order: ['a', 'c', 'b'],
    });
  });

  it('puts every alternative somewhere, whatever order they come in', () => {
    const alternatives = ['nr. 2', 'nr. 10', 'å', 'z', 'A'];
    assert(
      property(shuffledSubarray(alternatives, { minLength: 5 }), (shuffled) => {
        const { order } = drawLots(shuffled, SEED);
        expect(order).toEqual(drawLots(alternatives, SEED).order);
        expect(new Set(order)).toEqual(new Set(alternatives));
      }),
    );
  });

  it('favours none of the orders', () => {
    const orders = new Map<string, number>();
    for (let seed = 0n; seed < 2_400n; seed += 1n) {
      const { order } = drawLots(['a', 'b', 'c', 'd'], (seed + 2n ** 80n).toString(16));
      orders.set(order.join(''), (orders.get(order.join('')) ?? 0) + 1);
    }
    expect([...orders.values()]).toEqual(Array.from({ length: 24 }, () => 100));
  });

  it('asks for a longer seed the more there is to draw', () => {
    expect([1, 2, 3, 24, 72].map(seedDigitsNeeded)).toEqual([17, 17, 17, 36, 103]);
    expect(() => drawLots(['a', 'b'], 'f'.repeat(16))).toThrow(faultOf('SeedTooShort'));
    expect(drawLots(['a', 'b'], 'f'.repeat(17)).order).toHaveLength(2);
  });

  it.each(['', 'FF', '0x12', 'zz', '-1', ' 1'])('refuses "%s" as a seed', (seed) => {
    expect(() => drawLots(['a'], seed)).toThrow(faultOf('NotASeed'));
  });

  it('refuses one alternative twice', () => {
    expect(() => drawLots(['a', 'a'], SEED)).toThrow(faultOf('DuplicateAlternative'));
  });
});
