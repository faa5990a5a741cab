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

/** What a pacer needs of time: limits count the calls of a stretch of it. */
export type PaceTime = Pick<Time, 'nowMs' | 'after'>;

/**
 * A sandbox's time for the limits of its own local Teams, which counts them in the same time: what waits for a moment that
 * the clock has been moved past goes on at once, so that a round of months can be played in a minute.
 */
export function sandboxPace(clock: {
  readonly now: () => Instant;
  readonly onMoved: (listener: () => void) => void;
}): PaceTime {
  const nowMs = (): number => Date.parse(clock.now());
  const waiting = new Set<{ readonly untilMs: number; readonly go: () => void }>();
  clock.onMoved(() => {
    for (const { untilMs, go } of waiting) if (untilMs <= nowMs()) go();
  });
  return {
    nowMs,
    after: (ms, work) => {
      const timer = setTimeout(() => one.go(), Math.ceil(ms)).unref();
      const one = {
        untilMs: nowMs() + ms,
        go: (): void => {
          clearTimeout(timer);
          if (waiting.delete(one)) work();
        },
      };
      waiting.add(one);
    },
  };
}
