// Where conversations are reached. `reference` is kept as JSON text: Teams owns its keys, not we.
// Must not hold a name: only ids.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface AddressDocument {
  readonly _id: string;
  /** Empty while none is known: someone who could never be reached. */
  readonly conversationId: string;
  readonly reference: string;
  readonly unreachableCode: string | null;
  readonly unreachableAt: string | null;
}

const schema = new Schema<AddressDocument>(
  {
    _id: { type: String, required: true },
    conversationId: { type: String, default: '' },
    reference: { type: String, required: true },
    unreachableCode: { type: String, default: null },
    unreachableAt: { type: String, default: null },
  },
  modelOptions('addresses'),
);

export function addressModel(connection: Connection): Model<AddressDocument> {
  return connection.model<AddressDocument>('Address', schema);
}
