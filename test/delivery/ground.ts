// Ground for delivery tests: a real local Teams over HTTP, the store on the embedded server over its wire, and as many
// deliverers as wanted, each with a store of its own, as processes would have. Time stands still until it is moved.
import { randomUUID } from 'node:crypto';
import { errandsOf } from '../../bot/graph/errands';
import { createLogger } from '../../bot/log';
import { createAdapter } from '../../bot/teams/adapter';
import * as cards from '../../cards';
import { createCardLink } from '../../services/delivery/cardLinks';
import { compose } from '../../services/delivery/compose';
import type { GraphUses } from '../../services/delivery/errands';
import type { Graph } from '../../services/graph';
import type { Deliverer } from '../../services/delivery/deliverer';
import { createDeliverer } from '../../services/delivery/deliverer';
import { createLook } from '../../services/delivery/look';
import type { Destination } from '../../services/delivery/messenger';
import { messageOf } from '../../services/delivery/roundCards';
import { createTeamsMessenger } from '../../services/delivery/teamsMessenger';
import type { Time } from '../../services/delivery/time';
import { realTime } from '../../services/delivery/time';
import type { LocalMessage } from '../../services/local/teams/api';
import { LocalTeamsClient } from '../../services/local/teams/client';
import type { LocalTeams } from '../../services/local/teams/local-teams';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID, startLocalTeams } from '../../services/local/teams/local-teams';
import type { Instant } from '../../services/process/calendar';
import type { PersonId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { organisationDecider } from '../../services/process/organisation/decider';
import type { OrganisationCommand, OrganisationRefusal } from '../../services/process/organisation/messages';
import type { OrganisationState } from '../../services/process/organisation/state';
import { emptyOrganisation } from '../../services/process/organisation/state';
import { roundDecider } from '../../services/process/round/decider';
import type { Outage } from '../../services/process/round/matters/downtime/affected';
import { advanceRound, type AdvanceParts } from '../../services/schedule/advance';
import { calendarOf } from '../../services/schedule/calendar';
import type { Store, Streams } from '../../services/store/ports';
import type { Database } from '../store/contract/stores';
import { freshDatabase } from '../store/contract/stores';
import { fastTime } from './time';

type Organisation = Streams<OrganisationState, OrganisationCommand, OrganisationRefusal>;

export interface Instance {
  readonly store: Store;
  readonly organisation: Organisation;
  readonly advance: AdvanceParts;
  readonly deliverer: Deliverer;
  /** What went wrong in the background. */
  readonly failures: unknown[];
  /** A tick, as the bot does it; after an outage that its heartbeat has shown. */
  tick(outage?: Outage): Promise<void>;
}

export interface Ground {
  readonly teams: LocalTeams;
  readonly client: LocalTeamsClient;
  readonly database: Database;
  /** The first instance. */
  readonly one: Instance;
  now(): Instant;
  moveTo(to: Instant): void;
  another(uri?: string): Promise<Instance>;
  /** Messages of the bot in a conversation, oldest first, as `viewer` (an Entra id) sees them. */
  messages(viewer: string, conversationId: string): Promise<readonly LocalMessage[]>;
  close(): Promise<void>;
}

const homeCalendar = { zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] } as const;

/** Wednesday 13 January 2027, ten in the morning in Copenhagen. */
const startsAt: Instant = '2027-01-13T09:00:00.000Z';

export interface GroundOptions {
  readonly startsAt?: Instant;
  /** Teams' clock runs (for its limits) instead of standing with ours. */
  readonly teamsRuns?: boolean;
  /** Our pauses take as long as they take, instead of a tenth. */
  readonly realTime?: boolean;
  /** Graph, and what it is used for; left out: none. */
  readonly graph?: { readonly graph: Graph; readonly uses: GraphUses };
  /** Our pauses take so many times less than they would; left out: 10. */
  readonly timesFaster?: number;
}

