// Turns time into ticks: node-cron says when, the database says who. What a tick does is handed in.
import { schedule } from 'node-cron';
import type { Instant } from '../process/calendar';
import type { Ticks } from '../store/ports';
import type { Clock } from './clock';

/** Every minute: deadlines are set by the hour, and a minute late is on time for people. */
const everyMinute = '* * * * *';

/** When nobody answers: what is put in order then reads much and hurries nobody. */
const everyNight = '17 2 * * *';

export interface Ticker {
  /** Ticks now, whatever the minute, and waits until it is done. Joins a tick under way and runs once more after it. */
  tick(): Promise<void>;
  /** Does the night's work unless some process has begun it for this day. */
  night(): Promise<void>;
  /** Stops the schedule and waits for a tick under way. */
  stop(): Promise<void>;
}

export interface TickerParts {
  readonly ticks: Ticks;
  readonly clock: Clock;
  /** Does everything that is due. Repeatable: what is recorded is not due again. */
  readonly run: () => Promise<void>;
  /** Puts in order what nobody waits for. Cut off, it is done the night after. */
  readonly atNight: () => Promise<void>;
  readonly failed: (error: unknown) => void;
  /** False where time only passes when somebody moves it: then only who moves it asks for a tick. */
  readonly byItself?: boolean;
}

/**
 * Starts ticking. Each minute is claimed in the database, so that of many processes one does the work; a crash in the
 * middle loses nothing, because the next minute's tick finds the same things still due.
 */
export function startTicker(parts: TickerParts): Ticker {
  const queue = oneAtATime(parts.run, parts.failed);
  const claimed = async (name: string, minute: Instant, work: () => Promise<void>): Promise<void> => {
    try {
      if (await parts.ticks.claim(name, minute)) await work();
    } catch (error) {
      parts.failed(error);
    }
  };
  const night = async (): Promise<void> => claimed('night', dayOf(parts.clock.now()), parts.atNight);
  const everyMinuteOnce = async (): Promise<void> =>
    claimed('tick', minuteOf(parts.clock.now()), async () => queue.run());
  const tasks =
    parts.byItself === false
      ? []
      : [
          schedule(everyMinute, everyMinuteOnce, { noOverlap: true }),
          schedule(everyNight, night, { noOverlap: true, timezone: 'UTC' }),
        ];
  return {
    tick: async () => queue.run(),
    night,
    stop: async () => {
      for (const task of tasks) await task.destroy();
      await queue.idle();
    },
  };
}

function dayOf(now: Instant): Instant {
  return `${now.slice(0, 10)}T00:00:00.000Z`;
}

function minuteOf(now: Instant): Instant {
  return `${now.slice(0, 16)}:00.000Z`;
}

/** Runs `work` one at a time; asked while it runs, it runs once more afterwards, however often it was asked. */
function oneAtATime(
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): { run(): Promise<void>; idle(): Promise<void> } {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    running = work().catch(failed);
    await running;
    running = null;
  };
  return {
    run: async () => {
      if (running === null) return start();
      next ??= running.then(async () => {
        next = null;
        return start();
      });
      return next;
    },
    idle: async () => {
      await (next ?? running ?? Promise.resolve());
    },
  };
}
