// Hands Graph's errands what they need of this bot: store, rules' state, clock, links. Decides nothing.
import { LRUCache } from 'lru-cache';
import type { Errands, RunParts } from '../../services/delivery/errands';
import { createErrands } from '../../services/delivery/errands';
import type { Graph } from '../../services/graph';
import type { Store } from '../../services/store/ports';
import { groupOf } from '../answers/places';
import { languageOf } from '../dispatch';
import type { Logger } from '../log';

/** A name or address that changes in the directory may show this late in a calendar. */
const directoryForMs = 3_600_000;
const directoryMax = 2_000;

type Given = Omit<
  RunParts,
  'graph' | 'people' | 'settings' | 'notices' | 'teamOf' | 'directory' | 'languageOf' | 'failed'
>;

/** Null where there is no Graph: then nothing is wanted of it. */
export function errandsOf(graph: Graph | null, store: Store, logger: Logger, given: Given): Errands | null {
  if (graph === null) return null;
  const known = new LRUCache<string, { readonly person: Awaited<ReturnType<Graph['person']>> }>({
    max: directoryMax,
    ttl: directoryForMs,
  });
  return createErrands({
    ...given,
    graph,
    people: store.people,
    settings: store.settings,
    notices: store.notices,
    teamOf: async (channelId) => groupOf(store.settings, channelId),
    directory: async (aadObjectId) => {
      const found = known.get(aadObjectId) ?? { person: await graph.person(aadObjectId) };
      known.set(aadObjectId, found);
      return found.person;
    },
    languageOf: (person) => languageOf(person.language, person.locale),
    failed: ({ kind, code, needs }, use) => {
      logger.warn({ graph: kind, code, needs, use }, 'Graph did not do an errand');
    },
  });
}
