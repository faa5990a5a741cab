// The plain documents beside the record: people, drafts, addresses, ticks and settings.
// Three stores stand for three processes on one database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '../../../services/process/ids';
import {
  DataDirInUse,
  DatabaseStampMismatch,
  DatabaseUriInvalid,
  PersonUnknown,
  RequestInvalid,
} from '../../../services/store/errors';
import type { Store } from '../../../services/store/ports';
import { add, counter, noon, saying } from './counter';
import { proxyTo } from './proxy';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let store: Store;
let others: readonly Store[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  store = await database.open();
  others = await Promise.all([database.open(), database.open()]);
});
afterAll(async () => database.drop());

const mette = { aadObjectId: 'aad-mette', tenantId: 'tenant', name: 'Mette Holm' };

describe('people', () => {
  it('are entered once, under a random id that is not Entra’s, however many meet them at once', async () => {
    const met = await Promise.all([store, ...others, store].map(async (one) => one.people.meet(mette)));
    expect(new Set(met.map((person) => person.id)).size).toBe(1);
    expect(met[0]).toMatchObject({ ...mette, teamsId: null, language: null, locale: null, newsFollowed: false });
    expect(met[0]?.id).not.toContain('mette');
  });

  it('are kept up to date, and what is not told stays', async () => {
    await store.people.meet({ ...mette, teamsId: '29:x', locale: 'da-DK' });
    const met = await others[0]?.people.meet({ ...mette, name: 'Mette Holm Jensen' });
    expect(met).toMatchObject({ name: 'Mette Holm Jensen', teamsId: '29:x', locale: 'da-DK' });
    expect(await store.people.byAadObjectId('aad-mette')).toEqual(met);
  });

  it('are seen in the language chosen in another process', async () => {
    const { id } = await store.people.meet(mette);
    await others[0]?.people.setLanguage(id, 'en');
    await others[1]?.people.followNews(id, true);
    expect(await store.people.meet(mette)).toMatchObject({ language: 'en', newsFollowed: true });
  });

  it('seen again unchanged cost no write', async () => {
    const proxy = await proxyTo(database.uri);
    const watched = await database.open({ uri: proxy.uri });
    await watched.people.meet(mette);
    const writes = (): number => proxy.commands.filter((one) => 'update' in one || 'insert' in one).length;
    const before = writes();
    await Promise.all(Array.from({ length: 20 }, async () => watched.people.meet(mette)));
    expect(writes()).toBe(before);
    const reads = proxy.commands.filter((one) => one['find'] === 'people');
    expect(reads.length).toBeLessThan(6);
    await watched.close();
    await proxy.close();
  });

  it('are read by id, unknown ones left out, and listed by name', async () => {
    const anders = await store.people.meet({ ...mette, aadObjectId: 'aad-anders', name: 'Anders And' });
    const found = await store.people.read([anders.id, 'nobody' as PersonId]);
    expect([...found.keys()]).toEqual([anders.id]);
    expect((await store.people.all()).map((person) => person.name)).toEqual(['Anders And', 'Mette Holm']);
    expect(await store.people.byAadObjectId('nobody')).toBeNull();
  });

  it('must be known before their words are recorded', async () => {
    const actor = { kind: 'person', personId: 'nobody' as PersonId } as const;
    const wish = add('x', { actor, texts: saying('Fordi.') });
    await expect(store.streams(counter).execute('unknown', wish)).rejects.toThrow(PersonUnknown);
  });
});

