// Puts the parts together into a running bot: store, rules, edge, delivery, time. Everything from outside (clock, ids,
// configuration) is handed in by index.ts; tests hand in their own.
import { clickOf } from './clicked';
import type { Config } from './config';
import { createDeliverer } from '../services/delivery/deliverer';
import { compose } from '../services/delivery/compose';
import { noUses } from '../services/delivery/errands';
import { createCardLink } from '../services/delivery/cardLinks';
import { createLook } from '../services/delivery/look';
import type { Destination } from '../services/delivery/messenger';
import { messageOf } from '../services/delivery/roundCards';
import { sandboxPace } from '../services/delivery/time';
import { createTeamsMessenger } from '../services/delivery/teamsMessenger';
import * as cards from '../cards';
import type { Definition } from '../services/process/definition/schema';
import { handbookDecider } from '../services/process/handbook/decider';
import type { PersonId } from '../services/process/ids';
import { as } from '../services/process/ids';
import { organisationDecider } from '../services/process/organisation/decider';
import { roundDecider } from '../services/process/round/decider';
import { calendarOf } from '../services/schedule/calendar';
import type { AdvanceParts } from '../services/schedule/advance';
import { advanceAll, followingRounds } from '../services/schedule/advance';
import type { Clock, SandboxClock } from '../services/schedule/clock';
import { systemClock } from '../services/schedule/clock';
import { createHeartbeat } from '../services/schedule/heartbeat';
import { tellingWhoVoted } from '../services/schedule/secret-ballots';
import { startTicker } from '../services/schedule/ticker';
import { tokenPrefix } from '../services/store/instances';
import type { Store } from '../services/store/ports';
import { dispatch, languageOf } from './dispatch';
import { createGuests } from './guests';
import { createRateGuard } from './guards/rate';
import { createMetrics } from './http/metrics';
import type { Route } from './http/server';
import { listen } from './http/server';
import { openInTeams } from './http/open';
import { moveLocalClock, readLocalClock } from './http/local';
import { sheetRoutes } from './http/sheets';
import { createLinks } from './sheets/links';
import { createLately } from './lately';
import { createLatest } from './latest';
import { linksOf } from './teamsLinks';
import { errandsOf } from './graph/errands';
import { reaching } from './graph/reaching';
import { groupOf } from './answers/places';
import type { Graph } from '../services/graph';
import type { Logger } from './log';
import { organisationCalendarOf } from './organisationCalendar';
import { createMet } from './met';
import type { Parts } from './parts';
import { organisationStream } from './parts';
import type { Draw } from './playground';
import { drawing, drawnAnswer } from './playground';
import { createAdapter } from './teams/adapter';
import { membershipIn } from './teams/roster';
import { messagesEndpoint } from './teams/endpoint';
import { createBehind } from './behind';
import { whatComesNext } from './next';

/** How the bot meets Teams. */
export interface Meeting {
  readonly tenantId: string;
  readonly botId: string;
  readonly mayAnswerTo: (serviceUrl: string) => boolean;
  readonly serviceUrl: (remembered: string | null) => string;
  /** Microsoft Graph; null without it: then the same is done with less. */
  readonly graph: Graph | null;
  /** Cards as the place can play them; left out: as they are, for Teams. */
  readonly draw?: Draw;
  /** The sandbox's clock and token; null in real Teams. */
  readonly sandbox: {
    readonly token: string;
    readonly clock: SandboxClock;
    /** False: a tick comes only when the clock is moved, so that two runs tick at the same moments. */
    readonly ticksByItself: boolean;
  } | null;
}

export interface AppOptions {
  readonly config: Config;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  /** What this process is called among those on the database: no two that live at the same time have the same. */
  readonly instance: string;
  /** The id of what is named by `of`: `newId` where left out, derived in a seeded sandbox. */
  readonly idOf?: (of: string) => string;
  readonly logger: Logger;
  readonly meeting: Meeting;
}

export interface App {
  readonly port: number;
  /** What those who answer people are handed; the composition root may use it to fill a new database. */
  readonly parts: Parts;
  /** Everything that is due now, done and delivered. */
  tick(): Promise<void>;
  /** Stops taking requests, lets what is under way finish, and hands the store back still open. */
  close(): Promise<void>;
}

