// The pacer in simulated time: every limit of TEAMS.md §1 is kept by what arrives, and no more time is taken than needed.
import { createPacer, type Pacer, type Priority } from '../../services/delivery/pacer';
import { simulatedTime, type SimulatedTime } from '../../bench/simulated-time';

interface Arrival {
  readonly conversation: string;
  readonly atMs: number;
  readonly name: string;
}

/** A Teams that notes when calls come in, each taking so long. */
function ground(time: SimulatedTime, latencyMs: number) {
  const arrivals: Arrival[] = [];
  const pacer = createPacer(time);
  const sleep = async (ms: number): Promise<void> => {
    await new Promise<void>((done) => {
      time.after(ms, done);
    });
  };
  const send = async (conversation: string, name: string, priority: Priority = 'bulk'): Promise<void> =>
    pacer.inTurn(conversation, priority, async (turn) =>
      turn.call(async () => {
        arrivals.push({ conversation, name, atMs: time.nowMs() });
        await sleep(latencyMs);
      }),
    );
  return { pacer, arrivals, send };
}

/** The most calls in any stretch of `ms`, as a server counts them. */
function most(arrivals: readonly Arrival[], ms: number): number {
  const times = arrivals.map(({ atMs }) => atMs).sort((one, other) => one - other);
  let first = 0;
  let found = 0;
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - ms) first += 1;
    found = Math.max(found, index - first + 1);
  }
  return found;
}

const windows = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

test.each(windows)('one conversation never gets more than %d calls in %d ms', async (calls, ms) => {
  const time = simulatedTime();
  const { arrivals, send } = ground(time, 3);
  const count = Math.min(2_000, calls * 3);
  await time.through(Promise.all(Array.from({ length: count }, async (_, index) => send('a', String(index)))));
  expect(arrivals).toHaveLength(count);
  expect(most(arrivals, ms)).toBeLessThanOrEqual(calls);
});

test('one conversation is as fast as its limits allow: 60 messages at once, the next after 30 s', async () => {
  const time = simulatedTime();
  const { arrivals, send } = ground(time, 0);
  await time.through(Promise.all(Array.from({ length: 61 }, async (_, index) => send('a', String(index)))));
  // 8 in 2 s is the tightest limit for 60 messages: 14 s; then the window of 30 s holds.
  expect(arrivals.at(59)?.atMs).toBeLessThanOrEqual(14_001);
  expect(arrivals.at(60)?.atMs).toBeLessThanOrEqual(30_001);
});

test('a fan-out to 2,000 conversations keeps the tenant’s 50 a second and takes at most 1.05 times the least', async () => {
  const time = simulatedTime();
  const { arrivals, send } = ground(time, 20);
  await time.through(Promise.all(Array.from({ length: 2_000 }, async (_, index) => send(`chat-${index}`, 'digest'))));
  // 2,000 at 50 a second: the last 50 go out when 39 seconds have passed.
  const leastMs = (2_000 / 50 - 1) * 1_000;
  expect(most(arrivals, 1_000)).toBeLessThanOrEqual(50);
  expect(Math.max(...arrivals.map(({ atMs }) => atMs)) / leastMs).toBeLessThanOrEqual(1.05);
});

test('messages of one conversation go one at a time and in order', async () => {
  const time = simulatedTime();
  const { arrivals, send } = ground(time, 400);
  await time.through(Promise.all(['1', '2', '3', '4', '5'].map(async (name) => send('a', name))));
  expect(arrivals.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5']);
  const gaps = arrivals.slice(1).map(({ atMs }, index) => atMs - (arrivals[index]?.atMs ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(400);
});

test('what somebody waits for passes bulk, in its own conversation and in the tenant’s queue', async () => {
  const time = simulatedTime();
  const { arrivals, send } = ground(time, 10);
  const bulk = Array.from({ length: 300 }, async (_, index) => send(`chat-${index % 100}`, 'bulk'));
  await time.through(
    Promise.all([...bulk, send('chat-1', 'answer', 'interactive'), send('new', 'answer', 'interactive')]),
  );
  const positions = arrivals.flatMap(({ name }, index) => (name === 'answer' ? [index] : []));
  expect(positions[0]).toBeLessThanOrEqual(51);
  expect(positions[1]).toBeLessThanOrEqual(160);
});

test('a pause holds its conversation and no other', async () => {
  const time = simulatedTime();
  const { pacer, arrivals, send } = ground(time, 0);
  const paused = pacer.inTurn('a', 'bulk', async (turn) => {
    turn.pause(5_000);
  });
  await time.through(Promise.all([paused, send('a', 'after'), send('b', 'other')]));
  expect(arrivals.find(({ name }) => name === 'other')?.atMs).toBe(0);
  expect(arrivals.find(({ name }) => name === 'after')?.atMs).toBe(5_000);
});

test('a call that fails frees its conversation', async () => {
  const time = simulatedTime();
  const { pacer, arrivals, send } = ground(time, 0);
  const failing = pacer.inTurn('a', 'bulk', async (turn) =>
    turn.call(async () => {
      throw new Error('broken');
    }),
  );
  await expect(time.through(failing)).rejects.toThrow('broken');
  await time.through(send('a', 'next'));
  expect(arrivals).toHaveLength(1);
});

test('stopped, everything that has not begun fails at once', async () => {
  const time = simulatedTime();
  const { pacer, arrivals, send } = ground(time, 0);
  const all = Array.from({ length: 100 }, async (_, index) => send('a', String(index)));
  const ended = Promise.allSettled(all);
  stopSoon(pacer);
  const outcomes = await time.through(ended);
  expect(outcomes.filter(({ status }) => status === 'rejected').length).toBe(100 - arrivals.length);
  expect(arrivals.length).toBeLessThan(10);
  expect(time.nowMs()).toBe(0);
});

function stopSoon(pacer: Pacer): void {
  setImmediate(() => pacer.stop());
}
