// Writes down what has happened in Teams even when the database is away for a while. Only for writes that can be repeated.
import type { Time } from './time';

/** Together about two minutes: a database that is started again, or hands over to another, is back by then. */
const pausesMs: readonly number[] = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 60_000];

/** Tries until `write` succeeds; after the last pause its failure is thrown, and what happened may happen again. */
export async function persist<Result>(time: Time, write: () => Promise<Result>): Promise<Result> {
  for (const ms of pausesMs) {
    try {
      return await write();
    } catch {
      await new Promise<void>((done) => {
        time.after(ms, done);
      });
    }
  }
  return write();
}
