// A round's state: the fold of its commits and of nothing else (DESIGN.md §3). Plain readonly JSON.
// Nested so that one answer copies one small record, never the whole round.
import type { Instant, LocalDate } from '../calendar';
import type { Body, ChoiceId, Definition, TaskKind } from '../definition/schema';
import type { BodyId, FieldId, GroupId, MandateId, NominationId, PersonId, PrincipleId, RoundId, TaskId } from '../ids';
import type { Mandate } from '../organisation/state';
import type { TextsRef } from '../text';
import type { Matters } from './matters/state';

/** Values of the form that are not free text: numbers, options, bodies, ticks. */
export type Facts = Readonly<Record<FieldId, number | string | boolean | readonly string[]>>;

export interface Nomination {
  readonly id: NominationId;
  readonly taskId: TaskId;
  /** `2027-014`, given when it is submitted. */
  readonly number: string | null;
  readonly status: 'awaitingBacking' | 'returned' | 'submitted' | 'withdrawn' | 'merged' | 'carriedOver';
  /** Who drafted it first, then colleagues. */
  readonly nominators: readonly PersonId[];
  readonly onBehalfOf: readonly BodyId[];
  readonly backedBy: readonly BodyId[];
  /** Counts every change of content, so an answer can say which text it was given to. */
  readonly revision: number;
  readonly texts: TextsRef;
  readonly facts: Facts;
  readonly submittedAt: Instant | null;
  readonly returned: { readonly by: BodyId; readonly texts: TextsRef } | null;
  readonly conclusion: Conclusion | null;
  readonly decision: 'selected' | 'notSelected' | null;
  readonly groupId: GroupId | null;
  /** What stood before each change since it was first sent, oldest first; left out where there has been none. */
  readonly changes?: readonly Change[];
  /** The revision at which its organisations were last asked for their backing anew. */
  readonly askedAt?: number;
  /** What its nominator said was new, when it came over from a round in which it was not selected. */
  readonly newInformation?: TextsRef;
}

/** A change of a nomination's content: who made it, and what stood before. */
export interface Change {
  readonly by: PersonId | null;
  readonly at: Instant;
  readonly before: Pick<Nomination, 'onBehalfOf' | 'texts' | 'facts'>;
}

export type ConclusionOutcome = 'qualified' | 'notQualified' | 'moreInformation';

/** The working group's advice on one nomination: always with a reason (PROCESS.md §2, step 2). */
export interface Conclusion {
  readonly outcome: ConclusionOutcome | 'mergedWith';
  /** For `mergedWith`: into which. */
  readonly into: NominationId | null;
  readonly texts: TextsRef;
  readonly by: PersonId;
  readonly at: Instant;
  /** Counts the drafts of it: the basis of the next one. */
  readonly revision: number;
}

/** One mandate's answer to a task that a body answers together. */
export interface Ballot {
  readonly choice: ChoiceId | 'ranked';
  readonly texts: TextsRef | null;
  /** For rankings: the tier of every nomination; one without a tier stands last. */
  readonly tiers: Readonly<Record<NominationId, string>> | null;
  /** For rankings: an order inside tiers, best first; those not named are equal within their tier. */
  readonly order: readonly NominationId[];
}

/** A ballot as it stands, with who gave it and how often the mandate has answered (the basis of the next answer). */
export interface CastBallot extends Ballot {
  readonly by: PersonId;
  readonly at: Instant;
  readonly revision: number;
  /** Nominations of the task it says nothing of: its giver was held out of them. */
  readonly without?: readonly NominationId[];
  /** Who of the secretariat entered it; its source is in the texts. */
  readonly enteredBy?: PersonId;
}

/** A counted secret ballot: who voted, and the votes by receipts that only the voters know (DESIGN.md §4). */
export interface OpenedBox {
  readonly voted: readonly MandateId[];
  readonly ballots: readonly { readonly receipt: string; readonly choice: ChoiceId }[];
}

/** Why a ballot was held anew: it tied, or somebody whose vote cannot be taken out again may take no part. */
export type NewBallotReason = 'tied' | 'voided';

export interface EarlierBallot {
  readonly ballots: Readonly<Record<MandateId, CastBallot>>;
  readonly why: NewBallotReason | 'returned';
  readonly at: Instant;
}

export interface Assessment {
  /** The scale step's id per principle. */
  readonly scores: Readonly<Record<PrincipleId, string>>;
  readonly evidence: string | null;
  readonly texts: TextsRef;
  readonly nominationRevision: number;
  /** Set where it was given on another nomination that has since become part of this one. */
  readonly givenOn?: NominationId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly revision: number;
}

