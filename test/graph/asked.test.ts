// What people ask Trinvis to have Microsoft Graph do, and what it proposes: channels of networks, group chats without those
// who are held out, seats beside an Entra group. Over the wire to a Graph on this machine.
import { askedFor, chatErrand, chatLinksIn, networkErrand } from '../../services/delivery/errands/asked';
import { readLedger } from '../../services/delivery/errands/errand';
import { noUses } from '../../services/delivery/errands';
import type { GraphUses } from '../../services/delivery/errands';
import { putOff } from '../../services/delivery/errands/groups';
import { as } from '../../services/process/ids';
import type { BodyId, NominationId, TaskId } from '../../services/process/ids';
import { parseDefinition } from '../../services/process/definition/load';
import { buttonsOf, wordsOf } from '../bot/rig';
import { councilDefinition, seatCouncil, type Council } from '../delivery/council';
import { startGround, type Ground } from '../delivery/ground';
import { submittedNomination } from '../process/builders';
import type { Laid, LoopbackGraph } from './loopback';
import { startLoopbackGraph } from './loopback';

const officeChannel = '19:other@thread.tacv2';
const team = '88888888-8888-4888-8888-888888888888';
const group = '66666666-6666-4666-8666-666666666666';
const council1 = as<BodyId>('council');
const uses: GraphUses = { ...noUses, groups: { [council1]: group }, networkTeam: team, chats: true };
const nominationId = as<NominationId>('n1');
const network = as<TaskId>('network');
const vote = as<TaskId>('ballot');

let loopback: LoopbackGraph;
let ground: Ground;
let council: Council;
let channels: readonly object[];
let inGroup: readonly string[];
let chat: (line: string) => Laid;

beforeEach(async () => {
  channels = [];
  chat = () => ({ status: 201, body: { id: '19:chat@thread.v2', webUrl: 'https://teams.example/chat' } });
  loopback = await startLoopbackGraph();
  loopback.route(answerTo);
  ground = await startGround({ graph: { graph: loopback.graph, uses } });
  council = await seatCouncil(ground, {
    members: 3,
    definition,
    carriedOver: [submittedNomination('n1', '2026-001', { nominators: [] })],
  });
  inGroup = council.people.slice(0, 3).map(({ aadObjectId }) => aadObjectId);
  await council.bindChannel('office', officeChannel);
});
afterEach(async () => {
  await ground.close();
  await loopback.close();
});

