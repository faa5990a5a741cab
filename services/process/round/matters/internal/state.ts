// An organisation's own deadline for what is to be nominated on its behalf, earlier than the task's (CARDS.md §1). It closes
// nothing: it is there so that the contact has time to read, and reminders follow it. Types and look-ups.
import type { Instant, LocalDate } from '../../../calendar';
import type { BodyId, TaskId } from '../../../ids';
import type { RoundState } from '../../state';

export interface InternalDeadline {
  readonly deadlineAt: Instant | null;
  readonly setAt: Instant;
  /** Counts every change: a reminder's key holds it. */
  readonly revision: number;
}

export type Internal = Readonly<Record<TaskId, Readonly<Record<BodyId, InternalDeadline>>>>;

export function internalDeadlineOf(round: RoundState, taskId: TaskId, bodyId: BodyId): Instant | null {
  return round.matters.internal[taskId]?.[bodyId]?.deadlineAt ?? null;
}

/** True until the end of its day: then the task's own deadline is the next. */
export function isBeforeInternal(round: RoundState, taskId: TaskId, bodyId: BodyId, date: LocalDate): boolean {
  const deadlineAt = internalDeadlineOf(round, taskId, bodyId);
  return deadlineAt !== null && deadlineAt.slice(0, date.length) >= date;
}
