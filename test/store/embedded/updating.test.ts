/** update, delete and findAndModify through the driver: every operator, every refusal it has. */
import { mongo } from 'mongoose';
import { codeOf, startRunning, type Fields, type Running, type TestCollection } from './support/running';

const { BSON } = mongo;

/** `$inc` of fields whose types the driver's own typings cannot know. */
function increase(amounts: Fields, others: Fields = {}): Fields {
  return { ...others, $inc: amounts };
}

let running: Running;
let collection: TestCollection;

beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => running.stop());
beforeEach(() => {
  collection = running.fresh();
});

describe('an operator', () => {
  const cases: [string, Fields, Fields, Fields][] = [
    ['$set replaces and adds', { a: 1 }, { $set: { a: 2, b: 'x' } }, { a: 2, b: 'x' }],
    ['$set makes documents on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set at an array position', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['$set inside an array element', { a: [{ x: 1 }] }, { $set: { 'a.0.y': 2 } }, { a: [{ x: 1, y: 2 }] }],
    ['$set beyond the end fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$set of a number name makes a field', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    ['new fields stand in the order of their names', {}, { $set: { b: 1, a: 1 } }, { a: 1, b: 1 }],
    ['$unset', { a: 1, b: 1 }, { $unset: { a: '' } }, { b: 1 }],
    ['$unset of nothing', { b: 1 }, { $unset: { 'a.x': '' } }, { b: 1 }],
    ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
    ['$inc of a missing field', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
    ['$inc by a fraction', { a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
    ['$inc beyond 32 bits', { a: 2 ** 31 - 1 }, { $inc: { a: 1 } }, { a: 2 ** 31 }],
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push to a missing field', {}, { $push: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    ['$push of an array is one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
    ['$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push $each $slice keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$push $each $slice keeps the first', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }],
    ['$push $slice 0 empties', { a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    ['$addToSet of something new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet of something there', { a: [1, 1] }, { $addToSet: { a: new BSON.Double(1) } }, { a: [1, 1] }],
    ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      '$addToSet minds field order',
      { a: [{ x: 1, y: 1 }] },
      { $addToSet: { a: { y: 1, x: 1 } } },
      {
        a: [
          { x: 1, y: 1 },
          { y: 1, x: 1 },
        ],
      },
    ],
    ['$pull of a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [
      '$pull of documents with these fields',
      { a: [{ x: 1, y: 1 }, { x: 2 }, 1] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }, 1] },
    ],
    ['$pull from nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
    ['$min lowers', { a: 5 }, { $min: { a: 3 } }, { a: 3 }],
    ['$min keeps', { a: 5 }, { $min: { a: 7 } }, { a: 5 }],
    ['$max raises, in BSON order', { a: 5 }, { $max: { a: 'x' } }, { a: 'x' }],
    ['$max of a missing field', {}, { $max: { a: 1 } }, { a: 1 }],
    ['$setOnInsert does nothing to what exists', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
    [
      'operators together',
      { a: 1, l: [] },
      { $inc: { a: 1 }, $push: { l: 1 }, $set: { s: 1 } },
      { a: 2, l: [1], s: 1 },
    ],
  ];
  test.each(cases)('%s', async (_name, before, update, after) => {
    await collection.insertOne({ _id: 'it', ...before });
    await collection.updateOne({ _id: 'it' }, update);
    const stored = await collection.findOne({ _id: 'it' });
    expect(stored).toEqual({ _id: 'it', ...after });
    expect(Object.keys(stored ?? {})).toEqual(['_id', ...Object.keys(after)]);
  });

  test('leaves the types of untouched fields alone', async () => {
    const fields = {
      _id: 1,
      double: new BSON.Double(3),
      long: BSON.Long.fromNumber(4),
      deep: { d: new BSON.Double(5), n: 1 },
    };
    await collection.insertOne(fields);
    await collection.updateOne({ _id: 1 }, increase({ long: 1 }, { $set: { 'deep.n': 2 } }));
    const stored = await collection.findOne({}, { promoteValues: false });
    expect(stored).toEqual({
      _id: new BSON.Int32(1),
      double: new BSON.Double(3),
      long: BSON.Long.fromNumber(5),
      deep: { d: new BSON.Double(5), n: new BSON.Int32(2) },
    });
  });
});

describe('refused', () => {
  const cases: [string, Fields, Fields, number][] = [
    ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['$push to a value', { a: 1 }, { $push: { a: 1 } }, 2],
    ['$addToSet to a value', { a: 1 }, { $addToSet: { a: 1 } }, 2],
    ['$pull from a value', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['$set through a value', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['$set of a name in an array', { a: [] }, { $set: { 'a.b': 1 } }, 28],
    ['a change of _id', {}, { $set: { _id: 'other' } }, 66],
    ['removing _id', {}, { $unset: { _id: '' } }, 66],
    ['one path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a path and one inside it', {}, { $set: { a: {} }, $unset: { 'a.b': '' } }, 40],
    ['$push with $position', { a: [] }, { $push: { a: { $each: [1], $position: 0 } } }, 2],
    ['$pull with a condition', { a: [] }, { $pull: { a: { $gt: 1 } } }, 238],
    ['$rename', { a: 1 }, { $rename: { a: 'b' } }, 9],
    ['$mul', { a: 1 }, { $mul: { a: 2 } }, 9],
    ['$currentDate', {}, { $currentDate: { a: true } }, 9],
    ['a positional $', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['a positional $[]', { a: [1] }, { $set: { 'a.$[]': 1 } }, 2],
    ['an empty name', {}, { $set: { 'a..b': 1 } }, 56],
    ['storing a name with $', {}, { $set: { a: { $b: 1 } } }, 52],
  ];
  test.each(cases)('%s', async (_name, before, update, code) => {
    await collection.insertOne({ _id: 'it', ...before });
    expect(await codeOf(collection.updateOne({ _id: 'it' }, update))).toBe(code);
    expect(await collection.findOne({ _id: 'it' })).toEqual({ _id: 'it', ...before });
  });

  test('a pipeline, arrayFilters, hint and collation', async () => {
    const name = collection.collectionName;
    const statements = [
      { q: {}, u: [{ $set: { a: 1 } }] },
      { q: {}, u: { $set: { a: 1 } }, arrayFilters: [{ x: 1 }] },
      { q: {}, u: { $set: { a: 1 } }, hint: 'x' },
      { q: {}, u: { $set: { a: 1 } }, collation: { locale: 'da' } },
    ];
    for (const statement of statements) {
      const reply = await collection.db.command({ update: name, updates: [statement] });
      expect(reply['writeErrors']).toMatchObject([{ index: 0, code: 238 }]);
    }
  });

  test('an unknown field of a statement, wherever it stands', async () => {
    const statement = { fancy: 1, q: {}, u: { $set: { a: 1 } } };
    const updates = { update: collection.collectionName, updates: [statement] };
    expect(await collection.db.command(updates)).toMatchObject({ n: 0, writeErrors: [{ code: 40415 }] });
    const deletes = { delete: collection.collectionName, deletes: [{ fancy: 1, q: {}, limit: 1 }] };
    expect(await collection.db.command(deletes)).toMatchObject({ n: 0, writeErrors: [{ code: 40415 }] });
  });

  test('an upsert that would store a name with $', async () => {
    const upsert = collection.updateOne({ a: { x: { $y: 1 } } }, { $set: { b: 1 } }, { upsert: true });
    expect(await codeOf(upsert)).toBe(52);
  });

  test('a replacement of many', async () => {
    const reply = await collection.db.command({
      update: collection.collectionName,
      updates: [{ q: {}, u: { a: 1 }, multi: true }],
    });
    expect(reply['writeErrors']).toMatchObject([{ code: 9 }]);
  });

  test('a growth beyond 16 MB', async () => {
    await collection.insertOne({ _id: 1, a: 'x'.repeat(9 * 1024 * 1024) });
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $set: { b: 'x'.repeat(9 * 1024 * 1024) } }))).toBe(10334);
  });
});

describe('update', () => {
  test('one, many, and what they tell', async () => {
    await collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, x: 1 }]);
    expect(await collection.updateOne({}, { $set: { y: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await collection.updateMany({}, { $set: { x: 1 } })).toMatchObject({ matchedCount: 3, modifiedCount: 2 });
    expect(await collection.updateOne({ _id: 9 }, { $set: { x: 1 } })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 0,
    });
  });

  test('many, along the index it changes, touches each document once', async () => {
    await collection.createIndex({ n: 1 });
    await collection.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n, n, times: 0 })));
    await collection.updateMany({ n: { $gte: 0 } }, increase({ n: 1000, times: 1 }));
    expect(await collection.countDocuments({ times: 1 })).toBe(300);
    expect(await collection.countDocuments({ n: { $lt: 1000 } })).toBe(0);
  });

  test('a replacement keeps the _id', async () => {
    await collection.insertOne({ _id: 1, a: 1 });
    await collection.replaceOne({ a: 1 }, { b: 2 });
    expect(await collection.findOne()).toEqual({ _id: 1, b: 2 });
    expect(await codeOf(collection.replaceOne({ b: 2 }, { _id: 2, c: 1 }))).toBe(66);
  });

  test('an upsert inserts what filter and update say', async () => {
    const filter = { _id: 'new', 'a.b': 1, n: { $gt: 5 }, $and: [{ c: { $eq: 2 } }] };
    const result = await collection.updateOne(filter, increase({ k: 1 }, { $set: { s: 1 }, $setOnInsert: { i: 1 } }), {
      upsert: true,
    });
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'new' });
    expect(await collection.findOne()).toEqual({ _id: 'new', a: { b: 1 }, c: 2, i: 1, k: 1, s: 1 });
  });

  test('an upsert without _id gets one, and a replacement takes only the _id over', async () => {
    const { upsertedId } = await collection.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
    expect(upsertedId).toBeInstanceOf(mongo.ObjectId);
    await collection.replaceOne({ _id: 'r', a: 1 }, { z: 1 }, { upsert: true });
    expect(await collection.findOne({ _id: 'r' })).toEqual({ _id: 'r', z: 1 });
  });

  test('a change that a unique index forbids leaves the document and its index entries alone', async () => {
    await collection.createIndex({ k: 1 }, { unique: true });
    await collection.insertMany([
      { _id: 1, k: 'a' },
      { _id: 2, k: 'b' },
    ]);
    await expect(collection.updateOne({ _id: 2 }, { $set: { k: 'a' } })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.findOne({ k: 'b' })).toEqual({ _id: 2, k: 'b' });
    await collection.updateOne({ _id: 1 }, { $set: { k: 'c' } });
    await collection.updateOne({ _id: 2 }, { $set: { k: 'a' } });
    expect(await collection.findOne({ k: 'a' })).toEqual({ _id: 2, k: 'a' });
  });

  test('several statements in one command each have their error', async () => {
    await collection.insertMany([
      { _id: 1, a: 'x' },
      { _id: 2, a: 1 },
    ]);
    const updates = [
      { q: { _id: 1 }, u: { $inc: { a: 1 } } },
      { q: { _id: 2 }, u: { $inc: { a: 1 } } },
    ];
    const reply = await collection.db.command({ update: collection.collectionName, updates, ordered: false });
    expect(reply).toMatchObject({ n: 1, nModified: 1, writeErrors: [{ index: 0, code: 14 }] });
  });
});

