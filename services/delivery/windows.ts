// Sliding windows: how long to wait before one more call keeps every limit. Knows numbers only, neither Teams nor time.

/** At most `calls` in any stretch of `ms` milliseconds. */
export interface Window {
  readonly calls: number;
  readonly ms: number;
}

/** The calls made on one row of limits, oldest first; a call under way counts as made now, whenever that is. */
export class CallLog {
  readonly #windows: readonly Window[];
  readonly #kept: number;
  #endedAt: number[] = [];
  #underWay = 0;

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#kept = Math.max(...windows.map(({ calls }) => calls));
  }

  /**
   * Milliseconds until so many more calls keep every window; Infinity while calls under way fill one. `windows`: narrower
   * ones than it was made with.
   */
  waitMs(nowMs: number, more: number, windows = this.#windows): number {
    return Math.max(0, ...windows.map((window) => this.#waitFor(window, nowMs, more)));
  }

  begin(calls: number): void {
    this.#underWay += calls;
  }

  /**
   * Counts the call at its end, because that is the latest moment at which Teams may have counted it: what waits from here
   * keeps the limit however long the call was on its way.
   */
  end(nowMs: number, calls: number): void {
    this.#underWay -= calls;
    for (let call = 0; call < calls; call += 1) this.#endedAt.push(nowMs);
    if (this.#endedAt.length > 2 * this.#kept) this.#endedAt = this.#endedAt.slice(-this.#kept);
  }

  /** True when nothing of it matters any more. */
  isSpent(nowMs: number): boolean {
    const longestMs = Math.max(...this.#windows.map(({ ms }) => ms));
    return this.#underWay === 0 && (this.#endedAt.at(-1) ?? Number.NEGATIVE_INFINITY) + longestMs <= nowMs;
  }

  #waitFor({ calls, ms }: Window, nowMs: number, more: number): number {
    const left = calls - this.#underWay - (more - 1);
    if (left <= 0) return Number.POSITIVE_INFINITY;
    return (this.#endedAt.at(-left) ?? Number.NEGATIVE_INFINITY) + ms - nowMs;
  }
}
