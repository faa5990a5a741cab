// Who is busy with an address: its notices go out as one digest, so they are claimed together.
// Says nothing of what is sent.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface LeaseDocument {
  readonly _id: string;
  readonly token: string;
  readonly until: string;
}

const schema = new Schema<LeaseDocument>(
  {
    _id: { type: String, required: true },
    token: { type: String, required: true },
    until: { type: String, default: '' },
  },
  modelOptions('leases'),
);

export function leaseModel(connection: Connection): Model<LeaseDocument> {
  return connection.model<LeaseDocument>('Lease', schema);
}
