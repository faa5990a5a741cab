// The people and teams of a scenario as the local Teams keeps them: ids that always come out the same for a scenario.
// Must not talk to anybody.
import { uuidOf } from '../teams/ids';
import type { Directory, LocalPerson, LocalTeam } from '../teams/api';
import type { Scenario, ScenarioBody } from './scenario/schema';

/** The Entra object id of a scenario's person. */
export function aadOf(key: string): string {
  return uuidOf(`person ${key}`);
}

/** The channel of a body: a team's first channel is the team itself, as in Teams. */
export function channelIdOf(scenario: Scenario, entry: ScenarioBody): string {
  const ofTeam = scenario.bodies.filter(({ team }) => team === entry.team);
  const at = ofTeam.indexOf(entry);
  const name = at === 0 ? entry.team : `${entry.team}/${entry.body}`;
  return `19:${uuidOf(`channel ${name}`).replaceAll('-', '')}@thread.tacv2`;
}

export function directoryOf(scenario: Scenario): Directory {
  return { people: peopleOf(scenario), teams: teamsOf(scenario) };
}

function peopleOf(scenario: Scenario): readonly LocalPerson[] {
  return scenario.people.map(({ key, name, title, language }) => {
    const aadObjectId = aadOf(key);
    return { id: `29:${aadObjectId.replaceAll('-', '')}`, aadObjectId, name, title, language };
  });
}

function teamsOf(scenario: Scenario): readonly LocalTeam[] {
  const names = [...new Set(scenario.bodies.map(({ team }) => team))];
  return names.map((name) => {
    const entries = scenario.bodies.filter(({ team }) => team === name);
    const channels = entries.map((entry) => ({ id: channelIdOf(scenario, entry), name: entry.channel }));
    const members = new Set([aadOf(scenario.setUpBy), ...entries.flatMap((entry) => membersOf(scenario, entry))]);
    return { id: channels[0]?.id ?? '', name, members: [...members], channels };
  });
}

/** Whoever holds, stands in for or prepares a mandate of the body, and those the scenario puts there. */
function membersOf(scenario: Scenario, { body, members }: ScenarioBody): readonly string[] {
  const seated = scenario.mandates
    .filter((mandate) => mandate.body === body)
    .flatMap(({ person, substitute, preparers }) => [
      person,
      ...(substitute === undefined ? [] : [substitute]),
      ...preparers,
    ]);
  return [...new Set([...seated, ...members])].map(aadOf);
}
