// Processes on one database: counted by their leases, and what one held that was killed is free when it is back.
import { tokenPrefix } from '../../../services/store/instances';
import type { Store } from '../../../services/store/ports';
import { freshDatabase, type Database } from './stores';

const now = '2027-01-13T09:00:00.000Z';
const later = '2027-01-13T09:00:20.000Z';
const leaseMs = 15_000;

let database: Database;
let store: Store;

beforeEach(async () => {
  database = await freshDatabase();
  store = await database.open();
});

afterEach(async () => database.drop());

test('a process is counted while its lease lasts, and new only when it did not live before', async () => {
  expect(await store.instances.live('one', now, leaseMs)).toEqual({ live: 1, isNew: true });
  expect(await store.instances.live('two', now, leaseMs)).toEqual({ live: 2, isNew: true });
  expect(await store.instances.live('one', now, leaseMs)).toEqual({ live: 2, isNew: false });
  await store.instances.leave('two');
  expect(await store.instances.live('one', now, leaseMs)).toEqual({ live: 1, isNew: false });
  expect(await store.instances.live('one', later, leaseMs)).toEqual({ live: 1, isNew: true });
});

const notice = (key: string, addressKey: string) => ({ key, addressKey, kind: 'letter', data: {}, dueAt: now });

test('what a killed process held is free when it is back, what others hold is not', async () => {
  await store.notices.want([notice('a', 'personal/anna'), notice('b', 'personal/bo')]);
  const [killed, alive] = [`${tokenPrefix('one')}1`, `${tokenPrefix('one-more')}1`];
  expect(await store.notices.claim('personal/anna', killed, now, leaseMs)).toHaveLength(1);
  expect(await store.notices.claim('personal/bo', alive, now, leaseMs)).toHaveLength(1);
  expect(await store.postedCards.claim('card', killed, now, leaseMs)).toBe(true);
  expect(await store.notices.dueAddresses(now, 10)).toEqual([]);
  await store.instances.freeHeldBefore('one');
  expect(await store.notices.dueAddresses(now, 10)).toEqual(['personal/anna']);
  expect(await store.notices.claim('personal/anna', `${tokenPrefix('one')}2`, now, leaseMs)).toHaveLength(1);
  expect(await store.postedCards.claim('card', alive, now, leaseMs)).toBe(true);
  // The killed one's late writes change nothing.
  await store.notices.finish(['a'], killed, { state: 'sent', at: now, messageId: 'm' });
  expect((await store.notices.ofPrefix('a'))[0]?.state).toBe('wanted');
});