describe('drafts', () => {
  const draft = {
    id: 'draft-1',
    personId: 'mette' as PersonId,
    kind: 'nomination',
    subject: 'r1/t1',
    data: { 'a.b': { $set: 1 }, empty: {}, list: [null] },
    updatedAt: noon,
  };
  const kept = { begunAt: noon, sharedWith: [] };

  it('come back exactly as they were saved, newest first', async () => {
    const newer = { ...draft, id: 'draft-2', updatedAt: '2027-02-27T12:00:00.000Z' };
    await store.drafts.save({ ...draft, data: 'first' });
    await store.drafts.save(draft);
    await store.drafts.save(newer);
    expect(await store.drafts.read('draft-1')).toEqual({ ...draft, ...kept, revision: 2 });
    expect(await store.drafts.of(draft.personId, 'nomination')).toMatchObject([newer, draft]);
    expect(await store.drafts.of(draft.personId, 'nomination', 'other')).toEqual([]);
  });

  it('of another person cannot be overwritten', async () => {
    await store.drafts.save(draft);
    const thief = { ...draft, personId: 'thief' as PersonId, data: 'mine' };
    await expect(store.drafts.save(thief)).rejects.toThrow(RequestInvalid);
    expect(await store.drafts.read('draft-1')).toMatchObject(draft);
  });

  it('are changed by whoever saw what stands, and by nobody who did not', async () => {
    const shared = { ...draft, id: 'draft-3', updatedAt: '2027-02-28T12:00:00.000Z' };
    await store.drafts.save(shared);
    const to = (data: string) => ({ data, updatedAt: '2027-03-01T12:00:00.000Z' });
    const both = await Promise.all([
      store.drafts.change('draft-3', 1, to('a')),
      others[0]?.drafts.change('draft-3', 1, to('b')),
    ]);
    expect(both.filter((done) => done === true)).toHaveLength(1);
    const standing = { revision: 2, begunAt: shared.updatedAt, personId: draft.personId };
    expect(await store.drafts.read('draft-3')).toMatchObject(standing);
    expect(await store.drafts.change('draft-4', 1, to('c'))).toBe(false);
  });

  it('are shared by their owner alone, seen by whom they are shared with, until that ends or he is erased', async () => {
    const [kaj, pia] = ['kaj', 'pia'] as unknown as readonly [PersonId, PersonId];
    await store.drafts.save({ ...draft, id: 'draft-5' });
    expect(await store.drafts.share('draft-5', kaj, kaj)).toBe(false);
    expect(await store.drafts.sharedWith(kaj, 'nomination')).toEqual([]);
    for (const one of [kaj, pia, kaj]) expect(await store.drafts.share('draft-5', draft.personId, one)).toBe(true);
    expect(await store.drafts.sharedWith(kaj, 'nomination', 'r1/t1')).toMatchObject([{ sharedWith: [kaj, pia] }]);
    for (const one of [kaj, kaj]) await store.drafts.unshare('draft-5', one);
    expect(await store.drafts.sharedWith(kaj, 'nomination')).toEqual([]);
    // Ended once, counted once: shared anew, it is another sharing.
    expect(await store.drafts.read('draft-5')).toMatchObject({ revision: 2 });
    expect(await store.drafts.sharedWith(pia, 'nomination')).toMatchObject([{ id: 'draft-5' }]);
  });

  it('of all people are found by what they are about', async () => {
    await store.drafts.save({ ...draft, id: 'draft-6', subject: 'r9/t1' });
    await store.drafts.save({ ...draft, id: 'draft-7', subject: 'r9/t1', personId: 'kaj' as PersonId });
    expect((await store.drafts.about('nomination', 'r9/t1')).map(({ id }) => id).toSorted()).toEqual([
      'draft-6',
      'draft-7',
    ]);
  });

  it('are gone when they are removed', async () => {
    await store.drafts.save(draft);
    await store.drafts.remove('draft-1');
    expect(await store.drafts.read('draft-1')).toBeNull();
  });
});

