// `npm run faults -- crowd`: so many voters answer one ballot within seconds, over a bot and a database as processes of their
// own; if asked, the database is gone for a while in the middle. Nothing acknowledged is lost, nothing counted twice, the
// shared card ends right and is edited within the conversation's limit, and nobody waits long.
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ballotIds, seedBallot } from '../../bench/ballot';
import type { Voter } from '../../bench/messages';
import { LocalTeamsClient } from '../../services/local/teams/client';
import { seededDraw } from '../../services/local/teams/random';
import { SANDBOX_TENANT_ID, type LocalTeams } from '../../services/local/teams/local-teams';
import { openStore } from '../../services/store/open';
import { onGround } from './ground';
import { startCompany, stopCompany, type Company } from './processes';

/** A vote is acknowledged by the voter's own card; anything else he presses again, as "prøv igen" asks him to. */
const acknowledged = 'Du stemte for';

/** After this many presses a voter has given up: the run has failed. */
const pressesMax = 60;

/** People press again after a few seconds. */
const againMs = 3_000;

/** A channel's tightest limit for many edits (TEAMS.md §1). */
const editsPer30sMax = 60;

export interface CrowdOptions {
  readonly voters: number;
  readonly seconds: number;
  readonly seed: number;
  /** How long the database is gone, from half of the time on; 0: never. */
  readonly goneSeconds: number;
}

