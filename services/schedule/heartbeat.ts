// Tells after the fact when nobody ticked: the last tick that came to its end is remembered beside the record. A gap is
// downtime of whatever people needed: all instances, or the database. Must not know what follows from it.
import { z } from 'zod';
import type { Instant } from '../process/calendar';
import type { Outage } from '../process/round/matters/downtime/affected';
import type { Settings } from '../store/ports';
import type { Clock } from './clock';

/** Ticks come every minute. A restart or an upgrade is no downtime; a quarter of an hour of the last four is. */
const downAfterMs = 15 * 60_000;

const setting = 'heartbeat';

/** The moment as people see it, and in real time: a sandbox's clock that is moved makes no downtime. */
const beatShape = z.object({ at: z.string(), realAt: z.string() });

export interface Heartbeat {
  /** The gap that ends now; null when there was none. Stays until the next beat, so a crash on the way loses nothing. */
  outage(): Promise<Outage | null>;
  /** A tick came to its end. */
  beat(): Promise<void>;
}

export function createHeartbeat(parts: {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly realClock: Clock;
}): Heartbeat {
  const { settings, clock, realClock } = parts;
  return {
    outage: async () => {
      const last = beatShape.safeParse(await settings.read(setting));
      if (!last.success) return null;
      const { at, realAt } = last.data;
      const now = clock.now();
      return isLong(at, now) && isLong(realAt, realClock.now()) ? { from: at, to: now } : null;
    },
    beat: async () => settings.write(setting, { at: clock.now(), realAt: realClock.now() }),
  };
}

function isLong(from: Instant, to: Instant): boolean {
  return Date.parse(to) - Date.parse(from) > downAfterMs;
}
