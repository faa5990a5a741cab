// Which deadlines a time of downtime spoils: those with a part of it in their last working hours. Decides nothing else.
import type { Calendar, Instant } from '../../../calendar';
import type { TaskId } from '../../../ids';
import type { RoundState } from '../../state';
import { ask, closesByTime } from '../../view';

/** "The last four working hours before a deadline" (DESIGN.md §6): when most answers come. */
const LAST_HOURS = 4;

/** When people work, and so when they answer. */
const WORK = { from: '08:00', to: '16:00' } as const;

const HOUR_MS = 3_600_000;

/** A stretch of time in which nobody could answer. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}

/** The open tasks of a running round whose deadline closes them and was, or is, so near to the outage. */
export function affectedBy(round: RoundState, outage: Outage, calendar: Calendar): readonly TaskId[] {
  if (round.status !== 'running') return [];
  return Object.values(round.tasks).flatMap(({ id, status, deadlineAt, openedAt }) => {
    if (status !== 'open' || deadlineAt === null || openedAt === null) return [];
    const asked = ask(round, id, calendar.dateOf(outage.to));
    if (asked === null || !closesByTime(asked)) return [];
    const begins = beforeInWork(deadlineAt, LAST_HOURS, calendar);
    // What was opened after the outage began was answerable from its opening on.
    const from = outage.from > openedAt ? outage.from : openedAt;
    return from < deadlineAt && from < outage.to && outage.to > begins ? [id] : [];
  });
}

/** The moment so many working hours before another. */
export function beforeInWork(at: Instant, hours: number, calendar: Calendar): Instant {
  let leftMs = hours * HOUR_MS;
  let until = Date.parse(at);
  for (let day = calendar.dateOf(at); ; day = calendar.addWorkingDays(day, -1)) {
    if (calendar.isWorkingDay(day)) {
      const beginsMs = Date.parse(calendar.instantOf(day, WORK.from));
      const endsMs = Math.min(until, Date.parse(calendar.instantOf(day, WORK.to)));
      const workedMs = Math.max(0, endsMs - beginsMs);
      if (workedMs >= leftMs) return new Date(endsMs - leftMs).toISOString();
      leftMs -= workedMs;
    }
    until = Number.POSITIVE_INFINITY;
  }
}
