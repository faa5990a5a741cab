// What a round knows of its members' impartiality: who was asked and has declared, which possible conflicts were reported,
// and what was ruled on each (PROCESS.md §6). Types only; folded from this matter's own events.
import type { Instant } from '../../../calendar';
import type { NominationId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

/**
 * Why somebody may be partial, after forvaltningsloven § 3(1): an interest of one's own, a close person's, ties to an
 * association or company, an earlier part in a case of supervision, other circumstances. `institution` is the circumstance
 * that the organisation one works for has nominated: told apart, because it is an interest of the institution and not the
 * person's.
 */
export type Ground = 'ownInterest' | 'closePerson' | 'association' | 'supervision' | 'institution' | 'other';

/** What can be ruled: taking no part, taking part, or taking part in spite of it, for a recorded reason. */
export type RulingOutcome = 'disqualified' | 'notDisqualified' | 'exception';

export interface RulingVote {
  readonly outcome: RulingOutcome;
  readonly texts: TextsRef | null;
  readonly at: Instant;
}

export interface Ruling {
  readonly outcome: RulingOutcome;
  /** How many of `deciders` were for each. */
  readonly counts: Readonly<Record<RulingOutcome, number>>;
  readonly deciders: number;
  readonly texts: TextsRef | null;
  readonly at: Instant;
}

/** Who rules once those who were asked first have let their time pass. */
export type PassedOnTo = 'chair' | 'secretariat';

/** A possible conflict of one person with one nomination. */
export interface Conflict {
  readonly personId: PersonId;
  readonly nominationId: NominationId;
  readonly grounds: readonly Ground[];
  readonly texts: TextsRef | null;
  readonly reportedBy: PersonId;
  readonly reportedAt: Instant;
  /** Whose seats rule on it, as parties of the definition. */
  readonly decidedBy: readonly string[];
  /** The task it hangs on in lists. */
  readonly taskId: TaskId;
  /** Of those who rule now. */
  readonly deadlineAt: Instant;
  /** Set once others have to rule, because too few did in time. */
  readonly passedOn?: { readonly to: PassedOnTo; readonly at: Instant };
  readonly votes: Readonly<Record<PersonId, RulingVote>>;
  readonly ruling: Ruling | null;
  /** Set when whoever reported it himself has taken it back before it was ruled on. */
  readonly withdrawnAt: Instant | null;
  /** Counts the reports of it, and how often it was taken back: the basis of the next one. */
  readonly revision: number;
  /** What was ruled before it was reported again. */
  readonly earlier: readonly Ruling[];
}

export interface Declaration {
  readonly at: Instant;
  readonly texts: TextsRef | null;
  /** Counts the declarations: the basis of the next one. */
  readonly revision: number;
}

export interface Impartiality {
  /** Tasks whose members have been asked to declare, and until when. */
  readonly requested: Readonly<Record<TaskId, { readonly at: Instant; readonly deadlineAt: Instant }>>;
  readonly declarations: Readonly<Record<PersonId, Declaration>>;
  readonly conflicts: Readonly<Record<NominationId, Readonly<Record<PersonId, Conflict>>>>;
  /** The conflicts as they stood when a task closed: its count is of that moment. Empty where there were none. */
  readonly atClosing: Readonly<Record<TaskId, Impartiality['conflicts']>>;
  /** How often each person has voted on the open ones: the basis of the next time. */
  readonly voted: Readonly<Record<PersonId, number>>;
}
