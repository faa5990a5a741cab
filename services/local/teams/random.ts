// Owns the seeded draw behind faults, so that a failing run can be run again.
// Must not be used for anything secret.

/** Draws numbers from 0 (included) to 1 (excluded); the same seed gives the same row (mulberry32, public domain). */
export function seededDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
