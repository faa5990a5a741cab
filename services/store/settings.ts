// Small settings outside the record, each one JSON value under its id. Last write wins.
// The database's own stamp lies in the same collection under an id that no setting may use (stamp.ts).
import type { Model } from 'mongoose';
import { RequestInvalid } from './errors';
import { guarded, twiceIfTaken } from './failures';
import { fromJson, toJson } from './json';
import type { SettingDocument } from './models/setting';
import type { Settings } from './ports';

/** Where the stamp lies. */
export const stampId = 'database';

export class SettingStore implements Settings {
  constructor(private readonly model: Model<SettingDocument>) {}

  /** The value, or null when it was never written. */
  async read(id: string): Promise<unknown> {
    const found = await guarded('reading a setting', async () =>
      this.model.findOne({ _id: id }).lean<SettingDocument>(),
    );
    return found === null ? null : fromJson(found.value);
  }

  async write(id: string, value: unknown): Promise<void> {
    if (id === stampId) throw new RequestInvalid('The stamp of a database is not a setting.');
    const fields = { value: toJson(value) };
    await twiceIfTaken('writing a setting', async () =>
      this.model.updateOne({ _id: id }, { $set: fields }, { upsert: true }),
    );
  }
}
