// What people and channels are to be told once about a round, under keys that make telling it twice telling it once.
// Asks only what ought to be told; whether it still holds is asked again at the moment of sending (compose.ts).
import type { Calendar, Instant, LocalDate } from '../process/calendar';
import type { TaskDefinition } from '../process/definition/schema';
import type { BodyId, TaskId } from '../process/ids';
import type { ChannelBinding } from '../process/organisation/state';
import { turnOf } from '../process/round/lifecycle/reopening';
import { outstanding } from '../process/round/outstanding';
import { taskDefinition, taskDefinitions } from '../process/round/queries';
import { reminderKey, reminders } from '../process/round/reminders';
import type { RoundState, Task } from '../process/round/state';
import type { Notice } from '../store/ports';
import { overridden } from './overridden';
import { wantedOfConflicts } from './conflictNotices';
import { readingHours } from './digestDays';
import { lettersOf } from './letters';
import { concerned } from './roundCards';

export type Wanted = Pick<Notice, 'key' | 'addressKey' | 'kind' | 'data' | 'dueAt'>;

/** What follows from answers: asked after every commit. */
export function wantedAtOnce(
  round: RoundState,
  channels: Readonly<Record<BodyId, ChannelBinding>>,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  return [
    ...lettersOf(round, now, calendar),
    ...wantedOfConflicts(round, now, calendar),
    ...inChannels(round, channels, now, calendar),
    ...overridden(round, channels, now, calendar),
  ];
}

/**
 * What follows from time and from who has something left to do: asked on every tick, because a digest comes in the morning
 * and nobody waits for it by the second.
 */
export function wantedInDigests(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  return [...reminded(round, now, calendar), ...waiting(round, now, calendar)];
}

function reminded(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  return reminders(round, now, calendar).map((reminder) => ({
    key: reminderKey(reminder),
    addressKey: `personal/${reminder.personId}`,
    kind: 'reminder',
    data: {
      roundId: round.id,
      taskId: reminder.taskId,
      ...(reminder.matter === null ? {} : { matter: reminder.matter }),
      wanted: reminder.wanted,
      deadlineRevision: reminder.deadlineRevision,
    },
    dueAt: reminder.dueAt,
  }));
}

/** Something new waits for a person: told with the next digest, once per task and what is asked. */
function waiting(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  const date = calendar.dateOf(now);
  const morning = nextMorning(now, calendar);
  return outstanding(round, date).flatMap(({ taskId, matter, entries }) =>
    entries.map((entry) => ({
      key: [
        'waiting',
        round.id,
        ...(matter === null ? [turnKey(round, taskId)] : [taskId, matter]),
        entry.wanted,
        entry.mandateId ?? entry.bodyId,
        entry.personId,
      ].join('/'),
      addressKey: `personal/${entry.personId}`,
      kind: 'reminder',
      data: { roundId: round.id, taskId, ...(matter === null ? {} : { matter }), wanted: entry.wanted, since: now },
      dueAt: morning,
    })),
  );
}

/** A task taken up again waits anew, so it is told anew. */
function turnKey(round: RoundState, taskId: TaskId): string {
  const task = round.tasks[taskId];
  const turn = task === undefined ? 0 : turnOf(task);
  return turn === 0 ? taskId : `${taskId}~${turn}`;
}

/** The next time digests come: this morning while it is still to come, else that of the next working day. */
export function nextMorning(now: Instant, calendar: Calendar): Instant {
  const today = calendar.dateOf(now);
  const thisMorning = calendar.instantOf(calendar.workingDayFrom(today), readingHours.from);
  return thisMorning > now ? thisMorning : calendar.instantOf(calendar.addWorkingDays(today, 1), readingHours.from);
}

function inChannels(
  round: RoundState,
  channels: Readonly<Record<BodyId, ChannelBinding>>,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  return Object.values(round.tasks).flatMap((task) => {
    const definition = taskDefinition(round, task.id);
    if (definition === undefined || task.status === 'waiting') return [];
    const day = calendar.dateOf(task.closedAt ?? now);
    const own = concerned(round, definition, day);
    const others = publishes(definition) ? everybody(round, day).filter((bodyId) => !own.includes(bodyId)) : [];
    return [
      ...own.flatMap((bodyId) => {
        const channel = channels[bodyId];
        return channel === undefined ? [] : ofTask(round, task, bodyId, channel, now, calendar);
      }),
      ...others.flatMap((bodyId) => {
        const channel = channels[bodyId];
        return channel === undefined ? [] : published(round, task, bodyId, channel);
      }),
    ];
  });
}

