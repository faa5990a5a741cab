/**
 * Indexes are used, and change nothing but the speed: whatever is found with indexes is what a walk through everything
 * finds, in the same order.
 */
import * as fc from 'fast-check';
import { mongo } from 'mongoose';
import { documentValue } from '../../../services/store/embedded/bson/read';
import { planQuery, type Plan } from '../../../services/store/embedded/query/plan';
import { queryOf } from '../../../services/store/embedded/query/select';
import { parsePath } from '../../../services/store/embedded/bson/path';
import type { Collection, Index } from '../../../services/store/embedded/storage/catalog';
import { startRunning, type Fields, type Running, type Stored } from './support/running';

const { BSON } = mongo;
const SEED = 20_261_231;

function index(id: number, key: Record<string, 1 | -1>, options: Partial<Index> = {}): Index {
  const fields = Object.entries(key).map(([path, direction]) => ({ path: parsePath(path), descending: direction < 0 }));
  const plain = { unique: false, sparse: false, expireAfterSeconds: undefined, multikey: false, hasCutKeys: false };
  return { id, name: `i${id}`, fields, ...plain, ...options };
}

function collectionWith(...indexes: Index[]): Collection {
  return { id: 1, database: 'd', name: 'c', namespace: 'd.c', indexes, hasCutIds: false };
}

function bytes(fields: Fields): Buffer {
  return Buffer.from(BSON.serialize(fields));
}

function plan(collection: Collection, filter: Fields, sort: Fields = {}): Plan {
  const query = queryOf(documentValue(bytes(filter)), documentValue(bytes(sort)));
  return planQuery(collection, query.condition, query.sort);
}

/** How a plan reaches documents, in a word. */
function way({ points, index: used, ranges, reverse, isSorted }: Plan): string {
  const how = points === undefined ? `${ranges.length} ranges` : `${points.length} points`;
  return [used?.name ?? '_id', how, reverse ? 'reverse' : '', isSorted ? '' : 'unsorted'].filter(Boolean).join(', ');
}

describe('the way to documents', () => {
  const log = collectionWith(index(2, { streamId: 1, seq: 1 }, { unique: true }), index(3, { state: 1, dueAt: -1 }));
  const cases: [string, Fields, Fields, string][] = [
    ['by _id', { _id: 'x', state: 'open' }, {}, '_id, 1 points'],
    ['by several _ids', { _id: { $in: ['a', 'b'] } }, {}, '_id, 2 points'],
    ['by a range of _id', { _id: { $gt: 'a' } }, { _id: -1 }, '_id, 1 ranges, reverse'],
    ['by a whole unique key', { streamId: 's', seq: 4 }, { other: 1 }, 'i2, 1 points'],
    ['by a stream from a place on, in order', { streamId: 's', seq: { $gt: 4 } }, { seq: 1 }, 'i2, 1 ranges'],
    ['by a stream, last first', { streamId: 's' }, { seq: -1 }, 'i2, 1 ranges, reverse'],
    ['by a descending field, in its order', { state: 'open' }, { dueAt: -1 }, 'i3, 1 ranges'],
    ['by a descending field, against it, then _id', { state: 'open' }, { dueAt: 1, _id: -1 }, 'i3, 1 ranges, reverse'],
    ['by a list in front', { state: { $in: ['a', 'b'] }, dueAt: { $lte: 5 } }, { dueAt: 1 }, 'i3, 2 ranges, unsorted'],
    ['in the order of an index without a bound', {}, { streamId: 1, seq: 1 }, 'i2, 1 ranges'],
    ['through everything', { other: 1 }, {}, '_id, 1 ranges'],
    ['through everything for an $or', { $or: [{ _id: 1 }, { state: 'x' }] }, {}, '_id, 1 ranges'],
  ];
  test.each(cases)('%s', (_name, filter, sort, expected) => {
    expect(way(plan(log, filter, sort))).toBe(expected);
  });

  test('a sparse index is left alone where it lacks documents', () => {
    const sparse = collectionWith(index(2, { k: 1 }, { sparse: true }));
    expect(way(plan(sparse, { k: null }))).toBe('_id, 1 ranges');
    expect(way(plan(sparse, {}, { k: 1 }))).toBe('_id, 1 ranges, unsorted');
    expect(way(plan(sparse, { k: 1 }))).toBe('i2, 1 ranges');
  });

  test('an index that met arrays no longer sorts, and holds no whole array', () => {
    const multikey = collectionWith(index(2, { k: 1 }, { multikey: true }));
    expect(way(plan(multikey, { k: { $gt: 1 } }, { k: 1 }))).toBe('i2, 1 ranges, unsorted');
    expect(way(plan(multikey, { k: [1] }))).toBe('_id, 1 ranges');
    expect(way(plan(multikey, { k: null }))).toBe('_id, 1 ranges');
  });
});

