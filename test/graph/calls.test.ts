// Every call to Graph on the wire: path, method, body, and what is read of documented answers.
import type { LoopbackGraph } from './loopback';
import { manifestId, startLoopbackGraph } from './loopback';

let loopback: LoopbackGraph;

beforeAll(async () => {
  loopback = await startLoopbackGraph();
});
beforeEach(() => {
  loopback.asked.length = 0;
  loopback.paused.length = 0;
});
afterEach(() => {
  if (loopback.left() > 0) throw new Error('not every answer that was laid ready was asked for');
});
afterAll(async () => loopback.close());

const teamId = 'fbe2bf47-16c8-47cf-b4a5-4b9b187c508b';
const channelId = '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2';
const place = { teamId, channelId };
const inPath = encodeURIComponent(channelId);
const anna = '8b081ef6-4792-4def-b2c9-c363a1bf41d5';
const bo = '82fe7758-5bb3-4f0d-a43f-e555fd399c6f';
const lines = () => loopback.asked.map(({ line }) => line);

describe('people', () => {
  it('a person is read by id, with the least that is needed', async () => {
    loopback.lay({
      body: {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
        id: anna,
        displayName: 'Anna Eksempel',
        mail: 'anna@example.dk',
      },
    });
    expect(await loopback.graph.person(anna)).toEqual({
      aadObjectId: anna,
      name: 'Anna Eksempel',
      email: 'anna@example.dk',
    });
    expect(lines()).toEqual([`GET /v1.0/users/${anna}?$select=id,displayName,mail`]);
    expect(loopback.asked[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('one who is not there is nobody, and no fault', async () => {
    loopback.lay({ status: 404, body: { error: { code: 'Request_ResourceNotFound', message: 'x' } } });
    expect(await loopback.graph.person(anna)).toBeNull();
  });

  it('the members of a group come from all pages, people alone', async () => {
    const next = `${loopback.url}/v1.0/groups/g1/transitiveMembers?$select=id,displayName&$top=999&$skiptoken=x`;
    loopback.lay(
      {
        body: {
          '@odata.nextLink': next,
          value: [
            { '@odata.type': '#microsoft.graph.user', id: anna, displayName: 'Anna' },
            { '@odata.type': '#microsoft.graph.group', id: 'g2', displayName: 'A group in it' },
          ],
        },
      },
      { body: { value: [{ '@odata.type': '#microsoft.graph.user', id: bo, displayName: null }] } },
    );
    expect(await loopback.graph.groupMembers('g1')).toEqual([
      { aadObjectId: anna, name: 'Anna' },
      { aadObjectId: bo, name: '' },
    ]);
    expect(lines()).toEqual([
      'GET /v1.0/groups/g1/transitiveMembers?$select=id,displayName&$top=999',
      'GET /v1.0/groups/g1/transitiveMembers?$select=id,displayName&$top=999&$skiptoken=x',
    ]);
  });
});

describe('teams and channels', () => {
  const member = {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: 'MCMjMCMjZGNkMjE5ZGQtYmM2OC00YjliLWJmMGItNGEzM2E3OTZiZTM1',
    roles: ['owner'],
    displayName: 'Anna',
    userId: anna,
    email: 'anna@example.dk',
    tenantId: 'dcd219dd-bc68-4b9b-bf0b-4a33a796be35',
  };
  const read = {
    aadObjectId: anna,
    name: 'Anna',
    tenantId: 'dcd219dd-bc68-4b9b-bf0b-4a33a796be35',
    isOwner: true,
    membershipId: member.id,
  };

  it('members of a team and of a channel are read', async () => {
    loopback.lay({ body: { value: [member] } }, { body: { value: [{ id: 'x', roles: [], displayName: null }] } });
    expect(await loopback.graph.teamMembers(teamId)).toEqual([read]);
    expect(await loopback.graph.channelMembers(place)).toEqual([
      { aadObjectId: '', name: '', tenantId: null, isOwner: false, membershipId: 'x' },
    ]);
    expect(lines()).toEqual([
      `GET /v1.0/teams/${teamId}/members?$top=999`,
      `GET /v1.0/teams/${teamId}/channels/${inPath}/members?$top=999`,
    ]);
  });

  const standing = {
    id: channelId,
    displayName: 'Netværk Sjældne',
    membershipType: 'private',
    webUrl: 'https://t/x',
    createdDateTime: '2027-01-13T09:00:05Z',
  };
  const since = '2027-01-13T09:00:00.000Z';
  const wanted = { teamId, known: null, since, name: 'Netværk:', of: 'Sjældne', description: 'd', owners: [anna] };

  it('a private channel is made with its owner, under a name that Teams takes', async () => {
    loopback.lay({ body: { value: [{ id: 'g', displayName: 'General' }] } }, { status: 201, body: standing });
    expect(await loopback.graph.privateChannel(wanted)).toEqual({
      id: channelId,
      name: 'Netværk Sjældne',
      kind: 'private',
      webUrl: 'https://t/x',
      createdAt: '2027-01-13T09:00:05Z',
    });
    expect(lines()).toEqual([
      `GET /v1.0/teams/${teamId}/channels?$select=id,displayName,membershipType,createdDateTime,webUrl`,
      `POST /v1.0/teams/${teamId}/channels`,
    ]);
    expect(loopback.asked[1]?.body).toEqual({
      '@odata.type': '#Microsoft.Graph.channel',
      displayName: 'Netværk Sjældne',
      description: 'd',
      membershipType: 'private',
      members: [
        {
          '@odata.type': '#microsoft.graph.aadUserConversationMember',
          'user@odata.bind': `${loopback.url}/v1.0/users('${anna}')`,
          roles: ['owner'],
        },
      ],
    });
  });

  it('a channel that stands is taken, and one whose answer was lost is found', async () => {
    loopback.lay({ body: { value: [standing] } });
    expect((await loopback.graph.privateChannel({ ...wanted, known: channelId, name: 'Andet' })).id).toBe(channelId);
    loopback.lay({ body: { value: [] } }, { status: 502, body: 'bad gateway' }, { body: { value: [standing] } });
    expect((await loopback.graph.privateChannel(wanted)).id).toBe(channelId);
    expect(lines().filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  it('an older channel of that name, or one that everybody is in, is not taken for it', async () => {
    const others = [
      { ...standing, id: 'old', createdDateTime: '2026-01-13T09:00:05Z' },
      { ...standing, id: 'standard', membershipType: 'standard' },
      { ...standing, id: 'undated', createdDateTime: null },
    ];
    const taken = { status: 409, body: { error: { code: 'NameAlreadyExists', message: '' } } };
    loopback.lay({ body: { value: others } }, taken, { body: { value: others } });
    await expect(loopback.graph.privateChannel(wanted)).rejects.toMatchObject({ kind: 'exists' });
  });

  it('a long name keeps what tells it from the same one of another round', async () => {
    loopback.lay({ body: { value: [] } }, { status: 201, body: standing });
    await loopback.graph.privateChannel({ ...wanted, name: 'Sjældne sygdomme hos voksne og børn i hele landet' });
    expect(loopback.asked[1]?.body).toMatchObject({
      displayName: 'Sjældne sygdomme hos voksne og børn i hele Sjældne',
    });
  });

  it('a member is added to a channel, once or twice', async () => {
    loopback.lay({ status: 201, body: member }, { status: 409, body: { error: { code: 'Conflict', message: 'x' } } });
    await loopback.graph.addChannelMember(place, bo);
    await loopback.graph.addChannelMember(place, bo);
    expect(lines()[0]).toBe(`POST /v1.0/teams/${teamId}/channels/${inPath}/members`);
    expect(loopback.asked[0]?.body).toMatchObject({ roles: [], 'user@odata.bind': expect.stringContaining(bo) });
  });
});

describe('chats', () => {
  it('a group chat holds the people named and our app', async () => {
    loopback.lay(
      { status: 201, body: { id: '19:chat@thread.v2', topic: 'Udvalget', webUrl: 'https://t/chat' } },
      { body: { value: [{ id: 'catalogue-id', externalId: manifestId }] } },
      { status: 201, body: {} },
    );
    expect(await loopback.graph.groupChat('Udvalget: nr. 14', [anna, bo])).toEqual({
      id: '19:chat@thread.v2',
      webUrl: 'https://t/chat',
    });
    expect(lines()).toEqual([
      'POST /v1.0/chats',
      `GET /v1.0/appCatalogs/teamsApps?$filter=externalId%20eq%20%27${manifestId}%27`,
      `POST /v1.0/chats/${encodeURIComponent('19:chat@thread.v2')}/installedApps`,
    ]);
    expect(loopback.asked[0]?.body).toMatchObject({
      chatType: 'group',
      topic: 'Udvalget  nr. 14',
      members: [{ roles: ['owner'] }, { roles: ['owner'] }],
    });
    expect(loopback.asked[2]?.body).toEqual({
      'teamsApp@odata.bind': `${loopback.url}/v1.0/appCatalogs/teamsApps/catalogue-id`,
    });
  });

  it('who has become recused is taken out, nobody else', async () => {
    loopback.lay(
      {
        body: {
          value: [
            { id: 'm1', roles: ['owner'], userId: anna },
            { id: 'm2', roles: ['owner'], userId: bo },
          ],
        },
      },
      { status: 204 },
    );
    expect(await loopback.graph.keepChatTo('19:chat@thread.v2', [anna])).toEqual([bo]);
    expect(lines()[1]).toBe(`DELETE /v1.0/chats/${encodeURIComponent('19:chat@thread.v2')}/members/m2`);
  });
});

describe('files', () => {
  it('minutes go into the channel’s own folder, byte by byte', async () => {
    loopback.lay(
      {
        body: {
          id: '01FOLDER',
          name: 'General',
          parentReference: { driveId: 'b!drive', driveType: 'documentLibrary' },
        },
      },
      { status: 201, body: { id: '01FILE', name: 'x', webUrl: 'https://sharepoint/x' } },
    );
    const bytes = Buffer.from('….Referat æøå').subarray(3);
    expect(
      await loopback.graph.saveFile(place, { name: 'Referat 1/2027.txt', contentType: 'text/plain', bytes }),
    ).toEqual({ webUrl: 'https://sharepoint/x' });
    expect(lines()).toEqual([
      `GET /v1.0/teams/${teamId}/channels/${inPath}/filesFolder`,
      'PUT /v1.0/drives/b!drive/items/01FOLDER:/Referat%201-2027.txt:/content',
    ]);
    expect(loopback.asked[1]).toMatchObject({ body: '.Referat æøå', headers: { 'content-type': 'text/plain' } });
  });
});

describe('calendar', () => {
  const meeting = {
    organiser: 'trin@example.dk',
    subject: 'Frist',
    text: 'Vurdér',
    startsAt: '2027-04-09T10:00:00.000Z',
    endsAt: '2027-04-09T10:15:00.000Z',
    attendees: [{ email: 'anna@example.dk', name: 'Anna' }],
  };

  it('a deadline is entered under the same transactionId, however often', async () => {
    const answer = { status: 201, body: { id: 'AAMk', webLink: 'https://outlook' } };
    loopback.lay(answer, { status: 503, body: 'busy' }, answer);
    expect(await loopback.graph.meet({ ...meeting, key: 'r1/t1/1' })).toBe('AAMk');
    expect(await loopback.graph.meet({ ...meeting, key: 'r1/t1/1' })).toBe('AAMk');
    expect(new Set(lines())).toEqual(new Set(['POST /v1.0/users/trin%40example.dk/events']));
    const ids = loopback.asked.map(({ body }) => (body as { readonly transactionId: string }).transactionId);
    expect(new Set(ids).size).toBe(1);
    expect(loopback.asked[0]?.body).toMatchObject({
      subject: 'Frist',
      body: { contentType: 'text', content: 'Vurdér' },
      start: { dateTime: '2027-04-09T10:00:00.000', timeZone: 'UTC' },
      end: { dateTime: '2027-04-09T10:15:00.000', timeZone: 'UTC' },
      attendees: [{ emailAddress: { address: 'anna@example.dk', name: 'Anna' }, type: 'required' }],
    });
  });

  it('is moved and cancelled', async () => {
    loopback.lay({ body: { id: 'AAMk' } }, { status: 202 });
    await loopback.graph.moveMeeting('o1', 'AAMk/1', meeting);
    await loopback.graph.cancelMeeting('o1', 'AAMk/1', 'Udgået');
    expect(lines()).toEqual(['PATCH /v1.0/users/o1/events/AAMk%2F1', 'POST /v1.0/users/o1/events/AAMk%2F1/cancel']);
    expect(loopback.asked[1]?.body).toEqual({ comment: 'Udgået' });
  });
});

describe('the activity feed and the app', () => {
  const notice = {
    activityType: 'waits',
    preview: '2 opgaver venter på dig',
    webUrl: 'https://teams.microsoft.com/l/message/x',
    topic: 'Runde 2027',
    parameters: { task: 'Faglig vurdering' },
  };
  const body = {
    topic: { source: 'text', value: 'Runde 2027', webUrl: 'https://teams.microsoft.com/l/message/x' },
    activityType: 'waits',
    previewText: { content: '2 opgaver venter på dig' },
    templateParameters: [{ name: 'task', value: 'Faglig vurdering' }],
  };

  it('a person is told in his own feed, or through his team', async () => {
    loopback.lay({ status: 204 }, { status: 204 });
    await loopback.graph.notifyPerson(anna, notice);
    await loopback.graph.notifyTeamMember(teamId, anna, notice);
    expect(lines()).toEqual([
      `POST /v1.0/users/${anna}/teamwork/sendActivityNotification`,
      `POST /v1.0/teams/${teamId}/sendActivityNotification`,
    ]);
    expect(loopback.asked[0]?.body).toEqual(body);
    expect(loopback.asked[1]?.body).toEqual({
      ...body,
      recipient: { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: anna },
    });
  });

  it('the app is installed for one who lacks it, and twice is once', async () => {
    loopback.lay({ status: 201 }, { status: 409, body: { error: { code: 'Conflict', message: 'x' } } });
    await loopback.graph.installFor(anna);
    await loopback.graph.installFor(anna);
    expect(new Set(lines())).toEqual(new Set([`POST /v1.0/users/${anna}/teamwork/installedApps`]));
    expect(loopback.asked[0]?.body).toEqual({
      'teamsApp@odata.bind': `${loopback.url}/v1.0/appCatalogs/teamsApps/catalogue-id`,
    });
  });
});

describe('messages', () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const message = {
    id: '1616990032035',
    createdDateTime: '2027-03-29T03:53:52.035Z',
    deletedDateTime: null,
    from: { application: { id: 'bot-app', displayName: 'Trinvis', applicationIdentityType: 'bot' }, user: null },
    attachments: [
      { id: 'a', contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) },
      { id: 'b', contentType: 'reference', content: null },
    ],
  };

  it('the newest of a channel and of a thread are read, with their cards', async () => {
    const gone = { ...message, id: '1', deletedDateTime: '2027-03-29T04:00:00Z' };
    const said = { id: '2', createdDateTime: '2027-03-29T04:00:00Z', from: { user: { id: anna } }, attachments: [] };
    loopback.lay({ body: { value: [message, gone, said] } }, { body: { value: [] } });
    expect(await loopback.graph.messages(place, null)).toEqual([
      { id: '1616990032035', createdAt: '2027-03-29T03:53:52.035Z', byApp: 'bot-app', cards: [card] },
      { id: '2', createdAt: '2027-03-29T04:00:00Z', byApp: null, cards: [] },
    ]);
    expect(await loopback.graph.messages(place, '77')).toEqual([]);
    expect(lines()).toEqual([
      `GET /v1.0/teams/${teamId}/channels/${inPath}/messages?$top=50`,
      `GET /v1.0/teams/${teamId}/channels/${inPath}/messages/77/replies?$top=50`,
    ]);
  });
});
