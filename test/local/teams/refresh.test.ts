// Automatic refresh as in Teams: after every edit with the old card's data, on showing after a minute, and loops told.

import { cardAnswer, messageAnswer, type Received } from './bot-server';
import { card, cardText, CHANNEL, gast, gate, lars, mette, outsider, refreshingCard, startRig, type Rig } from './rig';

let rig: Rig;
const ALL = { rate: 0, seed: 1, kinds: [], refreshViewers: 'all' } as const;

beforeEach(async () => {
  rig = await startRig();
  rig.bot.react = (activity) => cardAnswer(refreshingCard(`svar til ${senderOf(activity)}`, null));
});
afterEach(() => rig.close());

function senderOf(activity: Received): string {
  return (activity['from'] as { name: string }).name;
}

const askedFor = () => rig.bot.invokes('adaptiveCard/action').map(senderOf).sort();
const show = (who: { aadObjectId: string }, messageId: string) =>
  rig.client.refresh({ as: who.aadObjectId, conversationId: CHANNEL, messageId });

describe('after an edit', () => {
  test('each viewer the card names is asked, with trigger automatic and the OLD card’s data', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('gammel', [lars.id, mette.id], { v: 'gammel' }));
    await rig.editCard(CHANNEL, post, refreshingCard('ny', [lars.id, mette.id], { v: 'ny' }));
    await rig.client.settle();
    expect(askedFor()).toEqual([lars.name, mette.name]);
    expect(rig.bot.received).toMatchObject([
      { value: { trigger: 'automatic', action: { verb: 'opdater', data: { v: 'gammel' } } } },
      { value: { trigger: 'automatic', action: { verb: 'opdater', data: { v: 'gammel' } } } },
    ]);
    const shown = await rig.client.message(lars.aadObjectId, CHANNEL, post);
    expect([cardText(shown.cards[0]), shown.own]).toEqual([`svar til ${lars.name}`, true]);
    expect((await rig.client.message(gast.aadObjectId, CHANNEL, post)).own).toBe(false);
  });

  test('a viewer with an own view is asked with that view’s data', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('fælles', [lars.id], { v: 'fælles' }));
    rig.bot.react = () => cardAnswer(refreshingCard('egen', [lars.id], { v: 'egen' }));
    await rig.press(lars, CHANNEL, post);
    await rig.editCard(CHANNEL, post, refreshingCard('ny', [lars.id], { v: 'ny' }));
    await rig.client.settle();
    expect(rig.bot.received.at(-1)).toMatchObject({ value: { action: { data: { v: 'egen' } } } });
  });

  test('without userIds everyone is asked while they are at most 60', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('en', null));
    await rig.editCard(CHANNEL, post, refreshingCard('to', null));
    await rig.client.settle();
    expect(askedFor()).toEqual([gast.name, lars.name, mette.name]);
  });

  test('with an empty list nobody is asked', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('en', []));
    await rig.editCard(CHANNEL, post, refreshingCard('to', []));
    await rig.client.settle();
    await show(lars, post);
    expect(askedFor()).toEqual([]);
  });

  test('only screens that show it are asked: who has the conversation open, and who acted', async () => {
    const post = await rig.postCard(CHANNEL, refreshingCard('en', null));
    await rig.press(gast, CHANNEL, post);
    const stream = await rig.client.events(mette.aadObjectId, () => undefined);
    await rig.client.messages(mette.aadObjectId, CHANNEL);
    rig.bot.received.length = 0;
    await rig.editCard(CHANNEL, post, refreshingCard('to', null));
    await rig.client.settle();
    expect(askedFor()).toEqual([gast.name, mette.name]);

    await rig.client.messages(mette.aadObjectId, await rig.chatOf(mette));
    rig.bot.received.length = 0;
    await rig.editCard(CHANNEL, post, refreshingCard('tre', null));
    await rig.client.settle();
    expect(askedFor()).toEqual([gast.name]);
    stream.close();
  });

  test('an answer to an older card does not cover a newer one', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('en', [lars.id]));
    const asked = gate();
    const released = gate();
    rig.bot.react = async () => {
      asked.open();
      await released.passed;
      return cardAnswer(card(`svar ${rig.bot.received.length}`));
    };
    await rig.editCard(CHANNEL, post, refreshingCard('to', [lars.id]));
    await asked.passed;
    await rig.editCard(CHANNEL, post, refreshingCard('tre', [lars.id]));
    released.open();
    await rig.client.settle();
    expect(rig.bot.received).toHaveLength(2);
    expect(cardText((await rig.client.message(lars.aadObjectId, CHANNEL, post)).cards[0])).toBe('svar 2');
    expect(await rig.client.counters()).toMatchObject({ automaticRefreshes: 2, editsDuringRefresh: 1 });
  });
});

describe('when the card is shown', () => {
  test('the bot is asked once, and again when the answer is over a minute old in sandbox time', async () => {
    const post = await rig.postCard(CHANNEL, refreshingCard('en', null));
    expect(cardText((await show(lars, post)).cards[0])).toBe(`svar til ${lars.name}`);
    await show(lars, post);
    expect(askedFor()).toHaveLength(1);
    await rig.client.moveClock({ byMs: 61_000 });
    await show(lars, post);
    expect(askedFor()).toHaveLength(2);
  });

  test('who is not named is not asked, and who is not there is refused', async () => {
    const post = await rig.postCard(CHANNEL, refreshingCard('en', [mette.id]));
    expect((await show(lars, post)).own).toBe(false);
    expect(askedFor()).toEqual([]);
    await expect(show(outsider, post)).rejects.toMatchObject({ status: 403 });
  });

  test('an automatic refresh answered by anything but a card changes nothing and is noted', async () => {
    const post = await rig.postCard(CHANNEL, refreshingCard('en', null));
    rig.bot.react = () => messageAnswer('hov');
    expect((await show(lars, post)).own).toBe(false);
    expect(await rig.client.violations()).toMatchObject([{ kind: 'AutomaticAnswerNotCard', messageId: post }]);
  });
});

describe('loops', () => {
  test('a bot that edits on every automatic refresh is caught and the loop is stopped', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('0', [lars.id]));
    let edits = 0;
    rig.bot.react = async () => {
      edits += 1;
      await rig.editCard(CHANNEL, post, refreshingCard(`${edits}`, [lars.id]));
      return cardAnswer(card('svar'));
    };
    await rig.editCard(CHANNEL, post, refreshingCard('start', [lars.id]));
    await rig.client.settle();
    expect(await rig.client.violations()).toMatchObject([{ kind: 'RefreshLoop', messageId: post }]);
    expect(edits).toBeLessThan(6);
  });

  test('edits that each follow a person’s act are no loop', async () => {
    await rig.client.putFaults(ALL);
    const post = await rig.postCard(CHANNEL, refreshingCard('0', null));
    rig.bot.react = async (activity) => {
      const { trigger } = activity['value'] as { trigger: string };
      if (trigger === 'manual') {
        await rig.editCard(CHANNEL, post, refreshingCard(`${rig.bot.received.length}`, null));
      }
      return cardAnswer(refreshingCard('svar', null));
    };
    for (const who of [lars, mette, gast, lars, mette, gast]) {
      await rig.press(who, CHANNEL, post);
    }
    await rig.client.settle();
    expect(await rig.client.violations()).toEqual([]);
    expect((await rig.client.counters()).updated).toBe(6);
  });
});
