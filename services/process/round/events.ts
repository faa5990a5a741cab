// What can happen in a round. Past tense; each holds all that the fold needs, deadlines and results computed.
import type { Instant, LocalDate } from '../calendar';
import type { Definition } from '../definition/schema';
import type { BodyId, GroupId, MandateId, NominationId, PersonId, PrincipleId, RoundId, TaskId } from '../ids';
import type { TextsRef } from '../text';
import type { MatterEvent } from './matters/messages';
import type {
  Ballot,
  Conclusion,
  Electorate,
  Facts,
  Group,
  NetworkKey,
  NewBallotReason,
  Nomination,
  OpenedBox,
  TaskResult,
} from './state';

export type LifecycleEvent =
  | {
      readonly type: 'RoundStarted';
      readonly roundId: RoundId;
      readonly name: string;
      readonly definition: Definition;
      readonly definitionHash: string;
      readonly startsAt: Instant;
      readonly year: string;
      readonly orgSeq: number;
      readonly electorate: Electorate;
      readonly previous: RoundId | null;
      readonly carriedOver: readonly Nomination[];
    }
  /** Bodies and mandates that are new or changed, and mandates that are gone, since the last one. */
  | {
      readonly type: 'OrganisationFollowed';
      readonly orgSeq: number;
      readonly bodies: readonly Electorate['bodies'][BodyId][];
      readonly mandates: readonly Electorate['mandates'][MandateId][];
      readonly removed: readonly MandateId[];
    }
  | { readonly type: 'TaskOpened'; readonly taskId: TaskId; readonly deadlineAt: Instant }
  | {
      readonly type: 'TaskClosed';
      readonly taskId: TaskId;
      /** As of when: a missed deadline closes as of its own time (DESIGN.md §6). */
      readonly asOf: Instant;
      readonly result: TaskResult;
      /** Set when the secretariat closed it by hand. */
      readonly texts: TextsRef | null;
    }
  /** Sent back, or taken up again by two people; what came after it waits for its turn anew. */
  | {
      readonly type: 'TaskReopened';
      readonly taskId: TaskId;
      readonly deadlineAt: Instant;
      readonly because: 'returned' | 'override';
      /** The task that sent it back. */
      readonly from: TaskId | null;
      /** What is wanted, or why. */
      readonly texts: readonly TextsRef[];
      readonly setBack: readonly TaskId[];
    }
  | {
      readonly type: 'DeadlineExtended';
      readonly taskId: TaskId;
      readonly deadlineAt: Instant;
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'RoundPaused'; readonly texts: TextsRef | null }
  | { readonly type: 'RoundResumed' }
  | {
      readonly type: 'SubstituteCalled';
      readonly taskId: TaskId;
      readonly mandateId: MandateId;
      readonly personId: PersonId;
    }
  | {
      readonly type: 'NominationsSelected';
      readonly selected: readonly NominationId[];
      readonly notSelected: readonly NominationId[];
    }
  | { readonly type: 'RoundClosed'; readonly next: RoundId | null; readonly carriedOver: readonly NominationId[] };

export type NominationEvent =
  | {
      readonly type: 'NominationSentForBacking';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly nominators: readonly PersonId[];
      readonly onBehalfOf: readonly BodyId[];
      readonly texts: TextsRef;
      readonly facts: Facts;
      /** Sent after the deadline in the grace for drafts begun before it: when its draft was begun. */
      readonly begunAt?: Instant;
    }
  | { readonly type: 'NominationBacked'; readonly nominationId: NominationId; readonly bodyId: BodyId }
  | { readonly type: 'NominationSubmitted'; readonly nominationId: NominationId; readonly number: string }
  | {
      readonly type: 'NominationReturned';
      readonly nominationId: NominationId;
      readonly bodyId: BodyId;
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'NominationRevised';
      readonly nominationId: NominationId;
      readonly onBehalfOf: readonly BodyId[];
      readonly texts: TextsRef;
      readonly facts: Facts;
    }
  | { readonly type: 'NominationWithdrawn'; readonly nominationId: NominationId };

