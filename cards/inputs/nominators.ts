// What the cards and dialogs between nominators and those who handle their nominations are made from. Types only.
import type { LocalDate } from '../../services/process/calendar';
import type { BodyId, JoinId, MergeId, NominationId, QuestionId } from '../../services/process/ids';
import type { QuestionKind } from '../../services/process/round/matters/questions/state';
import type { OwnInput, OwnTaskInput } from '../view';
import type { FormInput } from './round';

export interface QuestionFormInput extends OwnTaskInput, FormInput {
  readonly nominationId: NominationId;
  readonly questionId: QuestionId;
  readonly bodyId: BodyId;
  readonly kind: QuestionKind;
  readonly text: string;
  /** Empty where none has been chosen. */
  readonly date: LocalDate;
}

export interface AnswerFormInput extends OwnInput, FormInput {
  readonly questionId: QuestionId;
  readonly text: string;
}

export interface AnsweredInput extends OwnInput {
  readonly questionId: QuestionId;
}

export interface CompareInput extends OwnTaskInput, FormInput {
  /** The draft's id and title. */
  readonly nominationId: NominationId;
  readonly title: string;
  /** Nominations of the round that are alike, best first. */
  readonly alike: readonly NominationId[];
  readonly joinId: JoinId;
}

export interface MergeFormInput extends OwnInput, FormInput {
  /** The nomination that stays. */
  readonly nominationId: NominationId;
  readonly mergeId: MergeId;
  /** Those that are alike, best first, with the words that are. */
  readonly alike: readonly { readonly id: NominationId; readonly words: readonly string[] }[];
  /** All others of the round. */
  readonly rest: readonly NominationId[];
  readonly picked: readonly NominationId[];
  readonly reason: string;
}

export interface UndoMergeInput extends OwnInput, FormInput {
  readonly mergeId: MergeId;
  readonly reason: string;
}

export interface InternalDeadlineInput extends OwnTaskInput, FormInput {
  readonly bodyId: BodyId;
  /** Empty where there is none. */
  readonly date: LocalDate;
}
