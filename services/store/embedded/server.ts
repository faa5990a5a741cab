/**
 * Starts and stops the embedded server: the order of lock, data and socket. Owns that order only.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CursorTable } from './commands/cursors';
import { dispatch } from './commands/dispatch';
import type { Engine } from './commands/command';
import { EmbeddedServerError } from './errors';
import { Catalog } from './storage/catalog';
import { Documents } from './storage/documents';
import { refuseNetworkFileSystem } from './storage/filesystem';
import { lockDataDir } from './storage/lock';
import { Store } from './storage/store';
import { Sweeper } from './storage/sweeper';
import { Writer } from './storage/writer';
import { listen } from './wire/listener';

export interface EmbeddedServerOptions {
  /** Where the data lie; made if missing, for its owner only. */
  readonly dataDir: string;
  /** Given, the server listens on TCP (0 chooses a port); left out, on a unix socket (on Windows on loopback TCP). */
  readonly port?: number;
  /** For TCP; loopback unless told otherwise. */
  readonly host?: string;
  /** The time for TTL indexes and idle cursors; the machine's unless a test brings its own. */
  readonly now?: () => number;
  /** How often what has expired is removed. */
  readonly sweepEveryMs?: number;
}

export interface EmbeddedServer {
  /** For `mongoose.connect`; a unix socket's path is url-encoded. */
  readonly uri: string;
  /** Ends when everything accepted is on disk, and frees the data directory. */
  close(): Promise<void>;
}

/**
 * Starts a server on a data directory. Refuses with EmbeddedServerError: DATA_DIR_IN_USE, DATA_DIR_ON_NETWORK,
 * DATA_DIR_UNUSABLE, DATA_VERSION_UNKNOWN, LISTEN_FAILED, SOCKET_FOLDER_UNSAFE.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = prepareFolder(options.dataDir);
  refuseNetworkFileSystem(dataDir);
  // Undone in reverse when a later step fails, and on close. The lock goes last: nobody may open data still in use.
  const undo: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const lock = await lockDataDir(dataDir);
    undo.push(() => lock.release());
    const engine = openEngine(join(dataDir, 'data'), options);
    undo.push(() => engine.store.close());
    undo.push(() => engine.writer.stop());
    undo.push(() => engine.sweeper.stop());
    const listener = await listen({
      dataDir,
      port: options.port,
      host: options.host,
      handlerFor: (id) => (request, answer) => dispatch(request, engine, id, answer),
    });
    undo.push(() => listener.close());
    return { uri: listener.uri, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (cause) {
    throw new EmbeddedServerError('DATA_DIR_UNUSABLE', `the folder ${dataDir} cannot be made or entered`, { cause });
  }
}

function openEngine(path: string, options: EmbeddedServerOptions): Engine {
  const now = options.now ?? Date.now;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const store = new Store(path);
  const catalog = new Catalog(store);
  const documents = new Documents(store, catalog);
  const writer = new Writer(store, catalog);
  const sweeper = new Sweeper({ store, catalog, documents, writer, now }, options.sweepEveryMs);
  return { store, catalog, documents, writer, sweeper, cursors: new CursorTable(now), now };
}
