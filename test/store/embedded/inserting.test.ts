/** insert, through the driver: what is stored, what is refused, and which error stands at which place. */
import { mongo } from 'mongoose';
import { codeOf, startRunning, type Running, type TestCollection } from './support/running';

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

test('a document comes back exactly as it was stored, type by type', async () => {
  const document = {
    _id: new ObjectId('65a000000000000000000001'),
    text: 'æøå \u{1F600} \u0000 end',
    int: 7,
    double: new BSON.Double(7),
    long: BSON.Long.fromNumber(7),
    negative: -0.5,
    date: new Date('2026-03-29T01:30:00.000Z'),
    early: new Date(-1),
    no: false,
    nothing: null,
    bytes: new BSON.Binary(Buffer.from([0, 1, 255]), 5),
    pattern: /^a+$/i,
    stamp: BSON.Timestamp.fromBits(7, 9),
    least: new BSON.MinKey(),
    most: new BSON.MaxKey(),
    nested: { b: [1, 'two', { three: [] }], a: {} },
  };
  await collection.insertOne(document);
  const raw = await collection.findOne({}, { raw: true });
  expect(Buffer.from(raw as unknown as Uint8Array)).toEqual(Buffer.from(BSON.serialize(document)));
});

test('_id becomes the first field', async () => {
  await collection.insertOne({ name: 'x', _id: 'late' });
  expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'name']);
});

test('a document without _id gets an ObjectId from the server', async () => {
  await collection.db.command({ insert: collection.collectionName, documents: [{ name: 'x' }] });
  expect(await collection.findOne()).toEqual({ _id: expect.any(ObjectId) as unknown, name: 'x' });
});

test('a second document with the same _id is refused, whatever type of number says it', async () => {
  await collection.insertOne({ _id: 1 });
  await expect(collection.insertOne({ _id: new BSON.Double(1) })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { _id: 1 },
    keyValue: { _id: 1 },
    message: expect.stringContaining('E11000 duplicate key error collection: test.') as string,
  });
});

test('an ordered insert stops at the first error', async () => {
  const documents = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }];
  const error: unknown = await collection.insertMany(documents, { ordered: true }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(mongo.MongoBulkWriteError);
  const bulk = error as mongo.MongoBulkWriteError;
  expect(bulk.insertedCount).toBe(1);
  expect([bulk.writeErrors].flat().map((one) => [one.index, one.code])).toEqual([[1, 11000]]);
  expect(await collection.countDocuments()).toBe(1);
});

test('an unordered insert goes on after errors and tells all of them', async () => {
  const documents = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }, { _id: 'b' }, { _id: 'c' }];
  const error: unknown = await collection.insertMany(documents, { ordered: false }).catch((thrown: unknown) => thrown);
  const bulk = error as mongo.MongoBulkWriteError;
  expect([bulk.writeErrors].flat().map((one) => one.index)).toEqual([1, 3]);
  expect(await collection.countDocuments()).toBe(3);
});

test('a unique index holds within one insert and across', async () => {
  await collection.createIndex({ streamId: 1, seq: 1 }, { unique: true, name: 'stream_seq' });
  await collection.insertOne({ _id: 1, streamId: 's', seq: 1 });
  const twice = [
    { _id: 2, streamId: 's', seq: 2 },
    { _id: 3, streamId: 's', seq: 2 },
  ];
  await expect(collection.insertMany(twice)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
  await expect(collection.insertOne({ _id: 4, streamId: 's', seq: 1 })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { streamId: 1, seq: 1 },
    keyValue: { streamId: 's', seq: 1 },
    message: expect.stringContaining('index: stream_seq dup key: { streamId: "s", seq: 1 }') as string,
  });
});

test.each([
  ['an array as _id', { _id: [1] }, 53],
  ['a field that begins with $', { _id: 1, a: { $b: 1 } }, 52],
  ['a field with a dot', { _id: 1, a: [{ 'b.c': 1 }] }, 57],
])('refused: %s', async (_what, document, code) => {
  expect(await codeOf(collection.insertOne(document))).toBe(code);
});

test.each([
  ['Decimal128', new BSON.Decimal128('1.5')],
  ['code', new BSON.Code('x')],
  ['a 64-bit integer beyond 2^53', BSON.Long.MAX_VALUE],
])('refused as not implemented: %s', async (_what, value) => {
  expect(await codeOf(collection.insertOne({ _id: 1, value }))).toBe(238);
});

test('a document over 16 MB is refused by the server itself', async () => {
  const documents = [{ _id: 1, text: 'x'.repeat(16 * 1024 * 1024 + 1) }];
  const reply = await collection.db.command({ insert: collection.collectionName, documents });
  expect(reply).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: 10334 }] });
  await collection.insertOne({ _id: 2, text: 'x'.repeat(16 * 1024 * 1024 - 64) });
  expect((await collection.findOne({ _id: 2 }))?.['text']).toHaveLength(16 * 1024 * 1024 - 64);
});

test('an insert of many documents is one command with many steps', async () => {
  const documents = Array.from({ length: 5000 }, (_, seq) => ({ _id: seq, text: 'x'.repeat(100) }));
  expect((await collection.insertMany(documents)).insertedCount).toBe(5000);
  expect(await collection.countDocuments()).toBe(5000);
});

test('an unacknowledged write is carried out without an answer', async () => {
  await collection.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
  await collection.insertOne({ _id: 2 });
  expect(await collection.countDocuments()).toBe(2);
});
