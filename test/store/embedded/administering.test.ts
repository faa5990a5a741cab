/** Indexes, collections, databases and aggregation through the driver. */
import { mongo } from 'mongoose';
import { codeOf, startRunning, type Fields, type Running, type TestCollection } from './support/running';

let running: Running;
let collection: TestCollection;

beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => running.stop());
beforeEach(() => {
  collection = running.fresh();
});

describe('an index', () => {
  test('is listed as it was made, and making it again does nothing', async () => {
    await collection.createIndex({ a: 1, b: -1 }, { unique: true, name: 'first' });
    await collection.createIndex({ c: 1 }, { sparse: true });
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await collection.createIndex({ a: 1, b: -1 }, { unique: true, name: 'first' });
    expect(await collection.listIndexes().toArray()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'first', unique: true },
      { v: 2, key: { c: 1 }, name: 'c_1', sparse: true },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 },
    ]);
  });

  test('on documents that are there holds for them too', async () => {
    await collection.insertMany(Array.from({ length: 450 }, (_, at) => ({ _id: at, k: at })));
    await collection.createIndex({ k: 1 }, { unique: true });
    expect(await codeOf(collection.insertOne({ _id: 'x', k: 449 }))).toBe(11000);
    expect(await collection.findOne({ k: 321 })).toEqual({ _id: 321, k: 321 });
  });

  test('that duplicates forbid is not made', async () => {
    await collection.insertMany([
      { _id: 1, k: 1 },
      { _id: 2, k: 1 },
    ]);
    expect(await codeOf(collection.createIndex({ k: 1 }, { unique: true }))).toBe(11000);
    expect(await collection.listIndexes().toArray()).toHaveLength(1);
    await collection.insertOne({ _id: 3, k: 1 });
  });

  test('that is sparse and unique forgives missing fields, a plain unique one only the first', async () => {
    await collection.createIndex({ s: 1 }, { unique: true, sparse: true });
    await collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, s: 1 }]);
    expect(await codeOf(collection.insertOne({ _id: 4, s: 1 }))).toBe(11000);
    expect(await codeOf(collection.createIndex({ u: 1 }, { unique: true }))).toBe(11000);
  });

  test('that is unique takes no arrays, another takes one', async () => {
    await collection.createIndex({ u: 1 }, { unique: true, sparse: true });
    await collection.createIndex({ a: 1, b: 1 });
    expect(await codeOf(collection.insertOne({ _id: 1, u: [1] }))).toBe(201);
    expect(await codeOf(collection.insertOne({ _id: 2, a: [1], b: [1] }))).toBe(171);
    await collection.insertOne({ _id: 3, a: [1, 2], b: 1 });
    expect(await collection.findOne({ a: 2, b: 1 })).toMatchObject({ _id: 3 });
  });

  test('is dropped by name, by key, or with all others', async () => {
    await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }, { key: { c: 1 } }, { key: { d: 1 } }]);
    await collection.dropIndex('a_1');
    await collection.db.command({ dropIndexes: collection.collectionName, index: { b: 1 } });
    expect((await collection.listIndexes().toArray()).map(({ name }) => String(name))).toEqual(['_id_', 'c_1', 'd_1']);
    await collection.dropIndexes();
    expect(await collection.listIndexes().toArray()).toHaveLength(1);
  });

  const refused: [string, Fields, Fields, number][] = [
    ['the same key under another name', { a: 1 }, { name: 'other' }, 85],
    ['another expiry', { at: 1 }, { expireAfterSeconds: 7 }, 85],
    ['another key under the same name', { b: 1 }, { name: 'a_1' }, 86],
    ['a text index', { t: 'text' }, {}, 238],
    ['a hashed index', { t: 'hashed' }, {}, 238],
    ['a partial index', { t: 1 }, { partialFilterExpression: { t: { $exists: true } } }, 238],
    ['a collation', { t: 1 }, { collation: { locale: 'da' } }, 238],
    ['a wildcard', { '$**': 1 }, {}, 238],
    ['a direction of 0', { t: 0 }, {}, 67],
    ['an expiry on two fields', { t: 1, u: 1 }, { expireAfterSeconds: 1 }, 67],
    ['an unknown option', { t: 1 }, { fancy: true }, 197],
  ];
  test.each(refused)('is refused: %s', async (_what, key, options, code) => {
    await collection.createIndexes([{ key: { a: 1 } }, { key: { at: 1 }, expireAfterSeconds: 60 }]);
    const spec = { key, name: Object.entries(key).flat().join('_'), ...options };
    expect(await codeOf(collection.db.command({ createIndexes: collection.collectionName, indexes: [spec] }))).toBe(
      code,
    );
  });

  test('cannot be dropped when it is not there, or is on _id', async () => {
    expect(await codeOf(collection.dropIndex('a_1'))).toBe(26);
    await collection.insertOne({ _id: 1 });
    expect(await codeOf(collection.dropIndex('a_1'))).toBe(27);
    expect(await codeOf(collection.dropIndex('_id_'))).toBe(72);
  });
});

