// Whom to kill, and when: a plan drawn from a seed, of random moments and of named gaps between writes. Kills one at a time,
// and waits until each is there again. Must not know what the processes do.
import { setTimeout as delay } from 'node:timers/promises';
import { gapNames, gapsAtArrival } from './gaps';
import type { Killable } from './process';

/** A random kill falls into the middle of what an activity causes: its decision, its commit, its cards. */
const withinMs = 60;

/** From here on a gap that was hit gives the rest of its kills to chance, and later one that was never reached. */
const giveUpFrom = 0.85;
const giveUpAllFrom = 0.95;

export interface Plan {
  readonly kills: number;
  /** About how many activities come after the round is set up: kills are spread over them. */
  readonly activities: number;
  readonly seed: number;
}

export class Kills {
  readonly #left = new Map<string, number>();
  readonly #hits = new Map<string, number>();
  readonly #draw: () => number;
  #underWay: Promise<void> = Promise.resolve();
  #isBusy = false;
  #isOver = false;
  #isSetUp = false;
  #hasPressed = false;
  #seen = 0;
  #lastAt = 0;
  #byChance = 0;
  #inGaps = 0;

  constructor(
    private readonly plan: Plan,
    private readonly targets: () => readonly Killable[],
  ) {
    this.#draw = seeded(plan.seed);
    // Half by chance, half in gaps; fewer by chance where each gap would not get its own.
    const inGaps = Math.min(plan.kills, Math.max(gapNames.length, Math.ceil(plan.kills / 2)));
    gapNames.forEach((gap, index) => {
      const share = Math.floor(inGaps / gapNames.length) + (index < inGaps % gapNames.length ? 1 : 0);
      this.#left.set(gap, share);
    });
  }

  /** Activities since the round was set up. */
  get activities(): number {
    return this.#seen;
  }

  /** All there have been. */
  get total(): number {
    return this.#inGaps + this.#byChance;
  }

  /** How often a kill fell into which gap. */
  get gaps(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#hits);
  }

  /** The round is set up in chat, by presses, before the clock is moved to its first day: that is left alone. */
  dayBegins(): void {
    this.#isSetUp ||= this.#hasPressed;
  }

  activity(isPress: boolean): void {
    this.#hasPressed ||= isPress;
    if (!this.#isSetUp) return;
    this.#seen += 1;
    const { kills } = this.plan;
    const due = Math.min(1, this.#progress) * (kills - this.#inGaps - this.#reserved());
    while (this.#byChance < Math.floor(due + 1e-9)) this.#killByChance();
  }

  /** A bot has come to a gap; true when it has been killed there. */
  async strike(bot: Killable, gap: string): Promise<boolean> {
    if (!this.#mayStrike(gap)) return false;
    this.#left.set(gap, (this.#left.get(gap) ?? 0) - 1);
    this.#hits.set(gap, (this.#hits.get(gap) ?? 0) + 1);
    this.#inGaps += 1;
    this.#lastAt = this.#seen;
    const dead = bot.end('SIGKILL');
    this.#queue(async () => {
      await dead;
      await bot.killAndRestart();
    });
    await dead;
    return true;
  }

  /** Settles when no kill is under way. */
  async finish(): Promise<void> {
    await this.#underWay;
  }

  /** Whoever started us waits a limited time for our end: what is not killed by now lives. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#underWay;
  }

  get #progress(): number {
    return this.#seen / Math.max(1, this.plan.activities * giveUpAllFrom);
  }

  /** A gap is hit as soon as it is reached for the first time, and then as the round goes on. */
  #mayStrike(gap: string): boolean {
    if (!this.#isSetUp && !gapsAtArrival.has(gap)) return false;
    // People come in all at once, and never again: then both bots may be down at a time.
    const isBusy = this.#isSetUp && this.#isBusy;
    if (this.#isOver || isBusy || (this.#left.get(gap) ?? 0) <= 0) return false;
    if (this.#inGaps + this.#byChance >= this.plan.kills) return false;
    if (!this.#hits.has(gap)) return true;
    const spacing = this.plan.activities / this.plan.kills / 2;
    const planned = [...this.#hits.values(), ...this.#left.values()].reduce((total, count) => total + count, 0);
    return this.#seen - this.#lastAt >= spacing && this.#inGaps <= this.#progress * planned;
  }

  /** Kills that are kept for gaps. */
  #reserved(): number {
    const progress = this.#progress;
    if (progress >= 1) return 0;
    if (progress < giveUpFrom) return [...this.#left.values()].reduce((total, count) => total + count, 0);
    return [...this.#left].filter(([gap, count]) => count > 0 && !this.#hits.has(gap)).length;
  }

  #killByChance(): void {
    this.#byChance += 1;
    const targets = this.targets();
    const target = targets[Math.floor(this.#draw() * targets.length)];
    const afterMs = this.#draw() * withinMs;
    this.#queue(async () => {
      await delay(afterMs);
      if (!this.#isOver) await target?.killAndRestart();
    });
  }

  #queue(kill: () => Promise<void>): void {
    const before = this.#underWay;
    this.#isBusy = true;
    const turn = (async (): Promise<void> => {
      await before;
      await kill();
    })();
    this.#underWay = turn;
    void turn.finally(() => {
      if (this.#underWay === turn) this.#isBusy = false;
    });
  }
}

/** A linear congruential generator is random enough to spread kills, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
