// Small settings outside the record, and the database's own stamp. `value` is JSON text.
// Nothing that a result depends on may lie here.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { modelOptions } from './options';

export interface SettingDocument {
  readonly _id: string;
  readonly value: string;
}

const schema = new Schema<SettingDocument>(
  {
    _id: { type: String, required: true },
    value: { type: String, default: '' },
  },
  modelOptions('settings'),
);

export function settingModel(connection: Connection): Model<SettingDocument> {
  return connection.model<SettingDocument>('Setting', schema);
}
