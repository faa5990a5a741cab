// How long after a task's deadline drafts begun before it may still be sent and changed (issue setting `grace`). Types and
// look-ups; the end stands in the record, so that it moves only with the deadline.
import type { Calendar, Instant } from '../../../calendar';
import type { GraceSettings } from '../../../definition/tasks';
import type { TaskId } from '../../../ids';
import type { RoundState, Task } from '../../state';

export interface GivenGrace {
  /** The deadline it follows: another one has another grace. */
  readonly deadlineAt: Instant;
  readonly until: Instant;
}

export type Grace = Readonly<Record<TaskId, GivenGrace>>;

/** Until when begun drafts are taken after the deadline; null where there is no such time. */
export function graceUntil(round: RoundState, task: Pick<Task, 'id' | 'deadlineAt'>): Instant | null {
  const given = round.matters.grace[task.id];
  return given !== undefined && given.deadlineAt === task.deadlineAt ? given.until : null;
}

/** The moment after which nothing more is taken: the end of the grace, else the deadline. */
export function endOf(round: RoundState, task: Pick<Task, 'id' | 'deadlineAt'>): Instant | null {
  return graceUntil(round, task) ?? task.deadlineAt;
}

/** True from the deadline on while begun drafts are taken. */
export function isInGrace(round: RoundState, task: Pick<Task, 'id' | 'deadlineAt' | 'status'>, now: Instant): boolean {
  const until = graceUntil(round, task);
  return task.status === 'open' && task.deadlineAt !== null && until !== null && task.deadlineAt < now && now <= until;
}

/** True while a draft begun then can be sent: until the deadline, and in the grace where it was begun before it. */
export function isTakenAt(
  round: RoundState,
  task: Pick<Task, 'id' | 'deadlineAt' | 'status'>,
  now: Instant,
  begunAt: Instant,
): boolean {
  const { deadlineAt } = task;
  if (task.status !== 'open' || round.status === 'closed') return false;
  return deadlineAt === null || now <= deadlineAt || (begunAt <= deadlineAt && isInGrace(round, task, now));
}

/** Hours by the clock, or working days to the deadline's hour. */
export function graceEnd(settings: GraceSettings, deadlineAt: Instant, calendar: Calendar): Instant {
  return 'hours' in settings
    ? new Date(Date.parse(deadlineAt) + settings.hours * 3_600_000).toISOString()
    : calendar.deadlineAfter(deadlineAt, settings.workingDays);
}
