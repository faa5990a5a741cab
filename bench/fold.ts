// How long the fold of a round's whole record takes: read once, then folded from its first commit in memory.
import { randomUUID } from 'node:crypto';
import type { PersonId } from '../services/process/ids';
import { as } from '../services/process/ids';
import type { RoundEvent } from '../services/process/round/events';
import { evolve } from '../services/process/round/evolve';
import type { RoundState } from '../services/process/round/state';
import { openStore } from '../services/store/open';

/** A whole round of the shipped process has about this many commits. */
const commitsOfARound = 2_500;

interface Body {
  readonly at: string;
  readonly actor: string;
  readonly events: readonly RoundEvent[];
}

/** The median of five folds of a round's first commits in `dataDir`; parsing them is part of it. */
export async function measureFold(dataDir: string): Promise<{ readonly commits: number; readonly foldMs: number }> {
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  try {
    const streamId = (await store.commits.streamIds()).find((id) => id.startsWith('round/'));
    const bodies: string[] = [];
    for await (const commit of store.commits.read(streamId ?? '', 0)) {
      if (bodies.length === commitsOfARound) break;
      bodies.push(commit.body);
    }
    const times = [1, 2, 3, 4, 5].map(() => {
      const startedAt = performance.now();
      fold(bodies);
      return performance.now() - startedAt;
    });
    return { commits: bodies.length, foldMs: times.sort((a, b) => a - b)[2] ?? 0 };
  } finally {
    await store.close();
  }
}

function fold(bodies: readonly string[]): RoundState | null {
  let state: RoundState | null = null;
  for (const text of bodies) {
    const body = JSON.parse(text) as Body;
    const by = body.actor === 'system' ? null : as<PersonId>(body.actor);
    for (const event of body.events) state = evolve(state, { event, by, at: body.at });
  }
  return state;
}
