// What time has made due in a round and is not recorded yet (DESIGN.md §6): never "what fell in the last hour".
import type { Calendar, Instant } from '../calendar';
import type { RoundCommand } from './commands';
import { momentsOfMatters } from './matters';
import { settle } from './settle';
import type { RoundState } from './state';
import { ask, closesByTime, taskClosingAt } from './view';

/** Stands for the seed that the command will carry: whether a lot is due does not hang on what it says. */
const ANY_SEED = '0'.repeat(64);

/** The commands the system has to give now: one `Advance` when something is due, else none. */
export function due(round: RoundState, now: Instant, calendar: Calendar): readonly RoundCommand[] {
  return settle(round, { now, calendar }, 'all', ANY_SEED).length === 0 ? [] : [{ type: 'Advance' }];
}

/**
 * The next moment after `after` at which time alone may change the round: its start, or the closing of a task by its
 * deadline. Null when only people can change it. A clock that jumps there and ticks misses nothing.
 */
export function nextDueAt(round: RoundState, after: Instant, calendar: Calendar): Instant | null {
  if (round.status !== 'running') return null;
  const moments = Object.values(round.tasks).flatMap((task): (Instant | null)[] => {
    if (task.status === 'waiting') return [round.startsAt];
    const asked = task.status === 'open' ? ask(round, task.id, calendar.dateOf(after)) : null;
    return asked !== null && closesByTime(asked) ? [taskClosingAt(round, task)] : [];
  });
  return (
    [...moments, ...momentsOfMatters(round, calendar)]
      .filter((at): at is Instant => at !== null && at > after)
      .sort()[0] ?? null
  );
}
