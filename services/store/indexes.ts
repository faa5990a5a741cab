// Every index of the store, each with its own name and the question it answers. Made at start, in one place; creating one
// that exists already does nothing.
import type { Model } from 'mongoose';
import { guarded } from './failures';
import type { Models } from './models';

interface Index {
  readonly of: keyof Models;
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
}

const indexes: readonly Index[] = [
  // The record's own promise: one commit per place, and no command twice.
  { of: 'commits', name: 'stream_seq', key: { streamId: 1, seq: 1 }, unique: true },
  { of: 'commits', name: 'stream_command', key: { streamId: 1, commandId: 1 }, unique: true },
  // The sweep of orphans, and everything one person wrote.
  { of: 'texts', name: 'stream_written', key: { streamId: 1, writtenAt: 1 } },
  { of: 'texts', name: 'writer', key: { writtenBy: 1 } },
  { of: 'people', name: 'aad_object', key: { aadObjectId: 1 }, unique: true },
  { of: 'drafts', name: 'person_kind_updated', key: { personId: 1, kind: 1, updatedAt: -1 } },
  // What others have shared with a person, and all that was begun for one task.
  { of: 'drafts', name: 'shared_kind', key: { sharedWith: 1, kind: 1 } },
  { of: 'drafts', name: 'kind_subject', key: { kind: 1, subject: 1 } },
  // What is due now, and what an address is waiting for.
  { of: 'notices', name: 'state_due', key: { state: 1, dueAt: 1, _id: 1 } },
  { of: 'notices', name: 'address_state_due', key: { addressKey: 1, state: 1, dueAt: 1 } },
  { of: 'ticks', name: 'minute', key: { minute: 1 } },
];

/** Makes all indexes; resolves when they are there. */
export async function ensureIndexes(models: Models): Promise<void> {
  for (const { of, name, key, unique } of indexes) {
    const model: Pick<Model<unknown>, 'collection'> = models[of];
    const options = unique === undefined ? { name } : { name, unique };
    await guarded(`making index ${name}`, async () => model.collection.createIndex({ ...key }, options));
  }
}
