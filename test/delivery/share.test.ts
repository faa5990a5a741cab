// Several processes on one database share what Teams takes from the whole app: counted by their leases in the real store, in
// simulated time, so that all together never call more often than one might.
import { createPacer, type Pacer } from '../../services/delivery/pacer';
import { createShare, type Share } from '../../services/delivery/share';
import type { Time } from '../../services/delivery/time';
import type { Store } from '../../services/store/ports';
import { freshDatabase, type Database } from '../store/contract/stores';
import { simulatedTime, type SimulatedTime } from '../../bench/simulated-time';

const beatMs = 5_000;

let database: Database;
let store: Store;

beforeEach(async () => {
  database = await freshDatabase();
  store = await database.open();
});

afterEach(async () => database.drop());

/** Beats come when the test says so. */
function byHand() {
  const state = { nowMs: Date.parse('2027-01-13T09:00:00.000Z'), next: [] as (() => void)[] };
  const time: Time = {
    nowMs: () => state.nowMs,
    after: (_ms, work) => void state.next.push(work),
    within: () => undefined,
    instant: () => new Date(state.nowMs).toISOString(),
  };
  return { state, time };
}

function processesOn(clock: ReturnType<typeof byHand>) {
  const told: (() => void)[] = [];
  const join = (name: string): Share =>
    createShare({ instances: store.instances, name, time: clock.time, changed: () => told.shift()?.() });
  const counted = async (count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, async () => new Promise<void>((done) => told.push(done))));
  };
  /** A beat of everybody who lives. */
  const beat = async (): Promise<void> => {
    clock.state.nowMs += beatMs;
    for (const work of clock.state.next.splice(0)) {
      const done = counted(1);
      work();
      await done;
    }
  };
  return { join, beat };
}

test('alone on a database a process has all of it at once', async () => {
  const { join } = processesOn(byHand());
  const one = join('one');
  await one.start();
  expect(one.processes()).toBe(1);
});

test('of three each has a third, and whoever comes to others calls nothing until they have counted him', async () => {
  const { join, beat } = processesOn(byHand());
  const [one, two, three] = [join('one'), join('two'), join('three')];
  for (const share of [one, two, three]) await share.start();
  expect([one, two, three].map((share) => share.processes())).toEqual([1, Infinity, Infinity]);
  await beat();
  expect([one, two, three].map((share) => share.processes())).toEqual([3, 3, 3]);
});

test('the share of one that was killed goes to the others when its lease is over, of one that stopped at once', async () => {
  const clock = byHand();
  const { join, beat } = processesOn(clock);
  const [one, two] = [join('one'), join('two')];
  await one.start();
  await two.start();
  await store.instances.live('killed', clock.time.instant(), 3 * beatMs);
  await beat();
  expect(one.processes()).toBe(3);
  await two.stop();
  clock.state.next.splice(1);
  await beat();
  expect(one.processes()).toBe(2);
  await beat();
  expect(one.processes()).toBe(1);
});

test('started again where it was killed, it goes on with its share', async () => {
  const clock = byHand();
  const { join } = processesOn(clock);
  await join('one').start();
  await store.instances.live('two', clock.time.instant(), 3 * beatMs);
  const again = join('two');
  await again.start();
  expect(again.processes()).toBe(2);
});

/** Calls of all processes, in simulated time. */
async function fanOut(time: SimulatedTime, pacers: readonly Pacer[], each: number): Promise<readonly number[]> {
  const calls: number[] = [];
  await time.through(
    Promise.all(
      pacers.flatMap((pacer, process) =>
        Array.from({ length: each }, async (_, chat) =>
          pacer.inTurn(`${process}/${chat}`, 'bulk', async (turn) => turn.call(async () => calls.push(time.nowMs()))),
        ),
      ),
    ),
  );
  return calls;
}

test('three processes that send 200 messages each keep the tenant’s 50 a second together, and lose no time by it', async () => {
  const time = simulatedTime();
  const calls = await fanOut(
    time,
    [0, 1, 2].map(() => createPacer(time, () => 3)),
    200,
  );
  const inSecond = calls.map((from) => calls.filter((at) => at >= from && at < from + 1_000).length);
  expect(calls).toHaveLength(600);
  expect(Math.max(...inSecond)).toBeLessThanOrEqual(50);
  // 16 a second each, of 50 divided by three.
  expect(Math.max(...calls)).toBeLessThanOrEqual((200 / 16) * 1_000);
});

test('nothing goes out before the share is known, and everything when it is', async () => {
  const time = simulatedTime();
  const share = { processes: Number.POSITIVE_INFINITY };
  const pacer = createPacer(time, () => share.processes);
  time.after(beatMs, () => {
    share.processes = 2;
    pacer.shared();
  });
  const calls = await fanOut(time, [pacer], 10);
  expect(Math.min(...calls)).toBe(beatMs);
  expect(calls).toHaveLength(10);
});
