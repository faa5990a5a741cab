// What every matter of a round must answer: something that people decide or owe beside the tasks, such as impartiality, a
// question to a nominator, a condition of an approval. One folder per matter implements it; the round's own decide and
// evolve know only this. Types only.
import type { Calendar, Instant, LocalDate } from '../../calendar';
import type { Context } from '../../context';
import type { Decision } from '../../decision';
import type { TaskId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { Recorded, RoundEvent } from '../events';
import type { OutstandingTask } from '../outstanding';
import type { RoundRefusal } from '../refusals';
import type { RoundState } from '../state';
import type { MatterName, Matters } from './state';

export interface MatterRules<Name extends MatterName> {
  /** The slice of a round in which nothing of the kind has happened. */
  readonly begin: Matters[Name];
  /**
   * Decides this matter's commands, in every state the round can be in: which of them a paused or closed round still takes
   * is the matter's own rule.
   */
  decide(command: RoundCommand, round: RoundState, context: Context): Decision<RoundEvent, RoundRefusal>;
  /**
   * Folds events into the slice; what does not concern it leaves it as it is. Asked of every event, because a matter may
   * follow what happens to tasks and nominations.
   */
  evolve(slice: Matters[Name], recorded: Recorded<RoundEvent>, round: RoundState): Matters[Name];
  /** Who has to act, each under the task it hangs on, with a key and a deadline of its own; the round is running. */
  outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[];
  /** What follows by itself from what stands, on `date` at `now`; empty when nothing does. Asked until it is empty. */
  settle(round: RoundState, moment: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[];
  /** When time alone may change the slice: what `settle` waits for. */
  moments(round: RoundState, calendar: Calendar): readonly Instant[];
  /** True while the task must not open although all before it has closed. */
  holdsBack(round: RoundState, taskId: TaskId): boolean;
  /** True while the task's deadline must not close it although it has passed. Left out: never. */
  keepsOpen?(round: RoundState, taskId: TaskId): boolean;
}
