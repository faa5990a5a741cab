// Reminders, digests and results over the real local Teams and the real store, with time that is moved.
import { buttonsOf, wordsOf } from '../bot/rig';
import { ballot, channelId, councilDefinition, seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

let ground: Ground;
let council: Council;

/** Wednesday 13 January, ten; the vote runs ten working days, to Wednesday 27 January at twelve. */
async function open(more: Parameters<typeof seatCouncil>[1] = {}, startsAt?: string): Promise<void> {
  ground = await startGround(startsAt === undefined ? {} : { startsAt });
  council = await seatCouncil(ground, more);
}

afterEach(async () => ground.close());

const aad = (member: number): string => council.people[member]?.aadObjectId ?? '';

/** The digests a member has got in his own chat, in words. */
async function got(member: number): Promise<readonly string[]> {
  const chat = await council.chat(member);
  if (chat === '') return [];
  const words = (await ground.messages(aad(member), chat)).map(({ cards }) => wordsOf(cards));
  return words.filter((text) => text.includes('Mind mig i morgen'));
}

const inChannel = async (): Promise<string> =>
  wordsOf((await ground.messages(aad(0), channelId)).map(({ cards }) => cards));

/** A tick at each of these moments, in turn, as the bot does every minute. */
async function ticksAt(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    ground.moveTo(moment);
    await ground.one.tick();
  }
}

/** Eight in the morning in Copenhagen, winter time. */
const eight = (day: string): string => `2027-${day}T07:00:00.000Z`;

test('what is new is told with the next morning’s digest, once, with a button; never on the day itself', async () => {
  await open();
  await ticksAt('2027-01-13T09:00:00.000Z', '2027-01-13T15:00:00.000Z');
  expect(await got(0)).toHaveLength(0);
  await ticksAt('2027-01-14T06:59:00.000Z');
  expect(await got(0)).toHaveLength(0);
  await ticksAt(eight('01-14'), eight('01-14'), '2027-01-14T12:00:00.000Z', eight('01-15'));
  expect(await got(0)).toHaveLength(1);
  const messages = await ground.messages(aad(0), await council.chat(0));
  expect(buttonsOf(messages.map(({ cards }) => cards)).length).toBeGreaterThan(0);
  // And a way to the card itself, where it stands in its channel.
  const [root, card] = await ground.messages(aad(0), channelId);
  const link = `"url":"https://teams.example/${channelId}/${card?.id}?root=${root?.id}"`;
  expect(JSON.stringify(messages)).toContain(link);
});

test('whoever has answered gets nothing, and the notice says why', async () => {
  await open();
  await ground.one.tick();
  await council.vote(1);
  await ticksAt(eight('01-14'));
  expect(await got(1)).toHaveLength(0);
  const notices = await ground.one.store.notices.ofPrefix('waiting/');
  expect(notices.filter(({ state }) => state === 'dropped')).toMatchObject([{ reason: 'Done' }]);
});

test('every rung comes once, on its working day, at eight; every tick run twice', async () => {
  await open();
  const days = ['14', '15', '18', '19', '20', '21', '22', '25', '26', '27'];
  await ground.one.tick();
  const perDay: number[] = [];
  for (const day of days) {
    const before = (await got(0)).length;
    await ticksAt(eight(`01-${day}`), eight(`01-${day}`));
    perDay.push((await got(0)).length - before);
  }
  // New on the 14th; five working days before the 27th is the 20th, one before the 26th, and the day itself.
  expect(perDay).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 1]);
});

test('over three rounds a person gets one digest a day, with a line for each', async () => {
  await open({ rounds: 3 });
  await ground.one.tick();
  await ticksAt(eight('01-14'), eight('01-14'));
  const digests = await got(0);
  expect(digests).toHaveLength(1);
  expect(digests[0]?.match(/Afstemning/g)?.length).toBeGreaterThanOrEqual(3);
});

test('after a week of downtime a person gets one digest that is right for now', async () => {
  await open();
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-14'));
  // The reminder of the 20th is missed; on the 26th, the day before the deadline, the bot is back at ten.
  await ticksAt('2027-01-26T09:00:00.000Z', '2027-01-26T09:01:00.000Z');
  const digests = await got(0);
  expect(digests).toHaveLength(2);
  expect(digests[1]).toContain('om 1 arbejdsdag');
});

test('back on a Saturday, the digest waits for Monday at eight', async () => {
  await open();
  await ground.one.tick();
  await ticksAt('2027-01-23T09:00:00.000Z');
  expect(await got(0)).toHaveLength(0);
  await ticksAt(eight('01-25'));
  expect(await got(0)).toHaveLength(1);
});

