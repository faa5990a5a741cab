// Work not yet sent. `data` is kept as JSON text: a form may hold keys that a database would read as operators.
// Outside the record: drafts are changed and removed freely.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface DraftDocument {
  readonly _id: string;
  readonly personId: string;
  readonly kind: string;
  readonly subject: string;
  readonly data: string;
  readonly updatedAt: string;
  /** Absent in drafts of before there was sharing: never changed by two, begun when they were last kept. */
  readonly revision?: number;
  readonly begunAt?: string;
  readonly sharedWith?: readonly string[];
}

const schema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    subject: { type: String, default: '' },
    data: { type: String, required: true },
    updatedAt: { type: String, required: true },
    revision: { type: Number },
    begunAt: { type: String },
    sharedWith: { type: [String], default: undefined },
  },
  modelOptions('drafts'),
);

export function draftModel(connection: Connection): Model<DraftDocument> {
  return connection.model<DraftDocument>('Draft', schema);
}
