// What every kind of task must answer. One file per kind implements it; the round's own decide and evolve know only this.
import type { Calendar, Instant, LocalDate } from '../../calendar';
import type { Context } from '../../context';
import type { Decision } from '../../decision';
import type { TaskDefinition, TaskDefinitionOf, TaskKind } from '../../definition/schema';
import type { BodyId, MandateId, NominationId, PersonId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { Recorded, RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import type { Json, RoundState, Task, TaskResult, Work } from '../state';

/** What somebody still has to do in an open task. Cards, reminders and "mine opgaver" are made from this alone. */
export interface Outstanding {
  /** Who has to act now: a holder, a called substitute, a contact, a chair, a member of the secretariat. */
  readonly personId: PersonId;
  /** The seat it is done for, where there is one; else the body. */
  readonly mandateId: MandateId | null;
  readonly bodyId: BodyId;
  /** What kind of act is wanted, for the words on cards: a key of texts. */
  readonly wanted:
    | 'ballot'
    | 'ranking'
    | 'assessments'
    | 'backing'
    | 'nominating'
    | 'statement'
    | 'drafts'
    | 'signature'
    | 'proposal'
    | 'grouping'
    | 'confirmation'
    | 'appointments'
    | 'acceptance'
    | 'document'
    | 'agreement'
    | 'publication'
    /** Reasons for the decisions that nominators are told. */
    | 'reasons'
    /** Somebody has to be named for a seat (the secretariat). */
    | 'seat'
    /** A seat ends soon, and nobody follows (the secretariat). */
    | 'renewal'
    /** The same, asked of whoever appoints: who goes on, or who comes after. */
    | 'renewalAsked'
    /** The task stands still, because nobody is left who could go on with it (the secretariat). */
    | 'stopped'
    | 'declaration'
    | 'ruling'
    | 'question'
    | 'downtime'
    | 'join'
    | 'merge'
    | 'override'
    | 'condition'
    | 'conditionCheck'
    | 'meeting';
  /** How many of `total` are left; 1 of 1 where there is one act. */
  readonly left: number;
  readonly total: number;
  /** The nominations left, where the act is per nomination (assessments, drafts, backing). */
  readonly nominationIds: readonly NominationId[];
}

export interface TaskView<Kind extends TaskKind = TaskKind> {
  readonly round: RoundState;
  readonly task: Task;
  readonly definition: TaskDefinitionOf<Kind>;
  /** Local date of now: which mandates are in force. */
  readonly date: LocalDate;
}

/** When `follow` is asked. */
export interface FollowMoment extends Pick<Context, 'now' | 'calendar'> {
  /** True when the task would end now: its deadline has passed, or all is answered. */
  readonly ends: boolean;
}

/** A task that ends: its result, and what else follows from it for the nominations. */
export interface Ending {
  readonly result: TaskResult;
  readonly effects: readonly RoundEvent[];
}

export interface EndMoment {
  readonly now: Instant;
  readonly calendar: Calendar;
  /** For lots (services/process/tally/lot.ts); null where none was handed in. */
  readonly seed: string | null;
}

export interface KindRules<Kind extends TaskKind> {
  /** The work of a task that has just been opened. */
  begin(definition: TaskDefinitionOf<Kind>): Work;
  /** Decides commands that name this task; the caller has checked that the task is open and not late. */
  decide(command: RoundCommand, view: TaskView<Kind>, context: Context): Decision<RoundEvent, RoundRefusal>;
  /** Folds events of this kind into the work; everything else leaves it as it is. */
  evolve(work: Work, recorded: Recorded<RoundEvent>, round: RoundState): Work;
  /** The work as it goes back to who made it; left out where it simply goes on from what stands. */
  returned?(work: Work, at: Instant): Work;
  /** The work of a task that waits for its turn once more; left out where it simply begins. */
  again?(work: Work, at: Instant): Work;
  outstanding(view: TaskView<Kind>): readonly Outstanding[];
  /**
   * True when nothing is left to do: everyone has answered, or the act that finishes the task is done (signed, published).
   * Unless the task closes `atDeadline`, it closes then in the same commit, so a kind whose definition says `byHand` and
   * that knows no finishing act of its own must say false.
   */
  complete(view: TaskView<Kind>): boolean;
  /**
   * The result with what stands now, or null where it cannot end yet (no quorum, nothing proposed). Effects never hold
   * `RoundClosed`: the round closes itself, after a `Publish` with that effect or with its last task.
   */
  end(view: TaskView<Kind>, asOf: Instant): Ending | null;
  /**
   * What comes by itself in an open task before it ends: asked after every command and tick, until it says nothing. It
   * must have nothing more to say once what it said is folded.
   */
  follow?(view: TaskView<Kind>, moment: FollowMoment): readonly RoundEvent[];
  /**
   * What has to happen before the task can end: a lot is drawn, a new ballot is called. `wait` where it is for somebody
   * else to bring what is needed. Left out, or nothing: it ends now.
   */
  beforeEnd?(view: TaskView<Kind>, moment: EndMoment): readonly RoundEvent[] | 'wait';
  /** The arithmetic of what stands, for a task closed by hand that cannot end by its own rule. */
  standing?(view: TaskView<Kind>): Json;
  /** Defaults of the definition's settings for this kind. */
  readonly closes: 'whenAnswered' | 'atDeadline' | 'byHand';
  readonly late: 'accepted' | 'refused';
}

/** How a task closes and whether late answers count: the definition's word, else the kind's default. */
export function settingsOf(
  definition: TaskDefinition,
  rules: Pick<KindRules<TaskKind>, 'closes' | 'late'>,
): { readonly closes: KindRules<TaskKind>['closes']; readonly late: KindRules<TaskKind>['late'] } {
  return { closes: definition.closes ?? rules.closes, late: definition.late ?? rules.late };
}
