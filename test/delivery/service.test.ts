// What Trinvis tells chairs, secretariat and channels by itself: check codes, forecast, counts and names, who is not reached.
import { buttonsOf, wordsOf } from '../bot/rig';
import { faultsOf } from '../cards/strict';
import { personalChatId } from '../../services/local/teams/ids';
import { ballot, channelId, councilDefinition, seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

const officeChannel = '19:other@thread.tacv2';
let ground: Ground;
let council: Council;

/** Deadline Wednesday 27 January 2027 at twelve; answers are accepted after it, so that it can be overdue. */
beforeEach(async () => {
  ground = await startGround();
  council = await seatCouncil(ground, {
    members: 5,
    definition: councilDefinition({ late: 'accepted', closes: 'whenAnswered' }),
  });
  await council.bindChannel('office', officeChannel);
});

afterEach(async () => ground.close());

const aad = (member: number): string => council.people[member]?.aadObjectId ?? '';
const eight = (day: string): string => `2027-${day}T07:00:00.000Z`;

async function ticksAt(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    ground.moveTo(moment);
    await ground.one.tick();
  }
}

async function cardsIn(conversationId: string, viewer = 0): Promise<readonly unknown[]> {
  return (await ground.messages(aad(viewer), conversationId)).flatMap(({ cards }) => cards);
}

const wordsWith = async (conversationId: string, words: string): Promise<readonly string[]> =>
  (await cardsIn(conversationId)).map(wordsOf).filter((text) => text.includes(words));

test('the head hashes stand in the secretariat’s channel once a working day, and are the record’s own', async () => {
  await ticksAt(
    '2027-01-13T09:00:00.000Z',
    eight('01-14'),
    eight('01-14'),
    '2027-01-14T12:00:00.000Z',
    '2027-01-16T08:00:00.000Z',
  );
  const posts = await wordsWith(officeChannel, 'Dagens kontrolkoder');
  expect(posts).toHaveLength(2);
  for (const { hash } of await ground.one.store.commits.heads()) expect(posts[1]).toContain(hash);
});

test('the chair gets a forecast the working day before the deadline, by count, with one-tap remedies', async () => {
  await council.vote(1);
  await ticksAt(eight('01-25'));
  const chat = await council.chat(0);
  expect(await wordsWith(chat, 'Endnu ikke beslutningsdygtig')).toHaveLength(0);
  await ticksAt(eight('01-26'), eight('01-26'));
  const [forecast, ...more] = await wordsWith(chat, 'Endnu ikke beslutningsdygtig');
  expect(more).toHaveLength(0);
  expect(forecast).toContain('1 af 5 pladser har svaret. Der skal mindst 3 til.');
  expect(forecast).not.toContain('Medlem');
  expect(buttonsOf(await cardsIn(chat)).some(({ data }) => data['verb'] === 'deadline.open')).toBe(true);
});

test('no forecast where the quorum is there', async () => {
  for (const member of [1, 2, 3]) await council.vote(member);
  await ticksAt(eight('01-26'));
  expect(await wordsWith(await council.chat(0), 'Endnu ikke beslutningsdygtig')).toHaveLength(0);
});

test('overdue: first the person, then the chair by count, then the secretariat by name', async () => {
  for (const member of [0, 1, 2]) await council.vote(member);
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-28'));
  expect((await cardsIn(await council.chat(3), 3)).length).toBeGreaterThan(0);
  expect(await wordsWith(await council.chat(0), 'Fristen er udløbet')).toHaveLength(0);
  await ticksAt(eight('01-29'));
  const [toChair] = await wordsWith(await council.chat(0), 'Fristen er udløbet');
  expect(toChair).toContain('2 har endnu ikke svaret.');
  expect(toChair).not.toContain('Medlem');
  expect(await wordsWith(officeChannel, 'Fristen er udløbet')).toHaveLength(0);
  await ticksAt(eight('02-01'), eight('02-01'));
  const [toOffice, ...more] = await wordsWith(officeChannel, 'Fristen er udløbet');
  expect(more).toHaveLength(0);
  expect(toOffice).toContain('Medlem 0003');
  expect(toOffice).not.toContain('Medlem 0001');
});