export type Assessments = Readonly<Record<NominationId, Readonly<Record<MandateId, Assessment>>>>;

/** A second round of assessing, where assessors disagreed. What stood before it is kept. */
export interface SecondRound {
  readonly openedAt: Instant;
  readonly nominationIds: readonly NominationId[];
  readonly before: Assessments;
  /** Seats that have changed or kept their assessment since it opened. */
  readonly answered: Readonly<Record<NominationId, readonly MandateId[]>>;
}

export interface Remark {
  readonly by: PersonId;
  readonly bodyId: BodyId;
  readonly nominationId: NominationId | null;
  readonly texts: TextsRef;
  readonly at: Instant;
  /** Set where it was made on another nomination that has since become part of this one. */
  readonly madeOn?: NominationId;
}

export interface Group {
  readonly id: GroupId;
  readonly texts: TextsRef;
  readonly nominationIds: readonly NominationId[];
}

export interface Appointment {
  /** The appointed, when known to Teams; else only the name in `texts`. */
  readonly personId: PersonId | null;
  readonly texts: TextsRef | null;
  readonly by: PersonId;
  readonly at: Instant;
  /** `notAsked`: a person known by name only, or a task that asks nobody; such a seat is filled by its appointment. */
  readonly answer: 'notAsked' | 'asked' | 'accepted' | 'declined' | 'withdrawn';
  readonly answeredAt: Instant | null;
  /** Why it was declined, where that was said; for those who appointed. */
  readonly answerTexts: TextsRef | null;
  /** Counts the answers: the basis of the next one. */
  readonly revision: number;
  /** Last day of the term; null is without limit. */
  readonly lastDay: LocalDate | null;
}

/** A remark on a version of a document: on one group's chapter, or on the whole. */
export interface DocumentRemark {
  readonly version: number;
  readonly groupId: GroupId | null;
  readonly bodyId: BodyId;
  readonly texts: TextsRef;
  readonly by: PersonId;
  readonly at: Instant;
}

