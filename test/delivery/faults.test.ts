// What the network, Teams and the database do wrong: everything is delivered all the same, in order, with bounded retries.
import { wordsOf } from '../bot/rig';
import { proxyTo } from '../store/contract/proxy';
import { channelId, seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

let ground: Ground;
let council: Council;

afterEach(async () => ground.close());

const aad = (member: number): string => council.people[member]?.aadObjectId ?? '';

async function digests(members: number): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: members }, async (_, member) => {
      const chat = await council.chat(member);
      return (await ground.messages(aad(member), chat)).length;
    }),
  );
}

test('with three calls in ten failing in every way, everything is delivered, and calls stay bounded', async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { members: 30, rounds: 2 });
  await ground.client.putFaults({ rate: 0.3, seed: 11, kinds: [429, 412, 502, 503, 504, 'reset', 'lost'] });
  await ground.one.tick();
  await council.vote(0);
  await ground.one.tick();
  ground.moveTo('2027-01-14T07:00:00.000Z');
  await ground.one.tick();
  for (const minutes of ['01', '05', '20']) {
    ground.moveTo(`2027-01-14T08:${minutes}:00.000Z`);
    await ground.one.tick();
  }
  const counted = await ground.one.store.notices.count();
  expect(counted).toMatchObject({ wanted: 0, failed: 0 });
  const counts = await digests(30);
  const extra = counts.reduce((sum, count) => sum + count - 1, 0);
  expect(Math.min(...counts)).toBe(1);
  expect(extra).toBeLessThanOrEqual(ground.one.deliverer.ambiguousCreates());
  const calls = (await ground.client.traffic(0, 1_000)).filter(({ direction }) => direction === 'from-bot').length;
  // 30 digests (two calls each), four cards and an edit, with every call made 1.43 times on average.
  expect(calls).toBeLessThan(160);
  expect(wordsOf((await ground.messages(aad(0), channelId)).map(({ cards }) => cards))).toContain('1 af 30');
  expect(ground.one.failures).toEqual([]);
});

test('messages of one conversation come in the order of their notices, through faults', async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { rounds: 6 });
  await ground.one.tick();
  await ground.client.putFaults({ rate: 0.3, seed: 5, kinds: [429, 503, 'reset'] });
  // Six rounds told in one channel: one notice each, due a second apart.
  ground.moveTo('2027-01-27T07:00:00.000Z');
  await ground.one.tick();
  ground.moveTo('2027-01-27T09:00:00.000Z');
  await ground.one.tick();
  const notices = (await ground.one.store.notices.ofPrefix('lastDay/')).filter(({ state }) => state === 'sent');
  expect(notices).toHaveLength(6);
  const posted = await ground.messages(aad(0), channelId);
  const order = posted.map(({ id }) => id).filter((id) => notices.some(({ messageId }) => messageId === id));
  const wanted = [...notices].sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ messageId }) => messageId);
  expect(order).toEqual(wanted);
});

test('with Teams enforcing its limits, no call of ours is ever refused for them', async () => {
  ground = await startGround({ teamsRuns: true, realTime: true });
  council = await seatCouncil(ground, { rounds: 4, members: 30 });
  await ground.client.putFaults({ rate: 0, seed: 1, kinds: [], limits: true });
  await ground.one.tick();
  ground.moveTo('2027-01-14T07:00:00.000Z');
  await ground.one.tick();
  expect((await ground.client.counters()).throttled).toBe(0);
  expect(await digests(30)).toEqual(Array.from({ length: 30 }, () => 1));
});

