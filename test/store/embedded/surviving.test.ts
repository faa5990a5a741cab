/** Kill -9, locks and signals, with the real database process: nothing acknowledged is ever lost. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { EmbeddedServerError } from '../../../services/store/embedded/errors';
import { startEmbeddedServer } from '../../../services/store/embedded/server';
import { compileDatabaseScript, startChild, startLimitedChild, uriOf } from './support/child';
import { connect, newFolder } from './support/running';

let build: ReturnType<typeof compileDatabaseScript>;
let dataDir: string;

beforeAll(() => {
  build = compileDatabaseScript();
});
afterAll(() => build.remove());
beforeEach(() => {
  dataDir = newFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Item {
  readonly _id: string;
  readonly key: string;
  readonly rev: number;
}

/** What was told to the client: the revision of each document. */
type Acknowledged = Map<string, number>;

/** Writes until the connection breaks, remembering what was acknowledged. */
async function write(
  items: mongo.Collection<Item>,
  worker: string,
  acknowledged: Acknowledged,
  told: () => void,
): Promise<void> {
  for (let at = 0; ; at += 1) {
    const id = `${worker}-${at}`;
    await items.insertOne({ _id: id, key: `key of ${id}`, rev: 0 });
    acknowledged.set(id, 0);
    told();
    await items.findOneAndUpdate({ key: `key of ${id}`, rev: 0 }, { $set: { rev: 1 } });
    acknowledged.set(id, 1);
    told();
  }
}

test('no acknowledged write is lost in kill -9 under load, again and again', async () => {
  const acknowledged: Acknowledged = new Map();
  // How many acknowledgements each round waits for: early in the life of the data, and later.
  for (const [round, until] of [37, 150, 411, 263].entries()) {
    const child = startChild(build.script, ['--data', dataDir]);
    const client = await connect(await uriOf(child), 12);
    const items = client.db('kill').collection<Item>('items');
    await items.createIndex({ key: 1 }, { unique: true });
    let told = 0;
    const writers = Array.from({ length: 10 }, async (_, worker) =>
      write(items, `${round}-${worker}`, acknowledged, () => {
        told += 1;
        if (told === until) child.process.kill('SIGKILL');
      }).catch(() => undefined),
    );
    await Promise.all(writers);
    expect(told).toBeGreaterThanOrEqual(until);
    await client.close(true);
  }
  const server = await startEmbeddedServer({ dataDir });
  const client = await connect(server.uri);
  const items = client.db('kill').collection<Item>('items');
  const found = new Map((await items.find().toArray()).map(({ _id, rev }) => [_id, rev]));
  const lost = [...acknowledged].filter(([id, rev]) => (found.get(id) ?? -1) < rev);
  expect(lost).toEqual([]);
  // The index has exactly the documents: each is found by its key, and none twice.
  for (const id of acknowledged.keys()) expect(await items.countDocuments({ key: `key of ${id}` })).toBe(1);
  expect(await items.countDocuments({ key: { $gte: '' } })).toBe(found.size);
  await client.close();
  await server.close();
});

test('a commit that the disk refuses is told; what was acknowledged before stays, and can be read', async () => {
  const child = startLimitedChild(build.script, ['--data', dataDir], 2000);
  const client = await connect(await uriOf(child));
  const items = client.db('full').collection<{ _id: number; text: string }>('items');
  let stored = 0;
  const fill = async (): Promise<void> => {
    for (; stored < 500; stored += 1) await items.insertOne({ _id: stored, text: 'x'.repeat(20_000) });
  };
  await expect(fill()).rejects.toMatchObject({ code: 1, codeName: 'InternalError' });
  await expect(items.insertOne({ _id: -1, text: '' })).rejects.toMatchObject({ code: 1 });
  expect(await items.countDocuments()).toBe(stored);
  await client.close();
  await child.end('SIGTERM');
  const server = await startEmbeddedServer({ dataDir });
  const after = await connect(server.uri);
  expect(await after.db('full').collection('items').countDocuments()).toBe(stored);
  await after.close();
  await server.close();
});

describe('one data directory has one process', () => {
  test('a second one is refused, and let in once the first is killed', async () => {
    const first = startChild(build.script, ['--data', dataDir]);
    await uriOf(first);
    const second = startChild(build.script, ['--data', dataDir]);
    expect(await second.outcome).toMatchObject({
      code: 1,
      failure: expect.stringContaining('DATA_DIR_IN_USE') as string,
    });
    await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
    await first.end('SIGKILL');
    const server = await startEmbeddedServer({ dataDir });
    const third = startChild(build.script, ['--data', dataDir]);
    expect(await third.outcome).toMatchObject({ code: 1 });
    await server.close();
  });

  test('also inside one process, and by any path to it', async () => {
    const server = await startEmbeddedServer({ dataDir });
    await expect(startEmbeddedServer({ dataDir: join(dataDir, '.') })).rejects.toBeInstanceOf(EmbeddedServerError);
    await server.close();
    await (await startEmbeddedServer({ dataDir })).close();
  });

  test('of two that start together at most one gets in', async () => {
    const children = [1, 2, 3].map(() => startChild(build.script, ['--data', dataDir]));
    const outcomes = await Promise.all(children.map(async ({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => 'uri' in outcome).length).toBeLessThanOrEqual(1);
    await Promise.all(children.map(async (child) => child.end('SIGKILL')));
    await (await startEmbeddedServer({ dataDir })).close();
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it gracefully', async (signal) => {
  const child = startChild(build.script, ['--data', dataDir, '--port', '0']);
  const uri = await uriOf(child);
  expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?directConnection=true$/);
  const client = await connect(uri);
  await client.db('x').collection('y').insertOne({ a: 1 });
  expect(await child.end(signal)).toBe(0);
  await client.close(true);
});

test('a port that is none is refused', async () => {
  const child = startChild(build.script, ['--data', dataDir, '--port', '70000']);
  expect(await child.outcome).toMatchObject({ code: 1, failure: expect.stringContaining('65535') as string });
});

test('a port in use is told, and the data directory is free again', async () => {
  const first = await startEmbeddedServer({ dataDir, port: 0 });
  const other = newFolder();
  const port = Number(new URL(first.uri).port);
  await expect(startEmbeddedServer({ dataDir: other, port })).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  await first.close();
  await (await startEmbeddedServer({ dataDir: other, port })).close();
  rmSync(other, { recursive: true });
});

test('a folder that cannot be one is refused', async () => {
  mkdirSync(join(dataDir, 'data', 'data.mdb'), { recursive: true });
  await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_UNUSABLE' });
  await expect(startEmbeddedServer({ dataDir: '/dev/null/x' })).rejects.toMatchObject({ code: 'DATA_DIR_UNUSABLE' });
});
