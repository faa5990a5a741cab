// "Mind mig i morgen": whoever kept a day quiet is reminded on the next working day of whatever still waits, also when no
// other reminder falls due then. Asks each person's setting once a day.
import { LRUCache } from 'lru-cache';
import type { Calendar, Instant } from '../process/calendar';
import type { PersonId } from '../process/ids';
import { outstanding } from '../process/round/outstanding';
import type { RoundState } from '../process/round/state';
import type { Settings } from '../store/ports';
import { SNOOZED } from './digest';
import { quietKey, readingHours, textIn } from './digestDays';
import { inParallel } from './parallel';
import type { Wanted } from './wanted';

/** People asked about today; more than all that ever have something to do on one day. */
const askedMax = 50_000;

/** Settings read at once. */
const readsAtOnce = 16;

/** The notices of those in this round whose quiet day is over. */
export function createSnoozes(parts: {
  readonly settings: Settings;
}): (round: RoundState, now: Instant, calendar: Calendar) => Promise<readonly Wanted[]> {
  const asked = new LRUCache<string, true>({ max: askedMax });
  return async (round, now, calendar) => {
    const today = calendar.dateOf(now);
    const morning = calendar.instantOf(today, readingHours.from);
    if (now < morning || !calendar.isWorkingDay(today)) return [];
    const people = new Set(outstanding(round, today).flatMap(({ entries }) => entries.map((entry) => entry.personId)));
    const unasked = [...people].filter((personId) => !asked.has(`${today} ${personId}`));
    const wanted: Wanted[] = [];
    await inParallel(unasked, readsAtOnce, async (personId: PersonId) => {
      const day = textIn(await parts.settings.read(quietKey(personId)), 'date');
      asked.set(`${today} ${personId}`, true);
      if (day === null || day >= today) return;
      wanted.push({
        key: `${SNOOZED}/${personId}/${day}`,
        addressKey: `personal/${personId}`,
        kind: 'reminder',
        data: { roundId: round.id, wanted: SNOOZED },
        dueAt: morning,
      });
    });
    return wanted;
  };
}
