// Free texts, outside the record so that they can be erased (DESIGN.md §4). `body` is the canonical JSON of the fields; the
// record holds sha256(salt + body). Written once, never changed, deleted by an erasure or by the sweep of orphans.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface TextDocument {
  readonly _id: string;
  /** Random; dies with the text, so that the hash in the record then says nothing. */
  readonly salt: string;
  readonly body: string;
  /** The stream whose commit was to refer to it: where the sweep looks for a reference. */
  readonly streamId: string;
  /** The person whose words they are; null for the system. */
  readonly writtenBy: string | null;
  readonly writtenAt: string;
}

const schema = new Schema<TextDocument>(
  {
    _id: { type: String, required: true },
    salt: { type: String, required: true },
    body: { type: String, required: true },
    streamId: { type: String, required: true },
    writtenBy: { type: String, default: null },
    writtenAt: { type: String, required: true },
  },
  modelOptions('texts'),
);

export function textModel(connection: Connection): Model<TextDocument> {
  return connection.model<TextDocument>('Text', schema);
}
