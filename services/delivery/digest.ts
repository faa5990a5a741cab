// One person's digest: everything that waits for him over all rounds, if any of what he was to be reminded of still does.
// Asks the state at the moment of sending; who has answered, is recused or has been replaced gets nothing.
import * as cards from '../../cards';
import type { Waiting } from '../../cards/inputs/personal';
import type { Viewer } from '../../cards/view';
import type { Calendar, Instant, LocalDate } from '../process/calendar';
import type { PersonId } from '../process/ids';
import { outstanding, type OutstandingTask } from '../process/round/outstanding';
import type { RoundState } from '../process/round/state';
import type { Notice } from '../store/ports';
import type { ComposeParts } from './compose';
import type { Composed } from './notices';
import { messageOf } from './roundCards';

/** A reminder that was asked for ("Mind mig i morgen") is about whatever waits. */
export const SNOOZED = 'snoozed';

export interface Digest {
  readonly message: Composed['messages'][number] | null;
  readonly dropped: Composed['dropped'];
}

/** Never empty: with nothing left of what was to be said there is no message, and every notice has its reason. */
export async function composeDigest(
  parts: ComposeParts,
  viewer: Viewer | null,
  notices: readonly Notice[],
): Promise<Digest> {
  if (viewer === null) return { message: null, dropped: notices.map(({ key }) => ({ key, reason: 'UnknownPerson' })) };
  const waiting = await waitingFor(parts, viewer.personId);
  const reasons = new Map(notices.map((notice) => [notice.key, reasonNotTo(notice, waiting)]));
  const dropped = [...reasons].flatMap(([key, reason]) => (reason === null ? [] : [{ key, reason }]));
  const keys = notices.map(({ key }) => key).filter((key) => reasons.get(key) === null);
  const [first] = waiting;
  if (keys.length === 0 || first === undefined) return { message: null, dropped };
  const calendar = parts.calendarOf(first.round.definition.calendar);
  const links = await linksTo(parts, waiting);
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.reminderCard({ viewer, look, waiting, links }),
  );
  return { message: { keys, message: messageOf(card), threadRootId: null }, dropped };
}

/** To the cards in the channels of those the person answers for; only of the lines that a reminder shows. */
async function linksTo({ cardLink }: ComposeParts, waiting: readonly Waiting[]): Promise<readonly (string | null)[]> {
  const shown = waiting.slice(0, cards.reminderLinesMax);
  return Promise.all(shown.map(async ({ round, taskId, outstanding: left }) => cardLink(round, taskId, [left.bodyId])));
}

/** Null where the reminder still holds. A deadline that has moved since has reminders of its own. */
function reasonNotTo({ data }: Notice, waiting: readonly Waiting[]): string | null {
  if (data['wanted'] === SNOOZED) return waiting.length > 0 ? null : 'Done';
  const still = waiting.find(
    ({ round, taskId, matter, outstanding: left }) =>
      round.id === data['roundId'] &&
      taskId === data['taskId'] &&
      matter === (data['matter'] ?? null) &&
      left.wanted === data['wanted'],
  );
  if (still === undefined) return 'Done';
  const revision = data['deadlineRevision'];
  return revision === undefined || revision === still.deadlineRevision ? null : 'DeadlineMoved';
}

/** Soonest deadline first. */
async function waitingFor(parts: ComposeParts, personId: PersonId): Promise<readonly Waiting[]> {
  const found: Waiting[] = [];
  for (const round of await openRounds(parts)) {
    const calendar = parts.calendarOf(round.definition.calendar);
    for (const { entries, ...left } of leftFor(round, calendar, parts.now()).get(personId) ?? [])
      found.push(...entries.map((one): Waiting => ({ round, ...left, outstanding: one })));
  }
  return found.sort((a, b) => ((a.deadlineAt ?? '9999') < (b.deadlineAt ?? '9999') ? -1 : 1));
}

/** A closed round stays closed, so what this process knows of it is enough. */
async function openRounds({ rounds }: ComposeParts): Promise<readonly RoundState[]> {
  const ids = (await rounds.list()).filter((id) => rounds.known(id)?.state?.status !== 'closed');
  const states = await Promise.all(ids.map(async (id) => (await rounds.read(id))?.state ?? null));
  return states.filter((state) => state !== null);
}

type Left = ReadonlyMap<PersonId, readonly OutstandingTask[]>;

/** A morning's digests of a whole committee look through a round once: states never change in place. */
const remembered = new WeakMap<RoundState, { readonly date: LocalDate; readonly left: Left }>();

function leftFor(round: RoundState, calendar: Calendar, now: Instant): Left {
  const date = calendar.dateOf(now);
  const known = remembered.get(round);
  if (known?.date === date) return known.left;
  const left = new Map<PersonId, OutstandingTask[]>();
  for (const task of outstanding(round, date)) {
    for (const personId of new Set(task.entries.map((entry) => entry.personId))) {
      const entries = task.entries.filter((entry) => entry.personId === personId);
      left.set(personId, [...(left.get(personId) ?? []), { ...task, entries }]);
    }
  }
  remembered.set(round, { date, left });
  return left;
}
