// Conditions of an approval as obligations: who owes what, until when, and whether it has been met. Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, MandateId, ObligationId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

export interface Obligation {
  readonly id: ObligationId;
  /** The task whose approval it is a condition of. */
  readonly taskId: TaskId;
  /** The seat that laid it down, and says that it is met. */
  readonly mandateId: MandateId;
  /** The condition, in the words of the answer. */
  readonly texts: TextsRef | null;
  /** Who has to meet it. */
  readonly bodyId: BodyId;
  readonly deadlineAt: Instant;
  readonly deadlineSetAt: Instant;
  readonly deadlineRevision: number;
  /** True while the tasks after its own must wait for it. */
  readonly gates: boolean;
  readonly status: 'open' | 'reported' | 'met';
  readonly reported: { readonly by: PersonId; readonly at: Instant; readonly texts: TextsRef | null } | null;
  readonly met: { readonly by: PersonId; readonly at: Instant } | null;
}

export interface Obligations {
  readonly all: Readonly<Record<ObligationId, Obligation>>;
  /** Closings whose conditions have been laid down: `<task>@<closed at>`. */
  readonly laidDown: readonly string[];
}
