// The stamp of a database: which tenant it belongs to, or that it is the local Teams'. Written once, at the first start.
// It keeps a rehearsal from ever writing into a real round, and one tenant from reading another's.
import type { Model } from 'mongoose';
import { DatabaseFailed, DatabaseStampMismatch } from './errors';
import { guarded, unlessTaken } from './failures';
import { fromJson, toJson } from './json';
import type { SettingDocument } from './models/setting';
import { stampId } from './settings';

export type Stamp = 'local' | `teams:${string}`;

/** The layout of the collections. A later release that changes it raises this and migrates. */
const layout = 1;

/** Stamps an unstamped database; throws `DatabaseStampMismatch` for one that belongs to someone else. */
export async function checkStamp(model: Model<SettingDocument>, wanted: Stamp): Promise<void> {
  const found = (await readStamp(model)) ?? (await writeStamp(model, wanted));
  if (found.stamp !== wanted) throw new DatabaseStampMismatch(found.stamp, wanted);
  if (found.layout !== layout) {
    throw new DatabaseFailed(
      `The database has layout ${found.layout}; this release knows ${layout}. Use the newer release.`,
    );
  }
}

interface Found {
  readonly stamp: string;
  readonly layout: number;
}

async function writeStamp(model: Model<SettingDocument>, wanted: Stamp): Promise<Found> {
  const document = { _id: stampId, value: toJson({ stamp: wanted, layout }) };
  await unlessTaken('stamping the database', async () => model.insertMany([document], { lean: true }));
  // Read back: another process may have stamped it at the same moment.
  const found = await readStamp(model);
  if (found === null) throw new DatabaseFailed('The stamp just written to the database is not there.');
  return found;
}

async function readStamp(model: Model<SettingDocument>): Promise<Found | null> {
  const found = await guarded('reading the stamp', async () => model.findOne({ _id: stampId }).lean<SettingDocument>());
  return found === null ? null : (fromJson(found.value) as Found);
}
