// Makes the messages Trinvis sends by itself to chairs, secretariat and channels, from what holds at the moment of sending.
import * as cards from '../../cards/service';
import type { Card } from '../../cards/card';
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { BodyId, PersonId, TaskId } from '../process/ids';
import { as } from '../process/ids';
import { questionOf } from '../process/round/matters/downtime';
import { outstandingIn } from '../process/round/outstanding';
import { answererOf, seatsOf, taskDefinition } from '../process/round/queries';
import type { RoundState } from '../process/round/state';
import type { Addresses, Commits, Notice, People } from '../store/ports';
import type { Rounds } from './compose';
import { personOf } from './digestDays';
import type { CardLink } from './cardLinks';
import type { Look } from './look';
import type { Composed } from './notices';
import { concerned, messageOf } from './roundCards';
import { quorumOf } from './serviceWanted';

export interface ServiceParts {
  readonly rounds: Rounds;
  readonly commits: Commits;
  readonly addresses: Addresses;
  readonly people: People;
  readonly look: Look;
  readonly cardLink: CardLink;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
}

const serviceKinds: ReadonlySet<string> = new Set([
  'anchor',
  'unreachable',
  'forecast',
  'overdueCount',
  'overdueNames',
  'fallback',
  'downtime',
]);

export const isService = (notice: Notice): boolean => serviceKinds.has(notice.kind);

/** One message per kind and task: all who cannot be reached in a channel stand on one card. */
export async function composeService(
  parts: ServiceParts,
  addressKey: string,
  notices: readonly Notice[],
  calendar: Calendar,
): Promise<Composed> {
  const messages: Composed['messages'][number][] = [];
  const dropped: { key: string; reason: string }[] = [];
  const groups = new Set(notices.map(groupOf));
  for (const group of groups) {
    const own = notices.filter((notice) => groupOf(notice) === group);
    const keys = own.map(({ key }) => key);
    const made = await cardFor(parts, addressKey, own, calendar);
    if (typeof made === 'string') dropped.push(...keys.map((key) => ({ key, reason: made })));
    else messages.push({ keys, message: messageOf(made), threadRootId: null });
  }
  return { messages, dropped };
}

function groupOf({ kind, data }: Notice): string {
  return [kind, data['roundId'] ?? '', data['taskId'] ?? ''].join(' ');
}

/** A card, or why there is none. */
async function cardFor(
  parts: ServiceParts,
  addressKey: string,
  notices: readonly Notice[],
  calendar: Calendar,
): Promise<Card | string> {
  const [first] = notices;
  if (first === undefined) return 'UnknownKind';
  if (first.kind === 'anchor') return cards.anchorCard({ language: 'da', heads: await heads(parts) });
  if (first.kind === 'unreachable') return unreachable(parts, calendar);
  return ofTask(parts, addressKey, first, notices);
}

type Heads = Parameters<typeof cards.anchorCard>[0]['heads'];

async function heads({ commits, rounds }: ServiceParts): Promise<Heads> {
  return (await commits.heads()).flatMap(({ streamId, hash }): Heads => {
    const [kind, ...rest] = streamId.split('/');
    if (kind === 'organisation' || kind === 'handbook') return [{ of: kind, name: '', hash }];
    const round = rounds.known(rest.join('/'))?.state ?? null;
    // A closed round's last code was posted on the days after it closed, and never changes again.
    return kind === 'round' && round !== null && round.status !== 'closed'
      ? [{ of: 'round', name: round.name, hash }]
      : [];
  });
}

async function unreachable(parts: ServiceParts, calendar: Calendar): Promise<Card | string> {
  const keys = (await parts.addresses.unreachable()).map(({ key }) => key);
  if (keys.length === 0) return 'Done';
  const people = keys.filter((key) => key.startsWith('personal/')).map((key) => as<PersonId>(personOf(key)));
  const channels = keys.length - people.length;
  return parts.look({ now: parts.now(), calendar }, (look) =>
    cards.unreachableCard({ language: 'da', look, people, channels }),
  );
}

async function ofTask(
  parts: ServiceParts,
  addressKey: string,
  { kind, data }: Notice,
  notices: readonly Notice[],
): Promise<Card | string> {
  const round = (await parts.rounds.read(String(data['roundId'])))?.state ?? null;
  const taskId = as<TaskId>(String(data['taskId']));
  const task = round?.tasks[taskId];
  if (round === null || task === undefined) return 'UnknownTask';
  if (task.deadlineRevision !== data['deadlineRevision']) return 'DeadlineMoved';
  const calendar = parts.calendarOf(round.definition.calendar);
  const now = parts.now();
  const date = calendar.dateOf(now);
  const language = await languageAt(parts, addressKey);
  if (kind === 'downtime') {
    if (questionOf(round, taskId) === null) return 'Done';
    return parts.look({ now, calendar }, (look) => cards.downtimeCard({ round, language, look, taskId }));
  }
  const left = outstandingIn(round, taskId, date);
  if (left.length === 0) return 'Done';
  const people = [...new Set(left.map(({ personId }) => personId))];
  const quorum = kind === 'forecast' ? quorumOf(round, taskId, date) : null;
  if (kind === 'forecast' && (quorum === null || quorum.met)) return 'Done';
  const named = new Set(notices.map(({ data: of }) => String(of['personId'])));
  const link = kind === 'fallback' ? null : await parts.cardLink(round, taskId, shownTo(round, taskId, date));
  const missed = people.filter((personId) => named.has(personId));
  if (kind === 'fallback' && missed.length === 0) return 'Done';
  return parts.look({ now, calendar }, (look) => {
    const input = { round, language, look, taskId, link };
    if (quorum !== null) return cards.forecastCard({ ...input, quorum, callable: callable(round, taskId, date) });
    if (kind === 'fallback') return cards.fallbackCard({ ...input, people: missed });
    return cards.overdueCard({ ...input, people, named: kind === 'overdueNames' });
  });
}

/** The bodies in whose channels the task's card stands. */
function shownTo(round: RoundState, taskId: TaskId, date: string): readonly BodyId[] {
  const definition = taskDefinition(round, taskId);
  return definition === undefined ? [] : concerned(round, definition, date);
}

/** Unanswered seats whose named substitute has not been called. */
function callable(
  round: RoundState,
  taskId: TaskId,
  date: string,
): Parameters<typeof cards.forecastCard>[0]['callable'] {
  const task = round.tasks[taskId];
  const definition = taskDefinition(round, taskId);
  if (task === undefined || definition === undefined) return [];
  if (!('substitutes' in definition) || !definition.substitutes) return [];
  const missing = new Set(outstandingIn(round, taskId, date).map(({ mandateId }) => mandateId));
  return seatsOf(round, definition, date)
    .filter((seat) => missing.has(seat.id) && seat.substitute !== null && answererOf(task, seat) === seat.holder)
    .map(({ id }) => id);
}

async function languageAt({ people }: ServiceParts, addressKey: string): Promise<'da' | 'en'> {
  if (!addressKey.startsWith('personal/')) return 'da';
  const id = as<PersonId>(personOf(addressKey));
  return (await people.read([id])).get(id)?.language ?? 'da';
}
