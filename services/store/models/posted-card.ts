// What stands in Teams under each card key, and who is busy with it. A card claimed but never posted has no `messageId`.
// Holds no content, only its hash.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface PostedCardDocument {
  readonly _id: string;
  readonly addressKey: string | null;
  readonly rootKey: string | null;
  readonly messageId: string | null;
  readonly contentHash: string | null;
  readonly postedAt: string | null;
  readonly sealed: boolean;
  readonly refusalCode: string | null;
  readonly refusalContentHash: string | null;
  readonly refusalAddressKey: string | null;
  /** The last holder; it stays after the release, so that a write whose reply was lost can be repeated. */
  readonly leaseToken: string;
  /** Instant until which the card is taken; the empty text when it is free (it sorts before every instant). */
  readonly leaseUntil: string;
}

const schema = new Schema<PostedCardDocument>(
  {
    _id: { type: String, required: true },
    addressKey: { type: String, default: null },
    rootKey: { type: String, default: null },
    messageId: { type: String, default: null },
    contentHash: { type: String, default: null },
    postedAt: { type: String, default: null },
    sealed: { type: Boolean, required: true },
    refusalCode: { type: String, default: null },
    refusalContentHash: { type: String, default: null },
    refusalAddressKey: { type: String, default: null },
    leaseToken: { type: String, default: '' },
    leaseUntil: { type: String, default: '' },
  },
  modelOptions('postedCards'),
);

export function postedCardModel(connection: Connection): Model<PostedCardDocument> {
  return connection.model<PostedCardDocument>('PostedCard', schema);
}
