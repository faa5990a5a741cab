// What people do: they write, press, fill in dialogs and search; and what the bot is sent and what they see of it.

import { cardAnswer, messageAnswer } from './bot-server';
import { card, cardActivity, cardText, CHANNEL, GENERAL, gast, lars, mette, outsider, startRig, type Rig } from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ now: () => Date.UTC(2027, 3, 9, 10, 0, 0), patienceMs: 500 });
});
afterEach(() => rig.close());

const say = (conversationId: string, text: string, more: object = {}) =>
  rig.client.say({ as: lars.aadObjectId, conversationId, text, mentionBot: false, ...more });

const submit = (conversationId: string, messageId: string, data: unknown, inputs = {}) =>
  rig.client.act({
    as: lars.aadObjectId,
    conversationId,
    messageId,
    action: { type: 'Action.Submit', data },
    inputs,
  });

describe('writing', () => {
  test('in a personal chat everything reaches the bot, in the shape Teams has', async () => {
    const chat = await rig.chatOf(lars);
    const { id } = await say(chat, 'Hvad mangler jeg?');
    expect(rig.bot.received).toEqual([
      {
        type: 'message',
        id,
        channelId: 'msteams',
        serviceUrl: rig.teams.serviceUrl,
        timestamp: '2027-04-09T10:00:00.000Z',
        localTimestamp: '2027-04-09T12:00:00.000+02:00',
        localTimezone: 'Europe/Copenhagen',
        locale: 'da-DK',
        from: { id: lars.id, name: lars.name, aadObjectId: lars.aadObjectId },
        recipient: { id: rig.teams.botId, name: 'Trinvis' },
        conversation: { id: chat, conversationType: 'personal', tenantId: rig.teams.tenantId },
        channelData: { tenant: { id: rig.teams.tenantId } },
        text: 'Hvad mangler jeg?',
        textFormat: 'plain',
        attachments: [{ contentType: 'text/html', content: '<p>Hvad mangler jeg?</p>' }],
        entities: [
          { type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' },
        ],
      },
    ]);
    expect(rig.bot.headers[0]).toMatchObject({ 'x-trinvis-local': 'test-token' });
    expect(rig.bot.headers[0]).not.toHaveProperty('authorization');
  });

  test('in a channel only what mentions the bot reaches it, with the mention as Teams marks it', async () => {
    await say(CHANNEL, 'blot en bemærkning');
    expect(rig.bot.received).toEqual([]);
    const { id, text } = await say(CHANNEL, 'status & <b>', { mentionBot: true });
    expect(text).toBe('<at>Trinvis</at> status & <b>');
    const mentioned = { id: rig.teams.botId, name: 'Trinvis' };
    expect(rig.bot.received).toMatchObject([
      {
        text: '<at>Trinvis</at> status & <b>',
        attachments: [{ content: expect.stringContaining('Trinvis</span> status &amp; &lt;b&gt;</p>') as unknown }],
        entities: [{ type: 'mention', mentioned, text: '<at>Trinvis</at>' }, { type: 'clientInfo' }],
        conversation: { id: `${CHANNEL};messageid=${id}`, conversationType: 'channel', isGroup: true },
        channelData: { team: { id: GENERAL }, channel: { id: CHANNEL }, tenant: { id: rig.teams.tenantId } },
      },
    ]);
  });

  test('a reply in a thread carries the root in its conversation id', async () => {
    const root = await say(CHANNEL, 'rod');
    const reply = await say(CHANNEL, 'svar', { rootId: root.id, mentionBot: true });
    expect(reply.rootId).toBe(root.id);
    expect(rig.bot.received).toMatchObject([{ id: reply.id, conversation: { id: `${CHANNEL};messageid=${root.id}` } }]);
    await expect(say(CHANNEL, 'x', { rootId: reply.id })).rejects.toMatchObject({ code: 'BadArgument' });
  });

  test('only members see and write; unread counts what one has not seen', async () => {
    const as = outsider.aadObjectId;
    await expect(rig.client.messages(as, CHANNEL)).rejects.toMatchObject({ status: 403 });
    await expect(say(CHANNEL, 'hej', { as })).rejects.toMatchObject({ status: 403 });
    await say(CHANNEL, 'en');
    await say(CHANNEL, 'to');
    expect((await rig.client.places(mette.aadObjectId)).unread[CHANNEL]).toBe(2);
    expect((await rig.client.places(lars.aadObjectId)).unread[CHANNEL]).toBe(0);
    expect(await rig.client.messages(mette.aadObjectId, CHANNEL, 1)).toMatchObject([{ text: 'to' }]);
    expect((await rig.client.places(mette.aadObjectId)).unread[CHANNEL]).toBe(0);
  });

  test('the personal chat is first among the places', async () => {
    const { chats, teams, me } = await rig.client.places(lars.aadObjectId);
    expect(chats).toMatchObject([{ name: 'Trinvis', kind: 'personal' }]);
    expect([teams.map(({ id }) => id), me]).toEqual([[GENERAL], lars]);
  });
});

describe('pressing Action.Execute', () => {
  let post: string;
  beforeEach(async () => {
    post = await rig.postCard(CHANNEL, card('fælles'));
  });

  test('the bot gets verb, data with the inputs laid over it, and the trigger', async () => {
    rig.bot.react = () => cardAnswer(card('min'));
    await rig.press(lars, CHANNEL, post, 'stem', { valg: 'for', task: 'overskrevet' });
    expect(rig.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: post,
        from: { aadObjectId: lars.aadObjectId },
        conversation: { id: `${CHANNEL};messageid=${post}` },
        channelData: { source: { name: 'message' }, legacy: { replyToId: post } },
        value: {
          action: { type: 'Action.Execute', verb: 'stem', data: { task: 'overskrevet', valg: 'for' } },
          trigger: 'manual',
        },
      },
    ]);
    expect(rig.bot.received[0]?.id).toMatch(/^f:/);
  });

  test('a card that comes back is his own view, and the shared card stays for others', async () => {
    rig.bot.react = () => cardAnswer(card('min'));
    expect(await rig.press(lars, CHANNEL, post)).toMatchObject({ kind: 'card' });
    const mine = await rig.client.message(lars.aadObjectId, CHANNEL, post);
    const theirs = await rig.client.message(mette.aadObjectId, CHANNEL, post);
    expect([cardText(mine.cards[0]), mine.own]).toEqual(['min', true]);
    expect([cardText(theirs.cards[0]), theirs.own]).toEqual(['fælles', false]);
  });

  test('an edit by the bot drops every own view', async () => {
    rig.bot.react = () => cardAnswer(card('min'));
    await rig.press(lars, CHANNEL, post);
    await rig.editCard(CHANNEL, post, card('ny fælles'));
    const mine = await rig.client.message(lars.aadObjectId, CHANNEL, post);
    expect([cardText(mine.cards[0]), mine.own]).toEqual(['ny fælles', false]);
  });

  test('a message comes back as a short text', async () => {
    rig.bot.react = () => messageAnswer('Allerede svaret');
    expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'message', text: 'Allerede svaret' });
  });

  test('an error shows its text, also when botbuilder copies its status to HTTP', async () => {
    const value = { code: 'VotingClosed', message: 'Fristen er udløbet.' };
    const body = { statusCode: 400, type: 'application/vnd.microsoft.error', value };
    const expected = { kind: 'error', text: 'Fristen er udløbet.' };
    rig.bot.react = () => ({ status: 200, body });
    expect(await rig.press(lars, CHANNEL, post)).toEqual(expected);
    rig.bot.react = () => ({ status: 400, body });
    expect(await rig.press(lars, CHANNEL, post)).toEqual(expected);
  });

  test('a failing bot is out of reach, in the person’s language', async () => {
    rig.bot.react = () => ({ status: 500, body: { message: 'stack trace' } });
    expect(await rig.press(lars, CHANNEL, post)).toEqual({
      kind: 'unreachable',
      text: 'Appen kan ikke nås. Prøv igen.',
    });
    expect(await rig.press(gast, CHANNEL, post)).toEqual({
      kind: 'unreachable',
      text: 'Unable to reach app. Please try again.',
    });
  });

  test.each([
    ['nothing at all', { status: 200 }],
    ['a bare card', { status: 200, body: card('x') }],
    ['an unknown type', { status: 200, body: { statusCode: 200, type: 'text/plain', value: 'x' } }],
    ['a card without a version', cardAnswer({ type: 'AdaptiveCard', body: [] })],
  ])('an answer Teams does not understand (%s) shows an error and is noted', async (_, answer) => {
    rig.bot.react = () => answer;
    expect(await rig.press(lars, CHANNEL, post)).toEqual({ kind: 'error', text: 'Noget gik galt. Prøv igen.' });
    expect(await rig.client.violations()).toMatchObject([{ kind: 'InvokeAnswer', messageId: post }]);
  });

  test('a message that is gone, or in a place one is not, cannot be pressed', async () => {
    await expect(rig.press(lars, CHANNEL, '1')).rejects.toMatchObject({ status: 404 });
    await expect(rig.press(outsider, CHANNEL, post)).rejects.toMatchObject({ status: 403 });
  });
});

