// Owns counting what went on and noting what the bot did wrong.
// Must not refuse anything: who finds a fault notes it here and decides himself what is answered.

import type { Counters, Violation, ViolationKind } from './api';
import type { SandboxClock } from './clock';
import type { Storage } from './storage';

type Counted = Exclude<keyof Counters, 'violations'>;

// Content posted again in the same thread within this time counts as a duplicate; a daily reminder does not.
const DUPLICATE_WITHIN_MS = 10 * 60_000;
// Above this many remembered contents the old ones are swept, so that memory stays bounded.
const CONTENTS_MAX = 20_000;

export class Ledger {
  readonly #counts: Record<Counted, number> = {
    posted: 0,
    updated: 0,
    deleted: 0,
    conversationsCreated: 0,
    duplicates: 0,
    throttled: 0,
    faulted: 0,
    delivered: 0,
    redelivered: 0,
    automaticRefreshes: 0,
    editsDuringRefresh: 0,
  };
  readonly #postedAtMs = new Map<string, number>();

  constructor(
    readonly storage: Storage,
    readonly clock: SandboxClock,
  ) {}

  count(what: Counted): void {
    this.#counts[what] += 1;
  }

  counters(): Counters {
    return { ...this.#counts, violations: this.storage.world.violations.length };
  }

  /** Counts a post, and a duplicate where the same content was posted shortly before; `key` is thread and content. */
  countPosted(key: string): void {
    const nowMs = this.clock.now();
    const beforeMs = this.#postedAtMs.get(key);
    this.count('posted');
    if (beforeMs !== undefined && nowMs - beforeMs < DUPLICATE_WITHIN_MS) {
      this.count('duplicates');
    }
    this.#postedAtMs.set(key, nowMs);
    if (this.#postedAtMs.size > CONTENTS_MAX) {
      this.#sweep(nowMs);
    }
  }

  #sweep(nowMs: number): void {
    for (const [key, atMs] of this.#postedAtMs) {
      if (nowMs - atMs >= DUPLICATE_WITHIN_MS || this.#postedAtMs.size > CONTENTS_MAX) {
        this.#postedAtMs.delete(key);
      }
    }
  }

  /** Notes a breach, in the list of violations and as a `FAILURE` entry of the traffic log. */
  violated(kind: ViolationKind, detail: string, conversationId: string | null, messageId: string | null): void {
    const at = this.clock.iso();
    const seq = this.storage.world.violations.length + 1;
    const violation: Violation = { seq, at, kind, conversationId, messageId, detail };
    this.storage.commit({ kind: 'Violated', violation });
    this.storage.traffic.add({
      at,
      direction: 'from-bot',
      method: 'FAILURE',
      path: conversationId ?? '',
      status: null,
      bodyJson: JSON.stringify({ kind, messageId, detail }),
      answerJson: null,
    });
  }
}
