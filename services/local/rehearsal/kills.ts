// At which presses the bot is killed: drawn from the seed, spread over the whole rehearsal.
// Must not kill anything itself.
import { setTimeout as delay } from 'node:timers/promises';
import { seededDraw } from '../teams/random';

/** A kill falls into the middle of what a press causes: its decision, its commit, its cards. */
const WITHIN_MS = 40;

export interface KillPlan {
  /** Told of every press; kills when it is time. */
  readonly onPress: () => void;
  /** Kills that are still to come. */
  readonly left: () => number;
  /** Settles when no kill is under way and none is left: those the presses did not reach take place now. */
  readonly finish: () => Promise<void>;
}

/**
 * @param kills how often
 * @param presses about how many presses the rehearsal takes: kills are spread over them
 */
export function planKills(kills: number, presses: number, seed: number, kill: () => Promise<void>): KillPlan {
  const draw = seededDraw(seed ^ 0x6b696c6c);
  const moments = Array.from({ length: kills }, () => 1 + Math.floor(draw() * Math.max(1, presses))).toSorted(
    (one, other) => one - other,
  );
  let pressed = 0;
  let underWay: Promise<void> = Promise.resolve();
  const next = (): void => {
    pressed += 1;
    const due = moments.filter((moment) => moment <= pressed).length;
    for (let count = 0; count < due; count += 1) {
      moments.shift();
      underWay = after(underWay, Math.floor(draw() * WITHIN_MS), kill);
    }
  };
  const finish = async (): Promise<void> => {
    await underWay;
    for (; moments.length > 0; moments.shift()) await kill();
  };
  return { onPress: next, left: () => moments.length, finish };
}

/** One after the other: a bot that is being started again is not killed before it is there. */
async function after(before: Promise<void>, waitMs: number, kill: () => Promise<void>): Promise<void> {
  await before;
  await delay(waitMs);
  await kill();
}
