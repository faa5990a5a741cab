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
import type { Request } from '../../services/store/ports';
import type { Rig } from './rig';
import { person } from './rig';

export const mette = person(1, 'Mette Prøve');
export const jens = person(2, 'Jens Prøve');
export const anna = person(3, 'Anna Prøve', 'en');
export const observer = person(4, 'Ole Prøve');
export const stranger = person(5, 'Lis Prøve');
export const secretary = person(6, 'Sine Prøve');
export const everyone = [mette, jens, anna, observer, stranger, secretary];

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

function checked(json: unknown): Definition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

/** Puts people, channel, seats and the open round in place. */
export async function seatCouncil(rig: Rig): Promise<void> {
  await rig.teams.seed({
    people: everyone,
    teams: [
      {
        id: '19:team@thread.tacv2',
        name: 'Rådet',
        members: everyone.map((one) => one.aadObjectId),
        channels: [{ id: channelId, name: 'Generelt' }],
      },
    ],
  });
  await rig.client.settle();
  const ids = new Map<string, PersonId>();
  for (const one of everyone) {
    const met = await rig.store.people.meet({
      aadObjectId: one.aadObjectId,
      tenantId: SANDBOX_TENANT_ID,
      name: one.name,
      teamsId: one.id,
    });
    ids.set(one.aadObjectId, met.id);
  }
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
  const commands: readonly OrganisationCommand[] = [
    { type: 'RegisterBodies', bodies: councilDefinition.bodies },
    seat('seat-office', 'office', secretary, 'member'),
    seat('seat-mette', 'council', mette, 'chair'),
    seat('seat-jens', 'council', jens, 'member'),
    seat('seat-anna', 'council', anna, 'member'),
    seat('seat-ole', 'council', observer, 'observer'),
    { type: 'BindChannel', bodyId: as<BodyId>('council'), channel: { teamId: '19:team@thread.tacv2', channelId } },
  ];
  const { organisation } = rig.app.parts;
  for (const [index, command] of commands.entries())
    await organisation.execute('organisation', bySystem(rig, command, index));
  const state = (await organisation.read('organisation'))?.state ?? emptyOrganisation;
  await rounds(rig).execute(
    roundId,
    bySystem(
      rig,
      {
        type: 'StartRound' as const,
        roundId: as<RoundId>(roundId),
        name: 'Runde 2027',
        definition: councilDefinition,
        definitionHash: 'test',
        startsAt: new Date(rig.teams.now()).toISOString(),
        orgSeq: state.seq,
        electorate: electorateFor(councilDefinition, state),
        previous: null,
        carriedOver: [],
      },
      0,
    ),
  );
  await rig.app.tick();
}

function rounds(rig: Rig): Rig['app']['parts']['rounds'] {
  return rig.app.parts.rounds;
}

export async function roundOf(rig: Rig): Promise<RoundState> {
  const state = (await rounds(rig).read(roundId))?.state ?? null;
  if (state === null) throw new Error('There is no round.');
  return state;
}

/** How many commits the round's record holds: what must not grow when something is refused. */
export async function recordLength(rig: Rig): Promise<number> {
  return (await rounds(rig).read(roundId))?.head.seq ?? 0;
}

function bySystem<Command extends { readonly type: string }>(
  rig: Rig,
  command: Command,
  basis: number,
): Request<Command> {
  return {
    actor: { kind: 'system' },
    now: new Date(rig.teams.now()).toISOString(),
    verb: command.type,
    subject: 'test',
    basis,
    input: command,
    texts: null,
    command: () => command,
  };
}
