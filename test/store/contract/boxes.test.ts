// The box of a secret ballot, told by what it promises: each seat once, nothing lost, nothing after it was shut, and nothing
// in the database that says who voted what, when, or in which order.
import * as fc from 'fast-check';
import type { Store } from '../../../services/store/ports';
import type { Database } from './stores';
import { freshDatabase } from './stores';

let database: Database;
let store: Store;

beforeAll(async () => {
  database = await freshDatabase();
  store = await database.open();
});

afterAll(async () => database.drop());

const vote = (seat: string, choice: string, receipt: string) => ({ seat, choice, receipt });

test('a seat votes once, and a repeated write finds itself by its receipt', async () => {
  expect(await store.boxes.put('once', vote('anna', 'for', 'r1'))).toBe('put');
  expect(await store.boxes.put('once', vote('anna', 'for', 'r1'))).toBe('put');
  expect(await store.boxes.put('once', vote('anna', 'against', 'r2'))).toBe('voted');
  expect(await store.boxes.shut('once')).toEqual({ voted: ['anna'], ballots: [{ receipt: 'r1', choice: 'for' }] });
});

test('votes at the same moment, through two processes, all count', async () => {
  const other = await database.open();
  const seats = Array.from({ length: 12 }, (_, at) => `seat-${String(at).padStart(2, '0')}`);
  const put = await Promise.all(
    seats.map(async (seat, at) =>
      (at % 2 === 0 ? store : other).boxes.put('busy', vote(seat, at % 3 === 0 ? 'against' : 'for', `r-${at}`)),
    ),
  );
  expect(put.every((one) => one === 'put')).toBe(true);
  const shut = await store.boxes.shut('busy');
  expect(shut.voted).toEqual(seats);
  expect(shut.ballots.filter(({ choice }) => choice === 'against')).toHaveLength(4);
});

test('what is shut takes nothing more, also when it was empty or has been emptied', async () => {
  await store.boxes.shut('shut');
  expect(await store.boxes.put('shut', vote('anna', 'for', 'r1'))).toBe('shut');
  await store.boxes.put('emptied', vote('anna', 'for', 'r1'));
  await store.boxes.shut('emptied');
  await store.boxes.empty('emptied');
  expect(await store.boxes.put('emptied', vote('bo', 'for', 'r2'))).toBe('shut');
  expect(await store.boxes.shut('emptied')).toEqual({ voted: [], ballots: [] });
});

test('asked who has voted, it tells that and nothing else', async () => {
  await store.boxes.put('asked', vote('bo', 'for', 'r1'));
  const told = await store.boxes.voted(['asked', 'nowhere']);
  expect([...told]).toEqual([['asked', { open: true, voted: ['bo'] }]]);
});

test('the box holds nothing that links: the same votes in any order leave the same bytes', async () => {
  const raw = await database.raw();
  const votes = ['anna', 'bo', 'cille', 'dan'].map((seat, at) =>
    vote(seat, at < 2 ? 'for' : 'against', ['r7', 'r2', 'r9', 'r4'][at] ?? ''),
  );
  const orders = fc.shuffledSubarray(votes, { minLength: votes.length });
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(
      orders,
      fc.shuffledSubarray(['r7', 'r2', 'r9', 'r4'], { minLength: 4 }),
      async (order, receipts) => {
        nth += 1;
        const id = `linked-${nth}`;
        // Receipts are dealt anew: which seat drew which leaves no trace either.
        const ofChoice = { for: receipts.slice(0, 2), against: receipts.slice(2) };
        const dealt = { for: 0, against: 0 };
        for (const one of order) {
          const choice = one.choice === 'for' ? 'for' : 'against';
          await store.boxes.put(id, { ...one, receipt: ofChoice[choice][dealt[choice]++] ?? '' });
        }
        const found = await raw.collection('boxes').findOne({ _id: id as never });
        expect(found).toEqual({
          _id: id,
          rev: 4,
          open: true,
          voted: ['anna', 'bo', 'cille', 'dan'],
          ballots: [...receipts]
            .sort()
            .map((receipt) => ({ receipt, choice: ofChoice.for.includes(receipt) ? 'for' : 'against' })),
        });
      },
    ),
    { numRuns: 20 },
  );
});
