// A whole rehearsal from the first chat to the judged record: starts a local Teams and a bot, has the round set up, plays
// it, stops the bot and judges what is left. How the record is read is handed in: nothing here knows the store.
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { personalChatId } from '../teams/ids';
import { localTeamsClient, type LocalTeamsClient } from '../teams/client';
import { startLocalTeams, type LocalTeams } from '../teams/local-teams';
import { BotProcess } from './bot-process';
import { Company } from './company';
import { playRound } from './driver';
import type { ExportedRecord } from './evidence/record';
import { roundsOf } from './evidence/round';
import { TrafficReader } from './evidence/traffic';
import { judge, type Evidence } from './invariants';
import { planKills, type KillPlan } from './kills';
import { Course } from './players/course';
import { PEOPLE_AT_ONCE } from './parallel';
import { Journal } from './players/journal';
import type { Progress } from './progress';
import type { Scenario } from './scenario/schema';
import { setUpRound } from './setting-up';
import { goToDayBefore, morningOf } from './start-day';
import { aadOf, directoryOf } from './stage';
import { summaryOf, type Summary } from './summary';

const RETRY_MS = 60;
/** What a bot that is started again on a busy machine takes: a day that is not waited for is another day in the other run. */
const COMPARABLE_PATIENCE_MS = 600_000;

export interface ReadRecord extends ExportedRecord {
  readonly noticesSent: number;
}

export interface RehearsalOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly dataDir: string;
  readonly kills: number;
  /** The compiled bot. */
  readonly botEntry: string;
  /** Definition files of its own, besides those that ship. */
  readonly definitionFiles: readonly string[];
  readonly progress: Progress;
  /** Ids follow from the seed and people act one after the other: two such runs of one seed can be compared. */
  readonly comparable?: boolean;
  /** Kills that others than the rehearsal have made by its end, of the bot or what it stands for. */
  readonly killsBesides?: () => number;
  /** Reads the record of a stopped bot. */
  readonly readRecord: (dataDir: string) => Promise<ReadRecord>;
}

export interface Rehearsed {
  readonly summary: Summary;
  /** What broke which invariant. */
  readonly breaches: readonly { readonly name: string; readonly breaches: readonly string[] }[];
}

interface Ground {
  readonly options: RehearsalOptions;
  readonly client: LocalTeamsClient;
  readonly bot: BotProcess;
  readonly traffic: TrafficReader;
  readonly company: Company;
  readonly course: Course;
  readonly kills: KillPlan;
}

/** Plays it all. Refused with the errors of its parts (`PlayerStuckError`, `BotFailedError`, `RehearsalFileError`). */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsed> {
  const startedMs = performance.now();
  const teams = await startLocalTeams({
    port: 0,
    token: `rehearsal-${options.seed >>> 0}`,
    stateDir: join(options.dataDir, 'teams'),
    bots: [],
    ...(options.comparable === true ? { patienceMs: COMPARABLE_PATIENCE_MS } : {}),
    onFailure: (error) => options.progress.say(`! ${String(error)}`),
  });
  try {
    const evidence = await played(options, teams);
    const record = await options.readRecord(options.dataDir);
    const besides = options.killsBesides?.() ?? 0;
    const kills = { wanted: evidence.kills.wanted + besides, done: evidence.kills.done + besides };
    return ended(options, { ...evidence, record, kills }, record.noticesSent, performance.now() - startedMs);
  } finally {
    await teams.close();
  }
}

function ended(
  options: RehearsalOptions,
  evidence: Omit<Evidence, 'rounds' | 'round'>,
  noticesSent: number,
  wallMs: number,
): Rehearsed {
  const rounds = roundsOf(evidence.record);
  const [round] = rounds;
  if (round === undefined) throw new Error('The record holds no round.');
  const complete = { ...evidence, rounds, round };
  const judged = judge(complete);
  const summary = summaryOf({ evidence: complete, judged, seed: options.seed, wallMs, noticesSent });
  return { summary, breaches: judged.filter(({ held }) => !held) };
}

