// How fast one person and one conversation may ask, so that neither a stuck client nor a malicious one takes the bot away
// from the others. Counts only; what the one over the limit is told is not decided here.
import { LRUCache } from 'lru-cache';

/** A full bucket holds this share of a minute's allowance: a screen full of cards refreshes at once. */
const burstShare = 0.4;

/** Who was not seen for long starts with a full bucket anyway. */
const kept = { person: 20_000, conversation: 5_000 } as const;

export interface RateLimits {
  /** Activities a minute, each; 0: as many as come. */
  readonly perPerson: number;
  readonly perConversation: number;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface RateGuard {
  /** True when both the person and the conversation may; then both are counted. */
  mayAsk(personKey: string, conversationKey: string): boolean;
}

/** `nowMs` must never go back (performance.now): the sandbox's clock would. */
export function createRateGuard(limits: RateLimits, nowMs: () => number): RateGuard {
  const people = new LRUCache<string, Bucket>({ max: kept.person });
  const conversations = new LRUCache<string, Bucket>({ max: kept.conversation });
  return {
    mayAsk: (personKey, conversationKey) => {
      const now = nowMs();
      const person = filled(people.get(personKey), limits.perPerson, now);
      const conversation = filled(conversations.get(conversationKey), limits.perConversation, now);
      if (person.tokens < 1 || conversation.tokens < 1) return false;
      people.set(personKey, { tokens: person.tokens - 1, atMs: now });
      conversations.set(conversationKey, { tokens: conversation.tokens - 1, atMs: now });
      return true;
    },
  };
}

function filled(bucket: Bucket | undefined, perMinute: number, now: number): Bucket {
  if (perMinute === 0) return { tokens: Infinity, atMs: now };
  const full = Math.max(1, perMinute * burstShare);
  if (bucket === undefined) return { tokens: full, atMs: now };
  return { tokens: Math.min(full, bucket.tokens + ((now - bucket.atMs) / 60_000) * perMinute), atMs: now };
}
