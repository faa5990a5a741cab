// What a rehearsal left in its database, as the invariants ask for it. The rehearsal itself knows no store: this is handed in.
import { randomUUID } from 'node:crypto';
import type { ReadRecord } from '../services/local/rehearsal/rehearsal';
import { openStore } from '../services/store/open';
import type { Store } from '../services/store/ports';

/** The record of a stopped bot's data folder. */
export async function readRecord(dataDir: string): Promise<ReadRecord> {
  return readingStore(dataDir, recordIn);
}

/** Whatever `read` takes from a stopped bot's store, which is closed again in any case. */
export async function readingStore<Read>(dataDir: string, read: (store: Store) => Promise<Read>): Promise<Read> {
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

export async function recordIn(store: Store): Promise<ReadRecord> {
  const commits = [];
  for (const streamId of await store.commits.streamIds()) {
    for await (const commit of store.commits.read(streamId, 0)) commits.push(commit);
  }
  const people = (await store.people.all()).map(({ id, aadObjectId }) => ({ personId: id, aadObjectId }));
  return { commits, people, noticesSent: (await store.notices.count()).sent };
}