describe('addresses', () => {
  const address = { key: 'personal/mette', conversationId: 'c1', reference: { user: { id: '29:x' }, empty: {} } };

  it('are kept as last seen', async () => {
    await store.addresses.seen({ ...address, conversationId: 'c0' });
    await store.addresses.seen(address);
    expect(await store.addresses.read(address.key)).toEqual({ ...address, unreachable: null });
    expect(await store.addresses.read('personal/nobody')).toBeNull();
  });

  it('that are unreachable are on a list until they are seen again, by whatever process', async () => {
    await store.addresses.seen(address);
    await others[0]?.addresses.markUnreachable(address.key, '403', noon);
    expect(await store.addresses.unreachable()).toEqual([{ ...address, unreachable: { code: '403', at: noon } }]);
    await store.addresses.seen(address);
    expect(await store.addresses.unreachable()).toEqual([]);
  });

  it('never reached at all are on the list too', async () => {
    await store.addresses.markUnreachable('personal/stranger', '404', noon);
    expect(await store.addresses.unreachable()).toMatchObject([{ key: 'personal/stranger', conversationId: '' }]);
  });
});

describe('ticks', () => {
  it('are claimed by one of three processes, for every minute anew', async () => {
    for (const minute of ['2027-02-26T12:00:00.000Z', '2027-02-26T12:01:00.000Z']) {
      const claims = await Promise.all([store, ...others].map(async (one) => one.ticks.claim('due', minute)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    }
  });

  it('are the same within a minute, and others under another name', async () => {
    expect(await store.ticks.claim('reminders', '2027-02-26T12:05:00.000Z')).toBe(true);
    expect(await store.ticks.claim('reminders', '2027-02-26T12:05:59.999Z')).toBe(false);
    expect(await store.ticks.claim('anchors', '2027-02-26T12:05:00.000Z')).toBe(true);
  });

  it('of last week are cleaned up on the hour', async () => {
    await store.ticks.claim('old', '2027-02-01T12:05:00.000Z');
    await store.ticks.claim('old', '2027-02-26T13:00:00.000Z');
    const left = await (
      await database.raw()
    )
      .collection('ticks')
      .find({ minute: { $lt: '2027-02-02' } })
      .toArray();
    expect(left).toEqual([]);
  });
});

describe('settings', () => {
  it('come back as they were written, and null before', async () => {
    expect(await store.settings.read('clock')).toBeNull();
    await store.settings.write('clock', { offset: {}, 'a.b': [1] });
    expect(await others[0]?.settings.read('clock')).toEqual({ offset: {}, 'a.b': [1] });
  });

  it('cannot touch the stamp', async () => {
    await expect(store.settings.write('database', 'x')).rejects.toThrow(RequestInvalid);
  });
});

describe('opening', () => {
  it('refuses a database that belongs to a tenant, or to another one, and says whose it is', async () => {
    await expect(database.open({ stamp: 'teams:contoso' })).rejects.toThrow(DatabaseStampMismatch);
    await expect(database.open({ stamp: 'teams:contoso' })).rejects.toMatchObject({
      found: 'local',
      wanted: 'teams:contoso',
    });
  });

  it('refuses an address that is none', async () => {
    await expect(database.open({ uri: 'postgres://x' })).rejects.toThrow(DatabaseUriInvalid);
  });

  it('makes every index under its own name, as often as it is opened', async () => {
    const raw = await database.raw();
    const names = async (collection: string): Promise<readonly unknown[]> =>
      (await raw.collection(collection).indexes())
        .map((index) => String(index['name']))
        .toSorted((a, b) => (a < b ? -1 : 1));
    expect(await names('commits')).toEqual(['_id_', 'stream_command', 'stream_seq']);
    expect(await names('people')).toEqual(['_id_', 'aad_object']);
    expect(await names('notices')).toEqual(['_id_', 'address_state_due', 'state_due']);
  });

  it('works on the data directory alone, without an address', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'trinvis-alone-'));
    const alone = await database.open({ uri: undefined, dataDir });
    await expect(database.open({ uri: undefined, dataDir })).rejects.toThrow(DataDirInUse);
    await alone.streams(counter).execute('alone', add('a'));
    expect(await alone.streams(counter).read('alone')).toMatchObject({ state: { count: 1 } });
    await alone.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
