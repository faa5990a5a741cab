// What the cards of overrides, conditions and meetings are made from. Types only.
import type { LocalDate } from '../../services/process/calendar';
import type { BodyId, MeetingId, NominationId, ObligationId, OverrideId, TaskId } from '../../services/process/ids';
import type { Difference } from '../../services/process/round/matters/overrides/amendment';
import type { OwnInput, RoundInput } from '../view';
import type { FormInput } from './round';

export interface OverrideInput extends OwnInput {
  readonly overrideId: OverrideId;
}

/** An override told to a channel, once it is done. */
export interface OverridePostedInput extends RoundInput {
  readonly overrideId: OverrideId;
}

export interface OverridesInput extends OwnInput {
  readonly page: number;
}

/** A proposal being written; its id was made when the form opened, so that sending twice proposes once. */
export interface OverrideFormInput extends OwnInput, FormInput {
  readonly overrideId: OverrideId;
  readonly reason: string;
}

export interface ReopenFormInput extends OverrideFormInput {
  readonly taskId: TaskId;
  readonly date: LocalDate | null;
}

export interface CloseEarlyFormInput extends OverrideFormInput {
  readonly taskId: TaskId;
}

export interface CorrectFormInput extends OverrideFormInput {
  readonly taskId: TaskId;
  readonly nominationId: NominationId | null;
  readonly wrong: string;
  readonly right: string;
}

export interface AmendFormInput extends OverrideFormInput {
  readonly differences: readonly Difference[];
}

export interface DeclineOverrideInput extends OverrideInput, FormInput {
  readonly reason: string;
}

export interface MeetingInput extends OwnInput {
  readonly meetingId: MeetingId;
}

export interface MinutesInput extends MeetingInput {
  /** The file in the channel's folder; null where there is none. */
  readonly fileUrl: string | null;
}

export interface MeetingFormInput extends MeetingInput, FormInput {}

export interface MeetingCallInput extends MeetingFormInput {
  readonly bodyId: BodyId;
  readonly date: LocalDate | null;
  readonly time: string | null;
  /** Null where nothing has been ticked yet: what somebody wants a meeting on is ticked then. */
  readonly agenda: readonly TaskId[] | null;
}

export interface MeetingDecideInput extends MeetingFormInput {
  readonly taskId: TaskId;
  readonly reason: string;
}

export interface ConditionFormInput extends OwnInput, FormInput {
  readonly obligationId: ObligationId;
}