describe('delete', () => {
  test('one or all', async () => {
    await collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 1 }, { _id: 4 }]);
    expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await collection.find().toArray()).toEqual([{ _id: 4 }]);
  });

  test('with another limit is refused', async () => {
    const reply = await collection.db.command({ delete: collection.collectionName, deletes: [{ q: {}, limit: 2 }] });
    expect(reply['writeErrors']).toMatchObject([{ code: 9 }]);
  });

  test('frees what a unique index held', async () => {
    await collection.createIndex({ k: 1 }, { unique: true });
    await collection.insertOne({ _id: 1, k: 1 });
    await collection.deleteOne({ _id: 1 });
    await collection.insertOne({ _id: 2, k: 1 });
    expect(await collection.countDocuments({ k: 1 })).toBe(1);
  });
});

describe('findAndModify', () => {
  beforeEach(async () => {
    await collection.insertMany([
      { _id: 1, n: 1, state: 'open' },
      { _id: 2, n: 2, state: 'open' },
    ]);
  });

  test('returns the document before or after', async () => {
    const change = { $set: { state: 'done' } };
    expect(await collection.findOneAndUpdate({ _id: 1, state: 'open' }, change)).toMatchObject({ state: 'open' });
    expect(await collection.findOneAndUpdate({ _id: 1, state: 'open' }, change)).toBeNull();
    const after = await collection.findOneAndUpdate({ _id: 2 }, change, {
      returnDocument: 'after',
      projection: { n: 0 },
    });
    expect(after).toEqual({ _id: 2, state: 'done' });
  });

  test('takes the first in the order of a sort', async () => {
    const found = await collection.findOneAndUpdate(
      { state: 'open' },
      { $set: { state: 'taken' } },
      { sort: { n: -1 } },
    );
    expect(found).toMatchObject({ _id: 2 });
  });

  test('removes', async () => {
    expect(await collection.findOneAndDelete({ n: 1 })).toMatchObject({ _id: 1 });
    expect(await collection.findOneAndDelete({ n: 1 })).toBeNull();
  });

  test('replaces, and inserts what is not there', async () => {
    await collection.findOneAndReplace({ _id: 1 }, { z: 1 });
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, z: 1 });
    const options = { upsert: true, returnDocument: 'after', includeResultMetadata: true } as const;
    const result = await collection.findOneAndUpdate({ _id: 7 }, increase({ n: 1 }), options);
    expect(result).toMatchObject({
      value: { _id: 7, n: 1 },
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 7 },
    });
  });

  test('tells a duplicate key as an error of the command', async () => {
    await collection.createIndex({ n: 1 }, { unique: true });
    const change = collection.findOneAndUpdate({ _id: 1 }, { $set: { n: 2 } });
    await expect(change).rejects.toMatchObject({ code: 11000, keyPattern: { n: 1 }, keyValue: { n: 2 } });
  });

  test.each([
    ['both update and remove', { update: { $set: { a: 1 } }, remove: true }, 9],
    ['neither', {}, 9],
    ['new with remove', { remove: true, new: true }, 9],
    ['hint', { update: { $set: { a: 1 } }, hint: { n: 1 } }, 238],
    ['arrayFilters', { update: { $set: { a: 1 } }, arrayFilters: [{ a: 1 }] }, 238],
  ])('refuses %s', async (_what, fields, code) => {
    const command = { findAndModify: collection.collectionName, query: {}, ...fields };
    expect(await codeOf(collection.db.command(command))).toBe(code);
  });
});
