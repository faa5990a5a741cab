// Counts rankings by the Schulze method, written anew from its description: the second opinion on a closed ranking.
// Whoever is not ranked stands below everyone who is.

export interface Ranked {
  /** The tier of each alternative. */
  readonly tiers: Readonly<Record<string, string>>;
  /** Some of them in the voter's own order, best first. */
  readonly order: readonly string[];
  /** Alternatives it says nothing of. */
  readonly without: readonly string[];
  /** Where it is given beside another ballot: it counts only where one of these is compared. */
  readonly only: readonly string[] | null;
}

/** Bands, best first; alternatives in one band are equal. */
export function schulzeBands(
  alternatives: readonly string[],
  tierIds: readonly string[],
  ballots: readonly Ranked[],
): readonly (readonly string[])[] {
  const size = alternatives.length;
  const heard = ballots.map((ballot) => ({ ballot, levels: levelsOf(alternatives, tierIds, ballot) }));
  const prefer = square(size, (one, other) => {
    const pair = [alternatives[one] ?? '', alternatives[other] ?? ''];
    const speaking = heard.filter(({ ballot }) => compares(ballot, pair));
    return speaking.filter(({ levels }) => at(levels, one) < at(levels, other)).length;
  });
  const paths = square(size, (one, other) => {
    const votes = cell(prefer, one, other);
    return votes > cell(prefer, other, one) ? votes : 0;
  });
  for (let over = 0; over < size; over += 1) {
    for (let one = 0; one < size; one += 1) {
      for (let other = 0; other < size; other += 1) {
        if (one === other) continue;
        const way = Math.min(cell(paths, one, over), cell(paths, over, other));
        const row = paths[one];
        if (row !== undefined) row[other] = Math.max(cell(paths, one, other), way);
      }
    }
  }
  const beats = (one: number, other: number): boolean => cell(paths, one, other) > cell(paths, other, one);
  return bandsOf(alternatives, beats);
}

function compares({ without, only }: Ranked, pair: readonly string[]): boolean {
  return !pair.some((id) => without.includes(id)) && (only === null || pair.some((id) => only.includes(id)));
}

/** Each band holds whoever nobody left beats. */
function bandsOf(
  alternatives: readonly string[],
  beats: (one: number, other: number) => boolean,
): readonly (readonly string[])[] {
  let left = alternatives.map((_, index) => index);
  const bands: string[][] = [];
  while (left.length > 0) {
    const best = left.filter((one) => !left.some((other) => beats(other, one)));
    bands.push(best.map((index) => alternatives[index] ?? ''));
    left = left.filter((index) => !best.includes(index));
  }
  return bands;
}

/** Tier first, own order inside it; those without an order stand behind those with one, equal. */
function levelsOf(alternatives: readonly string[], tierIds: readonly string[], ballot: Ranked): readonly number[] {
  const span = alternatives.length + 1;
  return alternatives.map((id) => {
    const tier = ballot.tiers[id];
    if (tier === undefined) return tierIds.length * span;
    const place = ballot.order.filter((other) => ballot.tiers[other] === tier).indexOf(id);
    return tierIds.indexOf(tier) * span + (place === -1 ? span - 1 : place);
  });
}

function square(size: number, of: (one: number, other: number) => number): number[][] {
  return Array.from({ length: size }, (_, one) => Array.from({ length: size }, (__, other) => of(one, other)));
}

function cell(table: readonly (readonly number[])[], one: number, other: number): number {
  return table[one]?.[other] ?? 0;
}

function at(levels: readonly number[], index: number): number {
  return levels[index] ?? Number.MAX_SAFE_INTEGER;
}
