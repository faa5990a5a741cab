// Owns moving the sandbox's time together with the bots': Teams first, then every bot, and what comes next.
// Must not decide what is due: the bot does when it is told the time (DESIGN.md §6).

import type { ClockAnswer } from './api';
import type { BotLink } from './bot-link';
import { RefusedCall } from './errors';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';
import { BotClockSchema } from './schemas';

// A bot that catches up weeks of a round decides, posts and paces; it answers when all that is due is delivered.
const TICK_TIMEOUT_MIN_MS = 120_000;
// Only asks what is planned: a bot that cannot say it at once is busy or down. A Teams that was told to be patient is here too.
const NEXT_TIMEOUT_MIN_MS = 3000;
const NEXT_TIMEOUT_SHARE = 1 / 4;

export type ClockMove = { readonly to: string } | { readonly byMs: number } | { readonly toNext: true };

export class BotClock {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
    private readonly refresher: Refresher,
  ) {}

  /** The time alone, for a bot that starts and cannot be asked yet. */
  readBare(): ClockAnswer {
    return { now: this.sandbox.clock.iso(), next: [] };
  }

  /** The time, and what the bots say comes next, soonest first; nothing from a bot that is down. */
  async read(): Promise<ClockAnswer> {
    const plans = await Promise.all(this.bots.origins().map((origin) => this.#planOf(origin)));
    const unique = new Map(plans.flat().map((entry) => [`${Date.parse(entry.at)} ${entry.label.da}`, entry]));
    const next = [...unique.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return { now: this.sandbox.clock.iso(), next };
  }

  /**
   * Moves time forward, then waits until each bot has answered that it has done what was due. `toNext` with nothing
   * ahead moves nothing. Refused backwards.
   */
  async move(move: ClockMove): Promise<ClockAnswer> {
    const toMs = await this.#target(move);
    if (toMs !== null) {
      this.refresher.noteCause();
      if (!this.sandbox.clock.moveTo(toMs)) {
        throw new RefusedCall('BadArgument', 'The clock goes forward only.');
      }
      await this.sandbox.storage.saved();
      this.sandbox.tell({ kind: 'clock', now: this.sandbox.clock.iso() }, null);
      await this.#tickBots();
    }
    return this.read();
  }

  async #target(move: ClockMove): Promise<number | null> {
    if ('to' in move) {
      return Date.parse(move.to);
    }
    const nowMs = this.sandbox.clock.now();
    if ('byMs' in move) {
      return nowMs + move.byMs;
    }
    const { next } = await this.read();
    const ahead = next.map(({ at }) => Date.parse(at)).find((atMs) => atMs > nowMs);
    return ahead ?? null;
  }

  /** A bot that is down is left out: it asks for the time itself when it starts. */
  async #tickBots(): Promise<void> {
    const body = JSON.stringify({ now: this.sandbox.clock.iso() });
    const timeoutMs = Math.max(TICK_TIMEOUT_MIN_MS, 2 * this.bots.patienceMs);
    const ticks = this.bots.origins().map((origin) => this.bots.call('POST', `${origin}/local/clock`, body, timeoutMs));
    await this.bots.track(Promise.all(ticks));
  }

  async #planOf(origin: string): Promise<ClockAnswer['next']> {
    const timeoutMs = Math.max(NEXT_TIMEOUT_MIN_MS, this.bots.patienceMs * NEXT_TIMEOUT_SHARE);
    const answer = await this.bots.call('GET', `${origin}/local/clock`, null, timeoutMs);
    const parsed = BotClockSchema.safeParse(answer.kind === 'answered' ? answer.body : null);
    return parsed.success ? parsed.data.next : [];
  }
}
