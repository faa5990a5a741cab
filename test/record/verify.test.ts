// The verification against records that were really written and then really damaged, byte by byte, in the database.
// It must find every change and name the commit; a sound record must pass, whatever was erased from it.
import * as fc from 'fast-check';
import type { Connection, mongo } from 'mongoose';
import { reportLines } from '../../services/record/verify-report';
import { verifyRecord } from '../../services/record/verify';
import type { RecordReport, VerifyOptions } from '../../services/record/verify';
import { makeCommit, noHash, sha256 } from '../../services/store/commit-format';
import { openRecord } from '../../services/store/open-record';
import type { OpenedRecord } from '../../services/store/open-record';
import type { Store } from '../../services/store/ports';
import { add, counter, noon, saying } from '../store/contract/counter';
import { freshDatabase } from '../store/contract/stores';
import type { Database } from '../store/contract/stores';

type Stored = mongo.BSON.Document;

let database: Database;
let store: Store;
let raw: Connection;
let record: OpenedRecord;
let original: readonly Stored[] = [];

const length = 6;

beforeAll(async () => {
  database = await freshDatabase();
  store = await database.open();
  raw = await database.raw();
  record = await openRecord({ uri: database.uri, dataDir: '' });
  for (let index = 1; index <= length; index += 1) {
    await store.streams(counter).execute('a', add(`note ${index}`));
    await store.streams(counter).execute('b', add(`tekst ${index}`, { texts: saying(`Fordi ${index}.`) }));
  }
  // Without its unique indexes the database takes any damage, as a file on disk would.
  await raw.collection('commits').dropIndexes();
  original = await raw.collection('commits').find({}).sort({ streamId: 1, seq: 1 }).toArray();
});
afterEach(async () => {
  await raw.collection('commits').deleteMany({});
  await raw.collection('commits').insertMany(original.map((document) => ({ ...document })));
});
afterAll(async () => {
  await record.close();
  await database.drop();
});

async function verified(options: VerifyOptions = {}): Promise<RecordReport> {
  return verifyRecord(record, options);
}

function faultsOf(report: RecordReport) {
  return Object.fromEntries(
    report.streams.flatMap(({ streamId, fault }) => (fault === null ? [] : [[streamId, fault]])),
  );
}

async function replace(before: Stored, after: Stored): Promise<void> {
  await raw.collection('commits').deleteOne({ _id: before['_id'] });
  await raw.collection('commits').insertOne(after);
}

function commitAt(seq: number): Stored {
  const found = original.find((document) => document['streamId'] === 'counter/a' && document['seq'] === seq);
  if (found === undefined) throw new Error(`no commit ${seq}`);
  return found;
}

/** In the order in which the record is read. */
function asStored(one: Stored, other: Stored): number {
  const [a, b] = [String(one['streamId']), String(other['streamId'])];
  return a === b ? Number(one['seq']) - Number(other['seq']) : a < b ? -1 : 1;
}

async function* each(documents: readonly Stored[]): AsyncIterable<Stored> {
  yield* documents;
}

/** The stream a/seq written anew with another body, hashed as if it were right. */
function forged(seq: number, change: (body: Record<string, unknown>) => void): Stored {
  const before = commitAt(seq);
  const body = JSON.parse(String(before['body'])) as Record<string, unknown>;
  change(body);
  const commit = makeCommit(body as never, String(before['prevHash']));
  return { _id: commit.hash, ...commit };
}

describe('a sound record', () => {
  it('is told as such, stream by stream, with heads and texts', async () => {
    const report = await verified();
    const heads = await store.commits.heads();
    expect(report).toMatchObject({ sound: true, anchor: null });
    expect(report.streams).toMatchObject([
      { streamId: 'counter/a', commits: length, fault: null, texts: { present: 0, erased: 0 } },
      { streamId: 'counter/b', commits: length, fault: null, texts: { present: length, erased: 0 } },
    ]);
    expect(report.streams.map((stream) => stream.head.hash)).toEqual(heads.map((head) => head.hash));
    expect(reportLines(report).at(-1)).toBe(`The record is sound: ${2 * length} commits in 2 streams.`);
  });

  it('says of a hash whether it is a head, stands in the chain, or is unknown', async () => {
    const [head] = await store.commits.heads();
    const inside = String(commitAt(3)['hash']);
    expect((await verified({ head: head?.hash ?? '' })).anchor).toEqual({
      kind: 'head',
      streamId: 'counter/a',
      seq: length,
    });
    expect((await verified({ head: inside })).anchor).toEqual({ kind: 'inside', streamId: 'counter/a', seq: 3 });
    const unknown = await verified({ head: noHash });
    expect(unknown.anchor).toEqual({ kind: 'unknown' });
    expect(reportLines(unknown).some((line) => line.startsWith('FAULT  No commit has the hash'))).toBe(true);
  });
});

