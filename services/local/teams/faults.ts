// Owns what the connector does wrong on purpose: seeded faults, refused conversations, and the send limits.
// Must not be reached by the page's own calls: only the bot's calls suffer.

import type { Faults } from './api';
import { codeOfStatus, RefusedCall, statusOfCode } from './errors';
import { parseConversationId } from './ids';
import { SendLimits, type LimitKind } from './limits';
import { seededDraw } from './random';
import type { Sandbox } from './sandbox';

export type FaultKind = Faults['kinds'][number];

// Long enough that a caller's short time-out fires, short enough that a test is not slow.
const SLOW_MS_DEFAULT = 2000;

/** Teams' own wrapping of a blocked thread: the reason stands as JSON inside the message (TEAMS.md §1). */
const NESTED_BLOCK = JSON.stringify({
  subCode: 'MessageWritesBlocked',
  details: 'Thread is blocked.',
  errorCode: null,
});

export class FaultPlan {
  readonly #sandbox: Sandbox;
  #draw: () => number;
  #limits = new SendLimits();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#draw = seededDraw(this.faults.seed);
  }

  get faults(): Faults {
    return this.#sandbox.world.faults;
  }

  /** Sets new faults and starts their row of draws, and the counting of the limits, from the beginning. */
  set(faults: Faults): void {
    this.#sandbox.commit({ kind: 'FaultsSet', faults });
    this.#draw = seededDraw(faults.seed);
    this.#limits = new SendLimits();
  }

  get slowMs(): number {
    return this.faults.slowMs ?? SLOW_MS_DEFAULT;
  }

  /** The fault that hits this call, if any; two draws a call that is hit, one where it is not. */
  drawFault(): FaultKind | null {
    const { rate, kinds } = this.faults;
    if (kinds.length === 0 || rate === 0 || this.#draw() >= rate) {
      return null;
    }
    this.#sandbox.ledger.count('faulted');
    return kinds[Math.floor(this.#draw() * kinds.length)] ?? null;
  }

  /** The answer of a fault that is an HTTP status. */
  refusalOfStatus(status: number): RefusedCall {
    const wait = status === 429 || status === 503 ? { retryAfterSeconds: 1 + Math.floor(this.#draw() * 3) } : {};
    return new RefusedCall(codeOfStatus(status), 'A fault that was asked for.', { status, ...wait });
  }

  /** Refuses a conversation that PUT /local/faults names, by its full id or without its thread. */
  checkRefused(conversationId: string): void {
    const refuse = this.faults.refuse ?? {};
    const named = [conversationId, parseConversationId(conversationId).base].find((id) => Object.hasOwn(refuse, id));
    const code = named === undefined ? undefined : refuse[named];
    if (code === '209') {
      throw new RefusedCall('209', NESTED_BLOCK, { status: 403 });
    }
    if (code !== undefined) {
      throw new RefusedCall(code, `Refused on request: ${code}.`, { status: statusOfCode(code) });
    }
  }

  /** Counts a call against the limits when they are on; refused with 429 and Retry-After (1 s of seeded slack). */
  checkLimits(kind: LimitKind, conversationId: string): void {
    if (this.faults.limits !== true) {
      return;
    }
    const { base } = parseConversationId(conversationId);
    const waitMs = this.#limits.take(kind, base, this.#sandbox.clock.now());
    if (waitMs > 0) {
      this.#sandbox.ledger.count('throttled');
      const retryAfterSeconds = Math.ceil(waitMs / 1000) + (this.#draw() < 0.5 ? 0 : 1);
      throw new RefusedCall('Throttled', 'Too many requests.', { retryAfterSeconds });
    }
  }
}
