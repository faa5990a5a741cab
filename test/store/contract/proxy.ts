// A network that can fail: sits between a store and its database on loopback TCP. Cuts connections, swallows the reply to
// a chosen request after the server has carried it out, refuses connections, and shows what was asked.
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { mongo } from 'mongoose';
import { withDatabase } from './stores';

export interface Proxy {
  /** The database through the proxy. */
  readonly uri: string;
  /** The server carries out the next request that `matches`, but its reply is lost and the connection with it. */
  loseReplyTo(matches: (command: mongo.BSON.Document) => boolean): void;
  /** Cuts all connections and refuses new ones, until `restore`. */
  cut(): void;
  restore(): void;
  /** Every command that went through, in order. */
  readonly commands: readonly mongo.BSON.Document[];
  close(): Promise<void>;
}

/** OP_MSG: 16 bytes of header, 4 of flags, a section kind, then the command as BSON. */
const opMsg = 2_013;
const bodyStart = 21;

export async function proxyTo(target: string, options = ''): Promise<Proxy> {
  const { hostname, port, pathname } = new URL(target.replace(/^mongodb:/, 'http:'));
  const state = { isCut: false, lose: null as ((command: mongo.BSON.Document) => boolean) | null };
  const commands: mongo.BSON.Document[] = [];
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    if (state.isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(port), hostname);
    let isLost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      const command = commandIn(chunk);
      if (command !== null) commands.push(command);
      if (command !== null && state.lose?.(command) === true) {
        state.lose = null;
        isLost = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (isLost) client.destroy();
      else client.write(chunk);
    });
  });
  await listening(server);
  const host = `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true${options}`;
  return {
    uri: withDatabase(host, pathname.slice(1)),
    commands,
    loseReplyTo: (matches) => {
      state.lose = matches;
    },
    cut: () => {
      state.isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    restore: () => {
      state.isCut = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Requests of the driver come in one piece each, as long as they are small; others are passed on unread. */
function commandIn(chunk: Buffer): mongo.BSON.Document | null {
  if (chunk.length < bodyStart + 4 || chunk.readInt32LE(12) !== opMsg || chunk[bodyStart - 1] !== 0) return null;
  const length = chunk.readInt32LE(bodyStart);
  if (chunk.length < bodyStart + length) return null;
  return mongo.BSON.deserialize(chunk.subarray(bodyStart, bodyStart + length));
}

async function listening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}
