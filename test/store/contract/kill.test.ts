// What survives a kill -9 in the middle of the work: every commit that was acknowledged, and a record that is sound.
// The bot is a process of its own, with the embedded server inside it, or on the server of TEST_MONGODB_URI.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRecord } from '../../../services/record/verify';
import type { RecordReport } from '../../../services/record/verify';
import { DataDirInUse, DataDirMissing } from '../../../services/store/errors';
import { openRecord } from '../../../services/store/open-record';
import { runChild } from './children';
import type { ChildTask } from './children';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database | null = null;
let dataDir = '';

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trinvis-kill-'));
  database = process.env['TEST_MONGODB_URI'] === undefined ? null : await freshDatabase();
});
afterAll(async () => {
  await database?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Where the bot of these tests has its record. */
function place(): { readonly dataDir: string; readonly uri?: string } {
  return database === null ? { dataDir } : { dataDir, uri: database.uri };
}

async function verified(): Promise<RecordReport> {
  const record = await openRecord(place());
  const report = await verifyRecord(record);
  await record.close();
  return report;
}

async function notesIn(stream: string): Promise<ReadonlySet<string>> {
  const record = await openRecord(place());
  const notes = new Set<string>();
  for await (const commit of record.commits()) {
    if (commit['streamId'] !== `counter/${stream}`) continue;
    const { events } = JSON.parse(String(commit['body'])) as { readonly events: readonly { readonly note: string }[] };
    for (const { note } of events) notes.add(note);
  }
  await record.close();
  return notes;
}

it('every acknowledged commit is there after kill -9, and the record is sound', async () => {
  for (const acknowledged of [25, 90, 160]) {
    const task: ChildTask = { ...place(), stream: `killed-${acknowledged}`, prefix: 'n', count: 100_000 };
    const child = runChild(task);
    await child.reached(acknowledged);
    child.kill();
    await child.exit;
    const told = child.acknowledged();
    expect(told.length).toBeGreaterThanOrEqual(acknowledged);
    const kept = await notesIn(task.stream);
    expect(told.filter((note) => !kept.has(note))).toEqual([]);
    expect((await verified()).sound).toBe(true);
  }
});

it('a data directory with a running bot is not read, and the operator is told what to do', async () => {
  const child = runChild({ dataDir, stream: 'running', prefix: 'n', count: 100_000 });
  try {
    await child.reached(1);
    await expect(openRecord({ dataDir })).rejects.toThrow(DataDirInUse);
  } finally {
    child.kill();
    await child.exit;
  }
});

it('a data directory that is not there is not made', async () => {
  await expect(openRecord({ dataDir: join(dataDir, 'nowhere') })).rejects.toThrow(DataDirMissing);
});