export async function startGround(options: GroundOptions = {}): Promise<Ground> {
  const clock = { now: options.startsAt ?? startsAt };
  const teams = await startLocalTeams({
    port: 0,
    token: 'ground-token-1',
    bots: [],
    ...(options.teamsRuns === true ? {} : { now: () => Date.parse(clock.now) }),
  });
  const client = new LocalTeamsClient(teams.serviceUrl);
  const database = await freshDatabase();
  const instances: Instance[] = [];
  const another = async (uri?: string): Promise<Instance> => {
    const store = await database.open(uri === undefined ? {} : { uri });
    const instance = instanceOn(
      store,
      teams,
      () => clock.now,
      options.realTime === true ? realTime : fastTime(options.timesFaster),
      options.graph ?? null,
    );
    instances.push(instance);
    return instance;
  };
  return {
    teams,
    client,
    database,
    one: await another(),
    another,
    now: () => clock.now,
    moveTo: (to) => {
      clock.now = to;
    },
    messages: async (viewer, conversationId) =>
      (await client.messages(viewer, conversationId)).filter(({ from }) => from.isBot),
    close: async () => {
      await Promise.all(instances.map(async ({ deliverer }) => deliverer.stop()));
      await teams.close();
      await database.drop();
    },
  };
}

function instanceOn(
  store: Store,
  teams: LocalTeams,
  now: () => Instant,
  time: Time,
  graph: GroundOptions['graph'] | null,
): Instance {
  const failures: unknown[] = [];
  const organisation = store.streams(organisationDecider((at) => at.slice(0, 10)));
  const rounds = store.streams(roundDecider(calendarOf));
  const advance: AdvanceParts = {
    rounds,
    boxes: store.boxes,
    organisation: async () => (await organisation.read('organisation'))?.state ?? emptyOrganisation,
    calendarOf,
    now,
  };
  const look = createLook(store);
  const cardLink = createCardLink(
    store.postedCards,
    async ({ channelId, messageId, rootId }) => `https://teams.example/${channelId}/${messageId}?root=${rootId}`,
  );
  const parts = {
    cardLink,
    rounds,
    people: store.people,
    drafts: store.drafts,
    posted: store.postedCards,
    look,
    calendarOf,
    now,
  };
  const deliverer = createDeliverer({
    ...store,
    ...advance,
    rounds,
    posted: store.postedCards,
    messenger: createTeamsMessenger({
      adapter: createAdapter(null),
      appId: '',
      botId: SANDBOX_BOT_ID,
      serviceUrl: () => teams.serviceUrl,
    }),
    look,
    instance: randomUUID(),
    token: randomUUID,
    movedOn: () => messageOf(cards.supersededCard({ language: 'da' })),
    stray: () => messageOf(cards.strayCard({ language: 'da' })),
    compose: async (key, notices) =>
      compose({ ...parts, languageOf: ({ language }) => language ?? 'da' }, key, notices),
    personBehind: async (key) => personBehind(store, key),
    failed: (error) => failures.push(error),
    cardLink,
    errands:
      graph === null || graph === undefined
        ? null
        : errandsOf(graph.graph, store, createLogger('silent'), {
            ...parts,
            uses: graph.uses,
            organisation: advance.organisation,
            today: () => now().slice(0, 10),
            organisationCalendar: calendarOf(homeCalendar),
            chatLink: 'https://teams.microsoft.com/l/chat/0/0',
            tenantId: SANDBOX_TENANT_ID,
          }),
    time,
  });
  return {
    store,
    organisation,
    advance,
    deliverer,
    failures,
    tick: async (outage) => {
      for (const id of await rounds.list()) await advanceRound(advance, id, outage);
      await deliverer.pass();
    },
  };
}

async function personBehind(store: Store, key: string): Promise<Destination | null> {
  if (!key.startsWith('personal/')) return null;
  const person = (await store.people.read([as<PersonId>(key.slice('personal/'.length))])).values().next().value;
  return person === undefined ? null : { kind: 'person', aadObjectId: person.aadObjectId, tenantId: person.tenantId };
}
