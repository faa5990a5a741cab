/** Many clients at once, and memory over time. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { startRunning, connect, type Running } from './support/running';

let running: Running;

beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => running.stop());

const CLIENTS = 50;

interface Item {
  readonly _id: string | number;
  readonly [field: string]: unknown;
}

test('of fifty that insert the same unique key, one wins each time', async () => {
  const client = await connect(running.server.uri, CLIENTS);
  const items = client.db('race').collection<Item>('commits');
  await items.createIndex({ streamId: 1, seq: 1 }, { unique: true });
  for (let seq = 0; seq < 10; seq += 1) {
    const attempts = Array.from({ length: CLIENTS }, async (_, who) =>
      items.insertOne({ _id: `${seq}-${who}`, streamId: 's', seq }).then(
        () => 'won',
        (error: unknown) => error,
      ),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    const lost = outcomes.filter((outcome) => outcome !== 'won');
    expect(lost).toEqual(lost.map(() => expect.objectContaining({ code: 11000 }) as unknown));
  }
  expect((await items.find().sort({ seq: 1 }).toArray()).map((one) => one['seq'])).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  await client.close();
});

test('of fifty that claim one document, one gets it', async () => {
  const client = await connect(running.server.uri, CLIENTS);
  const items = client.db('race').collection<Item>('leases');
  await items.insertOne({ _id: 'job', state: 'free' });
  const claims = Array.from({ length: CLIENTS }, async (_, who) =>
    items.findOneAndUpdate({ _id: 'job', state: 'free' }, { $set: { state: 'taken', who } }),
  );
  expect((await Promise.all(claims)).filter((claim) => claim !== null)).toHaveLength(1);
  await client.close();
});

test('fifty increments each add up', async () => {
  const client = await connect(running.server.uri, CLIENTS);
  const items = client.db('race').collection<{ _id: string; n: number }>('counters');
  const rounds = Array.from({ length: CLIENTS }, async () => {
    for (let at = 0; at < 10; at += 1) await items.updateOne({ _id: 'n' }, { $inc: { n: 1 } }, { upsert: true });
  });
  await Promise.all(rounds);
  expect(await items.findOne()).toEqual({ _id: 'n', n: 500 });
  await client.close();
});

function held(): number {
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

test('memory and file stay where they are while documents come and go', async () => {
  const items = running.client.db('race').collection<Item>('steady');
  await items.createIndex({ key: 1 });
  const text = 'x'.repeat(2000);
  const turn = async (): Promise<void> => {
    await items.insertMany(Array.from({ length: 1000 }, (_, at) => ({ _id: at, key: at % 7, text })));
    await items.updateMany({ key: 3 }, { $set: { key: 8 } });
    expect(await items.find({}, { batchSize: 100 }).sort({ text: 1 }).toArray()).toHaveLength(1000);
    await items.deleteMany({});
  };
  await turn();
  const before = held();
  const file = join(running.dataDir, 'data', 'data.mdb');
  const size = statSync(file).size;
  for (let round = 0; round < 5; round += 1) await turn();
  // 12 MB of documents went through; without a forced collection some garbage is still counted.
  expect(held() - before).toBeLessThan(60_000_000);
  // Freed pages are used again: nothing holds an old version of the data.
  expect(statSync(file).size).toBeLessThan(size * 2);
});
