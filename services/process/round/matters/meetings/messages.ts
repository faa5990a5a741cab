// What can be asked of meetings, and what can happen. Types only.
import type { Instant } from '../../../calendar';
import type { ChoiceId } from '../../../definition/schema';
import type { BodyId, MandateId, MeetingId, NominationId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

/** Who answered for a seat that was there, and the nominations he said nothing of, being held out of them. */
export interface Giver {
  readonly by: PersonId;
  readonly without: readonly NominationId[];
}

export type MeetingCommand =
  /** A new meeting, or another time and agenda for one that has not been held. */
  | {
      readonly type: 'CallMeeting';
      readonly meetingId: MeetingId;
      readonly bodyId: BodyId;
      readonly at: Instant;
      readonly agenda: readonly TaskId[];
    }
  | {
      readonly type: 'RecordAttendance';
      readonly meetingId: MeetingId;
      readonly present: readonly MandateId[];
      readonly apologies: readonly MandateId[];
    }
  /** What the body decided: one answer for all who were there, and those who answered otherwise. */
  | {
      readonly type: 'DecideAtMeeting';
      readonly meetingId: MeetingId;
      readonly taskId: TaskId;
      readonly choice: ChoiceId;
      readonly otherwise: Readonly<Record<MandateId, ChoiceId>>;
      readonly left: readonly MandateId[];
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'CloseMeeting'; readonly meetingId: MeetingId };

export type MeetingEvent =
  | {
      readonly type: 'MeetingCalled';
      readonly meetingId: MeetingId;
      readonly bodyId: BodyId;
      readonly at: Instant;
      readonly agenda: readonly TaskId[];
    }
  | {
      readonly type: 'AttendanceRecorded';
      readonly meetingId: MeetingId;
      readonly present: readonly MandateId[];
      readonly apologies: readonly MandateId[];
    }
  | {
      readonly type: 'DecidedAtMeeting';
      readonly meetingId: MeetingId;
      readonly taskId: TaskId;
      readonly choices: Readonly<Record<MandateId, ChoiceId>>;
      /** Not in the oldest records: there the answers count as whoever entered them. */
      readonly givers?: Readonly<Record<MandateId, Giver>>;
      readonly left: readonly MandateId[];
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'MeetingClosed'; readonly meetingId: MeetingId };
