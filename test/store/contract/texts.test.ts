// Free texts and their erasure: written before the commit, once; gone when they are erased, which the record can prove.
import type { PersonId } from '../../../services/process/ids';
import { verifyRecord } from '../../../services/record/verify';
import { RequestInvalid } from '../../../services/store/errors';
import { openRecord } from '../../../services/store/open-record';
import type { Person, Request, Store } from '../../../services/store/ports';
import { add, counter, limit, noon, saying, setTo } from './counter';
import type { CounterCommand } from './counter';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let store: Store;
let other: Store;
let mette: Person;
let anders: Person;

beforeAll(async () => {
  database = await freshDatabase();
  [store, other] = [await database.open(), await database.open()];
  mette = await store.people.meet({ aadObjectId: 'mette', tenantId: 't', name: 'Mette' });
  anders = await store.people.meet({ aadObjectId: 'anders', tenantId: 't', name: 'Anders' });
});
afterAll(async () => database.drop());

function says(person: Person, note: string, text: string): Request<CounterCommand> {
  return add(note, { actor: { kind: 'person', personId: person.id }, texts: saying(text) });
}

async function refsIn(stream: string) {
  return (await store.streams(counter).read(stream))?.state.texts ?? [];
}

async function storedTexts(): Promise<number> {
  return (await database.raw()).collection('texts').countDocuments({});
}

async function verified() {
  const record = await openRecord({ uri: database.uri, dataDir: '' });
  const report = await verifyRecord(record);
  await record.close();
  return report;
}

describe('a text', () => {
  it('is kept outside the record, which knows its fields and a salted hash', async () => {
    await store.streams(counter).execute('told', says(mette, 'a', 'Fordi børn venter.'));
    const [ref] = await refsIn('told');
    expect(ref).toMatchObject({ fields: ['reason'] });
    expect(await other.texts.read([ref?.id ?? ('' as never)])).toEqual(
      new Map([[ref?.id, saying('Fordi børn venter.')]]),
    );
    for await (const commit of store.commits.read('counter/told', 0)) expect(commit.body).not.toContain('børn');
  });

  it('of several commands at once is written in one go, each its own', async () => {
    const texts = ['et', 'to', 'tre', '\ud800 æøå 🧬'];
    await Promise.all(texts.map(async (text) => store.streams(counter).execute('many', says(mette, text, text))));
    const refs = await refsIn('many');
    const found = await other.texts.read(refs.map((ref) => ref.id));
    expect(refs.map((ref) => found.get(ref.id))).toEqual(texts.map(saying));
    expect((await verified()).sound).toBe(true);
  });

  it('of a repeated command is not written again, and other words are another wish', async () => {
    const counters = store.streams(counter);
    await counters.execute('repeat', says(mette, 'a', 'Ja.'));
    const before = await storedTexts();
    expect(await counters.execute('repeat', says(mette, 'a', 'Ja.'))).toMatchObject({ repeated: true });
    expect(await storedTexts()).toBe(before);
    expect(await counters.execute('repeat', says(mette, 'a', 'Nej.'))).toMatchObject({ repeated: false });
  });

  it('of a refused command is not written at all', async () => {
    await store.streams(counter).execute('full', setTo(limit));
    const before = await storedTexts();
    expect(await store.streams(counter).execute('full', says(mette, 'a', 'Nej.'))).toMatchObject({ kind: 'refused' });
    expect(await storedTexts()).toBe(before);
  });

  it('in the same words by two people cannot be recognised in the record', async () => {
    for (const person of [mette, anders]) {
      await store.streams(counter).execute(`by-${person.name}`, says(person, 'a', 'Ens ord.'));
    }
    const [one, two] = [await refsIn('by-Mette'), await refsIn('by-Anders')];
    expect(one[0]?.hash).not.toBe(two[0]?.hash);
  });

  it('without words is none', async () => {
    await store.streams(counter).execute('empty', says(mette, 'a', ''));
    expect(await refsIn('empty')).toEqual([]);
  });

  it('whose commit never came is swept, all others stay', async () => {
    await store.streams(counter).execute('swept', says(mette, 'a', 'Bliver.'));
    const raw = await database.raw();
    const orphan = { salt: 's', body: '{}', streamId: 'counter/swept', writtenBy: null, writtenAt: noon };
    await raw.collection('texts').insertOne({ _id: 'orphan' as never, ...orphan });
    expect(await store.sweepOrphans(noon)).toBe(0);
    expect(await store.sweepOrphans('2027-02-26T13:00:00.000Z')).toBe(1);
    expect((await verified()).sound).toBe(true);
  });
});

describe('an erasure', () => {
  const reason = 'sag 27/1234';

  it('takes two people', async () => {
    const erasure = { textIds: [], personIds: [anders.id], by: [mette.id, mette.id], reason } as const;
    await expect(store.erasures.erase(erasure, noon)).rejects.toThrow(RequestInvalid);
  });

  it('removes a person and the words, also from what other processes remember, and the record stays sound', async () => {
    const birgit = await store.people.meet({ aadObjectId: 'birgit', tenantId: 't', name: 'Birgit' });
    await store.streams(counter).execute('erased', says(birgit, 'a', 'Mine ord.'));
    await store.drafts.save({ id: 'd', personId: birgit.id, kind: 'k', subject: '', data: 'ord', updatedAt: noon });
    await store.addresses.seen({ key: `personal/${birgit.id}`, conversationId: 'c', reference: {} });
    const textIds = await store.erasures.textsOf(birgit.id);
    expect((await other.texts.read(textIds)).size).toBe(1);

    await store.erasures.erase({ textIds, personIds: [birgit.id], by: [mette.id, anders.id], reason }, noon);

    expect((await other.texts.read(textIds)).size).toBe(0);
    expect((await store.people.read([birgit.id])).size).toBe(0);
    expect(await store.drafts.read('d')).toBeNull();
    expect(await store.addresses.read(`personal/${birgit.id}`)).toBeNull();
    expect(await other.erasures.list()).toMatchObject([{ textIds, by: [mette.id, anders.id], reason, at: noon }]);
    const report = await verified();
    expect(report.sound).toBe(true);
    expect(report.streams.find((one) => one.streamId === 'counter/erased')?.texts).toEqual({ present: 0, erased: 1 });
  });

  it('interrupted after its entry is finished at the next start', async () => {
    await store.streams(counter).execute('interrupted', says(mette, 'a', 'Snart væk.'));
    const [ref] = await refsIn('interrupted');
    const textIds = ref === undefined ? [] : [ref.id];
    const raw = await database.raw();
    const kept = await raw.collection('texts').findOne({ _id: ref?.id as never });
    await store.erasures.erase({ textIds, personIds: [], by: [mette.id, anders.id], reason }, noon);
    await raw.collection('texts').insertOne(kept ?? {});
    await (await database.open()).close();
    expect(await raw.collection('texts').findOne({ _id: ref?.id as never })).toBeNull();
  });

  it('gives who comes back a new id', async () => {
    const cecilie = { aadObjectId: 'cecilie', tenantId: 't', name: 'Cecilie' };
    const before = await store.people.meet(cecilie);
    await store.erasures.erase({ textIds: [], personIds: [before.id], by: [mette.id, anders.id], reason }, noon);
    const after: PersonId = (await store.people.meet(cecilie)).id;
    expect(after).not.toBe(before.id);
  });
});
