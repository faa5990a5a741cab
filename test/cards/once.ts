// Worlds are made when they are first asked for, and kept: making them takes the rules' own time.
import type { World } from './world';

/** Made when first asked for, then the same: states never change in place, and a ranking of 34 takes its time. */
export function once(make: () => World): () => World {
  let made: World | null = null;
  return () => (made ??= make());
}