/** Prints its figures; false when a bar is missed. */
export async function crowd(options: CrowdOptions): Promise<boolean> {
  return onGround('crowd', async (folder, teams) => {
    const voters = await seedBallot(join(folder, 'database'), options.voters, SANDBOX_TENANT_ID);
    const company = await startCompany({
      dataDir: folder,
      bots: 1,
      env: { LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off' },
    });
    try {
      teams.setBots(company.bots.map(({ port }) => `http://127.0.0.1:${port}/api/messages`));
      // Told that it stands in the channel now, the bot posts its card.
      await teams.seed(directoryOf(voters));
      const client = new LocalTeamsClient(teams.serviceUrl);
      await client.settle();
      await client.moveClock({ byMs: 60_000 });
      // Everybody whom the card names has it on screen: each edit of it asks for his own view.
      await client.putFaults({ rate: 0, seed: 1, kinds: [], limits: true, refreshViewers: 'all' });
      const messageId = await sharedCard(client, voters);
      const before = await client.counters();
      const figures = await voting(options, company, voters, async (voter) => pressed(client, messageId, voter));
      await client.moveClock({ byMs: 60_000 });
      const after = await client.counters();
      const card = await cardOf(client, voters);
      const right = card.includes(`${options.voters} af ${options.voters}`);
      await stopCompany(company);
      const counted = await ballotsIn(join(folder, 'database'));
      return told(options, figures, {
        counted,
        edits: after.updated - before.updated,
        refreshes: after.automaticRefreshes - before.automaticRefreshes,
        violations: after.violations,
        throttled: after.throttled,
        duplicates: after.duplicates,
        right,
      });
    } finally {
      await stopCompany(company);
    }
  });
}

interface Figures {
  readonly acknowledged: number;
  readonly pressedAgain: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly seconds: number;
  /** From the database's return until the next vote was acknowledged; null where it never went. */
  readonly recoveredMs: number | null;
}

interface Outcome {
  readonly counted: ReadonlyMap<string, number>;
  readonly edits: number;
  /** Views that Teams asked for by itself after edits. */
  readonly refreshes: number;
  /** What Teams would punish: a loop of edits and refreshes, an automatic refresh answered by no card. */
  readonly violations: number;
  readonly throttled: number;
  readonly duplicates: number;
  readonly right: boolean;
}

async function voting(
  { seconds, seed, goneSeconds }: CrowdOptions,
  company: Company,
  voters: readonly Voter[],
  press: (voter: Voter) => Promise<string>,
): Promise<Figures> {
  const draw = seededDraw(seed);
  const state = { millis: [] as number[], acknowledged: 0, again: 0, backAt: 0, firstAfter: 0 };
  const startedAt = performance.now();
  const away = goneSeconds === 0 ? null : gone(company, seconds * 500, goneSeconds * 1_000, state);
  await Promise.all(
    voters.map(async (voter) => {
      await delay(draw() * seconds * 1_000);
      for (let presses = 0; presses < pressesMax; presses += 1) {
        const sentAt = performance.now();
        const answer = await press(voter);
        state.millis.push(performance.now() - sentAt);
        if (answer.includes(acknowledged)) {
          state.acknowledged += 1;
          if (state.backAt > 0 && state.firstAfter === 0) state.firstAfter = performance.now();
          return;
        }
        state.again += 1;
        await delay(againMs);
      }
    }),
  );
  await away;
  const millis = state.millis.sort((one, other) => one - other);
  const at = (share: number): number => millis[Math.floor(millis.length * share)] ?? 0;
  return {
    acknowledged: state.acknowledged,
    pressedAgain: state.again,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    seconds: (performance.now() - startedAt) / 1_000,
    recoveredMs: away === null ? null : state.firstAfter - state.backAt,
  };
}

async function gone(company: Company, afterMs: number, forMs: number, state: { backAt: number }): Promise<void> {
  await delay(afterMs);
  await company.database.end('SIGKILL');
  await delay(forMs);
  await company.database.start();
  state.backAt = performance.now();
}

/** As a press on the card in the channel; anything but an answer is no acknowledgement. */
async function pressed(client: LocalTeamsClient, messageId: string, voter: Voter): Promise<string> {
  const { roundId, taskId, channelId: conversationId } = ballotIds;
  const data = { v: 1, verb: 'ballot.cast', roundId, taskId, mandateId: voter.mandateId, choice: 'for', basis: 0 };
  const action = { type: 'Action.Execute' as const, verb: data.verb, data };
  const answer = await client
    .act({ as: voter.aadObjectId, conversationId, messageId, action, inputs: {} })
    .catch(() => null);
  return JSON.stringify(answer);
}

/** The card that everybody sees and presses. */
async function sharedCard(client: LocalTeamsClient, [first]: readonly Voter[]): Promise<string> {
  const messages = await client.messages(first?.aadObjectId ?? '', ballotIds.channelId);
  const card = messages.find(({ cards }) => JSON.stringify(cards).includes('"ballot.cast"'));
  if (card === undefined) throw new Error('The ballot stands in no channel.');
  return card.id;
}

const teamId = '19:bench-team@thread.tacv2';

function directoryOf(voters: readonly Voter[]): Parameters<LocalTeams['seed']>[0] {
  return {
    people: voters.map(({ aadObjectId, teamsId, name }) => ({
      id: teamsId,
      aadObjectId,
      name,
      title: '',
      language: 'da',
    })),
    teams: [
      {
        id: teamId,
        name: 'Rådet',
        members: voters.map(({ aadObjectId }) => aadObjectId),
        channels: [{ id: ballotIds.channelId, name: 'Generelt' }],
      },
    ],
  };
}

/** All that stands on the bot's messages in the channel. */
async function cardOf(client: LocalTeamsClient, [first]: readonly Voter[]): Promise<string> {
  const messages = await client.messages(first?.aadObjectId ?? '', ballotIds.channelId);
  return JSON.stringify(messages.filter(({ from }) => from.isBot).map(({ cards }) => cards));
}

/** How often each seat's ballot stands in the record. */
async function ballotsIn(databaseDir: string): Promise<ReadonlyMap<string, number>> {
  const store = await openStore({ dataDir: databaseDir, stamp: 'local', ids: randomUUID });
  const found = new Map<string, number>();
  try {
    for await (const { body } of store.commits.read(`round/${ballotIds.roundId}`, 0)) {
      const { events } = JSON.parse(body) as { readonly events: readonly Readonly<Record<string, unknown>>[] };
      for (const event of events) {
        if (event['type'] !== 'BallotCast') continue;
        const seat = String(event['mandateId']);
        found.set(seat, (found.get(seat) ?? 0) + 1);
      }
    }
    return found;
  } finally {
    await store.close();
  }
}

function told(options: CrowdOptions, figures: Figures, outcome: Outcome): boolean {
  const { counted, edits, refreshes, violations, throttled, duplicates, right } = outcome;
  const twice = [...counted.values()].filter((times) => times > 1).length;
  const editsMax = (figures.seconds / 30 + 1) * editsPer30sMax;
  const database = options.goneSeconds === 0 ? '' : `, database gone for ${options.goneSeconds} s`;
  console.log(`${options.voters} voters in ${options.seconds} s${database}, seed ${options.seed}`);
  const lines = {
    acknowledged: figures.acknowledged,
    counted: counted.size,
    'counted twice': twice,
    'pressed again': figures.pressedAgain,
    'answer, ms, p50': Math.round(figures.p50Ms),
    'answer, ms, p99': Math.round(figures.p99Ms),
    'edits of the shared card': edits,
    'refreshes those edits caused': refreshes,
    violations,
    'calls refused by limits': throttled,
    'duplicate messages': duplicates,
    'card right at the end': right ? 'yes' : 'no',
    // What else the machine does belongs to what an answer takes.
    'load of the machine, per core': (loadavg()[0] ?? 0) / cpus().length,
    ...(figures.recoveredMs === null ? {} : { 'first vote after the return, ms': Math.round(figures.recoveredMs) }),
  };
  for (const [name, value] of Object.entries(lines)) console.log(`  ${name.padEnd(32)} ${value}`);
  console.log(JSON.stringify({ ...options, ...lines }));
  const isFast = options.goneSeconds > 0 || figures.p99Ms <= 1_000;
  const isWhole = figures.acknowledged === options.voters && counted.size === options.voters && twice === 0;
  return isWhole && right && isFast && throttled + violations === 0 && edits <= editsMax;
}
