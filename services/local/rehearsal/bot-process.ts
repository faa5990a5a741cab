// The bot as a process of its own, started like an operator starts it and killed like a machine that fails.
// Knows its command, its environment and its health endpoint; nothing inside it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A bot that is not ready after this long has failed to start; a loaded machine starts several processes slowly. */
const READY_MS_MAX = 300_000;
const READY_PAUSE_MS = 40;
/** After SIGTERM it finishes what is under way; longer than this is hanging. */
const STOP_MS_MAX = 120_000;

export class BotFailedError extends Error {
  override readonly name = 'BotFailedError';

  constructor(
    readonly code: 'NotReady' | 'Ended' | 'NotStopped',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface BotOptions {
  /** The compiled entry, for example `dist/bot/index.js`. */
  readonly entry: string;
  /** Where it runs: no settings file of somebody's own lies there. */
  readonly cwd: string;
  /** All of its environment besides PORT. */
  readonly env: Readonly<Record<string, string>>;
  /** What it writes, line by line. */
  readonly onLine: (line: string) => void;
}

export class BotProcess {
  #child: ChildProcess | null = null;
  /** Settles when the bot that is being started again is ready. */
  #ready: Promise<void> = Promise.resolve();
  #stopping = false;
  readonly #takeAlong = (): void => {
    this.#child?.kill('SIGKILL');
  };
  kills = 0;

  private constructor(
    private readonly options: BotOptions,
    readonly port: number,
  ) {}

  static async start(options: BotOptions): Promise<BotProcess> {
    const bot = new BotProcess(options, await freePort());
    // Whoever starts a bot takes it along when he ends, however he ends short of being killed himself.
    process.once('exit', bot.#takeAlong);
    bot.#ready = bot.#launch();
    await bot.#ready;
    return bot;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}/api/messages`;
  }

  /** Settles when the bot is ready, at once when it is. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Kills it as a power cut would and starts it again on the same port and data. */
  kill(): Promise<void> {
    const child = this.#child;
    this.kills += 1;
    this.#child = null;
    this.#ready = (async () => {
      if (child !== null && isRunning(child)) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      await this.#launch();
    })();
    return this.#ready;
  }

  /** Settles when it says that it is ready: also where it stands for processes that others kill. */
  async answersReady(): Promise<void> {
    await this.#ready;
    while (!(await this.#isReady())) await delay(READY_PAUSE_MS);
  }

  /** Asks it to stop and waits until it has. */
  async stop(): Promise<void> {
    await this.#ready.catch(() => undefined);
    this.#stopping = true;
    process.off('exit', this.#takeAlong);
    const child = this.#child;
    if (child === null || !isRunning(child)) return;
    const gone = once(child, 'exit').then(() => true);
    child.kill('SIGTERM');
    const isGone = await Promise.race([gone, delay(STOP_MS_MAX, false, { ref: false })]);
    if (isGone) return;
    child.kill('SIGKILL');
    await gone;
    throw new BotFailedError('NotStopped', `The bot did not stop within ${STOP_MS_MAX / 1000} s.`);
  }

  async #launch(): Promise<void> {
    const env = { ...this.options.env, PATH: process.env['PATH'] ?? '', PORT: String(this.port) };
    const child = spawn(process.execPath, [this.options.entry], {
      cwd: this.options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) readLines(stream, this.options.onLine);
    const untilMs = performance.now() + READY_MS_MAX;
    while (performance.now() < untilMs) {
      if (child.exitCode !== null)
        throw new BotFailedError('Ended', `The bot ended with ${child.exitCode} at its start.`);
      if (await this.#isReady()) return this.#watch(child);
      await delay(READY_PAUSE_MS);
    }
    throw new BotFailedError('NotReady', `The bot was not ready within ${READY_MS_MAX / 1000} s.`);
  }

  /** Ended by somebody else once it was up, it is started again, as whoever runs it would; nobody waits for it in vain. */
  #watch(child: ChildProcess): void {
    child.once('exit', () => {
      if (this.#stopping || this.#child !== child) return;
      this.options.onLine('ended by somebody else, and is started again');
      this.#ready = this.#launch();
      // Whoever waits for it hears of a failure; until then it is nobody's.
      this.#ready.catch(() => undefined);
    });
  }

  async #isReady(): Promise<boolean> {
    if (this.#stopping) return false;
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`);
      await answer.arrayBuffer();
      return answer.status === 200;
    } catch {
      return false;
    }
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function readLines(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((text) => text.trim() !== '')) onLine(line);
  });
}

/** A port nobody has now: the bot keeps its own over restarts, as its address must stay the same. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
