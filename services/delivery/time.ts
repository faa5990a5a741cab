// Time that passes, for pauses and limits: monotonic and independent of what the clock on the wall (or a sandbox) says.
// Real in the product, simulated in tests.

export interface Time {
  /** Milliseconds from some beginning, never backwards. */
  nowMs(): number;
  /** Runs `work` once, after so long. */
  after(ms: number, work: () => void): void;
}

export const realTime: Time = {
  nowMs: () => performance.now(),
  after: (ms, work) => {
    // A pause is no reason to keep a process alive that was asked to stop.
    setTimeout(work, Math.ceil(ms)).unref();
  },
};
