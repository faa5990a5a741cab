// The sandbox's time: never backwards, told to every bot before the move is answered, and on to what comes next.

import { BotServer, deadEndpoint } from './bot-server';
import { gate, startRig, type Rig } from './rig';

let nowMs: number;
let rig: Rig;
beforeEach(async () => {
  nowMs = Date.UTC(2027, 1, 1, 8, 0, 0);
  rig = await startRig({ now: () => nowMs });
});
afterEach(() => rig.close());

test('it runs with the real time and moves ahead of it', async () => {
  expect((await rig.client.clock()).now).toBe('2027-02-01T08:00:00.000Z');
  nowMs += 500;
  expect((await rig.client.moveClock({ byMs: 1500 })).now).toBe('2027-02-01T08:00:02.000Z');
  expect((await rig.client.moveClock({ to: '2027-02-26T12:00:00+01:00' })).now).toBe('2027-02-26T11:00:00.000Z');
  nowMs += 1000;
  expect((await rig.client.clock()).now).toBe('2027-02-26T11:00:01.000Z');
});

test.each([{ to: '2027-01-31T00:00:00Z' }, { byMs: -1 }, { to: 'i morgen' }])('%j is refused', async (move) => {
  await expect(rig.client.moveClock(move)).rejects.toMatchObject({ status: 400 });
  expect(rig.bot.ticks).toEqual([]);
});

test('the answer waits until each bot has done what was due, by its own clock already moved', async () => {
  const second = await BotServer.start();
  rig.teams.setBots([rig.bot.endpoint, second.endpoint]);
  const busy = gate();
  const order: string[] = [];
  rig.bot.onTick = async () => {
    order.push(`teams ${new Date(rig.teams.now()).toISOString()}`);
    await busy.passed;
    order.push('bot done');
  };
  second.onTick = () => busy.open();
  await rig.client.moveClock({ byMs: 60_000 });
  order.push('answered');
  expect(order).toEqual(['teams 2027-02-01T08:01:00.000Z', 'bot done', 'answered']);
  expect([rig.bot.ticks, second.ticks]).toEqual([['2027-02-01T08:01:00.000Z'], ['2027-02-01T08:01:00.000Z']]);
  await second.close();
});

test('toNext goes to the soonest entry of any bot, and nowhere when nothing is ahead', async () => {
  const second = await BotServer.start();
  rig.teams.setBots([rig.bot.endpoint, second.endpoint]);
  const late = { at: '2027-02-26T11:00:00Z', kind: 'deadline', label: { da: 'Indstil', en: 'Nominate' } } as const;
  const soon = { at: '2027-02-02T07:00:00Z', kind: 'morning', label: { da: 'Runde', en: 'Runde' } } as const;
  const past = { at: '2027-01-01T07:00:00Z', kind: 'deadline', label: { da: 'Forbi', en: 'Past' } } as const;
  rig.bot.plan = [late, past];
  second.plan = [soon, late];
  expect((await rig.client.clock()).next).toEqual([past, soon, late]);
  expect((await rig.client.moveClock({ toNext: true })).now).toBe('2027-02-02T07:00:00.000Z');
  rig.bot.plan = [];
  second.plan = [past];
  expect((await rig.client.moveClock({ toNext: true })).now).toBe('2027-02-02T07:00:00.000Z');
  expect(rig.bot.ticks).toHaveLength(1);
  await second.close();
});

test('a starting bot reads the time alone, and is not asked in turn', async () => {
  rig.bot.plan = [{ at: '2027-02-26T11:00:00Z', kind: 'deadline', label: { da: 'Frist', en: 'Deadline' } }];
  const answer = await fetch(`${rig.teams.serviceUrl}/local/clock?plan=no`);
  expect(await answer.json()).toEqual({ now: '2027-02-01T08:00:00.000Z', next: [] });
});

test('a bot that is down is left out', async () => {
  rig.teams.setBots([await deadEndpoint(), rig.bot.endpoint]);
  await rig.client.moveClock({ byMs: 1000 });
  expect(rig.bot.ticks).toHaveLength(1);
});

test('what Teams tells the bot afterwards carries the sandbox’s time', async () => {
  await rig.client.moveClock({ to: '2027-06-18T10:00:00Z' });
  const [person] = (await rig.client.directory()).people;
  const chat = (await rig.client.places(person?.aadObjectId ?? '')).chats[0]?.conversationId ?? '';
  await rig.client.say({ as: person?.aadObjectId ?? '', conversationId: chat, text: 'hej', mentionBot: false });
  expect(rig.bot.received).toMatchObject([{ timestamp: '2027-06-18T10:00:00.000Z' }]);
});