describe('pressing Action.Submit', () => {
  test('plain data becomes a message activity with value and replyToId', async () => {
    const chat = await rig.chatOf(lars);
    const post = await rig.postCard(chat, card('spørgsmål'));
    expect(await submit(chat, post, { verb: 'svar' }, { tekst: 'ja' })).toEqual({ kind: 'closed' });
    const [activity] = rig.bot.ofType('message');
    expect(activity).toMatchObject({
      value: { verb: 'svar', tekst: 'ja' },
      replyToId: post,
      conversation: { id: chat },
    });
    expect(activity).not.toHaveProperty('text');
  });

  test('a press the bot refuses by HTTP is out of reach', async () => {
    const chat = await rig.chatOf(lars);
    const post = await rig.postCard(chat, card('spørgsmål'));
    rig.bot.react = () => ({ status: 500 });
    expect(await submit(chat, post, {})).toMatchObject({ kind: 'unreachable' });
  });
});

const dialog = (title: string) => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: {
        title,
        height: 'medium',
        width: 400,
        card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card(title) },
      },
    },
  },
});

describe('dialogs', () => {
  test('task/fetch opens one, task/submit goes on to the next step and then closes it', async () => {
    const chat = await rig.chatOf(lars);
    const post = await rig.postCard(chat, card('indkaldelse'));
    rig.bot.react = (activity) => (activity['name'] === 'task/fetch' ? dialog('1/2') : dialog('2/2'));
    const opened = await submit(chat, post, { msteams: { type: 'task/fetch' }, form: 'indstil' }, { felt: 'a' });
    expect(opened).toEqual({
      kind: 'dialog',
      dialog: { title: '1/2', height: 'medium', width: 400, card: card('1/2') },
    });
    const step = {
      as: lars.aadObjectId,
      conversationId: chat,
      messageId: post,
      data: { step: 1 },
      inputs: { titel: 'T' },
    };
    expect(await rig.client.dialog(step)).toMatchObject({ kind: 'dialog', dialog: { title: '2/2' } });
    expect(rig.bot.received).toMatchObject([
      {
        name: 'task/fetch',
        replyToId: post,
        value: { data: { msteams: { type: 'task/fetch' }, form: 'indstil', felt: 'a' }, context: { theme: 'default' } },
      },
      { name: 'task/submit', value: { data: { step: 1, titel: 'T' }, context: { theme: 'default' } } },
    ]);

    rig.bot.react = () => ({ status: 200, body: { task: { type: 'message', value: 'Gemt' } } });
    expect(await rig.client.dialog(step)).toEqual({ kind: 'message', text: 'Gemt' });
    rig.bot.react = () => ({ status: 200 });
    expect(await rig.client.dialog(step)).toEqual({ kind: 'closed' });
    rig.bot.react = () => ({ status: 502 });
    expect(await rig.client.dialog(step)).toMatchObject({ kind: 'unreachable' });
  });
});

