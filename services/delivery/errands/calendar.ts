// Meetings and deadlines in a calendar: which ought to stand there, and how one gets there, moves, and is cancelled. Graph
// enters each once by its transactionId; what was entered last is in the ledger.
import { deadlineEntry, meetingEntry } from '../../../cards/documents/papers';
import type { Entry } from '../../../cards/documents/papers';
import { textsOf } from '../../../cards/texts';
import type { RoundInput } from '../../../cards/view';
import { GraphFailure } from '../../graph';
import type { GraphMeeting } from '../../graph/port';
import type { Calendar, Instant } from '../../process/calendar';
import type { MeetingId, PersonId, TaskId } from '../../process/ids';
import { as } from '../../process/ids';
import type { Meeting } from '../../process/round/matters/meetings/state';
import { mandatesOf, seatsOf, taskDefinition } from '../../process/round/queries';
import type { RoundState } from '../../process/round/state';
import type { Done, ErrandEnd, GraphUses, Wish } from './errand';
import { digestOf, noteDone } from './errand';
import type { RunParts } from './run';

/** The record knows when a meeting begins, not how long it is: an hour is what Teams itself suggests. */
const meetingMs = 3_600_000;

/** A deadline is shown as the quarter of an hour that ends with it. */
const deadlineMs = 900_000;

/** Who comes to a body's meetings; contacts back nominations and sit in none. */
const comeToMeetings: ReadonlySet<string> = new Set(['chair', 'deputyChair', 'member', 'observer']);

interface Entered {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly people: readonly PersonId[];
  readonly agenda: readonly string[];
}

/** What is to come: past meetings and deadlines stay as they were entered. */
export function calendarWishes(
  round: RoundState,
  uses: Pick<GraphUses, 'calendar'>,
  now: Instant,
  calendar: Calendar,
): readonly Wish[] {
  if (uses.calendar === null) return [];
  const ids = [
    ...Object.keys(round.matters.meetings).map((id) => `meeting/${id}`),
    ...(uses.calendar.deadlines ? Object.keys(round.tasks).map((id) => `deadline/${id}`) : []),
  ];
  return ids.flatMap((id): readonly Wish[] => {
    const entry = entryOf(round, id, now, calendar);
    if (entry === 'past') return [];
    return [{ use: 'calendar', id, signature: entry === null ? 'none' : digestOf(entry) }];
  });
}

/** Null where nothing is to stand in the calendar: the meeting was dropped, the task is closed, the round has ended. */
function entryOf(round: RoundState, id: string, now: Instant, calendar: Calendar): Entered | 'past' | null {
  const [kind, own = ''] = id.split('/');
  const date = calendar.dateOf(now);
  if (kind === 'meeting') {
    const meeting = round.matters.meetings[as<MeetingId>(own)];
    if (meeting === undefined || meeting.status === 'held' || meeting.at <= now) return 'past';
    if (!isOn(round, meeting)) return null;
    const seats = mandatesOf(round.electorate, [meeting.bodyId], date).filter(({ role }) => comeToMeetings.has(role));
    return entered(meeting.at, later(meeting.at, meetingMs), seats, meeting.agenda);
  }
  const task = round.tasks[as<TaskId>(own)];
  const definition = taskDefinition(round, as<TaskId>(own));
  if (task === undefined || definition === undefined || task.deadlineAt === null) return 'past';
  if (task.deadlineAt <= now) return 'past';
  if (task.status !== 'open' || round.status === 'closed') return null;
  return entered(later(task.deadlineAt, -deadlineMs), task.deadlineAt, seatsOf(round, definition, date), []);
}

function entered(
  startsAt: Instant,
  endsAt: Instant,
  seats: readonly { readonly holder: PersonId }[],
  agenda: readonly string[],
): Entered {
  return { startsAt, endsAt, people: [...new Set(seats.map(({ holder }) => holder))].sort(), agenda };
}