export async function startApp(options: AppOptions): Promise<App> {
  const { config, store, clock, logger, meeting } = options;
  const organisationDay = organisationCalendarOf(options.definitions, calendarOf);
  const organisation = store.streams(organisationDecider((at) => organisationDay.dateOf(at)));
  const organisationNow = createLatest(async () => (await organisation.read(organisationStream))?.state ?? null);
  const advance: AdvanceParts = {
    rounds: store.streams(roundDecider(calendarOf)),
    boxes: store.boxes,
    organisation: async () => organisationNow.read(),
    calendarOf,
    now: clock.now,
  };
  const rounds = tellingWhoVoted(followingRounds(advance), store.boxes);
  const look = createLook(store);
  let closing = false;
  const isReady = async (): Promise<boolean> => !closing && (await store.ready());
  const metrics = createMetrics(
    {
      notices: async () => store.notices.count(),
      unreachable: async () => (await store.addresses.unreachable()).length,
      ambiguousCreates: () => deliverer.ambiguousCreates(),
      ready: isReady,
    },
    config.metricsToken,
  );
  const teams = config.mode.kind === 'teams' ? config.mode : null;
  const adapter = createAdapter(teams);
  const { draw } = meeting;
  const sending = createTeamsMessenger({
    adapter,
    appId: teams?.credentials.appId ?? '',
    botId: meeting.botId,
    serviceUrl: meeting.serviceUrl,
  });
  const teamsMessenger = draw === undefined ? sending : drawing(sending, draw);
  const { graph } = meeting;
  const teamsLinks = linksOf(teams === null ? null : meeting.botId, meeting.tenantId, config.publicUrl ?? null);
  const cardLink = createCardLink(store.postedCards, async (message) => {
    const groupId = await groupOf(store.settings, message.channelId);
    return groupId === null ? null : teamsLinks.message({ ...message, groupId });
  });
  const messenger = metrics.counted(
    graph === null
      ? teamsMessenger
      : reaching(teamsMessenger, {
          graph,
          appId: teams?.credentials.appId ?? '',
          teamOf: async (channelId) => groupOf(store.settings, channelId),
          nowMs: () => Date.parse(systemClock.now()),
          logger,
        }),
  );
  const failed =
    (what: string) =>
    (error: unknown): void =>
      logger.error({ err: error }, `${what} failed`);
  const errands = errandsOf(graph, store, logger, {
    uses: config.graphUses,
    rounds,
    organisation: advance.organisation,
    look,
    calendarOf,
    now: clock.now,
    today: () => organisationDay.dateOf(clock.now()),
    organisationCalendar: organisationDay,
    chatLink: teamsLinks.chat(''),
    tenantId: meeting.tenantId,
  });
  const deliverer = createDeliverer({
    ...store,
    ...advance,
    errands,
    cardLink,
    rounds,
    posted: store.postedCards,
    messenger,
    look,
    instance: options.instance,
    token: () => `${tokenPrefix(options.instance)}${options.newId()}`,
    movedOn: () => messageOf(cards.supersededCard({ language: 'da' })),
    stray: () => messageOf(cards.strayCard({ language: 'da' })),
    compose: async (key, notices) =>
      compose(
        {
          rounds,
          people: store.people,
          drafts: store.drafts,
          posted: store.postedCards,
          look,
          cardLink,
          calendarOf,
          now: clock.now,
          languageOf: (person) => languageOf(person.language, person.locale),
        },
        key,
        notices,
      ),
    personBehind: async (key) => personBehind(store, key),
    failed: failed('delivery'),
    ...(meeting.sandbox === null ? {} : { paceTime: sandboxPace(meeting.sandbox.clock) }),
  });
  const heartbeat = createHeartbeat({ settings: store.settings, clock, realClock: systemClock });
  const ticker = startTicker({
    ticks: store.ticks,
    clock,
    byItself: meeting.sandbox?.ticksByItself ?? true,
    run: async () =>
      timed(metrics.tick, async () => {
        await advanceAll(advance, failed('bringing a round up to date'), await heartbeat.outage());
        await heartbeat.beat();
        await deliverer.pass();
      }),
    atNight: async () => {
      const swept = await store.sweepOrphans(dayBefore(clock.now()));
      if (swept > 0) logger.info({ swept }, 'texts that no commit refers to were deleted');
    },
    failed: failed('a tick'),
  });
  const listening = { port: 0 };
  const address = (): string | null =>
    config.publicUrl ?? (teams === null ? `http://127.0.0.1:${String(listening.port)}` : null);
  const parts: Parts = {
    links: createLinks({ drafts: store.drafts, newId: options.newId, now: clock.now, address }),
    rounds,
    organisation,
    handbook: store.streams(handbookDecider),
    people: store.people,
    met: createMet(store.people),
    guests: createGuests({
      ask: membershipIn(adapter, teams?.credentials.appId ?? ''),
      organisation: advance.organisation,
      rounds: async () => {
        const found = await Promise.all((await rounds.list()).map(async (id) => rounds.read(id)));
        return found.flatMap((one) => one?.state ?? []);
      },
      today: () => organisationDay.dateOf(clock.now()),
      secretariat: config.secretariat,
    }),
    drafts: store.drafts,
    boxes: store.boxes,
    notices: store.notices,
    addresses: store.addresses,
    settings: store.settings,
    look,
    lately: createLately(),
    clock,
    newId: options.idOf ?? (() => options.newId()),
    calendarOf,
    definitions: options.definitions,
    secretariat: config.secretariat,
    tenantId: meeting.tenantId,
    graphUses: graph === null ? noUses : config.graphUses,
    teamsLinks,
    tick: async () => ticker.tick(),
    logger,
  };
  const behind = createBehind({
    ask: async (incoming, reference) => dispatch(parts, incoming, reference, clock.now()),
    update: deliverer.rewrite,
    failed: failed('a card behind a dialog'),
  });
  const stopListening = store.onCommitted((committed) => {
    metrics.committed(committed.kind);
    if (committed.kind === 'round') deliverer.nudge(committed.id);
    if (committed.kind === 'organisation') organisationNow.forget();
  });
  const refused = (path: string, status: number): void => {
    if (path === '/api/messages') metrics.activity('none', String(status), 0);
  };
  const server = await listen({ host: config.host, port: config.port, logger, refused }, [
    {
      method: 'post',
      path: '/api/messages',
      handle: messagesEndpoint({
        adapter,
        logger,
        tenantId: meeting.tenantId,
        local: teams === null,
        mayAnswerTo: meeting.mayAnswerTo,
        rate: createRateGuard(config.rates, () => performance.now()),
        measured: metrics.activity,
        nowMs: () => Date.now(),
        answer: async (incoming, reference) => {
          const click = clickOf(incoming);
          if (click !== null) deliverer.clicked(click);
          const answer = await dispatch(parts, incoming, reference, clock.now());
          return draw === undefined ? answer : drawnAnswer(draw, answer);
        },
        answered: behind.answered,
      }),
    },
    { method: 'get', path: '/healthz', handle: async () => ({ status: 200, body: { status: 'ok' } }) },
    {
      method: 'get',
      path: '/readyz',
      handle: async () => {
        const ready = await isReady();
        return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not ready' } };
      },
    },
    ...sheetRoutes(parts),
    { method: 'get', path: '/metrics', handle: metrics.handle },
    { method: 'get', path: '/n/:number', handle: openInTeams(teamsLinks) },
    ...sandboxRoutes(meeting, clock, parts),
  ]);
  listening.port = server.port;
  return {
    port: server.port,
    parts,
    tick: async () => ticker.tick(),
    close: async () => {
      closing = true;
      await server.close();
      stopListening();
      await ticker.stop();
      await deliverer.stop();
    },
  };
}

