// What can be asked and what can happen about questions to nominators and the check of what was received. Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, NominationId, QuestionId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Facts } from '../../state';
import type { QuestionKind } from './state';

export type QuestionCommand =
  | {
      readonly type: 'AskNominator';
      readonly questionId: QuestionId;
      readonly kind: QuestionKind;
      readonly nominationId: NominationId;
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly deadlineAt: Instant;
      readonly texts: TextsRef;
    }
  | { readonly type: 'AnswerQuestion'; readonly questionId: QuestionId; readonly texts: TextsRef }
  /** A new text of the nomination, as an answer to a request for more. */
  | {
      readonly type: 'SupplementNomination';
      readonly questionId: QuestionId;
      /** The revision the form was opened on. */
      readonly basis: number;
      readonly texts: TextsRef;
      readonly facts: Facts;
    }
  | { readonly type: 'WithdrawQuestion'; readonly questionId: QuestionId }
  | { readonly type: 'CheckNomination'; readonly nominationId: NominationId; readonly basis: number };

export type QuestionEvent =
  | {
      readonly type: 'NominatorAsked';
      readonly questionId: QuestionId;
      readonly kind: QuestionKind;
      readonly nominationId: NominationId;
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly deadlineAt: Instant;
      readonly texts: TextsRef;
    }
  | { readonly type: 'QuestionAnswered'; readonly questionId: QuestionId; readonly texts: TextsRef | null }
  | { readonly type: 'QuestionWithdrawn'; readonly questionId: QuestionId }
  | { readonly type: 'NominationChecked'; readonly nominationId: NominationId; readonly revision: number };
