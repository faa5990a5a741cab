// Reaching the bots: in turn, past a broken connection with the same activity, again under a new id, and giving up.

import { BotServer, deadEndpoint, messageAnswer } from './bot-server';
import { card, CHANNEL, gate, lars, mette, outsider, startRig, type Rig } from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ patienceMs: 300 });
  rig.bot.react = () => messageAnswer('ok');
});
afterEach(() => rig.close());

const REDELIVER = { rate: 0, seed: 1, kinds: [], redeliverAfterMs: 30 } as const;

test('two endpoints are used in turn', async () => {
  const second = await BotServer.start(() => messageAnswer('ok'));
  rig.teams.setBots([rig.bot.endpoint, second.endpoint]);
  const post = await rig.postCard(CHANNEL, card('x'));
  for (const who of [lars, mette, lars, mette]) {
    await rig.press(who, CHANNEL, post);
  }
  expect([rig.bot.received.length, second.received.length]).toEqual([2, 2]);
  await second.close();
});

test('an endpoint that is down is passed over', async () => {
  rig.teams.setBots([await deadEndpoint(), rig.bot.endpoint]);
  const post = await rig.postCard(CHANNEL, card('x'));
  expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'message', text: 'ok' });
  expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'message', text: 'ok' });
  expect((await rig.client.counters()).redelivered).toBe(0);
});

test('after a broken connection the next endpoint gets the same activity, to the byte', async () => {
  const breaking = await BotServer.start(() => 'cut');
  rig.teams.setBots([breaking.endpoint, rig.bot.endpoint]);
  const post = await rig.postCard(CHANNEL, card('x'));
  const answers = [await rig.press(lars, CHANNEL, post), await rig.press(lars, CHANNEL, post)];
  expect(answers).toEqual([
    { kind: 'message', text: 'ok' },
    { kind: 'message', text: 'ok' },
  ]);
  expect(breaking.received.length).toBeGreaterThan(0);
  expect(rig.bot.received).toContainEqual(breaking.received[0]);
  expect((await rig.client.counters()).redelivered).toBe(breaking.received.length);
  await breaking.close();
});

test('a bot that starts within the patience still gets the activity', async () => {
  const { port } = rig.bot;
  const late = gate();
  rig.teams.setBots([`http://127.0.0.1:${port}/api/messages`]);
  const post = await rig.postCard(CHANNEL, card('x'));
  let cuts = 0;
  rig.bot.react = () => {
    cuts += 1;
    if (cuts < 3) {
      return 'cut';
    }
    late.open();
    return messageAnswer('nu');
  };
  expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'message', text: 'nu' });
  await late.passed;
});

test('without a bot, and with one that never answers, the person sees that the app is out of reach', async () => {
  const post = await rig.postCard(CHANNEL, card('x'));
  rig.teams.setBots([]);
  expect(await rig.press(lars, CHANNEL, post)).toMatchObject({ kind: 'unreachable' });
  rig.teams.setBots([await deadEndpoint()]);
  expect(await rig.press(lars, CHANNEL, post)).toMatchObject({ kind: 'unreachable' });
  const never = gate();
  rig.teams.setBots([rig.bot.endpoint]);
  rig.bot.react = async () => {
    await never.passed;
    return messageAnswer('for sent');
  };
  expect(await rig.press(lars, CHANNEL, post)).toMatchObject({ kind: 'unreachable' });
  never.open();
});

test('a slow invoke is sent again under a new activity id, and the first answer counts', async () => {
  await rig.client.putFaults(REDELIVER);
  const post = await rig.postCard(CHANNEL, card('x'));
  const slow = gate();
  rig.bot.react = async () => {
    const isFirst = rig.bot.received.length === 1;
    if (isFirst) {
      await slow.passed;
    }
    return messageAnswer(isFirst ? 'første' : 'anden');
  };
  expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'message', text: 'anden' });
  slow.open();
  await rig.client.settle();
  const [first, second] = rig.bot.received;
  expect(second?.id).not.toBe(first?.id);
  expect({ ...second, id: null }).toEqual({ ...first, id: null });
  expect((await rig.client.counters()).redelivered).toBe(1);
});

test('an invoke answered in time is sent once', async () => {
  await rig.client.putFaults({ ...REDELIVER, redeliverAfterMs: 5000 });
  const post = await rig.postCard(CHANNEL, card('x'));
  await rig.press(lars, CHANNEL, post);
  expect(rig.bot.received).toHaveLength(1);
});

test('endpoints beyond this machine are refused', async () => {
  await expect(rig.client.putBots(['http://10.0.0.1:3978/api/messages'])).rejects.toMatchObject({ status: 400 });
  await expect(rig.client.putBots(['https://127.0.0.1/api/messages'])).rejects.toMatchObject({ status: 400 });
  await rig.client.putBots([rig.bot.endpoint]);
});

test('the first words of somebody seeded while no bot was there install the app first', async () => {
  const chat = await rig.chatOf(outsider);
  await rig.client.install({ as: outsider.aadObjectId, action: 'remove' });
  rig.bot.received.length = 0;
  await rig.client.say({ as: outsider.aadObjectId, conversationId: chat, text: 'hej', mentionBot: false });
  const types = rig.bot.received.map(({ type }) => type);
  expect(types.at(-1)).toBe('message');
  expect(types.slice(0, -1).sort()).toEqual(['conversationUpdate', 'installationUpdate']);
});

test('what went to and fro stands in the traffic log with its answers, and no token is in a path', async () => {
  const post = await rig.postCard(CHANNEL, card('x'));
  const { length } = await rig.client.traffic();
  await rig.press(lars, CHANNEL, post);
  const [entry, ...more] = await rig.client.traffic(length);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    seq: length + 1,
    direction: 'to-bot',
    method: 'POST',
    path: '/api/messages',
    status: 200,
    body: { name: 'adaptiveCard/action' },
    answer: { statusCode: 200, value: 'ok' },
  });
  const fromBot = (await rig.client.traffic(0, 1000)).filter(({ direction }) => direction === 'from-bot');
  expect(fromBot).toMatchObject([
    {
      method: 'POST',
      path: `/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`,
      status: 201,
      answer: { id: post },
    },
  ]);
});
