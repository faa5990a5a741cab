// Time that only passes when everybody waits for it: hours of pauses and limits in a moment. For tests and measurements; the
// product never runs on it.
import type { Time } from '../services/delivery/time';

export interface SimulatedTime extends Time {
  /** Lets time pass until `work` is done. Everything in `work` must wait by this time or by promises alone. */
  through<Result>(work: Promise<Result>): Promise<Result>;
}

export function simulatedTime(): SimulatedTime {
  let nowMs = 0;
  let order = 0;
  const waiting: { readonly atMs: number; readonly order: number; readonly work: () => void }[] = [];
  const after = (ms: number, work: () => void): void => {
    waiting.push({ atMs: nowMs + ms, order: (order += 1), work });
    waiting.sort((one, other) => one.atMs - other.atMs || one.order - other.order);
  };
  return {
    nowMs: () => nowMs,
    after,
    within: after,
    instant: () => new Date(nowMs).toISOString(),
    through: async (work) => {
      const state = { isDone: false };
      const done = work.finally(() => {
        state.isDone = true;
      });
      done.catch(() => undefined);
      for (;;) {
        // Promises settle before time passes.
        await new Promise<void>((idle) => {
          setImmediate(idle);
        });
        if (state.isDone) return done;
        const next = waiting.shift();
        if (next === undefined) continue;
        nowMs = Math.max(nowMs, next.atMs);
        next.work();
      }
    },
  };
}
