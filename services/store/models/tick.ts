// Minutes claimed by a process, one document per name and minute; its `_id` is what makes the claim exclusive.
// Cleaned up after a week.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface TickDocument {
  readonly _id: string;
  readonly minute: string;
  /** Random per claim: tells a claim whose reply was lost from another process's. */
  readonly claimId: string;
}

const schema = new Schema<TickDocument>(
  {
    _id: { type: String, required: true },
    minute: { type: String, required: true },
    claimId: { type: String, required: true },
  },
  modelOptions('ticks'),
);

export function tickModel(connection: Connection): Model<TickDocument> {
  return connection.model<TickDocument>('Tick', schema);
}
