// A database and so many bots on it, each a process of its own that can be killed. Knows how they are started and when they
// are ready; nothing inside them.
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GapWatch } from './gaps';
import { Killable } from './process';

const distDir = join(__dirname, '..', '..');

export interface Company {
  readonly database: Killable;
  readonly bots: readonly { readonly process: Killable; readonly port: number }[];
}

export interface CompanyOptions {
  /** Its `database` folder is the database's. */
  readonly dataDir: string;
  readonly bots: number;
  /** What the bots need besides port and database. */
  readonly env: Readonly<Record<string, string>>;
  /** Asked when a bot comes to a gap between two writes; true when it has been killed there. */
  readonly atGap?: (bot: Killable, gap: string) => Promise<boolean>;
}

export async function startCompany({ dataDir, bots: count, env, atGap }: CompanyOptions): Promise<Company> {
  const databaseDir = join(dataDir, 'database');
  mkdirSync(databaseDir, { recursive: true });
  const databasePort = await freePort();
  const database = new Killable({
    name: 'database',
    args: [join(distDir, 'scripts', 'database.js'), '--port', String(databasePort), '--data', databaseDir],
    cwd: dataDir,
    env: environment({}),
    isReady: async () => isListening(databasePort),
  });
  await database.start();
  const bots = [];
  for (let index = 1; index <= count; index += 1) {
    const port = await freePort();
    const watch: { bot: Killable | null } = { bot: null };
    const gaps = new GapWatch(async (gap) => watch.bot !== null && (await atGap?.(watch.bot, gap)) === true);
    const through = atGap === undefined ? databasePort : await gaps.listen(databasePort);
    const uri = `mongodb://127.0.0.1:${through}/trinvis?directConnection=true&serverSelectionTimeoutMS=3000`;
    const bot = new Killable({
      name: `bot ${index}`,
      args: [join(distDir, 'bot', 'index.js')],
      cwd: dataDir,
      env: environment({ LOG_LEVEL: 'fatal', ...env, PORT: String(port), MONGODB_URI: uri }),
      isReady: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200,
    });
    watch.bot = bot;
    await bot.start();
    bots.push({ process: bot, port });
  }
  return { database, bots };
}

/** Asks all to stop, the bots first. */
export async function stopCompany({ database, bots }: Company): Promise<void> {
  await Promise.all(bots.map(async ({ process: bot }) => bot.end('SIGTERM')));
  await database.end('SIGTERM');
}

function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(given), ...more };
}

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
