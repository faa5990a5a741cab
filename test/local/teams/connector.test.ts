// The Bot Connector's paths as a bot uses them: conversations, messages, threads, members, and what Teams refuses.

import {
  card,
  cardActivity,
  cardText,
  CHANNEL,
  closeRigs,
  directory,
  GENERAL,
  gast,
  lars,
  mette,
  outsider,
  startRig,
  textActivity,
  type Rig,
} from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(closeRigs);

const ofChannel = (activity: unknown, channel = CHANNEL) => ({
  isGroup: true,
  channelData: { channel: { id: channel } },
  activity,
});
const withOne = (id: string, tenantId: string) => ({
  isGroup: false,
  members: [{ id }],
  channelData: { tenant: { id: tenantId } },
});
const activities = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}/activities`;

const teamsIds = (count: number) => Array.from({ length: count }, (_, n) => `29:${n}`);
const mention = (text: string, id: string) => ({ type: 'mention', text, mentioned: { id, name: 'Lars' } });

const refreshing = (count: number) =>
  cardActivity(card('x', { refresh: { action: { type: 'Action.Execute', verb: 'v' }, userIds: teamsIds(count) } }));

describe('opening conversations', () => {
  test('a chat with one person is the same by Entra id and by 29: id', async () => {
    const byAad = await rig.connector('POST', '/conversations', withOne(lars.aadObjectId, rig.teams.tenantId));
    const byTeamsId = await rig.connector('POST', '/conversations', withOne(lars.id, rig.teams.tenantId));
    expect(byAad.status).toBe(201);
    expect(byAad.body['id']).toBe(byTeamsId.body['id']);
    expect(byAad.body['id']).toBe(await rig.chatOf(lars));
  });

  test.each(['lars@eksempel.dk', '29:ukendt'])('a chat with %s is refused', async (id) => {
    const { status, body } = await rig.connector('POST', '/conversations', withOne(id, rig.teams.tenantId));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'BadSyntax' } });
  });

  test('a chat in another tenant, or without one, is refused', async () => {
    const foreign = await rig.connector('POST', '/conversations', withOne(lars.id, 'another'));
    const none = await rig.connector('POST', '/conversations', { isGroup: false, members: [{ id: lars.id }] });
    expect([foreign.status, none.status]).toEqual([400, 400]);
  });

  test('a thread in a channel comes back with its root in the conversation id', async () => {
    const { status, body } = await rig.connector('POST', '/conversations', ofChannel(textActivity('Trin 1')));
    expect(status).toBe(201);
    expect(body['id']).toBe(`${CHANNEL};messageid=${String(body['activityId'])}`);
  });

  test('a thread without a first activity is refused', async () => {
    expect(await rig.connector('POST', '/conversations', ofChannel(undefined))).toMatchObject({ status: 400 });
  });

  test('a group chat is made and the bot is told that it is in it', async () => {
    const members = [{ id: mette.id }, { id: lars.id }];
    const { body } = await rig.connector('POST', '/conversations', {
      isGroup: true,
      members,
      topicName: 'Formandskab',
      tenantId: rig.teams.tenantId,
      activity: textActivity('Velkommen'),
    });
    await rig.client.settle();
    const [update] = rig.bot.ofType('conversationUpdate');
    expect(update).toMatchObject({ conversation: { id: body['id'], conversationType: 'groupChat', isGroup: true } });
    const { chats } = await rig.client.places(lars.aadObjectId);
    expect(chats[1]).toEqual({ conversationId: body['id'], name: 'Formandskab', kind: 'group' });
  });
});

describe('messages', () => {
  test('ids are numbers as text, each above the one before', async () => {
    const posts = Array.from({ length: 60 }, (_, n) =>
      rig.connector('POST', activities(CHANNEL), textActivity(`${n}`)),
    );
    const ids = (await Promise.all(posts)).map(({ body }) => String(body['id']));
    expect(ids.every((id) => /^\d{13,}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(60);
    const inOrder = (await rig.client.messages(mette.aadObjectId, CHANNEL)).map(({ id }) => Number(id));
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });

  test('a reply goes to the thread its conversation id names, never where replyToId points', async () => {
    const { body } = await rig.connector('POST', '/conversations', ofChannel(textActivity('rod')));
    const root = String(body['activityId']);
    await rig.connector('POST', activities(`${CHANNEL};messageid=${root}`), textActivity('i tråden'));
    await rig.connector('POST', `${activities(CHANNEL)}/${root}`, {
      ...(textActivity('ny rod') as object),
      replyToId: root,
    });
    const shown = await rig.client.messages(mette.aadObjectId, CHANNEL);
    expect(shown.map(({ text, rootId }) => [text, rootId])).toEqual([
      ['rod', null],
      ['i tråden', root],
      ['ny rod', null],
    ]);
  });

  test('a thread whose root is gone is refused', async () => {
    const { body } = await rig.connector('POST', '/conversations', ofChannel(textActivity('rod')));
    const root = String(body['activityId']);
    await rig.client.lose({ conversationId: CHANNEL, messageId: root });
    const reply = await rig.connector('POST', activities(`${CHANNEL};messageid=${root}`), textActivity('svar'));
    expect(reply).toMatchObject({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
  });

  test('an edit replaces what all see, a delete leaves an empty place', async () => {
    const id = await rig.postCard(CHANNEL, card('først'));
    expect(await rig.editCard(CHANNEL, id, card('siden'))).toMatchObject({ status: 200, body: { id } });
    const edited = await rig.client.message(mette.aadObjectId, CHANNEL, id);
    expect([cardText(edited.cards[0]), edited.editedAt === null]).toEqual(['siden', false]);

    expect(await rig.connector('DELETE', `${activities(CHANNEL)}/${id}`)).toMatchObject({ status: 200 });
    expect(await rig.client.message(mette.aadObjectId, CHANNEL, id)).toMatchObject({ deleted: true, cards: [] });
    expect(await rig.editCard(CHANNEL, id, card('igen'))).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  test('an unknown conversation is refused by its own code', async () => {
    const { status, body } = await rig.connector('POST', activities('19:ukendt@thread.tacv2'), textActivity('hej'));
    expect([status, body]).toEqual([
      404,
      { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } },
    ]);
  });

  test('the bot cannot edit what a person wrote', async () => {
    const chat = await rig.chatOf(lars);
    const { id } = await rig.client.say({ as: lars.aadObjectId, conversationId: chat, text: 'hej', mentionBot: false });
    expect(await rig.editCard(chat, id, card('nej'))).toMatchObject({ status: 403 });
  });

  test('above 100 KB of UTF-16 a message is refused with 413', async () => {
    const long = 'æ'.repeat(52_000);
    const { status, body } = await rig.connector('POST', activities(CHANNEL), textActivity(long));
    expect([status, body['error']]).toEqual([413, { code: 'MessageSizeTooBig', message: 'Message size too large.' }]);
    expect(await rig.client.violations()).toMatchObject([{ kind: 'MessageSizeTooBig' }]);
  });

  test('text and card in one activity become two messages and no id comes back', async () => {
    const both = { ...(cardActivity(card('kort')) as object), text: 'tekst' };
    const { status, body } = await rig.connector('POST', activities(CHANNEL), both);
    expect([status, body]).toEqual([201, {}]);
    const shown = await rig.client.messages(mette.aadObjectId, CHANNEL);
    expect(shown.map(({ text, cards }) => [text, cards.length])).toEqual([
      ['tekst', 0],
      ['', 1],
    ]);
    expect(await rig.client.violations()).toMatchObject([{ kind: 'TextAndCard', conversationId: CHANNEL }]);
  });

  test('the same content posted again shortly after is counted as a duplicate', async () => {
    await rig.postCard(CHANNEL, card('en'));
    await rig.postCard(CHANNEL, card('to'));
    await rig.postCard(CHANNEL, card('en'));
    expect(await rig.client.counters()).toMatchObject({ posted: 3, duplicates: 1 });
    await rig.client.moveClock({ byMs: 3_600_000 });
    await rig.postCard(CHANNEL, card('en'));
    expect(await rig.client.counters()).toMatchObject({ posted: 4, duplicates: 1 });
  });

  test('typing is taken and leaves nothing', async () => {
    expect(await rig.connector('POST', activities(CHANNEL), { type: 'typing' })).toMatchObject({ status: 201 });
    expect(await rig.client.messages(mette.aadObjectId, CHANNEL)).toEqual([]);
  });
});

describe('cards that Teams does not show', () => {
  const versionless = { type: 'AdaptiveCard', body: [] };
  test.each([
    ['no version', versionless],
    ['version 1.6', { ...versionless, version: '1.6' }],
    ['no AdaptiveCard', { version: '1.5' }],
  ])('%s: people see a sentence, and the log says why', async (_, content) => {
    const id = await rig.postCard(CHANNEL, content);
    const danish = await rig.client.message(mette.aadObjectId, CHANNEL, id);
    const english = await rig.client.message(gast.aadObjectId, CHANNEL, id);
    expect([danish.text, danish.cards]).toEqual(['Kortet kunne ikke vises.', []]);
    expect(english.text).toBe('The card could not be shown.');
    expect(await rig.client.violations()).toMatchObject([{ kind: 'CardNotShown', messageId: id }]);
    const failures = (await rig.client.traffic()).filter(({ method }) => method === 'FAILURE');
    expect(failures).toMatchObject([{ direction: 'from-bot', body: { kind: 'CardNotShown', messageId: id } }]);
  });

  test('refresh takes 60 user ids, and 61 are refused', async () => {
    expect(await rig.connector('POST', activities(CHANNEL), refreshing(60))).toMatchObject({ status: 201 });
    expect(await rig.connector('POST', activities(CHANNEL), refreshing(61))).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
    expect(await rig.client.violations()).toEqual([]);
  });

  test('a refresh by Entra id is noted, for Teams ignores it', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'v' }, userIds: [lars.aadObjectId] };
    await rig.postCard(CHANNEL, card('x', { refresh }));
    expect(await rig.client.violations()).toMatchObject([{ kind: 'RefreshUserId' }]);
  });

  test('a mention that does not match its text to the byte is noted, one that does is kept', async () => {
    const say = (text: string, entity: unknown) =>
      rig.connector('POST', activities(CHANNEL), { type: 'message', text, entities: [entity] });
    await say('<at>Lars</at> svar', mention('<at>Lars</at>', lars.aadObjectId));
    expect(await rig.client.violations()).toEqual([]);
    await say('<at>lars</at> svar', mention('<at>Lars</at>', lars.id));
    await say('<at>Lars</at> svar', mention('<at>Lars</at>', '29:nobody'));
    const entities = [mention('<at>Lars</at>', lars.id)];
    await rig.postCard(CHANNEL, card('<at>Lars</at> mangler', { msteams: { entities } }));
    await rig.postCard(CHANNEL, card('ingen', { msteams: { entities } }));
    expect((await rig.client.violations()).map(({ kind }) => kind)).toEqual(['Mention', 'Mention', 'Mention']);
    const [kept] = await rig.client.messages(mette.aadObjectId, CHANNEL);
    expect(kept?.mentions).toEqual([{ id: lars.aadObjectId, name: 'Lars' }]);
  });
});

describe('who is there', () => {
  test('members of a channel are those of its team, with their Entra ids and roles', async () => {
    const { body } = await rig.connector('GET', `/conversations/${encodeURIComponent(CHANNEL)}/members`);
    expect(body).toHaveLength(3);
    expect(body).toContainEqual({
      id: mette.id,
      objectId: mette.aadObjectId,
      aadObjectId: mette.aadObjectId,
      name: 'Mette Ærø Holm',
      givenName: 'Mette',
      surname: 'Ærø Holm',
      email: 'mette.aeroe.holm.0000@sandbox.invalid',
      userPrincipalName: 'mette.aeroe.holm.0000@sandbox.invalid',
      tenantId: rig.teams.tenantId,
      userRole: 'user',
    });
    expect(body).toContainEqual(expect.objectContaining({ id: gast.id, userRole: 'guest' }));
  });

  test('one member is found by 29: id and by Entra id, also in a thread; a stranger is not', async () => {
    const thread = encodeURIComponent(`${CHANNEL};messageid=1`);
    const byAad = await rig.connector('GET', `/conversations/${thread}/members/${lars.aadObjectId}`);
    const byId = await rig.connector('GET', `/conversations/${thread}/members/${encodeURIComponent(lars.id)}`);
    expect(byAad.body).toEqual(byId.body);
    const stranger = await rig.connector('GET', `/conversations/${thread}/members/${outsider.aadObjectId}`);
    expect(stranger).toMatchObject({ status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } });
  });

  test('paged members come in pages of at least 50', async () => {
    const many = Array.from({ length: 120 }, (_, n) => ({
      ...mette,
      id: `29:m${n}`,
      aadObjectId: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    }));
    const big = { id: '19:big@thread.tacv2', name: 'Stort', members: many.map(({ aadObjectId }) => aadObjectId) };
    const channels = [{ id: '19:big@thread.tacv2', name: 'Generelt' }];
    rig.teams.setBots([]);
    await rig.client.putDirectory({ people: many, teams: [{ ...big, channels }] });
    const sizes: number[] = [];
    let token = '';
    for (let isLast = false; !isLast;) {
      const query: string = token === '' ? 'pageSize=1' : `pageSize=1&continuationToken=${token}`;
      const { body } = await rig.connector('GET', `/conversations/${encodeURIComponent(big.id)}/pagedmembers?${query}`);
      sizes.push((body['members'] as unknown[]).length);
      isLast = typeof body['continuationToken'] !== 'string';
      token = isLast ? '' : String(body['continuationToken']);
    }
    expect(sizes).toEqual([50, 50, 20]);
  });

  test('a team tells its name, its Entra group and its channels, the general one without a name', async () => {
    const team = await rig.connector('GET', `/teams/${encodeURIComponent(GENERAL)}`);
    expect(team.body).toMatchObject({ id: GENERAL, name: 'Region Midtjylland', memberCount: 3, channelCount: 2 });
    expect(team.body['aadGroupId']).toMatch(/^[0-9a-f-]{36}$/);
    const channels = await rig.connector('GET', `/teams/${encodeURIComponent(GENERAL)}/conversations`);
    expect(channels.body).toEqual({
      conversations: [
        { id: GENERAL, type: 'standard' },
        { id: CHANNEL, name: 'Indstillinger', type: 'standard' },
      ],
    });
    expect(await rig.connector('GET', '/teams/unknown')).toMatchObject({ status: 404 });
  });
});

describe('a person without the app', () => {
  test('removing it closes his chat to the bot, installing it opens it again', async () => {
    const as = lars.aadObjectId;
    const chat = await rig.chatOf(lars);
    await rig.client.install({ as, action: 'remove' });
    expect(rig.bot.ofType('installationUpdate')).toMatchObject([{ action: 'remove', from: { aadObjectId: as } }]);
    expect(await rig.connector('POST', activities(chat), textActivity('hej'))).toMatchObject({
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    });
    expect(await rig.connector('POST', '/conversations', withOne(as, rig.teams.tenantId))).toMatchObject({
      status: 403,
      body: { error: { code: 'ForbiddenOperationException' } },
    });

    await rig.client.install({ as, action: 'add' });
    expect(rig.bot.ofType('installationUpdate')[1]).toMatchObject({ action: 'add' });
    expect(await rig.connector('POST', activities(chat), textActivity('hej'))).toMatchObject({ status: 201 });
  });
});

describe('the directory', () => {
  test('new people and teams are told to the bot once, with the bot as the member added', async () => {
    const told = await startRig();
    const bot = { id: told.teams.botId };
    const fresh = { ...mette, id: '29:ny', aadObjectId: '00000000-0000-4000-8000-00000000ffff', name: 'Ny' };
    await told.client.putDirectory({ people: [mette, fresh], teams: [] });
    expect(told.bot.ofType('conversationUpdate')).toMatchObject([{ membersAdded: [bot], from: { name: 'Ny' } }]);
    expect(told.bot.ofType('installationUpdate')).toMatchObject([
      { action: 'add', conversation: { conversationType: 'personal' } },
    ]);
    await told.close();
  });

  test('people who come and go, and channels, are told by their events', async () => {
    const [team] = directory.teams;
    const members = [mette.aadObjectId, outsider.aadObjectId];
    const channels = [
      { id: GENERAL, name: 'Generelt' },
      { id: '19:ny@thread.tacv2', name: 'Ny kanal' },
    ];
    await rig.client.putDirectory({ people: [], teams: [{ id: GENERAL, name: team?.name ?? '', members, channels }] });
    const events = rig.bot.ofType('conversationUpdate').map((activity) => {
      const { eventType, channel } = activity['channelData'] as { eventType: string; channel: { id: string } };
      return [eventType, channel.id, activity['membersAdded'], activity['membersRemoved']];
    });
    expect(events).toHaveLength(4);
    expect(events).toContainEqual([
      'teamMemberAdded',
      GENERAL,
      [{ id: outsider.id, aadObjectId: outsider.aadObjectId }],
      undefined,
    ]);
    expect(events).toContainEqual([
      'teamMemberRemoved',
      GENERAL,
      undefined,
      [lars, gast].map(({ id, aadObjectId }) => ({ id, aadObjectId })),
    ]);
    expect(events).toContainEqual(['channelCreated', '19:ny@thread.tacv2', undefined, undefined]);
    expect(events).toContainEqual(['channelDeleted', CHANNEL, undefined, undefined]);
    expect(await rig.connector('POST', activities(CHANNEL), textActivity('x'))).toMatchObject({ status: 404 });
  });

  test('a team with a member nobody knows is refused, and nothing is changed', async () => {
    const teams = [{ id: 't', name: 'T', members: ['00000000-0000-4000-8000-00000000dead'], channels: [] }];
    await expect(rig.client.putDirectory({ people: [], teams })).rejects.toMatchObject({
      code: 'BadArgument',
      status: 400,
    });
    expect((await rig.client.directory()).teams).toHaveLength(1);
  });
});
