// Stands where the rehearsal expects one bot: a database process, two bots on it, and one address in front of them. Kills
// each of the three at random moments, spread over what people press. Started by scripts/faults.ts, told by a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gapNames, type GapName } from './gaps';
import type { Killable } from './process';
import { startCompany, type Company } from './processes';

const dataDir = process.env['DATA_DIR'] ?? '';

/** What scripts/faults.ts wants: how many kills, over about how many activities, from which seed. */
interface Plan {
  readonly kills: number;
  readonly activities: number;
  readonly seed: number;
}

/** A kill falls into the middle of what an activity causes: its decision, its commit, its cards. */
const withinMs = 60;

async function main(): Promise<void> {
  const plan = JSON.parse(readFileSync(join(dataDir, 'faults.json'), 'utf8')) as Plan;
  const company = await startCompany({ dataDir, bots: 2, env: {} });
  const kills = planKills(plan, company);
  const front = createServer((incoming, answer) => {
    const body: Buffer[] = [];
    incoming.on('data', (part: Buffer) => body.push(part));
    incoming.on('end', () => {
      if (incoming.url === '/api/messages') kills.activity();
      if (incoming.url === '/local/clock' && incoming.method === 'POST') kills.dayBegins();
      // The days go on when the kills of the day are over: so they do not pile up for the end.
      const ready = incoming.url === '/local/clock' ? kills.finish() : Promise.resolve();
      void ready.then(async () => forward(company, incoming, Buffer.concat(body), answer));
    });
  });
  front.listen(Number(process.env['PORT']), '127.0.0.1');
  const stop = async (): Promise<void> => {
    front.close();
    await kills.stop();
    await Promise.all(company.bots.map(async ({ process: bot }) => bot.end('SIGTERM')));
    await company.database.end('SIGTERM');
    const counted = [company.database, ...company.bots.map((bot) => bot.process)];
    const done = Object.fromEntries(counted.map(({ name, kills: count }) => [name, count]));
    writeFileSync(join(dataDir, 'faults-done.json'), JSON.stringify({ ...done, ...kills.gaps() }));
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
}

/** Draws whom to kill, when and in which gap, from the seed; each is waited for until its process is there again. */
function planKills({ kills, activities, seed }: Plan, { database, bots }: Company) {
  const targets: readonly Killable[] = [database, ...bots.map((bot) => bot.process)];
  const gapsHit = new Map<GapName, number>();
  let armings = 0;
  let state = seed >>> 0;
  const draw = (): number => {
    // A linear congruential generator is random enough to spread kills, and the same everywhere.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const moments = Array.from({ length: kills }, () => 1 + Math.floor(draw() * activities)).sort((a, b) => a - b);
  let seen = 0;
  let isSetUp = false;
  let isOver = false;
  let underWay: Promise<void> = Promise.resolve();
  /** Every other kill falls into a gap between two writes, each gap in turn; it waits until a bot comes there. */
  const killInGap = (): boolean => {
    const bot = bots[Math.floor(draw() * bots.length)];
    const gap = gapNames[armings % gapNames.length];
    if (bot === undefined || gap === undefined || bots.some(({ gaps }) => gaps.isArmed)) return false;
    armings += 1;
    bot.gaps.arm(gap, async () => {
      if (isOver) return;
      gapsHit.set(gap, (gapsHit.get(gap) ?? 0) + 1);
      const before = underWay;
      const dead = bot.process.end('SIGKILL');
      underWay = Promise.all([before, dead]).then(async () => bot.process.killAndRestart());
      await dead;
    });
    return true;
  };
  const kill = (): void => {
    if (draw() < 0.5 && killInGap()) return;
    const target = targets[Math.floor(draw() * targets.length)];
    const afterMs = draw() * withinMs;
    const before = underWay;
    underWay = (async () => {
      await before;
      await delay(afterMs);
      if (!isOver) await target?.killAndRestart();
    })();
  };
  return {
    /** The round is set up in chat on one day; who is told "try again" there writes again, which the players do not. */
    dayBegins: (): void => {
      isSetUp ||= seen > 0;
    },
    activity: (): void => {
      seen += 1;
      if (!isSetUp) return;
      while ((moments[0] ?? Number.POSITIVE_INFINITY) <= seen) {
        moments.shift();
        kill();
      }
    },
    finish: async (): Promise<void> => underWay,
    /** How often a kill fell into which gap. */
    gaps: (): Readonly<Record<string, number>> => Object.fromEntries(gapsHit),
    /** Whoever started us waits a limited time for our end: what is not killed by now lives. */
    stop: async (): Promise<void> => {
      isOver = true;
      await underWay;
    },
  };
}

/** The clock is moved in both bots; everything else goes to one, and to the other where that one is gone. */
async function forward(
  company: Company,
  incoming: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
): Promise<void> {
  const ports = company.bots.map(({ port }) => port);
  const toAll = incoming.url === '/local/clock' && incoming.method === 'POST';
  if (toAll || incoming.url === '/readyz') {
    const answers = await Promise.all(ports.map(async (port) => untilAnswered(port, incoming, body)));
    reply(answer, answers.find(({ status }) => status !== 200) ?? answers[0]);
    return;
  }
  next = (next + 1) % ports.length;
  for (const port of [...ports.slice(next), ...ports.slice(0, next)]) {
    const found = await ask(port, incoming, body).catch(() => null);
    if (found !== null) return reply(answer, found);
  }
  // Nobody answers: Teams sees a broken connection and delivers again.
  answer.destroy();
}

let next = 0;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** A bot that is being started again is waited for: it has to learn the time. */
async function untilAnswered(port: number, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  for (let attempt = 0; attempt < 2_400; attempt += 1) {
    const found = await ask(port, incoming, body).catch(() => null);
    if (found !== null) return found;
    await delay(50);
  }
  return { status: 503, type: 'text/plain', body: Buffer.alloc(0) };
}

async function ask(port: number, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const asked = request(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('cut')));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 500,
            type: response.headers['content-type'] ?? 'application/json',
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function reply(answer: ServerResponse, found: Answer | undefined): void {
  answer.writeHead(found?.status ?? 503, { 'content-type': found?.type ?? 'text/plain' });
  answer.end(found?.body);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
