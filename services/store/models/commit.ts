// The commits: one document per accepted command, never updated, never deleted (DESIGN.md §4). `body` is what is hashed;
// the other fields are copies of it for the indexes. Written and read through the native collection only.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { Commit } from '../ports';
import { modelOptions } from './options';

/** A commit as it lies in the database: `_id` is its hash. */
export interface CommitDocument extends Commit {
  readonly _id: string;
}

const schema = new Schema<CommitDocument>(
  {
    _id: { type: String, required: true },
    streamId: { type: String, required: true },
    seq: { type: Number, required: true },
    commandId: { type: String, required: true },
    at: { type: String, required: true },
    actor: { type: String, required: true },
    body: { type: String, required: true },
    prevHash: { type: String, required: true },
    hash: { type: String, required: true },
  },
  modelOptions('commits'),
);

export function commitModel(connection: Connection): Model<CommitDocument> {
  return connection.model<CommitDocument>('Commit', schema);
}