test('a deadline that was extended after its reminder has reminders of its own, and the old ones are not sent again', async () => {
  await open();
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-14'), eight('01-20'));
  expect(await got(0)).toHaveLength(2);
  await council.extend('2027-02-10T11:00:00.000Z');
  await ticksAt(eight('01-21'), eight('01-26'), eight('01-27'), eight('02-02'));
  expect(await got(0)).toHaveLength(2);
  await ticksAt(eight('02-03'));
  expect(await got(0)).toHaveLength(3);
  expect(await inChannel()).toMatch(/onsdag den 10\. februar/);
});

test('a reminder that was wanted before the deadline moved is dropped, not sent', async () => {
  await open();
  await ground.one.tick();
  await ticksAt(eight('01-14'));
  // Due on the 20th at eight, but everybody is kept from sending until the deadline has moved.
  await ground.one.store.settings.write(`quiet/${council.people[0]?.personId}`, { date: '2027-01-20' });
  await ticksAt(eight('01-20'));
  await council.extend('2027-02-10T11:00:00.000Z');
  await ground.one.store.settings.write(`quiet/${council.people[0]?.personId}`, { date: '2027-01-19' });
  const reminder = async () =>
    (await ground.one.store.notices.ofPrefix('reminder/')).find(
      ({ addressKey }) => addressKey === `personal/${council.people[0]?.personId}`,
    );
  expect(await reminder()).toMatchObject({ state: 'wanted', dueAt: eight('01-21'), reason: 'NotNow' });
  await ticksAt(eight('01-21'));
  expect(await reminder()).toMatchObject({ state: 'dropped', reason: 'DeadlineMoved' });
});

test('"Mind mig i morgen" keeps the day quiet and comes back on the next working day, once', async () => {
  await open();
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-14'), eight('01-15'));
  expect(await got(0)).toHaveLength(1);
  // Friday the 15th: nothing is due on Monday, but it was asked for.
  await ground.one.store.settings.write(`quiet/${council.people[0]?.personId}`, { date: '2027-01-15' });
  await ticksAt('2027-01-15T09:00:00.000Z', '2027-01-16T09:00:00.000Z', eight('01-18'), eight('01-18'), eight('01-19'));
  expect(await got(0)).toHaveLength(2);
});

test('a digest on a day kept quiet waits for the next working day', async () => {
  await open();
  await ground.one.tick();
  await ground.one.store.settings.write(`quiet/${council.people[0]?.personId}`, { date: '2027-01-14' });
  await ticksAt(eight('01-14'));
  expect(await got(0)).toHaveLength(0);
  expect(await got(1)).toHaveLength(1);
  await ticksAt(eight('01-15'), eight('01-15'));
  expect(await got(0)).toHaveLength(1);
});

test('no digest on 24 and 31 December, nor over New Year', async () => {
  // Opened on Tuesday 22 December 2026: ten working days end on Monday 11 January 2027.
  await open({}, '2026-12-22T09:00:00.000Z');
  await ticksAt('2026-12-22T09:00:00.000Z', '2026-12-23T07:00:00.000Z');
  const before = (await got(0)).length;
  for (const day of ['12-24', '12-25', '12-26', '12-31']) await ticksAt(`2026-${day}T07:00:00.000Z`);
  await ticksAt(eight('01-01'));
  expect((await got(0)).length).toBe(before);
});

test('across the last Sunday of March the morning is still eight o’clock', async () => {
  // Opened on Thursday 18 March 2027; the clock is put forward on 28 March, Easter Sunday.
  await open({}, '2027-03-18T09:00:00.000Z');
  await ticksAt('2027-03-18T09:00:00.000Z', eight('03-19'));
  const task = (await council.round()).tasks[ballot];
  expect(task?.deadlineAt).toBe('2027-04-06T10:00:00.000Z');
  const before = (await got(0)).length;
  // Five working days before 6 April are 22, 23, 24, 30, 31 March … : Easter lies between.
  await ticksAt('2027-04-05T06:00:00.000Z', '2027-04-06T05:59:00.000Z');
  const late = (await got(0)).length;
  await ticksAt('2027-04-06T06:00:00.000Z');
  expect((await got(0)).length).toBe(late + 1);
  expect(late - before).toBeLessThanOrEqual(1);
});

test('who cannot be reached is on the list, gets no second call, and breaks nothing for the others', async () => {
  await open();
  await ground.one.tick();
  await ground.client.install({ as: aad(0), action: 'add' });
  await ground.client.install({ as: aad(0), action: 'remove' });
  await ticksAt(eight('01-14'));
  expect(await got(1)).toHaveLength(1);
  const unreachable = await ground.one.store.addresses.unreachable();
  expect(unreachable.map(({ key }) => key)).toEqual([`personal/${council.people[0]?.personId}`]);
  const calls = (await ground.client.traffic()).length;
  await ticksAt(eight('01-20'));
  const after = (await ground.client.traffic()).slice(calls);
  expect(after.filter(({ status }) => status !== null && status >= 400)).toEqual([]);
});

