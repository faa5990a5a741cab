// What is asked of the server, seen on the wire: every write waits for a majority's disk and every read goes to the
// primary, even when the connection string says otherwise; and only commands of the portable subset (MONGO.md).
import { add, counter, noon, saying } from './counter';
import { proxyTo } from './proxy';
import type { Proxy } from './proxy';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let proxy: Proxy;

const careless = '&w=0&journal=false&readPreference=secondaryPreferred&readConcernLevel=local';

beforeAll(async () => {
  database = await freshDatabase();
  proxy = await proxyTo(database.uri, careless);
  await useEverything();
});
afterAll(async () => {
  await database.drop();
  await proxy.close();
});

async function useEverything(): Promise<void> {
  const store = await database.open({ uri: proxy.uri });
  const person = await store.people.meet({ aadObjectId: 'a', tenantId: 't', name: 'Mette' });
  await store.people.meet({ aadObjectId: 'a', tenantId: 't', name: 'Mette H.' });
  await store.people.all();
  const actor = { kind: 'person', personId: person.id } as const;
  await store.streams(counter).execute('s', add('a', { actor, texts: saying('Fordi.') }));
  await store.streams(counter).list();
  await store.commits.heads();
  await store.drafts.save({ id: 'd', personId: person.id, kind: 'k', subject: 's', data: {}, updatedAt: noon });
  await store.drafts.of(person.id, 'k');
  await store.addresses.seen({ key: 'k', conversationId: 'c', reference: {} });
  await store.addresses.unreachable();
  await store.postedCards.claim('card', 'token', noon, 1_000);
  await store.notices.want([{ key: 'n', addressKey: 'k', kind: 'k', data: {}, dueAt: noon }]);
  await store.notices.dueAddresses(noon, 10);
  await store.notices.claim('k', 'token', noon, 1_000);
  await store.notices.finish(['n'], 'token', { state: 'sent', at: noon, messageId: null });
  await store.notices.count();
  await store.ticks.claim('t', noon);
  await store.settings.write('s', 1);
  await store.settings.read('s');
  await store.sweepOrphans(noon);
  await store.erasures.erase({ textIds: [], personIds: [person.id], by: [person.id, 'x' as never], reason: 'r' }, noon);
  await store.close();
}

const writes = ['insert', 'update', 'delete', 'findAndModify'];
const reads = ['find', 'aggregate', 'count'];

it('every write waits for the disks of a majority', () => {
  const seen = proxy.commands.filter((command) => writes.some((name) => name in command));
  expect(seen.length).toBeGreaterThan(10);
  for (const command of seen) expect(command['writeConcern']).toEqual({ w: 'majority', j: true });
});

it('every read is of what a majority has, and goes to the primary', () => {
  const seen = proxy.commands.filter((command) => reads.some((name) => name in command));
  expect(seen.length).toBeGreaterThan(10);
  for (const command of seen) {
    expect(command['readConcern']).toEqual({ level: 'majority' });
    expect(['primary', 'primaryPreferred', undefined]).toContain(command['$readPreference']?.mode);
  }
});

it('every read of more than one document is sorted', () => {
  const finds = proxy.commands.filter((command) => 'find' in command && command['limit'] !== 1);
  for (const command of finds) expect(Object.keys(command['sort'] ?? {})).not.toHaveLength(0);
});

it('nothing outside the portable subset is asked', () => {
  const greetings = ['hello', 'ismaster', 'ping', 'endSessions'];
  const allowed = new Set([...writes, ...reads, ...greetings, 'getMore', 'killCursors', 'createIndexes']);
  const asked = new Set(proxy.commands.map((command) => Object.keys(command)[0] ?? ''));
  expect([...asked].filter((name) => !allowed.has(name))).toEqual([]);
});