describe('found with indexes is found without', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning();
  });
  afterAll(async () => running.stop());

  const long = 'y'.repeat(1200);
  const value = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('a', 'b', long, `${long}1`, `${long}2`, null, true),
    fc.constantFrom(new BSON.Double(1.5), new Date(7), { x: 1 }),
  );
  const stored = fc.oneof({ weight: 6, arbitrary: value }, fc.array(value, { maxLength: 2 }));
  const document = fc.record({ a: stored, b: value }, { requiredKeys: [] });
  const condition = fc.oneof(
    value.map((one): unknown => one),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), value).map(([op, one]): unknown => ({ [op]: one })),
    fc.tuple(value, value).map(([low, high]): unknown => ({ $gte: low, $lte: high })),
    fc.array(value, { maxLength: 3 }).map((list): unknown => ({ $in: list })),
  );
  const filter = fc.dictionary(fc.constantFrom('a', 'b'), condition, { noNullPrototype: true });
  const direction = fc.constantFrom<1 | -1>(1, -1);
  const sort = fc.oneof(
    fc.constant({}),
    direction.map((way1) => ({ a: way1, _id: 1 as const })),
    fc.tuple(direction, direction).map(([way1, way2]) => ({ a: way1, b: way2, _id: way1 })),
  );

  test('over random documents, filters and sorts', async () => {
    const keys: Record<string, 1 | -1>[] = [{ a: 1 }, { a: 1, b: -1 }, { b: -1, a: 1 }, { b: 1 }, { a: 1, b: 1 }];
    const holds = fc.asyncProperty(
      fc.array(document, { maxLength: 25 }),
      fc.array(fc.tuple(filter, sort), { minLength: 5, maxLength: 10 }),
      fc.boolean(),
      async (documents, queries, sparse) => {
        const [bare, indexed] = [running.fresh(), running.fresh()];
        for (const key of keys) await indexed.createIndex(key, { sparse });
        const numbered: Stored[] = documents.map((fields, at) => ({ _id: (at * 7) % 31, ...fields }));
        for (const collection of [bare, indexed]) {
          if (numbered.length > 0) await collection.insertMany(numbered);
          await collection.updateMany({ b: 1 }, { $set: { a: 2 }, $unset: { b: '' } });
          await collection.deleteMany({ a: 'b' });
        }
        for (const [query, order] of queries) {
          // Without a sort the order is nobody's business.
          const wanted = Object.keys(order).length === 0 ? { _id: 1 as const } : order;
          const [expected, found] = await Promise.all(
            [bare, indexed].map(async (one) => one.find(query, { batchSize: 3 }).sort(wanted).toArray()),
          );
          expect(found).toEqual(expected);
        }
      },
    );
    await fc.assert(holds, { seed: SEED, numRuns: 40 });
  });

  test.each([{ unique: true }, { unique: false }])('the one of every group, leapt to: %j', async (options) => {
    const collection = running.fresh();
    await collection.createIndex({ a: 1, b: 1 }, options);
    const groups = ['k', 'l/1', 'l/2', 'l/3', 'm'].map((a, at) =>
      // Groups of several lengths, one without the entry that is wanted.
      Array.from({ length: at * 3 + 1 }, (_, b) => ({ _id: `${a} ${b}`, a, b: a === 'l/2' ? b + 2 : b })),
    );
    await collection.insertMany(groups.flat());
    for (const batchSize of [1, 2, 100]) {
      const found = collection.find({ a: { $gte: 'l/', $lt: 'm' }, b: 1 }, { batchSize }).sort({ a: 1 });
      expect((await found.toArray()).map(({ _id }) => _id)).toEqual(['l/1 1', 'l/3 1']);
    }
    expect(await collection.countDocuments({ a: { $gt: 'k' }, b: 12 })).toBe(1);
  });

  test('two bounds that two elements of one array meet', async () => {
    const collection = running.fresh();
    await collection.createIndex({ a: 1 });
    await collection.insertMany([
      { _id: 1, a: [0, 9] },
      { _id: 2, a: 5 },
      { _id: 3, a: [7, 8] },
    ]);
    const found = await collection.find({ a: { $gte: 4, $lte: 6 } }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([1, 2]);
  });

  test('keys far too long for an index are still unique and still found', async () => {
    const collection = running.fresh();
    await collection.createIndex({ k: 1 }, { unique: true });
    await collection.insertMany([
      { _id: long, k: `${long}a` },
      { _id: `${long}2`, k: `${long}b` },
    ]);
    await expect(collection.insertOne({ _id: 1, k: `${long}a` })).rejects.toMatchObject({ code: 11000 });
    await expect(collection.insertOne({ _id: long, k: 1 })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.findOne({ k: `${long}b` })).toMatchObject({ _id: `${long}2` });
    const upwards = await collection.find({ k: { $gt: `${long}a` } }).toArray();
    expect(upwards.map(({ _id }) => _id)).toEqual([`${long}2`]);
    const sorted = await collection.find().sort({ k: -1 }).toArray();
    expect(sorted.map((one) => one['k'])).toEqual([`${long}b`, `${long}a`]);
  });
});
