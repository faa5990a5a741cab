// This process's share of the calls that Teams takes from the whole app in one tenant: all processes on the database get the
// same, counted by their leases. Must not know what is called.
import type { Instances } from '../store/ports';
import type { Time } from './time';

/** A process that has said nothing for three beats is gone: its share goes to the others. */
const beatMs = 5_000;
const leaseMs = 3 * beatMs;

export interface Share {
  /** By how many the tenant's calls are divided; Infinity: nothing may be called yet. */
  processes(): number;
  /** Counts now; then by itself. */
  start(): Promise<void>;
  /** Leaves its share to the others. */
  stop(): Promise<void>;
}

/**
 * Whoever comes to others waits one beat before he calls anything: they have counted him by then, so that all together
 * never call more than one process might. A database that is away leaves the share as it was.
 */
export function createShare(parts: {
  readonly instances: Instances;
  readonly name: string;
  readonly time: Time;
  /** The share has changed. */
  readonly changed: () => void;
}): Share {
  const { instances, name, time, changed } = parts;
  const state = { processes: Number.POSITIVE_INFINITY, isStopped: false };
  const beat = async (): Promise<void> => {
    if (state.isStopped) return;
    try {
      const { live, isNew } = await instances.live(name, time.instant(), leaseMs);
      if (live === 1 || !isNew) state.processes = live;
      changed();
    } catch {
      // Nothing is lost: who cannot count keeps to what he knew.
    }
    time.after(beatMs, () => void beat());
  };
  return {
    processes: () => state.processes,
    start: beat,
    stop: async () => {
      state.isStopped = true;
      await instances.leave(name).catch(() => undefined);
    },
  };
}
