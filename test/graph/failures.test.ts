// When Graph does not do what was asked: it is waited for as long as it says, nothing is done twice, and a missing consent
// has its name.
import { GraphFailure } from '../../services/graph';
import type { Graph } from '../../services/graph';
import type { LoopbackGraph } from './loopback';
import { startLoopbackGraph } from './loopback';

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

async function failing(call: (graph: Graph) => Promise<unknown>): Promise<GraphFailure> {
  const failure: unknown = await call(loopback.graph).then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof GraphFailure) return failure;
  throw failure instanceof Error ? failure : new Error('nothing failed');
}

const place = { teamId: 't', channelId: '19:c@thread.tacv2' };
const error = (code: string) => ({ error: { code, message: 'words nobody compares' } });
const person = { id: 'p', displayName: 'P' };

it.each([
  ['2', 2_000],
  ['0', 0],
])('429 is waited for as Retry-After says: %s', async (header, ms) => {
  loopback.lay({ status: 429, headers: { 'retry-after': header }, body: error('TooManyRequests') }, { body: person });
  expect((await loopback.graph.person('p'))?.name).toBe('P');
  expect(loopback.paused).toEqual([ms]);
});

it('a date in Retry-After is measured by Graph’s own clock', async () => {
  const headers = { date: 'Mon, 11 Jan 2027 08:00:00 GMT', 'retry-after': 'Mon, 11 Jan 2027 08:00:07 GMT' };
  loopback.lay({ status: 503, headers, body: '<html>busy</html>' }, { body: person });
  await loopback.graph.person('p');
  expect(loopback.paused).toEqual([7_000]);
});

it.each([500, 502, 503, 504])('%d without a time is tried again after a second, two, four', async (status) => {
  loopback.lay(...Array.from({ length: 4 }, () => ({ status, body: error('ServiceUnavailable') })));
  expect(await failing(async (graph) => graph.person('p'))).toMatchObject({ kind: 'later' });
  expect(loopback.paused).toEqual([1_000, 2_000, 4_000]);
});

it('who is told to wait ten minutes does not wait here', async () => {
  loopback.lay({ status: 429, headers: { 'retry-after': '600' }, body: error('TooManyRequests') });
  expect(await failing(async (graph) => graph.person('p'))).toMatchObject({ kind: 'later', retryAfterMs: 600_000 });
  expect(loopback.paused).toEqual([]);
});

it.each([{ status: 502, body: 'bad gateway' }, { cut: true }])(
  'a chat that may have been made is not made again: %j',
  async (answer) => {
    loopback.lay(answer);
    expect(await failing(async (graph) => graph.groupChat('x', ['a', 'b']))).toMatchObject({ kind: 'ambiguous' });
    expect(loopback.asked).toHaveLength(1);
  },
);

it('what was throttled was not made, and is made the second time', async () => {
  const notice = { activityType: 'waits', preview: 'x', webUrl: 'https://x', topic: 'x', parameters: {} };
  loopback.lay({ status: 429, headers: { 'retry-after': '1' }, body: error('TooManyRequests') }, { status: 204 });
  await loopback.graph.notifyPerson('p', notice);
  expect(loopback.paused).toEqual([1_000]);
});

it('a page that fails is asked for again by itself', async () => {
  const next = `${loopback.url}/v1.0/next`;
  loopback.lay(
    { body: { value: [], '@odata.nextLink': next } },
    { status: 503, body: error('x') },
    { body: { value: [] } },
  );
  await loopback.graph.groupMembers('g');
  expect(loopback.asked.map(({ line }) => line.split('?')[0])).toEqual([
    'GET /v1.0/groups/g/transitiveMembers',
    'GET /v1.0/next',
    'GET /v1.0/next',
  ]);
});

it('our token goes nowhere but to Graph', async () => {
  loopback.lay({ body: { value: [], '@odata.nextLink': 'http://127.0.0.1:9/elsewhere' } });
  expect(await failing(async (graph) => graph.groupMembers('g'))).toMatchObject({ code: 'AnotherHost' });
  loopback.lay({ status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' }, ...redirects(3));
  await failing(async (graph) => graph.person('p'));
  expect(loopback.asked.every(({ headers }) => headers.host === new URL(loopback.url).host)).toBe(true);
});

function redirects(count: number) {
  return Array.from({ length: count }, () => ({
    status: 302,
    headers: { location: 'http://127.0.0.1:9/elsewhere' },
    body: '',
  }));
}

const meeting = {
  organiser: 'o',
  subject: '',
  text: '',
  startsAt: '2027-01-01T10:00:00.000Z',
  endsAt: '2027-01-01T10:00:00.000Z',
  attendees: [],
  key: 'k',
};
const notice = { activityType: 'waits', preview: '', webUrl: '', topic: '', parameters: {} };
const refusals: readonly [string, (graph: Graph) => Promise<unknown>][] = [
  ['User.ReadBasic.All or User.Read.All', async (graph) => graph.person('p')],
  ['GroupMember.Read.All', async (graph) => graph.groupMembers('g')],
  ['ChannelSettings.Read.Group or Channel.ReadBasic.All', async (graph) => graph.channels('t')],
  ['TeamMember.Read.Group or TeamMember.Read.All', async (graph) => graph.teamMembers('t')],
  ['ChannelMember.Read.Group or ChannelMember.Read.All', async (graph) => graph.channelMembers(place)],
  ['ChannelMember.ReadWrite.All', async (graph) => graph.addChannelMember(place, 'p')],
  ['Chat.Create', async (graph) => graph.groupChat('x', ['a', 'b'])],
  ['ChatMember.Read.All or ChatMember.ReadWrite.All', async (graph) => graph.keepChatTo('c', [])],
  [
    'File.Read.Group or Sites.Selected or Files.ReadWrite.All',
    async (graph) => graph.saveFile(place, { name: 'x', contentType: 'text/plain', bytes: new Uint8Array() }),
  ],
  ['Calendars.ReadWrite', async (graph) => graph.meet(meeting)],
  ['Calendars.ReadWrite', async (graph) => graph.moveMeeting('o', 'e', meeting)],
  ['TeamsActivity.Send.User or TeamsActivity.Send', async (graph) => graph.notifyPerson('p', notice)],
  ['TeamsActivity.Send.Group or TeamsActivity.Send', async (graph) => graph.notifyTeamMember('t', 'p', notice)],
  ['AppCatalog.Read.All', async (graph) => graph.installFor('p')],
  ['ChannelMessage.Read.Group or ChannelMessage.Read.All', async (graph) => graph.messages(place, null)],
];

it.each(refusals)('a missing consent is named: %s', async (named, call) => {
  loopback.lay({ status: 403, body: error('Authorization_RequestDenied') });
  const failure = await failing(call);
  expect(failure).toMatchObject({ kind: 'consent', message: `consent is missing: ${named}` });
  expect(loopback.asked).toHaveLength(1);
  expect(JSON.stringify(failure)).not.toContain('the-token');
});
