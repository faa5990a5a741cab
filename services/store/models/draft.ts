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
}

const schema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    subject: { type: String, default: '' },
    data: { type: String, required: true },
    updatedAt: { type: String, required: true },
  },
  modelOptions('drafts'),
);

export function draftModel(connection: Connection): Model<DraftDocument> {
  return connection.model<DraftDocument>('Draft', schema);
}
