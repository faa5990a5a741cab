// What streams promise when several processes write to them: one of two wins, nothing is lost, nothing is done twice.
// Each store here has its own connection and its own memory, as each process has; two real processes are at the end.
import { verifyRecord } from '../../../services/record/verify';
import { openRecord } from '../../../services/store/open-record';
import type { Store } from '../../../services/store/ports';
import { runChild } from './children';
import { add, counter, limit, setTo } from './counter';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let stores: readonly Store[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  stores = await Promise.all([database.open(), database.open(), database.open()]);
});
afterAll(async () => database.drop());

async function notesOf(stream: string): Promise<readonly string[]> {
  return (await stores[0]?.streams(counter).read(stream))?.state.notes ?? [];
}

async function isSound(): Promise<boolean> {
  const record = await openRecord({ uri: database.uri, dataDir: '' });
  const report = await verifyRecord(record);
  await record.close();
  return report.sound;
}

it('of two writers one wins, and the other is decided again on what the winner did', async () => {
  await stores[0]?.streams(counter).execute('one-seat', setTo(limit - 1));
  await Promise.all(stores.map(async (store) => store.streams(counter).read('one-seat')));
  const outcomes = await Promise.all(
    stores.map(async (store, index) => store.streams(counter).execute('one-seat', add(`writer ${index}`))),
  );
  expect(outcomes.map((one) => one.kind).sort()).toEqual(['done', 'refused', 'refused']);
  expect(await notesOf('one-seat')).toHaveLength(1);
});

it('the same wish through three processes is committed once', async () => {
  const outcomes = await Promise.all(stores.map(async (store) => store.streams(counter).execute('same', add('x'))));
  expect(outcomes.filter((one) => one.kind === 'done' && !one.repeated)).toHaveLength(1);
  expect(await notesOf('same')).toEqual(['x']);
});

it('sees what another process has committed before refusing, reading or answering "already so"', async () => {
  const [mine, other] = stores;
  await mine?.streams(counter).execute('foreign', setTo(1));
  await other?.streams(counter).execute('foreign', setTo(2, 1));
  expect(await mine?.streams(counter).execute('foreign', setTo(2, 2))).toMatchObject({ kind: 'unchanged' });
  expect(await mine?.streams(counter).read('foreign')).toMatchObject({ state: { count: 2 } });
});

it('a race lost in the middle of a batch costs nobody an answer', async () => {
  const wishes = stores.flatMap((store, writer) =>
    Array.from({ length: 40 }, async (_, index) => store.streams(counter).execute('busy', add(`${writer}-${index}`))),
  );
  const outcomes = await Promise.all(wishes);
  expect(outcomes.every((one) => one.kind === 'done' && !one.repeated)).toBe(true);
  const seqs = outcomes.map((one) => (one.kind === 'done' ? one.commit.seq : 0)).sort((a, b) => a - b);
  expect(seqs).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  expect(new Set(await notesOf('busy')).size).toBe(120);
  expect(await isSound()).toBe(true);
});

it('two processes write to one stream without losing or doubling anything', async () => {
  const where = { uri: database.uri, dataDir: '' };
  const children = ['a', 'b'].map((prefix) => runChild({ ...where, stream: 'processes', prefix, count: 60 }));
  const exits = await Promise.all(children.map(async (child) => child.exit));
  expect(exits).toEqual([0, 0]);
  const notes = await notesOf('processes');
  expect(notes).toHaveLength(120);
  expect(new Set(notes)).toEqual(new Set(children.flatMap((child) => child.acknowledged())));
});
