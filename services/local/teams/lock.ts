// Owns the rule that one state folder has one process, by a lock that the system frees when the process dies.
// Must not leave anything behind that a killed process would have to clean up (so no pid file).

import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalTeamsError } from './errors';

/** Where the lock of a folder listens: an abstract socket or a pipe the system frees; elsewhere a socket file. */
function lockAddress(folder: string): string {
  const name = `trinvis-teams-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
  switch (process.platform) {
    case 'linux':
      return `\0${name}`;
    case 'win32':
      return `\\\\.\\pipe\\${name}`;
    default:
      return join(tmpdir(), `${name}.sock`);
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

function isAnswering(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Takes the folder; answers how to give it back. Refused with `StateInUse` while another process has it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const address = lockAddress(folder);
  const server = await listen(address).catch(async (error: unknown) => {
    // A socket file outlives a killed process (not on Linux and Windows): nobody answers on it, so it may go.
    if (!address.endsWith('.sock') || (await isAnswering(address))) {
      throw new LocalTeamsError(
        'StateInUse',
        `Another local Teams uses ${folder}. Stop it, or give another folder.`,
        error,
      );
    }
    rmSync(address, { force: true });
    return listen(address);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
