// What the store promises when the network fails: an acknowledged write is there, an unacknowledged one is told as such,
// asking again is always safe, and nobody waits long for a database that is away.
import { DatabaseUnreachable } from '../../../services/store/errors';
import type { Store } from '../../../services/store/ports';
import { add, counter, noon, saying } from './counter';
import { proxyTo } from './proxy';
import type { Proxy } from './proxy';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let proxy: Proxy;
let store: Store;

beforeAll(async () => {
  database = await freshDatabase();
  proxy = await proxyTo(database.uri, '&serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500&retryWrites=false');
  store = await database.open({ uri: proxy.uri });
});
afterEach(() => proxy.restore());
afterAll(async () => {
  await database.drop();
  await proxy.close();
});

describe('a reply lost after the write was applied', () => {
  it('costs nobody his acknowledgement, and the commit is there once', async () => {
    const counters = store.streams(counter);
    await counters.execute('lost', add('a'));
    proxy.loseReplyTo((command) => command['insert'] === 'commits');
    const outcomes = await Promise.all(['b', 'c', 'd'].map(async (note) => counters.execute('lost', add(note))));
    expect(outcomes).toMatchObject(Array.from({ length: 3 }, () => ({ kind: 'done', repeated: false })));
    expect(await counters.read('lost')).toMatchObject({ state: { notes: ['a', 'b', 'c', 'd'] }, head: { seq: 4 } });
  });

  it('still nudges those who listen for commits', async () => {
    const counters = store.streams(counter);
    await counters.execute('nudged', add('a'));
    const heads: number[] = [];
    const stop = store.onCommitted((committed) => heads.push(committed.head.seq));
    proxy.loseReplyTo((command) => command['insert'] === 'commits');
    await counters.execute('nudged', add('b'));
    stop();
    expect(heads).toContain(2);
  });

  it('of a text leaves one text and one commit', async () => {
    const counters = store.streams(counter);
    proxy.loseReplyTo((command) => command['insert'] === 'texts');
    await counters.execute('lost-text', add('a', { texts: saying('Fordi.') }));
    const found = await counters.read('lost-text');
    const ids = found?.state.texts.map((text) => text.id) ?? [];
    expect([...(await store.texts.read(ids)).values()]).toEqual([saying('Fordi.')]);
    expect(found?.head.seq).toBe(1);
  });

  it('of a tick leaves it claimed by us', async () => {
    proxy.loseReplyTo((command) => command['insert'] === 'ticks');
    expect(await store.ticks.claim('lost', noon)).toBe(true);
    expect(await store.ticks.claim('lost', noon)).toBe(false);
  });

  it('of a posted card can be asked again under the same token', async () => {
    await store.postedCards.claim('card', 'token', noon, 60_000);
    const card = {
      key: 'card',
      addressKey: 'channel/c',
      rootKey: null,
      messageId: 'm',
      contentHash: 'h',
      postedAt: noon,
      sealed: false,
      refusal: null,
    };
    proxy.loseReplyTo((command) => command['update'] === 'postedCards');
    await expect(store.postedCards.posted(card, 'token')).rejects.toThrow(DatabaseUnreachable);
    expect(await store.postedCards.posted(card, 'token')).toBe(true);
    expect((await store.postedCards.read(['card'])).get('card')).toEqual(card);
  });
});

describe('a database that is away', () => {
  it('is told at once, and the same wish is carried out once it is back', async () => {
    const counters = store.streams(counter);
    await counters.execute('away', add('a'));
    proxy.cut();
    expect(await store.ready()).toBe(false);
    const before = performance.now();
    await expect(counters.execute('away', add('b'))).rejects.toThrow(DatabaseUnreachable);
    await expect(counters.read('away')).rejects.toThrow(DatabaseUnreachable);
    expect(performance.now() - before).toBeLessThan(4_000);
    proxy.restore();
    expect(await counters.execute('away', add('b'))).toMatchObject({ kind: 'done', repeated: false, head: { seq: 2 } });
    expect(await store.ready()).toBe(true);
  });

  it('stops a start that does not wait', async () => {
    proxy.cut();
    await expect(database.open({ uri: proxy.uri })).rejects.toThrow(DatabaseUnreachable);
  });

  it('is waited for by a start that does, which says so', async () => {
    proxy.cut();
    const said: string[] = [];
    const say = (_: object, message: string): void => {
      said.push(message);
      proxy.restore();
    };
    const logger = { info: say, warn: say, error: say };
    const opened = await database.open({ uri: proxy.uri, waitForDatabase: true, logger });
    expect(said[0]).toBe('waiting for the database: it does not answer at MONGODB_URI');
    expect(said.at(-1)).toBe('the database answers');
    expect(await opened.ready()).toBe(true);
  });

  it('is waited for no longer than wanted', async () => {
    proxy.cut();
    const stop = new AbortController();
    const logger = { info: () => undefined, warn: () => stop.abort(), error: () => undefined };
    const opening = database.open({ uri: proxy.uri, waitForDatabase: true, logger, signal: stop.signal });
    await expect(opening).rejects.toThrow(DatabaseUnreachable);
  });
});
