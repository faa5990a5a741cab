// Owns the traffic log: every call between Teams and the bot, as JSON text ready to be sent on.
// Must not parse bodies again: they come as the text that went over the wire.

import type { TrafficEntry } from './api';
import type { AppendFile } from './append-file';

// A rehearsal of 72 nominations makes some 20,000 entries of a few kB; above this the oldest leave memory (not disk).
const MEMORY_CHARS_MAX = 128 * 1024 * 1024;

export interface TrafficRecord extends Omit<TrafficEntry, 'seq' | 'body' | 'answer'> {
  /** JSON text, or null for none. */
  readonly bodyJson: string | null;
  readonly answerJson: string | null;
}

export class TrafficLog {
  /** `#lines[i]` is the entry with seq `#firstSeq + i`; empty texts stand before `#kept`. */
  #lines: string[] = [];
  #firstSeq = 1;
  #kept = 0;
  #chars = 0;
  readonly #file: AppendFile | null;

  constructor(lines: readonly string[], file: AppendFile | null) {
    lines.forEach((line) => this.restore(line));
    this.#file = file;
  }

  /** Takes a line of the file back in; the first one tells where the numbers go on. */
  restore(line: string): void {
    if (this.#lines.length === 0) {
      this.#firstSeq = Number(/^\{"seq":(\d+),/.exec(line)?.[1] ?? 1);
    }
    this.#keep(line);
  }

  add(record: TrafficRecord): void {
    const { at, direction, method, path, status, bodyJson, answerJson } = record;
    const seq = this.#firstSeq + this.#lines.length;
    const head = JSON.stringify({ seq, at, direction, method, path, status }).slice(0, -1);
    const line = `${head},"body":${bodyJson ?? 'null'},"answer":${answerJson ?? 'null'}}`;
    this.#keep(line);
    this.#file?.append(line);
  }

  #keep(line: string): void {
    this.#lines.push(line);
    this.#chars += line.length;
    while (this.#chars > MEMORY_CHARS_MAX && this.#kept < this.#lines.length - 1) {
      this.#chars -= this.#lines[this.#kept]?.length ?? 0;
      this.#lines[this.#kept] = '';
      this.#kept += 1;
    }
  }

  /** The entries after `seq`, oldest first, as the text of a JSON array. */
  after(seq: number, limit: number): string {
    const from = Math.max(seq + 1 - this.#firstSeq, this.#kept);
    return `[${this.#lines.slice(from, from + limit).join(',')}]`;
  }

  /** All that is in memory, oldest first. */
  lines(): string[] {
    return this.#lines.slice(this.#kept);
  }
}

/** JSON text on one line: the text itself where it is safe to repeat, else written anew from its value. */
export function oneLineJson(text: string | null, value: unknown): string | null {
  const isSafe = text !== null && !text.includes('\n') && !text.includes('\r') && !text.includes('__proto__');
  return isSafe ? text : value === undefined ? null : JSON.stringify(value);
}
