// Owns the send limits of Teams (TEAMS.md §1), counted in sandbox time.
// Must not know HTTP: it answers how long to wait.

interface Window {
  readonly calls: number;
  readonly ms: number;
}

/** What kind of call counts against which row of the table; `other` counts for the tenant alone. */
export type LimitKind = 'send' | 'read' | 'other';

const windows = (...calls: readonly [number, number, number, number]): readonly Window[] =>
  [1000, 2000, 30_000, 3_600_000].map((ms, index) => ({ ms, calls: calls[index] ?? 0 }));

// TEAMS.md §1: per bot per conversation. Updates and deletes are counted as sends: the stricter reading.
const CONVERSATION_WINDOWS: Readonly<Record<LimitKind, readonly Window[]>> = {
  send: windows(7, 8, 60, 1800),
  read: windows(14, 16, 120, 3600),
  other: [],
};
// TEAMS.md §1: the whole app in one tenant.
const TENANT_WINDOWS: readonly Window[] = [{ calls: 50, ms: 1000 }];

/** The instants of the calls let through on one row, oldest first. */
class CallLog {
  #times: number[] = [];

  /** Milliseconds to wait before one more call keeps every window; 0 when it does now. */
  waitMs(limits: readonly Window[], nowMs: number): number {
    // Of the last `calls` calls the oldest must have left the window before another is let in.
    const waits = limits.map(({ calls, ms }) => (this.#times.at(-calls) ?? Number.NEGATIVE_INFINITY) + ms - nowMs);
    return Math.max(0, ...waits);
  }

  note(limits: readonly Window[], nowMs: number): void {
    this.#times.push(nowMs);
    const most = Math.max(...limits.map(({ calls }) => calls));
    if (this.#times.length > 2 * most) {
      this.#times = this.#times.slice(-most);
    }
  }
}

export class SendLimits {
  readonly #logs = new Map<string, CallLog>();
  readonly #tenant = new CallLog();

  /**
   * Lets one call in and counts it, or answers the milliseconds to wait, and counts nothing.
   * @param conversationId the conversation without its thread: threads share their channel's limit
   */
  take(kind: LimitKind, conversationId: string, nowMs: number): number {
    const limits = CONVERSATION_WINDOWS[kind];
    const key = `${kind} ${conversationId}`;
    const log = this.#logs.get(key) ?? new CallLog();
    const waitMs = Math.max(log.waitMs(limits, nowMs), this.#tenant.waitMs(TENANT_WINDOWS, nowMs));
    if (waitMs > 0) {
      return waitMs;
    }
    this.#tenant.note(TENANT_WINDOWS, nowMs);
    if (limits.length > 0) {
      log.note(limits, nowMs);
      this.#logs.set(key, log);
    }
    return 0;
  }
}
