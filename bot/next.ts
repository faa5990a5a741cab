// What comes next in the sandbox, for the buttons that move the clock: deadlines and mornings on which people are told.
import type { Upcoming } from '../services/local/teams/api';
import type { Instant } from '../services/process/calendar';
import { nextDueAt } from '../services/process/round/due';
import { taskClosingAt } from '../services/process/round/view';
import type { RoundState } from '../services/process/round/state';
import type { Parts } from './parts';

/** A page's list: more would not be read. */
const shownMax = 6;

/** Soonest first; of each round's mornings only the next, so that they never push a deadline out. */
export async function whatComesNext(parts: Parts): Promise<readonly Upcoming[]> {
  const now = parts.clock.now();
  const found: Upcoming[] = [];
  for (const id of await parts.rounds.list()) {
    const round = (await parts.rounds.read(id))?.state ?? null;
    if (round === null || round.status === 'closed') continue;
    const passing = deadlines(round, now);
    found.push(...passing, ...others(parts, round, passing, now), morning(parts, round, now));
  }
  const unique = new Map(found.map((entry) => [`${entry.at} ${entry.label.da}`, entry]));
  return [...unique.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, shownMax);
}

/** When the deadlines of open tasks have passed: closing waits half a minute, so this is where the result appears. */
function deadlines(round: RoundState, now: Instant): readonly Upcoming[] {
  return round.definition.steps
    .flatMap((step) => step.tasks)
    .flatMap(({ id, title }): Upcoming[] => {
      const task = round.tasks[id];
      const at = task?.status === 'open' ? taskClosingAt(round, task) : null;
      return at === null || at <= now ? [] : [{ at, kind: 'deadline', label: title }];
    });
}

/** The first moment at which time alone changes the round without a task's deadline: its start, a declaration's end. */
function others(parts: Parts, round: RoundState, passing: readonly Upcoming[], now: Instant): readonly Upcoming[] {
  const at = nextDueAt(round, now, parts.calendarOf(round.definition.calendar));
  if (at === null || passing.some((entry) => entry.at === at)) return [];
  return [{ at, kind: 'round', label: { da: round.name, en: round.name } }];
}

function morning(parts: Parts, round: RoundState, now: Instant): Upcoming {
  const calendar = parts.calendarOf(round.definition.calendar);
  const today = calendar.dateOf(now);
  const thisMorning = calendar.instantOf(calendar.workingDayFrom(today), '08:00');
  const at = thisMorning > now ? thisMorning : calendar.instantOf(calendar.addWorkingDays(today, 1), '08:00');
  return { at, kind: 'morning', label: { da: round.name, en: round.name } };
}
