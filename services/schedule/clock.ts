// What time it is. Real time in Teams; in the local Teams a sandbox time that people move, never backwards.
import type { Instant } from '../process/calendar';

export interface Clock {
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that runs along with real time from wherever it was moved to. */
export interface SandboxClock extends Clock {
  /** Moves to `to`; an earlier time than now is ignored. */
  readonly moveTo: (to: Instant) => void;
  /** Called after every move. */
  readonly onMoved: (listener: () => void) => void;
}

export function sandboxClock(realNow: () => number = Date.now): SandboxClock {
  let offsetMs = 0;
  const listeners: (() => void)[] = [];
  const nowMs = (): number => realNow() + offsetMs;
  return {
    now: () => new Date(nowMs()).toISOString(),
    moveTo: (to) => {
      offsetMs = Math.max(offsetMs, Date.parse(to) - realNow());
      for (const listener of listeners) listener();
    },
    onMoved: (listener) => {
      listeners.push(listener);
    },
  };
}
