// A council with an open vote on the ground's record: as many members as wanted, one channel, two tasks after each other.
import { emptyOrganisation } from '../../services/process/organisation/state';
import { parseDefinition } from '../../services/process/definition/load';
import type { Definition } from '../../services/process/definition/schema';
import type { BodyId, MandateId, PersonId, RoundId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import type { OrganisationCommand } from '../../services/process/organisation/messages';
import type { RoundCommand } from '../../services/process/round/commands';
import type { Nomination, RoundState } from '../../services/process/round/state';
import type { LocalPerson } from '../../services/local/teams/api';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import type { Request } from '../../services/store/ports';
import type { Ground } from './ground';

export const channelId = '19:council@thread.tacv2';
export const teamId = '19:team@thread.tacv2';
export const ballot = as<TaskId>('ballot');

/** The first is the chair; the last is of the secretariat and has no vote. */
export interface Council {
  readonly people: readonly (LocalPerson & { readonly personId: PersonId })[];
  readonly roundIds: readonly string[];
  round(roundId?: string): Promise<RoundState>;
  give(command: RoundCommand, by?: PersonId, roundId?: string): Promise<void>;
  vote(member: number, choice?: 'for' | 'against', roundId?: string): Promise<void>;
  extend(deadlineAt: string): Promise<void>;
  bindChannel(bodyId: string, channelId: string): Promise<void>;
  /** The personal chat with a member. */
  chat(member: number): Promise<string>;
}

const task = { kind: 'vote', bodies: ['council'], workingDays: 10, rule: { method: 'majority' } } as const;

export function councilDefinition(more: object = {}): Definition {
  const parsed = parseDefinition({
    format: 1,
    name: 'council',
    title: { da: 'Rådets sager', en: 'The council’s matters' },
    secretariat: 'office',
    bodies: [
      { id: 'office', kind: 'secretariat', da: 'Kontoret', en: 'The office' },
      { id: 'council', kind: 'council', da: 'Rådet', en: 'The council' },
    ],
    calendar: {},
    reminders: { before: [5, 1], onTheDay: true, after: [1] },
    steps: [
      {
        id: 'decide',
        title: { da: 'Beslutning', en: 'Decision' },
        tasks: [
          {
            ...task,
            id: 'ballot',
            title: { da: 'Afstemning', en: 'Vote' },
            choices: ['for', 'against', 'abstain'],
            ...more,
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
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

export interface CouncilOptions {
  readonly members?: number;
  readonly rounds?: number;
  readonly definition?: Definition;
  /** Nominations from an earlier round. */
  readonly carriedOver?: readonly Nomination[];
  /** Left out: the channel is bound and the bot has been seen in it. */
  readonly channel?: 'unknown';
}

export async function seatCouncil(ground: Ground, options: CouncilOptions = {}): Promise<Council> {
  const { members = 3, rounds = 1, definition = councilDefinition() } = options;
  const people = await meet(ground, members + 1);
  await ground.teams.seed({
    people,
    teams: [
      {
        id: teamId,
        name: 'Rådet',
        members: people.map((one) => one.aadObjectId),
        channels: [
          { id: channelId, name: 'Generelt' },
          { id: '19:other@thread.tacv2', name: 'Andet' },
        ],
      },
    ],
  });
  const { organisation, advance } = ground.one;
  if (options.channel === undefined) await seeChannel(ground, channelId);
  const seats = people.map((person, index): OrganisationCommand => seatOf(person.personId, index, members));
  const bind = (bodyId: string, id: string): OrganisationCommand => ({
    type: 'BindChannel',
    bodyId: as<BodyId>(bodyId),
    channel: { teamId, channelId: id },
  });
  const setUp = [{ type: 'RegisterBodies' as const, bodies: definition.bodies }, ...seats, bind('council', channelId)];
  for (const [index, command] of setUp.entries())
    await organisation.execute('organisation', bySystem(ground, command, String(index)));
  const roundIds = Array.from({ length: rounds }, (_, index) => `round-${index + 1}`);
  let given = 0;
  const give = async (command: RoundCommand, by?: PersonId, roundId = 'round-1'): Promise<void> => {
    const request = bySystem(ground, command, `${(given += 1)}`);
    const outcome = await advance.rounds.execute(
      roundId,
      by === undefined ? request : { ...request, actor: { kind: 'person', personId: by } },
    );
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  };
  const state = await advance.organisation();
  for (const roundId of roundIds)
    await give(
      {
        type: 'StartRound',
        roundId: as<RoundId>(roundId),
        name: `Runde ${roundId}`,
        definition,
        definitionHash: 'test',
        startsAt: ground.now(),
        orgSeq: state?.seq ?? 0,
        electorate: electorateFor(definition, state ?? emptyOrganisation),
        previous: null,
        carriedOver: options.carriedOver ?? [],
      },
      undefined,
      roundId,
    );
  return {
    people,
    roundIds,
    give,
    round: async (roundId = 'round-1') => {
      const found = (await advance.rounds.read(roundId))?.state ?? null;
      if (found === null) throw new Error(`There is no ${roundId}.`);
      return found;
    },
    vote: async (member, choice = 'for', roundId = 'round-1') => {
      const mandateId = as<MandateId>(`seat-${member}`);
      const filled = { choice, texts: null, tiers: null, order: [] };
      await give(
        { type: 'CastBallot', taskId: ballot, mandateId, ballot: filled, basis: 0 },
        people[member]?.personId,
        roundId,
      );
    },
    extend: async (deadlineAt) =>
      give({ type: 'ExtendDeadline', taskId: ballot, deadlineAt, texts: null }, people[members]?.personId),
    bindChannel: async (bodyId, id) => {
      await seeChannel(ground, id);
      await organisation.execute('organisation', bySystem(ground, bind(bodyId, id), `bind-${id}`));
    },
    chat: async (member) => {
      const places = await ground.client.places(people[member]?.aadObjectId ?? '');
      return places.chats[0]?.conversationId ?? '';
    },
  };
}

async function meet(ground: Ground, count: number): Promise<Council['people']> {
  const people = [];
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(4, '0');
    const aadObjectId = `00000000-0000-4000-8000-00000000${number}`;
    const id = `29:member-${number}`;
    const name = `Medlem ${number}`;
    const seen = { aadObjectId, tenantId: SANDBOX_TENANT_ID, name, teamsId: id };
    const met = await ground.one.store.people.meet(seen);
    people.push({ id, aadObjectId, name, title: '', language: 'da' as const, personId: met.id });
  }
  return people;
}

export async function seeChannel(ground: Ground, id: string): Promise<void> {
  await ground.one.store.addresses.seen({
    key: `channel/${id}`,
    conversationId: id,
    reference: {
      serviceUrl: ground.teams.serviceUrl,
      channelId: 'msteams',
      bot: { id: SANDBOX_BOT_ID, name: 'Trinvis' },
      conversation: { id, conversationType: 'channel', tenantId: SANDBOX_TENANT_ID, isGroup: true },
    },
  });
}

function seatOf(holder: PersonId, index: number, members: number): OrganisationCommand {
  const isOffice = index === members;
  return {
    type: 'GiveMandate',
    mandate: {
      id: as<MandateId>(isOffice ? 'seat-office' : `seat-${index}`),
      bodyId: as<BodyId>(isOffice ? 'office' : 'council'),
      role: index === 0 ? 'chair' : 'member',
      holder,
      speaksFor: null,
      substitute: null,
      preparers: [],
      validFrom: null,
      validTo: null,
    },
  };
}

function bySystem<Command extends { readonly type: string }>(
  ground: Ground,
  command: Command,
  subject: string,
): Request<Command> {
  return {
    actor: { kind: 'system' },
    now: ground.now(),
    verb: command.type,
    subject,
    basis: 0,
    input: command,
    texts: null,
    command: () => command,
  };
}
