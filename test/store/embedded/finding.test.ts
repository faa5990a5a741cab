/** find, getMore, count and distinct through the driver: what matches, in which order, in which batches. */
import { mongo } from 'mongoose';
import { codeOf, startRunning, type Fields, type Running, type TestCollection } from './support/running';

const { BSON, ObjectId } = mongo;

let running: Running;
let collection: TestCollection;

beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => running.stop());
beforeEach(() => {
  collection = running.fresh();
});

async function idsOf(filter: Fields, sort: Record<string, 1 | -1> = { _id: 1 }): Promise<unknown[]> {
  return (await collection.find(filter).sort(sort).toArray()).map(({ _id }) => _id);
}

describe('a filter', () => {
  const first = new ObjectId('650000000000000000000001');
  const second = new ObjectId('650000000000000000000002');
  const cases: [string, Fields, Fields, boolean][] = [
    ['equality across number types', { a: 1 }, { a: new BSON.Double(1) }, true],
    ['equality of a 64-bit integer', { a: 5 }, { a: BSON.Long.fromNumber(5) }, true],
    ['equality of ObjectIds', { a: first }, { a: new ObjectId(first.toHexString()) }, true],
    ['a range of ObjectIds', { a: { $gt: first } }, { a: second }, true],
    ['a range of dates', { a: { $lte: new Date(5) } }, { a: new Date(5) }, true],
    ['no range across types', { a: { $gt: 5 } }, { a: 'x' }, false],
    ['no boolean as a number', { a: 1 }, { a: true }, false],
    ['nested documents by field order', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
    ['nested documents as a whole', { a: { b: 1 } }, { a: { b: 1, c: 2 } }, false],
    ['null for a missing field', { a: null }, {}, true],
    ['null for null', { a: null }, { a: null }, true],
    ['no null for a value', { a: null }, { a: 0 }, false],
    ['null at the end of a dotted path', { 'a.b': null }, { a: [{ b: 1 }, { c: 1 }] }, true],
    ['no null in an empty array', { 'a.b': null }, { a: [] }, false],
    ['null through a value', { 'a.b': null }, { a: 5 }, true],
    ['$gte null as equality', { a: { $gte: null } }, {}, true],
    ['an array element', { a: 2 }, { a: [1, 2] }, true],
    ['an array as a whole', { a: [1, 2] }, { a: [1, 2] }, true],
    ['an array inside an array', { a: [1, 2] }, { a: [[1, 2], 3] }, true],
    ['no array in another order', { a: [1, 2] }, { a: [2, 1] }, false],
    ['a field of an array of documents', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['an array position', { 'a.1': 2 }, { a: [1, 2] }, true],
    ['a field at an array position', { 'a.1.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['two bounds met by two elements', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }, true],
    ['$ne of an array with the value', { a: { $ne: 1 } }, { a: [1, 2] }, false],
    ['$ne of a missing field', { a: { $ne: 1 } }, {}, true],
    ['$in', { a: { $in: [3, 2] } }, { a: 2 }, true],
    ['$in with null for a missing field', { a: { $in: [null] } }, {}, true],
    ['$nin', { a: { $nin: [1, 2] } }, { a: [2, 3] }, false],
    ['$exists', { 'a.b': { $exists: true } }, { a: { b: null } }, true],
    ['not $exists', { 'a.b': { $exists: false } }, { a: { c: 1 } }, true],
    ['$and', { $and: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 2 }, false],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { a: 5, b: 2 }, true],
    ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, { a: 5, b: 3 }, true],
    ['text by its bytes, not by UTF-16', { a: { $gt: '\uffff' } }, { a: '\u{1F600}' }, true],
    ['NaN is equal to NaN', { a: Number.NaN }, { a: Number.NaN }, true],
    ['NaN is in no range', { a: { $lt: 5 } }, { a: Number.NaN }, false],
    ['binary', { a: new BSON.Binary(Buffer.from('ab')) }, { a: new BSON.Binary(Buffer.from('ab')) }, true],
    ['everything against MinKey', { a: { $gt: new BSON.MinKey() } }, { a: 'x' }, true],
  ];
  test.each(cases)('%s', async (_name, filter, fields, isMatch) => {
    await collection.insertOne({ _id: 'it', ...fields });
    expect(await idsOf(filter)).toEqual(isMatch ? ['it'] : []);
  });
});

describe('a sort', () => {
  test('puts all types into BSON order, and back', async () => {
    const ordered = [
      new BSON.MinKey(),
      null,
      Number.NaN,
      -5,
      BSON.Long.fromNumber(0),
      new BSON.Double(0.5),
      7,
      'A',
      'a',
      'ab',
      '\u{1F600}',
      { a: 1 },
      { a: 1, b: 1 },
      { b: 0 },
      new BSON.Binary(Buffer.from('z')),
      new BSON.Binary(Buffer.from('aa')),
      new ObjectId('650000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(0),
      BSON.Timestamp.fromBits(1, 1),
      /a/,
      new BSON.MaxKey(),
    ];
    await collection.insertMany(ordered.map((value, at) => ({ _id: (at * 7) % ordered.length, at, value })));
    const ats = (await collection.find().sort({ value: 1 }).toArray()).map((one) => one['at']);
    expect(ats).toEqual(ordered.map((_, at) => at));
    const back = (await collection.find().sort({ value: -1 }).toArray()).map((one) => one['at']);
    expect(back).toEqual(ats.toReversed());
  });

  test('takes the lowest element of an array upwards and the highest downwards', async () => {
    const arrays = [{ _id: 'a', v: [5, 1] }, { _id: 'b', v: [2, 3] }, { _id: 'c', v: [] }, { _id: 'd' }];
    await collection.insertMany(arrays);
    expect(await idsOf({}, { v: 1 })).toEqual(['c', 'd', 'a', 'b']);
    expect(await idsOf({}, { v: -1 })).toEqual(['a', 'b', 'd', 'c']);
  });

  test('by several fields, with skip and limit', async () => {
    const documents = Array.from({ length: 20 }, (_, at) => ({ _id: at, tens: Math.floor(at / 10), ones: at % 10 }));
    await collection.insertMany(documents);
    const found = await collection.find().sort({ tens: -1, ones: 1 }).skip(8).limit(4).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([18, 19, 0, 1]);
  });
});

describe('a cursor', () => {
  beforeEach(async () => {
    await collection.insertMany(Array.from({ length: 250 }, (_, at) => ({ _id: at, even: at % 2 === 0 })));
  });

  test.each([1, 7, 101, 1000])('hands out everything once in batches of %d', async (batchSize) => {
    const found = await collection.find({}, { batchSize }).sort({ _id: -1 }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: 250 }, (_, at) => 249 - at));
  });

  test('in a sort that no index gives', async () => {
    const found = await collection.find({}, { batchSize: 9 }).sort({ even: 1, _id: -1 }).toArray();
    expect(found.map(({ _id }) => _id).slice(123, 127)).toEqual([3, 1, 248, 246]);
    expect(found).toHaveLength(250);
  });

  test('sees what is removed between two batches no more', async () => {
    const cursor = collection.find({}, { batchSize: 10 }).sort({ even: 1 });
    await cursor.next();
    await collection.deleteMany({});
    expect(await cursor.toArray()).toHaveLength(9);
  });

  test('leaves out what no longer matches between two batches', async () => {
    const cursor = collection.find({ even: true }, { batchSize: 10 }).sort({ even: 1 });
    await cursor.next();
    await collection.updateMany({}, { $set: { even: false } });
    expect(await cursor.toArray()).toHaveLength(9);
  });

  test('that was killed is not found', async () => {
    const { cursor } = await collection.db.command({ find: collection.collectionName, batchSize: 2 });
    const { id } = cursor as { id: mongo.Long };
    const killed = await collection.db.command({ killCursors: collection.collectionName, cursors: [id, 1] });
    expect(killed).toMatchObject({ cursorsKilled: [id], cursorsNotFound: [1] });
    const more = collection.db.command({ getMore: id, collection: collection.collectionName });
    expect(await codeOf(more)).toBe(43);
  });

  test('belongs to its collection', async () => {
    const { cursor } = await collection.db.command({ find: collection.collectionName, batchSize: 2 });
    const { id } = cursor as { id: mongo.Long };
    expect(await codeOf(collection.db.command({ getMore: id, collection: 'another' }))).toBe(13);
  });

  test('idle for ten minutes is closed', async () => {
    let now = 1_000_000;
    const timed = await startRunning({ now: () => now });
    const items = timed.fresh();
    await items.insertMany([{ _id: 1 }, { _id: 2 }]);
    const { cursor } = await items.db.command({ find: items.collectionName, batchSize: 1 });
    now += 10 * 60_000 + 1;
    const { id } = cursor as { id: mongo.Long };
    expect(await codeOf(items.db.command({ getMore: id, collection: items.collectionName }))).toBe(43);
    await timed.stop();
  });
});

describe('a projection', () => {
  const document = { _id: 1, a: { b: 1, c: 2 }, list: [{ x: 1, y: 2 }, 5], d: 'd' };
  const cases: [string, Fields, Fields][] = [
    ['includes', { d: 1 }, { _id: 1, d: 'd' }],
    ['includes without _id', { d: 1, _id: 0 }, { d: 'd' }],
    ['includes a dotted path', { 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
    ['includes nested', { a: { c: 1 } }, { _id: 1, a: { c: 2 } }],
    ['includes inside an array', { 'list.x': true }, { _id: 1, list: [{ x: 1 }] }],
    ['excludes', { a: 0, list: 0 }, { _id: 1, d: 'd' }],
    ['excludes inside an array', { 'list.x': 0, a: 0, d: false }, { _id: 1, list: [{ y: 2 }, 5] }],
    ['keeps only _id', { _id: 1 }, { _id: 1 }],
    ['drops only _id', { _id: 0, a: 0, list: 0 }, { d: 'd' }],
  ];
  test.each(cases)('%s', async (_name, projection, expected) => {
    await collection.insertOne(document);
    expect(await collection.findOne({}, { projection })).toEqual(expected);
  });
});

test('count and distinct', async () => {
  await collection.insertMany([
    { _id: 1, k: 'b', n: [1, 2] },
    { _id: 2, k: 'a', n: [2, 3] },
    { _id: 3, k: 'b' },
  ]);
  expect(await collection.estimatedDocumentCount()).toBe(3);
  expect(await collection.countDocuments({ k: 'b' })).toBe(2);
  expect(await collection.countDocuments({ k: 'b' }, { skip: 1 })).toBe(1);
  expect(await collection.db.command({ count: collection.collectionName, query: { k: 'b' }, limit: 1 })).toMatchObject({
    n: 1,
  });
  expect(await collection.distinct('k')).toEqual(['a', 'b']);
  expect(await collection.distinct('n', { k: 'b' })).toEqual([1, 2]);
});

test('a collection that does not exist is empty', async () => {
  expect(await collection.find().toArray()).toEqual([]);
  expect(await collection.countDocuments()).toBe(0);
  expect(await collection.distinct('a')).toEqual([]);
});

test('what was acknowledged is seen by every connection at once', async () => {
  const other = running.client.db('test').collection<{ _id: number }>(collection.collectionName);
  for (let at = 0; at < 100; at += 1) {
    await collection.insertOne({ _id: at });
    const [own, others] = await Promise.all([collection.findOne({ _id: at }), other.findOne({ _id: at })]);
    expect([own, others]).toEqual([{ _id: at }, { _id: at }]);
  }
});
