// What can be asked about impartiality, and what can happen. Types only.
import type { Instant } from '../../../calendar';
import type { NominationId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Ground, PassedOnTo, RulingOutcome } from './state';

/** One vote of a batch: on whom and which nomination. */
export interface VotedOn {
  readonly personId: PersonId;
  readonly nominationId: NominationId;
  readonly outcome: RulingOutcome;
}

export type ImpartialityCommand =
  /** The person's whole declaration: what is listed may be a conflict, and there is none besides. */
  | {
      readonly type: 'DeclareInterests';
      readonly conflicts: readonly { readonly nominationId: NominationId; readonly grounds: readonly Ground[] }[];
      /** Free text per conflict under `about_<nominationId>`. */
      readonly texts: TextsRef | null;
      readonly basis: number;
    }
  /** One possible conflict: one's own, or raised about another with a `reason`. */
  | {
      readonly type: 'ReportConflict';
      readonly personId: PersonId;
      readonly nominationId: NominationId;
      readonly grounds: readonly Ground[];
      readonly texts: TextsRef | null;
    }
  /** A member's votes on open ones, all at once; exceptions need a `reason`. */
  | {
      readonly type: 'VoteOnConflicts';
      readonly votes: readonly VotedOn[];
      readonly texts: TextsRef | null;
      readonly basis: number;
    };

export type ImpartialityEvent =
  | { readonly type: 'DeclarationsRequested'; readonly taskId: TaskId; readonly deadlineAt: Instant }
  | { readonly type: 'InterestsDeclared'; readonly texts: TextsRef | null }
  | {
      readonly type: 'ConflictReported';
      readonly personId: PersonId;
      readonly nominationId: NominationId;
      readonly grounds: readonly Ground[];
      readonly decidedBy: readonly string[];
      readonly taskId: TaskId;
      readonly deadlineAt: Instant;
      readonly texts: TextsRef | null;
    }
  | { readonly type: 'ConflictWithdrawn'; readonly personId: PersonId; readonly nominationId: NominationId }
  | { readonly type: 'ConflictsVotedOn'; readonly votes: readonly VotedOn[]; readonly texts: TextsRef | null }
  /** The time to rule has passed and too few have: the chair rules instead, and after him the secretariat. */
  | {
      readonly type: 'RulingsPassedOn';
      readonly conflicts: readonly { readonly personId: PersonId; readonly nominationId: NominationId }[];
      readonly to: PassedOnTo;
      readonly deadlineAt: Instant;
    }
  | {
      readonly type: 'ConflictRuled';
      readonly personId: PersonId;
      readonly nominationId: NominationId;
      readonly outcome: RulingOutcome;
      readonly counts: Readonly<Record<RulingOutcome, number>>;
      readonly deciders: number;
      readonly texts: TextsRef | null;
    };
