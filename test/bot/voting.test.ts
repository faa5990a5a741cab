// A vote by card, from the pressed button to the shared card that everyone sees; and everything that may go wrong with it.
import type { ActAnswer, LocalMessage, LocalPerson } from '../../services/local/teams/api';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import {
  anna,
  channelId,
  councilDefinition,
  everyone,
  jens,
  mette,
  observer,
  recordLength,
  roundId,
  roundOf,
  seatCouncil,
  stranger,
  teamId,
} from './council';
import type { Rig } from './rig';
import { buttonsOf, person, startRig, wordsOf } from './rig';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig({ definitions: [councilDefinition], people: everyone, secretariat: [] });
  await seatCouncil(rig);
});

afterEach(async () => rig.close());

async function ballotCard(as: LocalPerson = stranger): Promise<LocalMessage> {
  const messages = await rig.client.messages(as.aadObjectId, channelId);
  const found = messages.find((message) =>
    buttonsOf(message.cards).some((button) => button.data['verb'] === 'ballot.cast'),
  );
  if (found === undefined) throw new Error('No card with a ballot stands in the channel.');
  return found;
}

async function vote(as: LocalPerson, choice: string, more: object = {}): Promise<ActAnswer> {
  const message = await ballotCard();
  const button = buttonsOf(message.cards).find((one) => one.data['choice'] === choice);
  return rig.client.act({
    as: as.aadObjectId,
    conversationId: channelId,
    messageId: message.id,
    action: { type: 'Action.Execute', verb: 'ballot.cast', data: { ...button?.data, choice, ...more } },
    inputs: {},
  });
}

function invoke(id: string, from: LocalPerson, data: object, more: object = {}): object {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id,
    channelId: 'msteams',
    serviceUrl: rig.teams.serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { id: SANDBOX_BOT_ID, name: 'Trinvis' },
    conversation: { id: channelId, conversationType: 'channel', tenantId: SANDBOX_TENANT_ID, isGroup: true },
    channelData: { tenant: { id: SANDBOX_TENANT_ID }, channel: { id: channelId } },
    value: {
      action: {
        type: 'Action.Execute',
        verb: 'ballot.cast',
        data: { v: 1, verb: 'ballot.cast', roundId, taskId: 'ballot', ...data },
      },
      trigger: 'manual',
    },
    ...more,
  };
}

const wordsIn = (answer: ActAnswer): string => (answer.kind === 'card' ? wordsOf(answer.card) : JSON.stringify(answer));

test('two members vote and both are counted on the shared card', async () => {
  expect((await vote(mette, 'for')).kind).toBe('card');
  expect((await vote(jens, 'against')).kind).toBe('card');
  await rig.app.tick();
  expect(wordsOf((await ballotCard(stranger)).cards)).toContain('2 af 3');
  expect(Object.keys((await roundOf(rig)).tasks)).toContain('ballot');
});

test('the same button pressed twice is one vote', async () => {
  await vote(mette, 'for');
  const before = await recordLength(rig);
  await vote(mette, 'for');
  expect(await recordLength(rig)).toBe(before);
});

test('a different answer from the shared card is asked about before it replaces the one that stands', async () => {
  await vote(mette, 'for');
  const before = await recordLength(rig);
  const asked = await vote(mette, 'against');
  expect(await recordLength(rig)).toBe(before);
  const confirm = buttonsOf(asked.kind === 'card' ? asked.card : null).find(
    (button) => button.verb === 'ballot.confirm',
  );
  expect(confirm?.data).toMatchObject({ choice: 'against', basis: 1 });
});

test('a vote delivered again under a new id, after it was changed, changes nothing', async () => {
  await rig.post(invoke('f:1', mette, { choice: 'for', basis: 0 }));
  await rig.post(invoke('f:2', mette, { choice: 'against', basis: 1, mandateId: 'seat-mette' }));
  const before = await recordLength(rig);
  const again = await rig.post(invoke('f:3', mette, { choice: 'for', basis: 0 }));
  expect(again.status).toBe(200);
  expect(await recordLength(rig)).toBe(before);
  const { work } = (await roundOf(rig)).tasks['ballot' as never] ?? { work: null };
  expect(work).toMatchObject({ ballots: { 'seat-mette': { choice: 'against' } } });
});

test.each([
  ['somebody without a seat', stranger, {}],
  ['an observer', observer, {}],
  ['somebody who names the seat of another', stranger, { mandateId: 'seat-mette' }],
])('%s is told calmly and counts nothing', async (_, who, more) => {
  const before = await recordLength(rig);
  const words = wordsIn(await vote(who, 'for', more));
  expect(words).toMatch(/følge sagen|skal ikke svare/i);
  expect(await recordLength(rig)).toBe(before);
});

