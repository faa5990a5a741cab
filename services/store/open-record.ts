// Opens the record for reading only: for the verification and for exports while no bot runs. Never stamps, never makes an
// index, never deletes; on the data directory it starts the embedded server for as long as it reads.
import { existsSync } from 'node:fs';
import type { Connection } from 'mongoose';
import { CommitLog } from './commit-log';
import { connect } from './connection';
import { idOf } from './document-id';
import { startOnDataDir } from './data-dir';
import type { EmbeddedServer } from './embedded/server';
import { DataDirMissing } from './errors';
import { guarded } from './failures';
import { silentLogger } from './logger';
import { modelsOn } from './models';
import type { PersonDocument } from './models/person';
import type { TextDocument } from './models/text';
import type { PersonId } from '../process/ids';

export interface OpenRecordOptions {
  /** MONGODB_URI. Left out: the data directory. */
  readonly uri?: string | undefined;
  readonly dataDir: string;
}

export interface OpenedRecord {
  /** All commits as they lie there, sorted by streamId and seq. */
  commits(): AsyncIterable<Readonly<Record<string, unknown>>>;
  /** Those of the texts that are there, with their salts. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly salt: string; readonly body: string }>>;
  /** Names by person; an erased person has none. */
  names(): Promise<ReadonlyMap<PersonId, string>>;
  close(): Promise<void>;
}

/**
 * Opens the record. Throws `DataDirMissing`, `DataDirInUse` (a bot is running on it), `DatabaseUriInvalid`,
 * `DatabaseUnreachable`, `DatabaseRefused`, `DataDirUnusable`.
 */
export async function openRecord({ uri, dataDir }: OpenRecordOptions): Promise<OpenedRecord> {
  const embedded = uri === undefined ? await startOn(dataDir) : null;
  try {
    const connection = await connect(uri ?? embedded?.uri ?? '', { wait: false, logger: silentLogger });
    return recordOn(connection, async () => embedded?.close());
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

async function startOn(dataDir: string): Promise<EmbeddedServer> {
  if (existsSync(dataDir)) return startOnDataDir(dataDir);
  throw new DataDirMissing(
    `There is no data directory at ${dataDir}. Set DATA_DIR or MONGODB_URI to where the record is.`,
  );
}

function recordOn(connection: Connection, closeServer: () => Promise<void>): OpenedRecord {
  const models = modelsOn(connection);
  const log = new CommitLog(models.commits);
  return {
    commits: () => log.raw(),
    texts: async (ids) => {
      const found = await guarded('reading texts', async () =>
        models.texts
          .find({ _id: { $in: [...ids] } }, { salt: 1, body: 1 })
          .sort({ _id: 1 })
          .lean<Pick<TextDocument, '_id' | 'salt' | 'body'>[]>(),
      );
      return new Map(found.map((text) => [idOf(text), { salt: text.salt, body: text.body }]));
    },
    names: async () => {
      const found = await guarded('reading people', async () =>
        models.people.find({}, { name: 1 }).sort({ _id: 1 }).lean<Pick<PersonDocument, '_id' | 'name'>[]>(),
      );
      return new Map(found.map((person) => [idOf(person) as PersonId, person.name]));
    },
    close: async () => {
      await connection.close();
      await closeServer();
    },
  };
}
