// Questions to nominators, and what the secretariat has checked of what was received (PROCESS.md §9: completeness at
// intake). Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, NominationId, PersonId, QuestionId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

/**
 * `question`: answered in words. `more`: the nomination itself is opened for its nominators again, until the deadline has
 * been met or the answer has come.
 */
export type QuestionKind = 'question' | 'more';

export interface Question {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly nominationId: NominationId;
  /** The task it was asked from. */
  readonly taskId: TaskId;
  /** In whose name it is asked: people see the body, not who wrote it. */
  readonly bodyId: BodyId;
  readonly by: PersonId;
  readonly askedAt: Instant;
  readonly deadlineAt: Instant;
  readonly texts: TextsRef;
  readonly answer: {
    readonly by: PersonId;
    readonly at: Instant;
    /** Null where the nomination itself was changed and nothing was written beside it. */
    readonly texts: TextsRef | null;
  } | null;
  readonly withdrawnAt: Instant | null;
}

/** That somebody of the secretariat has read it and found that nothing is missing, in the text of that revision. */
export interface Check {
  readonly by: PersonId;
  readonly at: Instant;
  readonly revision: number;
}

export interface Questions {
  readonly asked: Readonly<Record<QuestionId, Question>>;
  readonly checked: Readonly<Record<NominationId, Check>>;
}
