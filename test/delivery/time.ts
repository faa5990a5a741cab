// Real time for tests, but faster. Simulated time is bench/simulated-time.ts.
import { realTime, type Time } from '../../services/delivery/time';

/** Real time, so many times as fast: pauses between attempts take a tenth, and so do the limits. Others are as slow as ever. */
export function fastTime(factor = 10): Time {
  return {
    ...realTime,
    nowMs: () => performance.now() * factor,
    after: (ms, work) => {
      setTimeout(work, ms / factor).unref();
    },
  };
}
