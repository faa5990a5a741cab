// What chairs and the secretariat are told by Trinvis itself: a forecast before a deadline, a count and then names after it,
// the day's check codes, who cannot be reached; and the body's channel where a person's own chat takes nothing.
// Asks only what ought to be told; whether it still holds is asked again at the moment of sending (serviceNotices.ts).
import { createHash } from 'node:crypto';
import type { Calendar, Instant, LocalDate } from '../process/calendar';
import type { TaskDefinition } from '../process/definition/schema';
import type { BodyId, PersonId, TaskId } from '../process/ids';
import type { ChannelBinding } from '../process/organisation/state';
import { questionOf } from '../process/round/matters/downtime';
import { outstanding } from '../process/round/outstanding';
import { bodiesOf, mandatesOf, taskDefinition } from '../process/round/queries';
import type { RoundState } from '../process/round/state';
import { ask } from '../process/round/view';
import { readingHours } from './digestDays';
import type { Wanted } from './wanted';

/** Working days from the deadline where the definition says nothing: the person is reminded first, then these. */
const escalationDays = { chair: 2, secretariat: 3 } as const;

type Channels = Readonly<Record<BodyId, ChannelBinding>>;

export interface Quorum {
  readonly answered: number;
  readonly seats: number;
  readonly needed: number;
  readonly met: boolean;
}

/** What of a round's open tasks chair and secretariat are to be told by now. */
export function wantedBySteering(
  round: RoundState,
  channels: Channels,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  const date = calendar.dateOf(now);
  return outstanding(round, date).flatMap((left): readonly Wanted[] => {
    const { taskId, deadlineAt, deadlineRevision, deadlineSetAt: setAt } = left;
    const definition = taskDefinition(round, taskId);
    if (definition === undefined || deadlineAt === null || left.matter !== null) return [];
    const day = calendar.dateOf(deadlineAt);
    const on = (kind: string, workingDays: number, places: readonly string[]): readonly Wanted[] => {
      const dueAt = calendar.instantOf(calendar.addWorkingDays(day, workingDays), readingHours.from);
      if (dueAt > now || (setAt !== null && setAt >= dueAt)) return [];
      return places.map((addressKey) => ({
        key: [kind, round.id, taskId, deadlineRevision, addressKey].join('/'),
        addressKey,
        kind,
        data: { roundId: round.id, taskId, deadlineRevision },
        dueAt,
      }));
    };
    const chairs = chairsOf(round, definition, date).map((personId) => `personal/${personId}`);
    const isBefore = now < deadlineAt;
    const escalation = definition.reminders?.escalation ?? round.definition.reminders.escalation ?? escalationDays;
    return [
      ...(isBefore && quorumOf(round, taskId, date)?.met === false ? on('forecast', -1, chairs) : []),
      ...(isBefore ? [] : on('overdueCount', escalation.chair, chairs)),
      ...(isBefore ? [] : on('overdueNames', escalation.secretariat, officePlaces(round, channels, date))),
    ];
  });
}

/** After downtime, as soon as people read: shall the deadline stand? To the chairs, else to the secretariat. */
export function wantedAfterDowntime(
  round: RoundState,
  channels: Channels,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  if (round.status !== 'running') return [];
  const date = calendar.dateOf(now);
  return Object.values(round.tasks).flatMap(({ id: taskId, deadlineRevision }): readonly Wanted[] => {
    const question = questionOf(round, taskId);
    const definition = taskDefinition(round, taskId);
    if (question === null || definition === undefined) return [];
    const chairs = chairsOf(round, definition, date).map((personId) => `personal/${personId}`);
    return (chairs.length > 0 ? chairs : officePlaces(round, channels, date)).map((addressKey) => ({
      key: ['downtime', round.id, taskId, deadlineRevision, addressKey].join('/'),
      addressKey,
      kind: 'downtime',
      data: { roundId: round.id, taskId, deadlineRevision },
      dueAt: calendar.nextSendingTime(now, readingHours),
    }));
  });
}

/** The secretariat's channel; where it has none, its members' own chats. */
export function officePlaces(round: RoundState, channels: Channels, date: LocalDate): readonly string[] {
  const { secretariat } = round.definition;
  const channel = channels[secretariat];
  if (channel !== undefined) return [`channel/${channel.channelId}`];
  const members = mandatesOf(round.electorate, [secretariat], date).filter(({ role }) => role !== 'observer');
  return [...new Set(members.map(({ holder }) => `personal/${holder}`))];
}

function chairsOf(round: RoundState, definition: TaskDefinition, date: LocalDate): readonly PersonId[] {
  const bodies = bodiesOf(round.electorate, definition.bodies, date);
  const held = mandatesOf(round.electorate, bodies, date).filter(({ role }) => role === 'chair');
  return [...new Set(held.map(({ holder }) => holder))];
}

/** The quorum as it stands; null for tasks that have none. */
export function quorumOf(round: RoundState, taskId: TaskId, date: LocalDate): Quorum | null {
  const asked = ask(round, taskId, date);
  const standing = asked?.rules.standing?.(asked.view);
  const quorum: unknown = standing instanceof Object ? Reflect.get(standing, 'quorum') : null;
  if (!(quorum instanceof Object)) return null;
  const count = (key: string): number => Number(Reflect.get(quorum, key));
  const met = Reflect.get(quorum, 'met') === true;
  return { answered: count('answered'), seats: count('seats'), needed: count('needed'), met };
}

/** Whoever takes nothing from us and has something to do: said once per task and deadline in his body's channel. */
export function wantedFallbacks(
  round: RoundState,
  channels: Channels,
  unreachable: ReadonlySet<string>,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  if (unreachable.size === 0) return [];
  return outstanding(round, calendar.dateOf(now)).flatMap(({ taskId, matter, deadlineRevision, entries }) =>
    entries.flatMap((entry): readonly Wanted[] => {
      const channel = channels[entry.bodyId];
      if (matter !== null || channel === undefined || !unreachable.has(`personal/${entry.personId}`)) return [];
      return [
        {
          key: ['fallback', round.id, taskId, deadlineRevision, entry.bodyId, entry.personId].join('/'),
          addressKey: `channel/${channel.channelId}`,
          kind: 'fallback',
          data: { roundId: round.id, taskId, deadlineRevision, bodyId: entry.bodyId, personId: entry.personId },
          dueAt: calendar.nextSendingTime(now, readingHours),
        },
      ];
    }),
  );
}

/** Once a working day at eight: the day's check codes, and who cannot be reached where that has changed. */
export function wantedDaily(
  places: readonly string[],
  unreachable: ReadonlySet<string>,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  const today = calendar.dateOf(now);
  const morning = calendar.instantOf(today, readingHours.from);
  if (!calendar.isWorkingDay(today) || morning > now) return [];
  const notice = (kind: string, version: string, addressKey: string): Wanted => ({
    key: [kind, version, addressKey].join('/'),
    addressKey,
    kind,
    data: { version },
    dueAt: morning,
  });
  const who = createHash('sha256')
    .update([...unreachable].sort().join(' '))
    .digest('hex')
    .slice(0, 16);
  return places.flatMap((place) => [
    notice('anchor', today, place),
    ...(unreachable.size === 0 ? [] : [notice('unreachable', who, place)]),
  ]);
}
