/** Whatever is not known is an error with MongoDB's code and name, never a silent success. */
import { mongo } from 'mongoose';
import { refusalOf, startRunning, type Fields, type Running, type TestCollection } from './support/running';

let running: Running;
let collection: TestCollection;

beforeAll(async () => {
  running = await startRunning();
  collection = running.fresh();
  await collection.insertOne({ _id: 1, a: 1 });
});
afterAll(async () => running.stop());

const commands: [string, Fields, number, string][] = [
  ['an unknown command', { frobnicate: 1 }, 59, 'CommandNotFound'],
  ['explain', { explain: { find: 'c' } }, 59, 'CommandNotFound'],
  ['mapReduce', { mapReduce: 'c' }, 59, 'CommandNotFound'],
  ['an unknown field of find', { find: 'c', fancy: 1 }, 40415, 'IDLUnknownField'],
  ['an unknown field of insert', { insert: 'c', documents: [{}], fancy: 1 }, 40415, 'IDLUnknownField'],
  ['a field sent twice under two shapes', { find: 'c', filter: 'x' }, 14, 'TypeMismatch'],
  ['no documents', { insert: 'c' }, 40414, 'IDLFailedToParse'],
  ['an empty batch', { insert: 'c', documents: [] }, 72, 'InvalidOptions'],
  ['an unknown field of ping', { ping: 1, fancy: 1 }, 40415, 'IDLUnknownField'],
  ['an unknown field of a cursor', { aggregate: 'c', pipeline: [], cursor: { fancy: 1 } }, 40415, 'IDLUnknownField'],
  ['a path without end', { find: 'c', filter: { [Array(200).fill('a').join('.')]: 1 } }, 15, 'Overflow'],
  ['hint', { find: 'c', hint: { a: 1 } }, 238, 'NotImplemented'],
  ['collation', { find: 'c', collation: { locale: 'da' } }, 238, 'NotImplemented'],
  ['tailable', { find: 'c', tailable: true }, 238, 'NotImplemented'],
  ['let', { find: 'c', let: { x: 1 } }, 238, 'NotImplemented'],
  ['a negative limit', { find: 'c', limit: -1 }, 51024, 'Location51024'],
  ['a sort by 2', { find: 'c', sort: { a: 2 } }, 15974, 'Location15974'],
  ['a sort by $meta', { find: 'c', sort: { a: { $meta: 'textScore' } } }, 238, 'NotImplemented'],
  ['inclusion and exclusion', { find: 'c', projection: { a: 1, b: 0 } }, 31254, 'Location31254'],
  ['exclusion and inclusion', { find: 'c', projection: { a: 0, b: 1 } }, 31253, 'Location31253'],
  ['a projection over another', { find: 'c', projection: { a: 1, 'a.b': 1 } }, 31250, 'Location31250'],
  ['a computed projection', { find: 'c', projection: { a: '$b' } }, 238, 'NotImplemented'],
  ['readConcern linearizable', { find: 'c', readConcern: { level: 'linearizable' } }, 123, 'NotAReplicaSet'],
  ['readConcern with a time', { find: 'c', readConcern: { afterClusterTime: 1 } }, 238, 'NotImplemented'],
  ['w: 2', { insert: 'c', documents: [{}], writeConcern: { w: 2 } }, 2, 'BadValue'],
  ['w: a tag', { insert: 'c', documents: [{}], writeConcern: { w: 'dc' } }, 2, 'BadValue'],
  ['an unknown write concern', { insert: 'c', documents: [{}], writeConcern: { fast: 1 } }, 9, 'FailedToParse'],
  ['a transaction', { insert: 'c', documents: [{}], txnNumber: 1, startTransaction: true }, 20, 'IllegalOperation'],
  ['an aggregation without cursor', { aggregate: 'c', pipeline: [] }, 9, 'FailedToParse'],
  ['an aggregation of a database', { aggregate: 1, pipeline: [], cursor: {} }, 238, 'NotImplemented'],
  ['a cursor that never was', { getMore: new mongo.Long(99), collection: 'c' }, 43, 'CursorNotFound'],
];
test.each(commands)('%s', async (_what, command, code, codeName) => {
  expect(await refusalOf(collection.db.command(command))).toMatchObject({ code, codeName });
});

const filters: [string, Fields, number][] = [
  ['$where', { $where: 'true' }, 2],
  ['$text', { $text: { $search: 'x' } }, 2],
  ['$expr', { $expr: {} }, 2],
  ['$regex', { a: { $regex: 'x' } }, 2],
  ['a regular expression', { a: /x/ }, 238],
  ['a regular expression in a list', { a: { $in: [/x/] } }, 238],
  ['$elemMatch', { a: { $elemMatch: { b: 1 } } }, 2],
  ['$not', { a: { $not: { $gt: 1 } } }, 2],
  ['$size', { a: { $size: 1 } }, 2],
  ['$all', { a: { $all: [1] } }, 2],
  ['$type', { a: { $type: 'string' } }, 2],
  ['$mod', { a: { $mod: [2, 0] } }, 2],
  ['$near', { a: { $near: [0, 0] } }, 2],
  ['an operator beside a field', { a: { $gt: 1, b: 1 } }, 2],
  ['an empty $and', { $and: [] }, 2],
  ['$or of values', { $or: [1] }, 2],
  ['$in without a list', { a: { $in: 1 } }, 2],
  ['$in of operators', { a: { $in: [{ $gt: 1 }] } }, 2],
  ['a path with an operator', { 'a.$b': 1 }, 2],
  ['Decimal128', { a: new mongo.BSON.Decimal128('1') }, 238],
];
test.each(filters)('the filter %s, in find, count, update and delete', async (_what, filter, code) => {
  const name = collection.collectionName;
  const { db } = collection;
  const found = [db.command({ find: name, filter }), db.command({ count: name, query: filter })];
  for (const one of found) expect(await refusalOf(one)).toMatchObject({ code });
  const writes = [
    { update: name, updates: [{ q: filter, u: { $set: { b: 1 } } }] },
    { delete: name, deletes: [{ q: filter, limit: 0 }] },
  ];
  for (const write of writes) {
    const outcome = await db.command(write).then(
      (reply): unknown => reply['writeErrors'],
      (error: unknown) => [error],
    );
    expect(outcome).toMatchObject([{ code }]);
  }
  expect(await collection.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
});

test('a session works, a transaction in it does not', async () => {
  const session = running.client.startSession();
  await collection.findOne({}, { session });
  session.startTransaction();
  // The driver itself refuses to begin a transaction with a standalone server.
  await expect(collection.insertOne({ _id: 2 }, { session })).rejects.toBeInstanceOf(mongo.MongoError);
  await session.abortTransaction().catch(() => undefined);
  await session.endSession();
  expect(await collection.countDocuments()).toBe(1);
});

test('says it is a standalone MongoDB 7.0', async () => {
  const hello = await collection.db.command({ hello: 1 });
  expect(hello).toMatchObject({ isWritablePrimary: true, maxWireVersion: 21, logicalSessionTimeoutMinutes: 30, ok: 1 });
  expect(hello).not.toHaveProperty('setName');
  expect(hello).not.toHaveProperty('topologyVersion');
  expect(await collection.db.command({ buildInfo: 1 })).toMatchObject({ version: '7.0.0' });
  expect(await collection.db.command({ endSessions: [] })).toMatchObject({ ok: 1 });
});