/** A meeting is dropped when the round has ended or all it was to deal with has been settled otherwise. */
function isOn(round: RoundState, { agenda }: Meeting): boolean {
  if (round.status === 'closed') return false;
  return agenda.length === 0 || agenda.some((id) => round.tasks[id]?.status !== 'closed');
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** Repeatable: the same count is the same transactionId, and moving or cancelling twice is once. */
export async function enterInCalendar(
  parts: RunParts,
  round: RoundState,
  wish: Wish,
  before: Done | null,
): Promise<ErrandEnd> {
  const { graph, uses, now } = parts;
  if (uses.calendar === null) return { kind: 'dropped', reason: 'Off' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const wanted = entryOf(round, wish.id, now(), calendar);
  const eventId = before?.result['eventId'];
  const organiser = typeof before?.result['organiser'] === 'string' ? before.result['organiser'] : '';
  const standing = typeof eventId === 'string' ? { eventId, organiser } : null;
  if (wanted === 'past') return { kind: 'dropped', reason: 'Past' };
  if (wanted === null) {
    if (standing === null) return { kind: 'done', result: { eventId: null }, unheard: true };
    await graph.cancelMeeting(standing.organiser, standing.eventId, textsOf('da').graph.entryDropped);
    return { kind: 'done', result: { eventId: null } };
  }
  const words = await parts.look({ now: now(), calendar }, (look) => wordsOf({ round, language: 'da', look }, wish.id));
  if (words === null) return { kind: 'dropped', reason: 'Unknown' };
  const { startsAt, endsAt, people } = wanted;
  const meeting = { ...words, startsAt, endsAt, attendees: await attendees(parts, people) };
  if (standing !== null) return moved(parts, standing, meeting);
  const key = `${round.id}/${wish.id}/${String(before?.count ?? 0)}`;
  const { organiser: own } = uses.calendar;
  const first = await begunAs(parts, round, wish, before);
  const id = await graph.meet({ ...meeting, organiser: own, key });
  // An earlier try may have entered it as it was then, and Graph enters it once.
  if (first !== wish.signature) await graph.moveMeeting(own, id, meeting);
  return { kind: 'done', result: { eventId: id, organiser: own } };
}

/** The signature under which entering it was first begun; noted before the call, whose answer may be lost. */
async function begunAs({ settings }: RunParts, round: RoundState, { id, signature }: Wish, before: Done | null) {
  const known = before?.result['begunAs'];
  if (typeof known === 'string') return known;
  const kept = before ?? { count: 0, signature: 'none', result: {} };
  await noteDone(settings, round.id, id, { ...kept, result: { ...kept.result, begunAs: signature } });
  return signature;
}

async function moved(
  { graph }: RunParts,
  standing: { readonly organiser: string; readonly eventId: string },
  meeting: Omit<GraphMeeting, 'organiser' | 'key'>,
): Promise<ErrandEnd> {
  try {
    await graph.moveMeeting(standing.organiser, standing.eventId, meeting);
    return { kind: 'done', result: standing };
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.kind !== 'gone') throw error;
    // Somebody deleted it by hand: it stays deleted until there is something new to enter.
    return { kind: 'done', result: { eventId: null }, unheard: true };
  }
}

function wordsOf(input: RoundInput, id: string): Entry | null {
  const [kind, own = ''] = id.split('/');
  return kind === 'meeting'
    ? meetingEntry({ ...input, meetingId: as<MeetingId>(own) })
    : deadlineEntry({ ...input, taskId: as<TaskId>(own) });
}

/** Those whose address the directory tells; whoever has none is not invited, and sees the meeting on his cards. */
async function attendees(parts: RunParts, ids: readonly PersonId[]): Promise<GraphMeeting['attendees']> {
  const people = await parts.people.read(ids);
  const found: { email: string; name: string }[] = [];
  for (const id of ids) {
    const person = people.get(id);
    const known = person === undefined ? null : await parts.directory(person.aadObjectId);
    if (known !== null && known.email !== null) found.push({ email: known.email, name: known.name });
  }
  return found;
}
