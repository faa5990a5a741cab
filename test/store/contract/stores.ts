// Opens stores for the contract tests: on the embedded server, or on the server named in TEST_MONGODB_URI.
// Every test file has a database of its own, which is gone afterwards; nothing here is random but the names of databases.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { startEmbeddedServer } from '../../../services/store/embedded/server';
import { openStore } from '../../../services/store/open';
import type { OpenOptions } from '../../../services/store/open';
import type { Store } from '../../../services/store/ports';

/** A server with an empty database, and all that was opened on it. */
export interface Database {
  readonly uri: string;
  open(more?: Partial<OpenOptions>): Promise<Store>;
  /** A plain connection, to look at what lies there and to damage it. */
  raw(): Promise<Connection>;
  /** Closes everything and drops the database. */
  drop(): Promise<void>;
}

/** The database of one test file. Its server listens on TCP, so that a proxy or another process can reach it. */
export async function freshDatabase(): Promise<Database> {
  const given = process.env['TEST_MONGODB_URI'];
  const name = `trinvis_test_${randomUUID().slice(0, 8)}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'trinvis-store-'));
  const server = given === undefined ? await startEmbeddedServer({ dataDir, port: 0 }) : null;
  const uri = withDatabase(given ?? server?.uri ?? '', name);
  const opened: { close(): Promise<unknown> }[] = [];
  const raw = async (): Promise<Connection> => {
    const connection = await createConnection(uri).asPromise();
    opened.push(connection);
    return connection;
  };
  return {
    uri,
    raw,
    open: async (more = {}) => {
      const store = await openStore({ uri, dataDir, stamp: 'local', ids: randomUUID, ...more });
      opened.push(store);
      return store;
    },
    drop: async () => {
      await (await raw()).dropDatabase();
      await Promise.all(opened.map(async (one) => one.close()));
      await server?.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The URI with another database in its path. */
export function withDatabase(uri: string, name: string): string {
  const [, hosts = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  return `${hosts}/${name}${query}`;
}