const publishes = (definition: TaskDefinition): boolean =>
  definition.kind === 'publish' && definition.effects.includes('publishResult');

/** All bodies that take part in the round in some way. */
function everybody(round: RoundState, date: LocalDate): readonly BodyId[] {
  return [...new Set(taskDefinitions(round).flatMap((definition) => concerned(round, definition, date)))];
}

/** A published result is told where the task itself was never shown: publication is for all who took part. */
function published(round: RoundState, task: Task, bodyId: BodyId, channel: ChannelBinding): readonly Wanted[] {
  if (task.closedAt === null) return [];
  return [
    {
      key: `published/${round.id}/${task.id}/${bodyId}`,
      addressKey: `channel/${channel.channelId}`,
      kind: 'result',
      data: { roundId: round.id, taskId: task.id, bodyId, version: 0, everywhere: 1 },
      dueAt: task.closedAt,
    },
  ];
}

interface Summary {
  readonly days: number;
  readonly morning: Instant;
}

/** A channel is told on the last working day, when a deadline has moved, and of the result; nothing else (DESIGN.md §5), unless the definition asks. */
function ofTask(
  round: RoundState,
  task: Task,
  bodyId: BodyId,
  channel: ChannelBinding,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  const notice = (kind: string, version: number, dueAt: Instant): Wanted => ({
    key: `${kind}/${round.id}/${task.id}/${bodyId}/${version}`,
    addressKey: `channel/${channel.channelId}`,
    kind,
    data: { roundId: round.id, taskId: task.id, bodyId, version },
    dueAt,
  });
  if (task.status === 'closed') return task.closedAt === null ? [] : [notice('result', turnOf(task), task.closedAt)];
  const lastDay = lastDayOf(task, now, calendar);
  const summary = summaryOf(round, task, now, calendar);
  return [
    ...(task.deadlineRevision === 0 ? [] : [notice('extended', task.deadlineRevision, now)]),
    ...(summary === null
      ? []
      : [notice(`summary-${summary.days}`, task.deadlineRevision, summary.morning)].map((one) => ({
          ...one,
          kind: 'summary',
        }))),
    ...(lastDay === null ? [] : [notice('lastDay', task.deadlineRevision, lastDay)]),
  ];
}

/** Where the definition asks for it: the newest of its mornings before the deadline, once it has come. */
function summaryOf(round: RoundState, task: Task, now: Instant, calendar: Calendar): Summary | null {
  const { deadlineAt, deadlineSetAt } = task;
  if (deadlineAt === null || deadlineAt < now) return null;
  const settings = taskDefinition(round, task.id)?.reminders ?? round.definition.reminders;
  const newestFirst = (settings.inChannel ?? []).toSorted((one, other) => one - other);
  for (const days of newestFirst) {
    const morning = calendar.instantOf(calendar.addWorkingDays(calendar.dateOf(deadlineAt), -days), readingHours.from);
    // What is older than the deadline's last setting was about another deadline, or has just been told.
    if (morning <= now) return deadlineSetAt === null || deadlineSetAt < morning ? { days, morning } : null;
  }
  return null;
}

/**
 * Eight in the morning of the last working day, once it has come and while the deadline has not passed. A deadline that was
 * set later than that has just been told.
 */
function lastDayOf(task: Task, now: Instant, calendar: Calendar): Instant | null {
  if (task.deadlineAt === null || task.deadlineAt < now) return null;
  const day = calendar.dateOf(task.deadlineAt);
  const lastDay = calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
  const morning = calendar.instantOf(lastDay, readingHours.from);
  const isKnownSince = task.deadlineSetAt === null || task.deadlineSetAt < morning;
  return morning <= now && isKnownSince ? morning : null;
}

/** Where a task's notices stand: the key of its thread's root card. */
export function threadKey(round: RoundState, taskId: TaskId, bodyId: string): string | null {
  const step = round.definition.steps.find((one) => one.tasks.some((task) => task.id === taskId));
  return step === undefined ? null : `${round.id}/${bodyId}/${step.id}`;
}
