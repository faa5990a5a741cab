// Time that passes, for pauses, limits and leases: real time, whatever a sandbox's clock says, because that one jumps days
// ahead in the middle of a message. Simulated in tests.
import type { Instant } from '../process/calendar';

export interface Time {
  /** Milliseconds from some beginning, never backwards. */
  nowMs(): number;
  /** Runs `work` once, after so long. */
  after(ms: number, work: () => void): void;
  /** As `after`, for how long others may take: tests that shorten our pauses must not shorten Teams' answers. */
  within(ms: number, work: () => void): void;
  /** The real moment, comparable between processes: leases are held in it. */
  instant(): Instant;
}

const after: Time['after'] = (ms, work) => {
  // A pause is no reason to keep a process alive that was asked to stop.
  setTimeout(work, Math.ceil(ms)).unref();
};

export const realTime: Time = {
  nowMs: () => performance.now(),
  after,
  within: after,
  instant: () => new Date().toISOString(),
};
