// One process of the company that is killed: started, killed as a power cut would, started again on the same port and data.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Loaded machines start slowly; a process that is not there after this long is broken. */
const readyMsMax = 240_000;
const pauseMs = 30;

export interface KillableOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly isReady: () => Promise<boolean>;
}

export class Killable {
  #child: ChildProcess | null = null;
  kills = 0;

  constructor(private readonly options: KillableOptions) {}

  get name(): string {
    return this.options.name;
  }

  async start(): Promise<void> {
    const { args, cwd, env, isReady, name } = this.options;
    // What it logs about a database that is away is expected here and would hide what is not.
    const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.pipe(process.stderr);
    this.#child = child;
    const untilMs = performance.now() + readyMsMax;
    while (performance.now() < untilMs) {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} at its start.`);
      if (await isReady().catch(() => false)) return;
      await delay(pauseMs);
    }
    throw new Error(`${name} was not ready within ${readyMsMax / 1_000} s.`);
  }

  async killAndRestart(): Promise<void> {
    this.kills += 1;
    await this.end('SIGKILL');
    await this.start();
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
