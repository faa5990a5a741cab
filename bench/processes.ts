// Starting, asking and stopping the bench's processes; and what they use of memory, as the kernel counts it.
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Starts a compiled script below dist with its own environment. */
export function start(
  script: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  return fork(join(__dirname, '..', script), [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Sends a message and waits for the answer. */
export async function ask<Reply>(child: ChildProcess, message: object): Promise<Reply> {
  const answer = once(child, 'message');
  child.send(message);
  const [reply] = (await answer) as [Reply];
  return reply;
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory in MB, now and at its highest; null where the kernel does not tell. */
export function memoryMb(child: ChildProcess): { readonly now: number; readonly peak: number } | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const kilobytes = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { now: kilobytes('VmRSS') / 1_024, peak: kilobytes('VmHWM') / 1_024 };
  } catch {
    return null;
  }
}

/** Processor time a process has used so far, its threads together; null where the kernel does not tell. */
export function processorMs(child: ChildProcess): number | null {
  try {
    // The command's name stands in brackets and may hold anything; user and system time are the 14th and 15th field.
    const [, rest = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number);
    return (user + system) * MS_PER_TICK;
  } catch {
    return null;
  }
}

/** The kernel counts processor time in hundredths of a second (USER_HZ). */
const MS_PER_TICK = 10;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Tries until `attempt` succeeds; milliseconds it took. */
export async function until(attempt: () => Promise<boolean>, timeoutMs: number): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    if (await attempt().catch(() => false)) return performance.now() - startedAt;
    if (performance.now() - startedAt > timeoutMs) throw new Error('It did not answer in time.');
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
