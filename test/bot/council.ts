// A council of three with an open vote, put into a rig's record through the rules: the smallest round people can answer in.
import type { Definition } from '../../services/process/definition/schema';
import { parseDefinition } from '../../services/process/definition/load';
import type { BodyId, MandateId, PersonId, RoundId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import type { OrganisationCommand } from '../../services/process/organisation/messages';
import type { Role } from '../../services/process/organisation/state';
import { emptyOrganisation } from '../../services/process/organisation/state';
import type { RoundState } from '../../services/process/round/state';
import { SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import { organisationDecider } from '../../services/process/organisation/decider';
import { roundDecider } from '../../services/process/round/decider';
import { calendarOf } from '../../services/schedule/calendar';
import type { Request, Store } from '../../services/store/ports';
import type { Rig } from './rig';
import { person } from './rig';

export const mette = person(1, 'Mette Prøve');
export const jens = person(2, 'Jens Prøve');
export const anna = person(3, 'Anna Prøve', 'en');
export const observer = person(4, 'Ole Prøve');
export const stranger = person(5, 'Lis Prøve');
export const secretary = person(6, 'Sine Prøve');
export const everyone = [mette, jens, anna, observer, stranger, secretary];

export const teamId = '19:team@thread.tacv2';
export const channelId = '19:council@thread.tacv2';
export const roundId = 'round-1';

export const councilDefinition: Definition = checked({
  format: 1,
  name: 'council',
  title: { da: 'Rådets sager', en: 'The council’s matters' },
  secretariat: 'office',
  bodies: [
    { id: 'office', kind: 'secretariat', da: 'Kontoret', en: 'The office' },
    { id: 'council', kind: 'council', da: 'Rådet', en: 'The council' },
  ],
  calendar: {},
  steps: [
    {
      id: 'decide',
      title: { da: 'Beslutning', en: 'Decision' },
      tasks: [
        {
          id: 'ballot',
          kind: 'vote',
          title: { da: 'Afstemning om forslaget', en: 'Vote on the proposal' },
          bodies: ['council'],
          workingDays: 5,
          rule: { method: 'majority' },
          choices: ['for', 'against', 'abstain'],
        },
        {
          id: 'end',
          kind: 'publish',
          title: { da: 'Offentliggør', en: 'Publish' },
          bodies: ['office'],
          after: ['ballot'],
          workingDays: 5,
          effects: ['publishResult'],
        },
      ],
    },
  ],
});

/** The same council, voting in secret. */
export const secretDefinition: Definition = checked({
  ...JSON.parse(JSON.stringify(councilDefinition)),
  name: 'council-secret',
  steps: JSON.parse(
    JSON.stringify(councilDefinition.steps).replace('"visibility":"open"', '"visibility":"secret"'),
  ) as unknown,
});

function checked(json: unknown): Definition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

/** Puts people, channel, seats and the open round in place. */
export async function seatCouncil(rig: Rig, definition = councilDefinition): Promise<void> {
  await rig.teams.seed({
    people: everyone,
    teams: [
      {
        id: teamId,
        name: 'Rådet',
        members: everyone.map((one) => one.aadObjectId),
        channels: [{ id: channelId, name: 'Generelt' }],
      },
    ],
  });
  await rig.client.settle();
  await recordCouncil(rig.app.parts, SANDBOX_TENANT_ID, new Date(rig.teams.now()).toISOString(), definition);
  await rig.app.tick();
}

type Recorder = Pick<Rig['app']['parts'], 'people' | 'organisation' | 'rounds'>;

/** What a record is written through, of a store that no bot has open. */
export function recordOf(store: Store): Recorder {
  return {
    people: store.people,
    organisation: store.streams(organisationDecider((at) => calendarOf(councilDefinition.calendar).dateOf(at))),
    rounds: store.streams(roundDecider(calendarOf)),
  };
}

/** The same in the record alone, for a bot that starts on it later. */
export async function recordCouncil(
  parts: Recorder,
  tenantId: string,
  now: string,
  definition = councilDefinition,
): Promise<void> {
  const { people, organisation, rounds } = parts;
  const ids = new Map<string, PersonId>();
  for (const { aadObjectId, name, id } of everyone) {
    const met = await people.meet({ aadObjectId, tenantId, name, teamsId: id });
    ids.set(aadObjectId, met.id);
  }
  for (const [index, command] of councilCommands(ids).entries())
    await organisation.execute('organisation', bySystem(now, command, index));
  const state = (await organisation.read('organisation'))?.state ?? emptyOrganisation;
  const start = {
    type: 'StartRound' as const,
    roundId: as<RoundId>(roundId),
    name: 'Runde 2027',
    definition,
    definitionHash: 'test',
    startsAt: now,
    orgSeq: state.seq,
    electorate: electorateFor(definition, state),
    previous: null,
    carriedOver: [],
  };
  await rounds.execute(roundId, bySystem(now, start, 0));
}

function councilCommands(ids: ReadonlyMap<string, PersonId>): readonly OrganisationCommand[] {
  const seat = (id: string, body: string, holder: typeof mette, role: Role): OrganisationCommand => ({
    type: 'GiveMandate',
    mandate: {
      id: as<MandateId>(id),
      bodyId: as<BodyId>(body),
      role,
      holder: ids.get(holder.aadObjectId) ?? as<PersonId>('nobody'),
      speaksFor: null,
      substitute: null,
      preparers: [],
      validFrom: null,
      validTo: null,
    },
  });
  return [
    { type: 'RegisterBodies', bodies: councilDefinition.bodies },
    seat('seat-office', 'office', secretary, 'member'),
    seat('seat-mette', 'council', mette, 'chair'),
    seat('seat-jens', 'council', jens, 'member'),
    seat('seat-anna', 'council', anna, 'member'),
    seat('seat-ole', 'council', observer, 'observer'),
    { type: 'BindChannel', bodyId: as<BodyId>('council'), channel: { teamId, channelId } },
  ];
}

export async function roundOf(rig: Rig): Promise<RoundState> {
  const state = (await rig.app.parts.rounds.read(roundId))?.state ?? null;
  if (state === null) throw new Error('There is no round.');
  return state;
}

/** How many commits the round's record holds: what must not grow when something is refused. */
export async function recordLength(rig: Rig): Promise<number> {
  return (await rig.app.parts.rounds.read(roundId))?.head.seq ?? 0;
}

function bySystem<Command extends { readonly type: string }>(
  now: string,
  command: Command,
  basis: number,
): Request<Command> {
  return {
    actor: { kind: 'system' },
    now,
    verb: command.type,
    subject: 'test',
    basis,
    input: command,
    texts: null,
    command: () => command,
  };
}
