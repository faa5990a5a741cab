// Ticks over the real store: every tick may run twice, in any number of processes, and one broken round stops no other.
import { advanceAll } from '../../services/schedule/advance';
import { systemClock } from '../../services/schedule/clock';
import { startTicker } from '../../services/schedule/ticker';
import { ballot, seatCouncil } from '../delivery/council';
import { startGround, type Ground } from '../delivery/ground';

let ground: Ground;

beforeEach(async () => {
  ground = await startGround();
});

afterEach(async () => ground.close());

const failed = (error: unknown): never => {
  throw error;
};

const heads = async () => ground.one.store.commits.heads();

test('a tick run twice, and by two processes at once, records what is due once', async () => {
  const council = await seatCouncil(ground, { rounds: 2 });
  const two = await ground.another();
  for (const member of [0, 1, 2]) await council.vote(member);
  // Half a minute after the deadline of Wednesday 27 January at twelve.
  ground.moveTo('2027-01-27T11:00:30.000Z');
  await Promise.all([advanceAll(ground.one.advance, failed), advanceAll(two.advance, failed)]);
  const after = await heads();
  await advanceAll(ground.one.advance, failed);
  await advanceAll(two.advance, failed);
  expect(await heads()).toEqual(after);
  expect((await council.round()).tasks[ballot]).toMatchObject({ status: 'closed' });
});

test('after a week of downtime a task closes as of its deadline, and what it opens starts now', async () => {
  const council = await seatCouncil(ground);
  for (const member of [0, 1, 2]) await council.vote(member);
  ground.moveTo('2027-02-03T10:00:00.000Z');
  await advanceAll(ground.one.advance, () => undefined);
  const { tasks } = await council.round();
  expect(tasks[ballot]?.closedAt).toBe('2027-01-27T11:00:00.000Z');
  const opened = Object.values(tasks).find(({ status }) => status === 'open');
  expect(opened?.openedAt).toBe('2027-02-03T10:00:00.000Z');
});

test('a round that cannot be decided is told of and holds up no other', async () => {
  const council = await seatCouncil(ground, { rounds: 2 });
  for (const member of [0, 1, 2]) await council.vote(member, 'for', 'round-2');
  ground.moveTo('2027-01-27T11:00:30.000Z');
  const broken = new Error('broken');
  const { rounds } = ground.one.advance;
  const advance = {
    ...ground.one.advance,
    rounds: {
      ...rounds,
      read: async (id: string) => {
        if (id === 'round-1') throw broken;
        return rounds.read(id);
      },
      known: (id: string) => (id === 'round-1' ? null : rounds.known(id)),
    },
  };
  const failures: unknown[] = [];
  await advanceAll(advance, (error) => failures.push(error));
  expect(failures).toEqual([broken]);
  expect((await council.round('round-2')).tasks[ballot]).toMatchObject({ status: 'closed' });
});

test('asked while it ticks, a ticker runs once more afterwards, however often it was asked; a failure ends nothing', async () => {
  const failures: unknown[] = [];
  let runs = 0;
  const ticker = startTicker({
    ticks: ground.one.store.ticks,
    clock: systemClock,
    run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('broken');
    },
    atNight: async () => undefined,
    failed: (error) => failures.push(error),
  });
  await Promise.all([ticker.tick(), ticker.tick(), ticker.tick()]);
  expect(runs).toBe(2);
  expect(failures).toHaveLength(1);
  await ticker.tick();
  expect(runs).toBe(3);
  await ticker.stop();
});

test('of many processes one does the night’s work, once a day; cut off, it is told of and done the night after', async () => {
  const failures: unknown[] = [];
  const nights: string[] = [];
  const tickers = [ground.one, await ground.another()].map(({ store }, index) =>
    startTicker({
      ticks: store.ticks,
      clock: { now: () => ground.now() },
      run: async () => undefined,
      atNight: async () => {
        nights.push(ground.now().slice(0, 10));
        if (nights.length === 1) throw new Error(`cut off in ${index}`);
      },
      failed: (error) => failures.push(error),
    }),
  );
  const all = async (): Promise<unknown> => Promise.all(tickers.map(async (ticker) => ticker.night()));
  await all();
  await all();
  ground.moveTo('2027-01-15T01:17:00.000Z');
  await all();
  expect(nights).toEqual(['2027-01-13', '2027-01-15']);
  expect(failures).toHaveLength(1);
  await Promise.all(tickers.map(async (ticker) => ticker.stop()));
});
