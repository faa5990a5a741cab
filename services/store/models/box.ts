// The box of a secret ballot: who has voted, and what was voted, with nothing between the two (DESIGN.md §4). Outside the
// record, and replaced as a whole by every vote. Both lists are sorted, so that neither keeps an order of arrival, and no
// time stands anywhere in it.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface BoxDocument {
  readonly _id: string;
  /** Counts the votes: a vote is only put in over the box that was read. */
  readonly rev: number;
  readonly open: boolean;
  /** Seats, sorted by id. */
  readonly voted: readonly string[];
  /** Sorted by receipt, which is random. */
  readonly ballots: readonly { readonly receipt: string; readonly choice: string }[];
}

const ballot = new Schema(
  { receipt: { type: String, required: true }, choice: { type: String, required: true } },
  { _id: false, strict: 'throw' },
);

const schema = new Schema<BoxDocument>(
  {
    _id: { type: String, required: true },
    rev: { type: Number, required: true },
    open: { type: Boolean, required: true },
    voted: { type: [String], required: true },
    ballots: { type: [ballot], required: true },
  },
  modelOptions('boxes'),
);

export function boxModel(connection: Connection): Model<BoxDocument> {
  return connection.model<BoxDocument>('Box', schema);
}
