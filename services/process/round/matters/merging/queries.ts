// Look-ups about merges: which stand, which wait, who has yet to agree. Decide nothing.
import type { LocalDate } from '../../../calendar';
import type { BodyId, NominationId, PersonId } from '../../../ids';
import { mandatesOf } from '../../queries';
import type { Nomination, RoundState } from '../../state';
import type { Merge, Parties } from './state';

type Known = Pick<RoundState, 'matters'>;

/** Nominations that are part of this one now, in the order in which they came. */
export function mergedInto(round: Known, nominationId: NominationId): readonly NominationId[] {
  return mergesInto(round, nominationId).flatMap(({ from }) => from);
}

/** Merges into a nomination that stand, oldest first. */
export function mergesInto({ matters }: Known, nominationId: NominationId): readonly Merge[] {
  const all = Object.values(matters.merging);
  if (all.length === 0) return [];
  return all
    .filter(({ into, status }) => status === 'done' && into === nominationId)
    .sort((one, other) => ((one.endedAt ?? '') < (other.endedAt ?? '') ? -1 : 1));
}

/** The merge by which a nomination is part of another now; null where it is not. */
export function mergeOf({ matters }: Known, nominationId: NominationId): Merge | null {
  return (
    Object.values(matters.merging).find(({ from, status }) => status === 'done' && from.includes(nominationId)) ?? null
  );
}

/** The proposal that concerns a nomination and waits for answers; null where there is none. */
export function proposalFor({ matters }: Known, nominationId: NominationId): Merge | null {
  return (
    Object.values(matters.merging).find(
      (merge) => merge.status === 'proposed' && concerned(merge).includes(nominationId),
    ) ?? null
  );
}

/** All nominations a merge is about; the one that stays first. */
export function concerned({ into, from }: Pick<Merge, 'into' | 'from'>): readonly NominationId[] {
  return [into, ...from];
}

export function nominationsOf({ nominations }: RoundState, merge: Pick<Merge, 'into' | 'from'>): readonly Nomination[] {
  return concerned(merge).flatMap((id) => nominations[id] ?? []);
}

/** Nominators who have not agreed, of nominations no organisation has agreed for; each once. */
export function toAgree(
  round: RoundState,
  merge: Pick<Merge, 'into' | 'from' | 'agreed' | 'agreedFor'>,
): readonly PersonId[] {
  const open = nominationsOf(round, merge).filter(
    ({ onBehalfOf }) => !onBehalfOf.some((bodyId) => merge.agreedFor.includes(bodyId)),
  );
  const people = new Set(open.flatMap(({ nominators }) => nominators));
  return [...people].filter((personId) => !merge.agreed.includes(personId));
}

/** Organisations of the concerned nominations for which a person speaks. */
export function spokenForBy(
  round: RoundState,
  merge: Pick<Merge, 'into' | 'from'>,
  personId: PersonId,
  date: LocalDate,
): readonly BodyId[] {
  const bodies = [...new Set(nominationsOf(round, merge).flatMap(({ onBehalfOf }) => onBehalfOf))];
  return bodies.filter((bodyId) =>
    mandatesOf(round.electorate, [bodyId], date).some(
      ({ holder, role }) => holder === personId && (role === 'contact' || role === 'chair' || role === 'deputyChair'),
    ),
  );
}

/** Everybody who stands behind any of them, in the order of the nominations. */
export function partiesOf(all: readonly Parties[]): Parties {
  return {
    nominators: unique(all.flatMap(({ nominators }) => nominators)),
    onBehalfOf: unique(all.flatMap(({ onBehalfOf }) => onBehalfOf)),
    backedBy: unique(all.flatMap(({ backedBy }) => backedBy)),
  };
}

function unique<Id extends string>(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)];
}
