// When an open task is over: everyone has answered, or its deadline has passed. Asked by settle.ts for every task, and for
// secret ballots before their box is opened. Reads only.
import type { Instant, LocalDate } from '../calendar';
import type { Context } from '../context';
import { isUntouched } from './lifecycle/reopening';
import { isKeptOpen } from './matters';
import { endOf } from './matters/grace/state';
import { vacanciesIn } from './matters/succession/vacancies';
import type { RoundState, Task } from './state';
import { ask, closesByTime, taskClosingAt, today, type Asked } from './view';

/** True when nothing more is to come, unless the task closes at its deadline whatever comes. */
export function isAnswered(round: RoundState, task: Task, asked: Asked, date: LocalDate): boolean {
  return (
    asked.closes !== 'atDeadline' &&
    !isUntouched(task) &&
    asked.rules.complete(asked.view) &&
    !waitsForSeat(round, task, date)
  );
}

/** All who have a seat have answered, but an organisation lost its own: it is asked before the task ends without it. */
function waitsForSeat(round: RoundState, task: Task, date: LocalDate): boolean {
  return task.work.family === 'ballots' && vacanciesIn(round, task.id, date).length > 0;
}

/** True when a deadline that closes this task has passed, and no matter keeps it open. */
export function isPast(round: RoundState, task: Task, asked: Asked, now: Instant): boolean {
  const dueAt = taskClosingAt(round, task);
  return closesByTime(asked) && dueAt !== null && dueAt <= now && !isKeptOpen(round, task.id);
}

/**
 * As of when a deadline that has passed closes the task: its own time, with the seats of that day, where later answers do
 * not count; else now.
 */
export function asOfDeadline(round: RoundState, task: Task, asked: Asked, now: Instant): Instant {
  const end = endOf(round, task);
  return asked.late === 'refused' && end !== null ? end : now;
}

/** The open task as it would end now; null while it is not over. */
export function askOver(round: RoundState, task: Task, context: Pick<Context, 'now' | 'calendar'>): Asked | null {
  const asked = ask(round, task.id, today(context));
  if (asked === null || task.status !== 'open') return null;
  if (isAnswered(round, task, asked, today(context))) return asked;
  if (!isPast(round, task, asked, context.now)) return null;
  return ask(round, task.id, context.calendar.dateOf(asOfDeadline(round, task, asked, context.now)));
}
