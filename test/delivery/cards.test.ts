// Live cards over the real local Teams and the real store: posted once, edited when something changed, healed when lost.
import { wordsOf } from '../bot/rig';
import { ballot, channelId, seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

let ground: Ground;
let council: Council;

beforeEach(async () => {
  ground = await startGround();
  council = await seatCouncil(ground);
});

afterEach(async () => ground.close());

const watcher = (): string => council.people[0]?.aadObjectId ?? '';
const posts = async () => ground.messages(watcher(), channelId);
const cardKey = 'round-1/council/decide/ballot';
const rootKey = 'round-1/council/decide';

/** The conversation, refused with Teams' own code until it is healed. */
const refuse = async (code: string): Promise<void> =>
  ground.client.putFaults({ rate: 0, seed: 1, kinds: [], refuse: { [channelId]: code } });
const heal = async (): Promise<void> => ground.client.putFaults({ rate: 0, seed: 1, kinds: [] });

test('reconciled twice, the second time does nothing', async () => {
  await ground.one.tick();
  const before = await ground.client.counters();
  expect(before.posted).toBe(2);
  await ground.one.tick();
  expect(await ground.client.counters()).toMatchObject({ posted: 2, updated: before.updated });
});

test('a hundred commits between two passes are one edit', async () => {
  await ground.one.tick();
  await council.vote(0);
  await council.vote(1);
  await ground.one.tick();
  expect(await ground.client.counters()).toMatchObject({ posted: 2, updated: 1 });
  expect(wordsOf((await posts()).map(({ cards }) => cards))).toContain('2 af 3');
});

test('two instances at once post each card once, and the card ends right whoever was faster', async () => {
  const two = await ground.another();
  await Promise.all([ground.one.tick(), two.tick()]);
  await Promise.all([ground.one.tick(), two.tick()]);
  expect((await ground.client.counters()).posted).toBe(2);
  await council.vote(0);
  await Promise.all([ground.one.tick(), two.tick()]);
  await Promise.all([ground.one.tick(), two.tick()]);
  expect(wordsOf((await posts()).map(({ cards }) => cards))).toContain('1 af 3');
  expect((await ground.client.counters()).updated).toBe(1);
});

test('a closed task gets one last edit and is sealed; later passes do not even make it', async () => {
  await ground.one.tick();
  for (const member of [0, 1, 2]) await council.vote(member);
  ground.moveTo('2027-01-27T12:00:00.000Z');
  await ground.one.tick();
  const cards = await ground.one.store.postedCards.read([cardKey]);
  expect(cards.get(cardKey)).toMatchObject({ sealed: true });
  const before = await ground.client.counters();
  await ground.one.tick();
  expect(await ground.client.counters()).toMatchObject({ posted: before.posted, updated: before.updated });
});

test('a card that is gone from Teams is posted anew in its thread', async () => {
  await ground.one.tick();
  const lost = (await ground.one.store.postedCards.read([cardKey])).get(cardKey);
  await ground.client.lose({ conversationId: channelId, messageId: lost?.messageId ?? '' });
  await council.vote(0);
  await ground.one.tick();
  const found = (await ground.one.store.postedCards.read([cardKey])).get(cardKey);
  expect(found?.messageId).not.toBe(lost?.messageId);
  const root = (await ground.one.store.postedCards.read([rootKey])).get(rootKey);
  expect((await posts()).find(({ id }) => id === found?.messageId)?.rootId).toBe(root?.messageId);
});

test('a thread whose root is gone is begun anew, with its open cards', async () => {
  await ground.one.tick();
  const stood = await ground.one.store.postedCards.read([rootKey, cardKey]);
  const lost = stood.get(rootKey);
  for (const { messageId } of stood.values()) await ground.client.lose({ conversationId: channelId, messageId });
  await council.vote(0);
  await ground.one.tick();
  await ground.one.tick();
  await ground.one.tick();
  const now = await ground.one.store.postedCards.read([rootKey, cardKey]);
  expect(now.get(rootKey)?.messageId).not.toBe(lost?.messageId);
  const card = (await posts()).find(({ id }) => id === now.get(cardKey)?.messageId);
  expect(card?.rootId).toBe(now.get(rootKey)?.messageId);
  expect(wordsOf(card?.cards)).toContain('1 af 3');
});

test.each(['BotNotInConversationRoster', 'MessageWritesBlocked', '209', 'ConversationNotFound', 'BotDisabledByAdmin'])(
  '%s: the channel is marked unreachable and not called again until it speaks to us',
  async (code) => {
    await refuse(code);
    await ground.one.tick();
    expect(await ground.one.store.addresses.unreachable()).toMatchObject([{ key: `channel/${channelId}` }]);
    const calls = (await ground.client.traffic()).length;
    await ground.one.tick();
    expect((await ground.client.traffic()).length).toBe(calls);
    await heal();
    const known = await ground.one.store.addresses.read(`channel/${channelId}`);
    await ground.one.store.addresses.seen({
      key: `channel/${channelId}`,
      conversationId: channelId,
      reference: known?.reference,
    });
    await ground.one.tick();
    expect((await ground.client.counters()).posted).toBe(2);
  },
);

test.each([400, 413, 500])(
  '%d: the refusal is remembered for that content, and tried again when it changes',
  async (status) => {
    await ground.one.tick();
    await council.vote(0);
    await ground.client.putFaults({ rate: 1, seed: 1, kinds: [status] });
    await ground.one.tick();
    const calls = (await ground.client.traffic()).length;
    await ground.one.tick();
    await ground.one.tick();
    expect((await ground.client.traffic()).length).toBe(calls);
    await heal();
    await council.vote(1);
    await ground.one.tick();
    expect(wordsOf((await posts()).map(({ cards }) => cards))).toContain('2 af 3');
  },
);

test('a card older than ten days is posted anew when it changes, and the old one says so', async () => {
  await ground.one.tick();
  const old = (await ground.one.store.postedCards.read([cardKey])).get(cardKey);
  ground.moveTo('2027-01-25T09:00:00.000Z');
  await council.vote(0);
  await ground.one.tick();
  const found = (await ground.one.store.postedCards.read([cardKey])).get(cardKey);
  expect(found?.messageId).not.toBe(old?.messageId);
  const words = wordsOf((await posts()).find(({ id }) => id === old?.messageId)?.cards);
  expect(words).toContain('Se det nyeste kort');
});

test('a body that is bound to another channel has its cards there, and the old ones are taken out of use', async () => {
  await ground.one.tick();
  await council.bindChannel('council', '19:other@thread.tacv2');
  await ground.one.tick();
  expect(await ground.messages(watcher(), '19:other@thread.tacv2')).toHaveLength(2);
  expect(wordsOf((await posts()).map(({ cards }) => cards))).toContain('Se det nyeste kort');
});

test('a channel where the bot was never seen costs no call and no failure', async () => {
  const other = await startGround();
  try {
    await seatCouncil(other, { channel: 'unknown' });
    await other.one.tick();
    expect(await other.client.counters()).toMatchObject({ posted: 0 });
    expect(other.one.failures).toEqual([]);
  } finally {
    await other.close();
  }
});

test('a create whose answer is lost is sent again and counted: no more messages stand twice than were counted', async () => {
  await ground.client.putFaults({ rate: 0.5, seed: 7, kinds: ['lost'] });
  for (let tick = 0; tick < 4; tick += 1) await ground.one.tick();
  await heal();
  await ground.one.tick();
  const { posted } = await ground.client.counters();
  expect(posted - 2).toBeLessThanOrEqual(ground.one.deliverer.ambiguousCreates());
  expect(ground.one.deliverer.ambiguousCreates()).toBeGreaterThan(0);
  expect((await council.round()).tasks[ballot]?.status).toBe('open');
});

describe('a message of ours that nobody remembers', () => {
  /** A crash between sending and noting: the card is posted once more, and the first message stays behind. */
  async function strayed(): Promise<readonly [stray: string, card: string]> {
    await ground.close();
    ground = await startGround({ timesFaster: 2_000 });
    council = await seatCouncil(ground);
    await ground.one.tick();
    const { postedCards } = ground.one.store;
    const first = (await postedCards.read([cardKey])).get(cardKey);
    if (first === undefined) throw new Error('nothing was posted');
    await postedCards.claim(cardKey, 'crashed', ground.now(), 1);
    await postedCards.posted({ ...first, messageId: '', contentHash: '' }, 'crashed');
    await ground.one.tick();
    const now = (await postedCards.read([cardKey])).get(cardKey);
    return [first.messageId, now?.messageId ?? ''];
  }

  const click = (messageId: string) =>
    ground.one.deliverer.clicked({ channelId, messageId, roundId: 'round-1', taskId: 'ballot' });
  const wordsIn = async (messageId: string): Promise<string> =>
    wordsOf((await posts()).filter(({ id }) => id === messageId).map(({ cards }) => cards));

  test('is turned into “Se det gældende kort” by the first click on it', async () => {
    const [stray] = await strayed();
    click(stray);
    click(stray);
    while (!(await wordsIn(stray)).includes('Se det gældende kort')) await ground.one.deliverer.pass();
    expect((await ground.client.counters()).updated).toBe(1);
  });

  test('while the card itself, a notice that was sent, and a channel without the task’s card are left alone', async () => {
    const [, card] = await strayed();
    ground.moveTo('2027-01-27T07:00:00.000Z');
    await ground.one.tick();
    const [lastDay] = await ground.one.store.notices.ofPrefix('lastDay/');
    expect(lastDay?.state).toBe('sent');
    for (const messageId of [card, lastDay?.messageId ?? '']) click(messageId);
    ground.one.deliverer.clicked({ channelId, messageId: card, roundId: 'round-1', taskId: 'unknown' });
    await ground.one.deliverer.pass();
    expect((await ground.client.counters()).updated).toBe(0);
  });
});
