// Overrides of a round: what two people change in it by hand, with a reason (issue "The rules a committee lives by", § 5).
// Types only. Nothing is edited: each is a new entry beside what it corrects.
import type { Instant } from '../../../calendar';
import type { Definition } from '../../../definition/schema';
import type { MandateId, NominationId, OverrideId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

/** What is to be changed. */
export type Change =
  /** Taken up again; what came after it begins anew. */
  | { readonly kind: 'reopen'; readonly taskId: TaskId; readonly deadlineAt: Instant }
  /** Closed with what stands, before its time. */
  | { readonly kind: 'closeEarly'; readonly taskId: TaskId }
  /** Somebody else holds a seat, for the rest of this round. */
  | { readonly kind: 'replacePerson'; readonly mandateId: MandateId; readonly personId: PersonId }
  /** What an entry ought to have said stands in the texts: `wrong` and `right`. */
  | { readonly kind: 'correct'; readonly taskId: TaskId; readonly nominationId: NominationId | null }
  /** Another version of the process; the difference is worked out from the two. */
  | { readonly kind: 'amend'; readonly definition: Definition; readonly definitionHash: string };

export interface Override {
  readonly id: OverrideId;
  readonly change: Change;
  /** Always with a `reason`. */
  readonly texts: TextsRef;
  readonly by: PersonId;
  readonly at: Instant;
  readonly status: 'proposed' | 'done' | 'declined';
  /** The second person: who did it, or declined it and why. */
  readonly second: { readonly by: PersonId; readonly at: Instant; readonly texts: TextsRef | null } | null;
}

export interface Overrides {
  /** In the order they were proposed. */
  readonly all: Readonly<Record<OverrideId, Override>>;
  /** Who was put in whose place, as long as the organisation names the one who was replaced. */
  readonly replaced: Readonly<Record<MandateId, { readonly was: PersonId; readonly is: PersonId }>>;
}