async function played(
  options: RehearsalOptions,
  teams: LocalTeams,
): Promise<Omit<Evidence, 'rounds' | 'round' | 'record'>> {
  const { scenario, progress, seed } = options;
  const client = localTeamsClient(teams.serviceUrl);
  const bot = await startBot(options, teams.serviceUrl);
  try {
    teams.setBots([bot.endpoint]);
    const kills = planKills(options.kills, pressesOf(scenario), seed, () => bot.kill());
    const journal = new Journal(() => {
      progress.pressed();
      kills.onPress();
    });
    const traffic = new TrafficReader(client);
    const watch = {
      onTask: (taskId: string, heading: string) => progress.on(taskId, heading),
      playsRound: (roundId: string) => [undefined, roundId].includes(traffic.roundIds[0]),
    };
    const pause = async (tries: number): Promise<void> => {
      await (options.killsBesides === undefined ? bot.ready() : bot.answersReady());
      await delay(RETRY_MS * tries);
    };
    const course = new Course(scenario.acts);
    const company = new Company({ client, scenario, seed, journal, watch, pause, course });
    await playAll({ options, client, bot, traffic, company, course, kills });
    const [counters, violations] = [await client.counters(), await client.violations()];
    return {
      scenario,
      entries: journal.entries,
      traffic,
      book: company.book,
      counters,
      violations,
      kills: { wanted: options.kills, done: bot.kills },
      actsLeft: course.left,
      chatOf: (aad) => personalChatId(teams.tenantId, aad),
    };
  } finally {
    await bot.stop();
  }
}

async function startBot(options: RehearsalOptions, url: string) {
  const { dataDir, botEntry, definitionFiles, scenario, progress } = options;
  return BotProcess.start({
    entry: botEntry,
    cwd: dataDir,
    env: {
      DATA_DIR: dataDir,
      LOCAL_TEAMS_URL: url,
      EXAMPLE_DATA: 'off',
      DEFINITION_FILES: definitionFiles.join(','),
      SECRETARIAT_OBJECT_IDS: aadOf(scenario.setUpBy),
      LOG_LEVEL: 'warn',
      TZ: 'UTC',
      ...(options.comparable === true ? { SANDBOX_SEED: String(options.seed) } : {}),
    },
    onLine: (line) => progress.say(`  bot: ${line.slice(0, 500)}`),
  });
}

async function playAll(ground: Ground): Promise<void> {
  const { options, client, traffic, bot, kills, company, course } = ground;
  const { scenario, progress } = options;
  await client.putDirectory(directoryOf(scenario));
  progress.on('set-up', 'Opsætning i chat');
  const startsOn = await goToDayBefore(client, scenario.round.startsOn);
  await setUpRound({ scenario, startsOn, device: company.device(scenario.setUpBy) });
  const players = await company.arrive();
  await client.moveClock({ to: morningOf(startsOn) });
  await traffic.read();
  course.note(traffic.taskIds);
  const days = await playRound({
    client,
    players,
    atOnce: options.comparable === true ? 1 : PEOPLE_AT_ONCE,
    acted: async () => (options.comparable === true ? delivered(ground) : undefined),
    ready: () => bot.ready(),
    onMoved: async () => {
      await traffic.read();
      course.dayBegins(traffic.taskIds);
      await company.heard();
      return traffic.roundIds.length > 1;
    },
  });
  await kills.finish();
  // A minute more, twice: what the last act left to be delivered is delivered, and what that led to.
  for (let times = 0; times < 2; times += 1) {
    await bot.ready();
    await client.moveClock({ byMs: 60_000 });
    await client.settle();
  }
  await traffic.read();
  await company.leave();
  progress.say(`  Spillet over ${days} dage.`);
}

/** What the last one has caused is delivered and heard of: else it hangs on a timer who hears of it first. */
async function delivered({ client, bot, company }: Ground): Promise<void> {
  await bot.ready();
  await client.settle();
  await client.moveClock({ byMs: 1_000 });
  await company.heard();
}

/** About how many presses a scenario takes, rather too few than too many: kills are spread over them. */
function pressesOf({ mandates, bodies, nominations }: Scenario): number {
  const answering = mandates.filter(({ role }) => role === 'member' || role === 'chair').length;
  return 3 * mandates.length + 2 * bodies.length + 6 * nominations.length + 2 * answering;
}

export type { Summary } from './summary';
