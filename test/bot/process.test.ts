// The compiled bot as an operator meets it: how it refuses to start, how it tells that it is ready, how it stops.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '../../services/local/rehearsal/bot-process';
import type { LocalTeams } from '../../services/local/teams/local-teams';
import { SANDBOX_TENANT_ID, startLocalTeams } from '../../services/local/teams/local-teams';
import { recountRound } from '../../services/record/recount-round';
import { verifyRecord } from '../../services/record/verify';
import { calendarOf } from '../../services/schedule/calendar';
import { openStore } from '../../services/store/open';
import { openRecord } from '../../services/store/open-record';
import { compiledProduct } from '../support/compiled';
import { recordCouncil, recordOf } from './council';

const entry = join(compiledProduct(), 'bot/index.js');
const folder = mkdtempSync(join(tmpdir(), 'trinvis-process-'));
const dataDir = join(folder, 'data');
let teams: LocalTeams;

beforeAll(async () => {
  teams = await startLocalTeams({ port: 0, token: 'process-token-1', bots: [] });
});

afterAll(async () => {
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
});

async function startedWith(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOCAL_TEAMS_PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'exit');
  return { code, said };
}

async function startBot(lines: string[] = []): Promise<BotProcess> {
  const env = { DATA_DIR: dataDir, LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off', TZ: 'UTC' };
  return BotProcess.start({ entry, cwd: folder, env, onLine: (line) => lines.push(line) });
}

test('settings that cannot be are all told, and it does not start', async () => {
  const { code, said } = await startedWith({ NODE_ENV: 'production', PORT: 'x', LOG_LEVEL: 'loud' });
  expect(code).toBe(1);
  expect(said.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(3);
});

test('half-set credentials stop the start', async () => {
  const { code, said } = await startedWith({ MicrosoftAppId: '11111111-1111-4111-8111-111111111111' });
  expect(code).toBe(1);
  expect(said).toContain('MicrosoftAppPassword: is missing');
});

test('a database stamped for a tenant is refused by the local mode, in words that say what to do', async () => {
  const other = join(folder, 'other');
  const store = await openStore({
    dataDir: other,
    stamp: 'teams:22222222-2222-4222-8222-222222222222',
    ids: () => 'x',
  });
  await store.close();
  const { code, said } = await startedWith({ DATA_DIR: other, LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off' });
  expect(code).toBe(1);
  expect(said).toContain('belongs to "teams:22222222-2222-4222-8222-222222222222"');
});

test('asked to stop, it answers what is under way, takes nothing new, and ends', async () => {
  const bot = await startBot();
  const answered = new Promise<number>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': '2' };
    const sent = request(bot.endpoint, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    // Half a body is under way when the signal comes; the rest follows once nobody new is let in.
    sent.write('{');
    void stopped(bot, () => {
      sent.end('}');
    });
  });
  expect(await answered).toBe(400);
  await bot.stop();
  await expect(fetch(bot.endpoint)).rejects.toThrow('fetch failed');
}, 30_000);

test('killed and started again, it is ready on the same data', async () => {
  const bot = await startBot();
  await bot.kill();
  expect((await fetch(bot.endpoint.replace('/api/messages', '/readyz'))).status).toBe(200);
  await bot.stop();
}, 30_000);

test('a copy of a stopped bot’s data folder is a backup: sound, and a bot starts on it', async () => {
  const backup = join(folder, 'backup');
  cpSync(dataDir, backup, { recursive: true });
  const store = await openStore({ dataDir: backup, stamp: 'local', ids: randomUUID });
  await recordCouncil(recordOf(store), SANDBOX_TENANT_ID, '2027-01-13T09:00:00.000Z');
  await store.close();
  const restored = join(folder, 'restored');
  cpSync(backup, restored, { recursive: true });
  const record = await openRecord({ dataDir: restored });
  const report = await verifyRecord(record, { recompute: { round: recountRound(calendarOf) } });
  await record.close();
  expect(report.sound).toBe(true);
  const env = { DATA_DIR: restored, LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off', TZ: 'UTC' };
  const bot = await BotProcess.start({ entry, cwd: folder, env, onLine: () => undefined });
  expect((await fetch(bot.endpoint.replace('/api/messages', '/readyz'))).status).toBe(200);
  await bot.stop();
}, 30_000);

/** Sends the signal, and goes on when new connections are refused. */
async function stopped(bot: BotProcess, then: () => void): Promise<void> {
  // The request must have reached the process before the signal does.
  await fetch(bot.endpoint.replace('/api/messages', '/healthz'));
  void bot.stop();
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      await fetch(bot.endpoint.replace('/api/messages', '/healthz'), { headers: { connection: 'close' } });
    } catch {
      break;
    }
  }
  then();
}
