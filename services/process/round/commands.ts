// What can be asked of a round. Imperatives; every id comes in the command, free text only as a reference.
// A `basis` is how many answers the actor had given in the view he clicked (DESIGN.md §4).
import type { Instant } from '../calendar';
import type { Definition } from '../definition/schema';
import type { BodyId, GroupId, MandateId, NominationId, PersonId, PrincipleId, RoundId, TaskId } from '../ids';
import type { TextsRef } from '../text';
import type { MatterCommand } from './matters/messages';
import type { Ballot, Conclusion, Electorate, Facts, Group, NetworkKey, Nomination, OpenedBox } from './state';

export type LifecycleCommand =
  | {
      readonly type: 'StartRound';
      readonly roundId: RoundId;
      readonly name: string;
      readonly definition: Definition;
      readonly definitionHash: string;
      readonly startsAt: Instant;
      readonly orgSeq: number;
      readonly electorate: Electorate;
      readonly previous: RoundId | null;
      readonly carriedOver: readonly Nomination[];
    }
  | { readonly type: 'FollowOrganisation'; readonly orgSeq: number; readonly electorate: Electorate }
  /** What time alone brings: opens what has become due, closes what has run out. Asked for by ticks, or the secretariat. */
  | {
      readonly type: 'Advance';
      /** For a tie that a lot decides: the record's head as it stood, so that anyone can look the seed up. Hex. */
      readonly seed?: string;
    }
  /** The system brings what was in the box of the task's `nth` secret ballot, shut for good, to be counted. */
  | ({ readonly type: 'OpenBox'; readonly taskId: TaskId; readonly nth: number } & OpenedBox)
  | {
      readonly type: 'ExtendDeadline';
      readonly taskId: TaskId;
      readonly deadlineAt: Instant;
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'PauseRound'; readonly texts: TextsRef | null }
  | { readonly type: 'ResumeRound' }
  /** The secretariat closes a task with what stands. */
  | { readonly type: 'CloseTask'; readonly taskId: TaskId; readonly texts: TextsRef }
  | { readonly type: 'CallSubstitute'; readonly taskId: TaskId; readonly mandateId: MandateId };

export type NominationCommand =
  | {
      readonly type: 'SendForBacking';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly onBehalfOf: readonly BodyId[];
      readonly texts: TextsRef;
      readonly facts: Facts;
      readonly colleagues: readonly PersonId[];
      /** When its draft was begun, as the shell has kept it; left out: now. */
      readonly begunAt?: Instant;
    }
  | {
      readonly type: 'BackNomination';
      readonly nominationId: NominationId;
      readonly bodyId: BodyId;
      readonly basis: number;
    }
  | {
      readonly type: 'ReturnNomination';
      readonly nominationId: NominationId;
      readonly bodyId: BodyId;
      readonly basis: number;
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'ReviseNomination';
      readonly nominationId: NominationId;
      readonly basis: number;
      readonly onBehalfOf: readonly BodyId[];
      readonly texts: TextsRef;
      readonly facts: Facts;
    }
  | { readonly type: 'WithdrawNomination'; readonly nominationId: NominationId; readonly basis: number };

export type AnswerCommand =
  | {
      readonly type: 'CastBallot';
      readonly taskId: TaskId;
      readonly mandateId: MandateId;
      readonly ballot: Ballot;
      readonly basis: number;
      /** Which ballot of the task was shown: how many had been held before it. Left out: none. */
      readonly nth?: number;
    }
  /** The secretariat enters an answer given outside Teams; its texts hold the `source`. */
  | {
      readonly type: 'RecordAnswer';
      readonly taskId: TaskId;
      readonly mandateId: MandateId;
      readonly ballot: Ballot;
      readonly basis: number;
      readonly nth?: number;
    }
  | {
      readonly type: 'ProposeSelection';
      readonly taskId: TaskId;
      readonly nominationIds: readonly NominationId[];
      readonly basis: number;
    }
  | {
      readonly type: 'GiveAssessment';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly mandateId: MandateId;
      readonly scores: Readonly<Record<PrincipleId, string>>;
      readonly evidence: string | null;
      readonly texts: TextsRef;
      readonly basis: number;
    }
  /** In a second round: the assessment stands as it is. */
  | {
      readonly type: 'KeepAssessment';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly mandateId: MandateId;
      readonly basis: number;
    }
  /** Where assessors disagree they look again; asked for by the chair before the deadline does it. */
  | { readonly type: 'OpenSecondRound'; readonly taskId: TaskId }
  | {
      readonly type: 'MakeRemark';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly nominationId: NominationId | null;
      readonly texts: TextsRef;
    }
  /** The body's chair or contact says that its statement is complete. */
  | {
      readonly type: 'GiveStatement';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly texts: TextsRef | null;
    }
  | {
      readonly type: 'DraftConclusion';
      readonly taskId: TaskId;
      readonly nominationId: NominationId;
      readonly outcome: Conclusion['outcome'];
      readonly into: NominationId | null;
      readonly texts: TextsRef;
      readonly basis: number;
    }
  /** The chair signs all drafted conclusions of the task at once; `drafted` is the basis of those he was shown. */
  | { readonly type: 'SignConclusions'; readonly taskId: TaskId; readonly drafted: number };

export type ProductCommand =
  | {
      readonly type: 'ProposeGroups';
      readonly taskId: TaskId;
      readonly groups: readonly Group[];
      readonly basis: number;
    }
  | { readonly type: 'ConfirmGroups'; readonly taskId: TaskId; readonly basis: number }
  /** Takes the newest proposal back; what was proposed before it stands again. */
  | { readonly type: 'UndoGroups'; readonly taskId: TaskId; readonly basis: number }
  /** Those who confirm send the proposal back with what is wanted. */
  | { readonly type: 'ReturnGroups'; readonly taskId: TaskId; readonly basis: number; readonly texts: TextsRef }
  | {
      readonly type: 'AppointMember';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly personId: PersonId | null;
      readonly texts: TextsRef | null;
    }
  /** The appointed says whether he takes the seat; `index` counts the body's appointments to the network, from 0. */
  | {
      readonly type: 'AnswerAppointment';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly index: number;
      readonly accepts: boolean;
      readonly texts: TextsRef | null;
      readonly basis: number;
    }
  /** The body takes an appointment back and may fill the seat anew. */
  | {
      readonly type: 'WithdrawAppointment';
      readonly taskId: TaskId;
      readonly network: NetworkKey;
      readonly bodyId: BodyId;
      readonly index: number;
    }
  | { readonly type: 'SubmitDocument'; readonly taskId: TaskId; readonly version: number; readonly texts: TextsRef }
  | { readonly type: 'AgreeToDocument'; readonly taskId: TaskId; readonly bodyId: BodyId; readonly version: number }
  | {
      readonly type: 'RemarkOnDocument';
      readonly taskId: TaskId;
      readonly bodyId: BodyId;
      readonly version: number;
      readonly groupId: GroupId | null;
      readonly texts: TextsRef;
    }
  /** The reason of a decision that nominators are told; null words take an own reason away. */
  | {
      readonly type: 'WriteReason';
      readonly taskId: TaskId;
      readonly nominationId: NominationId | null;
      readonly texts: TextsRef | null;
      readonly basis: number;
    }
  | { readonly type: 'Publish'; readonly taskId: TaskId; readonly nextRoundId: RoundId | null };

export type RoundCommand = LifecycleCommand | NominationCommand | AnswerCommand | ProductCommand | MatterCommand;

/** Commands about a group that does not exist yet carry the id it shall have. */
export type NewGroupId = GroupId;
