// Owns the sandbox's own time: the real time plus an offset that only grows.
// Must not tell the bots: control-clock.ts does, after the time here has moved.

import type { Storage } from './storage';

export class SandboxClock {
  constructor(
    private readonly storage: Storage,
    private readonly realNow: () => number,
  ) {}

  /** Milliseconds since 1970 in sandbox time. */
  now(): number {
    return this.realNow() + this.storage.world.offsetMs;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Moves forward to an instant; false, and nothing moves, when it lies in the past. */
  moveTo(toMs: number): boolean {
    const nowMs = this.now();
    if (toMs < nowMs) {
      return false;
    }
    this.storage.commit({ kind: 'ClockMoved', offsetMs: this.storage.world.offsetMs + (toMs - nowMs) });
    return true;
  }
}
