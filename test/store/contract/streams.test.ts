// What a stream promises within one process: one commit per accepted command, in order, chained, answered once durable.
// Races with other processes are in races.test.ts, outages in outages.test.ts.
import { noHash, sha256 } from '../../../services/store/commit-format';
import { RequestInvalid, StoreClosed } from '../../../services/store/errors';
import type { Commit, Committed, Store } from '../../../services/store/ports';
import { add, counter, explode, limit, noon, setTo } from './counter';
import { freshDatabase } from './stores';
import type { Database } from './stores';

let database: Database;
let store: Store;
let stream = '';
let streams = 0;

beforeAll(async () => {
  database = await freshDatabase();
  store = await database.open();
});
afterAll(async () => database.drop());
beforeEach(() => {
  streams += 1;
  stream = `s${streams}`;
});

async function commits(): Promise<readonly Commit[]> {
  const found: Commit[] = [];
  for await (const commit of store.commits.read(`counter/${stream}`, 0)) found.push(commit);
  return found;
}

describe('a command', () => {
  it('is one commit, chained to the one before it', async () => {
    const counters = store.streams(counter);
    const first = await counters.execute(stream, add('a'));
    await counters.execute(stream, add('b'));
    const [one, two] = await commits();
    expect(first).toMatchObject({ kind: 'done', repeated: false, head: { seq: 1, hash: one?.hash } });
    expect(one).toMatchObject({ seq: 1, prevHash: noHash, actor: 'system', at: noon });
    expect(two).toMatchObject({ seq: 2, prevHash: one?.hash, hash: sha256(`${one?.hash}${two?.body}`) });
    expect(JSON.parse(two?.body ?? '')).toEqual({
      format: 1,
      streamId: `counter/${stream}`,
      seq: 2,
      commandId: two?.commandId,
      at: noon,
      actor: 'system',
      events: [{ type: 'Added', note: 'b', texts: null }],
    });
  });

  it('redelivered after a change is answered with what stands now, and changes nothing', async () => {
    const counters = store.streams(counter);
    const first = await counters.execute(stream, setTo(3));
    await counters.execute(stream, setTo(7, 1));
    const again = await counters.execute(stream, setTo(3));
    expect(first).toMatchObject({ kind: 'done', state: { count: 3 } });
    expect(again).toMatchObject({
      kind: 'done',
      repeated: true,
      state: { count: 7 },
      head: { seq: 2 },
      commit: { seq: 1 },
    });
    expect(await commits()).toHaveLength(2);
  });

  it('commits nothing when it is refused or already so', async () => {
    const counters = store.streams(counter);
    await counters.execute(stream, setTo(limit));
    expect(await counters.execute(stream, add('x'))).toMatchObject({ kind: 'refused', refusal: { name: 'Full' } });
    expect(await counters.execute(stream, setTo(limit, 1))).toMatchObject({ kind: 'unchanged', head: { seq: 1 } });
    expect(await commits()).toHaveLength(1);
  });

  it('never goes back in time', async () => {
    const counters = store.streams(counter);
    await counters.execute(stream, add('later', { now: '2027-02-26T13:00:00.000Z' }));
    await counters.execute(stream, add('earlier'));
    expect((await commits()).map((commit) => commit.at)).toEqual([
      '2027-02-26T13:00:00.000Z',
      '2027-02-26T13:00:00.000Z',
    ]);
  });

  it.each([
    ['a malformed instant', { now: '2027-02-26' }],
    ['a basis that is no count', { basis: -1 }],
    ['a person who calls himself the system', { actor: { kind: 'person', personId: 'system' as never } } as const],
  ])('with %s is refused before anything is written', async (_, wrong) => {
    await expect(store.streams(counter).execute(stream, add('x', wrong))).rejects.toThrow(RequestInvalid);
    expect(await commits()).toHaveLength(0);
  });

  it('that is a bug in the rules fails alone', async () => {
    const counters = store.streams(counter);
    const all = await Promise.allSettled(
      [add('a'), explode(), add('b')].map(async (one) => counters.execute(stream, one)),
    );
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await counters.read(stream)).toMatchObject({ state: { count: 2 } });
  });
});