export type AnswerEvent =
  | {
      readonly type: 'BallotCast';
      readonly taskId: TaskId;
      readonly mandateId: MandateId;
      readonly ballot: Ballot;
      /** Nominations it says nothing of: its giver is held out of them, or stands in for others only. */
      readonly without?: readonly NominationId[];
      /** Given by a substitute for what the seat's own answerer is disqualified for. */
      readonly instead?: true;
      /** Entered by the secretariat: whose answer it is. Left out where whoever gave the command answered himself. */
      readonly givenBy?: PersonId;
    }
  /** The answers given so far are set aside, and everyone answers anew. */
  | {
      readonly type: 'NewBallotCalled';
      readonly taskId: TaskId;
      readonly why: NewBallotReason;
      readonly deadlineAt: Instant;
    }
  /** A secret ballot has ended: both lists are sorted, and nothing leads from the one to the other. */
  | ({ readonly type: 'BoxOpened'; readonly taskId: TaskId } & OpenedBox)
  /** A tie is decided by lot, from this seed (services/process/tally/lot.ts). */
  | { readonly type: 'LotDrawn'; readonly taskId: TaskId; readonly seed: string }
  | { readonly type: 'SelectionProposed'; readonly taskId: TaskId; readonly nominationIds: readonly NominationId[] }
  | {
      readonly type: 'AssessmentGiven';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly nominationRevision: number;
      readonly mandateId: MandateId;
      readonly scores: Readonly<Record<PrincipleId, string>>;
      readonly evidence: string | null;
      readonly texts: TextsRef;
    }
  /** Who is asked to assess which nominations, where fewer than all seats are; only what has changed. */
  | {
      readonly type: 'AssessorsAssigned';
      readonly taskId: TaskId;
      readonly assigned: Readonly<Record<NominationId, readonly MandateId[]>>;
    }
  | {
      readonly type: 'SecondRoundOpened';
      readonly taskId: TaskId;
      readonly nominationIds: readonly NominationId[];
      readonly deadlineAt: Instant;
    }
  /** In a second round: the assessment stands after the others' reasons were read. */
  | {
      readonly type: 'AssessmentKept';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly mandateId: MandateId;
    }
  | {
      readonly type: 'RemarkMade';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly nominationId: NominationId | null;
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'StatementGiven';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly texts: TextsRef | null;
    }
  | {
      readonly type: 'ConclusionDrafted';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly outcome: Conclusion['outcome'];
      readonly into: NominationId | null;
      readonly texts: TextsRef;
    }
  | { readonly type: 'ConclusionsSigned'; readonly taskId: TaskId; readonly nominationIds: readonly NominationId[] };

export type ProductEvent =
  | { readonly type: 'GroupsProposed'; readonly taskId: TaskId; readonly groups: readonly Group[] }
  | { readonly type: 'GroupsConfirmed'; readonly taskId: TaskId }
  | { readonly type: 'GroupsUndone'; readonly taskId: TaskId }
  | { readonly type: 'GroupsReturned'; readonly taskId: TaskId; readonly texts: TextsRef }
  | {
      readonly type: 'MemberAppointed';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly personId: PersonId | null;
      readonly texts: TextsRef | null;
      /** True where the person is asked whether he takes the seat; absent in records from before it was asked. */
      readonly asked?: boolean;
      /** Last day of the term, where the task sets one. */
      readonly lastDay?: LocalDate;
    }
  | {
      readonly type: 'AppointmentAnswered';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly index: number;
      readonly accepts: boolean;
      readonly texts: TextsRef | null;
    }
  | {
      readonly type: 'AppointmentWithdrawn';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly index: number;
    }
  | { readonly type: 'DocumentSubmitted'; readonly taskId: TaskId; readonly version: number; readonly texts: TextsRef }
  | { readonly type: 'DocumentAgreed'; readonly taskId: TaskId; readonly bodyId: BodyId; readonly version: number }
  | {
      readonly type: 'DocumentRemarked';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly version: number;
      readonly groupId: GroupId | null;
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'ReasonWritten';
      readonly taskId: TaskId;
      readonly nominationId: NominationId | null;
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'Published'; readonly taskId: TaskId };

export type RoundEvent = LifecycleEvent | NominationEvent | AnswerEvent | ProductEvent | MatterEvent;

/** An event with who did it and when, as the fold receives it from its commit. */
export interface Recorded<Event> {
  readonly event: Event;
  readonly by: PersonId | null;
  readonly at: Instant;
}
