/** The store and its one writer, on real files: what happens to a batch when something in it fails. */
import { rmSync } from 'node:fs';
import { open } from 'lmdb';
import { join } from 'node:path';
import type { CommandError } from '../../../services/store/embedded/errors';
import { startEmbeddedServer } from '../../../services/store/embedded/server';
import { Catalog } from '../../../services/store/embedded/storage/catalog';
import { metaKey } from '../../../services/store/embedded/storage/keys';
import { Store } from '../../../services/store/embedded/storage/store';
import { Writer } from '../../../services/store/embedded/storage/writer';
import { newFolder } from './support/running';

let folder: string;
let store: Store;
let catalog: Catalog;
let writer: Writer;

beforeEach(() => {
  folder = newFolder();
  store = new Store(folder);
  catalog = new Catalog(store);
  writer = new Writer(store, catalog);
});
afterEach(async () => {
  await writer.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

const VALUE = Buffer.from('value');

/** Submits a job of several steps and tells how it was settled. */
async function submit(...steps: (() => void)[]): Promise<CommandError | undefined> {
  let at = 0;
  return new Promise((resolve) => {
    writer.submit({
      step: () => {
        steps[at]?.();
        at += 1;
        return at >= steps.length;
      },
      settle: resolve,
    });
  });
}

function put(name: string): () => void {
  return () => store.put(metaKey(name), VALUE);
}

function fault(): void {
  throw new TypeError('a bug');
}

test('jobs are carried out in the order they came', async () => {
  const order: number[] = [];
  await Promise.all(
    [1, 2, 3].map(async (job) =>
      submit(
        () => order.push(job),
        () => order.push(job * 10),
      ),
    ),
  );
  expect(order).toEqual([1, 10, 2, 20, 3, 30]);
});

test('a job sees what an earlier one of its batch wrote; others see it when it is stored', async () => {
  let seen: Buffer | undefined;
  const both = Promise.all([submit(put('a')), submit(() => (seen = store.get(metaKey('a'))))]);
  expect(store.get(metaKey('a'))).toBeUndefined();
  await both;
  expect(seen).toEqual(VALUE);
  expect(store.get(metaKey('a'))).toEqual(VALUE);
});

test('a fault undoes the whole batch, tells everyone in it, and the next batch works', async () => {
  const outcomes = await Promise.all([submit(put('a')), submit(put('b'), fault), submit(put('c'))]);
  expect(outcomes.map((outcome) => outcome?.code)).toEqual([1, 1, undefined]);
  expect([store.get(metaKey('a')), store.get(metaKey('b')), store.get(metaKey('c'))]).toEqual([
    undefined,
    undefined,
    VALUE,
  ]);
});

test('a fault takes back what the catalog learned in its batch', async () => {
  await Promise.all([submit(() => catalog.create('d', 'c')), submit(fault)]);
  expect(catalog.list()).toEqual([]);
  await submit(() => catalog.create('d', 'c'));
  expect(catalog.list()).toMatchObject([{ namespace: 'd.c' }]);
});

test('once stopped, it takes no more jobs but finishes those it has', async () => {
  const taken = submit(put('a'));
  const stopped = writer.stop();
  expect((await submit(put('b')))?.code).toBe(91);
  await stopped;
  expect(await taken).toBeUndefined();
  expect(store.get(metaKey('a'))).toEqual(VALUE);
});

test('data of another version are refused', async () => {
  const dataDir = newFolder();
  await (await startEmbeddedServer({ dataDir })).close();
  const data = open<Buffer, Buffer>({
    path: join(dataDir, 'data'),
    keyEncoding: 'binary',
    encoding: 'binary',
    overlappingSync: false,
  });
  await data.put(metaKey('version'), Buffer.from('trinvis-embedded-99'));
  await data.close();
  await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'DATA_VERSION_UNKNOWN' });
  rmSync(dataDir, { recursive: true });
});
