// `npm run bench`: what Trinvis costs, as ratios within one run (README). The bare bot and ours get the same load from the
// same generator on the same machine, in turn. Prints a table for people and one JSON line of all figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID, startLocalTeams } from '../services/local/teams/local-teams';
import { ballotIds, seedBallot } from './ballot';
import { measureFold } from './fold';
import type { LoadOrder, LoadReport } from './messages';
import { ask, freePort, memoryMb, processorMs, start, stop, until } from './processes';

const voters = 50;
/** Long enough for the compiler of the JavaScript engine to settle, short enough to be run often. */
const durationMs = Number(process.env['BENCH_MS'] ?? 8_000);
const token = 'bench-token-0001';

interface Measured {
  readonly load: LoadReport;
  readonly startToFirstAnswerMs: number;
  readonly memoryMb: number;
  /** Processor time of the bot per answer; null where the kernel does not tell. */
  readonly processorMs: number | null;
}

async function measure(script: string, env: Record<string, string>, order: Omit<LoadOrder, 'port'>): Promise<Measured> {
  const port = await freePort();
  const startedAt = performance.now();
  const bot = start(script, { ...env, PORT: String(port) });
  const load = start('bench/load.js', {});
  try {
    const first: LoadOrder = { ...order, port, durationMs: 0, voters: order.voters.slice(0, 1) };
    await until(async () => answersOnce(port, first), 20_000);
    const startToFirstAnswerMs = performance.now() - startedAt;
    // Once to warm up, once to measure.
    await ask<LoadReport>(load, { ...order, port, durationMs: durationMs / 4 });
    const before = processorMs(bot);
    const loaded = await ask<LoadReport>(load, { ...order, port });
    const after = processorMs(bot);
    return {
      load: loaded,
      startToFirstAnswerMs,
      memoryMb: memoryMb(bot)?.peak ?? 0,
      processorMs: before === null || after === null ? null : (after - before) / loaded.answers,
    };
  } finally {
    await stop(load);
    await stop(bot);
  }
}

async function answersOnce(port: number, order: LoadOrder): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(refreshOf(order)),
  });
  return (await response.text()).includes('AdaptiveCard');
}

/** Something a bot answers with a card and without changing anything. */
function refreshOf(order: LoadOrder): object {
  const [voter] = order.voters;
  const data = { ...order.data, verb: 'task.show' };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:first',
    channelId: 'msteams',
    serviceUrl: order.serviceUrl,
    from: { id: voter?.teamsId, name: voter?.name, aadObjectId: voter?.aadObjectId },
    recipient: { id: order.botId, name: 'Trinvis' },
    conversation: { id: order.conversationId, conversationType: 'channel', tenantId: order.tenantId, isGroup: true },
    value: { action: { type: 'Action.Execute', verb: 'task.show', data }, trigger: 'manual' },
  };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trinvis-bench-'));
  const teams = await startLocalTeams({ port: 0, token, bots: [] });
  try {
    const dataDir = join(folder, 'data');
    const seated = await seedBallot(dataDir, voters, SANDBOX_TENANT_ID);
    const order = {
      durationMs,
      serviceUrl: teams.serviceUrl,
      tenantId: SANDBOX_TENANT_ID,
      botId: SANDBOX_BOT_ID,
      conversationId: ballotIds.channelId,
      data: { v: 1, verb: 'ballot.cast', roundId: ballotIds.roundId, taskId: ballotIds.taskId },
      voters: seated,
      expect: 'AdaptiveCard',
    };
    const bare = await measure('bench/bare-bot.js', {}, order);
    const ours = await measure(
      'bot/index.js',
      {
        DATA_DIR: dataDir,
        LOCAL_TEAMS_URL: teams.serviceUrl,
        EXAMPLE_DATA: 'off',
        LOG_LEVEL: 'error',
        NODE_ENV: 'development',
      },
      order,
    );
    const fold = await measureFold(dataDir);
    report(bare, ours, fold);
  } finally {
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(bare: Measured, ours: Measured, fold: { readonly commits: number; readonly foldMs: number }): void {
  const figures = {
    voters,
    barePerSecond: round(bare.load.perSecond),
    votesPerSecond: round(ours.load.perSecond),
    ratio: round(ours.load.perSecond / bare.load.perSecond, 3),
    // Less at the mercy of what else the machine does than the ratio of what is answered in a second.
    processorRatio: bare.processorMs === null ? null : round(bare.processorMs / (ours.processorMs ?? NaN), 3),
    processorMsPerVote: ours.processorMs === null ? null : round(ours.processorMs, 3),
    bareP99Ms: round(bare.load.p99Ms, 1),
    p99Ms: round(ours.load.p99Ms, 1),
    refused: ours.load.refused,
    startToFirstAnswerMs: round(ours.startToFirstAnswerMs),
    bareMemoryMb: round(bare.memoryMb),
    memoryMb: round(ours.memoryMb),
    memoryOverBareMb: round(ours.memoryMb - bare.memoryMb),
    foldedCommits: fold.commits,
    foldMs: round(fold.foldMs, 1),
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(24)} ${value}`);
  console.log(JSON.stringify(figures));
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
