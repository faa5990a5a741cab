// The part of a scenario that a newcomer finds played: its people and seats, and some nominations in every state of step 1.
import type { Scenario, ScenarioNomination } from '../rehearsal/scenario/schema';

/** How many of each a newcomer meets: enough life to look at, little enough to be there in seconds. */
const BACKED = 4;
const WAITING = 3;
const RETURNED = 1;
const DRAFTED = 2;

/** Everything of the scenario but the rest of its nominations; everyone answers at once. */
export function firstDays(scenario: Scenario): Scenario {
  const usual = scenario.nominations.filter(
    ({ ends, backed, returned, by, fields }) =>
      ends === 'sent' && backed && returned === undefined && isClinician(scenario, by) && isSingle(fields),
  );
  const backed = spread(usual, 0, BACKED);
  const waiting = spread(usual, BACKED, WAITING).map((nomination) => ({ ...nomination, backed: false }));
  // Sent back on the last of these days: its nominator is whoever the newcomer chooses to be.
  const returned = scenario.nominations.filter((nomination) => nomination.returned !== undefined).slice(0, RETURNED);
  const drafted = spread(usual, BACKED + WAITING, DRAFTED).map((nomination) => ({
    ...nomination,
    ends: 'draft' as const,
  }));
  return {
    ...scenario,
    people: scenario.people.map((person) => ({ ...person, habit: 'prompt' })),
    nominations: [...backed, ...waiting, ...returned, ...drafted].map(early),
  };
}

function early(nomination: ScenarioNomination): ScenarioNomination {
  return { ...nomination, day: 0 };
}

function isClinician({ mandates }: Scenario, key: string): boolean {
  return mandates.every(({ person }) => person !== key);
}

/** One organisation alone: a joint nomination waits for the second. */
function isSingle(fields: ScenarioNomination['fields']): boolean {
  return Object.values(fields).every((value) => !Array.isArray(value) || value.length < 2);
}

/** Of different nominators, so that there are several to be. */
function spread(
  nominations: readonly ScenarioNomination[],
  from: number,
  count: number,
): readonly ScenarioNomination[] {
  const first = nominations.filter((nomination, at) => nominations.findIndex(({ by }) => by === nomination.by) === at);
  return first.slice(from, from + count);
}
