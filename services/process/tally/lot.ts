// Drawing lots that anybody can draw again: from a recorded seed, by division with remainder.
// The seed is drawn by the composition root when the tie stands, and recorded with the result; there is no chance in here.
import { TallyError } from './errors';
import { indexesOf } from './ranking';

export const LOT_VERSION = 'lot/1';

/** A draw: among how many, the remainder that pointed at the drawn one, counted from 0 in the list of those left. */
export type Draw = { readonly among: number; readonly remainder: number; readonly drawn: string };

/** Plain JSON: the seed and every draw, so that the lot can be checked with a calculator. */
export type LotResult = {
  readonly version: string;
  readonly seed: string;
  /** The alternatives as they lay before the draw: in the order of their character codes, whatever order they came in. */
  readonly alternatives: readonly string[];
  readonly draws: readonly Draw[];
  /** First drawn first. */
  readonly order: readonly string[];
};

const HEX = /^[0-9a-f]+$/;

/** So many bits more than there are orders: no order is then favoured by more than one part in 2^64. */
const SPARE_BITS = 64n;

/** How many hex digits a seed needs to draw lots among some alternatives. */
export function seedDigitsNeeded(alternatives: number): number {
  return (ordersOf(alternatives) << SPARE_BITS).toString(16).length;
}

/**
 * Puts alternatives in an order by lot. The seed is read as one number. Divided by how many are left, its remainder says
 * which of them (counted from 0) is drawn, and its quotient is the number for the next draw.
 * @param seed lower-case hex, at least `seedDigitsNeeded` digits; more do no harm.
 * @throws TallyError `DuplicateAlternative`, `NotASeed`, `SeedTooShort`.
 */
export function drawLots(alternatives: readonly string[], seed: string): LotResult {
  indexesOf(alternatives);
  if (!HEX.test(seed)) throw new TallyError('NotASeed', seed);
  if (seed.length < seedDigitsNeeded(alternatives.length)) throw new TallyError('SeedTooShort', seed.length);
  // Compared by code and never by the machine's language, which would make another order elsewhere.
  const sorted = [...alternatives].sort((one, other) => (one < other ? -1 : 1));
  let left = sorted;
  let number = BigInt(`0x${seed}`);
  const draws = sorted.map(() => {
    const among = left.length;
    const remainder = Number(number % BigInt(among));
    const drawn = left[remainder] ?? '';
    number /= BigInt(among);
    left = left.toSpliced(remainder, 1);
    return { among, remainder, drawn };
  });
  return { version: LOT_VERSION, seed, alternatives: sorted, draws, order: draws.map(({ drawn }) => drawn) };
}

/** n factorial: how many orders there are. */
function ordersOf(alternatives: number): bigint {
  let orders = 1n;
  for (let count = 2n; count <= BigInt(alternatives); count += 1n) orders *= count;
  return orders;
}
