// Why a round refuses something. Each name has a sentence in both languages that says what to do now (cards/texts).
import type { Instant } from '../calendar';
import type { BodyId, FieldId, MandateId, NominationId, PrincipleId, TaskId } from '../ids';

export type RoundRefusal =
  | { readonly name: 'RoundExists' }
  | { readonly name: 'UnknownRound' }
  | { readonly name: 'RoundClosed' }
  | { readonly name: 'RoundPaused' }
  | { readonly name: 'UnknownTask' }
  /** The command belongs to another kind of task. */
  | { readonly name: 'NotThisTask'; readonly taskId: TaskId }
  | { readonly name: 'TaskNotOpen'; readonly taskId: TaskId }
  | { readonly name: 'TaskNotClosed'; readonly taskId: TaskId }
  /** What nominators and the public have been told is not taken back: a new round, or a correction. */
  | { readonly name: 'AlreadyPublished' }
  | { readonly name: 'TaskClosed'; readonly taskId: TaskId }
  /** After the deadline only drafts begun before it are taken. */
  | { readonly name: 'NotBegunInTime'; readonly taskId: TaskId }
  | { readonly name: 'DeadlinePassed'; readonly taskId: TaskId; readonly deadlineAt: Instant }
  /** No mandate, role or part in this: "Du kan følge sagen, men skal ikke svare." */
  | { readonly name: 'NoMandate' }
  | { readonly name: 'NotSecretariat' }
  | { readonly name: 'NotChair' }
  | { readonly name: 'NotContact'; readonly bodyId: BodyId }
  | { readonly name: 'NotNominator' }
  | { readonly name: 'SubstituteHasBeenCalled'; readonly mandateId: MandateId }
  | { readonly name: 'NoSubstitute'; readonly mandateId: MandateId }
  | { readonly name: 'SubstitutesNotAllowed' }
  /** An answer stands that the clicked view did not show; `basis` is what a confirming view carries. */
  | { readonly name: 'AnswerChangedMeanwhile'; readonly basis: number }
  /** A secret vote that may be given: it is no command, but goes into the box (services/store/boxes.ts). */
  | { readonly name: 'GoesIntoBox' }
  /** A secret vote cannot be changed: nobody knows any more which it is. */
  | { readonly name: 'HasVoted' }
  /** With fewer electors a secret would be none. */
  | { readonly name: 'TooFewForSecrecy'; readonly needed: number }
  | { readonly name: 'BoxNotDue' }
  /** Nobody can enter a secret vote for another. */
  | { readonly name: 'SecretNotEntered' }
  /** An answer given outside Teams says where it comes from. */
  | { readonly name: 'SourceMissing' }
  /** The answer was meant for an earlier ballot of the same task. */
  | { readonly name: 'OtherBallot' }
  | { readonly name: 'UnknownChoice' }
  | { readonly name: 'ReasonMissing' }
  | { readonly name: 'TextMissing' }
  | { readonly name: 'UnknownQuestion' }
  /** It has been answered or withdrawn, or the advice has been signed meanwhile. */
  | { readonly name: 'QuestionSettled' }
  | { readonly name: 'UnknownNomination' }
  | { readonly name: 'NominationNotInTask'; readonly nominationId: NominationId }
  | { readonly name: 'NominationExists' }
  | { readonly name: 'NominationSettled' }
  | { readonly name: 'FieldsMissing'; readonly fields: readonly FieldId[] }
  | { readonly name: 'OrganisationsMissing' }
  | { readonly name: 'UnknownOrganisation'; readonly bodyId: string }
  | { readonly name: 'UnknownTier' }
  | { readonly name: 'NotRanked'; readonly missing: number }
  | { readonly name: 'ScoresMissing'; readonly principles: readonly PrincipleId[] }
  | { readonly name: 'UnknownScore' }
  | { readonly name: 'EvidenceMissing' }
  | { readonly name: 'AssessmentsMissing'; readonly missing: number }
  | { readonly name: 'NoDisagreement' }
  | { readonly name: 'NoSecondRound' }
  | { readonly name: 'ProposalMissing' }
  | { readonly name: 'ProposalEmpty' }
  | { readonly name: 'BallotsHaveBeenCast' }
  | { readonly name: 'ConclusionsMissing'; readonly missing: number }
  | { readonly name: 'MergeTargetInvalid' }
  | { readonly name: 'MergeProposedAlready' }
  | { readonly name: 'UnknownMerge' }
  /** It has been declined, done or taken apart, or the advice has been signed meanwhile. */
  | { readonly name: 'MergeSettled' }
  | { readonly name: 'GroupsIncomplete'; readonly ungrouped: number }
  | { readonly name: 'GroupsOverlap' }
  | { readonly name: 'NothingToUndo' }
  | { readonly name: 'ProposalReturned' }
  | { readonly name: 'UnknownGroup' }
  | { readonly name: 'ReasonsMissing'; readonly missing: number }
  | { readonly name: 'NotDecidedAgainst' }
  | { readonly name: 'InformationMissing' }
  | { readonly name: 'UnknownAppointment' }
  | { readonly name: 'NotAppointed' }
  | { readonly name: 'SeatsTaken' }
  | { readonly name: 'AppointeeMissing' }
  | { readonly name: 'DocumentMissing' }
  | { readonly name: 'OtherVersion'; readonly version: number }
  /** A possible conflict says on which ground. */
  | { readonly name: 'GroundMissing' }
  | { readonly name: 'ConflictSettled' }
  /** The time of those who were to rule has passed: the chair rules now, or the secretariat. */
  | { readonly name: 'RulingPassedOn' }
  /** Nobody rules on his own impartiality. */
  | { readonly name: 'OwnConflict' }
  | { readonly name: 'VotesMissing' }
  /** Reported or disqualified: held out of these nominations. */
  | { readonly name: 'HeldOut'; readonly nominationIds: readonly NominationId[] }
  | { readonly name: 'ExtensionShortens'; readonly deadlineAt: Instant }
  | { readonly name: 'DeadlineInPast' }
  | { readonly name: 'InternalDeadlineLate'; readonly deadlineAt: Instant }
  | { readonly name: 'StartsInPast' }
  /** One person alone cannot close a task before its deadline. */
  | { readonly name: 'ClosingEarly'; readonly deadlineAt: Instant }
  /** A member wants a meeting: nobody answers in writing until then. */
  | { readonly name: 'TakenToMeeting' }
  /** Approved one after another: somebody before has yet to answer. */
  | { readonly name: 'NotYourTurn' }
  | { readonly name: 'UnknownMeeting' }
  | { readonly name: 'MeetingHeld' }
  | { readonly name: 'AgendaEmpty' }
  | { readonly name: 'NotOnAgenda'; readonly taskId: TaskId }
  | { readonly name: 'AttendanceMissing' }
  | { readonly name: 'NotQuorate' }
  | { readonly name: 'UnknownObligation' }
  | { readonly name: 'ObligationMet' }
  | { readonly name: 'UnknownOverride' }
  | { readonly name: 'OverrideDeclined' }
  | { readonly name: 'OverrideDone' }
  | { readonly name: 'SecondPersonNeeded' }
  | { readonly name: 'CorrectionMissing' }
  | { readonly name: 'NoSuchSeat' }
  | { readonly name: 'HoldsTheSeat' }
  /** The version does not fit what has begun; `path` is where. */
  | { readonly name: 'AmendmentUnfit'; readonly path: string }
  | { readonly name: 'MeasureInUse'; readonly path: string }
  | { readonly name: 'NothingToAmend' };

export type RoundRefusalName = RoundRefusal['name'];