test('an extension drops what was to be said of the old deadline', async () => {
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-28'));
  await council.extend('2027-02-12T11:00:00.000Z');
  await ticksAt(eight('01-29'), eight('02-01'));
  expect(await wordsWith(officeChannel, 'Fristen er udløbet')).toHaveLength(0);
  expect((await council.round()).tasks[ballot]?.deadlineRevision).toBe(1);
});

test('who cannot be reached stands on the secretariat’s list, and in the body’s channel while an answer is missing', async () => {
  await ground.client.install({ as: aad(3), action: 'add' });
  await ground.client.install({ as: aad(3), action: 'remove' });
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-14'), '2027-01-14T07:01:00.000Z', '2027-01-14T07:02:00.000Z');
  expect(await wordsWith(channelId, 'Trinvis kan ikke skrive direkte til Medlem 0003')).toHaveLength(1);
  expect(await wordsWith(officeChannel, 'Medlem 0003')).toHaveLength(1);
  await ticksAt(eight('01-15'));
  expect(await wordsWith(officeChannel, 'Medlem 0003')).toHaveLength(1);
});

test('who blocks the bot, has left the tenant or is cut off by its admin breaks nothing, and the secretariat sees all of them', async () => {
  const codes = ['ConversationBlockedByUser', 'ConversationNotFound', 'BotDisabledByAdmin'];
  const refuse = Object.fromEntries(
    codes.map((code, index) => [personalChatId(ground.teams.tenantId, aad(index + 1)), code]),
  );
  await ground.client.putFaults({ rate: 0, seed: 1, kinds: [], refuse });
  await ticksAt('2027-01-13T09:00:00.000Z', eight('01-14'), '2027-01-14T07:01:00.000Z', '2027-01-14T07:02:00.000Z');
  const unreachable = await ground.one.store.addresses.unreachable();
  expect(new Set(unreachable.map(({ unreachable: why }) => why?.code))).toEqual(new Set(codes));
  const [list] = await wordsWith(officeChannel, 'Medlem 0001');
  for (const name of ['Medlem 0001', 'Medlem 0002', 'Medlem 0003']) expect(list).toContain(name);
  // The others have their digest.
  expect(await wordsWith(await council.chat(0), 'venter på dig')).toHaveLength(1);
  expect(ground.one.failures).toEqual([]);
});

test('every card of these can be shown by Teams', async () => {
  await ground.client.install({ as: aad(3), action: 'add' });
  await ground.client.install({ as: aad(3), action: 'remove' });
  await ticksAt(
    '2027-01-13T09:00:00.000Z',
    eight('01-14'),
    '2027-01-14T07:01:00.000Z',
    eight('01-26'),
    eight('01-29'),
    eight('02-01'),
  );
  const all = [
    ...(await cardsIn(channelId)),
    ...(await cardsIn(officeChannel)),
    ...(await cardsIn(await council.chat(0))),
  ];
  expect(all.length).toBeGreaterThan(6);
  expect(all.flatMap((card) => faultsOf(card))).toEqual([]);
  expect(await ground.client.violations()).toEqual([]);
});

test('a process may ask for other days of escalation', async () => {
  await ground.close();
  ground = await startGround();
  const reminders = { before: [1], onTheDay: true, after: [1], escalation: { chair: 1, secretariat: 4 } };
  const definition = councilDefinition({ late: 'accepted', closes: 'whenAnswered', reminders });
  council = await seatCouncil(ground, { members: 5, definition });
  await council.bindChannel('office', officeChannel);
  await ticksAt(eight('01-28'));
  expect(await wordsWith(await council.chat(0), '5 har endnu ikke svaret.')).toHaveLength(1);
  await ticksAt(eight('02-01'));
  expect(await wordsWith(officeChannel, 'Fristen er udløbet')).toHaveLength(0);
  await ticksAt(eight('02-02'));
  expect(await wordsWith(officeChannel, 'Fristen er udløbet')).toHaveLength(1);
});
