// The pause before a lost race is run again: growing, and never the same for two processes. Randomness comes from the
// ids handed in; nothing else in the store waits by the clock.
import { setTimeout as wait } from 'node:timers/promises';
import { sha256 } from './commit-format';

/** Waits before attempt number `attempt + 1`. */
export type Pause = (attempt: number) => Promise<void>;

/** A commit takes some milliseconds: the first pause is about one of them. */
const firstMs = 4;

/** Longer pauses would not help: by then others have long finished their batch. */
const longestMs = 300;

/** A pause between half and the whole of 4, 8, 16 … 300 ms. */
export function pauseFrom(ids: () => string): Pause {
  return async (attempt) => {
    const whole = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
    await wait(whole * (0.5 + fraction(ids()) / 2));
  };
}

/** A number from 0 up to 1 out of a random text. */
function fraction(random: string): number {
  return Number.parseInt(sha256(random).slice(0, 8), 16) / 2 ** 32;
}
