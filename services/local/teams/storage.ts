// Owns the state folder: state.jsonl (the changes) and traffic.jsonl, and bringing the world back from them.
// Must not decide anything. Without a folder everything lives in memory and every `saved()` settles at once.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppendFile, readLines } from './append-file';
import { isChange, type Change } from './changes';
import { changesOf } from './compaction';
import { LocalTeamsError } from './errors';
import { lockFolder } from './lock';
import { TrafficLog } from './traffic';
import { World } from './world';

const STATE_FILE = 'state.jsonl';
const TRAFFIC_FILE = 'traffic.jsonl';

interface Disk {
  readonly state: AppendFile;
  readonly traffic: AppendFile;
  readonly unlock: () => Promise<void>;
}

export class Storage {
  readonly #disk: Disk | null;

  private constructor(
    readonly world: World,
    readonly traffic: TrafficLog,
    disk: Disk | null,
  ) {
    this.#disk = disk;
  }

  /**
   * Opens a folder (made when missing), or memory alone for null. Both files are rewritten as they are read: the state
   * compacted, the traffic cut to what memory keeps. Refused with `StateInUse` or `StateDamaged`.
   */
  static async open(folder: string | null): Promise<Storage> {
    if (folder === null) {
      return new Storage(new World(), new TrafficLog([], null), null);
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unlock = await lockFolder(folder);
    try {
      const world = await readWorld(join(folder, STATE_FILE));
      const recent = await readRecentTraffic(join(folder, TRAFFIC_FILE));
      const state = await AppendFile.replace(join(folder, STATE_FILE), linesOf(changesOf(world)));
      const traffic = await AppendFile.replace(join(folder, TRAFFIC_FILE), recent);
      return new Storage(world, new TrafficLog(recent, traffic), { state, traffic, unlock });
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Applies a change at once and queues it for disk; it is safe when `saved()` has settled. */
  commit(change: Change): void {
    this.world.apply(change);
    this.#disk?.state.append(JSON.stringify(change));
  }

  /** Settles when everything committed so far would survive a kill -9. */
  async saved(): Promise<void> {
    if (this.#disk !== null) {
      await Promise.all([this.#disk.state.saved(), this.#disk.traffic.saved()]);
    }
  }

  async close(): Promise<void> {
    if (this.#disk !== null) {
      await this.#disk.state.close();
      await this.#disk.traffic.close();
      await this.#disk.unlock();
    }
  }
}

function* linesOf(changes: Iterable<Change>): Generator<string> {
  for (const change of changes) {
    yield JSON.stringify(change);
  }
}

/** Reads JSON lines; a last line that does not parse was cut by a crash before it was acknowledged, and is left out. */
async function* readJsonLines(path: string): AsyncGenerator<{ readonly line: string; readonly value: unknown }> {
  let damagedAt: number | null = null;
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    if (damagedAt !== null) {
      throw new LocalTeamsError('StateDamaged', `${path} cannot be read at line ${damagedAt}. Use a new state folder.`);
    }
    try {
      yield { line, value: JSON.parse(line) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) {
        throw error;
      }
      damagedAt = number;
    }
  }
}

async function readWorld(path: string): Promise<World> {
  const world = new World();
  for await (const { value } of readJsonLines(path)) {
    if (!isChange(value)) {
      throw new LocalTeamsError('StateDamaged', `${path} was written by another version. Use a new state folder.`);
    }
    world.apply(value);
  }
  return world;
}

async function readRecentTraffic(path: string): Promise<string[]> {
  const kept = new TrafficLog([], null);
  for await (const { line } of readJsonLines(path)) {
    kept.restore(line);
  }
  return kept.lines();
}