describe('a changed byte', () => {
  const fields = ['_id', 'streamId', 'commandId', 'at', 'actor', 'body', 'prevHash', 'hash'] as const;

  const anywhere = fc
    .record({
      seq: fc.integer({ min: 1, max: length }),
      field: fc.constantFrom(...fields),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 94 }),
    })
    .map(({ seq, field, at, by }) => {
      const before = commitAt(seq);
      const text = String(before[field]);
      const index = at % text.length;
      // Another printable character of ASCII: one byte for one byte.
      const byte = 32 + ((text.charCodeAt(index) - 32 + by) % 95);
      return {
        seq,
        before,
        after: { ...before, [field]: text.slice(0, index) + String.fromCharCode(byte) + text.slice(index + 1) },
      };
    });

  it('in any text of any commit is found, and that commit is named', async () => {
    const refs = (await store.streams(counter).read('b'))?.state.texts ?? [];
    const texts = await record.texts(refs.map((ref) => ref.id));
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ seq, before, after }) => {
        const documents = original.map((document) => (document === before ? after : document)).toSorted(asStored);
        const source = { commits: () => each(documents), texts: async () => texts };
        expect(faultsOf(await verifyRecord(source))['counter/a']?.seq).toBe(seq);
      }),
      { numRuns: 400, seed: 20_270_226 },
    );
  });

  it('in the database is found there', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ seq, before, after }) => {
        await replace(before, after);
        expect(faultsOf(await verified())['counter/a']?.seq).toBe(seq);
        await replace(after, { ...before });
      }),
      { numRuns: 15, seed: 20_270_227 },
    );
  });

  it.each([2, 7, 4_000_000, -3, 2.5])('in the number of a commit (3 becomes %d) is found', async (seq) => {
    await replace(commitAt(3), { ...commitAt(3), seq });
    expect(faultsOf(await verified())).toMatchObject({ 'counter/a': { seq: 3 } });
  });

  it('in a text is found, and the commit that refers to it is named', async () => {
    const texts = raw.collection('texts');
    const refs = (await store.streams(counter).read('b'))?.state.texts ?? [];
    const before = await texts.findOne({ _id: refs[3]?.id as never });
    await texts.updateOne({ _id: refs[3]?.id as never }, { $set: { body: '{"reason":"Fordi 5."}' } });
    expect(faultsOf(await verified())).toMatchObject({ 'counter/b': { seq: 4 } });
    await texts.updateOne({ _id: refs[3]?.id as never }, { $set: { body: before?.['body'] } });
    expect((await verified()).sound).toBe(true);
  });
});

describe('a record that was tampered with', () => {
  it.each([1, 3, 5])('by removing commit %d is found', async (seq) => {
    await raw.collection('commits').deleteOne({ _id: commitAt(seq)['_id'] });
    expect(faultsOf(await verified())).toMatchObject({ 'counter/a': { seq, problem: 'it is missing' } });
  });

  it('by cutting off its end is found by a head that was kept elsewhere', async () => {
    const head = String(commitAt(length)['hash']);
    await raw.collection('commits').deleteOne({ _id: head as never });
    expect(await verified({ head })).toMatchObject({ sound: true, anchor: { kind: 'unknown' } });
  });

  it('by adding a field is found', async () => {
    await replace(commitAt(2), { ...commitAt(2), note: 'x' });
    expect(faultsOf(await verified())['counter/a']).toMatchObject({
      seq: 2,
      problem: expect.stringContaining('"note"'),
    });
  });

  it('by removing a field is found', async () => {
    const { actor: _, ...without } = commitAt(2);
    await replace(commitAt(2), without);
    expect(faultsOf(await verified())['counter/a']).toMatchObject({
      seq: 2,
      problem: expect.stringContaining('actor'),
    });
  });

  it('by writing a commit anew, hash and all, is found at the next', async () => {
    await replace(
      commitAt(3),
      forged(3, (body) => Object.assign(body, { actor: 'someone' })),
    );
    expect(faultsOf(await verified())).toMatchObject({ 'counter/a': { seq: 4 } });
  });

  it.each([
    ['a time before the last', { at: '2020-01-01T00:00:00.000Z' }],
    ['a command that was committed before', { commandId: () => commitAt(2)['commandId'] as string }],
    ['no events', { events: [] }],
  ])('by a last commit with %s is found', async (_, change) => {
    const later = forged(length, (body) => {
      for (const [name, value] of Object.entries(change)) body[name] = typeof value === 'function' ? value() : value;
    });
    await replace(commitAt(length), later);
    expect(faultsOf(await verified())).toMatchObject({ 'counter/a': { seq: length } });
  });

  it('by another form of the same text, hash and all, is found', async () => {
    const before = commitAt(length);
    const body = JSON.stringify(JSON.parse(String(before['body'])), null, 1);
    const hash = sha256(String(before['prevHash']) + body);
    await replace(before, { ...before, _id: hash, body, hash });
    const problem = 'its text is not in canonical form';
    expect(faultsOf(await verified())).toMatchObject({ 'counter/a': { seq: length, problem } });
  });

  it('by deleting a text is found, unless the record says that it was erased', async () => {
    const texts = raw.collection('texts');
    const refs = (await store.streams(counter).read('b'))?.state.texts ?? [];
    const id = refs[1]?.id;
    const kept = await texts.findOne({ _id: id as never });
    await texts.deleteOne({ _id: id as never });
    expect(faultsOf(await verified())).toMatchObject({
      'counter/b': { seq: 2, problem: expect.stringContaining('missing') },
    });
    const by = ['mette', 'anders'] as never;
    await store.erasures.erase({ textIds: id === undefined ? [] : [id], personIds: [], by, reason: 'sag 1' }, noon);
    expect(await verified()).toMatchObject({ sound: true });
    await texts.insertOne(kept ?? {});
  });
});

describe('recomputing', () => {
  it('is asked for every sound stream of a kind, and its differences are faults', async () => {
    const seen: number[] = [];
    const report = await verified({
      recompute: {
        counter: (commits) => {
          seen.push(commits.length);
          return { faults: [{ seq: 5, problem: 'its result is another' }], same: 0, otherVersion: 0 };
        },
      },
    });
    expect(seen).toEqual([length, length]);
    expect(faultsOf(report)).toMatchObject({ 'counter/a': { seq: 5 }, 'counter/b': { seq: 5 } });
  });
});
