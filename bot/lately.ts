// What this process has written down lately, so that a hundred buttons pressed in a second write an address once.
import { LRUCache } from 'lru-cache';

/** After this long the same is written again: another process may have marked the address as unreachable meanwhile. */
const keptForMs = 60_000;
const keptMax = 10_000;

export interface Lately {
  /** True when the same value was noted under the key within the last minute; else notes it. */
  isKnown(key: string, value: unknown): boolean;
}

export function createLately(): Lately {
  const known = new LRUCache<string, string>({ max: keptMax, ttl: keptForMs });
  return {
    isKnown: (key, value) => {
      const text = JSON.stringify(value);
      if (known.get(key) === text) return true;
      known.set(key, text);
      return false;
    },
  };
}
