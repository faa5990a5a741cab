// Which reminders are due, for whom: the rungs around a task's deadline, for whoever has something left to do in it.
// Says only what is due; that each is sent once is the caller's business, through the key.
import type { Calendar, Instant, LocalDate, LocalTime } from '../calendar';
import type { Reminders } from '../definition/schema';
import type { BodyId, MandateId, PersonId, RoundId, TaskId } from '../ids';
import type { Outstanding } from './kinds/kind';
import { outstanding, type OutstandingTask } from './outstanding';
import { taskDefinition } from './queries';
import type { RoundState } from './state';

/** `before-5` is five working days before the deadline, `on` its own day, `after-1` the working day after it. */
export type Rung = `before-${number}` | 'on' | `after-${number}`;

export interface Reminder {
  readonly roundId: RoundId;
  readonly taskId: TaskId;
  /** Of a matter that hangs on the task; null for the task itself. */
  readonly matter: string | null;
  readonly personId: PersonId;
  readonly mandateId: MandateId | null;
  readonly bodyId: BodyId;
  readonly wanted: Outstanding['wanted'];
  readonly rung: Rung;
  readonly deadlineAt: Instant;
  /** Counts the moves of the deadline: a reminder of a deadline that was moved is another reminder. */
  readonly deadlineRevision: number;
  /** When it fell due: the morning of its working day. */
  readonly dueAt: Instant;
}

/** People read it when they come to work; "påmindelse … 8.00" (CARDS.md, card 5). */
const REMINDER_HOUR: LocalTime = '08:00';

/** Deterministic: the same reminder of the same deadline always has the same key. */
export function reminderKey(reminder: Reminder): string {
  const { roundId, bodyId, mandateId, personId, wanted, deadlineRevision, rung } = reminder;
  const of = reminder.matter === null ? [reminder.taskId] : [reminder.taskId, reminder.matter];
  return ['reminder', roundId, ...of, deadlineRevision, rung, wanted, mandateId ?? bodyId, personId].join('/');
}

/**
 * For everyone with something outstanding at `now`: the newest rung that has fallen due since the deadline was set. Older
 * rungs are not named, so nobody is flooded after a week of downtime, and an extension is never followed by a reminder
 * that would have been due before it.
 */
export function reminders(round: RoundState, now: Instant, calendar: Calendar): readonly Reminder[] {
  return outstanding(round, calendar.dateOf(now)).flatMap((left) => {
    const rung = newestRung(round, left, now, calendar);
    return rung === null ? [] : left.entries.map((entry) => reminderOf(round.id, left, entry, rung));
  });
}

interface DueRung {
  readonly rung: Rung;
  readonly dueAt: Instant;
  readonly deadlineAt: Instant;
}

function reminderOf(roundId: RoundId, left: OutstandingTask, entry: Outstanding, rung: DueRung): Reminder {
  const { personId, mandateId, bodyId, wanted } = entry;
  const { taskId, matter, deadlineRevision } = left;
  return { roundId, taskId, matter, personId, mandateId, bodyId, wanted, deadlineRevision, ...rung };
}

/** The newest rung whose morning has come, unless the deadline was set after it. */
function newestRung(round: RoundState, left: OutstandingTask, now: Instant, calendar: Calendar): DueRung | null {
  const { deadlineAt, deadlineSetAt } = left;
  if (deadlineAt === null || deadlineSetAt === null) return null;
  const settings = taskDefinition(round, left.taskId)?.reminders ?? round.definition.reminders;
  const today = calendar.dateOf(now);
  const newestFirst = rungsOf(settings, calendar.dateOf(deadlineAt), calendar)
    .filter(([, date]) => date <= today)
    .sort(([, one], [, other]) => (one < other ? 1 : -1));
  for (const [rung, date] of newestFirst) {
    const dueAt = calendar.instantOf(date, REMINDER_HOUR);
    if (dueAt <= now) return dueAt > deadlineSetAt ? { rung, dueAt, deadlineAt } : null;
  }
  return null;
}

/** A deadline set by hand on a day without work is reminded of on the working day before it. */
function rungsOf(settings: Reminders, day: LocalDate, calendar: Calendar): readonly [Rung, LocalDate][] {
  const onTheDay = calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
  return [
    ...settings.before.map((days): [Rung, LocalDate] => [`before-${days}`, calendar.addWorkingDays(day, -days)]),
    ...(settings.onTheDay ? [['on', onTheDay] satisfies [Rung, LocalDate]] : []),
    ...settings.after.map((days): [Rung, LocalDate] => [`after-${days}`, calendar.addWorkingDays(day, days)]),
  ];
}