/** A text is written moments before its commit; a day later it will get none. */
function dayBefore(now: string): string {
  return new Date(Date.parse(now) - 24 * 3_600_000).toISOString();
}

/** Tells how long work took in real time and whether it came to its end. */
async function timed(told: (seconds: number, ok: boolean) => void, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  let ok = false;
  try {
    await work();
    ok = true;
  } finally {
    told((performance.now() - startedAt) / 1_000, ok);
  }
}

function sandboxRoutes(meeting: Meeting, clock: Clock, parts: Parts): readonly Route[] {
  const { sandbox } = meeting;
  if (sandbox === null) return [];
  const local = {
    token: sandbox.token,
    now: clock.now,
    moveTo: async (to: string) => {
      sandbox.clock.moveTo(to);
      await parts.tick();
    },
    next: async () => whatComesNext(parts),
  };
  return [
    { method: 'get', path: '/local/clock', handle: readLocalClock(local) },
    { method: 'post', path: '/local/clock', handle: moveLocalClock(local) },
  ];
}

/** A person who has not written yet is reached by Entra id and tenant. */
async function personBehind(store: Store, addressKey: string): Promise<Destination | null> {
  if (!addressKey.startsWith('personal/')) return null;
  const personId = as<PersonId>(addressKey.slice('personal/'.length));
  const person = (await store.people.read([personId])).get(personId);
  return person === undefined ? null : { kind: 'person', aadObjectId: person.aadObjectId, tenantId: person.tenantId };
}
