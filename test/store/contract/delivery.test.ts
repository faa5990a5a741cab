// The ledgers of delivery: posted cards with their leases, and notices that are wanted once and claimed by one.
import type { Notice, PostedCard, Store } from '../../../services/store/ports';
import { noon } from './counter';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let store: Store;
let other: Store;

beforeAll(async () => {
  database = await freshDatabase();
  [store, other] = [await database.open(), await database.open()];
});
afterAll(async () => database.drop());

const leaseMs = 60_000;
const soon = '2027-02-26T12:00:30.000Z';
const afterLease = '2027-02-26T12:01:00.000Z';

function posted(key: string, more: Partial<PostedCard> = {}): PostedCard {
  const refusal = { code: 'MessageSizeTooBig', contentHash: 'h', addressKey: 'channel/c' };
  const card = { addressKey: 'channel/c', rootKey: 'root', messageId: 'm', contentHash: 'h', postedAt: noon };
  return { key, ...card, sealed: false, refusal, ...more };
}

describe('a card', () => {
  it('is claimed by one of two, and by the other once the lease has run out', async () => {
    const claims = await Promise.all([
      store.postedCards.claim('a', 'one', noon, leaseMs),
      other.postedCards.claim('a', 'two', noon, leaseMs),
    ]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    const loser = claims[0] ? 'two' : 'one';
    expect(await store.postedCards.claim('a', loser, soon, leaseMs)).toBe(false);
    expect(await store.postedCards.claim('a', loser, afterLease, leaseMs)).toBe(true);
  });

  it('is not known before it is posted, and is read back exactly as it was', async () => {
    await store.postedCards.claim('b', 'one', noon, leaseMs);
    expect(await store.postedCards.read(['b'])).toEqual(new Map());
    expect(await store.postedCards.posted(posted('b'), 'one')).toBe(true);
    expect(await other.postedCards.read(['b', 'nothing'])).toEqual(new Map([['b', posted('b')]]));
  });

  it('cannot be written by who has lost the lease', async () => {
    await store.postedCards.claim('c', 'slow', noon, leaseMs);
    await other.postedCards.claim('c', 'fast', afterLease, leaseMs);
    expect(await store.postedCards.posted(posted('c', { messageId: 'slow' }), 'slow')).toBe(false);
    await store.postedCards.release('c', 'slow');
    expect(await store.postedCards.claim('c', 'third', afterLease, leaseMs)).toBe(false);
    expect(await other.postedCards.posted(posted('c', { messageId: 'fast' }), 'fast')).toBe(true);
  });

  it('is free once it is posted or released', async () => {
    await store.postedCards.claim('d', 'one', noon, leaseMs);
    await store.postedCards.release('d', 'one');
    expect(await other.postedCards.claim('d', 'two', noon, leaseMs)).toBe(true);
    await other.postedCards.posted(posted('d', { refusal: null }), 'two');
    expect(await store.postedCards.claim('d', 'one', noon, leaseMs)).toBe(true);
  });

  it('is found by the beginning of its key', async () => {
    for (const key of ['round/1/a', 'round/1/b', 'round/10/a']) {
      await store.postedCards.claim(key, 'one', noon, leaseMs);
      await store.postedCards.posted(posted(key), 'one');
    }
    expect((await store.postedCards.ofPrefix('round/1/')).map((card) => card.key)).toEqual(['round/1/a', 'round/1/b']);
  });
});

function notice(
  key: string,
  addressKey: string,
  dueAt = noon,
): Pick<Notice, 'key' | 'addressKey' | 'kind' | 'data' | 'dueAt'> {
  return { key, addressKey, kind: 'reminder', data: { round: 'r', left: 3 }, dueAt };
}

describe('notices', () => {
  it('wanted twice are wanted once, also by two processes at the same moment', async () => {
    const wanted = ['n1', 'n2', 'n3'].map((key) => notice(`once/${key}`, 'personal/once'));
    await Promise.all([store.notices.want(wanted), other.notices.want([...wanted, ...wanted])]);
    await store.notices.want([{ ...notice('once/n1', 'personal/else'), dueAt: soon }]);
    const found = await store.notices.ofPrefix('once/');
    expect(found.map((one) => one.key)).toEqual(['once/n1', 'once/n2', 'once/n3']);
    expect(found[0]).toEqual({
      ...notice('once/n1', 'personal/once'),
      state: 'wanted',
      reason: null,
      attempts: 0,
      sentAt: null,
      messageId: null,
    });
  });

  it('are due soonest first, each address once, and only from their time on', async () => {
    const early = '2020-01-01T00:00:00.000Z';
    await store.notices.want([
      notice('due/late', 'personal/b', '2020-01-01T00:00:02.000Z'),
      notice('due/early', 'personal/a', early),
      notice('due/again', 'personal/a', '2020-01-01T00:00:03.000Z'),
      notice('due/not-yet', 'personal/c', '2020-01-02T00:00:00.000Z'),
    ]);
    expect(await store.notices.dueAddresses('2020-01-01T00:00:03.000Z', 10)).toEqual(['personal/a', 'personal/b']);
    expect(await store.notices.dueAddresses('2020-01-01T00:00:03.000Z', 1)).toEqual(['personal/a']);
    expect(await store.notices.dueAddresses(early, 10)).toEqual(['personal/a']);
  });

  it('of one address are claimed by one process, all of them together', async () => {
    await store.notices.want(['x', 'y', 'z'].map((key) => notice(`digest/${key}`, 'personal/digest')));
    const claims = await Promise.all([
      store.notices.claim('personal/digest', 'one', noon, leaseMs),
      other.notices.claim('personal/digest', 'two', noon, leaseMs),
    ]);
    expect(claims.map((claim) => claim.length).sort((a, b) => a - b)).toEqual([0, 3]);
    expect(claims.flat().every((one) => one.attempts === 1)).toBe(true);
    expect(await store.notices.dueAddresses(noon, 100)).not.toContain('personal/digest');
  });

  it('claimed by a process that died are claimed by another after the lease', async () => {
    await store.notices.want([notice('dead/1', 'personal/dead')]);
    await store.notices.claim('personal/dead', 'dead', noon, leaseMs);
    expect(await other.notices.claim('personal/dead', 'alive', soon, leaseMs)).toEqual([]);
    expect(await other.notices.claim('personal/dead', 'alive', afterLease, leaseMs)).toMatchObject([{ attempts: 2 }]);
    await store.notices.finish(['dead/1'], 'dead', { state: 'sent', at: afterLease, messageId: 'stray' });
    expect(await store.notices.ofPrefix('dead/')).toMatchObject([{ state: 'wanted', messageId: null }]);
  });

  it('end as sent, dropped, failed, or wanted again later', async () => {
    await store.notices.want(['a', 'b', 'c', 'd'].map((key) => notice(`end/${key}`, 'personal/end')));
    await store.notices.claim('personal/end', 'one', noon, leaseMs);
    await store.notices.finish(['end/a'], 'one', { state: 'sent', at: soon, messageId: 'm' });
    await store.notices.finish(['end/b'], 'one', { state: 'dropped', at: soon, reason: 'done meanwhile' });
    await store.notices.finish(['end/c'], 'one', { state: 'failed', at: soon, reason: '403' });
    expect(await other.notices.claim('personal/end', 'two', soon, leaseMs)).toEqual([]);
    await store.notices.finish(['end/d'], 'one', { state: 'wanted', dueAt: soon, reason: '429' });
    expect(await store.notices.ofPrefix('end/')).toMatchObject([
      { state: 'sent', sentAt: soon, messageId: 'm' },
      { state: 'dropped', reason: 'done meanwhile' },
      { state: 'failed', reason: '403' },
      { state: 'wanted', dueAt: soon, reason: '429' },
    ]);
    expect(await other.notices.claim('personal/end', 'two', soon, leaseMs)).toMatchObject([{ key: 'end/d' }]);
  });

  it('that come while a digest is under way wait for it, no longer', async () => {
    await store.notices.want([notice('wait/1', 'personal/wait')]);
    await store.notices.claim('personal/wait', 'one', noon, leaseMs);
    await store.notices.want([notice('wait/2', 'personal/wait')]);
    expect(await other.notices.claim('personal/wait', 'two', noon, leaseMs)).toEqual([]);
    await store.notices.finish(['wait/1'], 'one', { state: 'sent', at: noon, messageId: null });
    expect(await other.notices.claim('personal/wait', 'two', noon, leaseMs)).toMatchObject([{ key: 'wait/2' }]);
  });

  it('are counted by state, all states', async () => {
    const counts = await store.notices.count();
    expect(Object.keys(counts).sort()).toEqual(['dropped', 'failed', 'sent', 'wanted']);
    expect(counts.dropped).toBe(1);
    expect(counts.failed).toBe(1);
  });
});
