// What all our models share: nothing is made behind our back (indexes, collections, `__v`, timestamps), nothing unknown
// is dropped silently, and durability never depends on what the connection string says.
import type { SchemaOptions } from 'mongoose';

/** Acknowledged only when a majority has it on disk; on a standalone or the embedded server: when it is on disk. */
export const writeConcern = { w: 'majority', j: true } as const;

/**
 * For the record's own reads. `majority`, because what a primary shows before a majority has it can still be rolled back
 * by a failover, and nobody may be told "done" on such a commit. A standalone answers it like any other read.
 */
export const recordReads = { readPreference: 'primary', readConcern: { level: 'majority' } } as const;

/** Options of a model kept in `collection`. */
export function modelOptions(collection: string) {
  return {
    collection,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    versionKey: false,
    minimize: false,
    strict: 'throw',
    strictQuery: 'throw',
    id: false,
    read: 'primary',
    readConcern: { level: 'majority' },
    writeConcern,
  } as const satisfies SchemaOptions;
}
