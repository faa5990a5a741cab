// A round with one open ballot and so many seats, put into a fresh data directory through the rules and the store.
import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Definition } from '../services/process/definition/schema';
import { parseDefinition } from '../services/process/definition/load';
import type { BodyId, MandateId, RoundId } from '../services/process/ids';
import { as } from '../services/process/ids';
import { organisationDecider } from '../services/process/organisation/decider';
import { electorateFor } from '../services/process/organisation/electorate';
import type { OrganisationCommand } from '../services/process/organisation/messages';
import type { Mandate } from '../services/process/organisation/state';
import { emptyOrganisation } from '../services/process/organisation/state';
import { roundDecider } from '../services/process/round/decider';
import { calendarOf } from '../services/schedule/calendar';
import { openStore } from '../services/store/open';
import type { Request, Store } from '../services/store/ports';
import type { Voter } from './messages';

export const ballotIds = { roundId: 'bench-round', taskId: 'ballot', channelId: '19:bench@thread.tacv2' } as const;

export const ballotDefinition: Definition = checked({
  format: 1,
  name: 'bench',
  title: { da: 'Måling', en: 'Measurement' },
  secretariat: 'office',
  bodies: [
    { id: 'office', kind: 'secretariat', da: 'Kontoret', en: 'The office' },
    { id: 'council', kind: 'council', da: 'Rådet', en: 'The council' },
  ],
  calendar: {},
  steps: [
    {
      id: 'decide',
      title: { da: 'Afgørelse', en: 'Decision' },
      tasks: [
        {
          id: ballotIds.taskId,
          kind: 'vote',
          title: { da: 'Afstemning', en: 'Ballot' },
          bodies: ['council'],
          workingDays: 10,
          rule: { method: 'majority' },
          choices: ['for', 'against', 'abstain'],
        },
        {
          id: 'end',
          kind: 'publish',
          title: { da: 'Offentliggør', en: 'Publish' },
          bodies: ['office'],
          after: [ballotIds.taskId],
          workingDays: 5,
          effects: ['publishResult'],
        },
      ],
    },
  ],
});

function checked(json: unknown): Definition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n'));
  return parsed.definition;
}

/** Opens, fills and closes the data directory; returns who can vote. */
export async function seedBallot(dataDir: string, seats: number, tenantId: string): Promise<readonly Voter[]> {
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  try {
    const voters = await people(store, seats, tenantId);
    await start(store, voters);
    return voters.map(({ voter }) => voter);
  } finally {
    await store.close();
  }
}

interface Seated {
  readonly voter: Voter;
  readonly mandate: Mandate;
}

async function people(store: Store, seats: number, tenantId: string): Promise<readonly Seated[]> {
  const seated: Seated[] = [];
  for (let index = 1; index <= seats; index += 1) {
    const number = String(index).padStart(4, '0');
    const voter: Voter = {
      mandateId: `seat-${number}`,
      aadObjectId: `00000000-0000-4000-8000-00000000${number}`,
      teamsId: `29:bench-${number}`,
      name: `Medlem ${number}`,
    };
    const person = await store.people.meet({ ...voter, tenantId });
    const mandate: Mandate = {
      id: as<MandateId>(voter.mandateId),
      bodyId: as<BodyId>('council'),
      role: 'member',
      holder: person.id,
      speaksFor: null,
      substitute: null,
      preparers: [],
      validFrom: null,
      validTo: null,
    };
    seated.push({ voter, mandate });
  }
  return seated;
}

async function start(store: Store, seated: readonly Seated[]): Promise<void> {
  const organisation = store.streams(organisationDecider((at) => at.slice(0, 10)));
  const commands: readonly OrganisationCommand[] = [
    { type: 'RegisterBodies', bodies: ballotDefinition.bodies },
    ...seated.map(({ mandate }): OrganisationCommand => ({ type: 'GiveMandate', mandate })),
    {
      type: 'BindChannel',
      bodyId: as<BodyId>('council'),
      channel: { teamId: 'bench', channelId: ballotIds.channelId },
    },
  ];
  await Promise.all(
    commands.map(async (command, index) => organisation.execute('organisation', bySystem(command, index))),
  );
  const state = (await organisation.read('organisation'))?.state ?? emptyOrganisation;
  const roundId = as<RoundId>(ballotIds.roundId);
  await store.streams(roundDecider(calendarOf)).execute(
    roundId,
    bySystem(
      {
        type: 'StartRound' as const,
        roundId,
        name: 'Måling',
        definition: ballotDefinition,
        definitionHash: createHash('sha256')
          .update(canonicalize(ballotDefinition) ?? '')
          .digest('hex'),
        startsAt: new Date().toISOString(),
        orgSeq: state.seq,
        electorate: electorateFor(ballotDefinition, state),
        previous: null,
        carriedOver: [],
      },
      0,
    ),
  );
}

function bySystem<Command extends { readonly type: string }>(command: Command, basis: number): Request<Command> {
  return {
    actor: { kind: 'system' },
    now: new Date().toISOString(),
    verb: command.type,
    subject: 'bench',
    basis,
    input: command,
    texts: null,
    command: () => command,
  };
}
