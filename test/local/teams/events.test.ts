// The event stream of the page: each person hears of what he may see, at once, and nothing else.

import type { LocalEvent } from '../../../services/local/teams/api';
import { cardAnswer } from './bot-server';
import { card, CHANNEL, gate, lars, mette, outsider, startRig, type Rig } from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** Listens until `count` events have come. */
async function hear(as: string, count: number) {
  const events: LocalEvent[] = [];
  const enough = gate();
  const stream = await rig.client.events(as, (event) => {
    events.push(event);
    if (events.length === count) {
      enough.open();
    }
  });
  return { events, enough: enough.passed, stream };
}

test('members hear of a message and of its edit, others do not', async () => {
  const inside = await hear(mette.aadObjectId, 2);
  const outside = await hear(outsider.aadObjectId, 1);
  const messageId = await rig.postCard(CHANNEL, card('en'));
  await rig.editCard(CHANNEL, messageId, card('to'));
  await inside.enough;
  const event = { kind: 'message', conversationId: CHANNEL, messageId };
  expect(inside.events).toEqual([event, event]);
  await rig.client.moveClock({ byMs: 1000 });
  await outside.enough;
  expect(outside.events).toMatchObject([{ kind: 'clock' }]);
  inside.stream.close();
  outside.stream.close();
});

test('a person’s own view is told to him alone', async () => {
  const messageId = await rig.postCard(CHANNEL, card('en'));
  const his = await hear(lars.aadObjectId, 1);
  const hers = await hear(mette.aadObjectId, 1);
  rig.bot.react = () => cardAnswer(card('min'));
  await rig.press(lars, CHANNEL, messageId);
  await his.enough;
  expect(his.events).toEqual([{ kind: 'message', conversationId: CHANNEL, messageId }]);
  await rig.client.moveClock({ byMs: 1000 });
  await hers.enough;
  expect(hers.events).toMatchObject([{ kind: 'clock' }]);
});

test('a message stands before the bot has answered it', async () => {
  const { events, enough } = await hear(lars.aadObjectId, 1);
  const answered = gate();
  rig.bot.react = async () => {
    await answered.passed;
    return { status: 200 };
  };
  const conversationId = await rig.chatOf(lars);
  const said = rig.client.say({ as: lars.aadObjectId, conversationId, text: 'hej', mentionBot: false });
  await enough;
  expect(events).toMatchObject([{ kind: 'message', conversationId }]);
  answered.open();
  await said;
});

test('a new directory is told as places; closing Teams ends the streams', async () => {
  const { events, enough, stream } = await hear(lars.aadObjectId, 1);
  await rig.client.putDirectory({ people: [lars], teams: [] });
  await enough;
  expect(events).toEqual([{ kind: 'places' }]);
  const closing = rig.teams.close();
  await stream.closed;
  await closing;
});

test('a stranger cannot listen', async () => {
  await expect(rig.client.events('00000000-0000-4000-8000-00000000dead', () => undefined)).rejects.toMatchObject({
    status: 404,
  });
});
