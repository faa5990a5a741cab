// Stands where the rehearsal expects one bot: a database process, two bots on it, and one address in front of them. Kills
// each of the three at random moments, spread over what people press. Started by scripts/faults.ts, told by a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kills, type Plan } from './kills';
import type { Killable } from './process';
import { startCompany, type Company } from './processes';

const dataDir = process.env['DATA_DIR'] ?? '';

async function main(): Promise<void> {
  const plan = JSON.parse(readFileSync(join(dataDir, 'faults.json'), 'utf8')) as Plan;
  const all: Killable[] = [];
  const kills = new Kills(plan, () => all);
  const company = await startCompany({
    dataDir,
    bots: 2,
    env: {},
    atGap: async (bot, gap) => kills.strike(bot, gap),
  });
  all.push(company.database, ...company.bots.map((bot) => bot.process));
  const front = createServer((incoming, answer) => {
    const body: Buffer[] = [];
    incoming.on('data', (part: Buffer) => body.push(part));
    incoming.on('end', () => {
      if (incoming.url === '/api/messages') kills.activity(Buffer.concat(body).includes('"type":"invoke"'));
      if (incoming.url === '/local/clock' && incoming.method === 'POST') kills.dayBegins();
      void forward(company, kills, { incoming, body: Buffer.concat(body) }, answer);
    });
  });
  front.listen(Number(process.env['PORT']), '127.0.0.1');
  const stop = async (): Promise<void> => {
    front.close();
    await kills.stop();
    await Promise.all(company.bots.map(async ({ process: bot }) => bot.end('SIGTERM')));
    await company.database.end('SIGTERM');
    const processes = Object.fromEntries(all.map(({ name, kills: count }) => [name, count]));
    const done = { processes, gaps: kills.gaps, activities: kills.activities };
    writeFileSync(join(dataDir, 'faults-done.json'), JSON.stringify(done));
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
}

interface Asked {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
}

/** The clock is moved in both bots; everything else goes to one, and to the other where that one is gone. */
async function forward(
  company: Company,
  kills: Kills,
  { incoming, body }: Asked,
  answer: ServerResponse,
): Promise<void> {
  const ports = company.bots.map(({ port }) => port);
  const ofAll = async (): Promise<Answer | undefined> => {
    const answers = await Promise.all(ports.map(async (port) => untilAnswered(port, incoming, body)));
    return answers.find(({ status }) => status !== 200) ?? answers[0];
  };
  if (incoming.url === '/readyz') return reply(answer, await ofAll());
  if (incoming.url === '/local/clock' && incoming.method === 'POST') {
    await kills.finish();
    return reply(answer, await inPeace(kills, ofAll));
  }
  // What comes next either can say, once the database is there; unsaid, a day would be counted on which nothing is moved.
  if (incoming.url === '/local/clock') return reply(answer, await saidByAny(ports, incoming, body));
  next = (next + 1) % ports.length;
  for (const port of [...ports.slice(next), ...ports.slice(0, next)]) {
    const found = await ask(port, incoming, body).catch(() => null);
    if (found !== null) return reply(answer, found);
  }
  // Nobody answers: Teams sees a broken connection and delivers again.
  answer.destroy();
}

let next = 0;
/** Kills there had been when everything due was last known to be done. */
let settledAt = 0;

/**
 * The days go on when what is due is done: a tick that a kill has cut off, of the bot or of its database, is asked for again,
 * and once more after it, until one has passed in peace.
 */
async function inPeace(kills: Kills, tick: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  for (;;) {
    const before = kills.total;
    const found = await tick();
    await kills.finish();
    const isCalm = kills.total === before && settledAt === before;
    settledAt = before;
    if (isCalm) return found;
  }
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** A bot that is being started again is waited for: it has to learn the time. */
async function untilAnswered(port: number, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  for (let attempt = 0; attempt < 6_000; attempt += 1) {
    const found = await ask(port, incoming, body).catch(() => null);
    if (found !== null) return found;
    await delay(50);
  }
  return { status: 503, type: 'text/plain', body: Buffer.alloc(0) };
}

async function saidByAny(
  ports: readonly number[],
  incoming: IncomingMessage,
  body: Buffer,
): Promise<Answer | undefined> {
  let found: Answer | null = null;
  for (let attempt = 0; attempt < 2_400 && found?.status !== 200; attempt += 1) {
    if (attempt > 0) await delay(50);
    found = await ask(ports[attempt % ports.length] ?? 0, incoming, body).catch(() => null);
  }
  return found ?? undefined;
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
