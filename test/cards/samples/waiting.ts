// What waits for a person in a round where two tasks are open, and a person with two seats.
// Asked of the rules, never made up.
import type { Waiting } from '../../../cards/inputs/personal';
import { outstanding } from '../../../services/process/round/outstanding';
import { of } from '../sample';
import { assessing, selecting } from '../worlds';
import type { World } from '../world';
import { ballots, calendar, director, nominationId, now, opened, person, taskId, withTask } from '../world';
export function waitingFor(name: string): readonly Waiting[] {
  return waitingIn(withTask(selecting(), 'assess', assessing().round.tasks[taskId('assess')] ?? {}), name);
}

/** All that waits for a person in a world. */
export function waitingIn(base: World, name: string): readonly Waiting[] {
  return outstanding(base.round, calendar.dateOf(now)).flatMap(({ entries, ...left }) =>
    entries
      .filter(({ personId }) => personId === person(name))
      .map((entry) => ({ round: base.round, ...left, outstanding: entry })),
  );
}

/** One person with two seats, as when a merged region's seat has not been filled. */
export function twoSeats() {
  const base = opened(selecting(), 'select', { work: ballots({}, [nominationId(0)]) });
  const mandate = base.round.electorate.mandates[director('nina')];
  const mandates = {
    ...base.round.electorate.mandates,
    ...(mandate && { [mandate.id]: { ...mandate, holder: person('oluf') } }),
  };
  return of({ words: base.words, round: { ...base.round, electorate: { ...base.round.electorate, mandates } } });
}
