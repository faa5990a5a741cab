// Who answers for a seat about one nomination: whoever answers for it otherwise, or where he has been found disqualified and
// the task allows substitutes, his substitute (PROCESS.md §6). Pure look-ups.
import type { TaskDefinition } from '../../../definition/schema';
import type { NominationId, PersonId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { allowsSubstitutes, answererOf } from '../../queries';
import type { RoundState, Task } from '../../state';
import { mayTakePart, standingOf } from './standing';

export interface Asked {
  readonly round: RoundState;
  readonly task: Task;
  readonly definition: TaskDefinition;
}

/**
 * Who answers for the seat about the nomination now; null where nobody does. While it is not ruled on the seat is held out,
 * and no substitute is called.
 */
export function answererFor({ round, task, definition }: Asked, mandate: Mandate, id: NominationId): PersonId | null {
  const own = answererOf(task, mandate);
  const standing = standingOf(round, own, id);
  if (standing === 'free') return own;
  const { substitute } = mandate;
  if (standing === 'pending' || substitute === null || substitute === own || !allowsSubstitutes(definition))
    return null;
  return mayTakePart(round, substitute, id) ? substitute : null;
}

/** True when the seat has no part in the nomination for good: disqualified, and nobody to stand in. Pending is not for good. */
export function isOut(asked: Asked, mandate: Mandate, id: NominationId): boolean {
  const own = answererOf(asked.task, mandate);
  return standingOf(asked.round, own, id) === 'recused' && answererFor(asked, mandate, id) === null;
}

/** True when the person answers for the seat about at least one of the nominations, though another answers for the rest. */
export function standsInFor(asked: Asked, mandate: Mandate, personId: PersonId, ids: readonly NominationId[]): boolean {
  return answererOf(asked.task, mandate) !== personId && ids.some((id) => answererFor(asked, mandate, id) === personId);
}
