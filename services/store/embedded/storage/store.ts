/**
 * The one lmdb database: reads, writes inside a transaction, and nothing else. The only file that knows lmdb's calls
 * besides `writer.ts` and `lock.ts`; must not know BSON.
 */
import { open, type RootDatabase } from 'lmdb';
import { closeSync, fsyncSync, openSync, statfsSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { EmbeddedServerError } from '../errors';
import { metaKey } from './keys';

/**
 * The layout of keys and values on disk. A folder stamped otherwise is refused: older code cannot know what newer wrote.
 */
const DATA_VERSION = 'trinvis-embedded-1';
const VERSION_KEY = metaKey('version');

export interface VisitRange {
  readonly start: Buffer;
  readonly end: Buffer;
  readonly reverse: boolean;
  /** Begin after this key instead of at the range's own start. */
  readonly after?: Buffer | undefined;
}

export type EntryVisitor = (key: Buffer, value: Buffer) => boolean;

export class Store {
  readonly database: RootDatabase<Buffer, Buffer>;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.database = openDatabase(path);
    this.stamp();
  }

  /** The value as a copy; inside a transaction, what was written there is seen. */
  get(key: Buffer): Buffer | undefined {
    return this.database.getBinary(key);
  }

  /** Only inside a transaction of the writer. */
  put(key: Buffer, value: Buffer): void {
    this.database.putSync(key, value);
  }

  /** Only inside a transaction of the writer. */
  remove(key: Buffer): void {
    this.database.removeSync(key);
  }

  /**
   * Visits entries in key order (or in reverse) until the visitor says stop; true when the range ended by itself.
   * The cursor lives no longer than this call, so no old version of the data is kept for a slow client.
   */
  visit(range: VisitRange, visitor: EntryVisitor): boolean {
    for (const { key, value } of this.database.getRange(rangeOptions(range))) {
      if (!visitor(key, value)) return false;
    }
    return true;
  }

  count(start: Buffer, end: Buffer): number {
    return this.database.getKeysCount({ start, end });
  }

  /** Bytes that the disk has left for anyone. */
  freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.path);
    return bavail * bsize;
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private stamp(): void {
    const found = this.get(VERSION_KEY)?.toString('latin1');
    if (found === undefined) {
      this.database.transactionSync(() => this.put(VERSION_KEY, Buffer.from(DATA_VERSION, 'latin1')));
      // lmdb flushes its file, not the folders that name it; without this a power cut could take a new file away.
      for (const folder of [this.path, dirname(this.path), dirname(dirname(this.path))]) syncFolder(folder);
    } else if (found !== DATA_VERSION) {
      throw new EmbeddedServerError('DATA_VERSION_UNKNOWN', `the data are of version "${found}", not ${DATA_VERSION}`);
    }
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open folders, and NTFS keeps its names in a journal.
  if (platform() === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function rangeOptions(range: VisitRange): Parameters<RootDatabase<Buffer, Buffer>['getRange']>[0] {
  const { start, end, after } = range;
  if (!range.reverse) return after === undefined ? { start, end } : { start: after, end, exclusiveStart: true };
  return { start: after ?? end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true };
}

function openDatabase(path: string): RootDatabase<Buffer, Buffer> {
  try {
    // Textbook lmdb: one commit at a time, data flushed before the page that makes them valid. lmdb-js's overlapping
    // flush is faster on slow disks, but recovers by comparing boot ids; the writer's batching already gives the speed.
    // Its own batching of event turns is off: it makes a promise nobody holds, whose rejection would end the process.
    const sync = { overlappingSync: false, eventTurnBatching: false };
    return open<Buffer, Buffer>({ path, keyEncoding: 'binary', encoding: 'binary', ...sync });
  } catch (cause) {
    throw new EmbeddedServerError('DATA_DIR_UNUSABLE', `the data in ${path} cannot be opened`, { cause });
  }
}
