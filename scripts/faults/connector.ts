// `npm run faults -- connector`: three mornings of digests through a Teams that fails in every way and enforces its limits,
// then one with chats that refuse. Bot, database and Teams; everything arrives once and in order, and retries are bounded.
import { join } from 'node:path';
import type { Counters, Faults } from '../../services/local/teams/api';
import { LocalTeamsClient } from '../../services/local/teams/client';
import { personalChatId } from '../../services/local/teams/ids';
import { SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import type { Notice } from '../../services/store/ports';
import { morningAfter, noticesIn, seedNotices } from './notices';
import { onGround } from './ground';
import { startCompany, stopCompany, type Company } from './processes';

const mornings = [0, 1, 2];
/** What is late is sent again while people still read: by four in the afternoon. */
const hoursMs = [1, 2, 4].map((hours) => hours * 3_600_000);

/** Teams' refusals (TEAMS.md §1): each for the chats of one person in fourteen, the other half are reached. */
const refusals = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  '209',
  'ConversationNotFound',
  'MessageSizeTooBig',
  'ServiceError',
] as const;

/** A call takes five attempts at most, and each morning has four tries; a refusal is not tried again at all. */
const callsPerRefusedMax = 2;

export interface ConnectorOptions {
  readonly people: number;
  readonly rate: number;
  readonly seed: number;
}

/** Prints its figures; false when something is lost, out of order, throttled, or tried for ever. */
export async function connectorFaults(options: ConnectorOptions): Promise<boolean> {
  return onGround('connector', async (folder, teams) => {
    const databaseDir = join(folder, 'database');
    const voters = await seedNotices(
      databaseDir,
      options.people,
      teams,
      [...mornings, mornings.length].map((day) => morningAfter(day)),
    );
    const env = { LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off' };
    const company = await startCompany({ dataDir: folder, bots: 1, env });
    teams.setBots(company.bots.map(({ port }) => `http://127.0.0.1:${port}/api/messages`));
    const client = new LocalTeamsClient(teams.serviceUrl);
    const chats = voters.map(({ aadObjectId }) => personalChatId(SANDBOX_TENANT_ID, aadObjectId));
    const startedAt = performance.now();
    const failing = await throughFaults(client, options);
    const ambiguous = await ambiguousCreates(company);
    const refused = await refusing(client, chats);
    const seconds = (performance.now() - startedAt) / 1_000;
    const seen = await Promise.all(
      voters.map(async ({ aadObjectId }, index) => client.messages(aadObjectId, chats[index] ?? '')),
    );
    await stopCompany(company);
    const notices = await noticesIn(databaseDir);
    const posted = seen.map((messages) => messages.filter(({ from }) => from.isBot).map(({ id }) => id));
    return told(options, { failing, ambiguous, refused, seconds, notices, posted });
  });
}

/** A morning and the hours after it, in which what failed is tried again. */
async function morning(client: LocalTeamsClient, day: number): Promise<void> {
  const at = Date.parse(morningAfter(day));
  for (const laterMs of [0, ...hoursMs]) await client.moveClock({ to: new Date(at + laterMs).toISOString() });
}

async function throughFaults(client: LocalTeamsClient, { rate, seed }: ConnectorOptions): Promise<Counters> {
  const kinds: Faults['kinds'] = [429, 412, 502, 503, 504, 'reset', 'lost', 'slow'];
  await client.putFaults({ rate, seed, kinds, limits: true, slowMs: 500 });
  for (const day of mornings) await morning(client, day);
  return client.counters();
}

/** Every second group of people is reached. */
function refusalOf(index: number): string {
  return refusals[index % (2 * refusals.length)] ?? '';
}

/** How often each chat that refuses was called in a morning and the hours after it, by how it refuses. */
async function refusing(client: LocalTeamsClient, chats: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
  const refuse = Object.fromEntries(
    chats.map((chat, index) => [chat, refusalOf(index)] as const).filter(([, why]) => why !== ''),
  );
  await client.putFaults({ rate: 0, seed: 1, kinds: [], limits: true, refuse });
  const before = (await allTraffic(client, 0)).at(-1)?.seq ?? 0;
  await morning(client, mornings.length);
  const calls = new Map<string, number[]>();
  const entries = await allTraffic(client, before);
  for (const [chat, why] of Object.entries(refuse)) {
    const own = entries.filter(
      ({ direction, path }) => direction === 'from-bot' && path.includes(encodeURIComponent(chat)),
    );
    calls.set(why, [...(calls.get(why) ?? []), own.length]);
  }
  return calls;
}

async function allTraffic(client: LocalTeamsClient, after: number): ReturnType<LocalTeamsClient['traffic']> {
  const page = await client.traffic(after, 1_000);
  const last = page.at(-1);
  return last === undefined ? page : [...page, ...(await allTraffic(client, last.seq))];
}

async function ambiguousCreates({ bots: [bot] }: Company): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${bot?.port ?? 0}/metrics`)).text();
  return Number(/^trinvis_ambiguous_creates (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

interface Found {
  readonly failing: Counters;
  readonly ambiguous: number;
  readonly refused: ReadonlyMap<string, readonly number[]>;
  readonly seconds: number;
  readonly notices: readonly Notice[];
  /** Ids of the bot's messages in each chat, in the order they stand. */
  readonly posted: readonly (readonly string[])[];
}

function told({ people, rate, seed }: ConnectorOptions, found: Found): boolean {
  const { failing, ambiguous, refused, seconds, notices, posted } = found;
  const through = notices.filter(({ key }) => mornings.includes(Number(key.split('/')[2])));
  const digests = new Set(through.map(({ messageId }) => messageId));
  const unsent = through.filter(({ state }) => state !== 'sent').length;
  const outOfOrder = posted.filter((ids) => !isInOrder(ids, through)).length;
  const stray = posted.flat().length - new Set(notices.flatMap(({ messageId }) => messageId ?? [])).size;
  console.log(`${people} people, ${(rate * 100).toFixed(0)} % of calls fail, seed ${seed}, ${seconds.toFixed(1)} s`);
  const lines = {
    'calls that failed by fault': failing.faulted,
    'notices not sent': unsent,
    digests: digests.size,
    'chats out of order': outOfOrder,
    'creates in doubt, sent again': ambiguous,
    'messages that stand twice': stray,
    'calls refused by limits': failing.throttled,
  };
  for (const [name, value] of Object.entries(lines)) console.log(`  ${name.padEnd(32)} ${value}`);
  let bounded = true;
  for (const [code, calls] of refused) {
    const most = Math.max(0, ...calls);
    bounded &&= most <= callsPerRefusedMax;
    console.log(`  ${code.padEnd(32)} ${calls.length} chats refuse, called ${most} times at most`);
  }
  const lost = notices.filter(({ state, reason }) => state !== 'sent' && reason === null).length;
  console.log(JSON.stringify({ people, rate, seed, ...lines, refused: Object.fromEntries(refused), lost }));
  const isWhole = unsent === 0 && digests.size === people * mornings.length && outOfOrder === 0 && lost === 0;
  return isWhole && bounded && stray <= ambiguous && failing.throttled === 0;
}

/** Digests stand in a chat in the order of their mornings. */
function isInOrder(ids: readonly string[], notices: readonly Notice[]): boolean {
  const dueAt = new Map(notices.map((notice) => [notice.messageId ?? '', notice.dueAt.slice(0, 10)]));
  const days = ids.flatMap((id) => dueAt.get(id) ?? []);
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
}
