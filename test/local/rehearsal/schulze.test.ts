// The rehearsal's own count of rankings agrees with the product's on any ballots: two pieces of code, one method.
import fc from 'fast-check';
import { schulzeBands } from '../../../services/local/rehearsal/invariants/schulze';
import { rankingOfTiers } from '../../../services/process/tally/ranking';
import { schulze } from '../../../services/process/tally/schulze';

const alternatives = ['a', 'b', 'c', 'd', 'e', 'f'];
const tiers = ['high', 'medium', 'low'];

const ballot = fc.record({
  tiers: fc.dictionary(fc.constantFrom(...alternatives), fc.constantFrom(...tiers)),
  order: fc.shuffledSubarray(alternatives),
  without: fc.shuffledSubarray(alternatives, { maxLength: 2 }),
  only: fc.option(fc.shuffledSubarray(alternatives, { minLength: 1 }), { freq: 4 }),
});

test('bands are the same, whatever the ballots', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 9 }), (ballots) => {
      const ranked = ballots.map(({ tiers: tierOf, order, without, only }) => ({
        tiers: tierOf,
        without,
        only,
        order: order.filter((id) => Object.hasOwn(tierOf, id)),
      }));
      const product = schulze(
        alternatives,
        ranked.map(({ tiers: tierOf, order, without, only }) => ({
          ranking: rankingOfTiers(tiers, tierOf, order),
          recused: without,
          ...(only === null ? {} : { only }),
        })),
      );
      const sorted = (bands: readonly (readonly string[])[]) => bands.map((band) => band.toSorted());
      expect(sorted(schulzeBands(alternatives, tiers, ranked))).toEqual(
        sorted(product.bands.map((band) => band.alternatives)),
      );
    }),
    { seed: 20270104, numRuns: 300 },
  );
});
