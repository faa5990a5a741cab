// Who has been met a moment ago, so that a committee voting at once is not looked up vote by vote.
import { LRUCache } from 'lru-cache';
import type { People, Person } from '../services/store/ports';

/** How long a language chosen in another process, or an erasure, may go unnoticed by a button pressed here. */
const keptForMs = 5_000;
const keptMax = 5_000;

type Seen = Parameters<People['meet']>[0];

export interface Met {
  meet(seen: Seen): Promise<Person>;
  /** The person has changed something about himself: he is looked up next time. */
  forget(aadObjectId: string): void;
}

export function createMet(people: Pick<People, 'meet'>): Met {
  const known = new LRUCache<string, { readonly seen: string; readonly person: Person }>({
    max: keptMax,
    ttl: keptForMs,
  });
  return {
    meet: async (seen) => {
      const key = JSON.stringify(seen);
      const found = known.get(seen.aadObjectId);
      if (found?.seen === key) return found.person;
      const person = await people.meet(seen);
      known.set(seen.aadObjectId, { seen: key, person });
      return person;
    },
    forget: (aadObjectId) => {
      known.delete(aadObjectId);
    },
  };
}
