// Compares what somebody says with what only friends know.
import { createHash, timingSafeEqual } from 'node:crypto';

/** In a time that tells nothing about where texts differ, or how long they are. */
export function sameText(given: string | string[] | undefined, known: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(known));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