export interface DocumentVersion {
  readonly version: number;
  /** Link, summary and chapters, as free text. */
  readonly texts: TextsRef;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Which network an appointment is to: a patient group, or the round's single one. */
export type NetworkKey = GroupId | 'round';

/** What a task has gathered, by family of kinds. */
export type Work =
  | {
      readonly family: 'ballots';
      readonly ballots: Readonly<Record<MandateId, CastBallot>>;
      /** A substitute's ballot for what the seat's own answerer is disqualified for, beside his ballot for the rest. */
      readonly instead?: Readonly<Record<MandateId, CastBallot>>;
      /** Ballots that a new one took the place of, oldest first: in the record, and counted no more. */
      readonly earlier: readonly EarlierBallot[];
      /** For a secret ballot: what was in the box, once it was opened. */
      readonly box: OpenedBox | null;
      /**
       * For a secret ballot that is open: who has voted. No event says so: whoever reads the round for people fills it in
       * from the box (services/schedule/secret-ballots.ts), and nothing that is decided in the record rests on it.
       */
      readonly voted: readonly MandateId[];
      /** What decided a tie by lot, once it was drawn. */
      readonly lot: { readonly seed: string } | null;
      /** For a selection: the proposed list. */
      readonly proposal: {
        readonly nominationIds: readonly NominationId[];
        readonly by: PersonId;
        readonly at: Instant;
        /** Counts the proposals made: the basis of the next one. */
        readonly revision: number;
        /** Set while it has been sent back and not been made anew. */
        readonly returned?: true;
      } | null;
    }
  | { readonly family: 'nominating' }
  | {
      readonly family: 'assessments';
      readonly given: Assessments;
      /** What another gave for a seat before whoever stands there now: kept, and counted nowhere. */
      readonly replaced?: Readonly<Record<NominationId, readonly Assessment[]>>;
      /** Which seats are asked about a nomination, where fewer than all are; those not named are asked of all. */
      readonly assigned: Readonly<Record<NominationId, readonly MandateId[]>>;
      readonly second: SecondRound | null;
    }
  | {
      readonly family: 'statements';
      readonly remarks: readonly Remark[];
      /** Bodies that have given their statement: the task is done for them. */
      readonly given: Readonly<
        Record<BodyId, { readonly by: PersonId; readonly at: Instant; readonly texts: TextsRef | null }>
      >;
    }
  | { readonly family: 'conclusions'; readonly drafts: Readonly<Record<NominationId, Conclusion>> }
  | {
      readonly family: 'groups';
      readonly proposed: readonly Group[];
      readonly by: PersonId | null;
      /** Proposals before this one, oldest first: what taking one back returns to. */
      readonly before: readonly (readonly Group[])[];
      /** Set while the proposal is back with those who made it. */
      readonly returned: { readonly by: PersonId; readonly at: Instant; readonly texts: TextsRef } | null;
      /** Counts proposals, undoings and returns: the basis of the next one and of a confirmation. */
      readonly revision: number;
    }
  | {
      readonly family: 'appointments';
      readonly seats: Readonly<Partial<Record<NetworkKey, Readonly<Record<BodyId, readonly Appointment[]>>>>>;
    }
  | {
      readonly family: 'document';
      readonly versions: readonly DocumentVersion[];
      /** Agreement to the newest version; a new version empties it. */
      readonly agreements: Readonly<Record<BodyId, { readonly by: PersonId; readonly at: Instant }>>;
      /** What was said of versions, in the order it came. */
      readonly remarks: readonly DocumentRemark[];
      /** The version that was sent back: a newer one is wanted. */
      readonly returned?: number;
    }
  | {
      readonly family: 'publication';
      readonly publishedAt: Instant | null;
      /** Reasons that decisions share, by decision as field; null before they were first written. */
      readonly common: Written | null;
      /** Reasons of single nominations. */
      readonly own: Readonly<Record<NominationId, Written>>;
    };

/** A text that can be written anew; `texts` is null once it has been taken away. */
export interface Written {
  readonly texts: TextsRef | null;
  readonly revision: number;
}

export type Family = Work['family'];

export interface Task {
  readonly id: TaskId;
  readonly kind: TaskKind;
  readonly status: 'waiting' | 'open' | 'closed';
  readonly openedAt: Instant | null;
  readonly deadlineAt: Instant | null;
  /** Counts every move of the deadline: a reminder's key holds it. */
  readonly deadlineRevision: number;
  /** When the deadline was last set: reminders that would have been due before are not sent. */
  readonly deadlineSetAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly result: TaskResult | null;
  /** Set where somebody closed it by hand: who, and why. */
  readonly closing?: { readonly by: PersonId | null; readonly texts: TextsRef };
  /** Set once it has been taken up again. */
  readonly reopening?: Reopening;
  /** Mandates whose substitute has been called for this task. */
  readonly standIns: Readonly<Record<MandateId, PersonId>>;
  readonly work: Work;
}

/** That a task was taken up again, or set back to wait for one that was. */
export interface Reopening {
  /** How often: 1 is the second time the task is done. */
  readonly turn: number;
  readonly because: 'returned' | 'override';
  readonly at: Instant;
  /** The task that sent it back. */
  readonly from: TaskId | null;
  /** What is wanted, or why. */
  readonly texts: readonly TextsRef[];
  /** False until somebody has done something in it since. */
  readonly touched: boolean;
}

/** A result with the version of the rule that counted it; verification recomputes it. */
export interface TaskResult {
  readonly version: string;
  readonly outcome: string;
  /** The arithmetic as it is shown: plain JSON, exact (integers, or fractions as [part, whole]). */
  readonly arithmetic: Json;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What of the organisation counts in this round: only this gives rights (DESIGN.md §3). */
export interface Electorate {
  readonly bodies: Readonly<Record<BodyId, Body>>;
  readonly mandates: Readonly<Record<MandateId, Mandate>>;
}

export interface RoundState {
  readonly id: RoundId;
  readonly name: string;
  readonly status: 'running' | 'paused' | 'closed';
  /** Since when it is paused: deadlines move by the working days lost when it goes on. */
  readonly pausedAt: Instant | null;
  readonly startsAt: Instant;
  /** Year and counter of nomination numbers. */
  readonly numbering: { readonly year: string; readonly last: number };
  readonly definition: Definition;
  readonly definitionHash: string;
  readonly orgSeq: number;
  readonly electorate: Electorate;
  readonly tasks: Readonly<Record<TaskId, Task>>;
  readonly nominations: Readonly<Record<NominationId, Nomination>>;
  readonly groups: Readonly<Record<GroupId, Group>>;
  readonly matters: Matters;
  readonly previous: RoundId | null;
  readonly next: RoundId | null;
}