test('documents past their time are removed, others stay', async () => {
  let now = Date.UTC(2026, 0, 1);
  const timed = await startRunning({ now: () => now, sweepEveryMs: 5 });
  const items = timed.fresh();
  await items.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await items.createIndex({ until: -1 }, { expireAfterSeconds: 0 });
  await items.insertMany([
    { _id: 'old', at: new Date(now - 1000) },
    { _id: 'new', at: new Date(now + 1000) },
    { _id: 'no date', at: 5 },
    { _id: 'none' },
    { _id: 'until', until: new Date(now + 30_000) },
  ]);
  now += 60_000;
  // A change stream would be told; here the only sign is that the documents are gone.
  while ((await items.countDocuments()) > 3) await items.db.command({ ping: 1 });
  expect((await items.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(['new', 'no date', 'none']);
  expect(await items.countDocuments({ until: { $gt: new Date(0) } })).toBe(0);
  await timed.stop();
});

describe('collections and databases', () => {
  test('are made, listed and dropped', async () => {
    const db = running.client.db('lists');
    await db.createCollection('b');
    await db.collection('a').insertOne({ x: 1 });
    expect((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(await db.listCollections({ name: 'b' }).toArray()).toMatchObject([
      { name: 'b', type: 'collection', options: {} },
    ]);
    const listed = await running.client.db().admin().listDatabases();
    expect(listed.databases.map(({ name }) => name)).toContain('lists');
    expect(await db.collection('a').drop()).toBe(true);
    expect(await db.collection('a').countDocuments()).toBe(0);
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
  });

  test('once dropped, a collection begins anew, with nothing of the old one', async () => {
    await collection.createIndex({ k: 1 }, { unique: true });
    await collection.insertMany(Array.from({ length: 1200 }, (_, at) => ({ _id: at, k: at })));
    await collection.drop();
    await collection.insertOne({ _id: 5, k: 5 });
    await collection.insertOne({ _id: 6, k: 5 });
    expect(await collection.find().toArray()).toHaveLength(2);
    expect(await collection.listIndexes().toArray()).toHaveLength(1);
  });

  test('refuse what cannot be', async () => {
    const { db } = collection;
    await collection.insertOne({ _id: 1 });
    expect(await codeOf(db.command({ create: collection.collectionName }))).toBe(48);
    expect(await codeOf(db.command({ drop: 'none' }))).toBe(26);
    expect(await codeOf(db.command({ listIndexes: 'none' }))).toBe(26);
    expect(await codeOf(db.command({ create: 'x', capped: true, size: 1000 }))).toBe(238);
    expect(await codeOf(db.command({ create: 'x', viewOn: 'y', pipeline: [] }))).toBe(238);
    expect(await codeOf(db.command({ create: 'x', timeseries: { timeField: 't' } }))).toBe(238);
    expect(await codeOf(db.command({ create: '$x' }))).toBe(73);
    expect(await codeOf(db.command({ insert: 'system.x', documents: [{ a: 1 }] }))).toBe(73);
    expect(await codeOf(running.client.db('TEST').createCollection('x'))).toBe(13297);
  });
});

describe('a pipeline', () => {
  beforeEach(async () => {
    await collection.insertMany([
      { _id: 1, kind: 'a', n: 1, d: { x: 1 }, l: [{ y: 1 }, { y: 2 }] },
      { _id: 2, kind: 'b', n: 2.5, d: { x: 1 } },
      { _id: 3, kind: 'a', n: 3, d: { x: 2 } },
      { _id: 4, n: 'text' },
    ]);
  });

  const cases: [string, Fields[], unknown[]][] = [
    [
      'matches',
      [{ $match: { kind: 'a' } }, { $sort: { n: -1 } }, { $project: { n: 1, _id: 0 } }],
      [{ n: 3 }, { n: 1 }],
    ],
    [
      'skips and limits',
      [{ $sort: { _id: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 3 }],
    ],
    ['counts', [{ $match: { n: { $gt: 1 } } }, { $count: 'found' }], [{ found: 2 }]],
    ['counts nothing as nothing', [{ $match: { n: 99 } }, { $count: 'found' }], []],
    [
      'groups and counts',
      [{ $group: { _id: '$kind', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: null, n: 1 },
        { _id: 'a', n: 2 },
        { _id: 'b', n: 1 },
      ],
    ],
    ['sums numbers only', [{ $group: { _id: null, s: { $sum: '$n' } } }], [{ _id: null, s: 6.5 }]],
    [
      'takes least, most, first and last',
      [
        { $match: { kind: { $exists: true } } },
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: '$d.x',
            low: { $min: '$n' },
            high: { $max: '$n' },
            first: { $first: '$_id' },
            last: { $last: '$kind' },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 1, low: 1, high: 2.5, first: 1, last: 'b' },
        { _id: 2, low: 3, high: 3, first: 3, last: 'a' },
      ],
    ],
    [
      'groups by several',
      [{ $group: { _id: { k: '$kind', x: '$d.x' } } }, { $match: { '_id.k': 'b' } }],
      [{ _id: { k: 'b', x: 1 } }],
    ],
    [
      'names fields anew',
      [{ $match: { _id: 1 } }, { $project: { _id: 0, what: '$kind', ys: '$l.y' } }],
      [{ what: 'a', ys: [1, 2] }],
    ],
    [
      'keeps _id beside new names',
      [{ $match: { _id: 2 } }, { $project: { what: '$kind', n: 1 } }],
      [{ _id: 2, n: 2.5, what: 'b' }],
    ],
    ['excludes', [{ $match: { _id: 2 } }, { $project: { d: 0, n: 0 } }], [{ _id: 2, kind: 'b' }]],
  ];
  test.each(cases)('%s', async (_name, pipeline, expected) => {
    expect(await collection.aggregate(pipeline).toArray()).toEqual(expected);
  });

  test('hands out its result in batches', async () => {
    const pipeline = [{ $group: { _id: '$_id' } }, { $sort: { _id: -1 } }];
    expect(await collection.aggregate(pipeline, { batchSize: 1 }).toArray()).toHaveLength(4);
  });

  const refused: [string, Fields[], number][] = [
    ['$lookup', [{ $lookup: { from: 'x' } }], 40324],
    ['$out', [{ $out: 'x' }], 40324],
    ['$where in $match', [{ $match: { $where: '1' } }], 2],
    ['two stages in one', [{ $match: {}, $limit: 1 }], 40323],
    ['$limit 0', [{ $limit: 0 }], 15958],
    ['$skip by a text', [{ $skip: 'x' }], 15957],
    ['$count with a path', [{ $count: 'a.b' }], 40156],
    ['$group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
    ['$avg', [{ $group: { _id: null, n: { $avg: '$n' } } }], 15952],
    ['an operator in an expression', [{ $group: { _id: { $year: '$at' } } }], 168],
    ['a variable', [{ $group: { _id: '$$ROOT' } }], 238],
    ['a computed projection', [{ $project: { n: { $add: [1, 2] } } }], 238],
  ];
  test.each(refused)('refuses %s', async (_what, pipeline, code) => {
    expect(await codeOf(collection.aggregate(pipeline).toArray())).toBe(code);
  });
});

test('everything is there after a restart', async () => {
  const first = await startRunning();
  const db = first.client.db('kept');
  const items = db.collection<{ _id: number; k: string }>('items');
  await items.createIndex({ k: 1 }, { unique: true, name: 'by_k' });
  await items.insertMany([
    { _id: 1, k: 'a' },
    { _id: 2, k: 'b' },
  ]);
  await items.deleteOne({ _id: 1 });
  const second = await first.again();
  const kept = second.client.db('kept').collection<{ _id: number; k: string }>('items');
  expect(await kept.find().toArray()).toEqual([{ _id: 2, k: 'b' }]);
  expect(await kept.listIndexes().toArray()).toMatchObject([{}, { name: 'by_k', unique: true }]);
  await expect(kept.insertOne({ _id: 3, k: 'b' })).rejects.toBeInstanceOf(mongo.MongoServerError);
  await second.stop();
});
