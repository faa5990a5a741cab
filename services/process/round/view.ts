// A task as its kind's rules see it, at one moment; and whether its time is up. The one place that knows the 30 seconds.
import type { Instant, LocalDate } from '../calendar';
import type { Context } from '../context';
import type { TaskKind } from '../definition/schema';
import type { TaskId } from '../ids';
import { rulesOf } from './kinds';
import { settingsOf, type KindRules, type TaskView } from './kinds/kind';
import { endOf } from './matters/grace/state';
import { taskDefinition } from './queries';
import type { RoundState, Task } from './state';

/**
 * How long closing waits after a deadline. An answer's time is its receipt at the edge (DESIGN.md §6): one received at the
 * deadline may still be on its way to the database. Teams gives up an invoke after about 15 s; twice that is safe, and
 * nobody notices a result half a minute later. Too short would lose an answer in time, which is worse.
 */
export const CLOSING_WAIT_MS = 30_000;

/** A task with its definition and its kind's rules, ready to be asked. */
export interface Asked {
  readonly view: TaskView;
  readonly rules: KindRules<TaskKind>;
  readonly closes: 'whenAnswered' | 'atDeadline' | 'byHand';
  readonly late: 'accepted' | 'refused';
}

/** The task and all that is needed to ask it something; null where the round has no such task. */
export function ask(round: RoundState, taskId: TaskId, date: LocalDate): Asked | null {
  const task = round.tasks[taskId];
  const definition = taskDefinition(round, taskId);
  if (task === undefined || definition === undefined) return null;
  const rules = rulesOf(definition.kind);
  return { view: { round, task, definition, date }, rules, ...settingsOf(definition, rules) };
}

/** True when answers to the task come too late: the moment of its end is still in time (matters/grace). */
export function isLate(round: RoundState, task: Task, now: Instant): boolean {
  const end = endOf(round, task);
  return end !== null && end < now;
}

/** When what a deadline closes may be closed; null while it has no deadline. */
export function closingAt({ deadlineAt }: Pick<Task, 'deadlineAt'>): Instant | null {
  return deadlineAt && new Date(Date.parse(deadlineAt) + CLOSING_WAIT_MS).toISOString();
}

/** When a task that time closes may be closed: after its deadline, or the grace that follows it. */
export function taskClosingAt(round: RoundState, task: Task): Instant | null {
  return closingAt({ deadlineAt: endOf(round, task) });
}

/** True when the deadline closes this task by itself: always `atDeadline`; else only where later answers do not count. */
export function closesByTime(asked: Pick<Asked, 'closes' | 'late'>): boolean {
  return asked.closes === 'atDeadline' || (asked.closes === 'whenAnswered' && asked.late === 'refused');
}

/** The local day of a command. */
export function today(context: Pick<Context, 'now' | 'calendar'>): LocalDate {
  return context.calendar.dateOf(context.now);
}
