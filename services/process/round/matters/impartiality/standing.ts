// Whether a person may take part in a nomination: the one question everybody asks who counts answers, lists nominations or
// shows material. Pure look-ups in the round's state; decides nothing.
import type { NominationId, PersonId } from '../../../ids';
import type { RoundState, Task } from '../../state';
import { mergedInto } from '../merging/queries';
import type { Conflict } from './state';

type Known = Pick<RoundState, 'matters'>;

/** `pending`: reported and not ruled on yet, so held out until it is. */
export type Standing = 'free' | 'pending' | 'recused';

export function conflictOf(round: Known, personId: PersonId, nominationId: NominationId): Conflict | null {
  return round.matters.impartiality.conflicts[nominationId]?.[personId] ?? null;
}

/** What stands between a person and a nomination, or what has become part of it (PROCESS.md §6). An exception leaves him free. */
export function standingOf(round: Known, personId: PersonId, nominationId: NominationId): Standing {
  const own = ownStanding(round, personId, nominationId);
  const merged = mergedInto(round, nominationId);
  if (merged.length === 0 || own === 'recused') return own;
  const all = new Set([own, ...merged.map((id) => ownStanding(round, personId, id))]);
  return all.has('recused') ? 'recused' : all.has('pending') ? 'pending' : 'free';
}

function ownStanding(round: Known, personId: PersonId, nominationId: NominationId): Standing {
  const conflict = conflictOf(round, personId, nominationId);
  if (conflict === null || conflict.withdrawnAt !== null) return 'free';
  if (conflict.ruling === null) return 'pending';
  return conflict.ruling.outcome === 'disqualified' ? 'recused' : 'free';
}

/**
 * True when the person may score, vote, rank, remark, decide, and see material and results of the nomination. What he sees
 * as its nominator is his own and stays.
 */
export function mayTakePart(round: Known, personId: PersonId, nominationId: NominationId): boolean {
  return standingOf(round, personId, nominationId) === 'free';
}

/** Of some nominations, those the person may take part in. The same list where nothing stands between. */
export function openTo<Nominated extends { readonly id: NominationId }>(
  round: Known,
  personId: PersonId,
  nominations: readonly Nominated[],
): readonly Nominated[] {
  return nominations.every(({ id }) => mayTakePart(round, personId, id))
    ? nominations
    : nominations.filter(({ id }) => mayTakePart(round, personId, id));
}

/**
 * The round by which a task is counted: an open one by what stands now, a closed one by what stood when it closed, whatever
 * has been found since (PROCESS.md §3: closed results stand).
 */
export function asCounted(round: RoundState, task: Pick<Task, 'id' | 'status'>): RoundState {
  const { impartiality } = round.matters;
  const conflicts = task.status === 'closed' ? impartiality.atClosing[task.id] : undefined;
  if (conflicts === undefined || conflicts === impartiality.conflicts) return round;
  return { ...round, matters: { ...round.matters, impartiality: { ...impartiality, conflicts } } };
}

/** True while a conflict waits for its ruling. */
export function isOpenConflict(conflict: Conflict): boolean {
  return conflict.ruling === null && conflict.withdrawnAt === null;
}

/** All reported conflicts, by nomination and then person, in the order of their ids. */
export function conflictsIn(round: Known): readonly Conflict[] {
  const byNomination = Object.entries(round.matters.impartiality.conflicts).sort(byKey);
  return byNomination.flatMap(([, ofPeople]) =>
    Object.entries(ofPeople)
      .sort(byKey)
      .map(([, conflict]) => conflict),
  );
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