const search = async (dataset: string, query: string, conversationId = CHANNEL) => {
  const messageId = await rig.postCard(CHANNEL, card('søg'));
  return rig.client.search({ as: lars.aadObjectId, conversationId, messageId, dataset, query });
};

describe('searching', () => {
  test('people in the conversation are found here, outsiders only without that scope', async () => {
    const dataset = 'graph.microsoft.com/users';
    expect(await search(`${dataset}?scope=currentContext`, 'ær')).toEqual({
      results: [{ title: mette.name, value: mette.aadObjectId }],
    });
    expect((await search(`${dataset}?scope=currentContext`, 'udenfor')).results).toEqual([]);
    expect((await search(dataset, 'udenfor')).results).toHaveLength(1);
    expect(rig.bot.invokes('application/search')).toEqual([]);
  });

  test('an own dataset is asked of the bot', async () => {
    const results = [{ title: 'Nethinde', value: 'n1' }];
    const type = 'application/vnd.microsoft.search.searchResponse';
    rig.bot.react = () => ({ status: 200, body: { statusCode: 200, type, value: { results } } });
    expect(await search('sygdomme', 'neth')).toEqual({ results });
    expect(rig.bot.invokes('application/search')).toMatchObject([
      { value: { queryText: 'neth', dataset: 'sygdomme', queryOptions: { skip: 0, top: 15 } } },
    ]);
  });
});

test('a first activity of a new thread may be a card with data that is pressed at once', async () => {
  const { body } = await rig.connector('POST', '/conversations', {
    channelData: { channel: { id: CHANNEL } },
    activity: cardActivity(card('trin 1')),
  });
  rig.bot.react = () => messageAnswer('ok');
  expect(await rig.press(gast, CHANNEL, String(body['activityId']))).toEqual({ kind: 'message', text: 'ok' });
});
