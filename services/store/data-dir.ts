// Starts the embedded server on the data directory, and says in the store's own errors what an operator can do when it
// cannot start. The server itself is in embedded/; what it keeps there is its own business.
import { EmbeddedServerError } from './embedded/errors';
import { startEmbeddedServer } from './embedded/server';
import type { EmbeddedServer } from './embedded/server';
import { DataDirInUse, DataDirUnusable } from './errors';

/** Throws `DataDirInUse` when a process holds the directory, else `DataDirUnusable` with the reason. */
export async function startOnDataDir(dataDir: string): Promise<EmbeddedServer> {
  try {
    return await startEmbeddedServer({ dataDir });
  } catch (error) {
    if (!(error instanceof EmbeddedServerError)) throw error;
    if (error.code !== 'DATA_DIR_IN_USE') throw new DataDirUnusable(error.message, error);
    throw new DataDirInUse(
      `${dataDir} is in use by a running Trinvis. Stop that one first, or set MONGODB_URI to the address of its database.`,
      error,
    );
  }
}
