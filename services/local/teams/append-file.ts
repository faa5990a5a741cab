// Owns a file of lines that only grows: written in batches, and a line is acknowledged when the system has it.
// Must not know what a line means. A kill -9 leaves at most one torn line at the end, which was never acknowledged.

import { createReadStream } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { errorCode, LocalTeamsError } from './errors';

/** The lines of a file, oldest first; none where the file does not exist. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw error;
    }
  }
}

// Lines are gathered to about this size before a write while a file is replaced: large enough to be few system calls.
const CHUNK_CHARS = 1 << 20;

export class AppendFile {
  readonly #handle: FileHandle;
  #lines: string[] = [];
  #tail: Promise<void> = Promise.resolve();
  #isScheduled = false;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /**
   * Opens the file with exactly `lines` in it. The new content is complete on disk before it takes the old one's name,
   * so a crash in between leaves the old file.
   */
  static async replace(path: string, lines: Iterable<string>): Promise<AppendFile> {
    const draft = `${path}.new`;
    const handle = await open(draft, 'w', 0o600);
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length > CHUNK_CHARS) {
        await handle.appendFile(chunk);
        chunk = '';
      }
    }
    await handle.appendFile(chunk);
    await handle.sync();
    await rename(draft, path);
    return new AppendFile(handle);
  }

  /** Puts a line into the next batch; it is not safe before `saved()`. The line must hold no line break. */
  append(line: string): void {
    this.#lines.push(line);
  }

  /** Settles when every line appended so far is with the system. Once a write has failed, it fails for ever. */
  saved(): Promise<void> {
    if (this.#lines.length > 0 && !this.#isScheduled) {
      this.#isScheduled = true;
      this.#tail = this.#tail.then(() => this.#write());
      // Whoever awaits `saved()` gets the failure; this only keeps a failure nobody awaits from ending the process.
      this.#tail.catch(() => undefined);
    }
    return this.#tail;
  }

  async #write(): Promise<void> {
    this.#isScheduled = false;
    const batch = `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    try {
      await this.#handle.appendFile(batch);
    } catch (error) {
      throw new LocalTeamsError('StateNotWritten', 'The state folder cannot be written: is the disk full?', error);
    }
  }

  async close(): Promise<void> {
    try {
      await this.saved();
    } finally {
      await this.#handle.close();
    }
  }
}