const parsed = parseDefinition({
  ...councilDefinition(),
  form: {
    titleField: 'title',
    pages: [
      {
        title: { da: 'Forslag', en: 'Proposal' },
        fields: [{ id: 'title', kind: 'text', required: true, label: { da: 'Titel', en: 'Title' } }],
      },
    ],
  },
  steps: [
    {
      id: 'decide',
      title: { da: 'Beslutning', en: 'Decision' },
      tasks: [
        task('nominate', { kind: 'nominate', backing: false }),
        task('network', { kind: 'appoint', per: 'round', seatsPerParty: 3 }),
        task('ballot', { kind: 'vote', after: ['nominate'], about: 'submitted', rule: { method: 'majority' } }),
        task('end', { kind: 'publish', after: ['ballot', 'network'], effects: ['publishResult'] }),
      ],
    },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { definition } = parsed;

function task(id: string, more: object): object {
  return { id, title: { da: id, en: `the ${id}` }, bodies: ['council'], workingDays: 10, ...more };
}

function answerTo(line: string, body: unknown): Laid {
  if (line.includes('/appCatalogs/')) return { body: { value: [{ id: 'in-catalogue' }] } };
  if (line.includes('/transitiveMembers'))
    return { body: { value: inGroup.map((id) => ({ '@odata.type': '#microsoft.graph.user', id, displayName: id })) } };
  if (line.startsWith('GET') && line.includes('/channels?')) return { body: { value: channels } };
  if (line.startsWith('POST') && line.endsWith('/channels')) {
    channels = [{ ...(body as object), id: '19:net', webUrl: 'https://teams.example/net' }];
    return { status: 201, body: channels[0] };
  }
  if (line.includes('/chats')) return chat(line);
  return { status: 201, body: { id: 'x' } };
}

const lines = (part: string): readonly string[] =>
  loopback.asked.map(({ line }) => line).filter((line) => line.includes(part));
const aad = (member: number): string => council.people[member]?.aadObjectId ?? '';
const id = (member: number) => council.people[member]?.personId ?? as<never>('');

async function toldIn(conversationId: string, viewer: number, title: string): Promise<readonly unknown[]> {
  const all = (await ground.messages(aad(viewer), conversationId)).flatMap(({ cards }) => cards);
  return all.filter((card) => wordsOf(card).includes(title));
}

async function ask(asking: Pick<Parameters<typeof askedFor>[1], 'use' | 'id' | 'data'>, by: number): Promise<void> {
  const { store } = ground.one;
  const round = await council.round();
  await store.notices.want([await askedFor(store.settings, { ...asking, round, by: id(by), now: ground.now() })]);
  await ground.one.tick();
  await ground.one.tick();
}

test('a network’s channel is made once, its members join it, and a later press brings in who has come since', async () => {
  const appoint = { type: 'AppointMember', taskId: network, network: 'round', bodyId: council1, texts: null } as const;
  await council.give({ ...appoint, personId: id(1) }, id(0));
  const wanted = {
    use: 'networks',
    id: networkErrand(network, 'round'),
    data: { taskId: network, network: 'round' },
  } as const;
  await ask(wanted, 3);
  await council.give({ ...appoint, personId: id(2) }, id(0));
  await ask(wanted, 3);
  expect(lines('POST').filter((line) => line.endsWith('/channels'))).toHaveLength(1);
  const joined = loopback.asked.filter(({ line }) => line.endsWith('/members'));
  const users = joined.map(({ body }) => /users\('(.*?)'\)/.exec(JSON.stringify(body))?.[1]);
  expect(users).toHaveLength(3);
  expect(users[0]).toBe(aad(1));
  expect(new Set(users.slice(1))).toEqual(new Set([aad(1), aad(2)]));
  const told = await toldIn(await council.chat(3), 3, 'Kanal til');
  expect(told.map(wordsOf).map((words) => /Kanalen er klar med .*/.exec(words)?.[0])).toEqual([
    'Kanalen er klar med 1 medlem.',
    'Kanalen er klar med 2 medlemmer.',
  ]);
});

async function reportAndAsk(): Promise<void> {
  const reported = { personId: id(2), nominationId, grounds: ['other'], texts: null } as const;
  await council.give({ type: 'ReportConflict', ...reported }, id(2));
  await ask({ use: 'chats', id: chatErrand(vote, nominationId), data: { taskId: vote, nominationId } }, 0);
}

const twoInIt = (line: string): Laid =>
  line.startsWith('GET')
    ? { body: { value: [0, 1].map((member) => ({ id: `membership-${member}`, userId: aad(member), roles: [] })) } }
    : { status: 204 };

async function memberReports(): Promise<void> {
  const reported = { personId: id(1), nominationId, grounds: ['other'], texts: null } as const;
  await council.give({ type: 'ReportConflict', ...reported }, id(1));
}

async function ticksAt(at: string): Promise<void> {
  ground.moveTo(at);
  await ground.one.tick();
  await ground.one.tick();
}

test('a group chat is made of those who may discuss it, and whoever becomes held out is taken out', async () => {
  await reportAndAsk();
  const [made, ...more] = loopback.asked.filter(({ line }) => line === 'POST /v1.0/chats');
  expect(lines('/installedApps')).toHaveLength(1);
  expect(more).toEqual([]);
  const members = JSON.stringify(made?.body);
  expect([0, 1, 2].map((member) => members.includes(aad(member)))).toEqual([true, true, false]);
  expect(await toldIn(await council.chat(0), 0, 'Gruppechat om 2026-001')).toHaveLength(1);
  chat = twoInIt;
  await memberReports();
  await ground.one.tick();
  await ground.one.tick();
  expect(lines('DELETE')).toEqual([
    `DELETE /v1.0/chats/${encodeURIComponent('19:chat@thread.v2')}/members/membership-1`,
  ]);
});

test('whoever must leave a chat leaves it after an outage too, and the chair is told meanwhile', async () => {
  await reportAndAsk();
  chat = () => ({ status: 429, body: { error: { code: 'TooManyRequests', message: '' } } });
  await memberReports();
  for (const hour of ['09', '10', '11', '12', '13', '14', '15', '16', '17', '18'])
    await ticksAt(`2027-01-13T${hour}:30:00.000Z`);
  expect(await toldIn(await council.chat(0), 0, 'Det er ikke lykkedes Trinvis')).toHaveLength(1);
  chat = twoInIt;
  await ticksAt('2027-01-13T19:00:00.000Z');
  expect(lines('DELETE')).toEqual([]);
  await ticksAt('2027-01-14T18:31:00.000Z');
  expect(lines('DELETE')).toHaveLength(1);
});

test('a conflict that is withdrawn and reported again takes him out of the chat, whatever became of the first errand', async () => {
  await reportAndAsk();
  chat = () => ({ status: 403, body: { error: { code: 'Forbidden', message: '' } } });
  await memberReports();
  await ground.one.tick();
  const told = (await toldIn(officeChannel, 3, 'En tilladelse til Microsoft Graph mangler')).length;
  await council.give({ type: 'DeclareInterests', conflicts: [], texts: null, basis: 0 }, id(1));
  await ticksAt('2027-01-14T09:31:00.000Z');
  await memberReports();
  await ticksAt('2027-01-14T10:00:00.000Z');
  expect([told, (await toldIn(officeChannel, 3, 'En tilladelse til Microsoft Graph mangler')).length]).toEqual([1, 1]);
  chat = twoInIt;
  await ticksAt('2027-01-15T10:30:00.000Z');
  expect(lines('DELETE')).toHaveLength(1);
});

test('a chat that nobody else may be in is told to be none, and can be asked for again', async () => {
  for (const member of [1, 2]) {
    const reported = { personId: id(member), nominationId, grounds: ['other'], texts: null } as const;
    await council.give({ type: 'ReportConflict', ...reported }, id(member));
  }
  const wanted = { use: 'chats', id: chatErrand(vote, nominationId), data: { taskId: vote, nominationId } } as const;
  await ask(wanted, 0);
  await ask(wanted, 0);
  expect(lines('POST /v1.0/chats')).toEqual([]);
  expect(await toldIn(await council.chat(0), 0, 'Der er ingen andre, der må deltage')).toHaveLength(2);
});

test('a chat whose answer was lost is not made twice: who asked is told to look, and may ask again', async () => {
  chat = () => ({ cut: true });
  await reportAndAsk();
  const lost = await toldIn(await council.chat(0), 0, 'Se i Teams, om gruppechatten findes');
  expect([lines('POST /v1.0/chats'), lost].map(({ length }) => length)).toEqual([1, 1]);
  chat = () => ({ status: 201, body: { id: '19:chat@thread.v2', webUrl: 'https://teams.example/chat' } });
  await ask({ use: 'chats', id: chatErrand(vote, nominationId), data: { taskId: vote, nominationId } }, 0);
  const ledger = await readLedger(ground.one.store.settings, 'round-1');
  expect(chatLinksIn(ledger, vote)).toEqual({ n1: 'https://teams.example/chat' });
  expect(chatLinksIn(ledger, as<TaskId>('of-another-body'))).toEqual({});
});

test('seats that differ from the group are proposed to the secretariat once, never changed, and "not now" holds a month', async () => {
  await ground.one.tick();
  expect(lines('/transitiveMembers')).toHaveLength(1);
  expect(await toldIn(officeChannel, 3, 'Pladser og gruppen')).toEqual([]);
  inGroup = [aad(0), aad(1), '00000000-0000-4000-8000-000000009999'];
  for (const day of ['14', '15']) {
    ground.moveTo(`2027-01-${day}T09:00:00.000Z`);
    await ground.one.tick();
    await ground.one.tick();
  }
  const [card, ...more] = await toldIn(officeChannel, 3, 'Pladser og gruppen');
  expect(more).toEqual([]);
  expect(wordsOf(card)).toContain('Medlem 0002 har en plads, men er ikke i gruppen.');
  const pressed = buttonsOf(card).map(({ title, data }) => [title, data['verb']]);
  expect(pressed).toEqual([
    ['Giv mandat', 'mandate.open'],
    ['Ikke nu', 'group.notNow'],
    ['Forny eller afslut', 'mandate.end.open'],
    ['Ikke nu', 'group.notNow'],
  ]);
  const { store, advance } = ground.one;
  expect(Object.keys((await advance.organisation())?.mandates ?? {})).toHaveLength(4);
  const ids = buttonsOf(card).flatMap(({ data }) => (data['verb'] === 'group.notNow' ? [String(data['about'])] : []));
  for (const one of ids) await putOff(store.settings, council1, one, '2027-01-15');
  for (const day of ['01-16', '02-15']) {
    ground.moveTo(`2027-${day}T09:00:00.000Z`);
    await ground.one.tick();
    await ground.one.tick();
  }
  expect(await toldIn(officeChannel, 3, 'Pladser og gruppen')).toHaveLength(2);
});
