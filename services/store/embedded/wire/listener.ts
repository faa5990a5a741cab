/**
 * Where clients come in: a unix socket in a folder only its owner can enter, or loopback TCP. Owns that address and the
 * open connections; must not know what they ask.
 */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync, type Stats } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServerError } from '../errors';
import { Connection, type RequestHandler } from './connection';

export interface ListenerOptions {
  /** Names the socket; one data directory has one server, so its path is enough. */
  readonly dataDir: string;
  readonly port: number | undefined;
  readonly host: string | undefined;
  /** Called for each new client. */
  readonly handlerFor: (connectionId: number) => RequestHandler;
}

export interface Listener {
  /** For `mongoose.connect`. */
  readonly uri: string;
  close(): Promise<void>;
}

/** A unix socket's path fits in 104 bytes on macOS and 108 on Linux. */
const SOCKET_PATH_MAX = 100;
/** A driver's pool is 100 by default; more than this is a leak, and each costs memory here. */
const CONNECTIONS_MAX = 1000;

export async function listen(options: ListenerOptions): Promise<Listener> {
  const connections = new Set<Connection>();
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    accept(socket, connections, options.handlerFor(accepted));
  });
  server.maxConnections = CONNECTIONS_MAX;
  const isTcp = options.port !== undefined || platform() === 'win32';
  const path = isTcp ? undefined : prepareSocketPath(options.dataDir);
  const uri =
    path === undefined
      ? await listenTcp(server, options.port ?? 0, options.host ?? '127.0.0.1')
      : await listenUnix(server, path);
  return {
    uri,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const connection of connections) connection.close();
      await closed;
      if (path !== undefined) rmSync(join(path, '..'), { recursive: true, force: true });
    },
  };
}

function accept(socket: Socket, connections: Set<Connection>, handle: RequestHandler): void {
  socket.setNoDelay(true);
  const connection = new Connection(socket, handle);
  connections.add(connection);
  socket.on('close', () => connections.delete(connection));
}

async function listenUnix(server: Server, path: string): Promise<string> {
  // Left by a process that was killed: the lock says that nobody serves these data now.
  rmSync(path, { force: true });
  await started(server, { path });
  return `mongodb://${encodeURIComponent(path)}/?directConnection=true`;
}

async function listenTcp(server: Server, port: number, host: string): Promise<string> {
  await started(server, { port, host });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `mongodb://${host.includes(':') ? `[${host}]` : host}:${actual}/?directConnection=true`;
}

async function started(server: Server, where: { path: string } | { port: number; host: string }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Stays: once listening, an error is a client that could not be let in (too many open files), and rejects nothing.
    server.on('error', (cause) => {
      reject(new EmbeddedServerError('LISTEN_FAILED', `cannot listen on ${JSON.stringify(where)}`, { cause }));
    });
    server.listen(where, resolve);
  });
}

function prepareSocketPath(dataDir: string): string {
  const user = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(`${user}:${dataDir}`).digest('hex').slice(0, 16);
  const folder = `trinvis-${hash}`;
  // Drivers take a host for a path only when it ends in .sock.
  const path = join(tmpdir(), folder, 'db.sock');
  const short = Buffer.byteLength(path) <= SOCKET_PATH_MAX ? path : join('/tmp', folder, 'db.sock');
  makePrivateFolder(join(short, '..'), user);
  return short;
}

/** Makes the folder, or accepts one that only we can have made: the name is guessable, so someone may be there first. */
function makePrivateFolder(folder: string, user: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const facts = lstatSync(folder);
  if (!isPrivate(facts, user)) {
    throw new EmbeddedServerError('SOCKET_FOLDER_UNSAFE', `${folder} belongs to someone else; remove it or set TMPDIR`);
  }
  chmodSync(folder, 0o700);
}

function isPrivate(facts: Stats, user: number): boolean {
  return facts.isDirectory() && facts.uid === user && (facts.mode & 0o022) === 0;
}