describe('many commands at once', () => {
  it('are committed in the order they came, each answered with its own commit', async () => {
    const counters = store.streams(counter);
    const notes = Array.from({ length: 50 }, (_, index) => `n${index}`);
    const outcomes = await Promise.all(notes.map(async (note) => counters.execute(stream, add(note))));
    expect(outcomes.map((one) => (one.kind === 'done' ? one.commit.seq : null))).toEqual(
      notes.map((_, index) => index + 1),
    );
    expect((await counters.read(stream))?.state.notes).toEqual(notes);
  });

  it('that are the same wish are committed once', async () => {
    const counters = store.streams(counter);
    const outcomes = await Promise.all(Array.from({ length: 20 }, async () => counters.execute(stream, add('same'))));
    expect(outcomes.filter((one) => one.kind === 'done' && !one.repeated)).toHaveLength(1);
    expect(await counters.read(stream)).toMatchObject({ state: { count: 1 }, head: { seq: 1 } });
  });

  it('are each decided on what those before them led to', async () => {
    const counters = store.streams(counter);
    await counters.execute(stream, setTo(limit - 2));
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(async (note) => counters.execute(stream, add(note))));
    expect(outcomes.map((one) => one.kind)).toEqual(['done', 'done', 'refused', 'refused']);
  });

  it('nudge listeners once per batch, with the newest state', async () => {
    const told: Committed[] = [];
    const stop = store.onCommitted((committed) => told.push(committed));
    const notes = Array.from({ length: 30 }, (_, index) => `n${index}`);
    await Promise.all(notes.map(async (note) => store.streams(counter).execute(stream, add(note))));
    stop();
    expect(told.length).toBeLessThan(10);
    expect(told.at(-1)).toMatchObject({ kind: 'counter', id: stream, state: { count: 30 }, head: { seq: 30 } });
  });
});

describe('a stream', () => {
  it('without commits is null', async () => {
    expect(await store.streams(counter).read('never')).toBeNull();
  });

  it('is listed under its own id', async () => {
    const counters = store.streams(counter);
    await counters.execute('zz-last', add('a'));
    await counters.execute('aa-first', add('a'));
    const ids = await counters.list();
    expect(ids[0]).toBe('aa-first');
    expect(ids.at(-1)).toBe('zz-last');
  });

  it('is folded to the same state by another process', async () => {
    await store.streams(counter).execute(stream, add('a'));
    await store.streams(counter).execute(stream, setTo(5));
    const other = await database.open();
    expect(await other.streams(counter).read(stream)).toEqual(await store.streams(counter).read(stream));
    await other.close();
  });

  it('forgotten among many others is folded again when it is asked for', async () => {
    const counters = store.streams(counter);
    await counters.execute(stream, add('a'));
    await Promise.all(Array.from({ length: 600 }, async (_, index) => counters.read(`passing-${index}`)));
    expect(await counters.execute(stream, add('b'))).toMatchObject({ kind: 'done', state: { notes: ['a', 'b'] } });
    expect(await counters.execute(stream, add('a'))).toMatchObject({ repeated: true, commit: { seq: 1 } });
  });

  it('put back to a backup while the bot runs is folded anew', async () => {
    const counters = store.streams(counter);
    for (const note of ['a', 'b', 'c']) await counters.execute(stream, add(note));
    const raw = await database.raw();
    await raw.collection('commits').deleteMany({ streamId: `counter/${stream}`, seq: { $gt: 1 } });
    expect(await counters.read(stream)).toMatchObject({ state: { notes: ['a'] }, head: { seq: 1 } });
    expect(await counters.execute(stream, add('d'))).toMatchObject({ kind: 'done', head: { seq: 2 } });
  });

  it('answers nothing any more when the store is closed', async () => {
    const other = await database.open();
    const counters = other.streams(counter);
    const underWay = counters.execute(stream, add('a'));
    await other.close();
    expect(await underWay).toMatchObject({ kind: 'done' });
    await expect(counters.read(stream)).rejects.toThrow(StoreClosed);
  });
});