test('a failed send is never marked sent: it stays wanted with its reason, and comes later', async () => {
  await open();
  await ground.one.tick();
  ground.moveTo(eight('01-14'));
  await ground.client.putFaults({ rate: 1, seed: 1, kinds: ['reset'] });
  await ground.one.tick();
  const counted = await ground.one.store.notices.count();
  expect(counted.sent).toBe(0);
  expect(counted.wanted).toBeGreaterThan(0);
  await ground.client.putFaults({ rate: 0, seed: 1, kinds: [] });
  await ticksAt('2027-01-14T07:10:00.000Z');
  expect(await got(0)).toHaveLength(1);
});

test('Retry-After is waited for before anything else goes to that conversation', async () => {
  await open();
  await ground.one.tick();
  ground.moveTo(eight('01-14'));
  await ground.client.putFaults({ rate: 0.6, seed: 3, kinds: [429] });
  await ground.one.tick();
  await ground.client.putFaults({ rate: 0, seed: 1, kinds: [] });
  await ticksAt('2027-01-14T08:00:00.000Z');
  expect(await Promise.all([0, 1, 2].map(async (member) => (await got(member)).length))).toEqual([1, 1, 1]);
});

test('a result is told in the thread where the task was shown, and nowhere else', async () => {
  await open();
  await ground.one.tick();
  for (const member of [0, 1, 2]) await council.vote(member);
  await ticksAt('2027-01-27T11:00:31.000Z', '2027-01-27T11:01:00.000Z');
  const [result] = await ground.one.store.notices.ofPrefix('result/');
  expect(result).toMatchObject({ state: 'sent' });
  await council.bindChannel('office', '19:other@thread.tacv2');
  await ticksAt('2027-01-27T11:02:00.000Z');
  expect((await ground.one.store.notices.ofPrefix('result/')).map(({ state }) => state)).toEqual(['sent']);
});

test('a channel that never saw the task is not told how it ended', async () => {
  await open({ channel: 'unknown' });
  for (const member of [0, 1, 2]) await council.vote(member);
  await ticksAt('2027-01-27T11:00:31.000Z');
  await council.bindChannel('council', channelId);
  await ticksAt('2027-01-27T11:02:00.000Z');
  expect(await ground.one.store.notices.ofPrefix('result/')).toMatchObject([
    { state: 'dropped', reason: 'NeverShown' },
  ]);
  expect(await inChannel()).toBe('');
});

test('two instances at eight send each person one digest', async () => {
  await open({ members: 20 });
  const two = await ground.another();
  await ground.one.tick();
  ground.moveTo(eight('01-14'));
  await Promise.all([ground.one.tick(), two.tick()]);
  await Promise.all([ground.one.tick(), two.tick()]);
  const counts = await Promise.all(Array.from({ length: 20 }, async (_, member) => (await got(member)).length));
  expect(new Set(counts)).toEqual(new Set([1]));
  expect((await ground.client.counters()).duplicates).toBe(0);
});

test('the last working day is said in the channel once, and not for a deadline set that day', async () => {
  await open({ definition: councilDefinition() });
  await ground.one.tick();
  await ticksAt(eight('01-27'), '2027-01-27T08:00:00.000Z');
  expect(await ground.one.store.notices.ofPrefix('lastDay/')).toMatchObject([{ state: 'sent' }]);
  await council.extend('2027-01-27T14:00:00.000Z');
  await ticksAt('2027-01-27T09:00:00.000Z');
  expect(await ground.one.store.notices.ofPrefix('lastDay/')).toHaveLength(1);
});

test('a process that asks for it gets a summary in the channel on those mornings, once, by count; others stay quiet', async () => {
  const reminders = { before: [5, 1], onTheDay: true, after: [1], inChannel: [3, 5] };
  const summaries = async (): Promise<readonly string[]> =>
    (await ground.messages(aad(0), channelId))
      .map(({ cards }) => wordsOf(cards))
      .filter((text) => text.includes('Der mangler svar'));
  await open({ definition: councilDefinition({ reminders }) });
  await ticksAt(eight('01-19'));
  expect(await inChannel()).not.toContain('Der mangler svar');
  // Five working days before Wednesday 27 January, and a tick too many.
  await ticksAt(eight('01-20'), eight('01-20'), '2027-01-21T07:00:00.000Z');
  expect(await summaries()).toHaveLength(1);
  expect(await inChannel()).not.toContain('Medlem 0001');
  for (const member of [0, 1, 2]) await council.vote(member);
  await ticksAt(eight('01-22'));
  expect(await summaries()).toHaveLength(1);
});
