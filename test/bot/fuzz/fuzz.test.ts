// Thousands of random and mutated activities against the compiled bot in a process of its own: it never fails, never ends,
// never grows, and its record stays sound. `npm run fuzz` sends 100,000; FUZZ_COUNT and FUZZ_SEED say otherwise.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '../../../services/local/rehearsal/bot-process';
import type { LocalTeams } from '../../../services/local/teams/local-teams';
import { SANDBOX_TENANT_ID, startLocalTeams } from '../../../services/local/teams/local-teams';
import { recountRound } from '../../../services/record/recount-round';
import { verifyRecord } from '../../../services/record/verify';
import { calendarOf } from '../../../services/schedule/calendar';
import { openStore } from '../../../services/store/open';
import { openRecord } from '../../../services/store/open-record';
import { compiledProduct } from '../../support/compiled';
import { everyone, recordCouncil, recordOf } from '../council';
import { activityOf, drawing } from './activities';

const count = Number(process.env['FUZZ_COUNT'] ?? 1_500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_270_113);
/** As many at a time as a busy committee. */
const lanes = 12;
/**
 * What the process may have grown by since the first tenths, when its caches have filled. The record grows meanwhile, and
 * its pages count as the process's own; a leak of one kilobyte an activity would be a hundred megabytes.
 */
const growthMaxMb = 96;

const folder = mkdtempSync(join(tmpdir(), 'trinvis-fuzz-'));
const dataDir = join(folder, 'data');
const lines: string[] = [];
let teams: LocalTeams;
let bot: BotProcess;

beforeAll(async () => {
  teams = await startLocalTeams({ port: 0, token: 'fuzz-token-0001', bots: [] });
  await teams.seed({ people: everyone, teams: [] });
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  await recordCouncil(recordOf(store), SANDBOX_TENANT_ID, new Date(teams.now()).toISOString());
  await store.close();
  const env = {
    DATA_DIR: dataDir,
    LOCAL_TEAMS_URL: teams.serviceUrl,
    EXAMPLE_DATA: 'off',
    LOG_LEVEL: 'error',
    TZ: 'UTC',
  };
  const entry = join(compiledProduct(), 'bot/index.js');
  bot = await BotProcess.start({ entry, cwd: folder, env, onLine: (line) => lines.push(line) });
}, 60_000);

afterAll(async () => {
  await bot.stop();
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  `${count.toLocaleString('en')} activities: no crash, no 5xx, no unhandled rejection, memory steady, a sound record`,
  async () => {
    const statuses = new Map<number, number>();
    const agent = new Agent({ keepAlive: true, maxSockets: lanes });
    const draw = drawing(seed);
    const memory: number[] = [];
    let sent = 0;
    const lane = async (): Promise<void> => {
      while (sent < count) {
        sent += 1;
        if (sent % Math.ceil(count / 10) === 0) memory.push(await residentMb());
        const status = await post(agent, activityOf(draw, teams.serviceUrl));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: lanes }, lane));
    agent.destroy();
    const seconds = (performance.now() - startedAt) / 1_000;
    report(statuses, memory, seconds);
    expect(lines).toEqual([]);
    expect([...statuses.keys()].filter((status) => status >= 500 || status === 0)).toEqual([]);
    expect((await fetch(bot.endpoint.replace('/api/messages', '/readyz'))).status).toBe(200);
    // The lowest of three each: between two tidyings the engine holds a hundred more.
    expect(Math.min(...memory.slice(-3)) - Math.min(...memory.slice(1, 4))).toBeLessThan(growthMaxMb);
    await bot.stop();
    const record = await openRecord({ dataDir });
    const verified = await verifyRecord(record, { recompute: { round: recountRound(calendarOf) } });
    await record.close();
    expect(verified.sound).toBe(true);
  },
  Math.max(120_000, count * 30),
);

function report(statuses: ReadonlyMap<number, number>, memory: readonly number[], seconds: number): void {
  const by = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  process.stderr.write(
    `seed ${seed}: ${count} activities in ${seconds.toFixed(0)} s; ${by.join(', ')}; memory in MB ${memory.map(Math.round).join(' ')}\n`,
  );
}

/** What the bot's process holds. */
async function residentMb(): Promise<number> {
  const text = await (await fetch(bot.endpoint.replace('/api/messages', '/metrics'))).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1] ?? Number.NaN) / 1_048_576;
}

async function post(agent: Agent, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(bot.endpoint, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}