test('an answer after the deadline is refused with the deadline in words', async () => {
  await rig.client.moveClock({ to: '2027-01-20T11:00:01.000Z' });
  const before = await recordLength(rig);
  const words = wordsIn(await vote(anna, 'for'));
  expect(words.length).toBeGreaterThan(10);
  expect(words).not.toMatch(/error|undefined|exception/i);
  expect(await recordLength(rig)).toBe(before);
});

test.each([
  ['an unknown verb', { verb: 'ballot.rig' }],
  ['no verb', { verb: undefined }],
  ['a card of another version', { v: 99 }],
  ['a choice that is none', { choice: 'maybe' }],
  ['a missing choice', { choice: undefined }],
  ['an operator instead of an id', { roundId: { $ne: 1 } }],
  ['a round that is none', { roundId: 'other' }],
  ['a task that is none', { taskId: 'other' }],
  ['a text of 100,000 characters', { reason: 'x'.repeat(100_000) }],
  ['a basis that is none', { basis: -1 }],
  ['a prototype as data', JSON.parse('{"__proto__":{"admin":true},"choice":"for","roundId":"other"}')],
])('%s gets a calm sentence and changes nothing', async (_, data) => {
  const before = await recordLength(rig);
  const answer = await rig.post(invoke('f:bad', mette, { choice: 'for', basis: 0, ...data }));
  expect(answer.status).toBe(200);
  expect(wordsOf((answer.body as { value: unknown }).value).length).toBeGreaterThan(10);
  expect(await recordLength(rig)).toBe(before);
});

test('a CPR number in an input is refused, and neither kept nor repeated', async () => {
  const before = await recordLength(rig);
  const answer = await rig.post(invoke('f:cpr', mette, { choice: 'against', basis: 0, reason: 'se 010180-1234' }));
  const words = JSON.stringify(answer.body);
  expect(words).toMatch(/CPR/);
  expect(words).not.toContain('1234');
  expect(await recordLength(rig)).toBe(before);
});

test('an automatic refresh answers with a card and edits nothing', async () => {
  const { updated } = await rig.client.counters();
  const answer = await rig.post(
    invoke(
      'f:auto',
      mette,
      {},
      {
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'refresh',
            data: { v: 1, verb: 'refresh', roundId, taskId: 'ballot' },
          },
          trigger: 'automatic',
        },
      },
    ),
  );
  expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  await rig.app.tick();
  expect((await rig.client.counters()).updated).toBe(updated);
});

test.each([
  ['no JSON object', 'hello', 400],
  ['another channel', { channelId: 'webchat' }, 403],
  ['an empty serviceUrl', { serviceUrl: '' }, 403],
  ['a serviceUrl elsewhere', { serviceUrl: 'https://example.org/' }, 403],
])('%s is refused at the door', async (_, more, status) => {
  const body = typeof more === 'string' ? [more] : { ...invoke('f:door', mette, { choice: 'for' }), ...more };
  expect((await rig.post(body)).status).toBe(status);
});

test('another tenant gets no answer and nothing is done', async () => {
  const before = await recordLength(rig);
  const activity = {
    ...invoke('f:tenant', mette, { choice: 'for', basis: 0 }),
    conversation: { id: channelId, conversationType: 'channel', tenantId: 'other' },
    channelData: {},
  };
  await rig.post(activity);
  expect(await recordLength(rig)).toBe(before);
});

test('a guest without a mandate is told so, in his language, and nothing is done; one with a seat votes', async () => {
  const guest = { ...person(7, 'Gry Gæst'), guest: true };
  const english = { ...person(8, 'Guy Guest', 'en'), guest: true };
  const members = [...everyone, guest, english].map((one) => one.aadObjectId);
  const channels = [{ id: channelId, name: 'Generelt' }];
  await rig.client.putDirectory({
    people: [guest, english, { ...jens, guest: true }],
    teams: [{ id: teamId, name: 'Rådet', members, channels }],
  });
  await rig.client.settle();
  const before = await recordLength(rig);
  expect(wordsOf(await vote(guest, 'for'))).toContain('Du er gæst i organisationen og har ingen plads i Trinvis.');
  expect(wordsOf(await vote(english, 'for'))).toContain('You are a guest in the organisation');
  expect(await recordLength(rig)).toBe(before);
  await vote(jens, 'for');
  expect(await recordLength(rig)).toBe(before + 1);
});
