/**
 * One data directory, one process. Owns the lock; must not touch the data.
 *
 * Node offers no file lock, but lmdb takes kernel locks on its own lock file: each process that reads holds a row in
 * lmdb's reader table, and an fcntl lock on the byte of its process id (on Windows, a lock on the file); the kernel
 * frees them when the process ends, however it ends. So a tiny lmdb environment of its own is the lock: take a row,
 * and then look whether anyone else alive has one. Of two that start at once, the later to take its row sees the other.
 * No row outlives its process: the first to open the file again finds nobody's lock on it and empties the table.
 */
import { open, type RootDatabase } from 'lmdb';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedServerError } from '../errors';

export interface DataDirLock {
  release(): Promise<void>;
}

/** lmdb shares one environment inside a process, where the reader table cannot tell two servers apart. */
const heldHere = new Set<string>();

function inUse(dataDir: string, cause?: unknown): EmbeddedServerError {
  return new EmbeddedServerError('DATA_DIR_IN_USE', `${dataDir} is in use by another process; stop that one first`, {
    cause,
  });
}

/** Takes the lock of an existing data directory or refuses with DATA_DIR_IN_USE; never waits for the holder. */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const real = realpathSync(dataDir);
  if (heldHere.has(real)) throw inUse(dataDir);
  heldHere.add(real);
  const table = openTable(join(real, 'lock'));
  try {
    // Looking before taking a row refuses quickly, and also where two containers give their process the same id: there
    // the kernel refuses the row itself, but only after lmdb has tried for seconds.
    if (rowsOf(table) > 0) throw inUse(dataDir);
    takeRow(table, dataDir);
    if (rowsOf(table) > 1) throw inUse(dataDir);
  } catch (error) {
    heldHere.delete(real);
    await table.close();
    throw error;
  }
  return {
    release: async () => {
      await table.close();
      heldHere.delete(real);
    },
  };
}

function openTable(path: string): RootDatabase {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  try {
    return open({ path, keyEncoding: 'binary', encoding: 'binary', overlappingSync: false });
  } catch (cause) {
    throw new EmbeddedServerError('DATA_DIR_UNUSABLE', `the lock in ${path} cannot be opened`, { cause });
  }
}

/** Any read takes a row and keeps it until the environment closes. */
function takeRow(table: RootDatabase, dataDir: string): void {
  try {
    table.doesExist(Buffer.from('row'));
  } catch (cause) {
    throw inUse(dataDir, cause);
  }
}

/** Rows of living processes, ours included; lmdb prints a heading and one line for each. */
function rowsOf(table: RootDatabase): number {
  table.readerCheck();
  return table
    .readerList()
    .split('\n')
    .filter((line) => /^\s*\d+\s/.test(line)).length;
}
