// What comes next in the sandbox, for the button that moves the clock: deadlines and mornings on which people are told.
import type { Instant } from '../services/process/calendar';
import { nextDueAt } from '../services/process/round/due';
import type { RoundState } from '../services/process/round/state';
import type { Parts } from './parts';

/** A page's list: more would not be read. */
const shownMax = 6;

export async function whatComesNext(
  parts: Parts,
): Promise<readonly { readonly at: Instant; readonly label: string }[]> {
  const now = parts.clock.now();
  const found: { at: Instant; label: string }[] = [];
  for (const id of await parts.rounds.list()) {
    const round = (await parts.rounds.read(id))?.state ?? null;
    if (round === null || round.status === 'closed') continue;
    found.push(...deadlines(round, now), ...closings(parts, round, now));
    found.push(morning(parts, round, now));
  }
  const unique = new Map(found.map((entry) => [`${entry.at} ${entry.label}`, entry]));
  return [...unique.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, shownMax);
}

function deadlines(round: RoundState, now: Instant): { at: Instant; label: string }[] {
  return round.definition.steps
    .flatMap((step) => step.tasks)
    .flatMap(({ id, title }) => {
      const task = round.tasks[id];
      if (task?.status !== 'open' || task.deadlineAt === null || task.deadlineAt <= now) return [];
      return [{ at: task.deadlineAt, label: `Frist: ${title.da}` }];
    });
}

/** Closing waits half a minute after a deadline, so this is where the result appears. */
function closings(parts: Parts, round: RoundState, now: Instant): { at: Instant; label: string }[] {
  const at = nextDueAt(round, now, parts.calendarOf(round.definition.calendar));
  return at === null ? [] : [{ at, label: round.name }];
}

function morning(parts: Parts, round: RoundState, now: Instant): { at: Instant; label: string } {
  const calendar = parts.calendarOf(round.definition.calendar);
  const today = calendar.dateOf(now);
  const thisMorning = calendar.instantOf(calendar.workingDayFrom(today), '08:00');
  const at = thisMorning > now ? thisMorning : calendar.instantOf(calendar.addWorkingDays(today, 1), '08:00');
  return { at, label: 'Påmindelser' };
}