test('three instances and many notices: each is sent once (10,000 of them: `npm run faults -- notices`)', async () => {
  const members = 40;
  ground = await startGround();
  council = await seatCouncil(ground, { members });
  const { store } = ground.one;
  await store.notices.want(
    council.people.slice(0, members).flatMap(({ personId }) =>
      Array.from({ length: 5 }, (_, index) => ({
        key: `waiting/extra/${personId}/${index}`,
        addressKey: `personal/${personId}`,
        kind: 'reminder',
        data: { roundId: 'round-1', taskId: 'ballot', wanted: 'ballot' },
        dueAt: '2027-01-14T07:00:00.000Z',
      })),
    ),
  );
  ground.moveTo('2027-01-14T07:00:00.000Z');
  const instances = [ground.one, await ground.another(), await ground.another()];
  await Promise.all(instances.map(async (instance) => instance.deliverer.pass()));
  await Promise.all(instances.map(async (instance) => instance.deliverer.pass()));
  expect(await digests(members)).toEqual(Array.from({ length: members }, () => 1));
  expect(await store.notices.count()).toMatchObject({ sent: members * 5, failed: 0 });
  // What was noticed only now has been said already: it gives no second digest tomorrow.
  ground.moveTo('2027-01-15T07:00:00.000Z');
  await ground.one.tick();
  expect(await digests(members)).toEqual(Array.from({ length: members }, () => 1));
  expect(await store.notices.count()).toMatchObject({ wanted: 0, dropped: members });
  expect((await ground.client.counters()).duplicates).toBe(0);
  expect(instances.flatMap(({ failures }) => failures)).toEqual([]);
});

test('a sandbox’s clock that jumps while one instance is sending lets no other at the same people', async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { members: 5 });
  const other = await ground.another();
  await ground.one.tick();
  ground.moveTo('2027-01-14T07:00:00.000Z');
  await ground.client.putFaults({ rate: 1, seed: 1, kinds: ['slow'], slowMs: 700 });
  const tick = ground.one.tick();
  // The channel's cards stand already; the first of these is a digest whose answer is still on its way.
  await untilPosted(ground, 3);
  ground.moveTo('2027-01-14T14:00:00.000Z');
  await other.tick();
  await tick;
  expect(await digests(5)).toEqual([1, 1, 1, 1, 1]);
});

test('the database goes away in the middle and comes back: background work goes on by itself, nothing is sent twice', async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { members: 10 });
  const proxy = await proxyTo(ground.database.uri, '&serverSelectionTimeoutMS=1500');
  try {
    const away = await ground.another(proxy.uri);
    await away.tick();
    ground.moveTo('2027-01-14T07:00:00.000Z');
    proxy.cut();
    await expect(away.tick()).rejects.toMatchObject({ code: 'DatabaseUnreachable' });
    await away.deliverer.pass();
    expect(away.failures.length).toBeGreaterThan(0);
    proxy.restore();
    await away.tick();
    expect(await digests(10)).toEqual(Array.from({ length: 10 }, () => 1));
    expect((await ground.client.counters()).duplicates).toBe(0);
    await away.deliverer.stop();
    await away.store.close();
  } finally {
    await proxy.close();
  }
});

test('the database is cut between a message and its mark: the mark is made when it is back, and nothing comes twice', async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { members: 5 });
  const proxy = await proxyTo(ground.database.uri, '&serverSelectionTimeoutMS=200');
  try {
    const away = await ground.another(proxy.uri);
    await away.tick();
    ground.moveTo('2027-01-14T07:00:00.000Z');
    // Each answer of Teams takes a while: when the first has come, the database is gone.
    await ground.client.putFaults({ rate: 1, seed: 1, kinds: ['slow'], slowMs: 150 });
    const tick = away.tick();
    await untilPosted(ground, 3);
    proxy.cut();
    await untilPosted(ground, 4);
    proxy.restore();
    await tick;
    await ground.client.putFaults({ rate: 0, seed: 1, kinds: [] });
    await away.tick();
    expect(await digests(5)).toEqual([1, 1, 1, 1, 1]);
    await away.deliverer.stop();
    await away.store.close();
  } finally {
    await proxy.close();
  }
});

/** Waits until Teams has taken so many messages; it is asked, not slept on. */
async function untilPosted({ client }: Ground, count: number): Promise<void> {
  while ((await client.counters()).posted < count);
}
