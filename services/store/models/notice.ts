// What is to be told once. `data` is kept as JSON text, like everything whose keys are not ours to bound.
// Holds ids only: what a notice says is made from the state when it is sent.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { Notice } from '../ports';
import { modelOptions } from './options';

export interface NoticeDocument {
  readonly _id: string;
  readonly addressKey: string;
  readonly kind: string;
  readonly data: string;
  readonly dueAt: string;
  readonly state: Notice['state'];
  readonly reason: string | null;
  readonly attempts: number;
  readonly sentAt: string | null;
  readonly messageId: string | null;
  readonly leaseToken: string;
  /** Instant until which it is taken; the empty text when it is free (it sorts before every instant). */
  readonly leaseUntil: string;
}

const schema = new Schema<NoticeDocument>(
  {
    _id: { type: String, required: true },
    addressKey: { type: String, required: true },
    kind: { type: String, required: true },
    data: { type: String, required: true },
    dueAt: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    attempts: { type: Number, required: true },
    sentAt: { type: String, default: null },
    messageId: { type: String, default: null },
    leaseToken: { type: String, default: '' },
    leaseUntil: { type: String, default: '' },
  },
  modelOptions('notices'),
);

export function noticeModel(connection: Connection): Model<NoticeDocument> {
  return connection.model<NoticeDocument>('Notice', schema);
}
